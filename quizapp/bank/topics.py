"""The topics of a bank, and whether banks agree about those they share."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from quizapp.bank import bank_faults as faults
from quizapp.bank.nodes import Scalar
from quizapp.bank.page import Page
from quizapp.bank.question import Topic
from quizapp.expressions import nearest
from quizapp.frozen import dataclass
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
