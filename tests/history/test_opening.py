import errno
import hashlib
import os
import shutil
import sqlite3
import stat
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from quizapp.errors import HistoryError
from quizapp.history import History, Review
from quizapp.history.migrations import MIGRATIONS

MakeReview = Callable[..., Review]
Clock = Callable[[], datetime]

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="modes and owners are POSIX's")


def refusal(path: Path, clock: Clock) -> HistoryError:
    with pytest.raises(HistoryError) as caught:
        History.open(path, clock)
    return caught.value


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def set_version(path: Path, version: int) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {version}")


def fingerprint(path: Path) -> tuple[int, str]:
    return path.stat().st_mtime_ns, hashlib.sha256(path.read_bytes()).hexdigest()


# Whose file it is


@posix_only
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_files_are_for_their_owner_only_whatever_the_umask(
    path: Path, clock: Clock, umask: int, review_of: MakeReview
) -> None:
    before = os.umask(umask)
    try:
        with History.open(path, clock) as history:
            history.append(review_of("a"))
            assert mode(path.parent) == 0o700
            files = {file.name: mode(file) for file in path.parent.iterdir()}
    finally:
        os.umask(before)
    assert files == dict.fromkeys(("history.db", "history.db-shm", "history.db-wal"), 0o600)


@posix_only
@pytest.mark.parametrize("there", [True, False])
def test_a_symbolic_link_is_refused_and_what_it_points_to_left_alone(
    path: Path, clock: Clock, there: bool
) -> None:
    path.parent.mkdir()
    target = path.parent / "elsewhere.txt"
    if there:
        target.write_text("mine")
    path.symlink_to(target)
    error = refusal(path, clock)
    assert error.code == "history-symlink"
    assert str(path) in str(error)
    assert target.exists() == there
    assert not there or target.read_text() == "mine"


def test_a_folder_in_the_place_of_the_file_is_refused(path: Path, clock: Clock) -> None:
    path.mkdir(parents=True)
    assert refusal(path, clock).code == "history-no-file"


