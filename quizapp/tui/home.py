"""The home screen: the day, every bank as it stands, and one key to start."""

import asyncio
from collections.abc import Callable

from textual import on, work
from textual.app import ComposeResult
from textual.widgets import Static

from quizapp.study.overview import TASTE_COUNT, Overview, Subject
from quizapp.tui.commands import bindings
from quizapp.tui.home_pages import (
    day_line,
    entries_page,
    go_on_line,
    head_row,
    rows_page,
    start_line,
    summary_page,
)
from quizapp.tui.pages import notices_page
from quizapp.tui.rows import RowList
from quizapp.tui.screen import CommandScreen
from quizapp.tui.text import ODD, STRONG, plain

_MARK = 2
_WITHOUT_BANKS = frozenset(
    {"start", "study", "quiz", "mistakes", "todays-topic", "cards", "sprint", "peers", "browse"}
)


class HomeScreen(CommandScreen):
    """What to do now, then a row for each bank; the digits do what else there is."""

    CSS_PATH = "home.tcss"
    NAMES = (
        "start", "study", "quiz", "mistakes", "todays-topic", "cards", "sprint", "peers",
        "calculator", "progress", "browse", "unfold", "fold", "settings", "help", "language",
        "quit",
    )  # fmt: skip
    BINDINGS = bindings(NAMES)
    AUTO_FOCUS = "RowList"

    def __init__(self, overview: Overview) -> None:
        super().__init__()
        self._overview = overview
        self._notices = self.app.take_notices()
        only_bank = [subject.name for subject in overview.subjects][:2]
        self._unfolded = frozenset(only_bank if len(only_bank) == 1 else ())
        self._subjects: list[Subject] = []
        self._starts: list[Callable[[], None]] = []
        self._left = False

    def body(self) -> ComposeResult:
        """What is wrong, where it cannot be scrolled out of sight; the day; the rows."""
        yield Static(id="problems")
        yield Static(id="notices")
        yield Static(id="summary")
        yield Static(id="empty")
        yield RowList()

    def below(self) -> ComposeResult:
        """What the digits do."""
        yield Static(id="entries")

    def show(self) -> None:
        """Write it all."""
        overview, language = self._overview, self.language
        width = self.body_width - _MARK
        self.head(plain("quizapp", STRONG), day_line(overview, language))
        self.write("notices", notices_page(self._notices, language))
        self.write("summary", summary_page(overview, language, self.body_width))
        self.write("empty", plain("") if overview.subjects else self.say("no-banks", STRONG))
        problems = len(self.app.launch.library.problems)
        self.write("problems", self.say("problems", ODD, count=problems) if problems else plain(""))
        room = self.app.size.width - 4
        self.write("entries", entries_page(overview, self.unavailable(), language, room))
        self._show_rows(width)

    def _show_rows(self, width: int) -> None:
        """What enter does, first the sitting that was broken off, then every bank."""
        rows = self.query_one(RowList)
        rows.display = bool(self._overview.subjects)
        if not self._overview.subjects:
            return
        language = self.language
        ways = [(f"▶ {start_line(self._overview, language)}", self._start)]
        begun = self.app.unfinished
        if begun is not None:
            ways.insert(0, (f"▶ {go_on_line(*begun, language)}", self.app.go_on))
        lines, subjects = rows_page(self._overview, self._unfolded, language, width)
        first = [plain(text, STRONG) for text, _ in ways]
        still = frozenset({len(first), len(first) + 1})
        self._subjects = list(subjects)
        self._starts = [way for _, way in ways]
        rows.show([*first, plain(""), head_row(language, width), *lines], still)

    def unavailable(self) -> frozenset[str]:
        """Nothing to ask without banks, nothing to put right without misses."""
        overview = self._overview
        if not overview.subjects:
            return _WITHOUT_BANKS
        shut = {
            "study": not overview.due + overview.new,
            "mistakes": not overview.owed,
            "cards": not overview.cards,
            "todays-topic": overview.topic is None,
        }
        return frozenset(name for name in shut if shut[name])

    def on_screen_resume(self) -> None:
        """What was done on a screen over this one may have changed the day."""
        if self._left:
            self._look_again()
        self._left = True

    @work(exclusive=True)
    async def _look_again(self) -> None:
        overview = await asyncio.to_thread(self.app.launch.overview)
        if overview != self._overview and self.is_current:
            self._overview = overview
            self._notices = self.app.take_notices()
            self.refill()

    @on(RowList.Picked)
    async def _picked(self) -> None:
        await self.run_action("start")

    def action_start(self) -> None:
        """What the mark is on: the sitting, or ten questions of the bank or topic."""
        place = self.query_one(RowList).cursor
        if place < len(self._starts):
            self._starts[place]()
        else:
            self._quiz(self._subject_at(place))

    def _subject_at(self, place: int) -> Subject:
        return self._subjects[place - len(self._starts) - 2]

    def _start(self) -> None:
        if self._overview.is_first:
            self.app.want("quiz", self._overview.taste, count=TASTE_COUNT)
        elif self._overview.due + self._overview.new:
            self.action_study()
        else:
            self.action_quiz()

    def _quiz(self, subject: Subject) -> None:
        self.app.want("quiz", subject.pool, names=(subject.name,))

    def action_study(self) -> None:
        """What is due, then what is new."""
        self.app.want_everything("study")

    def action_quiz(self) -> None:
        """Ten mixed questions."""
        self.app.want_everything("quiz")

    def action_mistakes(self) -> None:
        """A twin of each thing got wrong."""
        self.app.want_everything("mistakes")

    def action_cards(self) -> None:
        """The flashcards that are due."""
        self.app.want_everything("cards")

    def action_sprint(self) -> None:
        """As many as come in three minutes."""
        self.app.want_everything("sprint")

    def action_todays_topic(self) -> None:
        """Ten questions of one topic."""
        if self._overview.topic is not None:
            self._quiz(self._overview.topic)

    def action_unfold(self) -> None:
        """The topics of the bank under the mark."""
        self._fold(lambda name: self._unfolded | {name})

    def action_fold(self) -> None:
        """The bank alone."""
        self._fold(lambda name: self._unfolded - {name})

    def _fold(self, change: Callable[[str], frozenset[str]]) -> None:
        rows = self.query_one(RowList)
        if rows.cursor < len(self._starts):
            return
        subject = self._subject_at(rows.cursor)
        bank = next(
            bank for bank in self._overview.subjects if subject is bank or subject in bank.topics
        )
        self._unfolded = change(bank.name)
        self._show_rows(self.body_width - _MARK)
        if subject is not bank and bank.name not in self._unfolded:
            place = self._subjects.index(bank) + len(self._starts) + 2
            rows.put(place)
