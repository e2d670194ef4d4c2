import pkgutil

import pytest

from quizapp.words import LANGUAGES, Template, Text, phrases
from quizapp.words.phrases import TABLES, phrases_in, text_of

PHRASES = {table: phrases_in(table) for table in TABLES}


def figures(source: str) -> set[str]:
    return {hole.source for hole in Template.parse(source).holes}


def test_every_table_is_looked_into() -> None:
    assert {module.name for module in pkgutil.iter_modules(phrases.__path__)} == set(TABLES)


def test_a_key_begins_with_the_name_of_its_table() -> None:
    strays = [
        key for name, table in PHRASES.items() for key in table if not key.startswith(f"{name}.")
    ]
    assert strays == []


def test_a_phrase_that_no_table_has_is_a_bug() -> None:
    for key in ("tui.no-such", "no-such.table", "tui"):
        with pytest.raises(KeyError):
            text_of(key)


@pytest.mark.parametrize(
    ("key", "text"), [pair for table in PHRASES.values() for pair in table.items()]
)
def test_a_phrase_has_both_languages_with_the_same_figures(key: str, text: Text) -> None:
    assert all(getattr(text, language) for language in LANGUAGES), key
    assert figures(text.en) == figures(text.ko)
