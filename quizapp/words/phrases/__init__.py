"""What the faces say, a table for each of them, imported when it is first looked into.

A key begins with its table's name. Both languages of a phrase carry the same figures, and the
wording is such that no figure asks for a plural: ``Questions: {count}``.
"""

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from quizapp.words.languages import Text

TABLES = (
    "verdicts", "plain", "asked", "hints", "tui", "home", "options", "calculator", "pictures",
    "cli", "keeping", "lint", "peers", "browse", "settings", "study",
)  # fmt: skip


def text_of(key: str) -> Text:
    """The phrase `key`. Raises KeyError where no table has it."""
    name, _, _ = key.partition(".")
    if name not in TABLES:
        raise KeyError(key)
    return phrases_in(name)[key]


@cache
def phrases_in(table: str) -> Mapping[str, Text]:
    """The phrases of one table."""
    found: Mapping[str, Text] = import_module(f"{__name__}.{table}").PHRASES
    return found


__all__ = ["TABLES", "phrases_in", "text_of"]
