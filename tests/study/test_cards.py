"""Cards: what a set of reviews makes of them, in whatever order it came."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.study.cards import FIRST, Answer, Card, card_of, day_number, held_slips, turn_of
from quizapp.study.memory import Memory
from quizapp.study.rating import AGAIN, GOOD, HARD, day_of

START = datetime(2026, 3, 2, 0, 30, tzinfo=UTC)


def answer(
    day: float,
    rating: int | None = GOOD,
    *,
    right: bool | None = None,
    hints: int = 0,
    level: int = 1,
    mistakes: tuple[str, ...] = (),
    exposes: tuple[str, ...] = (),
    sitting: str = "a",
) -> Answer:
    at = (START + timedelta(days=day)).replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"
    correct = (rating != AGAIN and not mistakes) if right is None else right
    return Answer(
        at,
        at,
        f"{day}",
        day_number(at, 540),
        540,
        rating,
        correct,
        hints,
        level,
        mistakes,
        exposes,
        sitting,
        1000,
    )


ANSWERS = st.lists(
    st.builds(
        answer,
        st.floats(0, 60),
        st.sampled_from([None, 1, 2, 3]),
        hints=st.integers(0, 2),
        level=st.integers(1, 3),
        mistakes=st.sampled_from([(), ("forgot-bias",), ("a", "b"), ("a+b",)]),
        exposes=st.sampled_from([(), ("forgot-bias", "a")]),
        sitting=st.sampled_from("abc"),
    ),
    unique_by=lambda each: each.uuid,
    max_size=25,
)


@given(ANSWERS, st.randoms())
def test_a_card_depends_on_the_set_of_its_answers_alone(
    answers: list[Answer], chance: object
) -> None:
    mixed = list(answers)
    chance.shuffle(mixed)  # type: ignore[attr-defined] # hypothesis' own Random
    assert card_of(mixed).state() == card_of(answers).state()


@given(ANSWERS)
def test_a_step_from_a_stored_card_is_a_step_of_the_fold(answers: list[Answer]) -> None:
    stored = Card().state()
    for each in sorted(answers):
        card = Card.of(stored)
        card.take(each)
        stored = card.state()
    assert stored == card_of(answers).state()


def test_goods_on_four_days_follow_the_model() -> None:
    model = Memory()
    stability, difficulty = model.first(GOOD)
    card = Card()
    assert card.take(answer(0)) == FIRST
    for last, day in ((0, 2), (2, 9), (9, 30)):
        stability, difficulty, met = model.after(stability, difficulty, day - last, GOOD)
        assert card.take(answer(day)) == met
    assert (card.stability, card.difficulty) == (stability, difficulty)


def test_only_the_days_first_answer_moves_the_memory() -> None:
    once = card_of([answer(0)])
    twice = card_of([answer(0), answer(0.1, AGAIN), answer(0.2)])
    assert (twice.stability, twice.due("k")) == (once.stability, once.due("k"))


def test_what_is_not_rated_moves_nothing() -> None:
    card = card_of([answer(0, None), answer(1, None, right=False)])
    assert card.is_new
    assert card.due("k") is None


def test_two_hards_running_count_as_again() -> None:
    hard = [answer(0), answer(2, HARD, hints=1)]
    lapsed = card_of([*hard, answer(5, AGAIN)])
    assert card_of([*hard, answer(5, HARD, hints=1)]).stability == lapsed.stability
    apart = card_of([*hard, answer(5), answer(9, HARD, hints=1)])
    assert apart.stability > card_of([*hard, answer(5), answer(9, AGAIN)]).stability


def test_it_is_due_at_the_turn_of_a_learners_day() -> None:
    due = card_of([answer(0)]).due("k")
    assert due == datetime(2026, 3, 3, 19, 0, tzinfo=UTC)  # 4 a.m. in Seoul, two days on


@pytest.mark.parametrize("offset", [-600, 0, 330, 345, 540, 840])
def test_days_of_written_moments_are_days(offset: int) -> None:
    for minutes in range(0, 3 * 24 * 60, 7):
        moment = START + timedelta(minutes=minutes)
        written = moment.replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"
        day = day_of(moment, offset)
        assert day_number(written, offset) == day.toordinal()
        assert turn_of(day.toordinal(), offset) <= moment < turn_of(day.toordinal() + 1, offset)


def test_the_level_rises_after_two_unaided_goods_on_different_days() -> None:
    assert card_of([answer(0)]).level == 1
    assert card_of([answer(0), answer(0.1)]).level == 1
    assert card_of([answer(0), answer(2)]).level == 2
    assert card_of([answer(0), answer(2, HARD, hints=1), answer(4)]).level == 2


def test_a_miss_at_a_new_level_drops_back_and_leaves_the_schedule_alone() -> None:
    risen = card_of([answer(0), answer(2)])
    missed = card_of([answer(0), answer(2), answer(9, AGAIN, level=2)])
    assert missed.level == 1
    assert missed.due("k") == risen.due("k")
    assert missed.stability == risen.stability


def test_the_first_right_answer_at_a_new_level_counts() -> None:
    card = card_of([answer(0), answer(2), answer(9, level=2)])
    assert (card.level, card.passed) == (2, 2)
    assert card.day == answer(9).day
    assert card_of([answer(0), answer(2), answer(9, level=2), answer(30, level=2)]).level == 3


def test_a_miss_at_a_level_already_passed_is_a_lapse() -> None:
    before = [answer(0), answer(2), answer(9, level=2)]
    card = card_of([*before, answer(30, AGAIN, level=2)])
    assert card.stability < card_of(before).stability
    assert card.level == 2


def test_what_was_missed_is_owed_until_right_in_two_sittings() -> None:
    missed = [answer(0, AGAIN, sitting="a")]
    assert card_of(missed).owed == []
    assert card_of([*missed, answer(0.1, None, sitting="a")]).owed == ["a"]
    twice = [*missed, answer(0.1, None, sitting="a"), answer(0.2, None, sitting="a")]
    assert card_of(twice).owed == ["a"]
    assert card_of([*twice, answer(1, sitting="b")]).owed is None


def slips(*made: tuple[float, str]) -> Sequence[Answer]:
    return [
        answer(day, AGAIN, mistakes=("forgot-bias",)) if what == "made"
        else answer(day, GOOD, exposes=("forgot-bias",))
        for day, what in made
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("story", "held"),
    [
        (["made"], False),
        (["made", "made"], True),
        (["made", "made", "avoided"], True),
        (["made", "made", "avoided", "avoided"], False),
        (["made", "made", "avoided", "avoided", "made"], False),
        (["made", "made", "avoided", "avoided", "made", "made"], True),
    ],
)
def test_a_slip_is_held_after_two_matches_until_avoided_twice(story: list[str], held: bool) -> None:
    card = card_of(slips(*enumerate(story)))
    assert held_slips([card]) == (("forgot-bias",) if held else ())


def test_a_slip_made_once_on_each_of_two_cards_is_held() -> None:
    assert held_slips([card_of(slips((0, "made"))), card_of(slips((1, "made")))]) == (
        "forgot-bias",
    )


def test_slips_that_tie_wait_for_the_next_answer_to_tell_them_apart() -> None:
    tied = [answer(0, AGAIN, mistakes=("a", "b", "c", "d"))]
    assert card_of(tied).probe == ("a", "b", "c")
    assert card_of([*tied, answer(1)]).probe == ()
    assert held_slips([card_of(tied)]) == ()
