"""Apps side by side in one run: a key in, and the time until what it brings about is painted."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from time import perf_counter, process_time
from typing import Any

from textual.app import App, ComposeResult
from textual.drivers.headless_driver import HeadlessDriver
from textual.events import Key
from textual.widgets import Input, Static

SIZE = (80, 24)
PATIENCE = 20.0
REST = 0.04
"""Seconds after a key in which whatever it set going, such as a later repaint, comes to its end."""

_CONTROL = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


class Terminal(HeadlessDriver):
    """Takes all that is painted, and notes when."""

    sent = ""
    at = 0.0
    worked = 0.0
    """The same in seconds of the processor, which other programs make no longer."""

    def start_application_mode(self) -> None:
        """Where a run begins, in its loop."""
        super().start_application_mode()
        self.painted = asyncio.Event()
        """Set at every writing: to look again and again would be a part of what is measured."""

    @property
    def is_headless(self) -> bool:
        """Textual renders nothing for a driver without a head."""
        return False

    def write(self, data: str) -> None:
        self.sent += data
        self.at, self.worked = perf_counter(), process_time()
        if hasattr(self, "painted"):
            self.painted.set()


class Bare(App[None]):
    """The least that can answer a key with a line of text."""

    def compose(self) -> ComposeResult:
        yield Static(id="shown")

    def on_key(self, event: Key) -> None:
        self.query_one(Static).update(f"pressed {event.key}")


class BareField(App[None]):
    """The least that a character can be typed into."""

    def compose(self) -> ComposeResult:
        field = Input()
        field.cursor_blink = False
        yield field


@asynccontextmanager
async def running(*apps: App[Any]) -> AsyncIterator[None]:
    """All of these at once, each at a terminal of its own."""
    async with AsyncExitStack() as stack:
        for app in apps:
            app.driver_class = Terminal
            task = asyncio.create_task(app.run_async(size=SIZE))
            stack.push_async_callback(_end, app, task)
        await asyncio.sleep(1)
        yield


async def _end(app: App[Any], task: "asyncio.Task[Any]") -> None:
    app.exit()
    await task


async def press(app: App[Any], key: str, sought: str) -> tuple[float, float]:
    """Seconds from a key to the writing of what is sought, and of them those worked."""
    terminal = app._driver
    assert isinstance(terminal, Terminal)
    terminal.sent = ""
    begun, before = perf_counter(), process_time()
    app.post_message(Key(key, key if len(key) == 1 else None))
    while sought not in _CONTROL.sub("", terminal.sent):
        terminal.painted.clear()
        async with asyncio.timeout(PATIENCE):
            await terminal.painted.wait()
    taken = terminal.at - begun, terminal.worked - before
    await asyncio.sleep(REST)
    return taken
