"""How this room talks to SQLite, and what it says where SQLite says no."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Literal

from quizapp.errors import HistoryError

BUSY_SECONDS = 5

# Of each connection, not of the file. FULL makes a commit outlast a power cut; recursive triggers
# make INSERT OR REPLACE fire the trigger that forbids deleting; a schema from a stranger is not
# trusted to call functions.
_SETTINGS = (
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",
    "PRAGMA trusted_schema = OFF",
)


def connect(path: Path, mode: Literal["ro", "rw", "immutable"]) -> sqlite3.Connection:
    """A connection to a file that is there: in autocommit, so that transactions are said out loud.

    ``immutable`` is for a file that nobody writes: SQLite makes no file beside it. A connection may
    pass between threads; the caller sees to it that only one uses it at a time.
    """
    parameters = "mode=ro&immutable=1" if mode == "immutable" else f"mode={mode}"
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{parameters}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    connection.row_factory = sqlite3.Row
    try:
        for setting in _SETTINGS:
            connection.execute(setting)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def connect_to_look(path: Path) -> sqlite3.Connection:
    """A connection that reads, on a medium too where nothing can be made beside the file."""
    try:
        with ExitStack() as stack:
            connection = stack.enter_context(closing(connect(path, "ro")))
            connection.execute("PRAGMA schema_version").fetchone()
            stack.pop_all()
            return connection
    except sqlite3.OperationalError:
        # A file that was written ahead needs a shared index beside it, unless nobody writes it.
        return connect(path, "immutable")


def connect_to_other(path: Path) -> sqlite3.Connection:
    """A connection that reads another's file; where nobody has it open, nothing is left beside."""
    in_use = any(path.with_name(path.name + ending).exists() for ending in ("-wal", "-journal"))
    return connect_to_look(path) if in_use else connect(path, "immutable")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of the block is committed, or none of it.

    The write lock is taken at the start: a transaction that reads first and asks for the lock
    later is refused at once, without the busy timeout, when another process wrote in between.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


@contextmanager
def reported(path: Path) -> Iterator[None]:
    """Errors of SQLite and of the file system inside the block become a HistoryError.

    Its sentence says what to do.
    """
    try:
        yield
    except sqlite3.Error as fault:
        raise _history_error(fault, path) from fault
    except OSError as fault:
        if fault.errno == errno.ENOSPC:
            raise _full(path) from fault
        raise HistoryError(
            "history-unreachable",
            "{path} cannot be opened ({reason}); make its folder writable, or set QUIZAPP_HOME to "
            "a folder that is",
            path=path,
            reason=fault.strerror,
        ) from fault


def is_damage(fault: sqlite3.Error) -> bool:
    """Whether SQLite says that the file itself is at fault."""
    return _primary_code(fault) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def is_busy(fault: sqlite3.Error) -> bool:
    """Whether another connection stood in the way."""
    return _primary_code(fault) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _primary_code(fault: sqlite3.Error) -> int:
    """SQLite's result code without its extension; errors of Python's own module have none."""
    code: int = getattr(fault, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    return code & 0xFF


def _history_error(fault: sqlite3.Error, path: Path) -> HistoryError:
    match _primary_code(fault):
        case sqlite3.SQLITE_FULL:
            return _full(path)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return read_only(path)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return HistoryError(
                "history-locked",
                "another program has held {path} for more than {seconds} seconds; close that "
                "program",
                path=path,
                seconds=BUSY_SECONDS,
            )
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return HistoryError(
                "history-damaged",
                "{path} is damaged ({reason}); end the program, and `quizapp doctor --restore` "
                "saves what can be read of it",
                path=path,
                reason=str(fault),
            )
        case _:
            return HistoryError(
                "history-io",
                "{path} cannot be read or written ({reason}); check the disk it lies on",
                path=path,
                reason=str(fault),
            )


def read_only(path: Path) -> HistoryError:
    """What is said where a history may be looked at but not written."""
    return HistoryError(
        "history-readonly",
        "{path} cannot be written, for the file or its folder is read-only; make both writable, or "
        "set QUIZAPP_HOME to a folder that is",
        path=path,
    )


def _full(path: Path) -> HistoryError:
    return HistoryError(
        "history-full",
        "{path} cannot grow, for the disk is full; free some space on it",
        path=path,
    )
