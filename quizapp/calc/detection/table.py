"""What the calculations here share: a table of rules each, exact quotients, checked numbers."""

from dataclasses import replace
from fractions import Fraction
from typing import Any, Self

from quizapp.errors import ExpressionError
from quizapp.frozen import dataclass
from quizapp.words import render

N = Any
"""A number or a derivation term."""

MOST = 10_000_000
"""Nothing here is counted further: the second way lays out what it counts one by one."""


@dataclass(frozen=True, slots=True)
class RuleTable:
    """How a calculation goes, entry by entry. The defaults are right; ``with_`` replaces some."""

    def with_(self, **entries: Any) -> Self:
        """The same table with some entries replaced. Raises TypeError for an entry unknown."""
        return replace(self, **entries)


def quotient(top: N, bottom: N) -> N:
    """``top/bottom``, exact."""
    return Fraction(1) * top / bottom


def require_whole(name: str, number: N, least: int = 1) -> None:
    """Refuse what is not a whole number of at least ``least``."""
    if number % 1 or number < least:
        raise ExpressionError(
            "whole-number", "{name} is a whole number of at least {least}, not {number}",
            name=name, least=least, number=render(number),
        )  # fmt: skip


def within_reach(count: N) -> N:
    """The count. Raises ExpressionError for one beyond :data:`MOST`."""
    if count > MOST:
        raise ExpressionError("count-reach", "this comes to more than {most}", most=render(MOST))
    return count


def require_above_zero(name: str, number: N) -> None:
    """Refuse zero and what is below it."""
    if number <= 0:
        raise ExpressionError(
            "above-zero", "{name} is above zero, not {number}",
            name=name, number=render(number),
        )  # fmt: skip
