"""One thing to answer: the part of a sitting's screen that asks."""

import asyncio
from collections.abc import Callable
from functools import partial

from textual import on
from textual.content import Content
from textual.widgets import Input

from quizapp.generate import Variant
from quizapp.generate.pictures import harmless_pictures
from quizapp.generate.what_if import changeable
from quizapp.study import Item, Outcome, Sitting
from quizapp.tui.answers import AnswerArea, FieldArea
from quizapp.tui.commands import listed
from quizapp.tui.headings import bar, place_line
from quizapp.tui.page import PageScreen
from quizapp.tui.pages import again_page, hints_page, notices_page, question_page
from quizapp.tui.text import QUIET, plain, rows_of, stacked

_ROWS_OF_HEAD = 2
_ROWS_AROUND_BODY = 3
"""Head and the line under it, bottom line."""

_ROWS_OF_FIELD = 6
"""With its frame and three lines of note."""

_SLOW_SECONDS = 0.3

_REST = 0.08
"""Seconds without a key after which an answer is taken to be complete."""

ASKED = (
    "check", "hint", "skip", "undo", "flag", "picture", "show-one", "finish", "language", "quit",
)  # fmt: skip
"""What can be done with a question."""


class AskedPart(PageScreen):
    """The part of a sitting's screen that asks its item."""

    sitting: Sitting
    _rest: asyncio.TimerHandle | None = None

    def ask(self, item: Item, area: AnswerArea) -> None:
        """Take up an item, which is answered in that area."""
        self.item = item
        self.area = area
        area.changed = self._follow
        self._notices = self.app.take_notices(self.sitting)
        self._advises = self.app.first_time(type(area).__name__)
        self._note: Callable[[], Content] = self._echo
        self._said = plain("")

    def _follow(self) -> None:
        """Say how the answer is read; think about it once nothing more is typed."""
        self.note(self._echo)
        if self._rest is not None:
            self._rest.cancel()
        self._rest = asyncio.get_running_loop().call_later(_REST, self.think)

    def think(self) -> None:
        """Called when an answer has stood there for a moment."""

    def show_asked(self) -> None:
        """Write it all."""
        self.show_place()
        parts = [
            notices_page(self._notices, self.language),
            self._met_first(),
            question_page(self.item.variant, self.language),
        ]
        if isinstance(self.area, FieldArea):
            self._write_above(self.area, _apart([*parts, self._hints()]))
        else:
            self.write_page(_apart(parts))
            self.write("hints", self._hints())
        self.area.show(self.language)
        self._said = self._note()
        self._write_note()

    def _hints(self) -> Content:
        return hints_page(self.sitting, self.language, self.body_width)

    def _write_above(self, field: FieldArea, page: Content) -> None:
        """Write the page and put the field under it: over the end of one that is long."""
        lines = rows_of(page, self.body_width)
        room = max(1, self.app.size.height - _ROWS_AROUND_BODY - _ROWS_OF_FIELD)
        if lines >= room:
            page = stacked([page, *[plain("")] * _ROWS_OF_FIELD])
        self.write_page(page)
        field.put(_ROWS_OF_HEAD + min(lines + 1, room))

    @property
    def _shows_one(self) -> bool:
        """Whether it is met for the first time and has other numbers."""
        return self.item.is_new and bool(changeable(self.item.variant))

    def _met_first(self) -> Content:
        if not self._shows_one:
            return plain("")
        return self.say("met-first", QUIET, number=_number("show-one"))

    @property
    def seconds_between(self) -> int:
        """How often the time that is left is written anew."""
        return 10 if self.app.settings.reduced_motion else 1

    def show_place(self) -> None:
        """Write where in the sitting it stands, or the time that is left."""
        left = self.sitting.seconds_left
        if left is None:
            aside = plain(bar(self.item.number - 1, self.item.count) if self.item.count else "")
        else:
            aside = self.say("seconds-left", minutes=left // 60, seconds=f"{left % 60:02}")
        room = self.room_beside(aside)
        place = place_line(self.app.launch.library, self.item, self.language, room)
        self.head(plain(place), aside)

    def shut_when_asked(self) -> frozenset[str]:
        """No hint when all are shown, nothing to undo at first, no picture of the answer."""
        shut = {
            "hint": len(self.sitting.hints_shown) == self.sitting.hint_total,
            "undo": not self.sitting.outcomes,
            "show-one": not self._shows_one,
            "picture": not harmless_pictures(self.item.variant),
        }
        return frozenset(name for name in shut if shut[name])

    def action_check(self) -> None:
        """Have the answer judged, and kept if it counts."""
        if self.area.takes_enter():
            self.area.show(self.language)
            return
        text = self.area.submission()
        if text is None:
            self.note(lambda: plain(self.area.missing(self.language)))
            return
        # What is kept of the options is what was on the screen.
        self.sitting.language = self.language
        waiting = self.set_timer(_SLOW_SECONDS, lambda: self.note(lambda: self.say("keeping")))

        def judged(outcome: Outcome) -> None:
            waiting.stop()
            if outcome.verdict.counts:
                self.app.open_sitting(self.sitting)
            else:
                self.note(lambda: again_page(outcome.verdict, self.language))

        self.meanwhile(partial(self.sitting.submit, text), judged)

    def action_hint(self) -> None:
        """Show the next hint."""
        self.sitting.hint()
        self.refill()
        self.call_after_refresh(self.query_one("#body").scroll_end, animate=False)

    def action_skip(self) -> None:
        """Go on without an answer."""
        self.sitting.skip()
        self.app.open_sitting(self.sitting)

    def action_undo(self) -> None:
        """Take back the answer before, and ask its item again."""
        self.meanwhile(self.sitting.undo, lambda _item: self.app.open_sitting(self.sitting))

    def action_show_one(self) -> None:
        """The same question on other numbers, worked out."""

        def shown(variant: Variant | None) -> None:
            if variant is None:
                self.note(lambda: self.say("no-example"))
            else:
                self.app.open_example(variant)

        self.meanwhile(self.sitting.show_one, shown)

    @on(Input.Submitted)
    async def _entered(self) -> None:
        await self.run_action("check")

    @on(AnswerArea.Finished)
    async def _finished(self) -> None:
        await self.run_action("check")

    def note(self, note: Callable[[], Content]) -> None:
        """Say something by the answer, from now on."""
        self._note = note
        if not note().is_same(self._said):
            self._said = note()
            self._write_note()

    def _write_note(self) -> None:
        if self.area.SCROLLS:
            self.write("note", self._note())
        else:
            self.write_over("note", self._note())

    def _echo(self) -> Content:
        """How the answer is read; while there is none, advice that is given once."""
        if said := self.area.note(self.language):
            return plain(said)
        how = self.area.how(self.language)
        return plain(how, QUIET) if self._advises or self.area.SCROLLS else plain("")


def _apart(parts: list[Content]) -> Content:
    """Those that say something, a blank line between."""
    return plain("\n\n").join(part for part in parts if part)


def _number(name: str) -> int:
    """A command's number in the menu."""
    return [command.name for command in listed(ASKED)].index(name) + 1
