"""What was typed in, a verdict out, with the slip that may be behind a wrong answer.

It never asks what comes next, and knows no learner.
"""

from quizapp.grade.judging import grade
from quizapp.grade.reading import Answer, Unreadable, read_number, read_places, read_shape
from quizapp.grade.tables import read_row, unread_row
from quizapp.grade.verdict import Part, Verdict, VerdictKind

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
