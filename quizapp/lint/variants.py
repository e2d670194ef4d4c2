"""What must hold of every variant by itself."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from quizapp.errors import ExpressionError, NetworkError
from quizapp.expressions import ARITHMETIC, compile_expression
from quizapp.generate import Variant, hints_of, lines_of
from quizapp.lint.finding import Finding
from quizapp.words import LANGUAGES, Text, error_text, phrase, render

_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


def faults_of_variant(variant: Variant) -> Iterator[Finding]:
    """What is wrong with one variant, whatever the others are."""
    for text in _texts(variant):
        if text.en and text.ko and not same_numbers(text.en, text.ko):
            yield Finding("Q004", phrase("lint.numbers", en=text.en, ko=text.ko))
            break
    for language in LANGUAGES:
        shown = [option.text.in_language(language) for option in variant.options]
        if len(set(shown)) != len(shown):
            yield Finding("Q005", phrase("lint.same-options"), path=_OPTIONS)
            break
    if any(known.answer == variant.answer for known in variant.known_wrong):
        yield Finding("Q006", phrase("lint.wrong-is-right"))
    yield from _faults_of_lines(variant)


_OPTIONS = ("choices",)


def _texts(variant: Variant) -> Iterator[Text]:
    yield variant.prompt
    if variant.because is not None:
        yield variant.because
    for option in variant.options:
        yield option.text
        if option.because is not None:
            yield option.because


def same_numbers(one: str, other: str) -> bool:
    """Whether two texts name the same numbers, in whatever order.

    Of a single digit either language may say the word: one-dimensional, 1차원.
    """
    long_one, short_one = _numbers(one)
    long_other, short_other = _numbers(other)
    return long_one == long_other and (short_one <= short_other or short_other <= short_one)


def _numbers(text: str) -> tuple[list[str], set[str]]:
    numbers = [number.replace(",", "") for number in _NUMBER.findall(text)]
    return sorted(n for n in numbers if len(n) > 1), {n for n in numbers if len(n) == 1}


def _faults_of_lines(variant: Variant) -> Iterator[Finding]:
    """Hints and the worked solution: each line's arithmetic, read as text, gives its value."""
    try:
        if variant.question.hint is not None:
            hints_of(variant)
        for line in lines_of(variant):
            if line.expression and _value_of(line.expression) not in (line.value, _TOO_LONG):
                shown = {"line": line.expression, "value": render(line.value)}
                yield Finding("Q015", phrase("lint.line", **shown))
                break
    except (ExpressionError, NetworkError) as error:
        yield Finding("Q015", phrase("lint.no-line", reason=error_text(error)))


_TOO_LONG = object()
"""A sum over many layers is longer than what authors may write, and right all the same."""


@lru_cache(maxsize=2048)
def _value_of(source: str) -> Any:
    """Variants of a question share most of their lines."""
    try:
        return compile_expression(source, names=(), functions=ARITHMETIC).evaluate({}, ARITHMETIC)
    except ExpressionError as error:
        if error.code in ("too-long", "too-many-parts"):
            return _TOO_LONG
        raise
