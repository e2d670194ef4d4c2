"""Copies of the database: made now and then, thinned out with age, looked for after damage."""

import os
import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from quizapp.history.connection import connect, reported
from quizapp.history.files import companion, copy_database
from quizapp.history.migrations import MIGRATIONS, schema_version

BETWEEN = timedelta(hours=1)
"""At least so long between two automatic backups."""
RECENT, DAYS, WEEKS = 10, 14, 26
"""Kept are so many of the newest, the last one of so many days, and of so many weeks."""

_AUTOMATIC = re.compile(r"auto-(\d{8}T\d{6}Z)\.db")
_STAMPED = re.compile(r"-(\d{8}T\d{6}Z)\.db\Z")
_STAMP = "%Y%m%dT%H%M%SZ"


def folder_of(path: Path) -> Path:
    """Where the backups of the database at ``path`` lie."""
    return path.parent / "backups"


def back_up(path: Path, to: Path) -> None:
    """Copies the database as of this moment, while others write; ``to`` is whole or not there.

    Raises HistoryError where it cannot be done.
    """
    with reported(to):
        to.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        copy_database(path, to)


def backup_named_by_hand(path: Path, at: datetime) -> Path:
    """The name of a backup that was asked for; no rotation takes it away."""
    return folder_of(path) / f"history-{at.astimezone(UTC):{_STAMP}}.db"


def keep_backup(path: Path, at: datetime) -> Path | None:
    """An automatic backup, where the last one is an hour old and something was written since.

    Then those too many are removed. Returns the backup, None where none was due; raises
    HistoryError where it cannot be made.
    """
    with reported(path):
        made = _automatic(path)
        written = _last_written(path)
        last = max(made, default=None)
        if last is not None and not _is_due(written, made[last], at - last):
            return None
    backup = folder_of(path) / f"auto-{at.astimezone(UTC):{_STAMP}}.db"
    back_up(path, backup)
    with reported(path):
        # It is as old as what it holds: by that it is seen whether something was written since.
        os.utime(backup, ns=(written, written))
        _thin_out(path, at)
    return backup


def kept(moments: Iterable[datetime]) -> set[datetime]:
    """Which backups stay: the newest, and the last one of each of the last days and weeks."""
    newest_first = sorted(moments, reverse=True)
    days: dict[date, datetime] = {}
    weeks: dict[tuple[int, int], datetime] = {}
    for moment in newest_first:
        days.setdefault(moment.date(), moment)
        weeks.setdefault(moment.isocalendar()[:2], moment)
    return {*newest_first[:RECENT], *[*days.values()][:DAYS], *[*weeks.values()][:WEEKS]}


def backups_of(path: Path) -> list[Path]:
    """All backups of the database, the newest first; those made before a migration too."""
    found = [
        *folder_of(path).glob("*.db"),
        *path.parent.glob(f"{path.stem}.before-v*{path.suffix}"),
    ]
    return sorted(found, key=lambda file: (_made_at(file), file.name), reverse=True)


def _made_at(backup: Path) -> float:
    """When, in seconds: by its name, which a copy of the folder keeps, else by its file's time."""
    if match := _STAMPED.search(backup.name):
        return datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC).timestamp()
    return backup.stat().st_mtime


def newest_good(path: Path) -> Path | None:
    """The newest backup that is sound and that this program can read."""
    return next(filter(is_good, backups_of(path)), None)


def is_good(backup: Path) -> bool:
    """Whether every page is sound and there is a log in it, of a version known here."""
    try:
        with closing(connect(backup, "immutable")) as connection:
            known = 1 <= schema_version(connection) <= len(MIGRATIONS)
            sound: str = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            return known and sound == "ok"
    except sqlite3.Error:
        return False


def _automatic(path: Path) -> dict[datetime, Path]:
    """The automatic backups, by the moment in their names."""
    found: dict[datetime, Path] = {}
    for file in folder_of(path).glob("auto-*.db"):
        if match := _AUTOMATIC.fullmatch(file.name):
            found[datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)] = file
    return found


def _is_due(written: int, last: Path, age: timedelta) -> bool:
    # A clock that was put back would otherwise stop the backups until it has caught up.
    recent = timedelta(0) <= age < BETWEEN
    return not recent and written > last.stat().st_mtime_ns


def _last_written(path: Path) -> int:
    """When the database, or the log beside it, was written last, in nanoseconds since 1970."""
    files = (path, companion(path, "-wal"))
    return max(file.stat().st_mtime_ns for file in files if file.exists())


def _thin_out(path: Path, at: datetime) -> None:
    made = _automatic(path)
    for moment in made.keys() - kept(made):
        made[moment].unlink(missing_ok=True)
    for part in folder_of(path).glob("auto-*.db.part*"):
        if part.stat().st_mtime < (at - BETWEEN).timestamp():
            part.unlink(missing_ok=True)
