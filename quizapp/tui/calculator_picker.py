"""A long list to pick from, narrowed by typing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from quizapp.tui.field import PlainInput
from quizapp.tui.text import QUIET, STRONG, plain, stacked
from quizapp.words import Language, cell_width, fit, say

MOST_ROWS = 9


class FilterInput(PlainInput):
    """Takes letters; a digit before any letter picks a row, as no name begins with one."""

    @dataclass
    class Digit(Message):
        """A digit was pressed while nothing was typed."""

        number: int

    def on_key(self, event: events.Key) -> None:
        """Let through what is to be typed."""
        if not self.value and event.character and event.character in "123456789":
            event.stop()
            event.prevent_default()
            self.post_message(self.Digit(int(event.character)))


class Rows(Static):
    """The rows in sight; says which was clicked."""

    @dataclass
    class Clicked(Message):
        """The mouse was pressed on a row, counted from the top."""

        row: int

    def on_click(self, event: events.Click) -> None:
        """Tell the screen."""
        event.stop()
        self.post_message(self.Clicked(event.y))


class Picker(ModalScreen[int | None]):
    """Answers with the place of a label, or None. ``sought`` is searched in place of the labels."""

    CSS_PATH = "calculator_picker.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", f"move({-MOST_ROWS})", show=False),
        Binding("pagedown", f"move({MOST_ROWS})", show=False),
        Binding("escape", "close", show=False),
        Binding("ctrl+c", "app.leave", show=False),
    ]

    def __init__(
        self,
        title: str,
        labels: Sequence[str],
        language: Language,
        cursor: int = 0,
        sought: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self._sought = [text.casefold() for text in sought or labels]
        self._title = title
        self._labels = labels
        self._language = language
        self._found = list(range(len(labels)))
        self._cursor = cursor

    def compose(self) -> ComposeResult:
        """A sentence, the field, the rows, and how many there are."""
        with Vertical():
            yield Static(plain(self._title, STRONG), id="sentence")
            field = FilterInput(compact=True)
            field.cursor_blink = False
            yield field
            yield Rows(id="rows")
            yield Static(id="found")

    def on_mount(self) -> None:
        """Write the rows, in the width of the widest."""
        widest = max(map(cell_width, self._labels), default=0) + 4
        self.query_one(Vertical).styles.width = min(max(widest, 50) + 8, self.app.size.width)
        self._write()

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        words = event.value.casefold().split()
        self._found = [
            place for place, text in enumerate(self._sought) if all(word in text for word in words)
        ]
        self._cursor = 0
        self._write()

    @on(Input.Submitted)
    def _take(self) -> None:
        if self._found:
            self.dismiss(self._found[self._cursor])

    @on(FilterInput.Digit)
    def _take_number(self, message: FilterInput.Digit) -> None:
        self._take_row(message.number - 1)

    @on(Rows.Clicked)
    def _take_clicked(self, message: Rows.Clicked) -> None:
        self._take_row(message.row)

    def action_move(self, by: int) -> None:
        """Put the cursor further on."""
        self._cursor = min(max(self._cursor + by, 0), max(len(self._found) - 1, 0))
        self._write()

    def action_close(self) -> None:
        """Back, nothing picked."""
        self.dismiss(None)

    def _take_row(self, row: int) -> None:
        place = self._first() + row
        if row < MOST_ROWS and place < len(self._found):
            self.dismiss(self._found[place])

    def _first(self) -> int:
        """The page in sight begins here."""
        return self._cursor - self._cursor % MOST_ROWS

    def _write(self) -> None:
        first = self._first()
        width = max(10, self.app.size.width - 10)
        rows = []
        for number, place in enumerate(self._found[first : first + MOST_ROWS]):
            here = first + number == self._cursor
            text = f"{'›' if here else ' '} {number + 1}  {self._labels[place]}"
            rows.append(plain(fit(text, min(cell_width(text), width)), STRONG if here else ""))
        with self.app.batch_update():
            self.query_one("#rows", Rows).update(stacked(rows))
            self._write_count()

    def _write_count(self) -> None:
        if not self._found:
            text = say("calculator.none-found", self._language)
        else:
            number, count = self._cursor + 1, len(self._found)
            place = say("calculator.found", self._language, number=number, count=count)
            text = f"{place}   {say('calculator.filter', self._language)}"
        self.query_one("#found", Static).update(plain(text, QUIET))
