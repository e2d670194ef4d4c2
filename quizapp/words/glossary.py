"""The terms of the field in English and Korean: which are written, and which are understood."""

from collections.abc import Mapping
from functools import cache

from quizapp.words.glossary_architectures import ARCHITECTURES
from quizapp.words.glossary_layers import LAYERS
from quizapp.words.glossary_term import Term, folded_term
from quizapp.words.glossary_vision import VISION

TERMS: tuple[Term, ...] = LAYERS + ARCHITECTURES + VISION

__all__ = ["TERMS", "Term", "folded_term", "term"]


def term(name: str) -> Term | None:
    """The term with this spelling among those accepted in either language; None where none has it.

    Spellings are compared as `folded_term` leaves them.
    """
    return _by_spelling().get(folded_term(name))


@cache
def _by_spelling() -> Mapping[str, Term]:
    return {folded_term(spelling): row for row in TERMS for spelling in row.spellings}
