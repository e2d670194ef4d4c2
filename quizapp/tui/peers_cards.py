"""Flashcards round the table: one person recalls aloud, turns the card, and grades it."""

from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from quizapp.generate import Variant
from quizapp.tui.answers import AnswerArea, area_of
from quizapp.tui.commands import bindings
from quizapp.tui.pages import question_page
from quizapp.tui.peers_group import Group, GroupScreen
from quizapp.tui.text import STRONG, plain
from quizapp.words import say


class GroupCardScreen(GroupScreen):
    """A card, its front or both sides: it is everyone's to see."""

    NAMES = ("check", "people", "skip", "finish", "home", "language", "quit")
    BINDINGS = bindings(NAMES)

    def __init__(self, group: Group, name: str, variant: Variant, *, turned: bool) -> None:
        super().__init__(group)
        self._person = name
        self._variant = variant
        self._turned = turned
        self._area = area_of(variant, "")
        if turned:
            self._area.takes_enter()

    def moment(self) -> ComposeResult:
        """The front, and what is behind it."""
        yield Static(id="question")
        yield self._area

    def aside(self) -> Content:
        """Whose card it is."""
        return plain(say("peers.card-of", self.language, name=self._person), STRONG)

    def show_moment(self) -> None:
        """Write it."""
        self.write("question", question_page(self._variant, self.language))
        self._area.show(self.language)

    def action_check(self) -> None:
        """Turn the card, or grade it."""
        if not self._turned:
            self.take(self.sitting.turn)
        elif (grade := self._area.submission()) is not None:
            self.take(partial(self.sitting.vote, self._person, grade))

    @on(AnswerArea.Finished)
    async def _graded(self) -> None:
        await self.run_action("check")
