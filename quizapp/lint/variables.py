"""Variables that change nothing, and red herrings that change something."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from typing import Any

from quizapp.bank import Choice
from quizapp.errors import DrawError, ExpressionError, NetworkError, ProofError
from quizapp.generate import Variant
from quizapp.generate.drawn import derived, filled
from quizapp.generate.variant import variant_of
from quizapp.lint.finding import Finding
from quizapp.lint.tried import Tried, right_of
from quizapp.words import phrase

BASES = 24
OTHERS = 6
"""In a space too large to try: how many variants are changed, and to how many other values."""


def faults_of_variables(tried: Tried) -> Iterator[Finding]:
    """What is wrong with the variables of a question at a level."""
    question = tried.question
    for name, values in question.space(tried.space.level).items():
        if len(values) < 2:
            continue
        matters = _matters(tried, name)
        if matters is False and name not in question.red_herring:
            yield Finding("Q009", phrase("lint.idle", name=name), "warning", ("vary", name))
        if matters and name in question.red_herring:
            yield Finding("Q010", phrase("lint.herring", name=name), "warning", ("red_herring",))


def _matters(tried: Tried, name: str) -> bool | None:
    """Whether another value of a variable, and of nothing else, changes what is right.

    None where `where` never leaves two of its values beside the same others.
    """
    values = tried.question.space(tried.space.level)
    bases = [{each: variant.drawn.variables[each] for each in values} for variant in tried.variants]
    others = values[name]
    outcome = _known_outcomes(tried) if tried.space.is_small else _outcomes(tried)
    if not tried.space.is_small:
        bases, others = bases[:BASES], others[:: max(1, len(others) // OTHERS)]
    compared = False
    for base in bases:
        here = outcome(base)
        for value in others:
            there = outcome({**base, name: value}) if value != base[name] else None
            if there is not None and here is not None:
                compared = True
                if here != there:
                    return True
    return False if compared else None


_Outcome = Callable[[Mapping[str, Any]], Hashable]
"""What values make right, and offer; None where they make nothing."""


def _known_outcomes(tried: Tried) -> _Outcome:
    """Looked up among the variants of the whole space."""
    names = tuple(tried.question.space(tried.space.level))
    known = {
        tuple(variant.drawn.variables[name] for name in names): _offered(variant)
        for variant in tried.whole
    }
    return lambda values: known.get(tuple(values[name] for name in names))


def _outcomes(tried: Tried) -> _Outcome:
    """Computed for each."""
    question, level = tried.question, tried.space.level

    def outcome(values: Mapping[str, Any]) -> Hashable:
        try:
            variables = derived(question, values)
            drawn = filled(question, variables) if variables is not None else None
            if drawn is None:
                return None
            if drawn.truth is not None:
                return (drawn.truth.answer,)
            return _offered(variant_of(question, 0, level, drawn))
        except (NetworkError, ExpressionError, ProofError, DrawError):
            return None

    return outcome


def _offered(variant: Variant) -> Hashable:
    if variant.drawn.truth is not None:
        return (variant.drawn.truth.answer,)
    if isinstance(variant.question.task, Choice):
        return frozenset(
            (option.text, option.correct, option.because) for option in variant.options
        )
    if variant.asked is not None:
        return (str(variant.asked),)
    return (right_of(variant),)
