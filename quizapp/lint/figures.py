"""``check --report``: how well templates bring mistakes to light, and how often a slip is named."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from quizapp.bank import Bank, Calculated, Question
from quizapp.errors import DrawError, ExpressionError, NetworkError, ProofError
from quizapp.frozen import dataclass
from quizapp.generate import Chance, Drawn, Variant, generate
from quizapp.generate.drawn import draws
from quizapp.generate.variant import known_wrong_of
from quizapp.grade.diagnosis import diagnose
from quizapp.lint.space import levels_of
from quizapp.mistakes import CATALOGUE

SEEDS = 60
"""Seeds a template and level."""

DIAGNOSED = 6
"""Of these so many variants are answered wrongly, each by as many numbers as NUMBERS says."""

NUMBERS = 8
LEAST_ANSWER = 1_000
"""Under this a random wrong number hits some mistake too often to say anything."""

_NOTHING = (DrawError, ProofError, ExpressionError, NetworkError)


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    count: int = 0
    of: int = 0

    def __add__(self, other: "Share") -> "Share":
        return Share(self.count + other.count, self.of + other.of)

    @property
    def percent(self) -> float | None:
        """None of nothing."""
        return 100 * self.count / self.of if self.of else None


@dataclass(frozen=True, slots=True)
class Figures:
    """What a calculated template does with mistakes, over some seeds of each of its levels."""

    question: Question
    masked_before: Share
    """Draws as chance gives them on which a mistake that applies hits the right answer."""
    masked: Share
    """The same of the variants chosen."""
    tying_before: Share
    """Draws on which two mistakes give the same wrong answer."""
    tying: Share
    reveals: Mapping[str, int]
    """Mistakes that are alone in giving some wrong answer, and on how many variants."""
    never_shown: Mapping[str, tuple[Any, ...]]
    """Values listed that no variant showed."""
    random_named: Share
    """Random whole numbers within half of an answer over 1,000 that a slip is named for."""
    random_named_small: Share
    """The same for smaller answers, for what it is worth."""
    alone: Share
    """Single mistakes that are named alone when made."""
    in_a_tie: Share
    """Those named among others that give the same."""


def figures_of(banks: Iterable[Bank]) -> list[Figures]:
    """The figures of every calculated template of the banks."""
    return [
        _figures(question, question.task)
        for bank in banks
        for question in bank.questions
        if isinstance(question.task, Calculated)
    ]


def topics_by_mistake(figures: Iterable[Figures]) -> dict[str, Counter[str]]:
    """Per topic, how many templates reveal each mistake."""
    grid: dict[str, Counter[str]] = {}
    for each in figures:
        grid.setdefault(each.question.topic, Counter()).update(each.reveals.keys())
    return grid


def never_revealed(grid: Mapping[str, Counter[str]]) -> list[str]:
    """Mistakes of the catalogue that no template reveals."""
    found = set().union(*grid.values())
    return [mistake.id for mistake in CATALOGUE if mistake.id not in found]


def _figures(question: Question, task: Calculated) -> Figures:
    before = [drawn for level in levels_of(question) for drawn in _plain_draws(question, level)]
    chosen = [each for level in levels_of(question) for each in _chosen(question, level)]
    masked_before, tying_before, _ = _traps(task, before)
    masked, tying, reveals = _traps(task, [variant.drawn for variant in chosen])
    large = [variant for variant in chosen if _is_large(variant.answer)]
    small = [variant for variant in chosen if variant not in large]
    alone, in_a_tie = _recovered(chosen[:DIAGNOSED])
    return Figures(
        question,
        masked_before=masked_before,
        masked=masked,
        tying_before=tying_before,
        tying=tying,
        reveals=reveals,
        never_shown=_never_shown(question, chosen),
        random_named=_random_named(large[:DIAGNOSED]),
        random_named_small=_random_named(small[:DIAGNOSED]),
        alone=alone,
        in_a_tie=in_a_tie,
    )


def _plain_draws(question: Question, level: int) -> Iterator[Drawn]:
    for seed in range(1, SEEDS + 1):
        try:
            yield next(draws(question, seed, level))
        except _NOTHING:
            continue


def _chosen(question: Question, level: int) -> Iterator[Variant]:
    for seed in range(1, SEEDS + 1):
        try:
            yield generate(question, seed, level)
        except _NOTHING:
            continue


def _traps(task: Calculated, drawn: list[Drawn]) -> tuple[Share, Share, Counter[str]]:
    """On how many draws a mistake is masked, on how many some tie, and which stand alone."""
    masked = tying = 0
    reveals: Counter[str] = Counter()
    for each in drawn:
        wrong, hidden = known_wrong_of(task, each)
        masked += hidden > 0
        tying += any(len(known.mistakes) > 1 for known in wrong)
        reveals.update(known.mistakes[0] for known in wrong if len(known.mistakes) == 1)
    return Share(masked, len(drawn)), Share(tying, len(drawn)), reveals


def _never_shown(question: Question, chosen: list[Variant]) -> dict[str, tuple[Any, ...]]:
    """Of variables with few enough values for the seeds to meet each."""
    missing: dict[str, tuple[Any, ...]] = {}
    for level in levels_of(question):
        for name, values in question.space(level).items():
            met = {each.drawn.variables[name] for each in chosen if each.level == level}
            left = tuple(value for value in values if value not in met)
            if left and len(values) * 12 <= SEEDS:
                missing[name] = left
    return missing


def _is_large(answer: Any) -> bool:
    return isinstance(answer, int) and answer > LEAST_ANSWER


def _random_named(variants: list[Variant]) -> Share:
    """Whole numbers within ±50 % of the answer, evenly, and other than it."""
    named = tried = 0
    for variant in variants:
        answer = variant.answer
        if not isinstance(answer, int) or answer < 2:
            continue
        chance = Chance("wrong", variant.question.key, variant.level, variant.seed)
        for _ in range(NUMBERS):
            value = answer - answer // 2 + chance.below(answer // 2 * 2 + 1)
            if value != answer:
                tried += 1
                named += bool(diagnose(variant, value).mistakes)
    return Share(named, tried)


def _recovered(variants: list[Variant]) -> tuple[Share, Share]:
    alone = tie = tried = 0
    for variant in variants:
        for known in variant.known_wrong:
            found = diagnose(variant, known.answer).mistakes
            for id_ in known.mistakes:
                tried += 1
                alone += found == (id_,)
                tie += len(found) > 1 and id_ in found
    return Share(alone, tried), Share(tie, tried)
