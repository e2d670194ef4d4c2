"""What the faces say, a table for each of them.

A key begins with its table's name. Both languages of a phrase carry the same figures, and the
wording is such that no figure asks for a plural: ``Questions: {count}``.
"""

from quizapp.words.languages import Text
from quizapp.words.phrases import cli, lint, plain, tui, verdicts

PHRASES: dict[str, Text] = (
    verdicts.PHRASES | plain.PHRASES | tui.PHRASES | cli.PHRASES | lint.PHRASES
)

__all__ = ["PHRASES"]
