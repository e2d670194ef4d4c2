"""A question read again from what was kept of it, whatever has become of its file since."""

import json
from typing import Any

from quizapp.bank.nodes import Listing, Mapping, Node, Scalar
from quizapp.bank.page import Page
from quizapp.bank.question import Question
from quizapp.bank.question_reader import Surroundings, question_of
from quizapp.bank.reader import Reading


def question_written(bank: str, written: str) -> Question | None:
    """The question whose :attr:`~quizapp.bank.Question.written` this is.

    None where no question can be read in it: a name that was free then may be a layer's by now.
    """
    try:
        node = _node(json.loads(written))
    except (ValueError, RecursionError):
        return None
    if not isinstance(node, Mapping):
        return None
    page = Page(bank, Reading(None, (), ("",)))
    return question_of(page, node, Surroundings(bank, None, {}, {}))


def _node(value: Any) -> Node:
    """The tree that was written; all of it stands at the first place of a file of one line."""
    match value:
        case str():
            # Quotes are not kept; an empty text is one only in quotes.
            return Scalar(value, not value, 1, 1)
        case list():
            return Listing(tuple(map(_node, value)), 1, 1)
        case dict():
            entries = ((Scalar(key, False, 1, 1), _node(item)) for key, item in value.items())
            return Mapping(tuple(entries), 1, 1)
    raise ValueError(value)
