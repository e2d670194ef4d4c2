"""A bank file while it is judged: its lines, and what is wrong with it so far."""

import re
from collections.abc import Collection, Iterable, Iterator
from unicodedata import normalize

from quizapp.bank import bank_faults as faults
from quizapp.bank.file_text import FileText
from quizapp.bank.nodes import Listing, Mapping, Node, Scalar
from quizapp.bank.problems import Fault, Findings, Problem
from quizapp.bank.reading import MOST_PROBLEMS, Reading
from quizapp.expressions import nearest

MEANT = {
    "question": "prompt", "options": "choices", "explanation": "because", "variables": "vary",
    "condition": "where", "difficulty": "level", "hints": "hint", "kr": "ko",
}  # fmt: skip
"""Keys that other programs and people use, too far from ours for `nearest` to tell."""
MOST_TO_READ = 200_000
"""Words and signs in the expressions of a file, of each text once; a bank of 2,000 questions has
half as many at the most."""
_EACH = 3
_AGAIN = 1
_FAILED = 60
"""What an expression costs beside them, in words: one that is new, one that was read before, one
that has an error to be explained."""
_WORDS = re.compile(r"\w+|[^\w\s]")
_LONGEST_SHOWN = 60
_SHOWN_WHOLE = {"paste", "known", "file", "example"}


class Page:
    """One file. Whatever is reported of it is kept, and nothing is raised."""

    def __init__(self, file: str, reading: Reading) -> None:
        self.file = file
        self.lines = reading.lines
        self.errors = 0
        """How many errors have been reported; who compares two counts knows of those between."""
        self.tried = 0
        """How many layers of its networks have been tried."""
        self._read_so_far: set[str] = set()
        self._spent = 0
        self._is_spent = False
        self.read_errors = [each for each in reading.problems if each.severity == "error"]
        """What the reader refused before anything was judged."""
        self._read = reading.problems
        self._refused = {(each.line, each.column) for each in self.read_errors}
        self._findings = Findings(file, MOST_PROBLEMS)

    def report(
        self, fault: Fault, node: Node, offset: int | None = None, /, **figures: object
    ) -> None:
        """Note a fault where `node` begins, or at the character at `offset` of its text.

        Where the reader has refused something already, nothing is added. Figures that an author
        wrote are shortened.
        """
        line, column = node.line, node.column
        if offset is not None and isinstance(node, Scalar):
            line, column = node.place(offset, self.lines)
        self.errors += fault.severity == "error"
        if (line, column) not in self._refused:
            self._findings.add(fault, line, column, **dict(map(_shortened, figures.items())))

    def affords(self, node: Node, texts: Iterable[str]) -> bool:
        """Whether the expressions in these texts are still to be read.

        A file has so many of them at most: more than any bank needs would take seconds. The first
        that is too much is reported.
        """
        for text in texts:
            if self._spent > MOST_TO_READ:
                break
            if text in self._read_so_far:
                self._spent += _AGAIN
            else:
                self._read_so_far.add(text)
                self._spent += _EACH + len(_WORDS.findall(text))
        if self._spent <= MOST_TO_READ:
            return True
        if not self._is_spent:
            self._is_spent = True
            self.report(faults.TOO_MUCH_TO_READ, node)
        self.errors += 1
        return False

    def charge_failure(self) -> None:
        """Note that an expression could not be read: to say why costs more than to read it."""
        self._spent += _FAILED

    def problems(self) -> tuple[Problem, ...]:
        """All that the reader found and all that was reported, in the order of their places."""
        found = [*self._read, *self._findings.problems()]
        return tuple(sorted(found, key=lambda each: (each.line, each.column, each.code)))

    def in_brackets(self, node: Node) -> bool:
        """Whether a list or a mapping is written in ``[…]`` or ``{…}``."""
        return self.lines[node.line - 1][node.column - 1 : node.column] in {"[", "{"}

    def pasted(self, node: Node) -> str:
        """The line with `node`, written in brackets or unquoted, in quotes; may be empty."""
        if not self.in_brackets(node) and not isinstance(node, Scalar):
            return ""
        return FileText("", self.lines).pasted(node.line, node.column)


