"""What all screens have in common: a head, a body, the bottom line, the menu, two languages."""

import asyncio
from collections.abc import Callable
from typing import ClassVar, TypeVar

from textual import events, getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from quizapp.tui.app import QuizApp
from quizapp.tui.bottom_line import bottom_line
from quizapp.tui.commands import COMMANDS, free_bindings, listed, with_key
from quizapp.tui.text import plain, side_by_side
from quizapp.words import Language, say

LEAST_COLUMNS, LEAST_ROWS = 60, 18
WIDE = 120

_MARGINS = 7
"""Left and right of the body, and its scroll bar."""

_BETWEEN = 4
"""Between two pages."""

_AROUND_LINE = 2
"""At both ends of the top line and of the bottom line."""

_AROUND_HEAD = 4
"""At both ends of the top line, and between its two parts."""

_AROUND_ROWS = 16
"""Frame, mark and number of the palette's rows."""

T = TypeVar("T")


class CommandScreen(Screen[None]):
    """A screen with commands of the table. Its first command is what ``enter`` does.

    A subclass composes :meth:`body` of widgets without text, and :meth:`show` writes all of it: on
    opening, when the language changes, and when the terminal does.
    """

    app = getters.app(QuizApp)
    NAMES: ClassVar[tuple[str, ...]] = ()
    BINDINGS: ClassVar[list[BindingType]] = free_bindings()
    AUTO_FOCUS = "Input, NumberedList"
    HORIZONTAL_BREAKPOINTS = [(WIDE, "-wide")]  # noqa: RUF012 # Textual types it so

    busy = False
    """True while an answer is being kept, which a locked disk may make long."""

    _written_for: Size | None = None
    """The terminal's size when everything was written last."""

    def compose(self) -> ComposeResult:
        """The frame around the body."""
        yield Static(id="head")
        with VerticalScroll(id="body", can_focus=False):
            yield from self.body()
        yield from self.below()
        yield Static(id="bottom-line")
        yield Static(id="too-small")

    def body(self) -> ComposeResult:
        """What scrolls."""
        yield from ()

    def below(self) -> ComposeResult:
        """What stays under it."""
        yield from ()

    def show(self) -> None:
        """Write every text in the language of the program."""
        raise NotImplementedError

    def unavailable(self) -> frozenset[str]:
        """Commands that mean nothing just now."""
        return frozenset()

    @property
    def names(self) -> tuple[str, ...]:
        """The commands that this screen has just now."""
        return self.NAMES

    @property
    def known_as(self) -> str:
        """The name under which its commands are listed in the help."""
        return type(self).__name__

    @property
    def language(self) -> Language:
        """The language of the program."""
        return self.app.language

    @property
    def body_width(self) -> int:
        """The cells a line of the body may take."""
        return self.app.size.width - _MARGINS

    @property
    def page_width(self) -> int:
        """The cells a line may take where two pages stand side by side if there is room."""
        wide = self.app.size.width >= WIDE
        return self.body_width * 3 // 5 - _BETWEEN if wide else self.body_width

    @property
    def second_page_width(self) -> int:
        """The same for the page beside it."""
        wide = self.app.size.width >= WIDE
        return self.body_width * 2 // 5 - _BETWEEN if wide else self.body_width

    def say(self, key: str, style: str = "", **figures: object) -> Content:
        """A phrase of this face."""
        return plain(say(f"tui.{key}", self.language, **figures), style)

    def room_beside(self, content: Content) -> int:
        """The cells left in the top line beside something at its other end."""
        return self.app.size.width - content.cell_length - _AROUND_HEAD

    def write(self, part: str, content: Content) -> None:
        """Write a part of the screen, which takes no room while it is empty."""
        widget = self.query_one(f"#{part}", Static)
        widget.update(content)
        widget.display = bool(content)

    def write_over(self, part: str, content: Content) -> None:
        """Write a part that takes the same room whatever it says: no layout follows."""
        self.query_one(f"#{part}", Static).update(content, layout=False)

    def head(self, title: Content, aside: Content) -> None:
        """Write the top line, whose left part is cut where there is too little room."""
        title = title.truncate(max(0, self.room_beside(aside)), ellipsis=True)
        gap = self.app.size.width - _AROUND_LINE - title.cell_length - aside.cell_length
        line = side_by_side([title, plain(" " * max(0, gap)), aside])
        self.write_over("head", line)

    def set_focus(
        self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False
    ) -> None:
        """A screen opens at its top: a list shows the row that its cursor is on by itself."""
        shows_itself = getattr(widget, "SHOWS_ITS_CURSOR", False)
        super().set_focus(widget, scroll_visible and not shows_itself, from_app_focus)

    def on_mount(self) -> None:
        """Follow the language and the keys. Textual calls it besides that of a subclass."""
        for what in ("language", "commands"):
            self.watch(self.app, what, self.refill, init=False)
        self.refill()

    def on_resize(self) -> None:
        """Fit the terminal."""
        if self.app.size != self._written_for:
            self.refill()

    def refill(self) -> None:
        """Write everything anew, in one repaint."""
        across, down = self._written_for = self.app.size
        is_too_small = across < LEAST_COLUMNS or down < LEAST_ROWS
        self.set_class(is_too_small, "-too-small")
        if is_too_small:
            too_small = self.say("too-small", columns=LEAST_COLUMNS, rows=LEAST_ROWS)
            self.query_one("#too-small", Static).update(too_small)
        with self.app.batch_update():
            self.show()
            self.show_bottom_line()

    def show_bottom_line(self) -> None:
        """Write what can be done now."""
        width = self.app.size.width - 2
        line = bottom_line(self.names, self.unavailable(), self.language, width, self.app.commands)
        self.write_over("bottom-line", line)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 # Textual's face
        """No command of a screen that is left, nor while an answer is being kept."""
        if action in (COMMANDS[name].action for name in self.names):
            shut = {COMMANDS[name].action for name in self.unavailable()}
            return None if self.busy or not self.is_current or action in shut else True
        return True

    async def action_own_key(self, key: str) -> None:
        """Do what a key means here that is not fixed."""
        for command in with_key(self.names, key, self.app.commands):
            if await self.app.run_action(command.action, self):
                return

    @on(events.Click, "#bottom-line")
    async def _open_menu(self) -> None:
        await self.action_menu()

    async def action_menu(self) -> None:
        """Open the numbered menu; what is chosen there is done here."""
        from quizapp.tui.menu import Menu

        async def perform(name: str | None) -> None:
            if name is not None:
                await self.run_action(COMMANDS[name].action)

        await self.app.push_screen(
            Menu(listed(self.names), self.unavailable(), self.language), perform
        )

    async def action_palette(self) -> None:
        """Find a command by a part of its name; what is chosen is done here."""
        from quizapp.tui.calculator_picker import Picker
        from quizapp.tui.palette import labels_of, names_of, offered

        commands = offered(self.names, self.unavailable(), self.app.commands)

        async def perform(place: int | None) -> None:
            if place is not None:
                await self.run_action(commands[place].action)

        title = say("options.palette", self.language)
        labels = labels_of(commands, self.names, self.language, self.app.size.width - _AROUND_ROWS)
        sought = [names_of(command) for command in commands]
        await self.app.push_screen(Picker(title, labels, self.language, 0, sought), perform)

    def action_close(self) -> None:
        """Back to the screen below, of one that was opened over it."""
        self.app.pop_screen()

    def action_scroll_up(self) -> None:
        """Up a line."""
        self.query_one("#body").scroll_up(animate=False)

    def action_scroll_down(self) -> None:
        """Down a line."""
        self.query_one("#body").scroll_down(animate=False)

    def action_page_up(self) -> None:
        """Up a page."""
        self.query_one("#body").scroll_page_up(animate=False)

    def action_page_down(self) -> None:
        """Down a page."""
        self.query_one("#body").scroll_page_down(animate=False)

    def meanwhile(self, call: Callable[[], T], then: Callable[[T], None]) -> None:
        """Call what may wait for the disk, the screen staying awake, and go on with its result."""
        self.busy = True
        self._finish(call, then)

    @work(description="finish")  # else Textual writes out the arguments
    async def _finish(self, call: Callable[[], T], then: Callable[[T], None]) -> None:
        try:
            result = await asyncio.to_thread(call)
        finally:
            self.busy = False
        then(result)
