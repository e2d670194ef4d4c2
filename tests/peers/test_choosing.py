"""Which rounds a group plays."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from quizapp.bank import Library, Question
from quizapp.errors import UsageError
from quizapp.generate import GENERATOR, generate
from quizapp.history import Review
from quizapp.peers import planned_rounds
from quizapp.peers.choosing import levels_reached
from tests.peers.gathering import question_of

PEOPLE = ("Ana", "Ben")
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def pool_of(library: Library) -> list[Question]:
    return list(library.banks[0].questions)


def review(question: Question, verdict: str, minute: int, *, level: int = 1) -> Review:
    moment = NOON + timedelta(minutes=minute)
    return Review(
        uuid=f"{question.id}-{minute}", profile="", bank=question.bank, question=question.id,
        revision=question.revision, level=level, variables={}, shown={}, seed=3,
        generator=GENERATOR, submission="", read_as="", verdict=verdict, mistakes=(), hints=0,
        ms=0, rating=3 if verdict == "correct" else 1, sitting="s", shown_at=moment,
        answered_at=moment, offset_minutes=0,
    )  # fmt: skip


def nobody_yet(_name: str) -> Iterable[Review]:
    return ()


def test_a_mix_asks_no_topic_twice_running_and_no_cards(library: Library) -> None:
    rounds = planned_rounds("mix", pool_of(library), 6, 1, PEOPLE, nobody_yet)
    assert len(rounds) == 6
    assert all(one.question.topic != two.question.topic for one, two in pairwise(rounds))
    assert not [planned for planned in rounds if planned.question.kind == "card"]


def test_one_seed_asks_the_same_wherever_the_files_lie(library: Library) -> None:
    pool = pool_of(library)
    one = planned_rounds("mix", pool, 6, 1, (), nobody_yet)
    other = planned_rounds("mix", pool[::-1], 6, 1, (), nobody_yet)
    assert one == other


def test_what_is_above_everyones_level_is_left_out(library: Library) -> None:
    rounds = planned_rounds("mix", pool_of(library), 12, 1, PEOPLE, nobody_yet)
    assert {planned.question.level for planned in rounds} == {1}


def test_one_person_at_its_level_is_enough(library: Library) -> None:
    side = review(question_of(library, "side"), "correct", 1, level=2)
    past = {"Ana": [side], "Ben": []}
    rounds = planned_rounds("mix", pool_of(library), 12, 1, PEOPLE, past.__getitem__)
    assert "shape" in {planned.question.id for planned in rounds}
    assert all(planned.discussed for planned in rounds)


def test_where_everything_is_above_everyones_level_it_is_asked_and_not_discussed(
    library: Library,
) -> None:
    rounds = planned_rounds("mix", [question_of(library, "shape")], 2, 1, PEOPLE, nobody_yet)
    assert len(rounds) == 2
    assert not any(planned.discussed for planned in rounds)


def test_only_rated_unaided_answers_raise_a_level(library: Library) -> None:
    side = question_of(library, "side")
    topics = {(side.bank, side.id): side.topic}
    right = review(side, "correct", 1, level=2)
    assert levels_reached([right], topics) == {"sizes": 3}
    for other in (replace(right, rating=None), replace(right, hints=1), review(side, "wrong", 1)):
        assert levels_reached([other], topics) == {}


def test_misses_come_in_turn_and_their_owner_explains_first(library: Library) -> None:
    weights, side, pick = (question_of(library, id_) for id_ in ("weights", "side", "pick"))
    past = {
        "Ana": [review(weights, "wrong", 1), review(side, "wrong", 2), review(side, "correct", 3)],
        "Ben": [review(pick, "wrong", 1), review(side, "wrong", 2), review(weights, "wrong", 3)],
    }
    rounds = planned_rounds("misses", pool_of(library), 8, 1, PEOPLE, past.__getitem__)
    assert [(planned.question.id, planned.explains) for planned in rounds] == [
        ("weights", "Ana"), ("side", "Ben"), ("pick", "Ben"),
    ]  # fmt: skip


def test_a_miss_comes_with_other_numbers(library: Library) -> None:
    weights = question_of(library, "weights")
    (planned,) = planned_rounds(
        "misses", [weights], 1, 1, PEOPLE, lambda _name: [review(weights, "wrong", 1)]
    )
    again = generate(weights, planned.seed, planned.level)
    assert again.drawn.variables != generate(weights, 3, 1).drawn.variables


def test_code_rounds_ask_what_code_prints(library: Library) -> None:
    rounds = planned_rounds("code", pool_of(library), 2, 1, PEOPLE, nobody_yet)
    assert [planned.question.id for planned in rounds] == ["printed", "printed"]


def test_cards_are_planned_for_everyone(library: Library) -> None:
    rounds = planned_rounds("cards", pool_of(library), 2, 1, PEOPLE, nobody_yet)
    assert len(rounds) == 4
    assert {planned.question.kind for planned in rounds} == {"card"}


@pytest.mark.parametrize(
    ("kind", "code"),
    [("misses", "round-no-misses"), ("code", "round-no-code"), ("cards", "round-no-cards")],
)
def test_where_there_is_nothing_of_a_kind_it_says_so(
    library: Library, kind: str, code: str
) -> None:
    pool = [question_of(library, "weights")]
    kinds = {"misses": "misses", "code": "code", "cards": "cards"}
    with pytest.raises(UsageError) as caught:
        planned_rounds(kinds[kind], pool, 2, 1, PEOPLE, nobody_yet)  # type: ignore[arg-type] # by name
    assert caught.value.code == code
