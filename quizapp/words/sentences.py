"""Sentences of the program itself, in either language: its errors and its phrases."""

from collections.abc import Mapping
from functools import cache

from quizapp.errors import QuizappError
from quizapp.words.languages import LANGUAGES, Language, Text
from quizapp.words.phrases import text_of
from quizapp.words.templates import Template


def sentence(error: QuizappError, language: Language) -> str:
    """The one sentence an error says; in English where its code has no Korean yet."""
    if language == "en":
        return str(error)
    from quizapp.words.korean_errors import KOREAN  # ten tables, for one language

    korean = KOREAN.get(error.code)
    return str(error) if korean is None else _filled(korean, error.figures, language)


def say(key: str, language: Language, **figures: object) -> str:
    """The phrase `key` with its figures; an unknown key or figure is a bug, a `KeyError`."""
    return _filled(text_of(key).in_language(language), figures, language)


def phrase(key: str, **figures: object) -> Text:
    """The phrase `key` in both languages; a figure that is a Text stands in each one's own."""
    return Text(*(say(key, language, **figures) for language in LANGUAGES))


def error_text(error: QuizappError) -> Text:
    """The sentence of an error in both languages."""
    return Text(*(sentence(error, language) for language in LANGUAGES))


def _filled(source: str, figures: Mapping[str, object], language: Language) -> str:
    def value_of(name: str) -> object:
        figure = figures[name]
        if isinstance(figure, Text):
            return figure.in_language(language)
        return sentence(figure, language) if isinstance(figure, QuizappError) else figure

    return _parsed(source).fill(lambda hole: value_of(hole.source))


_parsed = cache(Template.parse)
