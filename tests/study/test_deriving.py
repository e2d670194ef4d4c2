"""The caches: one step a row, and the same as the whole log folded anew."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.history import Changes, History, Note, NoteType, Review, view
from quizapp.history.rows import written
from quizapp.study.cards import MODEL, day_number, is_after_talk
from quizapp.study.deriving import Deriver, day_rows, folded_from, slip_rows
from quizapp.study.memory import DEFAULT_PARAMETERS, Memory
from quizapp.study.rebuilding import DERIVED_VERSION, bring_up_to_date, comparable, rebuild

START = datetime(2026, 3, 2, 0, 30, tzinfo=UTC)
OTHER = Memory([parameter * 1.25 for parameter in DEFAULT_PARAMETERS])


def topic_of(_bank: str, question: str) -> str:
    return f"topic-{question}"


def review(number: int, day: float, question: str = "q", rating: int | None = 3) -> Review:
    at = START + timedelta(days=day)
    return Review(
        uuid=f"r{number}", profile="me", bank="b", question=question, revision="1", level=1,
        variables={}, shown={"exposes": ["forgot-bias"]}, seed=1, generator=1, submission="1",
        read_as="1", verdict="wrong" if rating == 1 else "correct",
        mistakes=("forgot-bias",) if rating == 1 else (), hints=0, ms=500, rating=rating,
        sitting=f"s{number % 3}", shown_at=at, answered_at=at, offset_minutes=540,
    )  # fmt: skip


def note(
    number: int,
    kind: NoteType,
    of: str,
    body: dict[str, object] | None = None,
    profile: str = "me",
) -> Note:
    return Note(kind, f"n{number}", of, profile, START + timedelta(days=number), 540, body or {})


SHOWN: list[dict[str, object]] = [
    {"exposes": ["forgot-bias"]},
    {"show": "torch", "options": ["exposes", '"exposes": [']},
    {"options": ['a "b" ]'], "exposes": ["forgot-bias", "사라진-패딩"]},
    {"exposes": []},
    {"exposes": ["forgot-bias"], "show": "torch"},
    {"exposes": None, "then": {"exposes": ["forgot-bias"]}},
    {"then": [{"exposes": ["forgot-bias"]}]},
    {"exposes": ["odd]name", "forgot-bias"]},
    {"exposes": [], "after_talk": True},
    {"after_talk": False, "exposes": ["forgot-bias"]},
]


@st.composite
def reviews(draw: st.DrawFn, number: st.SearchStrategy[int] = st.integers(0, 8)) -> Review:  # noqa: B008 -- a strategy is no value
    """Of two people and two questions, on clocks that differ, and often on the same day."""
    day = draw(st.one_of(st.integers(0, 9), st.floats(0, 30).map(lambda day: round(day, 2))))
    rating = draw(st.sampled_from([None, 1, 2, 3, 3, 3, 4]))
    right = draw(st.sampled_from([rating != 1, rating != 1, False, True]))
    return replace(
        review(draw(number), day, draw(st.sampled_from("qp")), rating),
        profile=draw(st.sampled_from(["me", "me", "한지민"])),
        level=draw(st.sampled_from([1, 1, 2, 3, 5])),
        shown=draw(st.sampled_from(SHOWN[:1] * 4 + SHOWN)),
        verdict="correct" if right else draw(st.sampled_from(["wrong", "close"])),
        mistakes=draw(
            st.sampled_from(
                [(), ("forgot-bias",), ("a", "b"), ("a+forgot-bias",), ("c", "a", "d", "b")]
            )
        ),
        hints=draw(st.sampled_from([0, 0, 1, 2])),
        ms=draw(st.integers(0, 10**7)),
        offset_minutes=draw(st.sampled_from([540, 540, -720, 345])),
    )


REVIEWS = reviews()
NOTES = st.one_of(
    st.builds(note, st.integers(0, 8), st.just("undo"), st.integers(0, 8).map("r{}".format)),
    st.builds(
        note,
        st.integers(0, 8),
        st.just("probe"),
        st.integers(0, 8).map("r{}".format),
        st.sampled_from([{"mistake": "forgot-bias"}, {"mistake": None}]),
    ),
    st.builds(
        note,
        st.integers(0, 8),
        st.sampled_from(["retire", "restore"]),
        st.just("b/q"),
        profile=st.sampled_from(["me", "한지민"]),
    ),
)
ROWS = st.lists(st.one_of(REVIEWS, REVIEWS, NOTES), max_size=18, unique_by=lambda row: row.uuid)
MANY = st.lists(reviews(st.integers(0, 999)), max_size=60, unique_by=lambda row: row.uuid)


def cached(rows: Sequence[Review | Note]) -> tuple[Changes, Changes]:
    """What the steps left behind, and what a rebuild gives."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "history.db"
        with History.open(path, lambda: START) as history:
            for row in rows:
                history.append(row, Deriver(topic_of))
            return comparable(history.derived()), comparable(rebuild(history, topic_of))


@settings(max_examples=40)
@given(ROWS, st.randoms())
def test_the_caches_are_those_of_a_rebuild_in_whatever_order_rows_come(
    rows: list[Review | Note], chance: object
) -> None:
    steps, whole = cached(rows)
    assert steps == whole
    mixed = list(rows)
    chance.shuffle(mixed)  # type: ignore[attr-defined] # hypothesis' own Random
    assert cached(mixed)[0] == whole