def _shortened(figure: tuple[str, object]) -> tuple[str, object]:
    name, value = figure
    if name in _SHOWN_WHOLE or not isinstance(value, str) or len(value) <= _LONGEST_SHOWN:
        return figure
    return name, value[:_LONGEST_SHOWN] + "…"


class Fields:
    """The entries of a mapping of which the possible keys are known.

    A key that is near one of them is reported and then read as that one, so that one slip is one
    problem. Keys without a value are reported and count as left out.
    """

    def __init__(self, page: Page, node: Mapping, known: Collection[str]) -> None:
        self.node = node
        self._page = page
        self._values: dict[str, Node] = {}
        self._keys: dict[str, Scalar] = {}
        self._spoiled: set[str] = set()
        for key, value in node.entries:
            name = key.text if key.text in known else self._meant(key, known)
            if name is None:
                continue
            self._keys[name] = key
            if isinstance(value, Scalar) and not value.text and not value.quoted:
                page.report(faults.NO_VALUE, key, key=key.text)
                self._spoiled.add(name)
            else:
                self._values[name] = value

    def _meant(self, key: Scalar, known: Collection[str]) -> str | None:
        guess = MEANT.get(key.text)
        if guess not in known:
            guess = nearest(key.text, known)
        if guess is None:
            listed = ", ".join(known)
            self._page.report(faults.UNKNOWN_KEY_OF, key, key=key.text, known=listed)
            return None
        self._page.report(faults.UNKNOWN_KEY, key, key=key.text, guess=guess)
        is_taken = guess in self._keys or self.node.get(guess) is not None
        return None if is_taken else guess

    def __contains__(self, key: str) -> bool:
        """Whether the key is there, with or without a value."""
        return key in self._keys

    def get(self, key: str) -> Node | None:
        """The value of `key`; None where there is none."""
        return self._values.get(key)

    def required(self, key: str, example: str) -> Node | None:
        """The value of `key`; where the key is missing that is reported with an `example`."""
        if key not in self._keys:
            self._page.report(faults.MISSING, self.node, key=key, example=example)
        return self._values.get(key)

    def key(self, key: str) -> Scalar:
        """The key itself, as it stands in the file."""
        return self._keys[key]

    def __iter__(self) -> Iterator[str]:
        """The keys that are there, in the order written."""
        return iter(self._keys)


def text_of(page: Page, node: Node | None) -> Scalar | None:
    """The text, if it is text and not empty."""
    if isinstance(node, Scalar):
        if node.text.strip():
            return node
        page.report(faults.EMPTY_TEXT, node)
    elif node is not None:
        fault = faults.TEXT_NOT_LIST if isinstance(node, Listing) else faults.TEXT_NOT_MAPPING
        page.report(fault, node, paste=page.pasted(node))
    return None


def items_of(page: Page, node: Node | None) -> tuple[Node, ...]:
    """The items of a list; none where it is no list."""
    if isinstance(node, Listing):
        return node.items
    if node is not None:
        page.report(faults.LIST_WANTED, node)
    return ()


def entries_of(page: Page, node: Node | None, example: str) -> tuple[tuple[Scalar, Node], ...]:
    """The entries of a mapping with keys of the author's own; none where it is no mapping."""
    if isinstance(node, Mapping):
        return node.entries
    if node is not None:
        page.report(faults.MAPPING_WANTED, node, example=example)
    return ()


def fields_of(page: Page, node: Node | None, known: Collection[str], example: str) -> Fields | None:
    """The fields of a mapping; None where it is no mapping."""
    if isinstance(node, Mapping):
        return Fields(page, node, known)
    if node is not None:
        page.report(faults.MAPPING_WANTED, node, example=example)
    return None


def composed(text: str) -> str:
    """`text` with every letter composed (NFC), without blanks at its end."""
    return normalize("NFC", text.rstrip())
