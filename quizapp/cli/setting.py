"""The verb that shows what is set, and sets it."""

import argparse
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from quizapp import paths
from quizapp.cli.places import now
from quizapp.cli.streams import show
from quizapp.errors import SettingsError, UsageError
from quizapp.frozen import dataclass
from quizapp.languages import LANGUAGES, language_named
from quizapp.settings import (
    LEAST_RETENTION,
    MOST_A_DAY,
    MOST_RETENTION,
    THEMES,
    Settings,
    save_settings,
)

if TYPE_CHECKING:
    from quizapp.words import Language

FINE = 0
Read = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Row:
    """A setting as it stands on a command line."""

    field: str
    read: Read
    """The value of what was typed; a ValueError for what cannot be one."""
    form: str
    """The phrase that says what can be typed."""


def settings(options: argparse.Namespace, language: "Language") -> int:
    """All that can be set with its values, one of them, or one set anew."""
    name = None if options.name is None else _named(options.name)
    held: Settings = options.settings
    if name is not None and options.value is not None:
        held = _with(held, name, options.value)
        _save(held, options.profile)
    names = [*ROWS] if name is None else [name]
    if options.json:
        values = asdict(held)
        asked = {ROWS[each].field: values[ROWS[each].field] for each in names}
        show(json.dumps(asked, ensure_ascii=False, default=date.isoformat))
        return FINE
    show(*_lines(held, names, language))
    return FINE


def _lines(held: Settings, names: list[str], language: "Language") -> list[str]:
    """A line a setting: its name, its value as it may be typed, what it is."""
    from quizapp.words import cell_width, fit, say

    values = [_text(name, getattr(held, ROWS[name].field), language) for name in names]
    first, second = max(map(len, names)), max(map(cell_width, values))
    return [
        f"{fit(name, first)}  {fit(value, second)}  " + say(f"options.{ROWS[name].field}", language)
        for name, value in zip(names, values, strict=True)
    ]


def _text(name: str, value: object, language: "Language") -> str:
    from quizapp.words import say

    if value is None:
        return say("options.no-exam" if name == "exam-date" else "settings.default", language)
    if isinstance(value, bool):
        return say("options.on" if value else "options.off", language)
    return f"{value:g}" if isinstance(value, float) else str(value)


def _named(text: str) -> str:
    """The setting that is meant, by its name here or in the file. Raises UsageError."""
    from quizapp.expressions import nearest

    by_name = {row.field.replace("_", "-"): name for name, row in ROWS.items()}
    by_name |= {name: name for name in ROWS}
    name = by_name.get(text.lower().replace("_", "-"))
    if name is not None:
        return name
    guess = nearest(text, ROWS)
    if guess is None:
        raise UsageError(
            "setting-name", "no setting is called {name}; there are: {names}",
            name=text, names=", ".join(ROWS),
        )  # fmt: skip
    raise UsageError(
        "setting-name-guess", "no setting is called {name}; did you mean {guess}?",
        name=text, guess=guess,
    )  # fmt: skip


def _with(held: Settings, name: str, text: str) -> Settings:
    """The settings with one set to what was typed. Raises UsageError for what it cannot be."""
    from quizapp.words import phrase

    row, word = ROWS[name], text.strip().lower()
    try:
        value = (
            getattr(Settings(), row.field) if _says(word, "settings.default") else row.read(word)
        )
    except ValueError:
        raise UsageError(
            "setting-value",
            "{name} cannot be {value}; it takes {form} (`default` goes back to the default)",
            name=name,
            value=text,
            form=phrase(row.form, themes=", ".join(THEMES)),
        ) from None
    changes: dict[str, Any] = {row.field: value}
    return replace(held, **changes)


def _save(held: Settings, profile: str) -> None:
    try:
        save_settings(paths.settings_file(), profile, held)
    except SettingsError as error:
        raise SettingsError(
            "settings-not-set",
            "{path} cannot be written ({reason}), and nothing was set; make it writable, or name a "
            "folder of your own in QUIZAPP_HOME",
            **error.figures,
        ) from error


def _says(word: str, *keys: str) -> bool:
    """Whether that is one of these phrases, in whichever language."""
    from quizapp.words import say

    return any(word == say(key, language) for key in keys for language in LANGUAGES)


def _language(word: str) -> object:
    language = language_named(word)
    if language is None:
        raise ValueError(word)
    return language


def _theme(word: str) -> object:
    if word not in THEMES:
        raise ValueError(word)
    return word


def _flag(word: str) -> object:
    is_on = word in ("yes", "true") or _says(word, "options.on")
    if not is_on and word not in ("no", "false") and not _says(word, "options.off"):
        raise ValueError(word)
    return is_on


def _retention(word: str) -> object:
    """As a share, or in percent: nobody means to remember less than a hundredth."""
    number = float(word.removesuffix("%"))
    share = number / 100 if number > 1 else number
    if not LEAST_RETENTION <= share <= MOST_RETENTION:
        raise ValueError(word)
    return share


def _count(word: str) -> object:
    count = int(word.replace(",", ""))
    if not 0 <= count <= MOST_A_DAY:
        raise ValueError(word)
    return count


def _exam_day(word: str) -> object:
    from quizapp.study import today_at

    if word in ("", "off") or _says(word, "options.no-exam"):
        return None
    day = date.fromisoformat(word.replace(".", "-").replace("/", "-"))
    if day <= today_at(now()):
        raise ValueError(word)
    return day


ROWS: Mapping[str, Row] = {
    "language": Row("language", _language, "settings.form-language"),
    "theme": Row("theme", _theme, "settings.form-theme"),
    "ascii": Row("ascii", _flag, "settings.form-flag"),
    "reduced-motion": Row("reduced_motion", _flag, "settings.form-flag"),
    "retention": Row("desired_retention", _retention, "settings.form-retention"),
    "new-per-day": Row("new_per_day", _count, "settings.form-count"),
    "reviews-per-day": Row("reviews_per_day", _count, "settings.form-count"),
    "exam-date": Row("exam_date", _exam_day, "settings.form-date"),
    "exam-retention": Row("exam_retention", _retention, "settings.form-retention"),
}
"""What can be set here, in the order in which it is listed."""
