"""Banks from files and folders, and everything that is wrong with them."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.bank.question import Library
from quizapp.collector import collector_paused

if TYPE_CHECKING:
    from quizapp.bank.nodes import Node
    from quizapp.bank.problems import Problem
    from quizapp.bank.sheet import Sheet

Paths = Iterable[Path | str]


def load_banks(paths: Paths) -> Library:
    """The banks in these files, and in these folders' own ``*.yaml`` and ``*.yml`` by name.

    Nothing is raised. A question with an error is left out, and so is a bank with one outside its
    questions, or with the id of a bank before it; the rest loads. A file named twice is read once.
    """
    from quizapp.bank.files import files_at
    from quizapp.bank.sheet import library_of

    problems: list[Problem] = []
    with collector_paused():
        sheets = [_in_full(file)[0] for file, _ in files_at(paths, problems)]
        return library_of(sheets, problems)


def open_banks(paths: Paths, keep: Path) -> Library:
    """The same library, of a file that was read before and had nothing wrong from what was kept.

    What is read now and has nothing wrong is kept in the file `keep` for the next time. Where that
    cannot be read or written, or holds anything else, the banks are read as if it were not there.
    """
    from quizapp.bank.files import files_at
    from quizapp.bank.keeping import Shelf, stamp_of
    from quizapp.bank.sheet import library_of

    problems: list[Problem] = []
    with collector_paused():
        shelf = Shelf(keep)
        sheets = []
        for file, real in files_at(paths, problems):
            sheet = shelf.sheet(file, real)
            if sheet is None:
                stamp = stamp_of(real)
                sheet, tree = _in_full(file)
                shelf.put(real, stamp, sheet, tree)
            sheets.append(sheet)
        shelf.save()
        return library_of(sheets, problems)


def _in_full(file: str) -> tuple["Sheet", "Node | None"]:
    """What a file comes to, and its tree."""
    from quizapp.bank.bank_reader import sheet_of
    from quizapp.bank.page import Page
    from quizapp.bank.reader import read

    reading = read(file)
    return sheet_of(Page(file, reading), reading.node), reading.node
