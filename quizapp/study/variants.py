"""Which variant of a question suits a learner now: successive seeds, the first that fits."""

from collections.abc import Mapping, Sequence
from math import prod

from quizapp.bank import Question
from quizapp.calc.json_form import value_json
from quizapp.errors import DrawError, ProofError
from quizapp.frozen import dataclass
from quizapp.generate import Variant, generate
from quizapp.history import Review
from quizapp.study.cards import Card

MOST_SEEDS = 12
MOST_RECENT = 10
"""Draws before the same numbers may come again."""

Numbers = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Wish:
    """What a variant should be like."""

    recent: tuple[Numbers, ...] = ()
    """Numbers that were asked lately."""
    probe: tuple[str, ...] = ()
    """Slips that tied: they should give different answers."""
    own: tuple[str, ...] = ()
    """Slips made on this very question: each should give a wrong answer of its own."""
    slips: tuple[str, ...] = ()
    """Slips held elsewhere: so should these, where the question can show them."""


@dataclass(frozen=True, slots=True)
class Draw:
    """All that says which variant is asked."""

    question: Question
    seed: int
    level: int
    wish: Wish = Wish()

    def variant(self) -> Variant:
        """As :func:`suited` finds it."""
        return suited(self.question, self.seed, self.level, self.wish)


def numbers_of(variant: Variant) -> dict[str, object]:
    """The variables of a variant as JSON holds them."""
    return {name: value_json(value) for name, value in variant.drawn.variables.items()}


def exposed(variant: Variant) -> tuple[str, ...]:
    """The slips that show on a variant: each alone gives its own wrong answer."""
    alone = [known.mistakes[0] for known in variant.known_wrong if len(known.mistakes) == 1]
    return tuple(sorted(alone))


def level_of(question: Question, card: Card) -> int:
    """The level at which a card is asked: its own, where the question has one so high."""
    return max(question.level, min(card.level, max(question.levels, default=question.level)))


def recent_numbers(question: Question, level: int, past: Sequence[Review]) -> tuple[Numbers, ...]:
    """The numbers of the last ten draws, or of half as many as there are, if that is less."""
    space = prod(len(values) for values in question.space(level).values())
    most = min(MOST_RECENT, space // 2)
    return tuple(review.variables for review in past[-most:]) if most else ()


def suited(question: Question, seed: int, level: int, wish: Wish) -> Variant:
    """The first variant from ``seed`` on that is as wished, else the nearest to that.

    Raises DrawError or ProofError where no seed tried gives one.
    """
    best: tuple[tuple[int, int, int], Variant] | None = None
    fault: DrawError | ProofError | None = None
    for tried in range(seed, seed + MOST_SEEDS):
        try:
            variant = generate(question, tried, level)
        except (DrawError, ProofError) as error:
            fault = fault or error
            if best is None and not question.space(level):
                break
            continue
        short = _short_of(variant, wish)
        if best is None or short < best[0]:
            best = short, variant
        if not any(short) or not question.space(level):
            break
    if best is None:
        raise fault if fault is not None else RuntimeError("no seed was tried")
    return best[1]


def _short_of(variant: Variant, wish: Wish) -> tuple[int, int, int]:
    """In what a variant falls short of a wish, the worst first."""
    shown, could = exposed(variant), concerned(variant)
    hidden = sum(slip not in shown for slip in wish.own)
    hidden += sum(slip in could and slip not in shown for slip in wish.slips)
    return _untold(variant, wish.probe), int(numbers_of(variant) in wish.recent), hidden


def concerned(variant: Variant) -> set[str]:
    """The slips that a variant could show, alone or in a tie."""
    return {mistake for known in variant.known_wrong for mistake in known.mistakes}


def _untold(variant: Variant, probe: Sequence[str]) -> int:
    """How many slips of a tie this variant does not tell apart from the others."""
    if not probe:
        return 0
    answers = {
        mistake: place
        for place, known in enumerate(variant.known_wrong)
        for mistake in known.mistakes
        if mistake in probe
    }
    return len(probe) - len(set(answers.values()))
