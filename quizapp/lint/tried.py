"""The variants of a question at a level, for what only many of them together show."""

from collections.abc import Hashable, Sequence

from quizapp.bank import Choice, Question
from quizapp.frozen import dataclass
from quizapp.generate import Variant
from quizapp.lint.space import Space


@dataclass(frozen=True, slots=True)
class Tried:
    """The variants of a question at a level."""

    question: Question
    space: Space
    whole: Sequence[Variant]
    """One of each combination, where these are few; else nothing."""
    by_seed: Sequence[Variant]
    """As learners meet them."""
    seeds: int
    """How many seeds were allowed for."""

    @property
    def variants(self) -> Sequence[Variant]:
        """All of them."""
        return [*self.by_seed, *self.whole]


def right_of(variant: Variant) -> Hashable:
    """The right answer, wherever it stands among options."""
    if variant.drawn.solutions:
        return tuple(tuple(found.items()) for found in variant.drawn.solutions)
    if isinstance(variant.question.task, Choice):
        return frozenset(option.text.en for option in variant.options if option.correct)
    answer: Hashable = variant.answer
    return answer
