"""Where rounds stop: nobody is here, or there are none left."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from quizapp.peers.said import summary_lines
from quizapp.tui.commands import bindings
from quizapp.tui.numbered import NumberedList
from quizapp.tui.peers_group import Group, GroupScreen
from quizapp.tui.peers_people import people_rows
from quizapp.tui.text import STRONG, plain, stacked
from quizapp.words import say


class NobodyScreen(GroupScreen):
    """Everyone has gone; the rounds wait for somebody."""

    NAMES = ("choose", "finish", "home", "language", "quit")
    BINDINGS = bindings(NAMES)

    def moment(self) -> ComposeResult:
        """Who may come back."""
        yield Static(id="nobody")
        yield NumberedList(len(people_rows(self.sitting.table, self.language)))

    def show_moment(self) -> None:
        """Write it."""
        self.write("nobody", plain(say("peers.nobody-here", self.language), STRONG))
        rows = people_rows(self.sitting.table, self.language)
        self.query_one(NumberedList).show([label for _, label in rows])

    @on(NumberedList.Picked)
    def _picked(self) -> None:
        self.action_choose()

    def action_choose(self) -> None:
        """Somebody comes."""
        rows = people_rows(self.sitting.table, self.language)
        name, _ = rows[self.query_one(NumberedList).chosen[0]]
        if name:
            self.go_or_come(name)
        else:
            self.welcome()


class OverScreen(GroupScreen):
    """The rounds are over: how the group did, all together."""

    NAMES = ("choose", "language", "quit")
    BINDINGS = bindings(NAMES)
    _WAYS = ("peers-again", "home")

    def __init__(self, group: Group) -> None:
        super().__init__(group)
        self.sitting.finish()

    def moment(self) -> ComposeResult:
        """The figures and the ways on."""
        yield Static(id="summary")
        yield NumberedList(len(self._WAYS))

    def show_moment(self) -> None:
        """Write them."""
        first, *rest = summary_lines(self.sitting.table, self.language)
        self.write("summary", stacked([plain(first, STRONG), *map(plain, rest)]))
        self.query_one(NumberedList).show([self.say(way).plain for way in self._WAYS])

    @on(NumberedList.Picked)
    def _picked(self) -> None:
        self.action_choose()

    def action_choose(self) -> None:
        """Go the way under the cursor."""
        if self.query_one(NumberedList).chosen[0] == 0:
            self.app.action_peers()
        else:
            self.app.open_home()
