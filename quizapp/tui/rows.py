"""Lines with a cursor, for more of them than there are digits."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from quizapp.tui.text import STRONG, plain, side_by_side, stacked


class RowList(Static, can_focus=True):
    """Moved through with the arrows. What ``enter`` does is for the screen; a click is one."""

    SHOWS_ITS_CURSOR = True
    """A screen need not scroll to it when it takes the focus."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k,ㅏ", "move(-1)", show=False),
        Binding("down,j,ㅓ", "move(1)", show=False),
        Binding("space", "pick", show=False),
    ]

    class Moved(Message):
        """The cursor is on another row."""

    class Picked(Message):
        """The row under the cursor was picked outright."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[Content] = ()
        self._still: frozenset[int] = frozenset()
        self.cursor = 0

    def show(self, lines: Sequence[Content], still: frozenset[int] = frozenset()) -> None:
        """Write the rows; the cursor stays where it is, but passes over those that are still."""
        self._lines, self._still = lines, still
        self.cursor = max(0, min(self.cursor, len(lines) - 1))
        if self.cursor in still:
            self._move(-1)
        self._write()

    def put(self, place: int) -> None:
        """Put the cursor on a row."""
        self.cursor = place
        self._write()

    def action_move(self, step: int) -> None:
        """Put the cursor on the next row; after the last comes the first."""
        if len(self._still) < len(self._lines):
            self._move(step)
            self._write()
            self.post_message(self.Moved())

    def action_pick(self) -> None:
        """The row under the cursor."""
        if self._lines:
            self.post_message(self.Picked())

    def on_click(self, event: events.Click) -> None:
        """Pick the row that was clicked."""
        event.stop()
        if event.y < len(self._lines) and event.y not in self._still:
            self.cursor = event.y
            self._write()
            self.post_message(self.Picked())

    def _move(self, step: int) -> None:
        places = range(len(self._lines))
        self.cursor = next(
            (self.cursor + step * distance) % len(places)
            for distance in range(1, len(places) + 1)
            if (self.cursor + step * distance) % len(places) not in self._still
        )

    def _write(self) -> None:
        style = "bold reverse" if self.app.no_color else "bold $primary"
        rows = []
        for place, line in enumerate(self._lines):
            here = place == self.cursor
            row = side_by_side([plain("› " if here else "  ", STRONG), line])
            rows.append(row.stylize(style) if here else row)
        self.update(stacked(rows))
        self._show_cursor()

    def _show_cursor(self) -> None:
        """Let whatever it scrolls in show the row; the first one shows what stands above it too."""
        body = self.screen.query_one("#body")
        top = self.virtual_region.y + self.cursor
        if self.cursor == 0:
            body.scroll_home(animate=False)
        elif top < body.scroll_y:
            body.scroll_to(y=top, animate=False)
        elif top >= body.scroll_y + body.size.height:
            body.scroll_to(y=top - body.size.height + 1, animate=False)
