"""What the second way gives for a variant, to be seen beside the first."""

from collections.abc import Iterable, Mapping

from quizapp.bank import Calculated, Solve, Table
from quizapp.calc import trace
from quizapp.calc.vocabulary import Proved, second_way
from quizapp.generate.drawn import QUANTITY_OF, fulfils
from quizapp.generate.variant import Variant
from quizapp.words import render


def both_ways(variant: Variant) -> tuple[tuple[str, str, str], ...]:
    """Rows of a quantity's name, its value by the first way, and by the second.

    The name is empty where the answer itself is meant; there are no rows where nothing is
    calculated.
    """
    drawn, task = variant.drawn, variant.question.task
    if isinstance(task, Calculated) and drawn.truth is not None:
        second = task.answer.evaluate(drawn.names, second_way())
        return (("", render(drawn.truth.answer), render(second)),)
    if isinstance(task, Table):
        network = drawn.networks["network"]
        walked, again = trace(network), Proved(network)
        names = [QUANTITY_OF[column] for column in task.columns]
        return tuple((n, render(getattr(walked, n)), render(getattr(again, n))) for n in names)
    if isinstance(task, Solve):
        agreed = [
            found
            for found in drawn.solutions
            if fulfils(variant.question, task, {**drawn.variables, **found}, second_way())
        ]
        return (("solutions", _solutions(drawn.solutions), _solutions(agreed)),)
    return ()


def _solutions(found: Iterable[Mapping[str, int]]) -> str:
    return " ".join(
        "(" + ", ".join(f"{name}={value}" for name, value in each.items()) + ")" for each in found
    )
