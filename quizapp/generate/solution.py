"""The worked solution of a variant, and the same lines gone wrong: made when asked for."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from quizapp.bank import Calculated
from quizapp.calc import TRUE
from quizapp.calc.derivation import Step, answer_steps
from quizapp.expressions import ARITHMETIC
from quizapp.generate.variant import Variant
from quizapp.mistakes import BY_ID
from quizapp.words import LANGUAGES, Text, phrase, render


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
        return _labelled(self, self.arithmetic)


def lines_of(variant: Variant) -> tuple[Line, ...]:
    """The worked solution; empty where nothing is calculated."""
    return _lines(variant, ())


def wrong_lines(variant: Variant, mistakes: Iterable[str]) -> tuple[Line, ...]:
    """The solution as these mistakes of the catalogue would have it."""
    return _lines(variant, tuple(mistakes))


def hints_of(variant: Variant) -> tuple[Text, ...]:
    """From the author's own hint to all but the last step.

    For what is calculated: the first formula, its numbers put in, its value, then every step but
    the last. The first names no number of the answer.
    """
    hints = [_hint(variant)] if variant.question.hint is not None else []
    lines = lines_of(variant)
    if lines:
        first = lines[0]
        hints += [_labelled(first, first.formula), _labelled(first, first.numbers)]
    if len(lines) > 1:
        hints.append(lines[0].text)
    if len(lines) > 2:
        hints.append(Text(*("\n".join(line.text.in_language(language) for line in lines[:-1])
                            for language in LANGUAGES)))  # fmt: skip
    return tuple(dict.fromkeys(hints))


def _hint(variant: Variant) -> Text:
    hint = variant.question.hint
    if hint is None:
        return Text()
    return hint.fill(lambda hole: hole.evaluate(variant.drawn.variables, ARITHMETIC))


def _labelled(line: Line, arithmetic: str) -> Text:
    return Text(*(f"{label}: {arithmetic}" for label in (line.label.en, line.label.ko)))


def _lines(variant: Variant, mistakes: tuple[str, ...]) -> tuple[Line, ...]:
    task = variant.question.task
    if not isinstance(task, Calculated):
        return ()
    rules = TRUE
    for mistake in mistakes:
        rules = BY_ID[mistake].rules(rules)
    return tuple(map(_line, answer_steps(task.answer, variant.drawn.names, rules)))


def _line(step: Step) -> Line:
    label = Text(step.label, step.label)
    if not step.label:
        label = phrase("verdicts.total")
    value, numbers = render(step.value), step.term.numbers()
    shaped = isinstance(step.result, tuple)
    result = f"{value} → {render(step.result)}" if shaped else value
    return Line(
        label, step.term.formula(), numbers, step.term.expression(), step.value, result, step.place
    )
