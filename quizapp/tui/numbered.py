"""Rows with numbers: moved through with arrows, picked with a digit or a click."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from quizapp.tui.keys import MOST_DIGITS
from quizapp.tui.text import plain, side_by_side, stacked
from quizapp.words import cell_width

CONCEALED = "•"
"""Stands for what is chosen, whatever it is."""

_GAP = "  "


class Rows(Widget):
    """Rows of a mark, a text that goes on under itself, and something at the right edge.

    One widget: a widget for every column would make opening a screen twice as long.
    """

    class Clicked(Message):
        """The mouse was pressed on a row of what is no list to choose from."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(self, id: str | None = None) -> None:  # noqa: A002 # Textual's name
        super().__init__(id=id)
        self._labels: tuple[str, ...] = ()
        self._asides: tuple[str, ...] = ()
        self._shut: frozenset[int] = frozenset()

    def show(
        self,
        labels: Sequence[str],
        asides: Sequence[str] = (),
        shut: frozenset[int] = frozenset(),
    ) -> None:
        """Write the rows; those in ``shut`` look as if they could not be picked."""
        before = (self._labels, self._asides)
        self._labels, self._asides = tuple(labels), tuple(asides)
        self._shut = shut
        self.refresh(layout=(self._labels, self._asides) != before)

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002 # Textual's face
        """As wide as the widest row."""
        rows = range(len(self._labels))
        return max((self._around(n) + cell_width(self._labels[n]) for n in rows), default=0)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 # Textual's face
        """As tall as all rows."""
        return sum(len(lines) for lines in self._texts(width))

    def render(self) -> Content:
        """All rows."""
        width = self.size.width
        return stacked(
            self._row(place, lines, width).stylize(self._style(place))
            for place, lines in enumerate(self._texts(width))
        )

    def _row(self, place: int, lines: Sequence[Content], width: int) -> Content:
        head = self._mark(place) + _GAP
        first = side_by_side([plain(head), lines[0]])
        if self._asides and (aside := self._asides[place]):
            room = width - first.cell_length - cell_width(aside)
            first = side_by_side([first, plain(" " * room + aside)])
        indent = plain(" " * cell_width(head))
        return stacked([first, *(side_by_side([indent, line]) for line in lines[1:])])

    def on_click(self, event: events.Click) -> None:
        """Say which row it was."""
        event.stop()
        place = self._place_at(event.y)
        if place is not None:
            self._clicked(place)

    def _clicked(self, place: int) -> None:
        self.post_message(self.Clicked(place))

    def _place_at(self, y: int) -> int | None:
        bottom = 0
        for place, lines in enumerate(self._texts(self.size.width)):
            bottom += len(lines)
            if y < bottom:
                return place
        return None

    def _mark(self, place: int) -> str:
        """``  a.``."""
        from quizapp.generate import LETTERS  # few rows have letters

        return f"  {LETTERS[place]}."

    def _style(self, place: int) -> str:
        return "dim" if place in self._shut else ""

    def _around(self, place: int) -> int:
        """The cells of a row that its text cannot take."""
        aside = self._asides[place] if self._asides else ""
        return cell_width(self._mark(place) + _GAP) + (cell_width(aside + _GAP) if aside else 0)

    def _texts(self, width: int) -> list[list[Content]]:
        return [
            plain(label).wrap(max(1, width - self._around(place)))
            for place, label in enumerate(self._labels)
        ]


class NumberedList(Rows, can_focus=True):
    """A list with a cursor, and marks where ``several`` may be chosen.

    It says which row was picked by its digit or by the mouse; what ``enter`` does is for the
    screen.
    """

    SHOWS_ITS_CURSOR = True
    """A screen need not scroll to it when it takes the focus."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k,ㅏ", "move(-1)", show=False),
        Binding("down,j,ㅓ", "move(1)", show=False),
        Binding("space", "pick_here", show=False),
        *(Binding(str(n), f"pick({n - 1})", show=False) for n in range(1, MOST_DIGITS + 1)),
    ]

    cursor: reactive[int | None] = reactive(None, init=False)
    marked: reactive[frozenset[int]] = reactive(frozenset(), init=False)

    class Picked(Message):
        """A row was picked outright."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(self, count: int, *, cursor: int | None = 0, several: bool = False) -> None:
        super().__init__()
        self._count = count
        self._several = several
        self._concealed = False
        self.set_reactive(NumberedList.cursor, cursor)

    @property
    def chosen(self) -> tuple[int, ...]:
        """The places chosen, from 0: those marked, or the one under the cursor."""
        if self._several:
            return tuple(sorted(self.marked))
        return () if self.cursor is None else (self.cursor,)

    def conceal(self, *, hidden: bool) -> None:
        """Show nobody which rows are chosen, or show it again."""
        self._concealed = hidden
        self.refresh()

    def action_move(self, step: int) -> None:
        """Put the cursor on the next row that is open, that way round."""
        if places := list(self._open_from(step)):
            self.cursor = places[0]

    def action_pick(self, place: int) -> None:
        """Put the cursor on a row, mark it where several may be, and say so."""
        if place >= self._count or place in self._shut:
            return
        self.cursor = place
        if self._several:
            self.marked ^= {place}
        self.post_message(self.Picked(place))

    def action_pick_here(self) -> None:
        """Pick the row under the cursor."""
        if self.cursor is not None:
            self.action_pick(self.cursor)

    def _clicked(self, place: int) -> None:
        """A click is a digit."""
        self.action_pick(place)

    def watch_cursor(self) -> None:
        """Let whatever it scrolls in show the row."""
        body = next((node for node in self.ancestors if isinstance(node, VerticalScroll)), None)
        if body is None or self.cursor is None or not self.size:
            return
        heights = [len(lines) for lines in self._texts(self.size.width)]
        top = self.region.y + sum(heights[: self.cursor])
        bottom = top + heights[self.cursor]
        if top < body.region.y:
            body.scroll_relative(y=top - body.region.y, animate=False)
        elif bottom > body.region.bottom:
            body.scroll_relative(y=bottom - body.region.bottom, animate=False)

    def _mark(self, place: int) -> str:
        at_cursor = "›" if self._is_at(place) else " "
        number = str(place + 1) if place < MOST_DIGITS else " "
        marked = CONCEALED if self._concealed else "x" if place in self.marked else " "
        box = f" [{marked}]" if self._several else ""
        return f"{at_cursor} {number}{box}"

    def _is_at(self, place: int) -> bool:
        """Whether the cursor is seen at a row."""
        return place == self.cursor and not self._concealed

    def _style(self, place: int) -> str:
        if not self._is_at(place):
            return super()._style(place)
        return "bold reverse" if self.app.no_color else "bold $primary"

    def _open_from(self, step: int) -> Iterator[int]:
        count = self._count
        start = self.cursor if self.cursor is not None else (-1 if step > 0 else count)
        for distance in range(1, count + 1):
            place = (start + step * distance) % count
            if place not in self._shut:
                yield place
