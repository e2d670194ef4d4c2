"""The settings: what is changed here holds at once and is kept at once."""

from collections.abc import Callable
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from quizapp.settings import Settings
from quizapp.study import today_at
from quizapp.tui.commands import bindings
from quizapp.tui.field import PlainInput
from quizapp.tui.keys_screen import KeysScreen
from quizapp.tui.numbered import NumberedList
from quizapp.tui.screen import CommandScreen
from quizapp.tui.settings_rows import FORMS, stepped, typed, value_text
from quizapp.tui.text import ODD, QUIET, STRONG, plain
from quizapp.words import Text, cell_width, fit, say

_GAP = 3


class SettingsScreen(CommandScreen):
    """Opened over another screen, to which it goes back."""

    NAMES = ("change", "more", "less", "go-back", "help", "language", "quit")
    BINDINGS = bindings(NAMES)

    def __init__(self) -> None:
        super().__init__()
        self._names = tuple(FORMS)
        self._fault: Text | None = None
        self._saved = False

    def body(self) -> ComposeResult:
        """How to change something, the rows, what was done, the keys."""
        yield Static(id="how")
        yield NumberedList(len(self._names))
        yield Static(id="done")
        yield Static(id="keys")

    def show(self) -> None:
        """Write it all."""
        language = self.language
        self.head(plain(say("options.title", language), STRONG), plain(""))
        self.write("how", plain(say("options.how", language), QUIET))
        labels = [say(f"options.{name}", language) for name in self._names]
        column = max(map(cell_width, labels)) + _GAP
        settings = self.app.settings
        self.query_one(NumberedList).show(
            [
                f"{fit(label, column)}{_framed(name, value_text(settings, name, language))}"
                for name, label in zip(self._names, labels, strict=True)
            ]
        )
        self.write("done", self._done())
        keys = {name: self.app.commands[name].shown_keys[0] for name in ("help", "palette")}
        self.write("keys", plain(say("options.ways", language, **keys), QUIET))

    def _done(self) -> Content:
        if self._fault is not None:
            return plain(f"! {self._fault.in_language(self.language)}", ODD)
        return plain(say("options.saved", self.language) if self._saved else "")

    @property
    def _row_name(self) -> str:
        return self._names[self.query_one(NumberedList).cursor or 0]

    def action_more(self) -> None:
        """The next value."""
        self._step(1)

    def action_less(self) -> None:
        """The value before."""
        self._step(-1)

    def action_change(self) -> None:
        """Type a number or a day; what is a choice takes its next value."""
        name, language = self._row_name, self.language
        form = FORMS[name]
        if form == "list":
            self.app.push_screen(KeysScreen())
            return
        if form == "choice":
            self._step(1)
            return
        label = say(f"options.{name}", language)
        asked = say(
            "options.type", language, name=label, form=say(f"options.form-{form}", language)
        )

        def read(text: str) -> Settings | None:
            return typed(self.app.settings, name, text, self._today)

        def set_it(settings: Settings | None) -> None:
            if settings is not None:
                self._set(settings)

        fault = say("options.not-read", language)
        self.app.push_screen(TypedSetting(asked, read, fault), set_it)

    def action_go_back(self) -> None:
        """Back to the screen below."""
        self.app.pop_screen()

    @property
    def _today(self) -> date:
        return today_at(self.app.launch.clock())

    def _step(self, step: int) -> None:
        if self._row_name == "language":
            self._saved = True
            self.app.action_language()
            return
        self._set(stepped(self.app.settings, self._row_name, step, self._today))

    def _set(self, settings: Settings) -> None:
        self._fault = self.app.set(settings)
        self._saved = self._fault is None
        self.refill()


def _framed(name: str, value: str) -> str:
    """Between the arrows that change it; what is on a screen of its own only leads there."""
    return f"{value} ›" if FORMS[name] == "list" else f"‹ {value} ›"


class TypedSetting(ModalScreen[Settings | None]):
    """A field for one value; answers with the settings that have it, or None."""

    CSS_PATH = "settings_screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", show=False),
        Binding("ctrl+c", "app.leave", show=False),
    ]

    def __init__(self, asked: str, read: Callable[[str], Settings | None], fault: str) -> None:
        super().__init__()
        self._asked = asked
        self._read = read
        self._fault = fault

    def compose(self) -> ComposeResult:
        """What is asked, the field, what is wrong."""
        with Vertical():
            yield Static(plain(self._asked, STRONG))
            field = PlainInput(compact=True)
            field.cursor_blink = False
            yield field
            yield Static(id="fault")

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        settings = self._read(event.value)
        if settings is None:
            self.query_one("#fault", Static).update(plain(self._fault, ODD))
        else:
            self.dismiss(settings)

    def action_close(self) -> None:
        """Back, nothing changed."""
        self.dismiss(None)
