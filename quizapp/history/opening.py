"""Opening the database of a history, whatever state it was left in."""

import sqlite3
from collections.abc import Callable
from contextlib import ExitStack, closing
from datetime import datetime
from pathlib import Path

from quizapp.errors import HistoryError
from quizapp.frozen import dataclass
from quizapp.history.connection import (
    connect,
    connect_to_look,
    is_busy,
    is_damage,
    read_only,
    reported,
)
from quizapp.history.files import claim, companion, move_aside
from quizapp.history.migrations import MIGRATIONS, migrate, schema_version

_OLDEST_SQLITE = (3, 37, 0)  # the first with STRICT tables


@dataclass(frozen=True, slots=True)
class Opened:
    """A connection, and what its user has to know about it."""

    connection: sqlite3.Connection
    read_only: bool
    notice: HistoryError | None


def open_database(path: Path, clock: Callable[[], datetime]) -> Opened:
    """The database at ``path``, made, migrated, or opened for reading only.

    Only read are one of a newer program and one that cannot be written. A damaged one is moved
    aside, under a name with ``clock``'s time, and an empty one put in its place. Raises
    HistoryError where no database can be had.
    """
    _check_sqlite()
    notice = None
    with reported(path):
        if not claim(path):
            return _looked_at(path)
        version = _sound_version(path)
        if version is None:
            from quizapp.history.backups import newest_good

            notice = _moved(move_aside(path, clock()), newest_good(path))
            claim(path)
        elif version > len(MIGRATIONS):
            return Opened(connect(path, "ro"), read_only=True, notice=_newer(path, version))
        return Opened(_writable(path), read_only=False, notice=notice)


def _looked_at(path: Path) -> Opened:
    """One that cannot be written, as it is: an older one would have to be migrated first."""
    with ExitStack() as stack:
        connection = stack.enter_context(closing(connect_to_look(path)))
        version = schema_version(connection)
        if version < len(MIGRATIONS):
            raise read_only(path)
        stack.pop_all()
    notice = read_only(path) if version == len(MIGRATIONS) else _newer(path, version)
    return Opened(connection, read_only=True, notice=notice)


def _sound_version(path: Path) -> int | None:
    """The schema version of the file, or None where it is damaged.

    It is only looked at, for it may be a newer program's. All its pages are gone through if the
    last connection was not closed, which leaves a log of writes behind.
    """
    log = companion(path, "-wal")
    unclean = log.exists() and log.stat().st_size > 0
    # What a kill left half done while the file was being made can be undone only by writing.
    half_made = companion(path, "-journal").exists()
    try:
        with closing(connect(path, "rw" if half_made else "ro")) as connection:
            version = schema_version(connection)
            if version > len(MIGRATIONS):
                return version
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
            if unclean and connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                return None
            return version
    except sqlite3.DatabaseError as fault:
        if is_damage(fault):
            return None
        raise


def _writable(path: Path) -> sqlite3.Connection:
    with ExitStack() as stack:
        connection = stack.enter_context(closing(connect(path, "rw")))
        _use_write_ahead_log(connection)
        migrate(connection, path)
        stack.pop_all()
        return connection


def _use_write_ahead_log(connection: sqlite3.Connection) -> None:
    """Lets readers go on while another process writes; the file remembers it."""
    try:
        connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as fault:
        # SQLite does not wait here for another process that has just made the same file and is
        # switching it. Nothing hangs on it: a commit is as safe in either mode, and the next
        # opening asks again.
        if not is_busy(fault):
            raise


def _check_sqlite() -> None:
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        raise HistoryError(
            "history-old-sqlite",
            "this Python comes with SQLite {found}, and the history needs {needed} or later; "
            "install a newer Python",
            found=sqlite3.sqlite_version,
            needed=".".join(str(part) for part in _OLDEST_SQLITE),
        )


def _newer(path: Path, version: int) -> HistoryError:
    return HistoryError(
        "history-newer",
        "{path} comes from a newer quizapp (its schema is {found}, this program knows {known}): "
        "it can be read, and nothing is saved to it; install the newer version",
        path=path,
        found=version,
        known=len(MIGRATIONS),
    )


def _moved(aside: Path, backup: Path | None) -> HistoryError:
    if backup is None:
        return HistoryError(
            "history-moved",
            "the history was damaged and a new one has been begun; the old file is kept as {aside}",
            aside=aside,
        )
    return HistoryError(
        "history-moved-backup",
        "the history was damaged and a new one has been begun; the old file is kept as {aside}; "
        "`quizapp doctor --restore` brings back what {backup} holds",
        aside=aside,
        backup=backup,
    )
