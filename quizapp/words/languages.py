"""Which language a session speaks, and text that exists in both."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from quizapp.errors import UsageError

Language = Literal["en", "ko"]
LANGUAGES: tuple[Language, ...] = ("en", "ko")


@dataclass(frozen=True, slots=True)
class Text:
    """One text in both languages; an empty side has not been written."""

    en: str = ""
    ko: str = ""

    @classmethod
    def same(cls, text: str) -> "Text":
        """What reads the same in both languages: a number, a name, code."""
        return cls(text, text)

    def __str__(self) -> str:
        """In English, as an error is that has it for a figure."""
        return self.in_language("en")

    def in_language(self, language: Language) -> str:
        """The text in `language`, or in the other one where this one is empty."""
        return self.ko or self.en if language == "ko" else self.en or self.ko


def chosen_language(flag: str | None, setting: str | None, environ: Mapping[str, str]) -> Language:
    """The first language asked for: flag, setting, ``QUIZAPP_LANG``, locale; else English.

    Each may be written as a locale (``ko_KR.UTF-8``). The locale is the first of ``LC_ALL``,
    ``LC_MESSAGES`` and ``LANG`` that is not empty. A flag that names no language spoken here raises
    `UsageError`; a setting or an environment that names none is passed over.
    """
    if flag:
        language = _language_of(flag)
        if language is None:
            raise UsageError(
                "unknown-language",
                "unknown language '{language}'; the languages are {languages}",
                language=flag,
                languages=", ".join(LANGUAGES),
            )
        return language
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = next((environ[name] for name in names if environ.get(name)), "")
    wishes = (setting or "", environ.get("QUIZAPP_LANG", ""), locale)
    return next((found for wish in wishes if (found := _language_of(wish))), "en")


def _language_of(locale: str) -> Language | None:
    code = locale.strip().lower().replace("-", "_").partition(".")[0].partition("_")[0]
    return next((language for language in LANGUAGES if language == code), None)
