"""Exact arithmetic within bounds: whole numbers and fractions, never floating point."""

import math
import operator
from collections.abc import Callable
from fractions import Fraction
from typing import Any

from quizapp.errors import ExpressionError
from quizapp.frozen import dataclass

LARGEST = 10**18
FINEST = 10**100
"""The largest denominator: a bound on work, far beyond what arithmetic by hand reaches."""
LARGEST_EXPONENT = 64
_PLACES = 12
"""``sqrt`` and ``log2`` that do not come out even are rounded to this many decimal places."""

Value = Any
"""int, bool, Fraction, None, str, a tuple of values, or an object a function understands."""


def checked(value: Value, column: int) -> Value:
    """The value, whole where it is whole; refused beyond 10¹⁸ either way."""
    if isinstance(value, int):
        if -LARGEST <= value <= LARGEST:
            return value
    elif isinstance(value, Fraction):
        if value.denominator == 1:
            return checked(value.numerator, column)
        if value.denominator > FINEST:
            raise ExpressionError(
                "fraction-fine", "the denominator grows beyond 10¹⁰⁰", column=column
            )
        if -LARGEST <= value <= LARGEST:
            return value
    else:
        return value
    raise ExpressionError("number-large", "the number grows beyond 10¹⁸", column=column)


def is_number(value: Value) -> bool:
    """True for the exact numbers of this language, booleans included."""
    return isinstance(value, int | Fraction)


def _power(base: Value, exponent: Value) -> Value:
    if not is_number(exponent) or exponent % 1 or abs(exponent) > LARGEST_EXPONENT:
        raise ExpressionError(
            "exponent", "an exponent is a whole number from −{most} to {most}",
            most=LARGEST_EXPONENT,
        )  # fmt: skip
    power = int(exponent)
    return Fraction(base) ** power if is_number(base) and power < 0 else base**power


def _quotient(top: Value, bottom: Value) -> Value:
    if is_number(top) and is_number(bottom):
        return Fraction(top) / Fraction(bottom)
    return top / bottom


BINARY: dict[str, Callable[..., Value]] = {
    "Add": operator.add,
    "Sub": operator.sub,
    "Mult": operator.mul,
    "Div": _quotient,
    "FloorDiv": operator.floordiv,
    "Mod": operator.mod,
    "Pow": _power,
}

COMPARISONS: dict[str, Callable[..., Value]] = {
    "Eq": operator.eq,
    "NotEq": operator.ne,
    "Lt": operator.lt,
    "LtE": operator.le,
    "Gt": operator.gt,
    "GtE": operator.ge,
}


@dataclass(frozen=True, slots=True)
class Function:
    """A function an expression may call, with the least and most arguments it takes.

    ``free_form`` functions (layer classes) also take keywords and strings, and check the
    arguments themselves.
    """

    run: Callable[..., Value]
    least: int = 1
    most: int = 1
    free_form: bool = False


def _at_least_zero(value: Value, name: str) -> Fraction:
    if not is_number(value):
        raise TypeError(value)
    if value < 0:
        raise _impossible(value, name)
    return Fraction(value)


def _impossible(value: Value, name: str) -> ExpressionError:
    return ExpressionError(
        "no-value", "{name}() has no value at {value}", name=name, value=str(value)
    )


def square_root(value: Value) -> Value:
    """√value: exact where it is rational, else to 12 decimal places."""
    number = _at_least_zero(value, "sqrt")
    top, bottom = math.isqrt(number.numerator), math.isqrt(number.denominator)
    if top * top == number.numerator and bottom * bottom == number.denominator:
        return Fraction(top, bottom)
    return _rounded("sqrt", number)


def logarithm(value: Value) -> Value:
    """log₂ value: exact for powers of two, else to 12 decimal places."""
    number = _at_least_zero(value, "log2")
    if number == 0:
        raise _impossible(value, "log2")
    top, bottom = number.numerator, number.denominator
    if top & (top - 1) == 0 and bottom & (bottom - 1) == 0:
        return top.bit_length() - bottom.bit_length()
    return _rounded("log2", number)


def _rounded(what: str, number: Fraction) -> Fraction:
    """√ or log₂ through decimal, whose results are correctly rounded: the same everywhere."""
    # decimal costs 2 ms of a start that seldom needs it.
    from decimal import Decimal, localcontext

    with localcontext() as context:
        context.prec = 60
        operand = Decimal(number.numerator) / number.denominator
        exact = operand.sqrt() if what == "sqrt" else operand.ln() / Decimal(2).ln()
        return Fraction(exact.quantize(Decimal(1).scaleb(-_PLACES)))


def _whole(value: Value, name: str) -> int:
    if not isinstance(value, int):
        raise ExpressionError(
            "not-whole", "{name}() takes whole numbers, not {value}", name=name, value=str(value)
        )
    return value


def nearest_multiple(value: Value, places: Value = 0) -> Value:
    """The value rounded to so many decimal places, halves to even."""
    if not is_number(value):
        raise TypeError(value)
    scale = Fraction(_power(10, _whole(places, "round")))
    return round(Fraction(value) * scale) / scale


ARITHMETIC: dict[str, Function] = {
    "min": Function(min, 1, 100),
    "max": Function(max, 1, 100),
    "abs": Function(abs),
    "round": Function(nearest_multiple, 1, 2),
    "floor": Function(math.floor),
    "ceil": Function(math.ceil),
    "sqrt": Function(square_root),
    "log2": Function(logarithm),
    "gcd": Function(lambda *values: math.gcd(*(_whole(value, "gcd") for value in values)), 1, 100),
}
"""What every expression may call: numbers in, a number out; ``round`` takes halves to even."""
