"""The steps of a group in a small file: what a kill leaves behind, and where to go on."""

import json
import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from quizapp.errors import HistoryError

Record = Mapping[str, Any]


class Journal:
    """An append-only file of JSON lines, for its owner's eyes only.

    A line is on the disk before :meth:`append` returns. Lines that cannot be written wait in
    memory and are tried again before the next one, so that the file never misses a step.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._waiting: list[bytes] = []
        self._lock: int | None = None

    def claim(self) -> bool:
        """Whether no other terminal is at this group; from now on this one is.

        Until :meth:`release`, or as long as the process lives. Where the system has no such locks,
        or the file cannot be written, nobody is kept out.
        """
        if self._path is None or self._lock is not None or sys.platform == "win32":
            return True
        import fcntl

        try:
            descriptor = _open(self._path)
        except OSError:
            return True
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(descriptor)
            return False
        self._lock = descriptor
        return True

    def release(self) -> None:
        """Another terminal may go on with it."""
        if self._lock is None or self._path is None:
            return
        if os.fstat(self._lock).st_size == 0:
            # Nothing was begun: there is nothing to be found there.
            _drop(self._path)
        os.close(self._lock)
        self._lock = None

    def append(self, record: Record) -> HistoryError | None:
        """Adds a line; an error says why it is not on the disk yet. Without a path it is kept."""
        if self._path is None:
            return None
        self._waiting.append(json.dumps(record, ensure_ascii=False).encode() + b"\n")
        try:
            _write(self._path, b"".join(self._waiting))
        except OSError as fault:
            return HistoryError(
                "round-not-kept",
                "{path} cannot be written ({reason}): the rounds go on, and after a breakdown they "
                "would begin again",
                path=self._path, reason=fault.strerror or str(fault),
            )  # fmt: skip
        self._waiting.clear()
        return None

    def records(self) -> list[Record]:
        """The lines there are, and the end of the file made good.

        A line that a kill cut short is dropped, with what stands behind it; nothing is read where
        there is no file.
        """
        if self._path is None:
            return []
        try:
            written = _read(self._path)
        except OSError:
            return []
        records: list[Record] = []
        sound = 0
        for line in written.splitlines(keepends=True):
            record = _record(line)
            if record is None:
                break
            records.append(record)
            sound += len(line)
        if sound < len(written):
            os.truncate(self._path, sound)
        return records

    def remove(self) -> None:
        """The rounds are over: nothing is to be gone on with."""
        self._waiting.clear()
        if self._path is not None:
            _drop(self._path)
        self.release()


def journals_in(folder: Path) -> list[Path]:
    """The files of groups that were broken off, by name."""
    return sorted(folder.glob("*.jsonl"))


def people_in(records: Iterable[Record]) -> set[str]:
    """Everyone whom these steps name."""
    named: set[str] = set()
    for record in records:
        if isinstance(people := record.get("people"), list):
            named.update(map(str, people))
        if isinstance(name := record.get("name"), str):
            named.add(name)
    return named


def forget_in_journals(folder: Path, name: str) -> None:
    """Removes the journals that name a person; the others' answers are in the history."""
    for path in journals_in(folder):
        if name in people_in(Journal(path).records()):
            path.unlink(missing_ok=True)


def _drop(path: Path) -> None:
    # Where the folder is read-only it stays; the next step says that nothing is kept.
    with suppress(OSError):
        path.unlink(missing_ok=True)


def _record(line: bytes) -> Record | None:
    if not line.endswith(b"\n"):
        return None
    try:
        record = json.loads(line)
    except ValueError:
        return None
    return record if isinstance(record, dict) else None


def _read(path: Path) -> bytes:
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    with os.fdopen(descriptor, "rb") as file:
        return file.read()


def _open(path: Path) -> int:
    """The file to be added to, made where there is none, in a folder of its owner's."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0)
    return os.open(path, flags, 0o600)


def _write(path: Path, lines: bytes) -> None:
    """All of the lines at the end of the file, or none of them."""
    descriptor = _open(path)
    try:
        before = os.fstat(descriptor).st_size
        try:
            if os.write(descriptor, lines) < len(lines):
                raise OSError(28, os.strerror(28))
            os.fsync(descriptor)
        except OSError:
            os.ftruncate(descriptor, before)
            raise
    finally:
        os.close(descriptor)
