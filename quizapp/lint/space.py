"""What the variables of a question may be: all combinations where they are few."""

from collections.abc import Iterator, Mapping
from itertools import product
from math import prod
from typing import Any

from quizapp.bank import Question
from quizapp.errors import ExpressionError
from quizapp.frozen import dataclass
from quizapp.generate import Chance
from quizapp.generate.drawn import derived

MOST_COMBINATIONS = 20_000
"""Up to so many, ``where`` is tried on all of them."""

MOST_WHOLE = 500
"""Up to so many that ``where`` allows, all of them are proved."""

SAMPLE = 2_000


@dataclass(frozen=True, slots=True)
class Space:
    """The combinations that ``where`` allows at a level, among those tried."""

    level: int
    tried: int
    allowed: tuple[Mapping[str, Any], ...]
    """Each with what derives from it."""
    is_whole: bool
    """Every combination was tried."""

    @property
    def is_small(self) -> bool:
        """Whether all of them are to be proved."""
        return self.is_whole and len(self.allowed) <= MOST_WHOLE

    @property
    def share(self) -> float:
        """How often ``where`` holds."""
        return len(self.allowed) / self.tried


def levels_of(question: Question) -> list[int]:
    """The levels with a space of their own."""
    return sorted({question.level, *question.levels})


def space_of(question: Question, level: int) -> Space:
    """All combinations at a level, or a sample of them."""
    values = question.space(level)
    size = prod(len(each) for each in values.values())
    is_whole = size <= MOST_COMBINATIONS
    tried = _all(values) if is_whole else _sample(question, level, values)
    allowed = tuple(found for each in tried if (found := _allowed(question, each)) is not None)
    return Space(level, size if is_whole else SAMPLE, allowed, is_whole)


def _all(values: Mapping[str, tuple[Any, ...]]) -> Iterator[dict[str, Any]]:
    return (dict(zip(values, each, strict=True)) for each in product(*values.values()))


def _sample(
    question: Question, level: int, values: Mapping[str, tuple[Any, ...]]
) -> Iterator[dict[str, Any]]:
    chance = Chance("space", question.key, level)
    for _ in range(SAMPLE):
        yield {name: chance.one_of(listed) for name, listed in values.items()}


def _allowed(question: Question, values: dict[str, Any]) -> Mapping[str, Any] | None:
    try:
        return derived(question, values)
    except ExpressionError:  # such values are not drawn; `generate` says so where none are left
        return None
