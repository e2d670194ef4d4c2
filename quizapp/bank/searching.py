"""Questions found by words."""

from collections.abc import Iterator
from unicodedata import normalize

from quizapp.bank.question import Bank, Library, Question
from quizapp.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """A question in its bank, with the text in which words are searched."""

    bank: Bank
    question: Question
    searched: str


def entries_of(library: Library) -> tuple[Entry, ...]:
    """Every question of the banks, as their authors put them."""
    return tuple(
        Entry(bank, question, _searched(bank, question))
        for bank in library.banks
        for question in bank.questions
    )


def matching(entries: tuple[Entry, ...], search: str) -> tuple[Entry, ...]:
    """Those in which every word stands: of the key, kind, level, topic or prompt, in any language.

    ``level:2`` and ``kind:solve`` are words too.
    """
    words = _folded(search).split()
    return tuple(entry for entry in entries if all(word in entry.searched for word in words))


def _searched(bank: Bank, question: Question) -> str:
    return _folded("\n".join(_texts(bank, question)))


def _texts(bank: Bank, question: Question) -> Iterator[str]:
    yield question.key
    yield f"kind:{question.kind} level:{question.level} topic:{question.topic}"
    titles = [bank.title, *(t.title for id_, t in bank.topics.items() if id_ == question.topic)]
    for title in titles:
        yield from (title.en, title.ko)
    yield from (question.prompt_text.en, question.prompt_text.ko)


def _folded(text: str) -> str:
    return normalize("NFKC", text).casefold()
