"""The log as lines, out and in: nothing lost, nothing doubled, nothing half done."""

import json
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.errors import HistoryError
from quizapp.history import (
    Added,
    History,
    Note,
    Review,
    bring_in,
    exported,
    question_note,
    rows_in,
)
from quizapp.words import is_forbidden, sentence

MakeReview = Callable[..., Review]
MakeNote = Callable[[str], Note]
Clock = Callable[[], datetime]


@pytest.fixture
def full(history: History, review_of: MakeReview, undo_of: MakeNote) -> History:
    """One with reviews of two people, one taken back, and the source of a question."""
    history.append(review_of("a"))
    history.append(
        review_of("b", after=5, profile="bo", submission="64\x1b[2J\x7f\u202e", seed=10**30)
    )
    history.append(review_of("c", after=9, read_as=None, rating=None))
    history.append(undo_of("a"))
    history.append(question_note("convolution", "conv-parameters", "5f0c", "id: 합성곱"))
    return history


def write(path: Path, lines: list[str]) -> Path:
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def test_an_export_holds_every_row_in_an_order_of_its_own(full: History) -> None:
    rows = [json.loads(line) for line in exported(full)]
    assert [(row["type"], row["uuid"]) for row in rows[:4]] == [
        ("review", "a"),
        ("review", "b"),
        ("review", "c"),
        ("question", rows[3]["uuid"]),
    ]
    assert rows[4]["type"] == "undo"


def test_an_export_has_no_character_that_moves_a_terminal(full: History) -> None:
    text = "".join(exported(full))
    assert not any(map(is_forbidden, text))
    assert "합성곱" in text
    assert json.loads([*exported(full)][1])["submission"] == "64\x1b[2J\x7f\u202e"


def test_an_export_of_one_person_holds_theirs_and_the_sources_they_met(
    full: History, tmp_path: Path
) -> None:
    rows = [json.loads(line) for line in exported(full, "bo")]
    assert [(row["type"], row["profile"]) for row in rows] == [("review", "bo"), ("question", "")]


def test_what_is_exported_is_imported_whole(full: History, tmp_path: Path, clock: Clock) -> None:
    file = write(tmp_path / "rows.jsonl", [*exported(full)])
    with History.open(tmp_path / "other" / "history.db", clock) as other:
        assert bring_in(other, [file]) == Added(read=5, new=5)
        assert bring_in(other, [file]) == Added(read=5, new=0)
        assert [*exported(other)] == [*exported(full)]
        assert [review.uuid for review in other.reviews()] == ["b", "c"]


def test_another_history_is_merged_as_it_is(full: History, tmp_path: Path, clock: Clock) -> None:
    with History.open(tmp_path / "other" / "history.db", clock) as other:
        assert bring_in(other, [full.path]) == Added(read=5, new=5)
        assert [*exported(other)] == [*exported(full)]


def test_an_import_makes_the_caches_stale_only_where_it_brings_something(
    full: History, tmp_path: Path, clock: Clock
) -> None:
    file = write(tmp_path / "rows.jsonl", [*exported(full)])
    with History.open(tmp_path / "other" / "history.db", clock) as other:
        bring_in(other, [file])
        with other.held():
            other.replace_derived(None, other.derived(), version=1)
        bring_in(other, [file])
        assert not other.derived_stale(1)


@settings(max_examples=20, deadline=None)
@given(st.data())
def test_a_union_does_not_depend_on_order_or_repetition(
    review_of: MakeReview, undo_of: MakeNote, clock: Clock, data: st.DataObject
) -> None:
    rows: list[Review | Note] = [review_of(name, after=place) for place, name in enumerate("abcd")]
    rows += [undo_of("a"), undo_of("c"), question_note("x", "y", "z", "id: y")]
    parts = data.draw(st.lists(st.lists(st.sampled_from(rows)), min_size=2, max_size=3))
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:

        def union(label: str, order: list[int]) -> list[str]:
            history = stack.enter_context(History.open(Path(name, label, "history.db"), clock))
            for place in order:
                history.append_all(parts[place])
            return [*exported(history)]

        order = [*range(len(parts))]
        one = union("one", order)
        assert union("other", order[::-1]) == one
        assert union("twice", order + order) == one
        assert len(one) == len({row.uuid for part in parts for row in part})


def test_what_is_here_stays_and_a_row_that_differs_is_counted(
    full: History, tmp_path: Path, review_of: MakeReview
) -> None:
    other = replace(review_of("a"), verdict="correct")
    file = write(tmp_path / "rows.jsonl", [json.dumps(other.as_json())])
    assert bring_in(full, [file]) == Added(read=1, new=0, differing=1)
    assert next(full.reviews(undone=True)).verdict == "wrong"


def test_blank_lines_and_a_byte_order_mark_are_passed_over(full: History, tmp_path: Path) -> None:
    lines = [*exported(full)]
    file = write(tmp_path / "rows.jsonl", ["\ufeff" + lines[0], "", "  ", *lines[1:]])
    assert len([*rows_in(file)]) == 5


# Refused


def changed(review_of: MakeReview, **changes: Any) -> str:
    return json.dumps({**review_of("x").as_json(), **changes})


