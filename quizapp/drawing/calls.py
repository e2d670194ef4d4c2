"""A call taken apart: its name, and its arguments as text or as values."""

import ast
from collections.abc import Mapping
from typing import Any

from quizapp.calc.layers import KINDS


def call_of(text: str) -> tuple[str, str]:
    """``Conv2d(3, 64, 7)`` as ``Conv2d`` and ``3, 64, 7``."""
    name, _, rest = text.partition("(")
    return name, rest.removesuffix(")")


def with_keyword(arguments: str, keyword: str, value: str) -> str:
    """The arguments with a keyword more."""
    return f"{arguments}, {keyword}={value}" if arguments else f"{keyword}={value}"


def arguments_of(text: str) -> Mapping[str, Any]:
    """The arguments of a layer's call by torch's names, with torch's defaults."""
    call = ast.parse(text, mode="eval").body
    if not isinstance(call, ast.Call):
        raise TypeError(text)
    names = KINDS[call_of(text)[0]].arguments
    given = dict(zip(names, map(ast.literal_eval, call.args), strict=False))
    keywords = {word.arg: ast.literal_eval(word.value) for word in call.keywords if word.arg}
    return {**names, **given, **keywords}
