"""Which files the banks of some paths are in."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from quizapp.bank import bank_faults as faults
from quizapp.bank.problems import Fault, Findings, Problem

_SUFFIXES = (".yaml", ".yml")


def files_at(paths: Iterable[Path | str], problems: list[Problem]) -> Iterator[tuple[str, str]]:
    """These files, and these folders' own ``*.yaml`` and ``*.yml`` by name, each file once.

    With each its real path. `problems` grows by those of folders.
    """
    seen: set[str] = set()
    for path in paths:
        for file in _files_at(str(path), problems):
            real = _real(file)
            if real not in seen:
                seen.add(real)
                yield file, real


def _files_at(path: str, problems: list[Problem]) -> list[str]:
    if not os.path.isdir(path):  # noqa: PTH112  a path with a NUL is no folder, and no error yet
        return [path]
    try:
        names = sorted(os.listdir(path))  # noqa: PTH208  names are what is wanted
    except OSError:
        return _nothing(faults.FOLDER_UNREADABLE, path, problems)
    # Names with a dot in front are what editors and systems leave behind.
    files = [name for name in names if name.endswith(_SUFFIXES) and not name.startswith(".")]
    return [str(Path(path, name)) for name in files] or _nothing(faults.NO_BANKS, path, problems)


def _nothing(fault: Fault, path: str, problems: list[Problem]) -> list[str]:
    findings = Findings(path)
    findings.add(fault, 1, 1)
    problems += findings.problems()
    return []


def _real(file: str) -> str:
    try:
        return os.path.realpath(file)
    except (OSError, ValueError):  # a NUL in the path: reading the file reports it
        return file
