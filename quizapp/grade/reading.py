"""From what was typed to an answer: numbers, shapes, places, in every form people type them."""

import re
import unicodedata
from dataclasses import replace
from fractions import Fraction
from typing import Any

from quizapp.errors import ExpressionError
from quizapp.expressions import ARITHMETIC, compile_expression
from quizapp.frozen import dataclass
from quizapp.words import Text, decimal, phrase, render

MOST_CHARACTERS = 200

# The keys of a two-set Hangul keyboard, for what is typed with the input method on.
_JAMO_KEYS = dict(
    zip(
        "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ",
        "qwertyuiopasdfghjklzxcvbnm",
        strict=True,
    )
)
_SIGNS = str.maketrans({
    "×": "x", "✕": "x", "⨯": "x", "·": "*", "⋅": "*", "∙": "*", "•": "*", "∗": "*", "÷": "/",
    "−": "-", "–": "-", "—": "-", "^": "^", "，": ",", "、": ",", "₩": "\\",
})  # fmt: skip
_UNITS = {"k": 10**3, "m": 10**6, "g": 10**9, "b": 10**9}
_KOREAN_UNITS = {"억": 10**8, "만": 10**4, "천": 10**3}

# Patterns are left as text: `re` compiles them at the first answer, not at every start.
_GROUPED = r"\d{1,3}(?:[,_ ]\d{3})+(?:\.\d+)?"
_PLAIN = r"\d+(?:_\d+)*|\d*\.\d+|\d+\."
_SUFFIXED = r"(\d+(?:\.\d+)?)\s?([kmgb])"
_SCIENTIFIC = r"(\d+(?:\.\d+)?)e\+?(\d{1,2})"
_FRACTION = r"(\d+) ?/ ?(\d+)"
_KOREAN = r"(?:(\d[\d,]*)억)? ?(?:(\d[\d,]*)만)? ?(?:(\d[\d,]*)천)? ?(\d[\d,]*)?"
_SHAPE_CUT = r"\s*[x*,]\s*|\s+"


