"""The home screen: what this is, and the banks to be asked from."""

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from quizapp.bank import Question
from quizapp.tui.commands import bindings
from quizapp.tui.numbered import NumberedList
from quizapp.tui.pages import notices_page
from quizapp.tui.screen import CommandScreen
from quizapp.tui.text import ODD, STRONG, plain


class HomeScreen(CommandScreen):
    """A row for everything, then one for each bank."""

    CSS_PATH = "home.tcss"
    NAMES = ("start", "language", "quit")
    BINDINGS = bindings(NAMES)

    def __init__(self) -> None:
        super().__init__()
        banks = [bank for bank in self.app.launch.library.banks if bank.questions]
        self._banks = banks
        everything = tuple(question for bank in banks for question in bank.questions)
        self._pools: list[tuple[Question, ...]] = [everything] if everything else []
        self._pools += [bank.questions for bank in banks]
        self._notices = self.app.take_notices()

    def body(self) -> ComposeResult:
        """Introduction, rows, and what is wrong."""
        yield Static(id="introduction")
        yield Static(id="rows-title")
        yield NumberedList(len(self._pools))
        yield Static(id="notices")
        yield Static(id="problems")

    def show(self) -> None:
        """Write it all."""
        self.head(plain("quizapp", STRONG), plain(""))
        self.write("introduction", self.say("introduction"))
        self.write("rows-title", self._rows_title())
        names = [bank.title.in_language(self.language) for bank in self._banks]
        if self._pools:
            names.insert(0, self.say("everything").plain)
        counts = [self.say("questions", count=len(pool)).plain for pool in self._pools]
        self.query_one(NumberedList).show(names, counts)
        self.write("notices", notices_page(self._notices, self.language))
        problems = len(self.app.launch.library.problems)
        self.write("problems", self.say("problems", ODD, count=problems) if problems else plain(""))

    def _rows_title(self) -> Content:
        if not self._pools:
            return self.say("no-banks", STRONG)
        return self.say("rows-title", STRONG, count=self.app.launch.count)

    def unavailable(self) -> frozenset[str]:
        """Without banks there is nothing to start."""
        return frozenset() if self._pools else frozenset({"start"})

    @on(NumberedList.Picked)
    def _picked(self) -> None:
        self.action_start()

    def action_start(self) -> None:
        """Begin a quiz over the row under the cursor."""
        place = self.query_one(NumberedList).cursor or 0
        self.app.begin(self._pools[place])
