"""Reading a line in the open, and one that does not show."""

import sys
from collections.abc import Callable, Iterable
from getpass import getpass
from typing import Protocol, TextIO


class Typing(Protocol):
    """Where lines come from; None is the end of them."""

    def line(self, prompt: str) -> str | None:
        """A line typed in the open."""

    def masked(self, prompt: str) -> str | None:
        """A line that is not echoed: not on the screen, not in what scrolls away."""


class Lines:
    """Lines of a pipe or a test: nothing echoes them anyway."""

    def __init__(self, lines: Iterable[str], out: TextIO) -> None:
        self._lines = iter(lines)
        self._out = out

    def line(self, prompt: str) -> str | None:
        """The next line."""
        self._out.write(prompt)
        self._out.flush()
        typed = next(self._lines, None)
        if typed is None:
            self._out.write("\n")
        return typed

    masked = line


class Terminal(Lines):
    """A terminal, whose echo is switched off for masked lines."""

    def __init__(self, lines: Iterable[str], out: TextIO, mask: Callable[..., str] = getpass):
        super().__init__(lines, out)
        self._mask = mask

    def masked(self, prompt: str) -> str | None:
        """The next line, typed blind."""
        self._out.flush()
        try:
            return self._mask(prompt, stream=self._out)
        except EOFError:
            self._out.write("\n")
            return None


def typing_of(lines: Iterable[str], out: TextIO) -> Typing:
    """A terminal where somebody sits at one, else the lines of a pipe."""
    at_terminal = sys.stdin is not None and sys.stdin.isatty()
    return Terminal(lines, out) if at_terminal else Lines(lines, out)
