"""The forms in which one value may be typed."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from quizapp.words import decimal

_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")


def typed_forms(value: Any) -> list[str]:
    """Every form that counts as this value."""
    if isinstance(value, tuple):
        return list(_shapes(value))
    if isinstance(value, Fraction):
        return list(_fractions(value))
    return list(_numbers(value))


def other_forms(value: Any) -> list[str]:
    """The right numbers in a form that is asked again and costs nothing."""
    if isinstance(value, tuple):
        forms = [(1, *value)]
        if len(value) == 3 and len(set(value)) > 1:
            forms.append((*value[1:], value[0]))
        return ["x".join(map(str, form)) for form in forms if form != value]
    if isinstance(value, Fraction):
        return [f"{2 * value.numerator}/{2 * value.denominator}"]
    squared = [f"{value}x{value}"] if value > 1 else []
    return [*squared, *_rounded(value)]


def _numbers(value: int) -> Iterator[str]:
    yield from (str(value), f"{value:,}", f"{value:_}", f"{value:,}".replace(",", " "))
    yield from (f" {value} ", f"{value - 1} + 1", str(value).translate(_FULL_WIDTH))
    yield from (f"2*{value}/2", f"{value}.0")
    if value >= 10_000:
        high, low = divmod(value, 10_000)
        yield f"{high}만{low}" if low else f"{high}만"
        digits = str(value)
        yield f"{digits[0]}.{digits[1:]}e{len(digits) - 1}"
        yield f"{value // 1000}.{value % 1000:03}k"


def _rounded(value: int) -> Iterator[str]:
    """``73.7k`` for 73,728: right to the digits that are given."""
    if value >= 10_000 and value % 100:
        hundreds = (value + 50) // 100
        yield f"{hundreds // 10}.{hundreds % 10}k"


def _fractions(value: Fraction) -> Iterator[str]:
    yield from (str(value), f"{value.numerator} / {value.denominator}", f"({value}) + 0")
    if "/" not in decimal(value):
        yield from (decimal(value), f"{decimal(value * 100)}%")


def _shapes(sides: tuple[int, ...]) -> Iterator[str]:
    for between in ("x", "×", "*", ", ", ",", " ", " x ", "ㅌ"):
        yield between.join(map(str, sides))
    listed = ", ".join(map(str, sides))
    yield from (f"({listed})", f"[{listed}]", f"torch.Size([{listed}])")
