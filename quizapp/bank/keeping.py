"""What reading bank files came to, kept in a file, so that what was read once is opened at once.

The file is lines of JSON: a head, which says by which program the rest was written and what it
sums to; a list with a record for each bank file of what lists and schedules need; and all their
questions, each read by the ordinary reader when it is first asked for. Files with a problem are not
in it. It is data, and nothing in it is run; who can change it can change the user's banks as well.
"""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache, partial
from hashlib import sha256
from itertools import accumulate
from pathlib import Path
from typing import Any
from zlib import crc32

import quizapp
from quizapp.bank.nodes import Listing, Mapping, Node, Scalar
from quizapp.bank.page import Page
from quizapp.bank.question import Bank, Body, Place, Question, Topic
from quizapp.bank.reading import NO_FILE
from quizapp.bank.rereading import tree_in
from quizapp.bank.sheet import Sheet
from quizapp.bank.topics import TopicEntry, all_topics
from quizapp.errors import DrawError
from quizapp.frozen import dataclass
from quizapp.words import Text
from quizapp.writing import write_whole

_FORMAT = 2
_PACKAGE = Path(__file__).resolve().parent.parent
_ROOMS = ("", "bank", "calc", "expressions", "mistakes", "words")
"""Whose code decides what a question means."""

_COARSEST = 2_000_000_000
"""Nanoseconds between two times that every file system tells apart (FAT's are even seconds)."""

Stamp = tuple[int, ...]


def stamp_of(file: str) -> Stamp | None:
    """What changes with a file: its size, and when it and its entry were changed last."""
    try:
        found = os.stat(file)  # noqa: PTH116  what was found is a plain path
    except (OSError, ValueError):
        return None
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns


@dataclass(frozen=True, slots=True)
class _Kept:
    """What one bank file came to."""

    record: dict[str, Any]
    questions: bytes
    """As they are kept, one a line; the record has the lengths of the lines."""


