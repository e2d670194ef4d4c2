import json
import sqlite3
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.errors import HistoryError
from quizapp.history import Changes, History, LogView, Note, Review, question_note, view

MakeReview = Callable[..., Review]
MakeNote = Callable[[str], Note]
Clock = Callable[[], datetime]


def uuids(rows: Iterator[Review] | Iterator[Note]) -> list[str]:
    return [row.uuid for row in rows]


@contextmanager
def locked_by_another(path: Path) -> Iterator[None]:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


# Round trips


def test_a_review_is_read_back_as_it_was_appended(history: History, review_of: MakeReview) -> None:
    review = review_of("a", seed=10**30, rating=None, read_as=None, submission="٣\0[/]\u202e")
    history.append(review)
    assert list(history.reviews()) == [review]


def test_a_note_is_read_back_as_it_was_appended(history: History, undo_of: MakeNote) -> None:
    history.append(undo_of("a"))
    assert list(history.notes()) == [undo_of("a")]


def test_an_answer_and_the_source_of_its_question_are_committed_together_or_not_at_all(
    history: History, review_of: MakeReview
) -> None:
    source = question_note("convolution", "conv-parameters", "5f0c", "id: conv-parameters")

    def failing(_row: Review | Note, _log: LogView) -> Changes:
        raise HistoryError("history-full", "the disk is full")

    with pytest.raises(HistoryError):
        history.append(review_of("a"), failing, source)
    assert uuids(history.reviews()) == uuids(history.notes()) == []
    for name in ("a", "b"):
        history.append(review_of(name), None, source)
    assert list(history.reviews()) == [review_of("a"), review_of("b")]
    assert list(history.notes()) == [source]


def test_rows_are_there_when_the_file_is_opened_again(
    path: Path, clock: Clock, review_of: MakeReview
) -> None:
    with History.open(path, clock) as first:
        first.append(review_of("a"))
    with History.open(path, clock) as second:
        assert list(second.reviews()) == [review_of("a")]
        assert second.notice is None


def test_half_a_surrogate_pair_does_not_keep_an_answer_from_being_saved(
    history: History, review_of: MakeReview
) -> None:
    history.append(review_of("a", submission="64\ud83d", shown={"options": ["\udc00"]}))
    [review] = history.reviews()
    assert review.submission == "64?"
    assert review.shown == {"options": ["?"]}


def test_times_lie_in_the_file_in_utc_with_the_offset_beside_them(
    history: History, path: Path, review_of: MakeReview
) -> None:
    history.append(review_of("a", offset_minutes=-210))
    with closing(sqlite3.connect(path)) as other:
        found = other.execute("SELECT shown_at, answered_at, offset_minutes FROM reviews")
        assert found.fetchone() == ("2026-03-01T11:59:19.123Z", "2026-03-01T12:00:00.123Z", -210)


# The log only grows


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE reviews SET verdict = 'correct'",
        "DELETE FROM reviews",
        "UPDATE notes SET of = 'b'",
        "DELETE FROM notes",
    ],
)
def test_no_row_is_changed_or_deleted_by_any_program(
    history: History, path: Path, statement: str, review_of: MakeReview, undo_of: MakeNote
) -> None:
    history.append(review_of("a"))
    history.append(undo_of("a"))
    with (
        closing(sqlite3.connect(path)) as other,
        pytest.raises(sqlite3.IntegrityError, match="append-only"),
    ):
        other.execute(statement)
    assert list(history.reviews(undone=True)) == [review_of("a")]
    assert list(history.notes()) == [undo_of("a")]


def test_a_row_is_not_replaced_either(history: History, review_of: MakeReview) -> None:
    history.append(review_of("a"))
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        history._connection.execute("INSERT OR REPLACE INTO reviews SELECT * FROM reviews")


def test_appending_a_uuid_again_changes_nothing(history: History, review_of: MakeReview) -> None:
    history.append(review_of("a"))
    history.append(review_of("a", verdict="correct"))
    assert list(history.reviews()) == [review_of("a")]