REFUSED = [
    ({"uuid": ""}, "row-name"),
    ({"uuid": 7}, "row-name"),
    ({"uuid": "x" * 201}, "row-name"),
    ({"bank": "a\x1b[2J"}, "row-name"),
    ({"bank": "a\nb"}, "row-name"),
    ({"verdict": "\u202e"}, "row-name"),
    ({"profile": "../bo"}, "row-profile"),
    ({"profile": "한" * 21}, "row-profile"),
    ({"level": "1"}, "row-whole"),
    ({"level": True}, "row-whole"),
    ({"level": 1.5}, "row-whole"),
    ({"ms": -1}, "row-whole"),
    ({"ms": 2**63}, "row-whole"),
    ({"rating": 5}, "row-whole"),
    ({"seed": 2**300}, "row-whole"),
    ({"offset_minutes": 5000}, "row-whole"),
    ({"submission": None}, "row-text"),
    ({"read_as": 3}, "row-text"),
    ({"mistakes": "forgot-bias"}, "row-names"),
    ({"mistakes": ["a", 1]}, "row-names"),
    ({"variables": []}, "row-mapping"),
    ({"variables": {"x": float("inf")}}, "line-json"),
    ({"shown": {"x": 1e308 * 10}}, "line-json"),
    ({"answered_at": "2026-03-01"}, "row-moment"),
    ({"answered_at": "2026-13-01T09:00:00Z"}, "row-moment"),
    ({"answered_at": "2026-03-01T09:00:00+09:00"}, "row-moment"),
    ({"shown_at": 0}, "row-moment"),
    ({"type": "shrug"}, "row-choice"),
    ({"type": None}, "row-choice"),
]


@pytest.mark.parametrize(("changes", "code"), REFUSED)
def test_a_row_that_cannot_be_is_refused_with_its_line_and_nothing_is_imported(
    history: History, tmp_path: Path, review_of: MakeReview, changes: dict[str, Any], code: str
) -> None:
    good = json.dumps(review_of("good").as_json())
    file = write(tmp_path / "rows.jsonl", [good, changed(review_of, **changes)])
    with pytest.raises(HistoryError) as caught:
        bring_in(history, [file])
    assert caught.value.code == "history-line"
    assert str(caught.value).startswith(f"{file}:2: ")
    fault = caught.value.figures["fault"]
    assert isinstance(fault, HistoryError)
    assert fault.code == code
    assert sentence(caught.value, "ko").startswith(f"{file}:2: ")
    assert [*history.reviews()] == []


@pytest.mark.parametrize(
    "line",
    [
        b"not json",
        b"[1, 2]",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"type": "review", "seed": ' + b"9" * 5000 + b"}",
        b'{"a": NaN}',
        b'{"type": "review"}',
        b"x" * (4 * 2**20 + 1),
    ],
    ids=["words", "list", "bytes", "deep", "digits", "nan", "bare", "long"],
)
def test_a_line_that_is_no_row_is_refused(history: History, tmp_path: Path, line: bytes) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_bytes(b"\n" + line + b"\n")
    with pytest.raises(HistoryError) as caught:
        bring_in(history, [file])
    assert str(caught.value).startswith(f"{file}:2: ")


def test_a_field_that_is_missing_is_named(
    history: History, tmp_path: Path, review_of: MakeReview
) -> None:
    for field in review_of("x").as_json():
        record = {**review_of("x").as_json()}
        del record[field]
        file = write(tmp_path / "rows.jsonl", [json.dumps(record)])
        with pytest.raises(HistoryError, match=field):
            bring_in(history, [file])


def test_one_bad_file_keeps_the_good_ones_out(full: History, tmp_path: Path, clock: Clock) -> None:
    good = write(tmp_path / "good.jsonl", [*exported(full)])
    bad = write(tmp_path / "bad.jsonl", ["{}"])
    with History.open(tmp_path / "other" / "history.db", clock) as other:
        with pytest.raises(HistoryError):
            bring_in(other, [good, bad])
        assert other.size() == 0


def test_a_deep_value_is_refused_and_a_shallow_one_is_not(review_of: MakeReview) -> None:
    value: object = 1
    for _ in range(24):
        value = [value]
    record = {**review_of("x").as_json(), "shown": {"x": value}}
    with pytest.raises(HistoryError, match="24 levels"):
        Review.from_json(record)
    assert Review.from_json({**record, "shown": {"x": [[1]]}}).shown == {"x": [[1]]}


@pytest.mark.parametrize("place", ["nowhere.jsonl", "."])
def test_a_file_that_is_none_is_said(history: History, tmp_path: Path, place: str) -> None:
    with pytest.raises(HistoryError) as caught:
        bring_in(history, [tmp_path / place])
    assert caught.value.code in ("history-nothing-there", "history-not-a-file")


def test_a_database_of_another_program_is_said(history: History, tmp_path: Path) -> None:
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE notes (id INTEGER)")
        other.commit()
    with pytest.raises(HistoryError) as caught:
        bring_in(history, [tmp_path / "other.db"])
    assert caught.value.code == "history-foreign"


def test_a_history_is_not_merged_with_itself(full: History) -> None:
    with pytest.raises(HistoryError) as caught:
        bring_in(full, [full.path])
    assert caught.value.code == "history-itself"


def test_merging_leaves_nothing_beside_the_other_file(
    full: History, tmp_path: Path, clock: Clock
) -> None:
    folder = tmp_path / "other"
    with History.open(folder / "history.db", clock) as other:
        other.append(question_note("x", "y", "z", "id: y"))
    bring_in(full, [folder / "history.db"])
    assert [file.name for file in folder.iterdir()] == ["history.db"]
