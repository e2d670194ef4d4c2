"""One bank, from the tree of its file to its questions."""

from bisect import bisect_right
from collections.abc import Iterable
from pathlib import Path

from quizapp.bank import bank_faults as faults
from quizapp.bank.formulas import plain_text_of
from quizapp.bank.nodes import Listing, Mapping, Node, Scalar
from quizapp.bank.page import Fields, Page
from quizapp.bank.plain_values import id_of
from quizapp.bank.question import Bank, Question
from quizapp.bank.question_reader import Surroundings, question_of
from quizapp.bank.sheet import Sheet
from quizapp.bank.topics import TopicEntry, all_topics
from quizapp.bank.topics_reader import declared_topics
from quizapp.words import Text

KEYS = ("bank", "title", "topics", "questions")
_OF_THE_WHOLE_FILE = {"B010", "B015"}
"""A second document and problems not listed: which questions they concern is not known."""


def sheet_of(page: Page, tree: Node | None) -> Sheet:
    """The bank in a tree, without the questions that have an error.

    An error outside the questions leaves out the bank. Everything wrong is on the page.
    """
    if tree is None:
        return Sheet(page)
    if not isinstance(tree, Mapping):
        page.report(faults.NO_BANK, tree)
        return Sheet(page)
    fields = Fields(page, tree, KEYS)
    written = fields.required("bank", "bank: convolution")
    id_ = id_of(page, written)
    title = plain_text_of(page, fields.get("title"))
    topics = declared_topics(page, fields.get("topics"))
    listed = _questions_written(page, fields)
    blamed = _blamed(page, tree, listed)
    is_whole = page.errors == 0 and None not in blamed
    surroundings = _surroundings(id_ or "", fields, topics, listed)
    questions = [
        question
        for number, node in enumerate(listed)
        if (question := _question_of(page, node, surroundings)) and number not in blamed
    ]
    bank = _bank(page, id_, title, topics, questions) if id_ and is_whole else None
    return Sheet(page, written if isinstance(written, Scalar) and id_ else None, bank, topics)


def _bank(
    page: Page,
    id_: str,
    title: Text | None,
    topics: tuple[TopicEntry, ...],
    questions: Iterable[Question],
) -> Bank:
    title = title or Text.same(id_)
    questions = tuple(questions)
    used = (question.topic for question in questions)
    return Bank(id_, title, all_topics(topics, used, id_, title), questions, Path(page.file))


def _questions_written(page: Page, fields: Fields) -> tuple[Node, ...]:
    node = fields.required("questions", "questions: [{id: …, answer: …, prompt: …}]")
    if isinstance(node, Listing):
        if not node.items:
            page.report(faults.NO_QUESTIONS, node)
        return node.items
    if node is not None:
        page.report(faults.LIST_WANTED, node)
    return ()


def _question_of(page: Page, node: Node, around: Surroundings) -> Question | None:
    if isinstance(node, Mapping):
        return question_of(page, node, around)
    page.report(faults.MAPPING_WANTED, node, example="- id: conv-parameters")
    return None


def _surroundings(
    bank: str, fields: Fields, topics: tuple[TopicEntry, ...], listed: tuple[Node, ...]
) -> Surroundings:
    ids: dict[str, Scalar] = {}
    aliases: dict[str, Scalar] = {}
    for node in listed:
        if not isinstance(node, Mapping):
            continue
        for word in _words(node.get("id")):
            ids.setdefault(word.text, word)
        for word in _words(node.get("aliases")):
            aliases.setdefault(word.text, word)
    declared = {entry.key.text for entry in topics} if "topics" in fields else None
    return Surroundings(bank, declared, ids, aliases)


def _words(node: Node | None) -> list[Scalar]:
    written = node.items if isinstance(node, Listing) else (node,)
    return [word for word in written if isinstance(word, Scalar)]


def _blamed(page: Page, tree: Mapping, listed: tuple[Node, ...]) -> set[int | None]:
    """The numbers of the questions in which the reader found an error; None for outside of all."""
    starts = [(node.line, node.column) for node in listed]
    after = [(key.line, key.column) for key, _ in tree.entries]
    blamed: set[int | None] = set()
    for problem in page.read_errors:
        place = (problem.line, problem.column)
        number = bisect_right(starts, place) - 1
        is_outside = number < 0 or any(starts[-1] < key <= place for key in after)
        is_outside = is_outside or problem.code in _OF_THE_WHOLE_FILE
        blamed.add(None if is_outside else number)
    return blamed
