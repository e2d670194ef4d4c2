"""The progress screen: what has come of it, in numbers and pictures."""

from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.widgets import Static

from quizapp.study.overview import Overview
from quizapp.tui.commands import bindings
from quizapp.tui.progress_pages import (
    calendar_page,
    days_page,
    forecast_page,
    mistakes_page,
    retention_page,
    sums_page,
    topics_page,
)
from quizapp.tui.screen import CommandScreen
from quizapp.tui.text import QUIET, STRONG, plain
from quizapp.words import say


class ProgressScreen(CommandScreen):
    """Opened over another screen, to which it goes back."""

    CSS_PATH = "progress.tcss"
    NAMES = ("close", "settings", "help", "language", "quit")
    BINDINGS = bindings(NAMES)

    def __init__(self, overview: Overview) -> None:
        super().__init__()
        self._overview = overview

    def body(self) -> ComposeResult:
        """Sums, then two columns where there is room."""
        yield Static(id="sums")
        with Container(id="pages"):
            with Vertical(id="topic-pages"):
                for part in ("retention", "topics", "mistakes"):
                    yield Static(id=part)
            with Vertical(id="days-pages"):
                for part in ("days", "forecast", "calendar"):
                    yield Static(id=part)

    def show(self) -> None:
        """Write it all."""
        overview, language = self._overview, self.language
        self.head(plain(say("options.progress", language), STRONG), plain(""))
        progress = overview.progress
        has_days = progress is not None and bool(progress.days)
        self.query_one("#pages").display = has_days
        if progress is None or not has_days:
            self.write("sums", plain(say("options.nothing-yet", language), QUIET))
            return
        left, right = self.page_width, self.second_page_width
        self.write("sums", sums_page(progress, language))
        self.write("retention", retention_page(progress, overview.desired, language, left))
        self.write("topics", topics_page(overview.topics, language, left))
        self.write("mistakes", mistakes_page(progress, language, left))
        self.write("days", days_page(progress, language))
        self.write("forecast", forecast_page(progress, language, right))
        self.write("calendar", calendar_page(progress, language, right))
