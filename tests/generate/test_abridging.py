"""Long solutions keep their ends and the place where two ways part."""

from hypothesis import given
from hypothesis import strategies as st

from quizapp.generate.abridging import MOST_STEPS, abridged

LENGTHS = st.integers(min_value=0, max_value=200)


@given(LENGTHS)
def test_what_fits_a_screen_is_shown_whole_and_nothing_is_lost_count_of(length: int) -> None:
    steps = [f"step {n}" for n in range(length)]
    shown = abridged(steps)
    kept = [step for step in shown if isinstance(step, str)]
    left_out = sum(step for step in shown if isinstance(step, int))
    assert len(kept) + left_out == length
    assert kept == [step for step in steps if step in kept]
    assert left_out == 0 or length > MOST_STEPS


@given(LENGTHS.flatmap(lambda n: st.tuples(st.just(n + 1), st.integers(0, n))))
def test_the_step_at_which_they_part_is_shown(case: tuple[int, int]) -> None:
    length, at = case
    steps = [f"step {n}" for n in range(length)]
    assert steps[at] in abridged(steps, at)
