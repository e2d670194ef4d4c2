"""The talk: that answers differ, and where; the ways only for those who ask, after it."""

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from quizapp.peers import Talking
from quizapp.peers.said import parting_line, then_line, ways_lines
from quizapp.tui.commands import bindings
from quizapp.tui.peers_group import Group, GroupScreen
from quizapp.tui.text import QUIET, STRONG, hanging, plain, side_by_side, stacked
from quizapp.tui.whole_question import whole_question
from quizapp.words import say


class TalkScreen(GroupScreen):
    """Nobody learns who, how many, or which is right."""

    NAMES = ("ready", "ways", "people", "skip", "finish", "home", "language", "quit")
    BINDINGS = bindings(NAMES)

    def __init__(self, group: Group, talk: Talking) -> None:
        super().__init__(group)
        self._talk = talk

    def moment(self) -> ComposeResult:
        """Where they part, the ways, and the question to point at."""
        yield Static(id="differ")
        yield Static(id="parting")
        yield Static(id="ways")
        yield Static(id="question")

    def show_moment(self) -> None:
        """Write it all."""
        language = self.language
        self.write("differ", plain(say("peers.differ", language), STRONG))
        then = plain(then_line(self._talk, language), QUIET)
        self.write("parting", stacked([plain(parting_line(self._talk, language)), then]))
        self.write("ways", self._ways())
        variant, width = self._talk.variant, self.body_width
        self.write("question", whole_question(variant, language, width, solved=False))

    def _ways(self) -> Content:
        parting, language = self._talk.parting, self.language
        if not parting.ways:
            return plain("")
        if not self._talk.ways_shown:
            key = plain("1", STRONG)
            return side_by_side([key, plain(f"  {say('peers.ways-after', language)}", QUIET)])
        lines = [
            hanging(plain("  · "), plain(line.removeprefix("· ")), self.body_width)
            for line in ways_lines(parting, language)
        ]
        return stacked([plain(say("peers.ways", language)), *lines])

    def unavailable(self) -> frozenset[str]:
        """No ways where none are known, and none twice."""
        shown = self._talk.ways_shown or not self._talk.parting.ways
        return frozenset({"ways"}) if shown else frozenset()

    def action_ready(self) -> None:
        """Everyone answers again."""
        self.take(self.sitting.ready)

    def action_ways(self) -> None:
        """Show the ways."""
        self.take(self.sitting.show_ways)
