"""Copies of the history: made now and then, thinned out with age, found after damage."""

import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.errors import HistoryError
from quizapp.history import (
    Added,
    History,
    Note,
    Review,
    back_up,
    backups_of,
    exported,
    forget_in_backups,
    keep_backup,
    newest_good,
    restore,
    set_aside,
)
from quizapp.history.backups import DAYS, RECENT, WEEKS, folder_of, kept

MakeReview = Callable[..., Review]
MakeNote = Callable[[str], Note]
Clock = Callable[[], datetime]

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def names(path: Path) -> list[str]:
    return sorted(file.name for file in folder_of(path).iterdir())


def touch(path: Path, seconds: int) -> None:
    """As if written so many seconds later."""
    later = path.stat().st_mtime_ns + seconds * 10**9
    os.utime(path, ns=(later, later))


# Made


def test_a_backup_is_one_file_for_its_owner_with_every_row(
    history: History, tmp_path: Path, review_of: MakeReview
) -> None:
    history.append(review_of("a"))
    copy = tmp_path / "kept" / "copy.db"
    back_up(history.path, copy)
    assert [file.name for file in copy.parent.iterdir()] == ["copy.db"]
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with closing(sqlite3.connect(copy)) as found:
        assert found.execute("SELECT uuid FROM reviews").fetchall() == [("a",)]


def test_a_backup_is_of_one_moment_while_others_write(
    history: History, tmp_path: Path, review_of: MakeReview
) -> None:
    history.append(review_of("a"))
    with history.held():
        history.append(review_of("b"))
        back_up(history.path, tmp_path / "copy.db")
    with closing(sqlite3.connect(tmp_path / "copy.db")) as found:
        assert found.execute("SELECT uuid FROM reviews").fetchall() == [("a",)]


