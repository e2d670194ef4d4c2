"""What an answer comes to when something goes wrong on the way."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from quizapp.calc import TRUE, Row, Rules
from quizapp.calc.vocabulary import FIELD_QUANTITIES, FirstWay
from quizapp.errors import ExpressionError, NetworkError
from quizapp.expressions import Expression
from quizapp.mistakes.catalogue import CATALOGUE
from quizapp.mistakes.mistake import Mistake


@dataclass(frozen=True, slots=True)
class Truth:
    """The right answer, and the quantities that its arithmetic goes through."""

    answer: Any
    quantities: frozenset[str]


def truth_of(answer: Expression, variables: Mapping[str, Any]) -> Truth:
    """The answer by the true rules. Raises NetworkError or ExpressionError where it has none."""
    way = FirstWay()
    value = answer.evaluate(variables, way.functions)
    names = {name for name, _ in way.asked}
    # What a lazy layer takes has to be worked out, so sizes are on the way to its parameters.
    if any(row.layer.startswith("Lazy") for _, walked in way.asked for row in walked.rows):
        names.add("elements")
    return Truth(value, frozenset(names))


def concerning(truth: Truth) -> list[Mistake]:
    """The mistakes of the catalogue that are about what this answer goes through."""
    return [m for m in CATALOGUE if not m.touches.isdisjoint(truth.quantities)]


class Watch:
    """Rules with mistakes in them, that notice when one makes a difference on the way."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.parted = False
        entries = {
            name: self._over(getattr(TRUE, name), broken)
            for mistake in mistakes
            for name, broken in mistake.replaces.items()
        }
        self.rules: Rules = TRUE.with_(**entries)

    def _over(self, true: Callable[..., Any], broken: Callable[..., Any]) -> Callable[..., Any]:
        def entry(*numbers: Any) -> Any:
            value = broken(*numbers)
            if not self.parted:
                # An entry that consults others is held against what the true table makes of it.
                right = [TRUE if isinstance(part, Rules) else part for part in numbers]
                self.parted = value != true(*right)
            return value

        return entry


def wrong_answer(
    mistakes: Iterable[Mistake], answer: Expression, variables: Mapping[str, Any]
) -> Any:
    """The answer with all these mistakes made; None where they do not apply.

    They apply when they make a difference somewhere on the way; the answer may still be the right
    one (then they are masked). They do not where the broken walk falls apart.
    """
    watch = Watch(mistakes)
    way = FirstWay(watch.rules)
    try:
        value = answer.evaluate(variables, way.functions)
    except (NetworkError, ExpressionError):
        return None
    return value if watch.parted else None


def parting_row(
    mistakes: Iterable[Mistake], answer: Expression, variables: Mapping[str, Any]
) -> Row | None:
    """The first layer that comes out otherwise with these mistakes; the last where none does."""
    rules = TRUE
    for mistake in mistakes:
        rules = mistake.rules(rules)
    right, wrong = FirstWay(), FirstWay(rules)
    answer.evaluate(variables, right.functions)
    answer.evaluate(variables, wrong.functions)
    last = None
    for (name, true_walk), (_, broken_walk) in zip(right.asked, wrong.asked, strict=False):
        for last, row in zip(true_walk.rows, broken_walk.rows, strict=True):
            if _figures(name, last) != _figures(name, row):
                return last
    return last


def _figures(name: str, row: Row) -> object:
    """What a quantity's walk shows of a row."""
    if name == "parameters":
        return row.parameters, row.output_shape
    if name in ("macs", "flops"):
        return row.macs, row.output_shape
    if name in FIELD_QUANTITIES:
        return row.receptive_field
    return row.output_shape
