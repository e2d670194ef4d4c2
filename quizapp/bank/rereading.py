"""Questions read again from what was kept of them, whatever has become of their files since."""

import json
from collections.abc import Callable
from typing import Any

from quizapp.bank.nodes import Listing, Mapping, Node, Scalar
from quizapp.bank.question import Question


def question_written(bank: str, written: str) -> Question | None:
    """The question whose :attr:`~quizapp.bank.Question.written` this is.

    None where no question can be read in it: a name that was free then may be a layer's by now.
    """
    from quizapp.bank.page import Page
    from quizapp.bank.question_reader import Surroundings, question_of
    from quizapp.bank.reading import NO_FILE

    try:
        node = tree_in(json.loads(written), _scalar)
    except (ValueError, RecursionError):
        return None
    if not isinstance(node, Mapping):
        return None
    return question_of(Page(bank, NO_FILE), node, Surroundings(bank, None, {}, {}))


def _scalar(text: str) -> Scalar:
    """Quotes are not kept; an empty text is one only in quotes."""
    return Scalar(text, not text, 1, 1)


def tree_in(value: Any, scalar_of: Callable[[str], Scalar]) -> Node:
    """The tree that was kept as JSON; all of it stands at the first place of a file of one line.

    Raises ValueError for what is no tree.
    """
    match value:
        case str():
            return scalar_of(value)
        case list():
            return Listing(tuple([tree_in(item, scalar_of) for item in value]), 1, 1)
        case dict():
            entries = [
                (Scalar(key, False, 1, 1), tree_in(item, scalar_of)) for key, item in value.items()
            ]
            return Mapping(tuple(entries), 1, 1)
    raise ValueError(value)
