"""Pictures of progress from plain data: sparks, bars, what falls due, a calendar, retention."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from quizapp.drawing.ascii import ascii_twin
from quizapp.words import Language, cell_width, fit, render, say

if TYPE_CHECKING:
    from datetime import date

_GAP = "  "
_HEIGHTS = "▁▂▃▄▅▆▇█"
_SHADES = ".░▒▓█"
_EMPTY = "·"
_DAYS = 7


def percentage(part: int, whole: int) -> str:
    """``4.4 %``: to a tenth, halves up."""
    tenths = (2000 * part + whole) // (2 * whole)
    return f"{tenths // 10}.{tenths % 10} %"


def spark(values: Sequence[float], *, ascii_only: bool = False) -> str:
    """A sign for each value, as high as its share of the largest; the lowest only for 0 or less."""
    most = max(values, default=0)
    signs = "".join(_HEIGHTS[_step(value, most, len(_HEIGHTS) - 1)] for value in values)
    return ascii_twin([signs])[0] if ascii_only else signs


def progress_bar(fraction: float, width: int = 10, *, ascii_only: bool = False) -> str:
    """``███████▌··``: a fraction from 0 to 1 in half cells, full only when all of it is done."""
    share = min(max(fraction, 0), 1)
    halves = int(share * 2 * width)
    bar = "█" * (halves // 2) + "▌" * (halves % 2)
    empty = width - len(bar)
    return f"{ascii_twin([bar])[0]}{'.' * empty}" if ascii_only else bar + _EMPTY * empty


def forecast_bars(
    counts: "Mapping[date, int]", language: Language, width: int = 72, *, ascii_only: bool = False
) -> list[str]:
    """A line for each day in its order: weekday and day, how many fall due, and a bar."""
    days = say("pictures.weekdays", language).split()
    labels = [f"{days[day.weekday()]} {day.day:>2}" for day in counts]
    numbers = [render(count) for count in counts.values()]
    return _bars(labels, list(counts.values()), numbers, width, ascii_only=ascii_only)


def retention_bars(
    rows: Sequence[tuple[str, int, int]], width: int = 72, *, ascii_only: bool = False
) -> list[str]:
    """A line for each label with how many of how many were remembered: the bar is out of all."""
    left = min(max((cell_width(label) for label, _, _ in rows), default=0), width // 3)
    ends = [f"{percentage(right, count) if count else '—':>7}" for _, right, count in rows]
    room = max(1, width - left - 7 - 2 * len(_GAP))
    lines = [
        fit(label, left)
        + _GAP
        + progress_bar(right / count if count else 0, room, ascii_only=ascii_only)
        + _GAP
        + end
        for (label, right, count), end in zip(rows, ends, strict=True)
    ]
    return ascii_twin(lines) if ascii_only else lines


def calendar_lines(
    counts: "Mapping[date, int]",
    last: "date",
    language: Language,
    width: int = 72,
    *,
    ascii_only: bool = False,
) -> list[str]:
    """The weeks up to a day, a column each, as many as fit: the months, then Monday to Sunday.

    A day is a dot where nothing was done, else the darker the more was, held against the most of
    the days shown. Days after the last are blank.
    """
    names = say("pictures.weekdays", language).split()
    margin = max(map(cell_width, names)) + 1
    weeks = max(1, (width - margin) // 2)
    first = last.toordinal() - last.weekday() - _DAYS * (weeks - 1)
    day_of = last.fromordinal
    most = max((counts.get(day_of(n), 0) for n in range(first, last.toordinal() + 1)), default=0)
    lines = [
        " " * margin + _months([day_of(first + _DAYS * week) for week in range(weeks)], language)
    ]
    for weekday, name in enumerate(names):
        row = ""
        for week in range(weeks):
            number = first + _DAYS * week + weekday
            done = counts.get(day_of(number), 0)
            row += "  " if number > last.toordinal() else _SHADES[_step(done, most, 4)] + " "
        lines.append((fit(name, margin) + row).rstrip())
    return ascii_twin(lines) if ascii_only else lines


def _months(mondays: "Sequence[date]", language: Language) -> str:
    """The name of each month above the first week that begins in it, where there is room."""
    names = say("pictures.months", language).split()
    line = ""
    for week, monday in enumerate(mondays):
        name = names[monday.month - 1]
        begins = week == 0 or monday.month != mondays[week - 1].month
        ends = week + (cell_width(name) + 1) // 2 <= len(mondays)
        if begins and ends and cell_width(line) <= 2 * week and _stays(mondays, week, name):
            line = fit(line, 2 * week) + name + " "
    return line.rstrip()


def _stays(mondays: "Sequence[date]", week: int, name: str) -> bool:
    """Whether the month lasts as many columns as its name takes."""
    last = min(week + cell_width(name) // 2, len(mondays) - 1)
    return mondays[last].month == mondays[week].month


def _bars(
    labels: list[str], values: list[int], ends: list[str], width: int, *, ascii_only: bool
) -> list[str]:
    """Bars of values held against the largest, in half cells, their numbers behind them."""
    left = max(map(cell_width, labels), default=0)
    room = max(1, width - left - max(map(cell_width, ends), default=0) - 2 * len(_GAP))
    most = max(values, default=0)
    lines = []
    for label, value, end in zip(labels, values, ends, strict=True):
        halves = _step(value, most, 2 * room)
        bar = "█" * (halves // 2) + "▌" * (halves % 2)
        lines.append(_GAP.join(part for part in (fit(label, left), bar, end) if part))
    return ascii_twin(lines) if ascii_only else lines


def _step(value: float, most: float, steps: int) -> int:
    """A value in so many steps, rounded; at least one for what is not nothing."""
    if value <= 0 or most <= 0:
        return 0
    return min(steps, max(1, int(value * steps / most + 0.5)))
