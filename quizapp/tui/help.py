"""Help: every screen's commands with their keys, made from the one table."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from quizapp.tui.commands import ON_EVERY_SCREEN, Command, bindings
from quizapp.tui.palette import keys_of
from quizapp.tui.screen import CommandScreen
from quizapp.tui.text import QUIET, STRONG, hanging, plain, side_by_side, stacked
from quizapp.words import Language, cell_width, fit, say

_EVERYWHERE = tuple(name for name in ON_EVERY_SCREEN if not name.startswith(("scroll", "page")))
_GAP = 2
_WIDEST_KEYS = 22


def screens() -> dict[str, tuple[str, ...]]:
    """The commands of every screen, by what it is known as; what the help and the manual list."""
    from quizapp.tui.browse import BrowseScreen
    from quizapp.tui.calculator import CalculatorScreen
    from quizapp.tui.home import HomeScreen
    from quizapp.tui.keys_screen import KeysScreen
    from quizapp.tui.missed import MissedScreen
    from quizapp.tui.peers_reveal import RevealScreen
    from quizapp.tui.peers_setup import PeersSetupScreen
    from quizapp.tui.peers_talking import TalkScreen
    from quizapp.tui.peers_voting import VotingScreen
    from quizapp.tui.picture import PictureScreen
    from quizapp.tui.progress import ProgressScreen
    from quizapp.tui.question import ASKED
    from quizapp.tui.results import ResultsScreen
    from quizapp.tui.settings_screen import SettingsScreen
    from quizapp.tui.specimen import SpecimenScreen
    from quizapp.tui.verdict import ANSWERED
    from quizapp.tui.what_if import WhatIfScreen

    classes: tuple[type[CommandScreen], ...] = (
        ResultsScreen, MissedScreen, CalculatorScreen, PictureScreen, WhatIfScreen, BrowseScreen,
        SpecimenScreen, PeersSetupScreen, VotingScreen, TalkScreen, RevealScreen, ProgressScreen,
        SettingsScreen, KeysScreen,
    )  # fmt: skip
    sitting = {"Question": ASKED, "Verdict": ANSWERED}
    others = {screen.__name__: screen.NAMES for screen in classes}
    return {HomeScreen.__name__: HomeScreen.NAMES, **sitting, **others}


class HelpScreen(CommandScreen):
    """Opened over another screen, whose commands come first."""

    NAMES = ("close", "settings", "language", "quit")
    BINDINGS = bindings(NAMES)

    def __init__(self, here: str) -> None:
        super().__init__()
        self._here = here

    def body(self) -> ComposeResult:
        """What holds everywhere, then screen by screen."""
        yield Static(id="introduction")
        yield Static(id="everywhere")
        yield Static(id="screens")

    def show(self) -> None:
        """Write it all."""
        language, width = self.language, self.body_width
        self.head(plain(say("options.help", language), STRONG), plain(""))
        self.write("introduction", plain(say("options.help-intro", language)))
        title = say("options.everywhere", language)
        self.write("everywhere", section(title, self._of(_EVERYWHERE), (), language, width))
        listed = screens()
        here = [self._here] if self._here in listed else []
        parts = []
        for name in (*here, *(name for name in listed if name != self._here)):
            title = say(f"options.screen-{name}", language)
            if name == self._here:
                title = f"{say('options.here', language)}: {title}"
            commands = self._of(listed[name])
            parts += [section(title, commands, listed[name], language, width), plain("")]
        self.write("screens", stacked(parts[:-1]))

    def _of(self, names: Sequence[str]) -> list[Command]:
        return [self.app.commands[name] for name in names]


def section(
    title: str, commands: Sequence[Command], menu: Sequence[str], language: Language, width: int
) -> Content:
    """Commands under a title: label, keys and number in a menu, what each does."""
    labels = [command.label(language) for command in commands]
    column = max(map(cell_width, labels)) + _GAP
    keys = [keys_of(command, menu) for command in commands]
    second = min(_WIDEST_KEYS, max(map(cell_width, keys))) + _GAP
    rows = [plain(title, STRONG)]
    for command, label, key in zip(commands, labels, keys, strict=True):
        left = side_by_side(
            [plain(f"  {fit(label, column)}"), plain(fit(key, max(second, cell_width(key) + 1)))]
        )
        rows.append(hanging(left, plain(command.help(language), QUIET), width))
    return stacked(rows)
