import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from quizapp.history import History, Review
from quizapp.history.connection import connect
from quizapp.history.files import create
from quizapp.history.migrations import MIGRATIONS, migrate, schema_version

Clock = Callable[[], datetime]
MakeReview = Callable[..., Review]

STEPS = (
    ("CREATE TABLE one (n INTEGER) STRICT", "PRAGMA user_version = 1"),
    ("INSERT INTO one VALUES (1)", "ALTER TABLE one RENAME TO two", "PRAGMA user_version = 2"),
)
BROKEN = ("DROP TABLE two", "CREATE TABLE nonsense (", "PRAGMA user_version = 3")


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "history.db"
    create(path)
    return path


@pytest.fixture
def connection(database: Path) -> Iterator[sqlite3.Connection]:
    with closing(connect(database, "rw")) as opened:
        yield opened


def tables(connection: sqlite3.Connection) -> set[str]:
    found = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    return {row[0] for row in found}


def test_the_last_statement_of_each_step_sets_its_version() -> None:
    for number, step in enumerate(MIGRATIONS, start=1):
        assert step[-1] == f"PRAGMA user_version = {number}"


def test_every_table_is_strict_and_the_log_is_append_only(path: Path, clock: Clock) -> None:
    with History.open(path, clock) as history:
        listed = history._connection.execute("PRAGMA table_list").fetchall()
        ours = [row for row in listed if not row["name"].startswith("sqlite_")]
        triggers = history._connection.execute(
            "SELECT tbl_name, sql FROM sqlite_schema WHERE type = 'trigger'"
        ).fetchall()
    assert {row["name"] for row in ours} == {"reviews", "notes", "cards", "days", "slips", "meta"}
    assert all(row["strict"] for row in ours)
    for table in ("reviews", "notes"):
        kept = " ".join(row["sql"] for row in triggers if row["tbl_name"] == table)
        assert "BEFORE UPDATE" in kept
        assert "BEFORE DELETE" in kept


def test_a_new_file_is_brought_to_the_last_version_without_a_backup(
    path: Path, clock: Clock
) -> None:
    with History.open(path, clock) as history:
        assert schema_version(history._connection) == len(MIGRATIONS)
    assert [file.name for file in path.parent.iterdir()] == ["history.db"]


def test_a_file_of_version_0_is_copied_and_then_brought_up(
    path: Path, clock: Clock, review_of: MakeReview
) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as old:
        old.execute("CREATE TABLE answers (typed TEXT)")
        old.execute("INSERT INTO answers VALUES ('73728')")
        old.commit()
    for _ in range(2):
        with History.open(path, clock) as history:
            history.append(review_of("a"))
            assert history.notice is None
            kept = history._connection.execute("SELECT typed FROM answers").fetchall()
            assert [row["typed"] for row in kept] == ["73728"]
            assert list(history.reviews()) == [review_of("a")]
    assert sorted(file.name for file in path.parent.iterdir()) == [
        "history.before-v1.db",
        "history.db",
    ]
    with closing(sqlite3.connect(path.with_name("history.before-v1.db"))) as backup:
        assert tables(backup) == {"answers"}
        assert backup.execute("SELECT typed FROM answers").fetchall() == [("73728",)]
        assert backup.execute("PRAGMA user_version").fetchone() == (0,)


def test_only_the_steps_that_are_missing_are_taken(
    connection: sqlite3.Connection, database: Path
) -> None:
    migrate(connection, database, STEPS[:1])
    migrate(connection, database, STEPS)
    migrate(connection, database, STEPS)
    assert schema_version(connection) == 2
    assert [tuple(row) for row in connection.execute("SELECT n FROM two")] == [(1,)]


def test_the_backup_is_of_before_and_for_its_owner_only(
    connection: sqlite3.Connection, database: Path
) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    migrate(connection, database, STEPS[:1])
    migrate(connection, database, STEPS)
    copy = database.with_name("history.before-v2.db")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with closing(sqlite3.connect(copy)) as backup:
        assert tables(backup) == {"one"}
        assert backup.execute("PRAGMA user_version").fetchone() == (1,)


def test_half_a_backup_left_by_a_kill_is_made_anew(
    connection: sqlite3.Connection, database: Path
) -> None:
    migrate(connection, database, STEPS[:1])
    part = database.with_name("history.before-v2.db.part")
    part.write_bytes(b"half")
    migrate(connection, database, STEPS)
    assert not part.exists()
    assert database.with_name("history.before-v2.db").exists()


def test_steps_are_taken_all_together_or_not_at_all(
    connection: sqlite3.Connection, database: Path
) -> None:
    migrate(connection, database, STEPS[:1])
    with pytest.raises(sqlite3.OperationalError):
        migrate(connection, database, (*STEPS, BROKEN))
    assert schema_version(connection) == 1
    assert tables(connection) == {"one"}
    assert connection.execute("SELECT count(*) FROM one").fetchone()[0] == 0
    assert not connection.in_transaction
