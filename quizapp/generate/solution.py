"""The worked solution of a variant, and the same lines gone wrong: made when asked for."""

from collections.abc import Iterable, Mapping
from typing import Any

from quizapp import mistakes
from quizapp.bank import Calculated, Solve, Table
from quizapp.calc import TRUE, trace
from quizapp.calc.derivation import Step, answer_steps, quantity_steps
from quizapp.frozen import dataclass
from quizapp.generate.asked import SolveAsked, TableAsked
from quizapp.generate.drawn import QUANTITY_OF
from quizapp.generate.variant import Variant
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


def _lines(variant: Variant, slips: tuple[str, ...]) -> tuple[Line, ...]:
    task = variant.question.task
    rules = TRUE
    for slip in slips:
        rules = mistakes.BY_ID[slip].rules(rules)
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
    seen: set[tuple[str, str, Any]] = set()
    lines: list[Line] = []
    for number, step in enumerate(steps, 1):
        # Height and width of a square map are reckoned alike, and once is enough; what is counted
        # of two layers alike is added twice, and stands twice.
        sized = (step.place, step.label, step.result)
        if step.place and isinstance(step.result, tuple):
            if sized in seen and step.term.numbers() in [line.numbers for line in lines]:
                continue
            seen.add(sized)
        lines.append(_line(step, variant, _label(step, final, last=number == len(steps))))
    return tuple(lines)


def _solved_names(variant: Variant, asked: SolveAsked) -> Mapping[str, Any]:
    """The variables, the first solution, and the networks with its plain numbers in them."""
    names = {**variant.drawn.variables, **asked.answer}
    return {**names, **{n: t.fill(names) for n, t in variant.question.networks.items()}}


def _label(step: Step, final: str, *, last: bool) -> Text:
    """What a step is about. The author's expression says nothing: its letters are not shown."""
    if not step.label:
        return phrase("verdicts.total")
    if step.label == final and not step.place:
        return phrase("verdicts.in-the-end" if last else "verdicts.on-the-way")
    return Text.same(step.label)


def _line(step: Step, variant: Variant, label: Text) -> Line:
    value, numbers = variant.figure(step.value), step.term.numbers()
    shaped = isinstance(step.result, tuple) and len(step.result) > 1
    result = f"{value} → {render(step.result)}" if shaped else value
    if shaped and numbers == value:  # nothing was reckoned but where the number stands
        numbers = result = render(step.result)
    return Line(
        label, step.term.formula(), numbers, step.term.expression(), step.value, result, step.place
    )
