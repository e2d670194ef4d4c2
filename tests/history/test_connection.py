import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from quizapp.errors import HistoryError
from quizapp.history.connection import connect, reported, transaction
from quizapp.history.files import create
from quizapp.words import sentence


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    create(tmp_path / "a.db")
    with closing(connect(tmp_path / "a.db", "rw")) as opened:
        opened.execute("CREATE TABLE t (n)")
        yield opened


def test_a_transaction_has_the_write_lock_from_its_start(
    connection: sqlite3.Connection, tmp_path: Path
) -> None:
    with closing(connect(tmp_path / "a.db", "rw")) as other:
        other.execute("PRAGMA busy_timeout = 0")
        with (
            transaction(connection),
            pytest.raises(sqlite3.OperationalError, match="locked"),
            transaction(other),
        ):
            pass
        with transaction(other):
            other.execute("INSERT INTO t VALUES (1)")
    assert connection.execute("SELECT count(*) FROM t").fetchone()[0] == 1


@pytest.mark.parametrize("interruption", [ValueError, KeyboardInterrupt])
def test_a_transaction_that_is_broken_off_leaves_nothing(
    connection: sqlite3.Connection, interruption: type[BaseException]
) -> None:
    def broken_off() -> None:
        with transaction(connection):
            connection.execute("INSERT INTO t VALUES (1)")
            raise interruption

    with pytest.raises(interruption):
        broken_off()
    assert not connection.in_transaction
    assert connection.execute("SELECT count(*) FROM t").fetchone()[0] == 0


def sqlite_fault(code: int) -> sqlite3.OperationalError:
    fault = sqlite3.OperationalError("as SQLite says it")
    fault.sqlite_errorcode = code
    return fault


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (sqlite_fault(sqlite3.SQLITE_FULL), "history-full"),
        (sqlite_fault(sqlite3.SQLITE_READONLY_DBMOVED), "history-readonly"),
        (sqlite_fault(sqlite3.SQLITE_CANTOPEN), "history-readonly"),
        (sqlite_fault(sqlite3.SQLITE_BUSY_SNAPSHOT), "history-locked"),
        (sqlite_fault(sqlite3.SQLITE_NOTADB), "history-damaged"),
        (sqlite_fault(sqlite3.SQLITE_IOERR_WRITE), "history-io"),
        (sqlite3.ProgrammingError("closed"), "history-io"),
        (PermissionError(errno.EACCES, os.strerror(errno.EACCES)), "history-unreachable"),
        (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), "history-full"),
    ],
)
def test_each_fault_is_said_by_its_cause_with_the_path_in_both_languages(
    fault: Exception, code: str
) -> None:
    path = Path("/home/ana/history.db")
    with pytest.raises(HistoryError) as caught, reported(path):
        raise fault
    assert caught.value.code == code
    english, korean = sentence(caught.value, "en"), sentence(caught.value, "ko")
    assert str(path) in english
    assert str(path) in korean
    assert english != korean
