"""Rows with numbers: moved through with arrows, picked with a digit or a click."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from quizapp.tui.text import plain

MOST_DIGITS = 9
CONCEALED = "•"
"""Stands for what is chosen, whatever it is."""


class Row(Horizontal):
    """One row: a mark, its text, and something at the right edge."""

    @dataclass
    class Clicked(Message):
        """The mouse was pressed on this row."""

        place: int

    def __init__(self, place: int) -> None:
        super().__init__()
        self._place = place

    def compose(self) -> ComposeResult:
        """Three columns, empty until :meth:`show`."""
        yield Static(classes="mark")
        yield Static(classes="label")
        yield Static(classes="aside")

    def show(self, mark: str, label: str, aside: str) -> None:
        """Write the columns."""
        for column, text in zip(self.query(Static), (mark, label, aside), strict=True):
            column.update(plain(text))

    def mark(self, mark: str) -> None:
        """Write the first column alone: all marks of a list are as wide."""
        self.query(Static).first().update(plain(mark), layout=False)

    def on_click(self, event: events.Click) -> None:
        """Tell the list."""
        event.stop()
        self.post_message(self.Clicked(self._place))


class NumberedList(Vertical, can_focus=True):
    """A list with a cursor, and marks where ``several`` may be chosen.

    It says which row was picked by its digit or by the mouse; what ``enter`` does is for the
    screen.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k,ㅏ", "move(-1)", show=False),
        Binding("down,j,ㅓ", "move(1)", show=False),
        Binding("space", "pick_here", show=False),
        *(Binding(str(n), f"pick({n - 1})", show=False) for n in range(1, MOST_DIGITS + 1)),
    ]

    cursor: reactive[int | None] = reactive(None, init=False)
    marked: reactive[frozenset[int]] = reactive(frozenset(), init=False)

    @dataclass
    class Picked(Message):
        """A row was picked outright."""

        place: int

    def __init__(self, count: int, *, cursor: int | None = 0, several: bool = False) -> None:
        super().__init__()
        self._rows = tuple(Row(place) for place in range(count))
        self._several = several
        self._shut: frozenset[int] = frozenset()
        self._concealed = False
        self.set_reactive(NumberedList.cursor, cursor)

    def compose(self) -> ComposeResult:
        """The rows."""
        yield from self._rows

    @property
    def chosen(self) -> tuple[int, ...]:
        """The places chosen, from 0: those marked, or the one under the cursor."""
        if self._several:
            return tuple(sorted(self.marked))
        return () if self.cursor is None else (self.cursor,)

    def show(
        self,
        labels: Sequence[str],
        asides: Sequence[str] = (),
        shut: frozenset[int] = frozenset(),
    ) -> None:
        """Write the rows; those in ``shut`` cannot be picked."""
        self._shut = shut
        for place, row in enumerate(self._rows):
            row.show(self._mark(place), labels[place], asides[place] if asides else "")
            row.set_class(place in shut, "-shut")
            row.set_class(self._is_at(place), "-cursor")

    def conceal(self, *, hidden: bool) -> None:
        """Show nobody which rows are chosen, or show it again."""
        self._concealed = hidden
        for place, row in enumerate(self._rows):
            row.mark(self._mark(place))
            row.set_class(self._is_at(place), "-cursor")

    def action_move(self, step: int) -> None:
        """Put the cursor on the next row that is open, that way round."""
        if places := list(self._open_from(step)):
            self.cursor = places[0]

    def action_pick(self, place: int) -> None:
        """Put the cursor on a row, mark it where several may be, and say so."""
        if place >= len(self._rows) or place in self._shut:
            return
        self.cursor = place
        if self._several:
            self.marked ^= {place}
        self.post_message(self.Picked(place))

    def action_pick_here(self) -> None:
        """Pick the row under the cursor."""
        if self.cursor is not None:
            self.action_pick(self.cursor)

    def on_row_clicked(self, message: Row.Clicked) -> None:
        """A click is a digit."""
        message.stop()
        self.action_pick(message.place)

    def watch_cursor(self, old: int | None, new: int | None) -> None:
        """Move the glyph and the highlight."""
        for place in (old, new):
            if place is not None:
                self._rows[place].mark(self._mark(place))
                self._rows[place].set_class(self._is_at(place), "-cursor")
        if new is not None:
            self._rows[new].scroll_visible(animate=False)

    def watch_marked(self, old: frozenset[int], new: frozenset[int]) -> None:
        """Write the marks that changed."""
        for place in old ^ new:
            self._rows[place].mark(self._mark(place))

    def _mark(self, place: int) -> str:
        at_cursor = "›" if self._is_at(place) else " "
        number = str(place + 1) if place < MOST_DIGITS else " "
        marked = CONCEALED if self._concealed else "x" if place in self.marked else " "
        box = f" [{marked}]" if self._several else ""
        return f"{at_cursor} {number}{box}"

    def _is_at(self, place: int) -> bool:
        """Whether the cursor is seen at a row."""
        return place == self.cursor and not self._concealed

    def _open_from(self, step: int) -> Iterator[int]:
        count = len(self._rows)
        start = self.cursor if self.cursor is not None else (-1 if step > 0 else count)
        for distance in range(1, count + 1):
            place = (start + step * distance) % count
            if place not in self._shut:
                yield place
