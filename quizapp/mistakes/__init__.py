"""The ways people get it wrong, each as entries of the calculator's rule table that it replaces.

To add one: a :class:`Mistake` in the file of its subject, with all its parts in both languages,
and a row in ``tests/mistakes`` that says which number it gives for which layer.
"""

from typing import TYPE_CHECKING

from quizapp.on_demand import on_demand

if TYPE_CHECKING:
    from quizapp.mistakes.catalogue import BY_ID, CATALOGUE, way_of
    from quizapp.mistakes.differences import differing
    from quizapp.mistakes.mistake import Mistake, figures_of
    from quizapp.mistakes.outcome import (
        Truth,
        concerning,
        figures_at_parting,
        parting_row,
        truth_of,
        wrong_answer,
    )
else:
    __getattr__ = on_demand(
        __name__,
        {
            "catalogue": "BY_ID CATALOGUE way_of",
            "differences": "differing",
            "mistake": "Mistake figures_of",
            "outcome": "Truth concerning figures_at_parting parting_row truth_of wrong_answer",
        },
    )

__all__ = [
    "BY_ID",
    "CATALOGUE",
    "Mistake",
    "Truth",
    "concerning",
    "differing",
    "figures_at_parting",
    "figures_of",
    "parting_row",
    "truth_of",
    "way_of",
    "wrong_answer",
]
