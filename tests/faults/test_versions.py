"""Histories of earlier releases, and of later ones."""

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from quizapp.errors import HistoryError
from quizapp.history import History, bring_in, exported
from quizapp.history.migrations import MIGRATIONS
from tests.faults.children import quizapp, review

Clock = Callable[[], datetime]
Figure = Callable[[str], None]

DATA = Path(__file__).parents[1] / "data"
RELEASED = sorted(DATA.glob("history-v*.db"))


def fingerprint(path: Path) -> str:
    """Of every row, as another program sees them."""
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        rows = [
            *connection.execute("SELECT * FROM reviews ORDER BY uuid").fetchall(),
            *connection.execute("SELECT * FROM notes ORDER BY uuid").fetchall(),
        ]
    return hashlib.sha256(repr(rows).encode()).hexdigest()


def test_every_schema_that_was_released_has_a_file_here() -> None:
    assert [path.name for path in RELEASED] == [
        f"history-v{number}.db" for number in range(1, len(MIGRATIONS))
    ]


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_a_history_of_an_earlier_release_is_brought_up_with_every_row(
    path: Path, now: Clock, figure: Figure, released: Path
) -> None:
    path.parent.mkdir()
    shutil.copy(released, path)
    before = fingerprint(path)
    with History.open(path, now) as history:
        size = history.size()
        assert history.notice is None
        assert history.derived_stale(1)
        assert history.profiles() == ["ana", "한지민"]
    assert fingerprint(path) == before
    [backup] = path.parent.glob("history.before-v*.db")
    assert fingerprint(backup) == before
    when = backup.stat().st_mtime_ns
    with History.open(path, now) as history:
        history.append(review("new"))
        assert history.size() == size + 1
    assert backup.stat().st_mtime_ns == when
    figure(f"{released.name}: {size} of {size} rows, backup made")


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_a_history_of_an_earlier_release_is_merged_as_it_is(
    path: Path, tmp_path: Path, now: Clock, released: Path
) -> None:
    copy = tmp_path / "copy.db"
    shutil.copy(released, copy)
    before = copy.read_bytes()
    with History.open(path, now) as history:
        added = bring_in(history, [copy])
        assert added.new == added.read == 26
        assert len([*exported(history)]) == 26
    assert copy.read_bytes() == before
    assert not Path(f"{copy}-wal").exists()


def test_a_history_of_a_later_release_is_read_and_not_touched(
    path: Path, now: Clock, figure: Figure
) -> None:
    with History.open(path, now) as history:
        history.append(review("a"))
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    with History.open(path, now) as history:
        assert history.notice is not None
        assert history.notice.code == "history-newer"
        assert [row.uuid for row in history.reviews()] == ["a"]
        writes: list[Callable[[], None]] = [
            lambda: history.append(review("b")),
            lambda: history.forget("ana"),
            lambda: history.replace_derived(None, history.derived()),
        ]
        for write in writes:
            with pytest.raises(HistoryError) as caught:
                write()
            assert caught.value.code == "history-newer"
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    figure("a newer history: read, and not a byte written")


def test_the_verbs_say_that_a_history_is_newer_and_leave_it(path: Path, now: Clock) -> None:
    History.open(path, now).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    environment = {"QUIZAPP_HOME": str(path.parent)}
    for arguments in (("history", "export"), ("doctor",), ("doctor", "--rebuild")):
        done = quizapp(*arguments, **environment)
        assert "newer quizapp" in done.stderr, done.stderr
        assert "Traceback" not in done.stderr
    assert path.read_bytes() == before


def test_an_export_is_the_same_byte_for_byte_whatever_the_hash_seed_and_the_locale(
    path: Path, now: Clock, figure: Figure
) -> None:
    path.parent.mkdir()
    shutil.copy(RELEASED[0], path)
    History.open(path, now).close()
    seen = set()
    for seed, locale in (("0", "C"), ("1", "C.UTF-8"), ("20", "ko_KR.UTF-8"), ("random", "")):
        done = quizapp(
            "history", "export",
            QUIZAPP_HOME=str(path.parent), PYTHONHASHSEED=seed, LC_ALL=locale, LANG=locale,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        seen.add(done.stdout)
    assert len(seen) == 1
    figure(f"hash seeds and locales: 4, exports: {len(seen)}")


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_a_released_file_that_others_could_read_is_its_owners_alone_after(
    path: Path, now: Clock
) -> None:
    path.parent.mkdir()
    shutil.copy(RELEASED[0], path)
    path.chmod(0o644)
    History.open(path, now).close()
    assert {file.stat().st_mode & 0o777 for file in path.parent.iterdir()} == {0o600}
