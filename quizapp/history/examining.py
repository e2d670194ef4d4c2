"""What ``quizapp doctor`` looks at, page by page and row by row."""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from quizapp.errors import HistoryError
from quizapp.history.backups import folder_of
from quizapp.history.connection import connect_to_look
from quizapp.history.files import COMPANIONS, companion, is_aside
from quizapp.history.log import History

_MOST_SAID = 5


def loose_files(path: Path) -> list[HistoryError]:
    """Files and folders of the history that others than their owner may read."""
    if sys.platform == "win32":
        return []
    backups = folder_of(path)
    files = [
        path.parent,
        *(companion(path, ending) for ending in ("", *COMPANIONS)),
        backups,
        *sorted(backups.glob("*.db")),
    ]
    return [
        HistoryError(
            "doctor-loose",
            "{path} may be read by others (its mode is {mode}); make it yours alone with "
            "`chmod go= {path}`",
            path=file,
            mode=f"{file.stat().st_mode & 0o777:o}",
        )
        for file in files
        if file.exists() and not file.is_symlink() and file.stat().st_mode & 0o077
    ]


def damage_of(path: Path) -> list[HistoryError]:
    """What is wrong with the pages of a database, each looked at; nothing, where it is sound."""
    try:
        with closing(connect_to_look(path)) as connection:
            found = connection.execute(f"PRAGMA integrity_check({_MOST_SAID})").fetchall()
    except sqlite3.DatabaseError as fault:
        return [_damaged(path, str(fault))]
    said = [str(row[0]) for row in found]
    return [] if said == ["ok"] else [_damaged(path, line) for line in said]


def unreadable_rows(history: History) -> list[HistoryError]:
    """Rows of a sound file that are none all the same: the first of them, for one is enough."""
    try:
        for _ in history.everything():
            pass
    except HistoryError as fault:
        return [fault]
    return []


def set_aside(path: Path) -> list[Path]:
    """Damaged databases that were moved aside before, by their times."""
    return sorted(file for file in path.parent.glob(f"*{path.suffix}") if is_aside(path, file))


def _damaged(path: Path, reason: str) -> HistoryError:
    return HistoryError(
        "doctor-damaged",
        "{path} is damaged ({reason}); `quizapp doctor --restore` saves what can be read of it and "
        "adds the newest good backup",
        path=path,
        reason=reason,
    )
