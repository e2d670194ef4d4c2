"""An app that ends in order: at ctrl+c, by a signal, after a bug."""

import asyncio
import os
import signal
from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

INTERRUPTED = 130


class OrderlyApp(App[int]):
    """Restores the terminal and says in its return code how it ended.

    ``bug`` is the exception that ended it, if one did.
    """

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "leave", show=False),
        Binding("ctrl+z", "suspend_process", show=False),
    ]

    bug: Exception | None = None

    def __init__(self) -> None:
        # Without colour nothing is painted, not even grey.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)

    def leaving(self) -> ModalScreen[str | None]:
        """Asked at ctrl+c; its answer ``leave-now`` ends the program."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Listen for being told to end."""
        if os.name == "posix":
            for number in (signal.SIGTERM, signal.SIGHUP):
                asyncio.get_running_loop().add_signal_handler(number, self._end_by, number)

    def action_leave(self) -> None:
        """ctrl+c with nothing to copy: ask once."""
        self.push_screen(self.leaving(), self._leave)

    def _leave(self, answer: str | None) -> None:
        if answer == "leave-now":
            self.exit(return_code=INTERRUPTED)

    def _end_by(self, number: int) -> None:
        self.exit(return_code=128 + number)

    # Textual would print a traceback; a bug is for the command line to write down and name.
    def _handle_exception(self, error: Exception) -> None:
        self.bug = self.bug or error
        super()._handle_exception(error)

    def _print_error_renderables(self) -> None:
        self._exit_renderables.clear()
