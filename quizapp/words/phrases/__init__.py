"""What the faces say, a table for each of them.

A key begins with its table's name. Both languages of a phrase carry the same figures, and the
wording is such that no figure asks for a plural: ``Questions: {count}``.
"""

from quizapp.words.languages import Text
from quizapp.words.phrases import (
    asked,
    browse,
    calculator,
    cli,
    hints,
    home,
    keeping,
    lint,
    options,
    peers,
    pictures,
    plain,
    study,
    tui,
    verdicts,
)

PHRASES: dict[str, Text] = (
    verdicts.PHRASES
    | plain.PHRASES
    | asked.PHRASES
    | hints.PHRASES
    | tui.PHRASES
    | home.PHRASES
    | options.PHRASES
    | calculator.PHRASES
    | pictures.PHRASES
    | cli.PHRASES
    | keeping.PHRASES
    | lint.PHRASES
    | peers.PHRASES
    | browse.PHRASES
    | study.PHRASES
)

__all__ = ["PHRASES"]
