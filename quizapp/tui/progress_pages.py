"""What the progress screen says, part by part."""

from collections.abc import Iterable, Sequence

from textual.content import Content

from quizapp.drawing import (
    calendar_lines,
    forecast_bars,
    progress_bar,
    retention_bars,
    spark,
)
from quizapp.mistakes import way_of
from quizapp.study.overview import Subject, minutes_a_day
from quizapp.study.progress import LEAST_RATED, Progress, daily
from quizapp.tui.text import STRONG, plain, stacked
from quizapp.words import Language, cell_width, fit, render, say

SPARK_DAYS = 30
MOST_MISTAKES = 8
_WIDEST_TITLE = 30
_WIDEST_BARS = 60
_GAP = "  "


def sums_page(progress: Progress, language: Language) -> Content:
    """The year in a line."""
    return plain(
        say(
            "options.answers", language, answers=render(progress.answers),
            right=render(progress.right), minutes=render(progress.minutes), streak=progress.streak,
        )
    )  # fmt: skip


def retention_page(progress: Progress, desired: float, language: Language, width: int) -> Content:
    """What was remembered when it was due, beside what was expected and what is wanted."""
    retention = progress.retention
    if not retention.is_telling:
        few = say("options.few", language, count=retention.rated, least=LEAST_RATED)
        return _titled("retention", [few], language)
    shares = ("true", retention.true), ("expected", retention.expected), ("desired", desired)
    rows = [(say(f"options.{name}", language), round(1000 * share), 1000) for name, share in shares]
    return _titled("retention", retention_bars(rows, min(width, _WIDEST_BARS)), language)


def days_page(progress: Progress, language: Language) -> Content:
    """Answers and minutes on each of the last days."""
    answers = daily(progress.days, progress.today, SPARK_DAYS)
    minutes = minutes_a_day(progress.days, progress.today, SPARK_DAYS)
    return stacked(
        [
            _titled("last-days", [_sparked(answers)], language, count=SPARK_DAYS),
            _titled("minutes", [_sparked(minutes)], language, count=SPARK_DAYS),
        ]
    )


def forecast_page(progress: Progress, language: Language, width: int) -> Content:
    """What comes due on each of the days to come."""
    bars = forecast_bars(dict(progress.forecast), language, min(width, _WIDEST_BARS))
    return _titled("forecast", bars, language)


def calendar_page(progress: Progress, language: Language, width: int) -> Content:
    """The weeks up to today."""
    answers = {day.day: day.answers for day in progress.days}
    return _titled("calendar", calendar_lines(answers, progress.today, language, width), language)


def topics_page(topics: Sequence[Subject], language: Language, width: int) -> Content:
    """The topics of which anything was answered: how ready they are, and how often right."""
    met = [topic for topic in topics if topic.standing.answers]
    titles = [topic.title.in_language(language) for topic in met]
    column = min(_WIDEST_TITLE, max(map(cell_width, titles), default=0), max(10, width - 36))
    lines = []
    for title, topic in zip(titles, met, strict=True):
        standing = topic.standing
        share = say(
            "options.right-share", language, share=_percent(standing.right, standing.answers)
        )
        bar, ready = " " * 10, ""
        if standing.ready is not None:
            bar = progress_bar(standing.ready / max(1, standing.count))
            ready = say("home.ready", language, ready=standing.ready, count=standing.count)
        lines.append(_GAP.join([fit(title, column), bar, fit(ready, 8), share]))
    return _titled("by-topic", lines, language) if lines else plain("")


def mistakes_page(progress: Progress, language: Language, width: int) -> Content:
    """The slips made most, as bars."""
    made = progress.slips[:MOST_MISTAKES]
    if not made:
        return plain("")
    most = made[0][1]
    lines = []
    for mistake, count in made:
        line = f"{progress_bar(count / most)} {count:>4}{_GAP}{way_of(mistake, language)}"
        lines.append(fit(line, min(width, cell_width(line))))
    return _titled("by-mistake", lines, language)


def _titled(name: str, lines: Iterable[str], language: Language, **figures: object) -> Content:
    title = plain(say(f"options.{name}", language, **figures), STRONG)
    return stacked([title, *map(plain, lines)])


def _sparked(values: Sequence[int]) -> str:
    return f"{spark(values)}{_GAP}{render(sum(values))}"


def _percent(part: int, whole: int) -> str:
    return f"{round(100 * part / whole)} %"
