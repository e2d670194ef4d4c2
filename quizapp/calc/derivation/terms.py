"""Arithmetic that remembers how it was done.

A :class:`Term` behaves like the number it stands for and keeps the tree of operations that led to
it. The rules of the walk, run on terms instead of numbers, therefore write their own derivation.
"""

import math
from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeGuard

from quizapp.words import render

Number = int | Fraction

_PRECEDENCE = {"+": 1, "−": 1, "·": 2, "/": 2, "⌊/⌋": 2, "⌈/⌉": 2, "neg": 3, "^": 4}
_ASCII = {"+": "+", "−": "-", "·": "*", "/": "/", "⌊/⌋": "//", "^": "**"}


class Term:
    """A number with its history: ``value`` is the number."""

    __slots__ = ("value",)
    value: Number

    def formula(self) -> str:
        """In symbols: ``k·k·C_in·C_out + C_out``."""
        return _written(self, lambda leaf: leaf.symbol or render(leaf.value))

    def numbers(self) -> str:
        """With the numbers put in: ``3·3·128·64 + 64``."""
        return _written(self, lambda leaf: render(leaf.value))

    def expression(self) -> str:
        """In the little language: ``3*3*128*64 + 64``. It evaluates to ``value``."""
        return _expression(self)

    def __add__(self, other: "Term | Number") -> "Term":
        return _operation("+", self, other, self.value + _value(other))

    def __radd__(self, other: Number) -> "Term":
        return _operation("+", other, self, other + self.value)

    def __sub__(self, other: "Term | Number") -> "Term":
        return _operation("−", self, other, self.value - _value(other))

    def __rsub__(self, other: Number) -> "Term":
        return _operation("−", other, self, other - self.value)

    def __mul__(self, other: "Term | Number") -> "Term":
        return _operation("·", self, other, self.value * _value(other))

    def __rmul__(self, other: Number) -> "Term":
        return _operation("·", other, self, other * self.value)

    def __truediv__(self, other: "Term | Number") -> "Term":
        return _operation("/", self, other, Fraction(self.value) / _value(other))

    def __rtruediv__(self, other: Number) -> "Term":
        return _operation("/", other, self, Fraction(other) / self.value)

    def __floordiv__(self, other: "Term | Number") -> "Term":
        quotient, rest = divmod(self.value, _value(other))
        # Channels shared among groups come out even, and are not written with a floor.
        shared = isinstance(self, Leaf) and isinstance(other, Leaf) and rest == 0
        return _operation("/" if shared else "⌊/⌋", self, other, quotient)

    def __rfloordiv__(self, other: Number) -> "Term":
        return _operation("⌊/⌋", other, self, other // self.value)

    def __mod__(self, other: "Term | Number") -> "Term":
        quotient = self // other
        return self - quotient * other

    def __pow__(self, other: "Term | Number") -> "Term":
        return _operation("^", self, other, _raised(self.value, _value(other)))

    def __rpow__(self, other: Number) -> "Term":
        return _operation("^", other, self, _raised(other, self.value))

    def __neg__(self) -> "Term":
        # −⌊−a/b⌋ is how rounding up is reckoned, and ⌈a/b⌉ how it is written.
        if isinstance(self, Operation) and self.sign == "⌊/⌋":
            top, bottom = self.parts
            if isinstance(top, Operation) and top.sign == "neg":
                return Operation("⌈/⌉", (top.parts[0], bottom), -self.value)
        return Operation("neg", (self,), -self.value)

    def __floor__(self) -> "Term":
        return self._rounded("⌊/⌋", math.floor(self.value))

    def __ceil__(self) -> "Term":
        return self._rounded("⌈/⌉", math.ceil(self.value))

    def _rounded(self, sign: str, value: int) -> "Term":
        """A quotient rounded; what is whole already has nothing to round."""
        if isinstance(self, Operation) and self.sign == "/":
            return Operation(sign, self.parts, value)
        return self if self.value == value else Operation(sign, (self, Leaf(1)), value)

    def __eq__(self, other: object) -> bool:
        return self.value == (other.value if isinstance(other, Term) else other)

    def __hash__(self) -> int:
        return hash(self.value)

    def __lt__(self, other: "Term | Number") -> bool:
        return self.value < _value(other)

    def __le__(self, other: "Term | Number") -> bool:
        return self.value <= _value(other)

    def __gt__(self, other: "Term | Number") -> bool:
        return self.value > _value(other)

    def __ge__(self, other: "Term | Number") -> bool:
        return self.value >= _value(other)

    def __bool__(self) -> bool:
        return bool(self.value)

    def __index__(self) -> int:
        return int(self.value)

    def __repr__(self) -> str:
        return f"<{self.numbers()} = {self.value}>"


class Leaf(Term):
    """A number a derivation starts from; without a symbol it is written as itself."""

    __slots__ = ("symbol",)

    def __init__(self, value: Number, symbol: str = "") -> None:
        self.value = value
        self.symbol = symbol


class Quoted(Leaf):
    """A number whose arithmetic no term can hold (``max``, ``round``), and how it is written."""

    __slots__ = ("text",)

    def __init__(self, value: Number, text: str) -> None:
        super().__init__(value)
        self.text = text

    def formula(self) -> str:
        """As it is written, with its numbers."""
        return self.text

    numbers = formula


class Operation(Term):
    """A number made from others; ``sign`` is one of ``+ − · / ⌊/⌋ ⌈/⌉ ^ neg``."""

    __slots__ = ("parts", "sign")

    def __init__(self, sign: str, parts: tuple[Term, ...], value: Number) -> None:
        self.sign = sign
        self.parts = parts
        self.value = value


def value_of(value: Any) -> Any:
    """A term's number, a tuple's numbers, and anything else as it is."""
    if isinstance(value, Term):
        return value.value
    if isinstance(value, tuple):
        return tuple(value_of(part) for part in value)
    return value


def _value(operand: Term | Number) -> Number:
    return operand.value if isinstance(operand, Term) else operand


def _raised(base: Number, exponent: Number) -> Number:
    """A power by a whole number, exact also where it is negative."""
    power = Fraction(base) ** int(exponent)
    return power.numerator if power.denominator == 1 else power


def _operation(sign: str, left: Term | Number, right: Term | Number, value: Number) -> Term:
    """The operation, unless a bare 0 added or a bare 1 multiplied leaves nothing to write."""
    neutral = {"+": 0, "−": 0, "·": 1, "/": 1, "⌊/⌋": 1, "^": 1}[sign]
    # ⌊x/1⌋ is x only where x is whole.
    idle = not isinstance(right, Term) and right == neutral and isinstance(left, Term)
    if idle and value == _value(left):
        return as_term(left)
    if not isinstance(left, Term) and left == neutral and sign in "+·" and isinstance(right, Term):
        return right
    if sign == "−" and not isinstance(right, Term) and _adds(left, right):
        # x + 1 − 1, where an extent's last place is a step's first.
        return left.parts[0]
    return Operation(sign, (as_term(left), as_term(right)), value)


def _adds(term: Term | Number, number: Number) -> TypeGuard[Operation]:
    if not isinstance(term, Operation) or term.sign != "+":
        return False
    last = term.parts[1]
    return isinstance(last, Leaf) and not last.symbol and last.value == number


def as_term(operand: Term | Number) -> Term:
    """A term as it is, a bare number as a leaf without a symbol."""
    return operand if isinstance(operand, Term) else Leaf(operand)


def _written(term: Term, leaf_text: Callable[[Leaf], str]) -> str:
    if isinstance(term, Leaf):
        return leaf_text(term)
    if not isinstance(term, Operation):
        raise TypeError(term)
    if term.sign == "neg":
        return f"−{_inside(term.parts[0], 3, leaf_text)}"
    left, right = term.parts
    if term.sign in ("⌊/⌋", "⌈/⌉"):
        opening, closing = term.sign[0], term.sign[-1]
        if isinstance(right, Leaf) and right.value == 1 and not right.symbol:
            return f"{opening}{_written(left, leaf_text)}{closing}"
        inner = f"{_inside(left, 2, leaf_text)}/{_inside(right, 3, leaf_text)}"
        return f"{opening}{inner}{closing}"
    level = _PRECEDENCE[term.sign]
    # a − (b − c) and a/(b·c) need their brackets, a + (b + c) does not.
    tighter = level + (term.sign in "−/^")
    gap = " " if term.sign in "+−" else ""
    closer = level + (term.sign == "^")
    before, after = _inside(left, closer, leaf_text), _inside(right, tighter, leaf_text)
    return f"{before}{gap}{term.sign}{gap}{after}"


def _inside(term: Term, level: int, leaf_text: Callable[[Leaf], str]) -> str:
    text = _written(term, leaf_text)
    loose = isinstance(term, Operation) and (
        term.sign not in ("⌊/⌋", "⌈/⌉") and _PRECEDENCE[term.sign] < level
    )
    # A fraction is a quotient already: 3/(1/2), (1/2)^2.
    bare = isinstance(term, Leaf) and (text.startswith(("-", "−")) or (level > 2 and "/" in text))
    return f"({text})" if loose or bare else text


def _expression(term: Term) -> str:
    if isinstance(term, Leaf):
        text = str(term.value)
        return f"({text})" if "/" in text or text.startswith("-") else text
    if not isinstance(term, Operation):
        raise TypeError(term)
    if term.sign == "neg":
        return f"-{_bracketed(term.parts[0])}"
    left, right = term.parts
    if term.sign == "⌈/⌉":
        return f"-(-{_bracketed(left)} // {_bracketed(right)})"
    sign = _ASCII[term.sign]
    gap = " " if term.sign in ("+", "−", "⌊/⌋") else ""
    behind = term.sign if term.sign in "+·" else ""
    return f"{_bracketed(left, term.sign)}{gap}{sign}{gap}{_bracketed(right, behind)}"


def _bracketed(term: Term, around: str = "") -> str:
    """In brackets, except inside a sum or product of the same kind, or a product in a sum."""
    text = _expression(term)
    if isinstance(term, Leaf):
        return text
    sign = term.sign if isinstance(term, Operation) else ""
    alike = sign == around and sign != "^"
    free = alike or (around in ("+", "−") and sign in ("·", "⌊/⌋", "^", "⌈/⌉", "+"))
    return text if free else f"({text})"
