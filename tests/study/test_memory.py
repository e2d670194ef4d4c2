"""The memory model against the library it is a copy of, number by number."""

from datetime import UTC, datetime, timedelta

import pytest
from fsrs import Card, Rating, Scheduler
from hypothesis import given
from hypothesis import strategies as st

from quizapp.generate import Chance
from quizapp.study.memory import DESIRED_RETENTION, MAXIMUM_INTERVAL, Memory, fuzzed

START = datetime(2026, 1, 1, tzinfo=UTC)
HISTORIES = st.lists(
    st.tuples(st.integers(1, 4), st.integers(0, 400)), min_size=1, max_size=40
)  # fmt: skip


@given(HISTORIES, st.sampled_from([0.8, 0.9, 0.95]))
def test_every_history_gives_what_the_library_gives(
    history: list[tuple[int, int]], retention: float
) -> None:
    library = Scheduler(
        desired_retention=retention, learning_steps=(), relearning_steps=(),
        maximum_interval=MAXIMUM_INTERVAL, enable_fuzzing=False,
    )  # fmt: skip
    ours, theirs = Memory(), Card(card_id=1)
    stability = difficulty = 0.0
    moment = START
    for number, (rating, days) in enumerate(history):
        if number == 0:
            stability, difficulty = ours.first(rating)
        else:
            moment += timedelta(days=days)
            met = library.get_card_retrievability(theirs, moment)
            assert ours.retrievability(stability, days) == pytest.approx(met, abs=1e-6)
            stability, difficulty, _ = ours.after(stability, difficulty, days, rating)
        theirs, _ = library.review_card(theirs, Rating(rating), moment)
        assert theirs.stability == pytest.approx(stability, rel=1e-6, abs=1e-6)
        assert theirs.difficulty == pytest.approx(difficulty, rel=1e-6, abs=1e-6)
        assert theirs.due == moment + timedelta(days=ours.interval(stability, retention))


@given(st.floats(0.001, 2000), st.floats(0.7, 0.97))
def test_at_the_interval_retrievability_is_the_one_desired(
    stability: float, retention: float
) -> None:
    memory = Memory()
    days = memory.interval(stability, retention)
    if 2 < days < MAXIMUM_INTERVAL:
        before, after = (memory.retrievability(stability, days + off) for off in (-1, 1))
        assert after <= retention <= before


def test_a_first_good_comes_back_in_two_days() -> None:
    memory = Memory()
    assert memory.interval(memory.first(3)[0]) == 2
    assert memory.interval(memory.first(1)[0]) == 1


def test_no_interval_is_longer_than_a_year() -> None:
    assert Memory().interval(1e6) == MAXIMUM_INTERVAL
    assert fuzzed(MAXIMUM_INTERVAL, "card", 3) <= MAXIMUM_INTERVAL


def test_time_that_went_back_is_no_time() -> None:
    memory = Memory()
    assert memory.retrievability(5.0, -30) == 1.0
    assert memory.after(5.0, 5.0, -30, 3) == memory.after(5.0, 5.0, 0, 3)


@given(st.integers(1, MAXIMUM_INTERVAL), st.integers())
def test_fuzz_is_small_and_the_same_each_time(interval: int, key: int) -> None:
    days = fuzzed(interval, key)
    assert days == fuzzed(interval, key)
    assert abs(days - interval) <= max(1, round(0.15 * interval + 1))
    assert days == interval or interval > 2


def test_fuzz_spreads_what_was_learnt_together() -> None:
    assert len({fuzzed(30, card) for card in range(40)}) >= 4


@given(st.text(), st.text(), st.integers(1, 10**6))
def test_fuzz_is_the_first_draw_of_its_key(bank: str, question: str, day: int) -> None:
    """What was due stays due: thirty days may become any of the seven from 27 to 33."""
    drawn = Chance("fuzz", bank, question, day).below(7)
    assert fuzzed(30, bank, question, day) == 27 + drawn


def test_parameters_of_another_model_are_refused() -> None:
    with pytest.raises(ValueError, match="21 parameters"):
        Memory([1.0] * 19)


def test_ninety_percent_is_desired_unless_said() -> None:
    assert DESIRED_RETENTION == 0.9
