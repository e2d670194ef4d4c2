"""Private answers: one person's turn at the keyboard, and codes from other machines."""

from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Input, Static

from quizapp.errors import RoundError
from quizapp.generate import MatchAsked, Variant
from quizapp.peers.said import round_note
from quizapp.tui.answers import AnswerArea, area_of
from quizapp.tui.commands import bindings
from quizapp.tui.concealing import conceal, concealed_note
from quizapp.tui.field import PlainInput
from quizapp.tui.numbered import NumberedList
from quizapp.tui.pages import question_page
from quizapp.tui.peers_group import Group, GroupScreen
from quizapp.tui.row_answers import OptionsArea
from quizapp.tui.text import ODD, QUIET, STRONG, plain, stacked
from quizapp.words import Text, say, sentence

PEEK_SECONDS = 1.0
"""For so long ``tab`` shows what is typed."""

_ROWS_AROUND_BODY = 10
"""Head and the line under it, whose turn, field, note, bottom line."""


class VotingScreen(GroupScreen):
    """One person answers; what they type shows as dots, and what they choose not at all."""

    NAMES = ("lock", "peek", "people", "skip", "finish", "home", "language", "quit")
    BINDINGS = bindings(NAMES)

    def __init__(self, group: Group, name: str, variant: Variant) -> None:
        super().__init__(group)
        self._person = name
        self._variant = variant
        self._area = area_of(variant, "")
        self._area.changed = self._changed
        self._advises = self.app.first_time(f"{name} {type(self._area).__name__}")
        self._again: Text | None = None
        self._peeking: Timer | None = None
        self.set_class(not self._area.SCROLLS, "-typed")

    def moment(self) -> ComposeResult:
        """Question, and an area that scrolls with it."""
        yield Static(id="about")
        yield Static(id="question")
        if self._area.SCROLLS:
            yield Static(id="turn")
            yield self._area
            yield Static(id="note")

    def below(self) -> ComposeResult:
        """A field."""
        if not self._area.SCROLLS:
            yield Static(id="turn")
            yield self._area

    def on_mount(self) -> None:
        """Nothing typed is ever painted in the open."""
        conceal(self._area, hidden=True)
        for listed in self._area.query(NumberedList):
            self.watch(listed, "cursor", self._changed, init=False)
            self.watch(listed, "marked", self._changed, init=False)

    def aside(self) -> Content:
        """Whose turn it is."""
        return plain(say("peers.private", self.language, name=self._person), STRONG)

    def show_moment(self) -> None:
        """Write question, turn and note."""
        self.write("about", plain(round_note(self.sitting.table, self.language), QUIET))
        self.write("question", question_page(self._variant, self.language))
        self.write(
            "turn", plain(say("peers.keyboard-to", self.language, name=self._person), STRONG)
        )
        self._area.show(self.language)
        conceal(self._area, hidden=self._peeking is None)
        if not self._area.SCROLLS:
            rows = self.app.size.height - _ROWS_AROUND_BODY
            self.query_one("#body").styles.max_height = max(1, rows)
        self._show_note()

    def action_peek(self) -> None:
        """Show it, for a second."""
        if self._peeking is not None:
            self._peeking.stop()
        self._peeking = self.set_timer(PEEK_SECONDS, self._hide_again)
        conceal(self._area, hidden=False)
        self._show_note()

    def _hide_again(self) -> None:
        self._peeking = None
        conceal(self._area, hidden=True)
        self._show_note()

    def action_lock(self) -> None:
        """Give the answer; it is kept before anything comes of it."""
        if self._area.takes_enter():
            self._area.show(self.language)
            return
        text = self._area.submission()
        if text is None:
            self._again = Text(self._area.missing("en"), self._area.missing("ko"))
            self._show_note()
            return

        def locked(again: Text | None) -> None:
            if again is None:
                self.app.open_group(self.group)
            else:
                self._again = again
                self._show_note()

        self.meanwhile(partial(self.sitting.vote, self._person, text), locked)

    def _changed(self) -> None:
        self._again = None
        self._show_note()

    def _show_note(self) -> None:
        """Why it is asked again, or how it is given; what was typed only while it is shown."""
        lines = []
        if self._again is not None:
            lines.append(plain(say("peers.ask-again", self.language, why=self._again), ODD))
        shown = self._peeking is not None
        said = (
            self._area.note(self.language) if shown else concealed_note(self._area, self.language)
        )
        if said:
            lines.append(plain(said))
        if not lines and (how := self._how()):
            lines.append(plain(how, QUIET))
        lines.append(plain(say("peers.peek", self.language), QUIET))
        self.write("note", stacked(lines))

    def _how(self) -> str:
        """How an answer is given: of a field said once, of options by what works unseen."""
        if isinstance(self._area, OptionsArea) and len(self._variant.right_places) == 1:
            return say("peers.digits", self.language)
        if isinstance(self._variant.asked, MatchAsked):
            return say("peers.letters", self.language)
        advises = self._advises or self._area.SCROLLS
        return self._area.how(self.language) if advises else ""

    @on(Input.Submitted)
    async def _entered(self) -> None:
        await self.run_action("lock")

    @on(AnswerArea.Finished)
    async def _finished(self) -> None:
        await self.run_action("lock")


class CodeScreen(GroupScreen):
    """At a machine of one's own: the code of one's answer, and a field for somebody else's."""

    NAMES = ("check", "people", "skip", "finish", "home", "language", "quit")
    BINDINGS = bindings(NAMES)

    def __init__(self, group: Group, name: str, variant: Variant) -> None:
        super().__init__(group)
        self._person = name
        self._variant = variant
        self._fault: RoundError | Text | None = None

    def moment(self) -> ComposeResult:
        """Question and code."""
        yield Static(id="code")
        yield Static(id="whose")
        yield Static(id="question")

    def below(self) -> ComposeResult:
        """A field in the open: a code is unreadable by eye."""
        yield PlainInput(id="code-field")
        yield Static(id="note")

    def show_moment(self) -> None:
        """Write them."""
        language = self.language
        code = self.sitting.code
        mine = say("peers.code", language, code=code) if code else ""
        self.write("code", plain(mine, STRONG))
        self.write("whose", plain(say("peers.paste-code", language, name=self._person)))
        self.write("question", question_page(self._variant, language))
        self.write("note", self._note())

    def _note(self) -> Content:
        if self._fault is None:
            return plain("")
        if isinstance(self._fault, RoundError):
            return plain(sentence(self._fault, self.language), ODD)
        return plain(say("peers.ask-again", self.language, why=self._fault), ODD)

    def action_check(self) -> None:
        """Take the answer in the code."""

        def entered(fault: RoundError | Text | None) -> None:
            if fault is None:
                self.app.open_group(self.group)
            else:
                self._fault = fault
                self.refill()

        self.meanwhile(partial(self._entered, self.query_one(PlainInput).value), entered)

    def _entered(self, code: str) -> RoundError | Text | None:
        try:
            return self.sitting.enter_code(self._person, code)
        except RoundError as error:
            return error

    @on(Input.Submitted)
    async def _submitted(self) -> None:
        await self.run_action("check")
