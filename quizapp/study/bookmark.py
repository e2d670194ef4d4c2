"""Where a sitting stands, on disk, so that one that was broken off is taken up again.

The answers are in the history; the bookmark holds what they do not say: which questions were
chosen, and what was skipped. A sitting that is running holds a lock, so that a second one does not
take it up; where the system has no such locks nothing is taken up.
"""

import json
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any, Self, get_args

from quizapp.frozen import dataclass
from quizapp.study.queue import Result, Step
from quizapp.writing import write_whole

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Asked:
    """What a sitting was begun with."""

    verb: str
    profile: str
    names: tuple[str, ...]
    """As on the command line."""
    count: int | None
    day: str
    """The learner's day: a sitting of yesterday is over."""
    seed: int
    questions: tuple[str, ...]
    """Keys, in the order of the queue."""
    meeting: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """What a bookmark holds."""

    asked: Asked
    sitting: str
    steps: tuple[Step, ...]


class BookmarkFile:
    """One file, for one sitting at a time."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock: IO[bytes] | None = None
        self._asked: Asked | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Another sitting may claim it."""
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def claim(self) -> bool:
        """Whether no sitting that is running holds it; from now on this one does."""
        if sys.platform == "win32":
            return False
        import fcntl

        if self._lock is not None:
            return True
        lock = None
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            # The lock lasts as long as the file is open: as long as this process at most.
            lock = open(self._path.with_suffix(".lock"), "ab", opener=_private)  # noqa: SIM115
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            if lock is not None:
                lock.close()
            return False
        self._lock = lock
        return True

    def read(self) -> Mark | None:
        """What the last sitting left behind, if it did not come to its end."""
        if self._lock is None:
            return None
        try:
            return _mark_in(json.loads(self._path.read_bytes()))
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            # Nothing there, or nothing that can be used: a new sitting is begun.
            return None

    def begin(self, asked: Asked) -> None:
        """From now on it is of this sitting."""
        self._asked = asked

    def keep(self, sitting: str, steps: Sequence[Step]) -> None:
        """Write down how far it has come. Where that fails, nothing is taken up later."""
        if self._lock is None or self._asked is None:
            return
        record = {
            "format": _FORMAT,
            **asdict(self._asked),
            "sitting": sitting,
            "steps": [[step.key, step.result] for step in steps],
        }
        with suppress(OSError, UnicodeEncodeError):
            write_whole(self._path, [json.dumps(record, ensure_ascii=False)])

    def remove(self) -> None:
        """The sitting came to its end."""
        if self._lock is None:
            return
        # Where it stays, it is found to be at its end when it is taken up.
        with suppress(OSError):
            self._path.unlink(missing_ok=True)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _mark_in(record: Mapping[str, Any]) -> Mark | None:
    if record["format"] != _FORMAT:
        return None
    steps = tuple(Step(key, result) for key, result in record["steps"])
    if any(step.result not in get_args(Result) for step in steps):
        return None
    asked = Asked(
        record["verb"], record["profile"], tuple(record["names"]), record["count"], record["day"],
        int(record["seed"]), tuple(record["questions"]), tuple(record["meeting"]),
    )  # fmt: skip
    return Mark(asked, record["sitting"], steps)
