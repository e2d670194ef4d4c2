"""From a question and a seed to values, networks, the truth, and its proof."""

from collections.abc import Iterator, Mapping
from itertools import product
from typing import TYPE_CHECKING, Any

from quizapp import calc, mistakes
from quizapp.bank import Calculated, Column, Question, Solve, Table
from quizapp.errors import DrawError, ExpressionError, NetworkError, ProofError, QuizappError
from quizapp.expressions import ARITHMETIC, Function
from quizapp.frozen import dataclass
from quizapp.generate.chance import Chance
from quizapp.words import render

if TYPE_CHECKING:
    from quizapp.calc import Network
    from quizapp.mistakes import Truth

QUANTITY_OF: Mapping[Column, str] = {
    "shape": "output_shape", "parameters": "parameters", "macs": "macs", "rf": "receptive_field",
}  # fmt: skip
"""What each column of a table asks of its layers."""

MOST_DRAWS = 400
"""Draws before a question is said to have no variant; conditions that hold for 1 in 40 pass."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Values for the variables, the networks they give, and the truth both ways agree on."""

    variables: Mapping[str, Any]
    networks: "Mapping[str, Network]"
    truth: "Truth | None"
    """None where nothing is calculated."""
    solutions: tuple[Mapping[str, int], ...] = ()
    """Of a ``solve`` question: all values of its unknowns that are right."""

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
            variables = derived(question, {name: values[name] for name in space})
            drawn = filled(question, variables) if variables is not None else None
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


def derived(question: Question, values: Mapping[str, Any]) -> dict[str, Any] | None:
    """The values with what derives from them; None where ``where`` does not hold."""
    variables = with_derived(question, values)
    if question.where is not None and not question.where.evaluate(variables, ARITHMETIC):
        return None
    return variables


def with_derived(question: Question, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values with what derives from them, whether or not such are asked."""
    variables = dict(values)
    for name, expression in question.let.items():
        variables[name] = expression.evaluate(variables, ARITHMETIC)
    return variables


def filled(question: Question, variables: Mapping[str, Any]) -> Drawn | None:
    """What these variables give; None where nothing solves a ``solve`` question.

    Raises NetworkError or ExpressionError where torch or arithmetic refuses.
    """
    if isinstance(question.task, Solve):
        return _solved(question, question.task, variables)
    networks = {name: template.fill(variables) for name, template in question.networks.items()}
    truth = None
    if isinstance(question.task, Calculated):
        truth = mistakes.truth_of(question.task.answer, {**variables, **networks})
    return Drawn(variables, networks, truth)


def _solved(question: Question, task: Solve, variables: Mapping[str, Any]) -> Drawn | None:
    """The values with all that solve them, their networks written with the unknowns' names."""
    found = tuple(solutions(question, task, variables))
    if not found:
        return None
    shown = {name: calc.unknown(name, value) for name, value in found[0].items()}
    networks = {
        name: template.fill({**variables, **shown}) for name, template in question.networks.items()
    }
    return Drawn(variables, networks, None, found)


def solutions(
    question: Question, task: Solve, variables: Mapping[str, Any]
) -> Iterator[Mapping[str, int]]:
    """Every combination of the unknowns' values that fulfils the condition."""
    from quizapp.calc.vocabulary import FirstWay

    fixed = {
        name: template.fill(variables)
        for name, template in question.networks.items()
        if template.names.isdisjoint(task.unknowns)
    }
    for values in product(*task.unknowns.values()):
        tried = dict(zip(task.unknowns, values, strict=True))
        if fulfils(question, task, {**variables, **tried, **fixed}, FirstWay().functions):
            yield tried


def fulfils(
    question: Question, task: Solve, values: Mapping[str, Any], functions: Mapping[str, Function]
) -> bool:
    """Whether values of variables and unknowns fulfil the condition; not where torch refuses."""
    try:
        networks = {
            name: template.fill(values)
            for name, template in question.networks.items()
            if name not in values
        }
        return task.accept.evaluate({**values, **networks}, functions) is True
    except (NetworkError, ExpressionError):
        return False


def prove(question: Question, seed: int, drawn: Drawn) -> None:
    """Compute the answer the second way. Raises ProofError where the two disagree."""
    if isinstance(question.task, Solve):
        _prove_solutions(question, question.task, seed, drawn)
    elif isinstance(question.task, Table):
        _prove_table(question, question.task, seed, drawn.networks["network"])
    if drawn.truth is None or not isinstance(question.task, Calculated):
        return
    from quizapp.calc.vocabulary import second_way

    second = question.task.answer.evaluate(drawn.names, second_way())
    if second != drawn.truth.answer:
        raise _disagreement(question, seed, drawn.truth.answer, second)


def _prove_solutions(question: Question, task: Solve, seed: int, drawn: Drawn) -> None:
    """Hold the first and the last solution against the second way."""
    from quizapp.calc.vocabulary import second_way

    for found in (drawn.solutions[0], drawn.solutions[-1]):
        if not fulfils(question, task, {**drawn.variables, **found}, second_way()):
            raise ProofError(
                "proof-solution",
                "{question} with seed {seed}: one way accepts {values}, the other does not; "
                "the question is not shown",
                question=question.key, seed=seed,
                values=", ".join(f"{name}={value}" for name, value in found.items()),
            )  # fmt: skip


def _prove_table(question: Question, task: Table, seed: int, network: "Network") -> None:
    """Hold what the columns come to for the whole network against the second way."""
    from quizapp.calc.vocabulary import Proved

    walked, again = calc.trace(network), Proved(network)
    for column in task.columns:
        name = QUANTITY_OF[column]
        first, second = getattr(walked, name), getattr(again, name)
        if first != second:
            raise _disagreement(question, seed, first, second)


def _disagreement(question: Question, seed: int, first: object, second: object) -> ProofError:
    return ProofError(
        "proof",
        "{question} with seed {seed}: one way gives {first}, the other {second}; "
        "the question is not shown",
        question=question.key, seed=seed, first=render(first), second=render(second),
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