def test_a_row_is_committed_before_append_returns(
    history: History, path: Path, review_of: MakeReview
) -> None:
    with closing(sqlite3.connect(path)) as other:
        for uuid in ("a", "b", "c"):
            history.append(review_of(uuid))
            last = other.execute("SELECT uuid FROM reviews ORDER BY rowid DESC LIMIT 1")
            assert last.fetchone() == (uuid,)


def test_a_commit_outlasts_a_power_cut(history: History) -> None:
    full = 2
    assert history._connection.execute("PRAGMA synchronous").fetchone()[0] == full
    assert history._connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"


# What is read


def test_reviews_come_in_the_order_of_their_answers(
    history: History, review_of: MakeReview
) -> None:
    for uuid, after in (("late", 20), ("early", -20), ("middle", 0)):
        history.append(review_of(uuid, after=after))
    assert uuids(history.reviews()) == ["early", "middle", "late"]


def test_reviews_are_picked_by_profile_bank_and_question(
    history: History, review_of: MakeReview
) -> None:
    history.append(review_of("a", profile="ana", bank="x", question="q"))
    history.append(review_of("b", profile="ana", bank="x", question="r"))
    history.append(review_of("c", profile="ana", bank="y", question="q"))
    history.append(review_of("d", profile="bo", bank="x", question="q"))
    assert uuids(history.reviews("ana")) == ["a", "b", "c"]
    assert uuids(history.reviews("ana", "x")) == ["a", "b"]
    assert uuids(history.reviews("ana", "x", "q")) == ["a"]
    assert uuids(history.reviews(bank="x", question="q")) == ["a", "d"]
    assert uuids(history.reviews("ana' OR '1'='1")) == []


def test_the_reviews_of_a_card_are_found_by_their_index(history: History) -> None:
    plan = history._connection.execute(
        "EXPLAIN QUERY PLAN SELECT * FROM reviews WHERE profile = 'a' AND bank = 'b' "
        "AND question = 'c' ORDER BY answered_at"
    ).fetchall()
    assert [row["detail"] for row in plan] == [
        "SEARCH reviews USING INDEX reviews_of_card (profile=? AND bank=? AND question=?)"
    ]


def test_cards_apart_are_those_with_a_review_that_does_not_count_as_told(
    history: History, review_of: MakeReview, undo_of: MakeNote
) -> None:
    history.append(review_of("plain", question="plain", shown={"exposes": ["forgot-bias"]}))
    history.append(review_of("undone", question="undone"))
    history.append(undo_of("undone"))
    history.append(review_of("talk", question="talk", shown={"after_talk": True}))
    history.append(review_of("odd", question="odd", shown={"exposes": ["a"], "show": "torch"}))
    with history.held() as log:
        assert {question for _, _, question in log.apart()} == {"undone", "talk", "odd"}
    plan = history._connection.execute(f"EXPLAIN QUERY PLAN {view._APART}").fetchall()
    assert "SCAN reviews USING INDEX reviews_unusual" in [row["detail"] for row in plan]


def test_a_review_is_the_last_of_its_card_until_a_later_one_or_a_note_is_there(
    history: History, review_of: MakeReview, undo_of: MakeNote
) -> None:
    early, late, other = review_of("a"), review_of("b", after=1), review_of("c", question="other")
    for row in (late, early, other):
        history.append(row)
    with history.held() as log:
        assert [log.is_last(row) for row in (early, late, other)] == [False, True, True]
        history.append(undo_of("b"))
        assert not log.is_last(late)


def test_notes_are_picked_by_profile_subject_and_type(
    history: History, undo_of: MakeNote, clock: Clock
) -> None:
    history.append(undo_of("a"))
    history.append(Note("flag", "f", "a", "bo", clock(), 0, {}))
    assert uuids(history.notes(of="a")) == ["f", "undo-a"]
    assert uuids(history.notes("bo")) == ["f"]
    assert uuids(history.notes(of="a", type="undo")) == ["undo-a"]
    assert uuids(history.notes(of="b")) == []


def test_a_flag_hides_nothing(history: History, review_of: MakeReview, clock: Clock) -> None:
    history.append(review_of("a"))
    history.append(Note("flag", "f", "a", "ana", clock(), 0, {}))
    assert uuids(history.reviews()) == ["a"]


