"""Mistakes over the topics of the shipped banks: each can be told by its number somewhere."""

from collections import Counter
from collections.abc import Iterator

import pytest

from quizapp.errors import NetworkError
from quizapp.generate import Variant, generate
from quizapp.generate.drawn import filled
from quizapp.generate.variant import known_wrong_of
from quizapp.lint.space import levels_of, space_of
from quizapp.mistakes import BY_ID, CATALOGUE
from tests.questions.shipped import CALCULATED, SEEDS, task_of, variants
from tests.shipped import QUESTIONS

MOST_SEEDS = 60
"""Some mistakes stand alone on few numbers."""

LOOKED_AT = 40
"""Combinations of a space, evenly, where some variant lets a mistake hit the right answer."""


def alone(variant: Variant) -> set[str]:
    """The mistakes whose number no other gives here."""
    return {known.mistakes[0] for known in variant.known_wrong if len(known.mistakes) == 1}


def variants_and_more() -> Iterator[Variant]:
    """Those of all tests, then other seeds, for as long as they are wanted."""
    for key in CALCULATED:
        yield from variants(key)
    for seed in range(SEEDS, MOST_SEEDS):
        for key in CALCULATED:
            if QUESTIONS[key].vary:
                yield generate(QUESTIONS[key], seed, QUESTIONS[key].level)


def test_every_mistake_of_the_catalogue_can_be_told_by_its_number() -> None:
    left = set(BY_ID)
    for variant in variants_and_more():
        left -= alone(variant)
        if not left:
            break
    assert left == set()


def test_every_topic_that_calculates_tells_several_mistakes() -> None:
    grid: dict[str, Counter[str]] = {}
    for key in CALCULATED:
        told = set().union(*map(alone, variants(key)))
        grid.setdefault(QUESTIONS[key].topic, Counter()).update(told)
    assert {topic: set(told) for topic, told in grid.items() if len(told) < 2} == {}


def test_no_mistake_of_a_question_has_the_name_of_a_known_one() -> None:
    own = {mistake.id for key in CALCULATED for mistake in task_of(key).mistakes}
    assert own & {mistake.id for mistake in CATALOGUE} == set()


@pytest.mark.parametrize("key", [key for key in CALCULATED if QUESTIONS[key].vary])
def test_no_mistake_hits_the_right_answer_where_other_numbers_prevent_it(key: str) -> None:
    question, task = QUESTIONS[key], task_of(key)
    for level in levels_of(question):
        own = level == question.level
        shown = variants(key) if own else (generate(question, n, level) for n in range(SEEDS))
        masked = [each.seed for each in shown if known_wrong_of(task, each.drawn)[1]]
        if masked:
            assert not has_telling_numbers(key, level), (level, masked)


def has_telling_numbers(key: str, level: int) -> bool:
    """Whether a combination of the space lets no mistake that applies hit the right answer."""
    question, task = QUESTIONS[key], task_of(key)
    allowed = space_of(question, level).allowed
    for variables in allowed[:: max(1, len(allowed) // LOOKED_AT)]:
        try:
            drawn = filled(question, variables)
        except NetworkError:
            continue
        if drawn is not None and not known_wrong_of(task, drawn)[1]:
            return True
    return False
