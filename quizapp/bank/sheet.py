"""What each file came to, and the library that they make together."""

from collections.abc import Iterable, Sequence

from quizapp.bank import bank_faults as faults
from quizapp.bank.nodes import Scalar
from quizapp.bank.page import Page
from quizapp.bank.problems import Problem
from quizapp.bank.question import Bank, Library
from quizapp.bank.topics import TopicEntry, compare_topics
from quizapp.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a file came to."""

    page: Page
    id: Scalar | None = None
    """The bank's id where it is written, if it is one."""
    bank: Bank | None = None
    topics: tuple[TopicEntry, ...] = ()


def library_of(sheets: Sequence[Sheet], problems: Iterable[Problem]) -> Library:
    """The banks of these files, and behind the problems given all of the files, taken together."""
    banks = _distinct(sheets)
    entries = (entry for sheet in sheets for entry in sheet.topics)
    compare_topics(entries, {topic for bank in banks for topic in (bank.id, *bank.topics)})
    of_files = [problem for sheet in sheets for problem in sheet.page.problems()]
    return Library(banks, (*problems, *of_files))


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
