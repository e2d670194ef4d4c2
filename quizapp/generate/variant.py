"""A variant: a question with its numbers, its prompt, its options, and its known wrong answers."""

from collections.abc import Iterator
from itertools import islice
from math import prod
from typing import Any

from quizapp import mistakes
from quizapp.bank import Calculated, Question, Show, Task
from quizapp.errors import DrawError, ProofError
from quizapp.frozen import dataclass
from quizapp.generate.asked import Asked, OutputAsked, asked_of, filled
from quizapp.generate.chance import Chance
from quizapp.generate.drawn import Drawn, draws, prove
from quizapp.words import LANGUAGES, Language, Text, render, rounded

GENERATOR = 2
"""Rises when choosing variants or the catalogue of mistakes changes what a seed gives."""

_ANY: tuple[Show, ...] = ("torch", "table", "diagram")
"""What ``show: any`` chooses from; not every layer has a Keras twin."""

MOST_CANDIDATES = 24
FARTHEST = 1_000
"""How many times the answer a wrong option may be; beyond, its size alone says it is wrong."""

DIGITS = 4
"""Significant digits of an answer that need not be exact."""

MOST_FOR_TIES = 6
"""Of them, those looked at once nothing is wrong but ties: some formulas tie on all numbers."""

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
    asked: Asked | None
    """What is asked for where nothing is calculated or chosen."""
    show: Show
    """How the networks are shown; never ``any``."""

    @property
    def answer(self) -> Any:
        """The value calculated; for a choice, the places of the right options, from 1.

        For other kinds what their part of :mod:`quizapp.generate.asked` says.
        """
        if self.drawn.truth is not None:
            return self.drawn.truth.answer
        return self.right_places if self.asked is None else self.asked.answer

    @property
    def shown_answer(self) -> Text:
        """The right answer as it is read."""
        if self.options:
            return Text(*(self._right_options(language) for language in LANGUAGES))
        return Text.same(self.figure(self.answer)) if self.asked is None else self.asked.shown

    def figure(self, value: Any) -> str:
        """A value as it is shown here: a fraction, or a decimal where nearly right is right."""
        return figure_of(self.question.task, value)

    def _right_options(self, language: Language) -> str:
        return "  ".join(
            f"{place}. {self.options[place - 1].text.in_language(language)}"
            for place in self.right_places
        )

    @property
    def right_places(self) -> tuple[int, ...]:
        """The places of the right options, from 1."""
        return tuple(place for place, option in enumerate(self.options, 1) if option.correct)

    @property
    def hidden(self) -> frozenset[str]:
        """Names of the nodes whose shapes a table must not show: they would be the answer."""
        if self.asked is None and not self._asks_a_shape:
            return frozenset()
        return frozenset(n.name for net in self.drawn.networks.values() for n in net.nodes)

    @property
    def _asks_a_shape(self) -> bool:
        if self.drawn.truth is None:
            return False
        from quizapp.calc.vocabulary import SHAPE_QUANTITIES

        return not self.drawn.truth.quantities.isdisjoint(SHAPE_QUANTITIES)

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
        prove(question, seed, drawn)
        return _shown(question, seed, level, drawn, (), _authored(question, seed, level, drawn))
    best: tuple[tuple[int, int, int], Drawn, tuple[KnownWrong, ...]] | None = None
    only_ties = 0
    for drawn in islice(draws(question, seed, level), MOST_CANDIDATES):
        wrong, masked = known_wrong_of(task, drawn)
        ties = sum(len(known.mistakes) - 1 for known in wrong)
        short = max(0, LEAST_DISTRACTORS - len(wrong)) if task.as_choice else 0
        fault = (short, masked, ties)
        if best is None or fault < best[0]:
            best = fault, drawn, wrong
        only_ties += not any(best[0][:2])
        if not any(fault) or only_ties == MOST_FOR_TIES:
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


def variants_after(variant: Variant, seeds: int) -> Iterator[Variant]:
    """The question's variants of so many seeds after the variant's own, those that can be drawn."""
    for seed in range(variant.seed + 1, variant.seed + 1 + seeds):
        try:
            yield generate(variant.question, seed, variant.level)
        except (DrawError, ProofError):
            continue


def variant_of(question: Question, seed: int, level: int, drawn: Drawn) -> Variant:
    """The variant that one draw makes, whatever the seed would have chosen; proved.

    It is for a look at the whole space of a question. Options and their order are the seed's.
    """
    task = question.task
    prove(question, seed, drawn)
    if not isinstance(task, Calculated):
        return _shown(question, seed, level, drawn, (), _authored(question, seed, level, drawn))
    wrong, _ = known_wrong_of(task, drawn)
    options = _distractors(question, seed, level, drawn, wrong) if task.as_choice else ()
    return _shown(question, seed, level, drawn, wrong, options)


