"""Sentences of the program itself, in either language: its errors and its phrases."""

from collections.abc import Mapping
from functools import cache

from quizapp.errors import QuizappError
from quizapp.words.korean_errors import KOREAN
from quizapp.words.languages import Language
from quizapp.words.phrases import PHRASES
from quizapp.words.templates import Template


def sentence(error: QuizappError, language: Language) -> str:
    """The one sentence an error says; in English where its code has no Korean yet."""
    korean = KOREAN.get(error.code)
    if language == "en" or korean is None:
        return str(error)
    return _filled(korean, error.figures, language)


def say(key: str, language: Language, **figures: object) -> str:
    """The phrase `key` with its figures; an unknown key or figure is a bug, a `KeyError`."""
    return _filled(PHRASES[key].in_language(language), figures, language)


def _filled(source: str, figures: Mapping[str, object], language: Language) -> str:
    def value_of(name: str) -> object:
        figure = figures[name]
        return sentence(figure, language) if isinstance(figure, QuizappError) else figure

    return _parsed(source).fill(lambda hole: value_of(hole.source))


_parsed = cache(Template.parse)
