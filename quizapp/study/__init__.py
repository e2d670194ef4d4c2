"""A sitting, played without a terminal: what is asked, what was answered, what comes next.

The faces (plain, tui) and the tests are clients of the same sittings.
"""

from quizapp.study.choosing import interleaved, quiz_questions
from quizapp.study.rating import day_of, rating_of
from quizapp.study.selecting import selected
from quizapp.study.sitting import Item, Outcome, Sitting, Summary

__all__ = [
    "Item",
    "Outcome",
    "Sitting",
    "Summary",
    "day_of",
    "interleaved",
    "quiz_questions",
    "rating_of",
    "selected",
]