def known_wrong_of(task: Calculated, drawn: Drawn) -> tuple[tuple[KnownWrong, ...], int]:
    """What the mistakes that apply answer, and how many of them hit the right answer."""
    truth = drawn.truth
    if truth is None:
        return (), 0
    from quizapp.calc.vocabulary import FirstWay

    found: dict[Any, list[str]] = {}
    masked = 0
    for mistake in mistakes.concerning(truth):
        value = mistakes.wrong_answer([mistake], task.answer, drawn.names)
        if value is None:
            continue
        if task.is_right(value, truth.answer):
            masked += 1
        elif _plausible(value, truth.answer):
            found.setdefault(value, []).append(mistake.id)
    for own in task.mistakes:
        value = own.answer.evaluate(drawn.names, FirstWay().functions)
        if not task.is_right(value, truth.answer):
            found.setdefault(value, []).append(own.id)
    return tuple(KnownWrong(value, tuple(ids)) for value, ids in found.items()), masked


def _plausible(value: Any, truth: Any) -> bool:
    """A wrong answer of the right kind: a count is not negative, a shape is a shape."""
    if isinstance(value, tuple) or isinstance(truth, tuple):
        return isinstance(value, tuple) == isinstance(truth, tuple)
    if isinstance(truth, int) and not isinstance(value, int):
        return False
    return bool(value > 0 or truth <= 0)


def _distractors(
    question: Question, seed: int, level: int, drawn: Drawn, wrong: tuple[KnownWrong, ...]
) -> tuple[ShownOption, ...]:
    """The answer among 2 to 4 wrong ones, at an even place, of a rank as even as they allow."""
    chance = Chance("options", question.key, level, seed)
    truth = drawn.truth.answer if drawn.truth is not None else None
    offered = [known for known in wrong if _is_believable(known.answer, truth)]
    if len(offered) < LEAST_DISTRACTORS:
        offered = list(wrong)
    below = [known for known in offered if _size(known.answer) < _size(truth)]
    above = [known for known in offered if not _size(known.answer) < _size(truth)]
    count = min(MOST_DISTRACTORS, len(offered))
    least, most = max(0, count - len(above)), min(count, len(below))
    smaller = least + chance.below(most - least + 1)
    taken = chance.shuffled(below)[:smaller] + chance.shuffled(above)[: count - smaller]
    options = [
        ShownOption(
            Text.same(figure_of(question.task, known.answer)), False, known.answer, known.mistakes
        )
        for known in taken
    ]
    options.append(ShownOption(Text.same(figure_of(question.task, truth)), True, truth))
    return tuple(chance.shuffled(options))


def _is_believable(value: Any, truth: Any) -> bool:
    """Whether a wrong option is near enough not to be seen through by its size alone."""
    one, other = abs(_size(value)), abs(_size(truth))
    return bool(one <= FARTHEST * max(1, other))


def figure_of(task: Task, value: Any) -> str:
    """A value as a question of this task shows it."""
    if not isinstance(task, Calculated) or task.tolerance is None:
        return render(value)
    digits = task.tolerance.amount if task.tolerance.kind == "digits" else DIGITS
    return rounded(value, max(DIGITS, int(digits)))


def _size(value: Any) -> Any:
    return prod(value) if isinstance(value, tuple) else value


def _authored(question: Question, seed: int, level: int, drawn: Drawn) -> tuple[ShownOption, ...]:
    """The author's options in an even order."""
    chance = Chance("options", question.key, level, seed)
    options = getattr(question.task, "options", ())
    return tuple(
        ShownOption(
            filled(option.text, drawn),
            option.correct,
            because=filled(option.because, drawn) if option.because is not None else None,
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
    because = filled(question.because, drawn) if question.because is not None else None
    asked = asked_of(question, seed, level, drawn)
    prompt = prompt_of(question, drawn, asked)
    show = _show(question, seed, level)
    return Variant(question, seed, level, drawn, prompt, because, options, wrong, asked, show)


def prompt_of(question: Question, drawn: Drawn, asked: Asked | None) -> Text:
    """The prompt; with the versions asked about, where code was pinned under several."""
    prompt = filled(question.prompt, drawn)
    if isinstance(asked, OutputAsked) and len(getattr(question.task, "pinned", ())) > 1:
        prompt = Text(f"{prompt.en} ({asked.versions})", f"{prompt.ko} ({asked.versions})")
    return prompt


def _show(question: Question, seed: int, level: int) -> Show:
    if question.show != "any":
        return question.show
    return Chance("show", question.key, level, seed).one_of(_ANY)