def test_a_backup_that_cannot_be_made_is_said(history: History, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(HistoryError) as caught:
        back_up(history.path, tmp_path / "file" / "copy.db")
    assert str(tmp_path / "file") in str(caught.value)


def test_automatic_backups_are_made_where_something_was_written_and_an_hour_has_gone(
    history: History, path: Path, review_of: MakeReview
) -> None:
    history.append(review_of("a"))
    assert keep_backup(path, NOON) == folder_of(path) / "auto-20260301T120000Z.db"
    touch(path, 60)
    assert keep_backup(path, NOON + HOUR / 2) is None
    assert keep_backup(path, NOON + HOUR) is not None
    assert names(path) == ["auto-20260301T120000Z.db", "auto-20260301T130000Z.db"]
    assert keep_backup(path, NOON + 3 * HOUR) is None


def test_a_clock_that_was_put_back_does_not_stop_the_backups(
    history: History, path: Path, review_of: MakeReview
) -> None:
    history.append(review_of("a"))
    keep_backup(path, NOON + timedelta(days=3650))
    touch(path, 60)
    assert keep_backup(path, NOON) is not None


# Thinned out


def test_a_year_of_hourly_backups_leaves_recent_daily_and_weekly_ones() -> None:
    moments = [NOON + HOUR * number for number in range(24 * 365)]
    stay = sorted(kept(moments), reverse=True)
    assert stay[:RECENT] == moments[: -RECENT - 1 : -1]
    assert len({moment.date() for moment in stay}) >= DAYS
    assert len({moment.isocalendar()[:2] for moment in stay}) == WEEKS
    assert len(stay) <= RECENT + DAYS + WEEKS


@given(st.lists(st.datetimes(timezones=st.just(UTC)), unique=True, max_size=80))
def test_the_newest_ten_stay_and_a_second_thinning_takes_nothing(moments: list[datetime]) -> None:
    stay = kept(moments)
    assert set(sorted(moments)[-RECENT:]) <= stay <= set(moments)
    assert kept(stay) == stay


def test_only_automatic_backups_are_ever_thinned_out(
    history: History, path: Path, review_of: MakeReview
) -> None:
    history.append(review_of("a"))
    folder_of(path).mkdir()
    for name in ("mine.db", "auto-old.db", "history-20200101T000000Z.db"):
        back_up(path, folder_of(path) / name)
    for number in range(14):
        touch(path, 60)
        keep_backup(path, NOON + HOUR * number)
    assert len(names(path)) == 3 + RECENT
    assert {"mine.db", "auto-old.db", "history-20200101T000000Z.db"} <= set(names(path))


# Found


def test_the_newest_good_backup_is_neither_damaged_nor_of_a_newer_program(
    history: History, path: Path, review_of: MakeReview
) -> None:
    history.append(review_of("a"))
    assert newest_good(path) is None
    for number, name in enumerate(("good", "older", "text", "newer")):
        file = folder_of(path) / f"{name}.db"
        back_up(path, file)
        if name == "text":
            file.write_text("no database")
        if name == "newer":
            with closing(sqlite3.connect(file)) as found:
                found.execute("PRAGMA user_version = 99")
        touch(file, -60 if name == "older" else 60 * number)
    assert [file.stem for file in backups_of(path)] == ["newer", "text", "good", "older"]
    assert newest_good(path) == folder_of(path) / "good.db"
    assert names(path) == ["good.db", "newer.db", "older.db", "text.db"]


def test_the_newest_backup_stays_the_newest_in_a_copy_of_the_folder(
    history: History, path: Path, review_of: MakeReview
) -> None:
    history.append(review_of("a"))
    earlier, later = (
        folder_of(path) / f"{name}-20260301T{hour}0000Z.db"
        for name, hour in (("history", "10"), ("auto", "11"))
    )
    for file in (later, earlier):
        back_up(path, file)
    touch(earlier, 60)
    assert backups_of(path) == [later, earlier]


# Restored


def test_a_restored_history_equals_the_one_backed_up(
    path: Path, tmp_path: Path, clock: Clock, review_of: MakeReview, undo_of: MakeNote
) -> None:
    with History.open(path, clock) as history:
        for number in range(20):
            history.append(review_of(str(number), after=number))
        history.append(undo_of("3"))
        before = [*exported(history)]
    copy = tmp_path / "stick" / "copy.db"
    back_up(path, copy)
    elsewhere = tmp_path / "elsewhere" / "history.db"
    assert restore(elsewhere, copy, clock) == Added(read=21, new=21)
    with History.open(elsewhere, clock) as history:
        assert [*exported(history)] == before


def test_restoring_takes_nothing_away_and_adds_what_damaged_files_still_hold(
    path: Path, clock: Clock, review_of: MakeReview
) -> None:
    with History.open(path, clock) as history:
        history.append(review_of("in-backup"))
        keep_backup(path, NOON)
        for number in range(60):
            history.append(review_of(f"{number:02}", after=number, submission="9" * 500))
        pages = history._connection.execute("PRAGMA page_count").fetchone()[0]
        size = history._connection.execute("PRAGMA page_size").fetchone()[0]
    whole = bytearray(path.read_bytes())
    # In the last half lie answers.
    damaged = pages * 3 // 4 * size
    whole[damaged : damaged + size] = b"\xff" * size
    path.write_bytes(whole)

    added = restore(path, newest_good(path), clock)
    assert len(set_aside(path)) == 1
    with History.open(path, clock) as history:
        found = {review.uuid for review in history.reviews()}
        assert history.notice is None
    assert "in-backup" in found
    assert 30 < len(found) == added.new
    assert restore(path, newest_good(path), clock).new == 0


# Forgotten


def test_a_person_is_forgotten_and_the_others_stay(
    history: History, path: Path, review_of: MakeReview, undo_of: MakeNote
) -> None:
    for name in ("ana", "bo"):
        history.append(review_of(f"of-{name}", profile=name, submission=f"secret-of-{name}"))
    history.append(undo_of("of-ana"))
    history.append(Note("flag", "by-bo-on-ana", "of-ana", "bo", NOON, 0, {}))
    history.append(Note("flag", "by-bo", "x/y", "bo", NOON, 0, {}))
    history.forget("ana")
    assert [row.uuid for row in history.everything()] == ["of-bo", "by-bo"]
    assert history.profiles() == ["bo"]
    files = [file for file in path.parent.iterdir() if file.is_file()]
    assert not any(b"secret-of-ana" in file.read_bytes() for file in files)
    assert any(b"secret-of-bo" in file.read_bytes() for file in files)


def test_the_log_is_append_only_again_after_somebody_was_forgotten(
    history: History, review_of: MakeReview
) -> None:
    history.append(review_of("a", profile="bo"))
    history.forget("ana")
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        history._connection.execute("DELETE FROM reviews")
    history.append(review_of("b", profile="ana"))
    assert history.size() == 2


def test_a_person_is_not_called_forgotten_while_their_rows_are_still_being_read(
    history: History, path: Path, review_of: MakeReview
) -> None:
    history.append(review_of("a"))
    history._connection.execute("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM reviews").fetchone()
        with pytest.raises(HistoryError) as caught:
            history.forget("ana")
        assert caught.value.code == "history-locked"
        other.execute("COMMIT")
    history.forget("ana")
    assert history.size() == 0


def test_a_person_is_forgotten_in_the_backups_and_what_is_damaged_is_named(
    path: Path, clock: Clock, review_of: MakeReview
) -> None:
    path.parent.mkdir()
    path.write_text("damaged")
    with History.open(path, clock) as history:
        history.append(review_of("a", submission="secret-of-ana"))
        history.append(review_of("b", profile="bo"))
        first, second = keep_backup(path, NOON), folder_of(path) / "mine.db"
        assert first is not None
        back_up(path, second)
        broken = folder_of(path) / "broken.db"
        broken.write_text("no database")
        times = [first.stat().st_mtime_ns, second.stat().st_mtime_ns]
        half = folder_of(path) / "auto-20260301T120001Z.db.part"
        half.write_text("secret-of-ana")
        left = forget_in_backups(path, "ana")
    assert not half.exists()
    assert sorted(left) == sorted([*set_aside(path), broken])
    assert [first.stat().st_mtime_ns, second.stat().st_mtime_ns] == times
    for file in (first, second):
        assert b"secret-of-ana" not in file.read_bytes()
        with closing(sqlite3.connect(file)) as found:
            assert found.execute("SELECT uuid FROM reviews").fetchall() == [("b",)]
