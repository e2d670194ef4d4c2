"""The program at a pseudo-terminal: keys in, the bytes that were sent out."""

import os
import select
import sys
import time
from collections.abc import Sequence
from pathlib import Path

PROJECT = Path(__file__).parents[2]
PATIENCE = 60.0
_AT_A_TIME = 65536

Step = tuple[bytes, bytes]
"""What must have been sent since the step before, and the keys that are pressed then."""


class AtTerminal:
    """One run of ``quizapp`` with these arguments, at 80×24."""

    def __init__(self, arguments: Sequence[str], home: Path) -> None:
        import pty

        line = [sys.executable, "-m", "quizapp", *arguments]
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            os.chdir(PROJECT)
            settings = {
                "QUIZAPP_HOME": str(home), "TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24",
                "TEXTUAL_ANIMATIONS": "none",
            }  # fmt: skip
            os.execve(sys.executable, line, {**os.environ, **settings})  # noqa: S606 # our own
        self.sent = b""

    def play(self, steps: Sequence[Step]) -> bytes:
        """All steps, and then to the end of the program; everything that was sent."""
        for awaited, keys in steps:
            self.until(awaited)
            self.press(keys)
        while self._read():
            pass
        os.waitpid(self.pid, 0)
        os.close(self._terminal)
        return self.sent

    def until(self, awaited: bytes) -> None:
        """Wait until this has been sent since the last time."""
        start, patient_until = len(self.sent), time.monotonic() + PATIENCE
        while awaited not in self.sent[start:]:
            assert self._read(), self.sent[start:]
            assert time.monotonic() < patient_until, (awaited, self.sent[start:])

    def press(self, keys: bytes) -> None:
        """Type these."""
        os.write(self._terminal, keys)

    def _read(self) -> bool:
        """Take what has come; whether the program still runs."""
        if not select.select([self._terminal], [], [], 0.1)[0]:
            return True
        try:
            more = os.read(self._terminal, _AT_A_TIME)
        except OSError:  # Linux says so where others give nothing
            return False
        self.sent += more
        return bool(more)

    def command_lines(self) -> bytes:
        """As the list of processes shows them, where the system does."""
        shown = Path(f"/proc/{self.pid}/cmdline")
        return shown.read_bytes() if shown.exists() else b""
