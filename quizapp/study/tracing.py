"""Tables of layers that go on where the last one went wrong."""

from dataclasses import replace
from typing import TYPE_CHECKING

from quizapp.bank import Question
from quizapp.generate import TableAsked, Variant
from quizapp.history import Review

if TYPE_CHECKING:
    from quizapp.grade import Verdict


def going_on(variant: Variant, last: Review | None) -> Variant:
    """The table with the rows filled in that came before the fault of the card's ``last`` answer.

    Whole, where that answer was right, or the question was edited since: its rows are others then.
    """
    asked = variant.asked
    if not isinstance(asked, TableAsked) or last is None:
        return variant
    given = min(fault_in(variant.question, last), len(asked.rows) - 1)
    return replace(variant, asked=replace(asked, given=given))


def fault_in(question: Question, review: Review) -> int:
    """The row, from 0, in which an answer first was wrong by its own fault; 0 where none is."""
    if review.verdict != "wrong" or review.revision != question.revision:
        return 0
    from quizapp.grade import grade
    from quizapp.study.past import shown_again

    then = shown_again(review, question)
    if then is None or not isinstance(then.asked, TableAsked):
        return 0
    own = _first_own(grade(then, review.submission))
    return 0 if own is None else then.asked.given + own // len(then.asked.columns)


def _first_own(verdict: "Verdict") -> int | None:
    places = enumerate(verdict.parts)
    return next((n for n, part in places if not (part.correct or part.follow_through)), None)
