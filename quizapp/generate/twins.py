"""Another variant as hard as one that was met: the same traps, other numbers."""

from typing import Any

from quizapp.generate.solution import lines_of
from quizapp.generate.variant import Variant, variants_after
from quizapp.words import render

MOST_SEEDS = 120
"""Seeds tried after the variant's own. In a space of six numbers one is missed by all of them
less than once in a thousand million."""

MOST_ORDERS = 12
"""Seeds tried for a question without numbers, where two orders are one in two at worst."""

_Fault = tuple[bool, bool, bool, bool, bool]


def twin(variant: Variant) -> Variant:
    """A variant of the same question and level with other numbers, found by successive seeds.

    It exposes the same mistakes, takes as many steps, its answer has as many digits and is another
    one. Where no seed tried gives that, it is the first of the nearest: numbers before mistakes,
    mistakes before steps, steps before digits. A question that has no other numbers comes back as
    it was, but with its options, items or pairs in another order where it has any.
    """
    best: tuple[_Fault, Variant] | None = None
    tries = MOST_SEEDS if _numbers_vary(variant) else MOST_ORDERS
    for other in variants_after(variant, tries):
        fault = _fault(variant, other)
        if best is None or fault < best[0]:
            best = fault, other
        if not any(fault[:4]) and (not fault[4] or tries == MOST_ORDERS):
            break
    return variant if best is None else best[1]


def is_equal_twin(variant: Variant, other: Variant) -> bool:
    """Whether two variants are equally hard: the same mistakes, steps, and digits."""
    return not any(_fault(variant, other)[1:4])


def has_other_numbers(variant: Variant, other: Variant) -> bool:
    """Whether knowing the answer of one does not give away that of the other."""
    return variant.drawn.variables != other.drawn.variables


def _fault(variant: Variant, other: Variant) -> _Fault:
    """In what a variant falls short of being a twin, the worst first."""
    return (
        _looks(variant) == _looks(other),
        _traps(variant) != _traps(other),
        len(lines_of(variant)) != len(lines_of(other)),
        _digits(variant) != _digits(other),
        _calculated(variant) is not None and _calculated(variant) == _calculated(other),
    )


def _numbers_vary(variant: Variant) -> bool:
    space = variant.question.space(variant.level)
    return any(len(values) > 1 for values in space.values())


def _looks(variant: Variant) -> Any:
    """The numbers; for a question without any, what else a seed may change."""
    if _numbers_vary(variant):
        return variant.drawn.variables
    return [option.text for option in variant.options], variant.asked


def _traps(variant: Variant) -> frozenset[str]:
    return frozenset(id_ for known in variant.known_wrong for id_ in known.mistakes)


def _calculated(variant: Variant) -> Any:
    return None if variant.drawn.truth is None else variant.drawn.truth.answer


def _digits(variant: Variant) -> tuple[int, ...]:
    """How many digits each number of a calculated answer has."""
    answer = _calculated(variant)
    parts = answer if isinstance(answer, tuple) else () if answer is None else (answer,)
    return tuple(sum(map(str.isdigit, render(part))) for part in parts)
