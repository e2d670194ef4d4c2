"""Banks from files and folders, and everything that is wrong with them."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from quizapp.bank import bank_faults as faults
from quizapp.bank.bank_reader import Sheet, sheet_of
from quizapp.bank.page import Page
from quizapp.bank.problems import Fault, Findings, Problem
from quizapp.bank.question import Bank, Library
from quizapp.bank.reader import read
from quizapp.bank.topics import compare_topics
from quizapp.collector import collector_paused

_SUFFIXES = (".yaml", ".yml")


def load_banks(paths: Iterable[Path | str]) -> Library:
    """The banks in these files, and in these folders' own ``*.yaml`` and ``*.yml`` by name.

    Nothing is raised. A question with an error is left out, and so is a bank with one outside its
    questions, or with the id of a bank before it; the rest loads. A file named twice is read once.
    """
    problems: list[Problem] = []
    with collector_paused():
        sheets = [_sheet(file) for file in _files(paths, problems)]
        banks = _distinct(sheets)
        entries = (entry for sheet in sheets for entry in sheet.topics)
        compare_topics(entries, {topic for bank in banks for topic in (bank.id, *bank.topics)})
        for sheet in sheets:
            problems += sheet.page.problems()
    return Library(banks, tuple(problems))


def _sheet(file: str) -> Sheet:
    reading = read(file)
    return sheet_of(Page(file, reading), reading.node)


def _distinct(sheets: Iterable[Sheet]) -> tuple[Bank, ...]:
    """The banks but for those with the id of an earlier file, which are reported."""
    first: dict[str, str] = {}
    banks: list[Bank] = []
    for sheet in sheets:
        if sheet.id is not None:
            file = first.setdefault(sheet.id.text, sheet.page.file)
            if file != sheet.page.file:
                sheet.page.report(faults.DUPLICATE_BANK, sheet.id, bank=sheet.id.text, file=file)
            elif sheet.bank is not None:
                banks.append(sheet.bank)
    return tuple(banks)


def _files(paths: Iterable[Path | str], problems: list[Problem]) -> Iterator[str]:
    """The files, each once; `problems` grows by those of folders."""
    seen: set[str] = set()
    for path in paths:
        for file in _files_at(str(path), problems):
            real = _real(file)
            if real not in seen:
                seen.add(real)
                yield file


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
