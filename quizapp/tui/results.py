"""The results screen: the score, what was missed, and where to go from here."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from quizapp.study import Sitting
from quizapp.tui.commands import bindings
from quizapp.tui.headings import bar
from quizapp.tui.numbered import NumberedList
from quizapp.tui.pages import missed_page, notices_page
from quizapp.tui.screen import CommandScreen
from quizapp.tui.text import STRONG, plain
from quizapp.words import say


class ResultsScreen(CommandScreen):
    """How a sitting went, whether it was played to its end or not."""

    NAMES = ("choose", "language", "quit")
    BINDINGS = bindings(NAMES)

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self._sitting = sitting
        self._summary = sitting.summary()
        look = ("look",) if self._summary.missed else ()
        more = ("go-on",) if sitting.item is not None else ()
        self._ways = (*look, *more, "again", "home")
        self._notices = self.app.take_notices(sitting)

    def body(self) -> ComposeResult:
        """Score, ways on, what was missed."""
        yield Static(id="notices")
        yield Static(id="score")
        yield NumberedList(len(self._ways))
        yield Static(id="missed-title")
        yield Static(id="missed")

    def show(self) -> None:
        """Write it all."""
        summary = self._summary
        self.head(self.say("results", STRONG), plain(bar(summary.right, summary.asked)))
        self.write("notices", notices_page(self._notices, self.language))
        verb = None if self.app.wanted is None else self.app.wanted.verb
        nothing = not self._sitting.steps and self._sitting.item is None
        score = "score" if summary.asked else "nothing-left" if nothing else "score-none"
        if summary.asked and not summary.missed:
            score = "score-all"
        if nothing and verb in ("study", "cards", "mistakes"):
            self.write("score", plain(say(f"study.none-{verb}", self.language), STRONG))
        else:
            figures = {"right": summary.right, "count": summary.asked}
            self.write("score", self.say(score, STRONG, **figures))
        labels = [self.say(way, count=len(summary.missed)).plain for way in self._ways]
        self.query_one(NumberedList).show(labels)
        self.write("missed-title", self.say("missed", STRONG) if summary.missed else plain(""))
        self.write("missed", missed_page(summary, self.language, self.body_width))

    @on(NumberedList.Picked)
    def _picked(self) -> None:
        self.action_choose()

    def action_choose(self) -> None:
        """Go the way under the cursor."""
        way = self._ways[self.query_one(NumberedList).chosen[0]]
        if way == "look":
            self.app.open_missed(self._sitting, 0)
        elif way == "go-on":
            self.app.open_sitting(self._sitting)
        elif way == "again":
            self.app.end_sitting()
            self.app.begin_again()
        else:
            self.app.end_sitting()
            self.app.open_home()
