"""The topics that a bank declares, and the one that a question stands under."""

from collections.abc import Collection

from quizapp.bank import bank_faults as faults
from quizapp.bank.formulas import plain_text_of
from quizapp.bank.nodes import Node, Scalar
from quizapp.bank.page import Page, entries_of, fields_of, text_of
from quizapp.bank.plain_values import id_of, words_of
from quizapp.bank.question import Topic
from quizapp.bank.topics import TopicEntry
from quizapp.expressions import nearest
from quizapp.words import Text


def declared_topics(page: Page, node: Node | None) -> tuple[TopicEntry, ...]:
    """The topics under ``topics:``; one without a title is called by its id."""
    found = []
    for key, value in entries_of(page, node, "topics: {pooling: {title: Pooling}}"):
        id_ = id_of(page, key)
        is_empty = isinstance(value, Scalar) and not value.text and not value.quoted
        written = None if is_empty else value
        fields = fields_of(page, written, ("title", "needs"), f"{key.text}: {{title: …}}")
        title = plain_text_of(page, fields.get("title")) if fields else None
        needs = words_of(page, fields.get("needs")) if fields else ()
        needs = tuple(word for word in needs if id_of(page, word))
        if id_ is not None:
            topic = Topic(title or Text.same(id_), tuple(word.text for word in needs))
            found.append(TopicEntry(page, key, topic, title, needs))
    return tuple(found)


def topic_of(page: Page, node: Node | None, bank: str, declared: Collection[str] | None) -> str:
    """The topic a question stands under: one that its bank declares, or the bank itself."""
    scalar = text_of(page, node)
    if scalar is None or scalar.text == bank:
        return bank
    topic = scalar.text
    if declared is None:
        return id_of(page, scalar) or bank
    if topic not in declared:
        guess = nearest(topic, (*declared, bank))
        if guess is None:
            page.report(faults.UNDECLARED_TOPIC, scalar, topic=topic)
        else:
            page.report(faults.UNKNOWN_TOPIC, scalar, topic=topic, guess=guess)
    return topic
