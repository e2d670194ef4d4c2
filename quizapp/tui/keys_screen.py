"""The keys of all commands, and a field for another key."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from quizapp.tui.commands import COMMANDS, ON_EVERY_SCREEN, Command, bindings, with_key
from quizapp.tui.keys import FREE, meant, shown_key, shown_keys
from quizapp.tui.rows import RowList
from quizapp.tui.screen import CommandScreen
from quizapp.tui.text import ODD, QUIET, STRONG, plain, side_by_side
from quizapp.words import Language, Text, cell_width, fit, phrase, say

GIVES_BACK = ("backspace", "delete")
CHANGEABLE = tuple(command.name for command in COMMANDS.values() if command.own)
_GAP = 2
_CURSOR = 2


def together() -> list[tuple[str, ...]]:
    """The commands that stand on one screen, for each screen."""
    from quizapp.tui.example import ExampleScreen
    from quizapp.tui.help import HelpScreen, screens
    from quizapp.tui.peers_cards import GroupCardScreen
    from quizapp.tui.peers_ends import NobodyScreen, OverScreen
    from quizapp.tui.peers_voting import CodeScreen
    from quizapp.tui.preview import PreviewScreen

    others: tuple[type[CommandScreen], ...] = (
        ExampleScreen, HelpScreen, GroupCardScreen, NobodyScreen, OverScreen, CodeScreen,
        PreviewScreen,
    )  # fmt: skip
    return [*screens().values(), *(screen.NAMES for screen in others)]


def holder(name: str, keys: Iterable[str], table: Mapping[str, Command]) -> Command | None:
    """Another command that has one of the keys on a screen where both can be done."""
    for names in together():
        if name in (*names, *ON_EVERY_SCREEN):
            for other in (other for key in keys for other in with_key(names, key, table)):
                if other.name != name:
                    return other
    return None


def why_not(name: str, key: str, table: Mapping[str, Command]) -> Text | None:
    """What keeps a command from being given a key, and what to do about it; None if nothing does.

    A key that gives back asks for the command's own ones.
    """
    if key not in (*FREE, *GIVES_BACK):
        return phrase("options.key-fixed", pressed=shown_key(key))
    own = COMMANDS[name].own
    keys = own if key in (*GIVES_BACK, *own) else (key,)
    other = holder(name, keys, table)
    if other is None:
        return None
    taken = next(each for each in keys if each in other.keys.split(","))
    figures = {
        "pressed": shown_key(taken),
        "name": phrase(f"tui.{other.name}"),
        "help": phrase(f"tui.{other.name}-help"),
    }
    return phrase("options.key-taken", **figures)


class KeysScreen(CommandScreen):
    """Opened over the settings: a row a command, and at the end one that gives all keys back."""

    NAMES = ("new-key", "go-back", "help", "language", "quit")
    BINDINGS = bindings(NAMES)
    CSS_PATH = "settings_screen.tcss"
    AUTO_FOCUS = "RowList"

    def __init__(self) -> None:
        super().__init__()
        self._said = Text("", "")
        self._is_fault = False

    def body(self) -> ComposeResult:
        """What can be done, and the rows."""
        yield Static(id="how")
        yield RowList()

    def below(self) -> ComposeResult:
        """What was done."""
        yield Static(id="done")

    def show(self) -> None:
        """Write it all."""
        language = self.language
        self.head(plain(say("options.keys-title", language), STRONG), plain(""))
        self.write("how", plain(say("options.keys-how", language), QUIET))
        back = plain(say("options.keys-all-back", language))
        lines = [*self._lines(language), plain(""), back]
        changed = bool(self.app.settings.keys)
        still = {len(CHANGEABLE)} | (set() if changed else {len(CHANGEABLE) + 1})
        self.query_one(RowList).show(lines, frozenset(still))
        said, style = self._said.in_language(language), ODD if self._is_fault else ""
        self.write("done", plain(f"! {said}" if self._is_fault else said, style))

    def _lines(self, language: Language) -> list[Content]:
        commands = [self.app.commands[name] for name in CHANGEABLE]
        labels = [command.label(language) for command in commands]
        keys = [self._keys(command) for command in commands]
        first = max(map(cell_width, labels)) + _GAP
        second = max(map(cell_width, keys)) + _GAP
        room = self.body_width - first - second - _CURSOR
        lines = []
        for command, label, shown in zip(commands, labels, keys, strict=True):
            text = command.help(language)
            text = fit(text, max(0, min(room, cell_width(text))))
            left = plain(fit(label, first) + fit(shown, second))
            lines.append(side_by_side([left, plain(text, QUIET)]))
        return lines

    def _keys(self, command: Command) -> str:
        """What it has, and what it had where that is something else."""
        own = COMMANDS[command.name]
        shown = " ".join(command.shown_keys)
        if command.own == own.own:
            return shown
        return f"{shown} ({' '.join(shown_keys(own.own))})"

    @property
    def _place(self) -> int:
        return self.query_one(RowList).cursor

    @on(RowList.Picked)
    def _picked(self) -> None:
        self.action_new_key()

    def action_new_key(self) -> None:
        """Ask for the key of the command under the cursor, or give all back."""
        if self._place >= len(CHANGEABLE):
            self._set({}, phrase("options.keys-are-back"))
            return
        name, language = CHANGEABLE[self._place], self.language

        def refusal(key: str) -> str | None:
            fault = why_not(name, key, self.app.commands)
            return None if fault is None else fault.in_language(language)

        def give(key: str | None) -> None:
            if key is not None:
                self._give(name, key)

        command = self.app.commands[name]
        own = " ".join(shown_keys(COMMANDS[name].own))
        asked = say("options.key-asked", language, name=command.label(language))
        how = say("options.key-how", language, keys=own)
        self.app.push_screen(KeyAsked((asked, command.help(language), how), refusal), give)

    def _give(self, name: str, key: str) -> None:
        own = COMMANDS[name].own
        given = {other: key for other, key in self.app.settings.keys if other != name}
        keys = own if key in (*GIVES_BACK, *own) else (key,)
        if keys != own:
            given[name] = key
        figures = {"name": phrase(f"tui.{name}"), "pressed": " ".join(shown_keys(keys))}
        self._set(given, phrase("options.key-given", **figures))

    def _set(self, given: Mapping[str, str], said: Text) -> None:
        fault = self.app.set(replace(self.app.settings, keys=tuple(given.items())))
        self._is_fault = fault is not None
        self._said = fault or said
        self.refill()

    def action_go_back(self) -> None:
        """Back to the settings."""
        self.app.pop_screen()


class KeyAsked(ModalScreen[str | None]):
    """Waits for a key and answers with it; None where it was left."""

    CSS_PATH = "settings_screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", show=False),
        Binding("ctrl+c", "app.leave", show=False),
    ]

    def __init__(self, texts: tuple[str, str, str], refusal: Callable[[str], str | None]) -> None:
        super().__init__()
        self._texts = texts
        self._refusal = refusal

    def compose(self) -> ComposeResult:
        """What is asked, how to leave it, why a key was refused."""
        asked, what, how = self._texts
        with Vertical():
            yield Static(plain(asked, STRONG))
            yield Static(plain(what, QUIET))
            yield Static(plain(how, QUIET), id="how")
            yield Static(id="fault")

    def on_key(self, event: events.Key) -> None:
        """The key, if it may be given."""
        if event.key in ("escape", "ctrl+c"):
            return
        event.stop()
        key = meant(event.key)
        fault = self._refusal(key)
        if fault is None:
            self.dismiss(key)
        else:
            self.query_one("#fault", Static).update(plain(fault, ODD))

    def action_close(self) -> None:
        """Back, nothing changed."""
        self.dismiss(None)
