"""The one safe little language: Python's syntax, read with ``ast``, a whitelist and exact numbers.

It serves conditions, answers, layer arguments, the ``{...}`` of prompts and what learners type.
"""

from quizapp.expressions.arithmetic import ARITHMETIC, Function
from quizapp.expressions.language import Expression, compile_calls, compile_expression
from quizapp.expressions.naming import nearest

__all__ = [
    "ARITHMETIC",
    "Expression",
    "Function",
    "compile_calls",
    "compile_expression",
    "nearest",
]
