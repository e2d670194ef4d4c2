"""Question and seed in, variant out: the same on every machine, byte for byte.

Chance lives here and nowhere else, drawn from a hash of bank, question, level and seed.
"""

from typing import TYPE_CHECKING

from quizapp.on_demand import on_demand

if TYPE_CHECKING:
    from quizapp.generate.abridging import abridged
    from quizapp.generate.asked import (
        LETTERS,
        Asked,
        CardAsked,
        MatchAsked,
        OrderAsked,
        OutputAsked,
        SolveAsked,
        TableAsked,
        TypedAsked,
        cell_of,
        cell_text,
    )
    from quizapp.generate.chance import Chance
    from quizapp.generate.comparison import ComparedLine, compare
    from quizapp.generate.drawn import Drawn
    from quizapp.generate.hints import hints_of
    from quizapp.generate.probing import probe_seed, tells_apart
    from quizapp.generate.solution import Line, lines_of, wrong_lines
    from quizapp.generate.variant import GENERATOR, KnownWrong, ShownOption, Variant, generate
else:
    __getattr__ = on_demand(
        __name__,
        {
            "abridging": "abridged",
            "asked": (
                "LETTERS Asked CardAsked MatchAsked OrderAsked OutputAsked SolveAsked "
                "TableAsked TypedAsked cell_of cell_text"
            ),
            "chance": "Chance",
            "comparison": "ComparedLine compare",
            "drawn": "Drawn",
            "hints": "hints_of",
            "probing": "probe_seed tells_apart",
            "solution": "Line lines_of wrong_lines",
            "variant": "GENERATOR KnownWrong ShownOption Variant generate",
        },
    )

__all__ = [
    "GENERATOR",
    "LETTERS",
    "Asked",
    "CardAsked",
    "Chance",
    "ComparedLine",
    "Drawn",
    "KnownWrong",
    "Line",
    "MatchAsked",
    "OrderAsked",
    "OutputAsked",
    "ShownOption",
    "SolveAsked",
    "TableAsked",
    "TypedAsked",
    "Variant",
    "abridged",
    "cell_of",
    "cell_text",
    "compare",
    "generate",
    "hints_of",
    "lines_of",
    "probe_seed",
    "tells_apart",
    "wrong_lines",
]
