"""Which questions a search means, and what each is called in a list."""

from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import normalize

from quizapp.bank import Bank, Library, Question
from quizapp.words import Language, Text


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


def headline(question: Question, language: Language) -> str:
    """The first line of the prompt as it is written, its holes open."""
    written = {
        spoken: sentence.template.fill(lambda hole: f"{{{hole.source}}}")
        for spoken, sentence in question.prompt.sentences.items()
    }
    text = Text(written.get("en", ""), written.get("ko", "")).in_language(language)
    return text.strip().split("\n")[0]


def _searched(bank: Bank, question: Question) -> str:
    return _folded("\n".join(_texts(bank, question)))


def _texts(bank: Bank, question: Question) -> Iterator[str]:
    yield question.key
    yield f"kind:{question.kind} level:{question.level} topic:{question.topic}"
    titles = [bank.title, *(t.title for id_, t in bank.topics.items() if id_ == question.topic)]
    for title in titles:
        yield from (title.en, title.ko)
    for sentence in question.prompt.sentences.values():
        yield sentence.template.fill(lambda hole: hole.source)


def _folded(text: str) -> str:
    return normalize("NFKC", text).casefold()
