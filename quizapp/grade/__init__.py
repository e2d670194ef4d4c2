"""What was typed in, a verdict out, with the slip that may be behind a wrong answer.

It never asks what comes next, and knows no learner.
"""

from typing import TYPE_CHECKING

from quizapp.on_demand import on_demand

if TYPE_CHECKING:
    from quizapp.grade.judging import grade
    from quizapp.grade.reading import Answer, Unreadable, read_number, read_places, read_shape
    from quizapp.grade.tables import read_row, unread_row
    from quizapp.grade.verdict import Part, Verdict, VerdictKind
else:
    __getattr__ = on_demand(
        __name__,
        {
            "judging": "grade",
            "reading": "Answer Unreadable read_number read_places read_shape",
            "tables": "read_row unread_row",
            "verdict": "Part Verdict VerdictKind",
        },
    )

__all__ = [
    "Answer",
    "Part",
    "Unreadable",
    "Verdict",
    "VerdictKind",
    "grade",
    "read_number",
    "read_places",
    "read_row",
    "read_shape",
    "unread_row",
]
