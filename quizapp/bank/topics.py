"""The topics of a bank, and whether banks agree about those they share."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from quizapp.bank import bank_faults as faults
from quizapp.bank.formulas import plain_text_of
from quizapp.bank.nodes import Node, Scalar
from quizapp.bank.page import Page, entries_of, fields_of, text_of
from quizapp.bank.plain_values import id_of, words_of
from quizapp.bank.question import Topic
from quizapp.expressions import nearest
from quizapp.words import Text

_NEEDS_UNKNOWN = replace(faults.UNKNOWN_TOPIC, severity="warning")


@dataclass(frozen=True, slots=True)
class TopicEntry:
    """A topic as a bank declares it, and where."""

    page: Page
    key: Scalar
    topic: Topic
    title: Text | None
    """None where it is left out."""
    needs: tuple[Scalar, ...]


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


def compare_topics(entries: Iterable[TopicEntry], others: Collection[str]) -> None:
    """Warn where two banks describe a topic differently, and where one needs what is misspelt.

    `others` are the topics that stand under no ``topics:``.
    """
    entries = tuple(entries)
    first: dict[str, TopicEntry] = {}
    known = {*others, *(entry.key.text for entry in entries)}
    for entry in entries:
        before = first.setdefault(entry.key.text, entry)
        if _differ(before, entry):
            figures = {"file": before.page.file, "line": str(before.key.line)}
            entry.page.report(faults.TOPIC_CONFLICT, entry.key, topic=entry.key.text, **figures)
        for need in entry.needs:
            guess = None if need.text in known else _misspelt(need.text, known)
            if guess is not None:
                entry.page.report(_NEEDS_UNKNOWN, need, topic=need.text, guess=guess)


def _misspelt(need: str, known: Collection[str]) -> str | None:
    """The known topic that is `need` word for word but for slips of typing.

    "two-stage-detection" is no slip for "one-stage-detection": it stands in a bank not read along.
    """
    guess = nearest(need, known)
    if guess is None:
        return None
    words, others = need.split("-"), guess.split("-")
    if len(words) != len(others):
        return None
    alike = all(nearest(word, (other,)) for word, other in zip(words, others, strict=True))
    return guess if alike else None


def _differ(one: TopicEntry, other: TopicEntry) -> bool:
    """Whether both say something of a topic, and not the same."""
    if one.title and other.title:
        pairs = ((one.title.en, other.title.en), (one.title.ko, other.title.ko))
        if any(left and right and left != right for left, right in pairs):
            return True
    return bool(one.needs and other.needs) and set(one.topic.needs) != set(other.topic.needs)


def all_topics(
    declared: Iterable[TopicEntry], used: Iterable[str], bank: str, title: Text
) -> Mapping[str, Topic]:
    """The topics of a bank: those declared, then those that questions only name."""
    topics = {entry.key.text: entry.topic for entry in declared}
    for name in used:
        topics.setdefault(name, Topic(title if name == bank else Text.same(name)))
    return topics
