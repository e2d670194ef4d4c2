"""A screen of the past, made again from its review."""

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from quizapp.bank import Question, question_written
from quizapp.errors import DrawError, HistoryError
from quizapp.generate import Variant
from quizapp.generate.past import variant_shown
from quizapp.history import History, Review

_FRACTION = re.compile(r"-?[0-9]+/[0-9]*[1-9][0-9]*")


def rerender(review: Review, source: str) -> Variant | None:
    """What was asked, as it stood on the screen, from the question's source of that revision.

    Nothing is drawn again: numbers come from the review's ``variables``, options and their order
    from ``shown``. None where the source is no question any more, or the calculator refuses it.
    """
    question = question_written(review.bank, source)
    return None if question is None else shown_again(review, question)


def shown_again(review: Review, question: Question) -> Variant | None:
    """The same, of a question at hand that reads as it did then."""
    variables = {name: _value(value) for name, value in review.variables.items()}
    shown: Mapping[str, Any] = review.shown
    try:
        return variant_shown(question, review.seed, review.level, variables, shown)
    except DrawError:
        return None


def source_of(history: History, review: Review) -> str | None:
    """The question as it was written when it was answered so. Raises HistoryError."""
    for note in history.notes(of=f"{review.bank}/{review.question}", type="question"):
        source = note.body.get("source")
        if note.body.get("revision") == review.revision and isinstance(source, str):
            return source
    return None


def past_screen(history: History, review: Review) -> Variant | None:
    """The screen of a review, by what the history itself holds; None where that is not enough."""
    try:
        source = source_of(history, review)
    except HistoryError:
        return None
    return None if source is None else rerender(review, source)


def _value(value: Any) -> Any:
    """A variable as it was before JSON held it."""
    if isinstance(value, list):
        return tuple(_value(part) for part in value)
    if isinstance(value, str) and _FRACTION.fullmatch(value):
        return Fraction(value)
    return value
