"""What the home screen says, as lines of its width."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content

from quizapp.drawing import progress_bar, spark
from quizapp.study.overview import SPARK_DAYS, TASTE_COUNT, LeftOff, Overview, Subject
from quizapp.tui.commands import COMMANDS
from quizapp.tui.text import QUIET, STRONG, plain, side_by_side, stacked
from quizapp.words import Language, cell_width, fit, render, say

if TYPE_CHECKING:
    from quizapp.study import Sitting

ENTRIES = (
    "study", "quiz", "mistakes", "todays-topic", "cards", "sprint", "peers", "calculator",
    "progress", "browse",
)  # fmt: skip
_GAP = "   "
_BETWEEN = "  "
_NUMBER, _READY, _BAR, _TITLE, _WIDE_TITLE = 5, 8, 10, 22, 40
_NARROWEST_WITH_BAR = 64
_LEAST_SLIP = 10
_NOTHING = "·"


def day_line(overview: Overview, language: Language) -> Content:
    """``24 Nov   streak 5 d``."""
    parts = [day_text(overview.today, language)]
    if overview.streak:
        parts.append(say("home.streak", language, count=overview.streak))
    return plain(_GAP.join(parts), QUIET)


def day_text(day: date, language: Language) -> str:
    """A day of this year."""
    month = say("pictures.months", language).split()[day.month - 1]
    return say("home.today", language, day=day.day, month=month)


def summary_page(overview: Overview, language: Language, width: int) -> Content:
    """What there is today, and the last days as a spark; three lines at the first run."""
    if overview.is_first:
        return stacked(plain(say(f"home.first-{n}", language)) for n in (1, 2, 3))
    said = [
        say("home.due", language, count=overview.due),
        say("home.new", language, count=overview.new),
    ]
    if overview.due + overview.new:
        said.append(say("home.minutes", language, count=overview.minutes))
    left = _GAP.join(said)
    days = say("home.last-days", language, count=SPARK_DAYS)
    right = f"{spark(overview.last_days)}  {days}"
    between = width - cell_width(left) - cell_width(right)
    if between < len(_GAP):
        return plain(left, STRONG)
    return side_by_side([plain(left, STRONG), plain(" " * between), plain(right, QUIET)])


def start_line(overview: Overview, language: Language) -> str:
    """What enter does when nothing else was chosen."""
    if overview.is_first:
        return say("home.taste", language, count=min(TASTE_COUNT, len(overview.taste)))
    due = overview.due + overview.new
    return say("home.study-now" if due else "home.nothing-due", language)


def go_on_line(begun: Sitting | LeftOff, verb: str, language: Language) -> str:
    """The sitting that was broken off."""
    if isinstance(begun, LeftOff):
        done, count = begun.done, begun.count
    else:
        done = len(begun.outcomes)
        count = begun.item.count if begun.item is not None else 0
    key = "home.go-on" if count else "home.go-on-open"
    name = say(f"home.verb-{verb}", language)
    return say(key, language, verb=name, done=done, count=count)


def head_row(language: Language, width: int) -> Content:
    """The heads of the columns."""
    topic, due, new, ready, slip = (
        say(f"home.head-{name}", language) for name in ("topic", "due", "new", "ready", "slip")
    )
    return plain(_row(topic, due, new, ready, slip, width), QUIET)


def _way(slip: str, language: Language) -> str:
    from quizapp.mistakes import way_of  # a first run has no slip to watch

    return way_of(slip, language)


def subject_row(subject: Subject, language: Language, width: int, *, inside: bool) -> Content:
    """A bank, or a topic inside one: what is due and new, how ready it is, a slip to watch."""
    standing = subject.standing
    ready = ""
    if standing.new == standing.count:
        ready = say("home.never-met", language)
    elif standing.ready is not None:
        ready = say("home.ready", language, ready=standing.ready, count=standing.count)
    if _has_bar(width):
        share = (standing.ready or 0) / max(1, standing.count)
        ready = f"{progress_bar(share)}  {ready}"
    slip = "" if standing.slip is None else _way(standing.slip, language)
    title = ("  " if inside else "") + subject.title.in_language(language)
    return plain(
        _row(title, _count(subject.due), _count(subject.new), ready, slip, width),
        QUIET if inside else "",
    )


def entries_page(
    overview: Overview, unavailable: frozenset[str], language: Language, width: int
) -> Content:
    """What else can be done, by digits, in as few lines as it takes."""
    lines: list[list[Content]] = [[]]
    used = 0
    for name in ENTRIES:
        key = COMMANDS[name].shown_keys[0]
        label = f" {_entry(name, overview, language)}"
        length = cell_width(key + label)
        if used and used + len(_GAP) - 1 + length > width:
            lines.append([])
            used = 0
        if used:
            lines[-1].append(plain("  "))
            used += 2
        shut = name in unavailable
        lines[-1] += [plain(key, QUIET if shut else STRONG), plain(label, QUIET if shut else "")]
        used += length
    return stacked(side_by_side(line) for line in lines)


def _entry(name: str, overview: Overview, language: Language) -> str:
    label = COMMANDS[name].label(language)
    if name == "todays-topic" and overview.topic is not None:
        title = overview.topic.title.in_language(language)
        return say("home.entry-topic", language, topic=fit(title, min(cell_width(title), 24)))
    count = {"mistakes": overview.owed, "cards": overview.cards}.get(name, 0)
    return say("home.entry-count", language, name=label, count=count) if count else label


def _has_bar(width: int) -> bool:
    return width >= _NARROWEST_WITH_BAR


def _row(title: str, due: str, new: str, ready: str, slip: str, width: int) -> str:
    """The columns, as many as fit."""
    ready_width = _READY + (_BAR + 2 if _has_bar(width) else 0)
    rest = width - 2 * _NUMBER - ready_width - len(_BETWEEN)
    title_width = min(_WIDE_TITLE if width > 100 else _TITLE, rest)
    cells = [
        fit(title, title_width), _right(due, _NUMBER), _right(new, _NUMBER), _BETWEEN,
        fit(ready, ready_width),
    ]  # fmt: skip
    room = rest - title_width - len(_BETWEEN)
    if slip and room >= _LEAST_SLIP:
        cells += [_BETWEEN, fit(slip, min(cell_width(slip), room))]
    return "".join(cells).rstrip()


def _right(text: str, width: int) -> str:
    return " " * max(0, width - cell_width(text)) + text


def _count(count: int) -> str:
    return render(count) if count else _NOTHING


def rows_page(
    overview: Overview, unfolded: frozenset[str], language: Language, width: int
) -> tuple[list[Content], Sequence[Subject]]:
    """A row for each bank, its topics under it where it is unfolded, and the subjects they are."""
    lines: list[Content] = []
    subjects: list[Subject] = []
    for subject in overview.subjects:
        lines.append(subject_row(subject, language, width, inside=False))
        subjects.append(subject)
        if subject.name in unfolded:
            for topic in subject.topics:
                lines.append(subject_row(topic, language, width, inside=True))
                subjects.append(topic)
    return lines, subjects
