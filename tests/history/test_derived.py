"""What is derived from the log: kept with it, found again, and known not to follow."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from quizapp.errors import HistoryError
from quizapp.history import (
    CardRow,
    Changes,
    DayRow,
    History,
    Keeper,
    LogView,
    Note,
    Review,
    SlipRow,
    caches,
    differences,
    question_note,
)

MakeReview = Callable[..., Review]
MakeNote = Callable[[str], Note]
Clock = Callable[[], datetime]

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
TODAY = date(2026, 3, 1)


def card(question: str = "q", **changes: object) -> CardRow:
    made = CardRow("ana", "conv", question, "shapes", NOON, ready=True, retired=False, state={})
    return replace(made, **changes)  # type: ignore[arg-type] # any field


def deriving(*changes: Changes) -> Callable[[Review | Note, LogView], Changes]:
    """Gives the changes one after the other."""
    waiting = list(changes)
    return lambda row, log: waiting.pop(0)


@pytest.fixture
def kept(history: History) -> History:
    history.replace_derived(None, Changes(), version=1)
    return history


# In the append's transaction


def test_changes_are_committed_with_the_row(
    history: History, path: Path, review_of: MakeReview
) -> None:
    history.append(
        review_of("a"), deriving(Changes((card(),), (DayRow("ana", TODAY, "shapes", 1),)))
    )
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("SELECT count(*) FROM reviews").fetchone() == (1,)
        assert other.execute("SELECT question, due FROM cards").fetchall() == [
            ("q", 1772366400000000)
        ]
        assert other.execute("SELECT day, answers FROM days").fetchall() == [("2026-03-01", 1)]


def test_derive_sees_the_row_it_is_called_for_and_what_was_cached(
    history: History, review_of: MakeReview, undo_of: MakeNote
) -> None:
    seen: list[object] = []

    def derive(row: Review | Note, log: LogView) -> Changes:
        seen.append((log.known_review("a"), log.card("ana", "conv", "q"), log.day("ana", TODAY)))
        seen.append([note.uuid for note in log.notes(of="a")])
        return Changes((card(),), (DayRow("ana", TODAY, "shapes", 1),))

    history.append(review_of("a"), derive)
    history.append(undo_of("a"), derive)
    assert seen == [
        (review_of("a"), None, []),
        [],
        (review_of("a"), card(), [DayRow("ana", TODAY, "shapes", 1)]),
        ["undo-a"],
    ]


def test_a_row_that_is_known_derives_nothing(history: History, review_of: MakeReview) -> None:
    day = Changes(days=(DayRow("ana", TODAY, "shapes", 1),))
    history.append(review_of("a"), deriving(day))
    history.append(review_of("a"), deriving())
    assert history.days("ana", TODAY, TODAY) == [DayRow("ana", TODAY, "shapes", 1)]


def test_a_row_whose_changes_cannot_be_found_is_not_added(
    history: History, review_of: MakeReview
) -> None:
    def derive(_row: Review | Note, _log: LogView) -> Changes:
        raise HistoryError("history-io", "no")

    with pytest.raises(HistoryError):
        history.append(review_of("a"), derive)
    assert list(history.reviews()) == []


def test_a_keeper_derives_from_what_it_hands_on(history: History, review_of: MakeReview) -> None:
    keeper = Keeper(history, deriving(Changes((card(),))))
    assert keeper.keep(review_of("a")) is None
    assert history.cards("ana") == [card()]


def test_sums_add_up_and_an_undo_takes_away(history: History, review_of: MakeReview) -> None:
    first = DayRow("ana", TODAY, "shapes", 2, 1, 900, 1, 1, 0.9, 1)
    slip = SlipRow("ana", TODAY, "shapes", "forgot-bias", 2)
    less = DayRow("ana", TODAY, "shapes", -1, -1, -400, -1, -1, -0.9, 0)
    changes = [
        Changes(days=(first,), slips=(slip,)),
        Changes(days=(first,), slips=(replace(slip, count=-1),)),
        Changes(days=(less,)),
    ]
    for uuid in "abc":
        history.append(review_of(uuid), deriving(changes.pop(0)))
    (day,) = history.days("ana", TODAY, TODAY)
    assert (day.answers, day.right, day.ms, day.rated, day.recalled, day.first) == (
        3, 1, 1400, 1, 1, 2,
    )  # fmt: skip
    assert day.predicted == pytest.approx(0.9)
    assert history.slips("ana", TODAY, TODAY) == [replace(slip, count=1)]


# Known not to follow


def test_caches_that_were_never_made_are_stale(history: History) -> None:
    assert history.derived_stale(1)


def test_caches_made_by_other_rules_are_stale(kept: History) -> None:
    assert not kept.derived_stale(1)
    assert kept.derived_stale(2)


@pytest.mark.parametrize("kind", ["undo", "probe", "retire", "restore"])
def test_a_row_appended_without_deriving_makes_the_caches_stale(
    kept: History, review_of: MakeReview, clock: Clock, kind: str
) -> None:
    kept.append(Note(kind, "n", "a", "ana", clock(), 0, {}))  # type: ignore[arg-type] # of them
    assert kept.derived_stale(1)


def test_a_flag_or_a_source_leaves_the_caches_as_they_are(kept: History, clock: Clock) -> None:
    kept.append(Note("flag", "f", "conv/q", "ana", clock(), 0, {}))
    kept.append(question_note("conv", "q", "5f0c", "id: q"))
    assert not kept.derived_stale(1)


def test_a_row_appended_with_deriving_leaves_the_caches_current(
    kept: History, review_of: MakeReview
) -> None:
    kept.append(review_of("a"), deriving(Changes()))
    assert not kept.derived_stale(1)


# Found again


def test_a_card_is_read_back_as_it_was_kept(history: History) -> None:
    made = card(
        due=NOON + timedelta(microseconds=123_457),
        state={"stability": 0.1 + 0.2, "slips": {"forgot-bias": 2}, "말": ["한"], "probe": None},
    )
    never_rated = card("r", due=None, ready=False, retired=True)
    history.replace_derived(None, Changes((made, never_rated)))
    assert history.card("ana", "conv", "q") == made
    assert history.cards("ana") == [made, never_rated]
    assert history.card("bo", "conv", "q") is None


def test_cards_are_of_one_profile_and_of_one_bank_where_asked(history: History) -> None:
    rows = (card("a"), card("b", bank="pool"), card("c", profile="bo"))
    history.replace_derived(None, Changes(rows))
    assert [row.question for row in history.cards("ana")] == ["a", "b"]
    assert [row.question for row in history.cards("ana", "pool")] == ["b"]


def test_due_are_the_cards_of_that_moment_the_longest_due_first(history: History) -> None:
    hour = timedelta(hours=1)
    rows = (
        card("now", due=NOON),
        card("before", due=NOON - hour, bank="pool", topic="sizes"),
        card("later", due=NOON + hour),
        card("retired", due=NOON - hour, retired=True),
        card("new", due=None),
        card("of-bo", due=NOON, profile="bo"),
    )
    history.replace_derived(None, Changes(rows))
    assert [row.question for row in history.due("ana", NOON)] == ["before", "now"]
    assert history.due_counts("ana", NOON) == {"conv": 1, "pool": 1}
    assert history.due_counts("ana", NOON - hour) == {"pool": 1}
    assert history.due_topics("ana", NOON + hour) == {"shapes": 2, "sizes": 1}
    assert history.due_counts("nobody", NOON) == {}


def test_due_cards_are_counted_by_an_index_alone(history: History) -> None:
    for statement, index in ((caches._BY_BANK, "bank"), (caches._BY_TOPIC, "topic")):
        plan = history._connection.execute(
            f"EXPLAIN QUERY PLAN {statement}", {"profile": "a", "until": 1}
        ).fetchall()
        steps = [row["detail"] for row in plan if "cards" in row["detail"]]
        assert len(steps) == 3
        assert all(f"COVERING INDEX cards_due_by_{index} (profile=?" in step for step in steps)


def test_days_and_slips_are_of_those_days_both_ends_counted(history: History) -> None:
    days = [TODAY + timedelta(days=number) for number in range(4)]
    rows = tuple(DayRow("ana", day, "shapes", 1) for day in days)
    slips = tuple(SlipRow("ana", day, "shapes", "forgot-bias", 1) for day in days)
    history.replace_derived(None, Changes(days=rows, slips=slips))
    assert [row.day for row in history.days("ana", days[1], days[2])] == days[1:3]
    assert [row.day for row in history.slips("ana", days[1], days[2])] == days[1:3]


def test_a_profile_is_replaced_and_the_others_stay(history: History) -> None:
    of_bo = card(profile="bo")
    history.replace_derived(None, Changes((card("old"), of_bo)))
    history.replace_derived("ana", Changes((card("new"),)))
    assert history.derived() == Changes((card("new"), of_bo))
    assert history.derived("bo") == Changes((of_bo,))


def test_profiles_are_those_who_answered_or_noted(history: History, review_of: MakeReview) -> None:
    history.append(review_of("a", profile="bo"))
    history.append(Note("flag", "f", "x/y", "ana", NOON, 0, {}))
    history.append(question_note("conv", "q", "5f0c", "id: q"))
    assert history.profiles() == ["ana", "bo"]


def test_reviews_since_a_moment(history: History, review_of: MakeReview) -> None:
    for number in range(4):
        history.append(review_of(str(number), after=number))
    since = review_of("x", after=2).answered_at
    assert [review.uuid for review in history.reviews("ana", since=since)] == ["2", "3"]


# Held


def test_what_is_done_while_held_is_done_together_or_not_at_all(
    history: History, review_of: MakeReview
) -> None:
    def broken_off() -> None:
        with history.held():
            history.append(review_of("a"))
            history.replace_derived(None, Changes((card(),)))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off()
    assert list(history.reviews()) == []
    assert history.cards("ana") == []
    history.append(review_of("b"))
    assert [review.uuid for review in history.reviews()] == ["b"]


def test_nobody_else_writes_while_it_is_held(
    history: History, path: Path, clock: Clock, review_of: MakeReview
) -> None:
    with History.open(path, clock) as other:
        other._connection.execute("PRAGMA busy_timeout = 0")
        with history.held(), pytest.raises(HistoryError) as caught:
            other.append(review_of("a"))
        assert caught.value.code == "history-locked"
        other.append(review_of("a"))


# Once per revision


def test_the_source_of_a_revision_is_kept_once_whoever_adds_it(
    history: History, path: Path, clock: Clock
) -> None:
    assert not history.knows_revision("conv", "q", "5f0c")
    with History.open(path, clock) as other:
        for each in (history, other, history):
            each.append(question_note("conv", "q", "5f0c", "id: q"))
    history.append(question_note("conv", "q", "77aa", "id: q\nlevel: 2"))
    assert history.knows_revision("conv", "q", "5f0c")
    assert not history.knows_revision("conv", "r", "5f0c")
    assert [note.body["revision"] for note in history.notes(of="conv/q")] in (
        ["5f0c", "77aa"],
        ["77aa", "5f0c"],
    )


# Compared


def test_caches_that_are_alike_to_the_last_digits_do_not_differ() -> None:
    cached = Changes(
        (card(state={"stability": 1.0, "passed": [1, 2]}),),
        (DayRow("ana", TODAY, "shapes", 2, predicted=1.8), DayRow("ana", TODAY, "gone")),
        (SlipRow("ana", TODAY, "shapes", "forgot-bias", 0),),
    )
    rebuilt = Changes(
        (card(state={"stability": 1.0 + 1e-9, "passed": [1, 2]}),),
        (DayRow("ana", TODAY, "shapes", 2, predicted=1.8 + 1e-9),),
    )
    assert differences(cached, rebuilt) == ()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (Changes((card(due=NOON + timedelta(days=1)),)), "card ana conv q"),
        (Changes((card(state={"stability": 2.0}),)), "card ana conv q"),
        (Changes((card(state={"owed": False}),)), "card ana conv q"),
        (Changes(), "card ana conv q"),
        (Changes((card(), card("r"))), "card ana conv r"),
        (Changes((card(),), (DayRow("ana", TODAY, "shapes", 1),)), "day ana 2026-03-01 shapes"),
        (
            Changes((card(),), (), (SlipRow("ana", TODAY, "shapes", "forgot-bias", 1),)),
            "slip ana 2026-03-01 shapes forgot-bias",
        ),
    ],
)
def test_what_differs_is_named(changes: Changes, said: str) -> None:
    assert differences(Changes((card(),)), changes) == (said,)
