"""Question and seed in, variant out: the same on every machine, byte for byte.

Chance lives here and nowhere else, drawn from a hash of bank, question, level and seed.
"""

from quizapp.generate.chance import Chance
from quizapp.generate.comparison import ComparedLine, compare
from quizapp.generate.drawn import Drawn
from quizapp.generate.solution import Line, hints_of, lines_of, wrong_lines
from quizapp.generate.variant import GENERATOR, KnownWrong, ShownOption, Variant, generate

__all__ = [
    "GENERATOR",
    "Chance",
    "ComparedLine",
    "Drawn",
    "KnownWrong",
    "Line",
    "ShownOption",
    "Variant",
    "compare",
    "generate",
    "hints_of",
    "lines_of",
    "wrong_lines",
]
