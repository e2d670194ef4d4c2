"""What a group's answers say to each person's own schedule."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from quizapp.bank import Library
from quizapp.history import History, Keeper, Review
from quizapp.peers import GroupSitting, Registrar
from quizapp.study import Card, Deriver, Learner, comparable, rebuild, topics_in
from quizapp.study.cards import answer_of, card_of
from tests.peers.gathering import answer_with, plan_of

Clock = Callable[[], datetime]


@pytest.fixture
def history(tmp_path: Path, clock: Clock) -> Iterator[History]:
    with History.open(tmp_path / "h" / "history.db", clock) as opened:
        yield opened


def play(
    library: Library, history: History, clock: Clock, ids: list[str], *, new_a_day: int = 8
) -> None:
    """Ana has a slip, Ben none; they talk, and answer again without any."""
    topic_of = topics_in(library.banks[0].questions)
    numbers = iter(range(1000))
    day = clock().isoformat()
    registrar = Registrar(
        lambda: f"{day}-{next(numbers)}", lambda name: Learner(history, name), new_a_day
    )
    sitting = GroupSitting(
        plan_of(library, ids, ("Ana", "Ben")),
        keeper=Keeper(history, Deriver(topic_of)),
        clock=clock,
        registrar=registrar,
    )
    for _ in ids:
        for slip in ("forgot-bias", None):
            assert sitting.variant is not None
            sitting.vote(sitting.table.waiting[0], answer_with(sitting.variant, slip))
        sitting.ready()
        for name in ("Ana", "Ben"):
            assert sitting.variant is not None
            sitting.vote(name, answer_with(sitting.variant, None))
        sitting.go_on()


def of(history: History, name: str) -> list[Review]:
    return list(history.reviews(profile=name))


def test_only_the_days_first_answer_alone_rates(
    library: Library, history: History, clock: Clock
) -> None:
    play(library, history, clock, ["weights", "weights"])
    assert [r.rating for r in of(history, "Ana")] == [1, None, None, None]
    assert [r.rating for r in of(history, "Ben")] == [3, None, None, None]


def test_first_meetings_beyond_the_days_allowance_are_logged(
    library: Library, history: History, clock: Clock
) -> None:
    play(library, history, clock, ["weights", "weights"], new_a_day=0)
    assert [r.rating for r in of(history, "Ben")] == [None] * 4


def test_each_person_has_a_card_of_their_own(
    library: Library, history: History, clock: Clock
) -> None:
    play(library, history, clock, ["weights"])
    ana, ben = (history.card(name, "test", "weights") for name in ("Ana", "Ben"))
    assert ana is not None
    assert ben is not None
    assert ana.due is not None
    assert ben.due is not None
    assert ana.due < ben.due


def test_what_was_answered_after_the_talk_says_so(
    library: Library, history: History, clock: Clock
) -> None:
    play(library, history, clock, ["weights"])
    solo, second = of(history, "Ana")
    assert "after_talk" not in solo.shown
    assert second.shown["after_talk"] is True
    assert second.shown["exposes"] == []
    assert second.verdict == "correct"


def test_an_answer_after_the_talk_leaves_the_card_as_the_vote_alone_made_it(
    library: Library, history: History, clock: Clock
) -> None:
    play(library, history, clock, ["weights"])
    solo, _ = of(history, "Ana")
    row = history.card("Ana", "test", "weights")
    assert row is not None
    assert Card.of(row.state).state() == card_of([answer_of(solo)]).state()
    topic_of = topics_in(q for bank in library.banks for q in bank.questions)
    assert comparable(rebuild(history, topic_of)) == comparable(history.derived())
