"""The one deletion: a person, for good, from a history and from its backups."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from quizapp.history import caches
from quizapp.history.backups import backups_of, folder_of
from quizapp.history.connection import connect, transaction
from quizapp.history.files import is_aside
from quizapp.history.migrations import MAY_NOT_DELETE

_LOG = (
    # A note of somebody else's on a review of theirs goes with it.
    """
    DELETE FROM notes WHERE profile = :profile
    OR of IN (SELECT uuid FROM reviews WHERE profile = :profile)
    """,
    "DELETE FROM reviews WHERE profile = :profile",
    # The source of a question that nobody else met says what they studied.
    """
    DELETE FROM notes WHERE type = 'question'
    AND of NOT IN (SELECT bank || '/' || question FROM reviews)
    """,
)
_HAS_CACHES = "SELECT 1 FROM sqlite_schema WHERE name = 'cards'"


def remove(connection: sqlite3.Connection, profile: str) -> None:
    """Deletes a profile's rows inside a transaction; the log is append-only again at its end."""
    for name in MAY_NOT_DELETE:
        connection.execute(f'DROP TRIGGER "{name}"')
    for statement in _LOG:
        connection.execute(statement, {"profile": profile})
    if connection.execute(_HAS_CACHES).fetchone():
        caches.empty(connection, profile)
    for statement in MAY_NOT_DELETE.values():
        connection.execute(statement)


def wipe(connection: sqlite3.Connection) -> None:
    """Takes out of the file, and of the log beside it, what was deleted before.

    Raises sqlite3.OperationalError where another program reads the old state all the while.
    """
    connection.execute("VACUUM")
    busy: int = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    if busy:
        fault = sqlite3.OperationalError("what was deleted is still being read")
        fault.sqlite_errorcode = sqlite3.SQLITE_BUSY
        raise fault


def forget_in_backups(path: Path, profile: str) -> list[Path]:
    """Forgets the profile in every backup; returns the files in which it could not be.

    Those are damaged ones, which were moved aside or cannot be read. What killed programs left half
    written is removed.
    """
    for part in (*path.parent.glob("*.part"), *folder_of(path).glob("*.part")):
        part.unlink(missing_ok=True)
    left = [file for file in path.parent.glob(f"*{path.suffix}") if is_aside(path, file)]
    for backup in backups_of(path):
        times = backup.stat()
        try:
            with closing(connect(backup, "rw")) as connection:
                with transaction(connection):
                    remove(connection, profile)
                wipe(connection)
        except sqlite3.Error:
            left.append(backup)
            continue
        # Which one is the newest goes by the time.
        os.utime(backup, ns=(times.st_atime_ns, times.st_mtime_ns))
    return left
