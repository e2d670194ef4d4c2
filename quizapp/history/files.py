"""The file of the log among other files: made for its owner only, and never lost."""

import os
import stat
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from quizapp.errors import HistoryError
from quizapp.history.connection import connect

# SQLite keeps these beside a database, and they belong to it.
COMPANIONS = ("-wal", "-shm", "-journal")


def companion(path: Path, ending: str) -> Path:
    """The file that SQLite keeps beside the database at ``path``."""
    return path.with_name(path.name + ending)


def claim(path: Path) -> bool:
    """There is a file at ``path`` and it is ours; an empty one is made where there was none.

    Whether it can be written. One that others might read is made its owner's alone. Raises
    HistoryError for a symbolic link, for what is no regular file and for a file of another user;
    OSError where the folder or file cannot be made.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    create(path)
    found = path.lstat()
    _check_owned(path, found)
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        return False
    for ending in ("", *COMPANIONS):
        _tighten(companion(path, ending))
    return True


def _tighten(path: Path) -> None:
    if sys.platform == "win32" or not path.exists():
        return
    if path.stat().st_mode & 0o077:
        path.chmod(0o600)


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


def copy_database(path: Path, to: Path) -> None:
    """A copy as of one moment, while others write; half a copy never bears the name ``to``."""
    part = to.with_name(to.name + ".part")
    part.unlink(missing_ok=True)
    create(part)
    # Read through a connection of its own: one that holds the write lock is no source of a backup,
    # and Python would wait for ever until it is.
    with closing(connect(path, "ro")) as source, closing(connect(part, "rw")) as copy:
        source.backup(copy)
        # One file: nothing written ahead lies beside it, on whatever medium it is looked at.
        copy.execute("PRAGMA journal_mode = DELETE").fetchone()
    part.replace(to)


def move_aside(path: Path, at: datetime) -> Path:
    """Moves a database and its companions to a free name that carries the time; returns it."""
    aside = _free_name(path, f"corrupt-{at.astimezone(UTC):%Y%m%dT%H%M%SZ}")
    # The database last: a companion left beside a new, empty database would be deleted by SQLite.
    for ending in (*COMPANIONS, ""):
        if companion(path, ending).exists():
            companion(path, ending).rename(companion(aside, ending))
    return aside


def is_aside(path: Path, file: Path) -> bool:
    """Whether ``file`` is a damaged database that was moved aside from ``path``."""
    return file.name.startswith(f"{path.stem}.corrupt-") and file.suffix == path.suffix


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
