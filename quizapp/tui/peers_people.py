"""Who is at the table: going, coming back, coming late."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from quizapp.errors import UsageError
from quizapp.peers import MOST_PEOPLE, Table, person
from quizapp.tui.field import PlainInput
from quizapp.tui.menu import NumberedModal
from quizapp.tui.text import ODD, plain
from quizapp.words import Language, say, sentence


def people_rows(table: Table, language: Language) -> list[tuple[str, str]]:
    """Everyone who ever came, with what they may do; the empty name is somebody new."""
    rows = [
        (
            name,
            say("peers.leaves" if name in table.present else "peers.is-back", language, name=name),
        )
        for name in table.people
    ]
    if len(table.people) < MOST_PEOPLE:
        rows.append(("", say("peers.somebody-new", language)))
    return rows


class PeopleModal(NumberedModal):
    """Answers with the name of somebody who goes or comes back, or an empty one."""

    def __init__(self, table: Table, language: Language) -> None:
        self._rows = people_rows(table, language)
        super().__init__([name for name, _ in self._rows])
        self._language = language

    def sentence(self) -> str:
        """The heading."""
        return say("peers.who-is-here", self._language)

    def labels(self) -> list[str]:
        """What each may do."""
        return [label for _, label in self._rows]


class NewcomerModal(ModalScreen[str | None]):
    """Asks for a name."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", show=False),
        Binding("ctrl+c", "app.leave", show=False),
    ]

    def __init__(self, people: Sequence[str], language: Language) -> None:
        super().__init__()
        self._people = people
        self._language = language

    def compose(self) -> ComposeResult:
        """A sentence and a field."""
        with Vertical():
            yield Static(plain(say("peers.name-of-newcomer", self._language)))
            yield PlainInput()
            yield Static(id="fault")

    @on(Input.Submitted)
    def _named(self, event: Input.Submitted) -> None:
        event.stop()
        try:
            self.dismiss(person(event.value, self._people))
        except UsageError as error:
            fault = sentence(error, self._language)
            self.query_one("#fault", Static).update(plain(fault, ODD))

    def action_close(self) -> None:
        """Back; nobody comes."""
        self.dismiss(None)
