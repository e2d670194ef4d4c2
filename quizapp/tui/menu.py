"""The menu behind ``esc``: every command of the screen it was opened on, by number."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from quizapp.tui.commands import Command
from quizapp.tui.numbered import NumberedList
from quizapp.tui.text import QUIET, plain
from quizapp.words import Language, cell_width, fit, say

_GAP = 3


class NumberedModal(ModalScreen[str | None]):
    """A question over the screen that is open; answers with the name of a row, or None."""

    CSS_PATH = "menu.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", show=False),
        Binding("escape", "close", show=False),
        Binding("ctrl+c", "app.leave", show=False),
    ]

    def __init__(self, names: Sequence[str], unavailable: frozenset[str] = frozenset()) -> None:
        super().__init__()
        self._names = tuple(names)
        self._shut = frozenset(place for place, name in enumerate(names) if name in unavailable)
        open_places = [place for place in range(len(names)) if place not in self._shut]
        self._cursor = open_places[0] if open_places else None

    def compose(self) -> ComposeResult:
        """A sentence and the rows."""
        with Vertical():
            yield Static(plain(self.sentence()), id="sentence")
            yield NumberedList(len(self._names), cursor=self._cursor)

    def on_mount(self) -> None:
        """Write the rows."""
        self.query_one(NumberedList).show(self.labels(), shut=self._shut)

    def sentence(self) -> str:
        """What is asked."""
        raise NotImplementedError

    def labels(self) -> list[str]:
        """The rows' texts."""
        raise NotImplementedError

    @on(NumberedList.Picked)
    def _picked(self, message: NumberedList.Picked) -> None:
        self.dismiss(self._names[message.place])

    def action_choose(self) -> None:
        """Take the row under the cursor."""
        if chosen := self.query_one(NumberedList).chosen:
            self.dismiss(self._names[chosen[0]])

    def action_close(self) -> None:
        """Back, nothing chosen."""
        self.dismiss(None)


class Menu(NumberedModal):
    """Commands with what they do."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("0,ctrl+p", "more", show=False)]

    def __init__(
        self, commands: Sequence[Command], unavailable: frozenset[str], language: Language
    ) -> None:
        super().__init__([command.name for command in commands], unavailable)
        self._commands = commands
        self._language = language

    def sentence(self) -> str:
        """The heading."""
        return say("tui.menu-title", self._language)

    def compose(self) -> ComposeResult:
        """The rows, and how to come by what is not among them."""
        with Vertical():
            yield Static(plain(self.sentence()), id="sentence")
            yield NumberedList(len(self._names), cursor=self._cursor)
            yield Static(plain(say("tui.menu-more", self._language), QUIET), id="more")

    def action_more(self) -> None:
        """Everything else, to be found by name."""
        self.dismiss("palette")

    def labels(self) -> list[str]:
        """Labels in a column, and what each does beside it."""
        labels = [command.label(self._language) for command in self._commands]
        column = max(map(cell_width, labels)) + _GAP
        helps = [command.help(self._language) for command in self._commands]
        return [fit(label, column) + text for label, text in zip(labels, helps, strict=True)]


class Leave(NumberedModal):
    """Asked once at ctrl+c, which pressed again ends the program."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "end", show=False)]

    def __init__(self, language: Language, unsaved: int) -> None:
        super().__init__(("leave-now", "stay"))
        self._language = language
        self._unsaved = unsaved

    def sentence(self) -> str:
        """What would be lost, if anything."""
        key = "tui.leave-unsaved" if self._unsaved else "tui.leave"
        return say(key, self._language, count=self._unsaved)

    def labels(self) -> list[str]:
        """Yes and no."""
        return [say(f"tui.{name}", self._language) for name in self._names]

    def action_end(self) -> None:
        """The second press."""
        self.dismiss("leave-now")