@dataclass(frozen=True, slots=True)
class Answer:
    """What was read: a number, a shape, or places; and how it was written."""

    value: Any
    read_as: str
    rounded_to: Fraction | None = None
    """The unit of its last digit, where the form (7.4k, 0.33) does not claim to be exact."""
    unreduced: bool = False
    """A fraction not in lowest terms."""
    as_sides: tuple[int, ...] | None = None
    """The sides, where the whole may also be meant as a shape: 14x14."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """What could not be read, and what would be."""

    why: Text


def folded(text: str) -> str:
    """The text with jamo as the keys they stand on, full-width forms and signs made plain."""
    keys = "".join(_JAMO_KEYS.get(character, character) for character in text)
    plain = unicodedata.normalize("NFKC", keys).translate(_SIGNS).lower()
    return " ".join(plain.split())


def read_number(text: str) -> Answer | Unreadable:
    """A number in any of its forms, or arithmetic that comes to one."""
    typed = _bounded(text)
    if isinstance(typed, Unreadable):
        return typed
    sign, body = (-1, typed[1:].strip()) if typed.startswith("-") else (1, typed)
    found = _literal(body)
    if found is not None:
        value, unit = found
        read = _number(sign * value, rounded_to=unit)
        # 81.82 is echoed as it was written, not as 4,091/50.
        return replace(read, read_as=decimal(read.value)) if isinstance(read, Answer) else read
    if match := re.fullmatch(_FRACTION, body):
        top, bottom = int(match[1]), int(match[2])
        if bottom:
            value = Fraction(top, bottom)
            return _number(sign * value, unreduced=value.denominator != bottom)
    return _arithmetic(typed)


def _literal(body: str) -> tuple[Fraction, Fraction | None] | None:
    """A number without arithmetic, and the unit of its last digit if it is not a whole number."""
    if body.endswith("%") and (share := _literal(body[:-1].strip())):
        return share[0] / 100, (share[1] or Fraction(1)) / 100
    if re.fullmatch(_GROUPED, body) or re.fullmatch(_PLAIN, body):
        digits = re.sub(r"[,_ ]", "", body)
        _, point, decimals = digits.partition(".")
        unit = Fraction(1, 10 ** len(decimals)) if point else None
        return Fraction(digits.rstrip(".") if decimals == "" else digits), unit
    if match := re.fullmatch(_SUFFIXED, body):
        return _scaled(match[1], _UNITS[match[2]])
    if match := re.fullmatch(_SCIENTIFIC, body):
        return _scaled(match[1], 10 ** int(match[2])) if int(match[2]) <= 18 else None
    return _korean(body)


def _scaled(mantissa: str, factor: int) -> tuple[Fraction, Fraction | None]:
    decimals = len(mantissa.partition(".")[2])
    unit = Fraction(factor, 10**decimals)
    return Fraction(mantissa) * factor, unit if unit > 1 or unit.denominator != 1 else None


def _korean(body: str) -> tuple[Fraction, Fraction | None] | None:
    if not any(unit in body for unit in _KOREAN_UNITS):
        return None
    match = re.fullmatch(_KOREAN, body)
    if match is None:
        return None
    parts = [int(part.replace(",", "")) if part else 0 for part in match.groups()]
    total = sum(part * unit for part, unit in zip(parts, (10**8, 10**4, 10**3, 1), strict=True))
    return Fraction(total), None


def _arithmetic(typed: str) -> Answer | Unreadable:
    sides = [part for part in re.split(_SHAPE_CUT, typed.strip("()[] ")) if part]
    shape = tuple(map(int, sides)) if len(sides) > 1 and all(s.isdecimal() for s in sides) else None
    source = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", typed).replace("^", "**")
    source = re.sub(r"(?<=[\d)]) ?x ?(?=[\d(])", "*", source)
    try:
        value = compile_expression(source, names=(), functions=ARITHMETIC).evaluate({}, ARITHMETIC)
    except ExpressionError:
        return _unreadable("number")
    if isinstance(value, bool) or not isinstance(value, int | Fraction):
        return _unreadable("number")
    number = _whole(Fraction(value))
    return Answer(number, render(number), as_sides=shape)


def read_shape(text: str) -> Answer | Unreadable:
    """Sides in order: ``64x56x56``, ``(64, 56, 56)``, ``64 56 56`` and their kin."""
    typed = _bounded(text)
    if isinstance(typed, Unreadable):
        return typed
    inside = typed.removeprefix("torch.size").strip()
    for opening, closing in ("()", "[]"):
        while inside.startswith(opening) and inside.endswith(closing):
            inside = inside[1:-1].strip()
    sides = re.split(_SHAPE_CUT, inside.removesuffix(","))
    if not all(side.isdecimal() and len(side) <= 12 for side in sides):
        return _unreadable("shape")
    shape = tuple(int(side) for side in sides)
    return Answer(shape, render(shape))


def read_places(text: str, count: int) -> Answer | Unreadable:
    """Positions among ``count`` options, from 1: ``2``, ``1,3``, ``1 3``."""
    typed = _bounded(text)
    if isinstance(typed, Unreadable):
        return typed
    parts = [part for part in re.split(r"[,\s]+", typed.strip("()[]")) if part]
    if not parts or not all(part.isdecimal() and len(part) <= 3 for part in parts):
        return _unreadable("places", count=count)
    places = tuple(sorted({int(part) for part in parts}))
    if not all(1 <= place <= count for place in places):
        return _unreadable("places", count=count)
    return Answer(places, ", ".join(map(str, places)))


def _bounded(text: str) -> str | Unreadable:
    if len(text) > MOST_CHARACTERS:
        return _unreadable("long", most=MOST_CHARACTERS)
    typed = folded(text)
    return typed or _unreadable("empty")


def _unreadable(why: str, **figures: object) -> Unreadable:
    return Unreadable(phrase(f"verdicts.unreadable-{why}", **figures))


def _number(
    value: Fraction, *, rounded_to: Fraction | None = None, unreduced: bool = False
) -> Answer | Unreadable:
    if abs(value) > 10**18:
        return _unreadable("number")
    return Answer(_whole(value), render(_whole(value)), rounded_to, unreduced)


def _whole(value: Fraction) -> int | Fraction:
    return int(value) if value.denominator == 1 else value
