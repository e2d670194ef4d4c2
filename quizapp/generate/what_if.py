"""What if a number of a question were another? The answer that it would have then."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from quizapp.bank import Calculated
from quizapp.errors import DrawError, ExpressionError, NetworkError, QuizappError
from quizapp.expressions import ARITHMETIC
from quizapp.frozen import dataclass
from quizapp.generate.asked import filled as worded
from quizapp.generate.drawn import Drawn, filled, with_derived
from quizapp.generate.variant import Variant
from quizapp.words import Text, render


@dataclass(frozen=True, slots=True)
class Supposition:
    """A variant with some of its numbers changed: what is drawn then, or why nothing can be.

    Numbers with which the question is not asked have an answer all the same, where torch gives
    one; ``fault`` says then with which it is.
    """

    variant: Variant
    values: Mapping[str, Any]
    """The value of every variable that may be changed."""
    drawn: Drawn | None
    fault: QuizappError | None

    @property
    def answer(self) -> Any:
        """The answer with these numbers; None where there is none."""
        return None if self.drawn is None or self.drawn.truth is None else self.drawn.truth.answer

    @property
    def prompt(self) -> Text | None:
        """The prompt with these numbers; None where there is no such question."""
        return None if self.drawn is None else worded(self.variant.question.prompt, self.drawn)

    @property
    def change(self) -> str:
        """``73,728 → 204,800 (×2.78)``; the answer alone where it is the variant's own."""
        before, after = self.variant.answer, self.answer
        if self.drawn is None or after == before:
            return render(before)
        times = ratio(before, after)
        return f"{render(before)} → {render(after)}" + (f" ({times})" if times else "")


def changeable(variant: Variant) -> Mapping[str, tuple[Any, ...]]:
    """The variables of a calculated question that may be changed, and the values of each.

    The values are the author's, in the author's order; with one value there is nothing to change.
    """
    if not isinstance(variant.question.task, Calculated) or variant.drawn.truth is None:
        return {}
    space = variant.question.space(variant.level)
    return {
        name: values if variant.drawn.variables[name] in values else _with(variant, name, values)
        for name, values in space.items()
        if len(values) > 1
    }


def _with(variant: Variant, name: str, values: tuple[Any, ...]) -> tuple[Any, ...]:
    """A past variant may hold a value that its author has taken out since."""
    return (variant.drawn.variables[name], *values)


def suppose(variant: Variant, changes: Mapping[str, Any]) -> Supposition:
    """The variant with some numbers changed; the other numbers stay, what derives from them moves.

    Numbers that torch refuses give a supposition that says why.
    """
    question, own = variant.question, variant.drawn.variables
    values = {name: changes.get(name, own[name]) for name in changeable(variant)}
    fixed = {name: own[name] for name in question.space(variant.level)}
    try:
        variables = with_derived(question, {**fixed, **values})
        drawn = filled(question, variables)
        asked = question.where is None or question.where.evaluate(variables, ARITHMETIC)
    except (NetworkError, ExpressionError) as error:
        return Supposition(variant, values, None, error)
    return Supposition(variant, values, drawn, None if asked else _unasked(variant))


def stepped(supposition: Supposition, name: str, step: int) -> Supposition:
    """The same with a variable at the next of its values, or the one before; ends stay ends."""
    listed = changeable(supposition.variant)[name]
    place = listed.index(supposition.values[name]) + step
    value = listed[min(max(place, 0), len(listed) - 1)]
    return suppose(supposition.variant, {**supposition.values, name: value})


def ratio(before: Any, after: Any) -> str:
    """``×2.78``: by how much a positive number has grown; empty for anything else."""
    numbers = [
        value
        for value in (before, after)
        if isinstance(value, int | Fraction) and not isinstance(value, bool) and value > 0
    ]
    if len(numbers) < 2:
        return ""
    hundredths = int(Fraction(numbers[1]) / Fraction(numbers[0]) * 100 + Fraction(1, 2))
    if hundredths == 0:
        return "×<0.01"
    return f"×{hundredths // 100:,}.{hundredths % 100:02}"


def _unasked(variant: Variant) -> DrawError:
    where = variant.question.where
    return DrawError(
        "what-if-where", "the question itself is only asked with `{condition}`",
        condition="" if where is None else where.source,
    )  # fmt: skip
