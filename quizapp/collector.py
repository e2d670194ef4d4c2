"""Python's garbage collector, kept from work where nothing becomes garbage."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


def pause_collector() -> None:
    """Until :func:`settle`: of what a start makes nearly all stays."""
    gc.disable()


def settle() -> None:
    """Leave what was made since the pause alone for good, and collect from now on."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


@contextmanager
def collector_paused() -> Iterator[None]:
    """Without the garbage collector, which goes through what grows again and again.

    What was made meanwhile is put among the old objects, or the first thing that the collector
    would do is to go through all of it.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if not gc.get_freeze_count():
            gc.freeze()
            gc.unfreeze()
        if was_enabled:
            gc.enable()
