"""The worked solution of a variant, and the same lines gone wrong: made when asked for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from quizapp.bank import Calculated, Solve, Table
from quizapp.calc import TRUE, trace
from quizapp.calc.derivation import Step, answer_steps, quantity_steps
from quizapp.generate.asked import SolveAsked, TableAsked
from quizapp.generate.drawn import QUANTITY_OF
from quizapp.generate.variant import Variant
from quizapp.mistakes import BY_ID
from quizapp.words import Text, phrase, render


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a solution: about what, in symbols, with numbers, and what comes of it."""

    label: Text
    formula: str
    numbers: str
    expression: str
    """In the little language; it evaluates to ``value``."""
    value: Any
    result: str
    place: str

    @property
    def arithmetic(self) -> str:
        """The numbers and what they come to: ``3·3·128·64 = 73,728``."""
        return self.numbers if self.numbers == self.result else f"{self.numbers} = {self.result}"

    @property
    def text(self) -> Text:
        """The line as it is read."""
        return labelled(self, self.arithmetic)


def lines_of(variant: Variant) -> tuple[Line, ...]:
    """The worked solution; empty where nothing is calculated."""
    return _lines(variant, ())


def wrong_lines(variant: Variant, mistakes: Iterable[str]) -> tuple[Line, ...]:
    """The solution as these mistakes of the catalogue would have it."""
    return _lines(variant, tuple(mistakes))


def labelled(line: Line, arithmetic: str) -> Text:
    """A line of arithmetic behind what it is about."""
    return Text(*(f"{label}: {arithmetic}" for label in (line.label.en, line.label.ko)))


def _lines(variant: Variant, mistakes: tuple[str, ...]) -> tuple[Line, ...]:
    task = variant.question.task
    rules = TRUE
    for mistake in mistakes:
        rules = BY_ID[mistake].rules(rules)
    match task, variant.asked:
        case Calculated(), _:
            steps = answer_steps(task.answer, variant.drawn.names, rules)
        case Solve(sides=sides), SolveAsked() as asked:
            names = _solved_names(variant, asked)
            steps = tuple(step for side in sides for step in answer_steps(side, names, rules))
        case Table(), TableAsked() as asked:
            walked = trace(variant.drawn.networks["network"], rules)
            quantities = [QUANTITY_OF[column] for column in asked.columns]
            found = (step for name in quantities for step in quantity_steps(name, walked))
            # A cell is of one layer: what sums them up has no place in the table.
            steps = tuple(step for step in found if step.place)
        case _:
            steps = ()
    final = task.answer.source if isinstance(task, Calculated) else ""
    lines = [_line(step, variant, final) for step in steps]
    # Height and width of a square map are reckoned alike, and so are the columns of a table.
    return tuple({(line.label, line.arithmetic): line for line in lines}.values())


def _solved_names(variant: Variant, asked: SolveAsked) -> Mapping[str, Any]:
    """The variables, the first solution, and the networks with its plain numbers in them."""
    names = {**variant.drawn.variables, **asked.answer}
    return {**names, **{n: t.fill(names) for n, t in variant.question.networks.items()}}


def _line(step: Step, variant: Variant, final: str) -> Line:
    label = Text(step.label, step.label)
    if not step.label:
        label = phrase("verdicts.total")
    elif step.label == final and not step.place:
        # The author's expression says nothing to a learner: its letters are not on the screen.
        label = phrase("verdicts.in-the-end")
    value, numbers = variant.figure(step.value), step.term.numbers()
    shaped = isinstance(step.result, tuple) and len(step.result) > 1
    result = f"{value} → {render(step.result)}" if shaped else value
    return Line(
        label, step.term.formula(), numbers, step.term.expression(), step.value, result, step.place
    )
