"""The question screen: one thing to answer."""

from collections.abc import Callable
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from quizapp.study import Item, Outcome, Sitting
from quizapp.tui.commands import bindings
from quizapp.tui.echo import asked_for, echo
from quizapp.tui.field import PlainInput
from quizapp.tui.headings import bar, place_line
from quizapp.tui.numbered import NumberedList
from quizapp.tui.pages import again_page, hints_page, notices_page, question_page
from quizapp.tui.screen import CommandScreen
from quizapp.tui.text import QUIET, plain

_ROWS_AROUND_BODY = 9
"""Head and the line under it, field, note, bottom line."""

_SLOW_SECONDS = 0.3


class QuestionScreen(CommandScreen):
    """Asks the item of a sitting; ``typed`` already stands in the field."""

    CSS_PATH = "question.tcss"
    NAMES = ("check", "hint", "skip", "undo", "flag", "finish", "language", "quit")
    BINDINGS = bindings(NAMES)

    def __init__(self, sitting: Sitting, item: Item, typed: str = "") -> None:
        super().__init__()
        self._sitting = sitting
        self._item = item
        self._typed = typed
        self._asked = asked_for(item.variant)
        self._notices = self.app.take_notices(sitting)
        self._advises = self.app.first_time(self._asked)
        self._note: Callable[[], Content] = self._echo
        self.set_class(self._asked != "choice", "-typed")

    def body(self) -> ComposeResult:
        """Question, options, hints."""
        yield Static(id="notices")
        yield Static(id="question")
        if self._asked == "choice":
            variant = self._item.variant
            several = len(variant.right_places) > 1
            yield NumberedList(len(variant.options), cursor=None, several=several)
            yield Static(id="note")
        yield Static(id="hints")

    def below(self) -> ComposeResult:
        """The field, and a note."""
        if self._asked != "choice":
            field = PlainInput(self._typed)
            field.cursor_blink = False
            with Vertical(id="field"):
                yield field
                yield Static(id="note")

    def on_mount(self) -> None:
        """Follow the field; its own message would come a repaint later."""
        for field in self.query(PlainInput):
            self.watch(field, "value", lambda: self._say(self._echo), init=False)

    def show(self) -> None:
        """Write it all."""
        progress = plain(bar(self._item.number - 1, self._item.count))
        room = self.room_beside(progress)
        place = place_line(self.app.launch.library, self._item, self.language, room)
        self.head(plain(place), progress)
        self.write("notices", notices_page(self._notices, self.language))
        self.write("question", question_page(self._item.variant, self.language))
        if self._asked == "choice":
            options = self._item.variant.options
            labels = [option.text.in_language(self.language) for option in options]
            self.query_one(NumberedList).show(labels)
        else:
            self.query_one("#body").styles.max_height = max(
                1, self.app.size.height - _ROWS_AROUND_BODY
            )
        self._show_hints()
        self.write("note", self._note())

    def unavailable(self) -> frozenset[str]:
        """No hint when all are shown, nothing to undo before the first answer."""
        no_hint = len(self._sitting.hints_shown) == self._sitting.hint_total
        return frozenset(
            name for name, shut in (("hint", no_hint), ("undo", not self._sitting.outcomes)) if shut
        )

    def action_check(self) -> None:
        """Have the answer judged, and kept if it counts."""
        text = self._answer()
        if text is None:
            self._say(lambda: self.say("choose-first"))
            return
        waiting = self.set_timer(_SLOW_SECONDS, lambda: self._say(lambda: self.say("keeping")))

        def judged(outcome: Outcome) -> None:
            waiting.stop()
            if outcome.verdict.counts:
                self.app.open_sitting(self._sitting)
            else:
                self._say(lambda: again_page(outcome.verdict, self.language))

        self.meanwhile(partial(self._sitting.submit, text), judged)

    def action_hint(self) -> None:
        """Show the next hint."""
        self._sitting.hint()
        self._show_hints()
        self.show_bottom_line()
        self.call_after_refresh(self.query_one("#body").scroll_end, animate=False)

    def action_skip(self) -> None:
        """Go on without an answer."""
        self._sitting.skip()
        self.app.open_sitting(self._sitting)

    def action_undo(self) -> None:
        """Take back the answer before, and ask its item again."""
        self.meanwhile(self._sitting.undo, lambda _item: self.app.open_sitting(self._sitting))

    def action_flag(self) -> None:
        """Note that something is wrong here."""
        self.meanwhile(self._sitting.flag, lambda _: self._say(lambda: self.say("flagged")))

    def action_finish(self) -> None:
        """End the quiz here."""
        self.app.open_results(self._sitting)

    @on(Input.Submitted)
    async def _entered(self) -> None:
        await self.run_action("check")

    def _answer(self) -> str | None:
        """What is in the field, or the places chosen; None where none is."""
        if self._asked != "choice":
            return self.query_one(PlainInput).value
        places = self.query_one(NumberedList).chosen
        return ",".join(str(place + 1) for place in places) or None

    def _say(self, note: Callable[[], Content]) -> None:
        self._note = note
        self.write("note", note())

    def _show_hints(self) -> None:
        self.write("hints", hints_page(self._sitting, self.language, self.body_width))

    def _echo(self) -> Content:
        """How the text is read; while there is none, advice that is given once."""
        text = "" if self._asked == "choice" else self.query_one(PlainInput).value
        if said := echo(self._asked, text, self.language):
            return plain(said)
        several = len(self._item.variant.right_places) > 1
        if self._asked == "choice" and several:
            return self.say("mark-all", QUIET)
        return self.say(f"advice-{self._asked}", QUIET) if self._advises else plain("")