@posix_only
def test_a_file_of_another_user_is_refused(
    path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    History.open(path, clock).close()
    monkeypatch.setattr(os, "getuid", lambda: path.stat().st_uid + 1)
    assert refusal(path, clock).code == "history-owner"


def test_a_folder_that_cannot_be_made_is_said_with_the_path(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "file").write_text("not a folder")
    path = tmp_path / "file" / "data" / "history.db"
    error = refusal(path, clock)
    assert error.code == "history-unreachable"
    assert str(path) in str(error)
    assert "QUIZAPP_HOME" in str(error)


@pytest.mark.parametrize(
    ("number", "code"), [("EROFS", "history-unreachable"), ("ENOSPC", "history-full")]
)
def test_a_file_that_cannot_be_made_is_said_by_its_cause(
    path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch, number: str, code: str
) -> None:
    def fail(*_: object) -> int:
        value = getattr(errno, number)
        raise OSError(value, os.strerror(value))

    monkeypatch.setattr(os, "open", fail)
    error = refusal(path, clock)
    assert error.code == code
    assert str(path) in str(error)


@posix_only
@pytest.mark.parametrize("locked", ["history.db", "."])
def test_a_file_or_folder_that_is_read_only_is_read_and_that_is_said(
    path: Path, clock: Clock, locked: str, review_of: MakeReview
) -> None:
    with History.open(path, clock) as history:
        history.append(review_of("a"))
    target = path.parent / locked
    target.chmod(stat.S_IMODE(target.stat().st_mode) & ~0o222)
    if os.access(target, os.W_OK):
        pytest.skip("nothing is read-only for this user")
    try:
        with History.open(path, clock) as history:
            assert history.notice is not None
            assert history.notice.code == "history-readonly"
            assert list(history.reviews()) == [review_of("a")]
    finally:
        path.parent.chmod(0o700)


def test_a_medium_without_write_access_is_read_and_nothing_is_written(
    path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch, review_of: MakeReview
) -> None:
    with History.open(path, clock) as history:
        history.append(review_of("a"))
    before = fingerprint(path)
    monkeypatch.setattr(os, "access", lambda *_: False)
    with History.open(path, clock) as history:
        assert list(history.reviews()) == [review_of("a")]
        assert history.read_only
        with pytest.raises(HistoryError) as caught:
            history.append(review_of("b"))
    assert caught.value.code == "history-readonly"
    assert str(path) in str(caught.value)
    assert fingerprint(path) == before


def test_an_older_file_without_write_access_is_refused(
    path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    History.open(path, clock).close()
    set_version(path, len(MIGRATIONS) - 1)
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert refusal(path, clock).code == "history-readonly"


@posix_only
def test_a_file_that_others_may_read_is_made_its_owners_alone(path: Path, clock: Clock) -> None:
    History.open(path, clock).close()
    path.chmod(0o644)
    History.open(path, clock).close()
    assert mode(path) == 0o600


def test_a_sqlite_without_strict_tables_is_said_before_a_file_is_made(
    path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))
    assert refusal(path, clock).code == "history-old-sqlite"
    assert not path.parent.exists()


@pytest.mark.parametrize("name", ["a b", "한글 폴더", "50%?#x", "l" * 200])
def test_any_folder_name_will_do(
    tmp_path: Path, clock: Clock, name: str, review_of: MakeReview
) -> None:
    path = tmp_path / name / "history.db"
    with History.open(path, clock) as history:
        history.append(review_of("a"))
    assert [file.name for file in path.parent.iterdir()] == ["history.db"]


# A newer program's file


@pytest.fixture
def newer(path: Path, clock: Clock, review_of: MakeReview) -> Path:
    with History.open(path, clock) as history:
        history.append(review_of("a"))
    set_version(path, len(MIGRATIONS) + 1)
    return path


def test_a_newer_file_is_read_and_nothing_is_written(
    newer: Path, clock: Clock, review_of: MakeReview
) -> None:
    before = fingerprint(newer)
    with History.open(newer, clock) as history:
        assert history.read_only
        assert history.notice is not None
        assert history.notice.code == "history-newer"
        assert str(newer) in str(history.notice)
        assert list(history.reviews()) == [review_of("a")]
        with pytest.raises(HistoryError) as caught:
            history.append(review_of("b"))
        assert caught.value.code == "history-newer"
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            history._connection.execute("DROP TABLE notes")
    assert fingerprint(newer) == before


def test_a_newer_file_left_by_a_kill_is_read_and_nothing_is_written(
    newer: Path, tmp_path: Path, clock: Clock, review_of: MakeReview
) -> None:
    killed = tmp_path / "killed" / "history.db"
    with closing(sqlite3.connect(newer, isolation_level=None)) as connection:
        connection.execute("INSERT INTO notes VALUES ('n', 'flag', 'a', 'ana', 'x', 0, '{}')")
        shutil.copytree(newer.parent, killed.parent)
    before = [fingerprint(killed), fingerprint(killed.with_name("history.db-wal"))]
    with History.open(killed, clock) as history:
        assert history.read_only
        assert list(history.reviews()) == [review_of("a")]
    assert [fingerprint(killed), fingerprint(killed.with_name("history.db-wal"))] == before


# A damaged file


def make_text(path: Path) -> None:
    path.write_text("this is no database\n" * 300)


def make_half(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def break_header(path: Path) -> None:
    whole = bytearray(path.read_bytes())
    whole[:16] = bytes(16)
    path.write_bytes(whole)


def leave_unclean_with_a_zeroed_page(path: Path) -> None:
    """As a kill leaves it, with the log of writes beside it, and a page lost on the disk."""
    copy = path.with_name("copy.db")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        root = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'reviews'"
        ).fetchone()[0]
        size = connection.execute("PRAGMA page_size").fetchone()[0]
        connection.execute("INSERT INTO notes VALUES ('n', 'flag', 'a', 'ana', 'x', 0, '{}')")
        shutil.copy(path, copy)
        shutil.copy(f"{path}-wal", f"{copy}-wal")
    copy.replace(path)
    Path(f"{copy}-wal").replace(f"{path}-wal")
    whole = bytearray(path.read_bytes())
    whole[(root - 1) * size : root * size] = bytes(size)
    path.write_bytes(whole)


@pytest.mark.parametrize(
    "damage", [make_text, make_half, break_header, leave_unclean_with_a_zeroed_page]
)
def test_a_damaged_file_is_moved_aside_whole_and_a_new_one_begun(
    path: Path, clock: Clock, damage: Callable[[Path], None], review_of: MakeReview
) -> None:
    with History.open(path, clock) as history:
        for number in range(30):
            history.append(review_of(str(number)))
    damage(path)
    damaged = path.read_bytes()
    log = path.with_name("history.db-wal")
    written_ahead = log.read_bytes() if log.exists() else None

    with History.open(path, clock) as history:
        assert list(history.reviews()) == []
        history.append(review_of("after"))
        assert not history.read_only
        notice = history.notice
    aside = path.with_name("history.corrupt-20260301T120000Z.db")
    assert notice is not None
    assert notice.code == "history-moved"
    assert str(aside) in str(notice)
    assert aside.read_bytes() == damaged
    if written_ahead is not None:
        assert Path(f"{aside}-wal").read_bytes() == written_ahead
    with History.open(path, clock) as history:
        assert list(history.reviews()) == [review_of("after")]
        assert history.notice is None


def test_a_second_damaged_file_of_the_same_second_does_not_replace_the_first(
    path: Path, clock: Clock
) -> None:
    path.parent.mkdir()
    for text in ("one", "two", "three"):
        path.write_text(text)
        History.open(path, clock).close()
    aside = [path.with_name(f"history.corrupt-20260301T120000Z{n}.db") for n in ("", "-2", "-3")]
    assert [file.read_text() for file in aside] == ["one", "two", "three"]


def test_an_unclean_end_alone_loses_nothing(
    path: Path, tmp_path: Path, clock: Clock, review_of: MakeReview
) -> None:
    killed = tmp_path / "killed" / "history.db"
    with History.open(path, clock) as history:
        history.append(review_of("a"))
        shutil.copytree(path.parent, killed.parent)
    killed.with_name("history.db-shm").unlink()
    with History.open(killed, clock) as history:
        assert history.notice is None
        assert list(history.reviews()) == [review_of("a")]


def test_an_empty_file_is_a_new_history(path: Path, clock: Clock) -> None:
    path.parent.mkdir()
    path.touch()
    with History.open(path, clock) as history:
        assert history.notice is None
        assert list(history.reviews()) == []


def test_a_file_that_a_kill_left_half_made_is_made_again(path: Path, clock: Clock) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN")
        connection.execute("CREATE TABLE half (made)")
        connection.execute("INSERT INTO half SELECT randomblob(100000)")
        journal = Path(f"{path}-journal").read_bytes()
        database = path.read_bytes()
    path.write_bytes(database)
    Path(f"{path}-journal").write_bytes(journal)
    with History.open(path, clock) as history:
        assert history.notice is None
        assert list(history.reviews()) == []
