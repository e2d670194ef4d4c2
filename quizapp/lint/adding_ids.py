"""Ids for questions that have none, put into the text of a bank; nothing else of it changes."""

import re
from collections.abc import Iterator
from pathlib import Path

from quizapp.bank import Listing, Mapping, Node, Scalar, read
from quizapp.errors import ExchangeError
from quizapp.writing import write_whole

MOST_WORDS = 5
_WORD = re.compile(r"[a-z0-9]+")
_BOM = "\ufeff"


def add_ids(file: Path) -> tuple[str, ...]:
    """Write the missing ids of a bank in place, and give them; the file is whole, or as it was.

    An id is made of the first words of the prompt. Raises ExchangeError where the file cannot
    be read as a bank or be written, a question is laid out so that no place is left for an id, or
    somebody else has saved the file meanwhile.
    """
    reading = read(file)
    tree = reading.node
    if not isinstance(tree, Mapping) or any(each.severity == "error" for each in reading.problems):
        raise ExchangeError(
            "file-unread", "{path} cannot be read; `quizapp check {path}` says why", path=str(file)
        )
    questions = _questions(tree)
    taken = {word for question in questions for word in _ids(question)}
    nameless = [question for question in questions if not _has_id(question)]
    names = [_new_id(question, taken) for question in nameless]
    content = file.read_bytes()
    text = content.decode("utf-8")
    lines = text.removeprefix(_BOM).split("\n")
    # From the last to the first, so that the places of those before stay what they were.
    for question, id_ in reversed(tuple(zip(nameless, names, strict=True))):
        lines[question.line - 1 : question.line] = _with_id(lines, question, id_, file)
    if nameless:
        bom = _BOM if text.startswith(_BOM) else ""
        try:
            # Both: what the ids were found in, and what they were put into.
            if read(file).lines != reading.lines or file.read_bytes() != content:
                raise ExchangeError(
                    "file-changed",
                    "{path} has changed meanwhile and is left as it is; run `quizapp check "
                    "--add-ids {path}` again",
                    path=str(file),
                )
            write_whole(file, [bom + "\n".join(lines)])
        except OSError as error:
            raise ExchangeError(
                "file-unwritten", "{path} cannot be written: {reason}",
                path=str(file), reason=error.strerror or type(error).__name__,
            ) from None  # fmt: skip
    return tuple(names)


def _questions(tree: Mapping) -> list[Mapping]:
    listed = tree.get("questions")
    items = listed.items if isinstance(listed, Listing) else ()
    return [item for item in items if isinstance(item, Mapping)]


def _ids(question: Mapping) -> Iterator[str]:
    aliases = question.get("aliases")
    words = aliases.items if isinstance(aliases, Listing) else (aliases,)
    for word in (question.get("id"), *words):
        if isinstance(word, Scalar) and word.text:
            yield word.text


def _has_id(question: Mapping) -> bool:
    id_ = question.get("id")
    return id_ is not None and not _is_empty(id_)


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.text and not node.quoted


def _new_id(question: Mapping, taken: set[str]) -> str:
    """The first words of the prompt, else `question`; with a number where that is taken."""
    prompt = question.get("prompt") or question.get("front")
    if isinstance(prompt, Mapping):
        prompt = prompt.get("en")
    words = _WORD.findall(prompt.text.lower()) if isinstance(prompt, Scalar) else []
    stem = "-".join(words[:MOST_WORDS])[:56].strip("-") or "question"
    number, id_ = 1, stem
    while id_ in taken:
        number += 1
        id_ = f"{stem}-{number}"
    taken.add(id_)
    return id_


def _with_id(lines: list[str], question: Mapping, id_: str, file: Path) -> list[str]:
    """The first line of a question with the id before its first key, or behind an empty `id:`."""
    line = lines[question.line - 1] if question.line <= len(lines) else ""
    before, after = line[: question.column - 1], line[question.column - 1 :]
    has_key = question.get("id") is not None
    if has_key and question.entries[0][0].text == "id" and after.startswith("id:"):
        return [f"{before}id: {id_}{after.removeprefix('id:')}"]
    if not has_key and after.startswith("{"):
        return [f"{before}{{id: {id_}, {after.removeprefix('{').lstrip(' ')}"]
    if not has_key and after.strip() and not before.replace("-", "").strip():
        ending = "\r" if line.endswith("\r") else ""
        return [f"{before}id: {id_}{ending}", f"{' ' * len(before)}{after}"]
    raise ExchangeError(
        "ids-nowhere",
        "{path}: no place for an id was found on line {line}, and nothing was written",
        path=str(file), line=str(question.line),
    )  # fmt: skip
