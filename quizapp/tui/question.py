"""The question screen: one thing to answer."""

from collections.abc import Callable
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from quizapp.generate import Variant
from quizapp.generate.pictures import harmless_pictures
from quizapp.generate.what_if import changeable
from quizapp.study import Item, Outcome, Sitting
from quizapp.tui.answers import AnswerArea, area_of
from quizapp.tui.commands import bindings, listed
from quizapp.tui.headings import bar, place_line
from quizapp.tui.pages import again_page, hints_page, notices_page, question_page
from quizapp.tui.screen import CommandScreen
from quizapp.tui.text import QUIET, plain

_ROWS_AROUND_BODY = 9
"""Head and the line under it, field, note, bottom line."""

_SLOW_SECONDS = 0.3


class QuestionScreen(CommandScreen):
    """Asks the item of a sitting; ``typed`` already stands in the field."""

    CSS_PATH = "question.tcss"
    NAMES = (
        "check", "hint", "skip", "undo", "flag", "picture", "show-one", "finish", "language",
        "quit",
    )  # fmt: skip
    BINDINGS = bindings(NAMES)

    def __init__(self, sitting: Sitting, item: Item, typed: str = "") -> None:
        super().__init__()
        self._sitting = sitting
        self._item = item
        self._typed = typed
        self._area = area_of(item.variant, typed)
        self._area.changed = lambda: self._say(self._echo)
        self._notices = self.app.take_notices(sitting)
        self._advises = self.app.first_time(type(self._area).__name__)
        self._note: Callable[[], Content] = self._echo
        self._said = plain("")
        self.set_class(not self._area.SCROLLS, "-typed")

    def body(self) -> ComposeResult:
        """Question, options, hints."""
        yield Static(id="notices")
        yield Static(id="met-first")
        yield Static(id="question")
        if self._area.SCROLLS:
            yield self._area
            yield Static(id="note")
        yield Static(id="hints")

    def below(self) -> ComposeResult:
        """The field, and a note."""
        if not self._area.SCROLLS:
            yield self._area

    def show(self) -> None:
        """Write it all."""
        self._show_head()
        self.write("notices", notices_page(self._notices, self.language))
        self.write("met-first", self._met_first())
        self.write("question", question_page(self._item.variant, self.language))
        self._area.show(self.language)
        if not self._area.SCROLLS:
            self.query_one("#body").styles.max_height = max(
                1, self.app.size.height - _ROWS_AROUND_BODY
            )
        self._show_hints()
        self._said = self._note()
        self.write("note", self._note())

    @property
    def _shows_one(self) -> bool:
        """Whether it is met for the first time and has other numbers."""
        return self._item.is_new and bool(changeable(self._item.variant))

    def _met_first(self) -> Content:
        if not self._shows_one:
            return plain("")
        return self.say("met-first", QUIET, number=_number("show-one"))

    def on_mount(self) -> None:
        """Let the time run where there is little of it."""
        if self._sitting.seconds_left is not None:
            self.set_interval(self.seconds_between, self._show_head)

    @property
    def seconds_between(self) -> int:
        """How often the time that is left is written anew."""
        return 10 if self.app.settings.reduced_motion else 1

    def _show_head(self) -> None:
        left = self._sitting.seconds_left
        if left is None:
            aside = plain(bar(self._item.number - 1, self._item.count) if self._item.count else "")
        else:
            aside = self.say("seconds-left", minutes=left // 60, seconds=f"{left % 60:02}")
        room = self.room_beside(aside)
        place = place_line(self.app.launch.library, self._item, self.language, room)
        self.head(plain(place), aside)

    def unavailable(self) -> frozenset[str]:
        """No hint when all are shown, nothing to undo at first, no picture of the answer."""
        shut = {
            "hint": len(self._sitting.hints_shown) == self._sitting.hint_total,
            "undo": not self._sitting.outcomes,
            "show-one": not self._shows_one,
            "picture": not harmless_pictures(self._item.variant),
        }
        return frozenset(name for name in shut if shut[name])

    def action_check(self) -> None:
        """Have the answer judged, and kept if it counts."""
        if self._area.takes_enter():
            self._area.show(self.language)
            return
        text = self._area.submission()
        if text is None:
            self._say(lambda: plain(self._area.missing(self.language)))
            return
        # What is kept of the options is what was on the screen.
        self._sitting.language = self.language
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

    def action_picture(self) -> None:
        """The pictures that do not give the answer away."""
        variant = self._item.variant
        kinds = harmless_pictures(variant)
        self.app.open_pictures(variant.drawn.networks, kinds, variant.hidden)

    def action_show_one(self) -> None:
        """The same question on other numbers, worked out."""

        def shown(variant: Variant | None) -> None:
            if variant is None:
                self._say(lambda: self.say("no-example"))
            else:
                self.app.open_example(variant)

        self.meanwhile(self._sitting.show_one, shown)

    def action_finish(self) -> None:
        """End the quiz here."""
        self.app.open_results(self._sitting)

    @on(Input.Submitted)
    async def _entered(self) -> None:
        await self.run_action("check")

    @on(AnswerArea.Finished)
    async def _finished(self) -> None:
        await self.run_action("check")

    def _say(self, note: Callable[[], Content]) -> None:
        self._note = note
        if not note().is_same(self._said):
            self._said = note()
            self.write("note", note())

    def _show_hints(self) -> None:
        self.write("hints", hints_page(self._sitting, self.language, self.body_width))

    def _echo(self) -> Content:
        """How the answer is read; while there is none, advice that is given once."""
        if said := self._area.note(self.language):
            return plain(said)
        how = self._area.how(self.language)
        return plain(how, QUIET) if self._advises or self._area.SCROLLS else plain("")


def _number(name: str) -> int:
    """A command's number in the menu."""
    return [command.name for command in listed(QuestionScreen.NAMES)].index(name) + 1