def test_reading_stays_possible_while_rows_are_appended(
    history: History, path: Path, clock: Clock, review_of: MakeReview
) -> None:
    for number in range(5):
        history.append(review_of(f"old-{number}"))
    reading = history.reviews()
    next(reading)
    with History.open(path, clock) as other:
        other.append(review_of("of-another"))
    history.append(review_of("new"))
    assert len(list(reading)) == 4
    assert len(list(history.reviews())) == 7


@settings(max_examples=25, deadline=None)
@given(st.permutations(["a", "b", "c", "undo-a", "undo-c", "undo-d", "a"]))
def test_what_is_undone_depends_on_the_rows_and_not_on_their_order(
    review_of: MakeReview, undo_of: MakeNote, clock: Clock, arrival: list[str]
) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        History.open(Path(folder, "history.db"), clock) as history,
    ):
        for uuid in arrival:
            _, undo, undone = uuid.rpartition("undo-")
            history.append(undo_of(undone) if undo else review_of(uuid))
        assert uuids(history.reviews()) == ["b"]
        assert uuids(history.reviews(undone=True)) == ["a", "b", "c"]


# What goes wrong


def error_of(history: History, review: Review) -> HistoryError:
    with pytest.raises(HistoryError) as caught:
        history.append(review)
    return caught.value


def test_a_full_disk_is_said(history: History, path: Path, review_of: MakeReview) -> None:
    history._connection.execute("PRAGMA max_page_count = 1")
    error = error_of(history, review_of("a", submission="9" * 10_000))
    assert error.code == "history-full"
    assert str(path) in str(error)
    assert "free some space" in str(error)
    assert list(history.reviews()) == []


def test_a_log_that_turned_read_only_is_said(history: History, review_of: MakeReview) -> None:
    history._connection.execute("PRAGMA query_only = ON")
    assert error_of(history, review_of("a")).code == "history-readonly"


def test_a_lock_held_past_the_timeout_is_said(
    history: History, path: Path, review_of: MakeReview
) -> None:
    history._connection.execute("PRAGMA busy_timeout = 0")
    with locked_by_another(path):
        error = error_of(history, review_of("a"))
        assert list(history.reviews()) == []
    assert error.code == "history-locked"
    history.append(review_of("a"))
    assert uuids(history.reviews()) == ["a"]


def test_a_lock_is_waited_for_before_it_is_an_error(history: History) -> None:
    assert history._connection.execute("PRAGMA busy_timeout").fetchone()[0] == 5000


def test_a_log_that_is_closed_says_so_and_not_with_a_traceback(
    history: History, review_of: MakeReview
) -> None:
    history.close()
    error = error_of(history, review_of("a"))
    assert error.code == "history-io"
    assert "closed" in str(error)


def test_damage_met_while_reading_is_said(path: Path, clock: Clock, review_of: MakeReview) -> None:
    with History.open(path, clock) as history:
        for number in range(40):
            history.append(review_of(str(number), submission="9" * 2_000))
        root = history._connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'reviews'"
        ).fetchone()[0]
        size = history._connection.execute("PRAGMA page_size").fetchone()[0]
    whole = bytearray(path.read_bytes())
    whole[(root - 1) * size : root * size] = b"\xff" * size
    path.write_bytes(whole)
    with History.open(path, clock) as history, pytest.raises(HistoryError) as caught:
        history.reviews()
    assert caught.value.code == "history-damaged"


def test_threads_take_turns(history: History, review_of: MakeReview) -> None:
    def append_ten(name: str) -> None:
        for number in range(10):
            history.append(review_of(f"{name}-{number}"))

    threads = [threading.Thread(target=append_ten, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(list(history.reviews())) == 40


def test_json_in_the_file_keeps_hangul_readable(
    history: History, path: Path, review_of: MakeReview
) -> None:
    history.append(review_of("a"))
    with closing(sqlite3.connect(path)) as other:
        shown = other.execute("SELECT shown FROM reviews").fetchone()[0]
    assert "73,792개" in shown
    assert json.loads(shown) == review_of("a").shown