@pytest.mark.parametrize("offset", [-720, -210, 0, 330, 345, 540, 840])
def test_a_rebuild_puts_every_moment_on_the_day_that_a_step_does(
    tmp_path: Path, offset: int
) -> None:
    turn = START.replace(hour=4, minute=0) - timedelta(minutes=offset)
    moments = [turn + timedelta(minutes=7 * step) for step in range(400)]
    moments += [
        turn + timedelta(days=day, milliseconds=off) for day in (0, 9000) for off in (-1, 0)
    ]
    rows = [
        replace(review(number, 0), answered_at=at, shown_at=at, offset_minutes=offset)
        for number, at in enumerate(moments)
    ]
    with History.open(tmp_path / "history.db", lambda: START) as history:
        history.append_all(rows)
        with history.held() as log:
            [(*_, told)] = log.told()
    lines = told.split("\n")
    days = {
        rest.split("\t")[0]: int(first.split(" ")[0])
        for first, rest in zip(lines[::3], lines[2::3], strict=True)
    }
    written_ones = [written(row.answered_at) for row in rows]
    assert days == {at: day_number(at, offset) for at in written_ones}


@settings(max_examples=150)
@given(MANY, st.sampled_from([None, OTHER]))
def test_a_replayed_log_comes_to_what_its_cards_come_to_one_by_one(
    rows: list[Review], fitted: Memory | None
) -> None:
    models = {} if fitted is None else {"한지민": fitted}
    cards: dict[tuple[str, str, str], list[Review]] = {}
    for row in rows:
        cards.setdefault((row.profile, row.bank, row.question), []).append(row)
    with TemporaryDirectory() as folder, History.open(Path(folder) / "h.db", lambda: START) as log:
        log.append_all(rows)
        rebuilt = rebuild(log, topic_of, models)
    folded = {
        name: folded_from(of_card, (), models.get(name[0], MODEL))
        for name, of_card in cards.items()
        if not all(is_after_talk(row.shown) for row in of_card)
    }
    assert {(row.profile, row.bank, row.question): row.state for row in rebuilt.cards} == {
        name: each.card.state() for name, each in folded.items()
    }
    # A topic has one card here.
    days = [
        row
        for name, each in folded.items()
        for row in day_rows(name[0], topic_of(*name[1:]), each.sums)
    ]
    slips = [
        row
        for name, each in folded.items()
        for row in slip_rows(name[0], topic_of(*name[1:]), each.made)
    ]
    assert comparable(Changes(days=rebuilt.days, slips=rebuilt.slips)) == comparable(
        Changes(days=tuple(days), slips=tuple(slips))
    )


def test_a_slip_that_was_avoided_long_after_is_so_in_a_rebuild_too() -> None:
    rows = [review(0, 0, rating=1), *(review(number, 2 * number) for number in range(1, 6))]
    steps, whole = cached(rows)
    assert steps == whole
    made, avoided = steps.cards[0].state["slips"]["forgot-bias"]  # type: ignore[index] # of a card
    assert (len(made), avoided) == (1, [written(row.answered_at) for row in rows[-2:]])


def test_a_rebuild_looks_at_no_row_of_the_log(tmp_path: Path) -> None:
    with History.open(tmp_path / "history.db", lambda: START) as history:
        steps = history._connection.execute(f"EXPLAIN {view._TOLD}").fetchall()
        cursors = {row["p1"]: row["p2"] for row in steps if row["opcode"] == "OpenRead"}
        table = history._connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'reviews'"
        ).fetchone()[0]
        read = {cursors.get(row["p1"]) for row in steps if row["opcode"] == "Column"}
        sorted_ = [row for row in steps if row["opcode"].startswith("Sorter")]
    assert table not in read
    assert sorted_ == []


def test_a_first_meeting_counts_as_that_and_the_next_as_retention() -> None:
    steps, _ = cached([review(0, 0), review(1, 2), review(2, 2.1, rating=None)])
    first, second = steps.days
    assert (first.first, first.rated, first.answers) == (1, 0, 1)
    assert (second.first, second.rated, second.recalled, second.answers) == (0, 1, 1, 2)
    assert second.predicted == pytest.approx(0.9, abs=0.02)
    assert first.day == date(2026, 3, 2)


def test_an_undone_answer_leaves_no_trace_in_the_sums() -> None:
    steps, _ = cached([review(0, 0), review(1, 2, rating=1), note(0, "undo", "r1")])
    assert [row.answers for row in steps.days] == [1]
    assert steps.slips == ()
    assert steps.cards[0].state == cached([review(0, 0)])[0].cards[0].state


def test_a_retired_card_is_kept_and_restored() -> None:
    rows: list[Review | Note] = [review(0, 0), note(1, "retire", "b/q")]
    assert cached(rows)[0].cards[0].retired
    assert not cached([*rows, note(2, "restore", "b/q")])[0].cards[0].retired
    assert cached([*rows, note(2, "restore", "b/q")])[0].cards[0].due is not None


def test_a_slip_is_taken_back_by_not_what_i_did() -> None:
    rows: list[Review | Note] = [review(0, 0, rating=1)]
    assert [row.count for row in cached(rows)[0].slips] == [1]
    assert cached([*rows, note(1, "probe", "r0", {"mistake": None})])[0].slips == ()


def test_what_other_rules_made_is_made_again(tmp_path: Path) -> None:
    with History.open(tmp_path / "history.db", lambda: START) as history:
        history.append(review(0, 0))
        assert history.cards("me") == []
        assert bring_up_to_date(history, topic_of)
        assert len(history.cards("me")) == 1
        assert not history.derived_stale(DERIVED_VERSION)
        assert not bring_up_to_date(history, topic_of)
