"""What is seen while the banks are read."""

from textual.app import ComposeResult
from textual.widgets import Static

from quizapp.tui.commands import bindings
from quizapp.tui.screen import CommandScreen
from quizapp.tui.text import QUIET, STRONG, plain


class OpeningScreen(CommandScreen):
    """The first frame."""

    NAMES = ("quit",)
    BINDINGS = bindings(NAMES)

    def body(self) -> ComposeResult:
        """One line."""
        yield Static(id="reading")

    def show(self) -> None:
        """Write it."""
        self.head(plain("quizapp", STRONG), plain(""))
        self.write("reading", self.say("reading", QUIET))
