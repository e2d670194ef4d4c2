"""Files that are not what they were: six ways of damage, and what is beside the database gone."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from quizapp.history import (
    History,
    damage_of,
    exported,
    keep_backup,
    newest_good,
    restore,
    set_aside,
    unreadable_rows,
)
from tests.faults.children import NOON, review

Clock = Callable[[], datetime]
Figure = Callable[[str], None]

ROWS = 80


def half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def zeroed_page(path: Path) -> None:
    """The second page of the table of reviews."""
    with closing(sqlite3.connect(path)) as connection:
        (root,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'reviews'"
        ).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    overwrite(path, (root - 1) * size, bytes(size))


def broken_header(path: Path) -> None:
    overwrite(path, 0, b"not a database!!")


def text(path: Path) -> None:
    path.write_text("not a database at all\n" * 400)


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def flipped_byte(path: Path) -> None:
    """In the middle of what a learner typed: no page is damaged by it, and one row is."""
    whole = path.read_bytes()
    place = whole.index(b"2026-03-01T12:00:07.000Z")
    overwrite(path, place + 4, b"\xd0")


def overwrite(path: Path, place: int, data: bytes) -> None:
    whole = bytearray(path.read_bytes())
    whole[place : place + len(data)] = data
    path.write_bytes(whole)


DAMAGE = [half, zeroed_page, broken_header, text, emptied, flipped_byte]


@pytest.fixture
def backed_up(path: Path, now: Clock) -> Path:
    """A history of eighty answers, the first half of them in a backup."""
    with History.open(path, now) as history:
        history.append_all(
            review(f"{n:02}", after=n, submission="9" * 300) for n in range(ROWS // 2)
        )
        keep_backup(path, NOON)
        history.append_all(
            review(f"{n:02}", after=n, submission="9" * 300) for n in range(ROWS // 2, ROWS)
        )
    return path


@pytest.mark.parametrize("damage", DAMAGE, ids=lambda damage: damage.__name__)
def test_damage_is_found_kept_aside_and_made_good_from_the_backup(
    backed_up: Path, now: Clock, figure: Figure, damage: Callable[[Path], None]
) -> None:
    damage(backed_up)
    damaged = backed_up.read_bytes()
    found = list(damage_of(backed_up))
    if not found:
        with History.open(backed_up, now) as history:
            found = unreadable_rows(history)
    assert found or damage is emptied
    assert all("Traceback" not in str(fault) for fault in found)

    added = restore(backed_up, newest_good(backed_up), now)
    with History.open(backed_up, now) as history:
        saved = {row.uuid for row in history.everything()}
        assert history.notice is None
    assert {f"{number:02}" for number in range(ROWS // 2)} <= saved
    if damaged:
        assert [aside.read_bytes() for aside in set_aside(backed_up)] == [damaged]
    assert added.new == len(saved)
    assert not damage_of(backed_up)
    figure(f"{damage.__name__}: {len(saved)} of {ROWS} answers, {ROWS // 2} of them backed up")


@pytest.mark.parametrize("damage", [half, broken_header, text], ids=lambda damage: damage.__name__)
def test_a_start_after_damage_offers_the_backup_once(
    backed_up: Path, now: Clock, damage: Callable[[Path], None]
) -> None:
    damage(backed_up)
    with History.open(backed_up, now) as history:
        notice = history.notice
        assert notice is not None
        assert notice.code == "history-moved-backup"
        assert str(newest_good(backed_up)) in str(notice)
        assert "quizapp doctor --restore" in str(notice)
        history.append(review("after"))
    with History.open(backed_up, now) as history:
        assert history.notice is None
        assert [row.uuid for row in history.reviews()] == ["after"]
    restore(backed_up, newest_good(backed_up), now)
    with History.open(backed_up, now) as history:
        saved = {row.uuid for row in history.reviews()}
    assert {"after", "00", f"{ROWS // 2 - 1}"} <= saved


# What lies beside


def test_without_the_log_beside_it_only_what_was_in_the_log_may_be_gone(
    path: Path, tmp_path: Path, now: Clock, figure: Figure
) -> None:
    left = tmp_path / "left" / "history.db"
    with History.open(path, now) as history:
        history.append_all(review(f"old-{number}") for number in range(5))
    with History.open(path, now) as history:
        history.append(review("new"))
        shutil.copytree(path.parent, left.parent)
    for ending in ("-wal", "-shm"):
        Path(f"{left}{ending}").unlink(missing_ok=True)
    with History.open(left, now) as history:
        assert history.notice is None
        assert len([*history.reviews()]) == 5
        history.append(review("again"))
    figure("log deleted: 5 of 5 checkpointed answers kept, no crash")


def test_a_log_of_another_database_is_not_played_into_this_one(
    path: Path, tmp_path: Path, now: Clock
) -> None:
    other = tmp_path / "other" / "history.db"
    with History.open(path, now) as history:
        history.append_all(review(f"mine-{number}") for number in range(5))
    with History.open(other, now) as history:
        history.append_all(review(f"theirs-{number}") for number in range(50))
        for ending in ("-wal", "-shm"):
            shutil.copy(f"{other}{ending}", f"{path}{ending}")
    with History.open(path, now) as history:
        found = {row.uuid for row in history.reviews()}
        moved = history.notice is not None
    # SQLite takes a log for its own by a number in both; where it does not, nothing is played.
    assert moved or found <= {f"mine-{n}" for n in range(5)} | {f"theirs-{n}" for n in range(50)}


def test_an_export_of_what_was_restored_equals_that_of_the_backup(
    backed_up: Path, tmp_path: Path, now: Clock
) -> None:
    backup = newest_good(backed_up)
    assert backup is not None
    elsewhere = tmp_path / "elsewhere" / "history.db"
    restore(elsewhere, backup, now)
    with History.open(elsewhere, now) as one, History.open(backed_up, now) as other:
        half_of_it = [*exported(other)][: ROWS // 2]
        assert [*exported(one)] == half_of_it
