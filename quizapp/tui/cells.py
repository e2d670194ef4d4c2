"""Answers of several fields: a table of layers, values for unknowns."""

from collections.abc import Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from quizapp.generate import SolveAsked, TableAsked, cell_text
from quizapp.tui.answers import AnswerArea
from quizapp.tui.field import PlainInput
from quizapp.tui.text import QUIET, plain
from quizapp.words import Language, cell_width, fit, say

_CELL = 12
"""A cell and the gap behind it."""

_AROUND = 9
"""Margins of the body, and between a label and its cells."""

_NARROWEST = 60
_OPEN = "-"


def label_room(columns: int, across: int = _NARROWEST) -> int:
    """The cells of the terminal that a row's label may take beside so many columns."""
    return max(_CELL, across - _AROUND - columns * _CELL)


class CellsArea(AnswerArea):
    """Rows of fields. Enter and the arrows go from one to the next; the last checks."""

    def __init__(self, labels: Sequence[str], columns: int) -> None:
        super().__init__(id="options")
        self._labels = labels
        self._columns = columns
        self._cells = [
            [PlainInput(compact=True, classes="cell") for _ in range(columns)] for _ in labels
        ]

    def compose(self) -> ComposeResult:
        """The heads, then a row a label."""
        room = label_room(self._columns, self.app.size.width)
        width = min(room, max(map(cell_width, self._labels)))
        with Horizontal(classes="cells"):
            yield Static(plain(fit("", width)), classes="name")
            for _ in range(self._columns):
                yield Static(classes="head")
        for label, cells in zip(self._labels, self._cells, strict=True):
            with Horizontal(classes="cells"):
                yield Static(plain(fit(label, width)), classes="name")
                yield from cells

    def on_mount(self) -> None:
        """Follow every cell, and begin in the first."""
        for cell in self._all:
            cell.cursor_blink = False
            self.watch(cell, "value", self._follow, init=False)
        self._all[0].focus()

    def _follow(self) -> None:
        self.changed()

    def heads(self, language: Language) -> Sequence[str]:  # noqa: ARG002 # where there are any
        """What stands over the columns."""
        return [""] * self._columns

    def show(self, language: Language) -> None:
        """Write the heads."""
        for head, text in zip(
            self.query(".head").results(Static), self.heads(language), strict=True
        ):
            head.update(plain(text, QUIET))

    @property
    def _all(self) -> list[PlainInput]:
        """The cells that are open, row by row."""
        return [cell for row in self._cells for cell in row if not cell.disabled]

    @property
    def values(self) -> list[list[str]]:
        """What is typed, row by row."""
        return [["".join(cell.value.split()) for cell in row] for row in self._cells]

    def takes_enter(self) -> bool:
        """Enter goes to the next cell, as long as there is one."""
        focused = next((n for n, cell in enumerate(self._all) if cell.has_focus), None)
        if focused is None or focused == len(self._all) - 1:
            return False
        self._all[focused + 1].focus()
        return True

    def on_key(self, event: events.Key) -> None:
        """Up and down within the column."""
        step = {"up": -self._columns, "down": self._columns}.get(event.key)
        if step is None:
            return
        place = next((n for n, cell in enumerate(self._all) if cell.has_focus), None)
        if place is not None and 0 <= place + step < len(self._all):
            event.stop()
            event.prevent_default()
            self._all[place + step].focus()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        if self.takes_enter():
            event.stop()

    def how(self, language: Language) -> str:
        """What enter does."""
        return say("asked.cells-how", language)

    def missing(self, language: Language) -> str:
        """That cells are empty."""
        return say("tui.fill-first", language)


class TableArea(CellsArea):
    """A row a layer, a column a quantity. Rows that are given stand filled in and shut."""

    def __init__(self, asked: TableAsked) -> None:
        super().__init__([row.layer for row in asked.rows], len(asked.columns))
        self._asked = asked
        for cells, row in zip(self._cells, asked.answer[: asked.given], strict=False):
            for cell, value in zip(cells, row, strict=True):
                cell.value = cell_text(value)
                cell.disabled = True

    def heads(self, language: Language) -> Sequence[str]:
        """Their names."""
        return [say(f"asked.head-{column}", language) for column in self._asked.columns]

    def submission(self) -> str | None:
        """Rows apart by semicolons; an open cell is a dash. None while nothing is typed."""
        rows = self.values[self._asked.given :]
        if not any(cell for row in rows for cell in row):
            return None
        return "; ".join(" ".join(cell or _OPEN for cell in row) for row in rows)


class SolveArea(CellsArea):
    """A row an unknown."""

    def __init__(self, asked: SolveAsked) -> None:
        ranges = [
            f"{name}  ({min(values)}–{max(values)})" for name, values in asked.unknowns.items()
        ]
        super().__init__(ranges, 1)
        self._asked = asked

    def submission(self) -> str | None:
        """``p=1 s=2``; None while one is missing."""
        typed = [row[0] for row in self.values]
        if not all(typed):
            return None
        return " ".join(
            f"{name}={value}" for name, value in zip(self._asked.unknowns, typed, strict=True)
        )


def cells_for(asked: TableAsked | SolveAsked) -> CellsArea:
    """The area in which such a question is answered."""
    return TableArea(asked) if isinstance(asked, TableAsked) else SolveArea(asked)
