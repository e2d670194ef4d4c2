"""A variant: a question with its numbers, its prompt, its options, and its known wrong answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from math import prod
from typing import Any

from quizapp.bank import Calculated, Question, Wording
from quizapp.calc.vocabulary import SHAPE_QUANTITIES, FirstWay
from quizapp.errors import DrawError
from quizapp.expressions import ARITHMETIC, Expression
from quizapp.generate.chance import Chance
from quizapp.generate.drawn import Drawn, draws, prove
from quizapp.mistakes import concerning, wrong_answer
from quizapp.words import Text, render

GENERATOR = 1
"""Rises when choosing variants or the catalogue of mistakes changes what a seed gives."""

MOST_CANDIDATES = 24
MOST_DISTRACTORS = 4
LEAST_DISTRACTORS = 2


@dataclass(frozen=True, slots=True)
class KnownWrong:
    """A wrong answer and the mistakes that lead to it; several when they tie."""

    answer: Any
    mistakes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownOption:
    """An option in the place where it is shown; a distractor knows the mistakes behind it."""

    text: Text
    correct: bool
    value: Any = None
    mistakes: tuple[str, ...] = ()
    because: Text | None = None


@dataclass(frozen=True, slots=True)
class Variant:
    """What a learner is asked, complete."""

    question: Question
    seed: int
    level: int
    drawn: Drawn
    prompt: Text
    because: Text | None
    """What the author says after any answer."""
    options: tuple[ShownOption, ...]
    known_wrong: tuple[KnownWrong, ...]

    @property
    def answer(self) -> Any:
        """The value calculated; for a choice, the places of the right options, from 1."""
        if self.drawn.truth is not None:
            return self.drawn.truth.answer
        return self.right_places

    @property
    def right_places(self) -> tuple[int, ...]:
        """The places of the right options, from 1."""
        return tuple(place for place, option in enumerate(self.options, 1) if option.correct)

    @property
    def hidden(self) -> frozenset[str]:
        """Names of the nodes whose shapes a table must not show: they would be the answer."""
        truth = self.drawn.truth
        if truth is None or truth.quantities.isdisjoint(SHAPE_QUANTITIES):
            return frozenset()
        return frozenset(n.name for net in self.drawn.networks.values() for n in net.nodes)

    @property
    def signature(self) -> str:
        """``bank/question@revision:level:seed/generator``: enough to make it again."""
        question = self.question
        return f"{question.key}@{question.revision}:{self.level}:{self.seed}/{GENERATOR}"


def generate(question: Question, seed: int, level: int = 1) -> Variant:
    """The variant of a question that a seed gives, proved.

    Among candidates the first is taken on which no mistake that applies hits the right answer and
    no two give the same wrong one, else the one nearest to that. Raises DrawError where the
    question has none, ProofError where the two ways of computing disagree.
    """
    task = question.task
    if not isinstance(task, Calculated):
        drawn = next(draws(question, seed, level))
        return _shown(question, seed, level, drawn, (), _authored(question, seed, level, drawn))
    best: tuple[tuple[int, int, int], Drawn, tuple[KnownWrong, ...]] | None = None
    for drawn in islice(draws(question, seed, level), MOST_CANDIDATES):
        wrong, masked = _known_wrong(task, drawn)
        ties = sum(len(known.mistakes) - 1 for known in wrong)
        short = max(0, LEAST_DISTRACTORS - len(wrong)) if task.as_choice else 0
        fault = (short, masked, ties)
        if best is None or fault < best[0]:
            best = fault, drawn, wrong
        if not any(fault):
            break
    if best is None or best[0][0] > 0:
        raise DrawError(
            "few-distractors", "{question}: with seed {seed} fewer than two mistakes give options",
            question=question.key, seed=seed,
        )  # fmt: skip
    _, drawn, wrong = best
    prove(question, seed, drawn)
    options = _distractors(question, seed, level, drawn, wrong) if task.as_choice else ()
    return _shown(question, seed, level, drawn, wrong, options)


def _known_wrong(task: Calculated, drawn: Drawn) -> tuple[tuple[KnownWrong, ...], int]:
    """What the mistakes that apply answer, and how many of them hit the right answer."""
    truth = drawn.truth
    if truth is None:
        return (), 0
    found: dict[Any, list[str]] = {}
    masked = 0
    for mistake in concerning(truth):
        value = wrong_answer([mistake], task.answer, drawn.names)
        if value == truth.answer:
            masked += 1
        elif value is not None and _plausible(value, truth.answer):
            found.setdefault(value, []).append(mistake.id)
    for own in task.mistakes:
        value = own.answer.evaluate(drawn.names, FirstWay().functions)
        if value != truth.answer:
            found.setdefault(value, []).append(own.id)
    return tuple(KnownWrong(value, tuple(ids)) for value, ids in found.items()), masked


def _plausible(value: Any, truth: Any) -> bool:
    """A wrong answer of the right kind: a count is not negative, a shape is a shape."""
    if isinstance(value, tuple) or isinstance(truth, tuple):
        return isinstance(value, tuple) == isinstance(truth, tuple)
    return bool(value > 0 or truth <= 0)


def _distractors(
    question: Question, seed: int, level: int, drawn: Drawn, wrong: tuple[KnownWrong, ...]
) -> tuple[ShownOption, ...]:
    """The answer among 2 to 4 wrong ones, at an even place, of a rank as even as they allow."""
    chance = Chance("options", question.key, level, seed)
    truth = drawn.truth.answer if drawn.truth is not None else None
    below = [known for known in wrong if _size(known.answer) < _size(truth)]
    above = [known for known in wrong if not _size(known.answer) < _size(truth)]
    count = min(MOST_DISTRACTORS, len(wrong))
    least, most = max(0, count - len(above)), min(count, len(below))
    smaller = least + chance.below(most - least + 1)
    taken = chance.shuffled(below)[:smaller] + chance.shuffled(above)[: count - smaller]
    options = [
        ShownOption(_both(render(known.answer)), False, known.answer, known.mistakes)
        for known in taken
    ]
    options.append(ShownOption(_both(render(truth)), True, truth))
    return tuple(chance.shuffled(options))


def _size(value: Any) -> Any:
    return prod(value) if isinstance(value, tuple) else value


def _authored(question: Question, seed: int, level: int, drawn: Drawn) -> tuple[ShownOption, ...]:
    """The author's options in an even order."""
    chance = Chance("options", question.key, level, seed)
    options = getattr(question.task, "options", ())
    return tuple(
        ShownOption(
            _filled(option.text, drawn),
            option.correct,
            because=_filled(option.because, drawn) if option.because is not None else None,
        )
        for option in chance.shuffled(options)
    )


def _shown(
    question: Question,
    seed: int,
    level: int,
    drawn: Drawn,
    wrong: tuple[KnownWrong, ...],
    options: tuple[ShownOption, ...],
) -> Variant:
    prompt = _filled(question.prompt, drawn)
    because = _filled(question.because, drawn) if question.because is not None else None
    return Variant(question, seed, level, drawn, prompt, because, options, wrong)


def _filled(wording: Wording, drawn: Drawn) -> Text:
    return wording.fill(lambda expression: _value(expression, drawn.variables))


def _value(expression: Expression, variables: Mapping[str, Any]) -> object:
    return expression.evaluate(variables, ARITHMETIC)


def _both(text: str) -> Text:
    return Text(text, text)
