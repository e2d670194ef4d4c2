"""The languages spoken here, and which of them a session speaks.

Loads nothing else: ``--help`` waits for it.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from quizapp.errors import UsageError

if TYPE_CHECKING:
    from pathlib import Path

Language = Literal["en", "ko"]
LANGUAGES: tuple[Language, ...] = ("en", "ko")


def chosen_language(flag: str | None, setting: str | None, environ: Mapping[str, str]) -> Language:
    """The first language asked for: flag, setting, ``QUIZAPP_LANG``, locale; else English.

    Each may be written as a locale (``ko_KR.UTF-8``). The locale is the first of ``LC_ALL``,
    ``LC_MESSAGES`` and ``LANG`` that is not empty. A flag that names no language spoken here raises
    `UsageError`; a setting or an environment that names none is passed over.
    """
    if flag:
        language = language_named(flag)
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
    return next((found for wish in wishes if (found := language_named(wish))), "en")


def language_named(locale: str) -> Language | None:
    """The language of a locale such as ``ko_KR.UTF-8``; None for one not spoken here."""
    code = locale.strip().lower().replace("-", "_").partition(".")[0].partition("_")[0]
    return next((language for language in LANGUAGES if language == code), None)


def language_set(settings: "Path") -> str | None:
    """What the settings file says for everybody, before it is read in earnest; None for nothing."""
    try:
        text = settings.read_bytes()
    except OSError:
        return None
    import json

    try:
        language = json.loads(text.decode("utf-8-sig"))["language"]
    except (ValueError, TypeError, KeyError, RecursionError):
        # What is wrong with the file is said when the settings are read.
        return None
    return language if isinstance(language, str) else None
