"""The file of the log among other files: made for its owner only, and never lost."""

import os
import stat
import sys
from datetime import UTC, datetime
from pathlib import Path

from quizapp.errors import HistoryError
from quizapp.history.connection import read_only

# SQLite keeps these beside a database, and they belong to it.
COMPANIONS = ("-wal", "-shm", "-journal")


def companion(path: Path, ending: str) -> Path:
    """The file that SQLite keeps beside the database at ``path``."""
    return path.with_name(path.name + ending)


def claim(path: Path) -> None:
    """There is a file at ``path``, ours and writable; an empty one is made where there was none.

    Raises HistoryError for a symbolic link, for what is no regular file, for a file of another
    user, and where nothing can be written; OSError where the folder or file cannot be made.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    create(path)
    _check_owned(path, path.lstat())
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise read_only(path)


def create(path: Path) -> None:
    """An empty file for its owner only, whatever the umask; one already there is left as it is.

    SQLite would make it readable by everyone, and gives its companions the mode of the file. A
    file that exists is never opened here: closing it again would drop the locks that another
    connection of this process holds on it (sqlite.org/howtocorrupt.html, 2.2).
    """
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    try:
        os.close(os.open(path, flags, 0o600))
    except FileExistsError:
        return


def move_aside(path: Path, at: datetime) -> Path:
    """Moves a database and its companions to a free name that carries the time; returns it."""
    aside = _free_name(path, f"corrupt-{at.astimezone(UTC):%Y%m%dT%H%M%SZ}")
    # The database last: a companion left beside a new, empty database would be deleted by SQLite.
    for ending in (*COMPANIONS, ""):
        if companion(path, ending).exists():
            companion(path, ending).rename(companion(aside, ending))
    return aside


def _free_name(path: Path, word: str) -> Path:
    name = path.with_name(f"{path.stem}.{word}{path.suffix}")
    count = 1
    while any(companion(name, ending).exists() for ending in ("", *COMPANIONS)):
        count += 1
        name = path.with_name(f"{path.stem}.{word}-{count}{path.suffix}")
    return name


def _check_owned(path: Path, found: os.stat_result) -> None:
    if stat.S_ISLNK(found.st_mode):
        raise HistoryError(
            "history-symlink",
            "{path} is a symbolic link, and no history is written through one; put the file itself "
            "there, or set QUIZAPP_HOME to its folder",
            path=path,
        )
    if not stat.S_ISREG(found.st_mode):
        raise HistoryError(
            "history-no-file",
            "{path} is not a file; move it away, or set QUIZAPP_HOME to another folder",
            path=path,
        )
    if sys.platform != "win32" and found.st_uid != os.getuid():
        raise HistoryError(
            "history-owner",
            "{path} belongs to another user; set QUIZAPP_HOME to a folder of your own",
            path=path,
        )
