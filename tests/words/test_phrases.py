import pkgutil
from collections import Counter
from importlib import import_module

import pytest

from quizapp.words import LANGUAGES, Template, Text, phrases
from quizapp.words.phrases import PHRASES

TABLES = {
    module.name: import_module(f"{phrases.__name__}.{module.name}")
    for module in pkgutil.iter_modules(phrases.__path__)
}


def figures(source: str) -> set[str]:
    return {hole.source for hole in Template.parse(source).holes}


def test_no_two_tables_share_a_key() -> None:
    keys = Counter(key for table in TABLES.values() for key in table.PHRASES)
    assert [key for key, times in keys.items() if times > 1] == []
    assert set(keys) == set(PHRASES)


def test_a_key_begins_with_the_name_of_its_table() -> None:
    strays = [
        key
        for name, table in TABLES.items()
        for key in table.PHRASES
        if not key.startswith(f"{name}.")
    ]
    assert strays == []


@pytest.mark.parametrize(("key", "text"), PHRASES.items())
def test_a_phrase_has_both_languages_with_the_same_figures(key: str, text: Text) -> None:
    assert all(getattr(text, language) for language in LANGUAGES), key
    assert figures(text.en) == figures(text.ko)