class Shelf:
    """The file of what was read before, and of what is read now."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept = _kept_in(path)
        self._shelved: list[_Kept] = []
        self._has_news = False

    def sheet(self, file: str, real: str) -> Sheet | None:
        """What a file came to, called `file` this time; None where it is to be read."""
        kept = self._kept.get(real)
        if kept is None or kept.record["stamp"] != list(stamp_of(real) or ()):
            return None
        try:
            sheet = _sheet(file, kept, self._path)
        except (LookupError, TypeError, ValueError):
            return None
        self._shelved.append(kept)
        return sheet

    def put(self, real: str, stamp: Stamp | None, sheet: Sheet, tree: Node | None) -> None:
        """Keep what a file came to if it has no problem; its stamp is of before it was read."""
        written = tree.get("questions") if isinstance(tree, Mapping) else None
        if stamp is None or sheet.page.problems() or not isinstance(written, Listing):
            return
        if sheet.id is not None and sheet.bank is not None:
            lines = [_line(_plain(node)) for node in written.items]
            sizes = [len(line) for line in lines]
            record = _record(real, stamp, sheet.id, sheet.bank, sheet.topics, sizes)
            self._shelved.append(_Kept(record, b"\n".join(lines)))
            self._has_news = True

    def save(self) -> None:
        """Write down what was opened and put, where any of it is new and it can be written."""
        if not self._has_news:
            return
        records = _line([kept.record for kept in self._shelved])
        rest = b"\n".join([records, *(kept.questions for kept in self._shelved)])
        with suppress(OSError, ValueError):  # ValueError: a NUL in the path
            text = f"{json.dumps(_head(rest))}\n{rest.decode()}"
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(self._path, [text])


def _kept_in(path: Path) -> dict[str, _Kept]:
    """What a file of ours holds, by the real paths of the bank files; nothing if it is none.

    A bank file that was changed just before may have been changed again within the same moment of
    its file system's clock: it is read once more.
    """
    kept: dict[str, _Kept] = {}
    try:
        with path.open("rb") as file:
            written_at = os.fstat(file.fileno()).st_mtime_ns
            head, rest = file.readline(), file.read()
        if json.loads(head) != _head(rest):
            return {}
        place = rest.index(b"\n") + 1
        for record in json.loads(rest[:place]):
            end = place + sum(record["sizes"]) + len(record["sizes"])
            if record["stamp"][1] + _COARSEST < written_at:
                kept[record["file"]] = _Kept(record, rest[place : end - 1])
            place = end
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return {}
    return kept


def _head(rest: bytes) -> dict[str, object]:
    return {"format": _FORMAT, "code": _code(_PACKAGE), "sum": crc32(rest)}


@cache
def _code(package: Path) -> str:
    """A hash that changes with the program, and with the Python that it runs on."""
    parts = [quizapp.__version__, sys.version, str(package)]
    for room in _ROOMS:
        parts += sorted(_sources(str(package / room), deep=bool(room)))
    return sha256("\n".join(parts).encode(errors="surrogateescape")).hexdigest()


def _sources(folder: str, *, deep: bool) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                found = entry.stat()
                yield f"{entry.path} {found.st_size} {found.st_mtime_ns}"
            elif deep and entry.is_dir():
                yield from _sources(entry.path, deep=True)


def _line(value: object) -> bytes:
    # In ASCII: the name of a file may be no UTF-8.
    return json.dumps(value, separators=(",", ":")).encode()


def _record(
    real: str,
    stamp: Stamp,
    id_: Scalar,
    bank: Bank,
    topics: Iterable[TopicEntry],
    sizes: list[int],
) -> dict[str, object]:
    return {
        "file": real,
        "stamp": stamp,
        "sizes": sizes,
        "id": id_,
        "title": _pair(bank.title),
        "topics": [[each.key, each.title and _pair(each.title), each.needs] for each in topics],
        "questions": [
            [
                each.id, each.aliases, each.topic, each.level, each.kind, each.revision,
                _pair(each.prompt_text), each.place.line, each.place.column,
            ]
            for each in bank.questions
        ],
    }  # fmt: skip


def _pair(text: Text) -> tuple[str, str]:
    return text.en, text.ko


def _plain(node: Node) -> Any:
    """A tree as JSON: of its places nothing, of quotes that there are any."""
    if isinstance(node, Scalar):
        return f"'{node.text}" if node.quoted else f":{node.text}"
    if isinstance(node, Listing):
        return [_plain(item) for item in node.items]
    return {key.text: _plain(value) for key, value in node.entries}


def _scalar(text: str) -> Scalar:
    return Scalar(text[1:], text[:1] == "'", 1, 1)


def _sheet(file: str, kept: _Kept, path: Path) -> Sheet:
    """What a file came to, from what is kept of it. Raises LookupError, TypeError, ValueError."""
    record, page = kept.record, Page(file, NO_FILE)
    id_, title = Scalar(*record["id"]), Text(*record["title"])
    topics = tuple(_topic(page, *entry) for entry in record["topics"])
    unread, ends = _Unread(id_.text, file, path, kept.questions), accumulate(record["sizes"], _next)
    questions = tuple(
        _question(unread, row, end - size, end)
        for row, size, end in zip(record["questions"], record["sizes"], ends, strict=True)
    )
    used = (question.topic for question in questions)
    found = all_topics(topics, used, id_.text, title)
    return Sheet(page, id_, Bank(id_.text, title, found, questions, Path(file)), topics)


def _topic(
    page: Page, key: list[Any], title: list[str] | None, needs: list[list[Any]]
) -> TopicEntry:
    heading, needed = Scalar(*key), tuple(Scalar(*need) for need in needs)
    written = None if title is None else Text(*title)
    topic = Topic(written or Text.same(heading.text), tuple(need.text for need in needed))
    return TopicEntry(page, heading, topic, written, needed)


def _next(end: int, size: int) -> int:
    """Where a line ends that follows another."""
    return end + 1 + size


def _question(unread: "_Unread", row: list[Any], begin: int, end: int) -> Question:
    id_, aliases, topic, level, kind, revision, prompt, *place = row
    return Question(
        unread.bank, id_, tuple(aliases), topic, level, kind, revision, Place(unread.file, *place),
        Text(*prompt), partial(unread.body, id_, begin, end),
    )  # fmt: skip


class _Unread:
    """The kept questions of one bank, each read when its body is first called for."""

    def __init__(self, bank: str, file: str, path: Path, questions: bytes) -> None:
        self.bank, self.file = bank, file
        self._path, self._questions = path, questions
        self._bodies: dict[str, Body] = {}

    def body(self, id_: str, begin: int, end: int) -> Body:
        """The body of the question kept between two places."""
        if id_ not in self._bodies:
            line = self._questions[begin:end]
            self._bodies[id_] = _body(f"{self.bank}/{id_}", self.file, self._path, line)
        return self._bodies[id_]


def _body(key: str, file: str, path: Path, line: bytes) -> Body:
    """The body of a question that had nothing wrong when its file was read.

    Raises DrawError where somebody has written something else into the file that keeps it.
    """
    from quizapp.bank.networks import MOST_TRIED
    from quizapp.bank.question_reader import body_of

    page = Page(file, NO_FILE)
    page.tried = MOST_TRIED  # its networks were tried then
    with suppress(ValueError, RecursionError):
        node = tree_in(json.loads(line), _scalar)
        if isinstance(node, Mapping):
            body = body_of(page, node)
            if not page.errors:
                return body
    raise DrawError(
        "kept-question", "what {file} keeps of {question} is no question; delete that file",
        file=str(path), question=key,
    )  # fmt: skip
