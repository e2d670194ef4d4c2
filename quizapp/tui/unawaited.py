"""Long calls that nobody has to wait for: the program may end while they still reckon."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from contextvars import copy_context
from threading import Thread
from types import TracebackType
from typing import Generic, TypeVar

T = TypeVar("T")


async def unawaited(call: Callable[[], T]) -> T:
    """The result of a call in a thread of its own, which keeps nothing alive.

    What an executor of asyncio has begun would be waited for at the end.
    """
    handed_on = _HandedOn[T](asyncio.get_running_loop())

    def run() -> None:
        with handed_on:
            handed_on.result = call()

    # In the context of here, which is how Textual knows the app whose styles are asked for.
    Thread(target=copy_context().run, args=(run,), daemon=True).start()
    return await handed_on.future


class _HandedOn(Generic[T]):
    """Around a call in a thread: what it gives or raises goes to whoever awaits the future."""

    result: T

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.future: asyncio.Future[T] = loop.create_future()
        self._loop = loop

    def __enter__(self) -> None:
        pass

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        error: BaseException | None,
        _trace: TracebackType | None,
    ) -> bool:
        # The loop may be gone by now, and nobody waits any more.
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._settle, error)
        return True

    def _settle(self, error: BaseException | None) -> None:
        if self.future.cancelled():
            return
        if error is None:
            self.future.set_result(self.result)
        else:
            self.future.set_exception(error)
