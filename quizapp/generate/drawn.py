"""From a question and a seed to values, networks, the truth, and its proof."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from quizapp.bank import Calculated, Question
from quizapp.calc import Network
from quizapp.calc.vocabulary import second_way
from quizapp.errors import DrawError, ExpressionError, NetworkError, ProofError, QuizappError
from quizapp.expressions import ARITHMETIC
from quizapp.generate.chance import Chance
from quizapp.mistakes import Truth, truth_of
from quizapp.words import render

MOST_DRAWS = 400
"""Draws before a question is said to have no variant; conditions that hold for 1 in 40 pass."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Values for the variables, the networks they give, and the truth both ways agree on."""

    variables: Mapping[str, Any]
    networks: Mapping[str, Network]
    truth: Truth | None
    """None where nothing is calculated."""

    @property
    def names(self) -> Mapping[str, Any]:
        """Everything an expression of the question may name."""
        return {**self.variables, **self.networks}


def draws(question: Question, seed: int, level: int) -> Iterator[Drawn]:
    """Candidates in a fixed order; at least one, or DrawError.

    One variable keeps its value through all of them, so that choosing among candidates never
    makes a value that the author listed disappear.
    """
    space = question.space(level)
    chance = Chance("draw", question.key, level, seed)
    anchor = chance.one_of(sorted(space)) if space else None
    kept = {anchor: chance.one_of(space[anchor])} if anchor is not None else {}
    found, fault = 0, None
    tried: set[tuple[Any, ...]] = set()
    for attempt in range(MOST_DRAWS):
        # Where the kept value allows nothing, let it go.
        if attempt == MOST_DRAWS // 2 and not found:
            kept = {}
        values = {
            name: kept[name] if name in kept else chance.one_of(values)
            for name, values in sorted(space.items())
        }
        # A small space comes round again soon; the same numbers need no second look.
        numbers = tuple(values.values())
        if numbers in tried:
            continue
        tried.add(numbers)
        try:
            drawn = _filled(question, {name: values[name] for name in space})
        except (NetworkError, ExpressionError) as error:
            fault = error
            continue
        if drawn is not None:
            found += 1
            yield drawn
        if not space:
            break
    if not found:
        raise _nothing(question, seed, fault)


def _filled(question: Question, values: dict[str, Any]) -> Drawn | None:
    """The values with what derives from them; None where ``where`` does not hold."""
    variables = dict(values)
    for name, expression in question.let.items():
        variables[name] = expression.evaluate(variables, ARITHMETIC)
    if question.where is not None and not question.where.evaluate(variables, ARITHMETIC):
        return None
    networks = {name: template.fill(variables) for name, template in question.networks.items()}
    truth = None
    if isinstance(question.task, Calculated):
        truth = truth_of(question.task.answer, {**variables, **networks})
    return Drawn(variables, networks, truth)


def prove(question: Question, seed: int, drawn: Drawn) -> None:
    """Compute the answer the second way. Raises ProofError where the two disagree."""
    if drawn.truth is None or not isinstance(question.task, Calculated):
        return
    second = question.task.answer.evaluate(drawn.names, second_way())
    if second != drawn.truth.answer:
        raise ProofError(
            "proof",
            "{question} with seed {seed}: one way gives {first}, the other {second}; "
            "the question is not shown",
            question=question.key, seed=seed,
            first=render(drawn.truth.answer), second=render(second),
        )  # fmt: skip


def _nothing(question: Question, seed: int, fault: QuizappError | None) -> DrawError:
    if fault is None:
        return DrawError(
            "no-draw", "{question}: no values in {tries} draws with seed {seed} fulfil `where`",
            question=question.key, tries=MOST_DRAWS, seed=seed,
        )  # fmt: skip
    return DrawError(
        "no-draw-fault",
        "{question}: no values in {tries} draws with seed {seed} give an answer: {fault}",
        question=question.key, tries=MOST_DRAWS, seed=seed, fault=fault,
    )  # fmt: skip
