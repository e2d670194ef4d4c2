"""Settings as rows that are stepped through or typed."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Literal

from quizapp.settings import LEAST_RETENTION, MOST_A_DAY, MOST_RETENTION, Settings
from quizapp.tui.theme import THEMES, USUAL
from quizapp.words import Language, render, say

Form = Literal["choice", "percent", "count", "date", "list"]

FORMS: Mapping[str, Form] = {
    "language": "choice",
    "theme": "choice",
    "ascii": "choice",
    "reduced_motion": "choice",
    "desired_retention": "percent",
    "new_per_day": "count",
    "reviews_per_day": "count",
    "exam_date": "date",
    "exam_retention": "percent",
    "keys": "list",
}
"""The rows, in order, and how each may be typed; what is a choice is only stepped through.

A list has a screen of its own.
"""

FIRST_EXAM = timedelta(days=14)
_LEAST, _MOST = round(100 * LEAST_RETENTION), round(100 * MOST_RETENTION)
"""In percent."""

_STEPS = {"reviews_per_day": 10}


def value_text(settings: Settings, name: str, language: Language) -> str:
    """The value as it is read."""
    value = getattr(settings, name)
    match FORMS[name]:
        case "percent":
            return say("options.percent", language, count=round(100 * value))
        case "count":
            return render(value)
        case "date":
            return say("options.no-exam", language) if value is None else str(value)
        case "list":
            key = "options.keys-changed" if value else "options.keys-usual"
            return say(key, language, count=len(value))
        case _:
            return _choice_text(name, value, language)


def _choice_text(name: str, value: object, language: Language) -> str:
    if isinstance(value, bool):
        return say("options.on" if value else "options.off", language)
    if name == "theme":
        return say(f"options.theme-{value if value in THEMES else USUAL}", language)
    return say(f"options.language-{language}", language)


def stepped(settings: Settings, name: str, step: int, today: date) -> Settings:
    """The next value, or the one before with a step of -1; at an end of numbers the same."""
    value = getattr(settings, name)
    match FORMS[name]:
        case "percent":
            percent = min(max(round(100 * value) + step, _LEAST), _MOST)
            return _with(settings, name, percent / 100)
        case "count":
            count = min(max(value + step * _STEPS.get(name, 1), 0), MOST_A_DAY)
            return _with(settings, name, count)
        case "date":
            return replace(settings, exam_date=_other_day(value, step, today))
        case "list":
            return settings
        case _:
            return _with(settings, name, _other(value, step))


def typed(settings: Settings, name: str, text: str, today: date) -> Settings | None:
    """The settings with a value as it was typed; None where it cannot be that."""
    read = _READERS.get(FORMS[name])
    if read is None:
        return None
    try:
        return _with(settings, name, read(text.strip(), today))
    except ValueError:
        return None


def _with(settings: Settings, name: str, value: Any) -> Settings:
    changes: dict[str, Any] = {name: value}
    return replace(settings, **changes)


def _other(value: object, step: int) -> object:
    if isinstance(value, bool):
        return not value
    names = list(THEMES)
    place = names.index(value) if isinstance(value, str) and value in names else 0
    return names[(place + step) % len(names)]


def _other_day(day: date | None, step: int, today: date) -> date | None:
    """A day on or back; before tomorrow there is no exam."""
    if day is None:
        return today + FIRST_EXAM if step > 0 else None
    other = max(day, today) + timedelta(days=step)
    return other if other > today else None


def _percent(text: str, _today: date) -> float:
    percent = float(text.removesuffix("%"))
    if not _LEAST <= percent <= _MOST:
        raise ValueError(text)
    return percent / 100


def _count(text: str, _today: date) -> int:
    count = int(text.replace(",", ""))
    if not 0 <= count <= MOST_A_DAY:
        raise ValueError(text)
    return count


def _day(text: str, today: date) -> date | None:
    if not text:
        return None
    day = date.fromisoformat(text.replace(".", "-").replace("/", "-"))
    if day <= today:
        raise ValueError(text)
    return day


_READERS: Mapping[Form, Callable[[str, date], object]] = {
    "percent": _percent,
    "count": _count,
    "date": _day,
}
