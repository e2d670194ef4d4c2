"""What was typed in, a verdict out, with the slip that may be behind a wrong answer.

It never asks what comes next, and knows no learner.
"""

from quizapp.grade.judging import Verdict, VerdictKind, grade
from quizapp.grade.reading import Answer, Unreadable, read_number, read_places, read_shape

__all__ = [
    "Answer",
    "Unreadable",
    "Verdict",
    "VerdictKind",
    "grade",
    "read_number",
    "read_places",
    "read_shape",
]
