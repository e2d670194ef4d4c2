"""An instructor's look: exported histories of a class, topic by mistake."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import field

from quizapp.errors import HistoryError
from quizapp.frozen import dataclass
from quizapp.history import Note, Review, row_of_line
from quizapp.study.cards import is_after_talk
from quizapp.study.deriving import TopicOf, settled_by

Rows = tuple[Review | Note, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """One profile of a class."""

    name: str
    answers: int
    right: int
    slips: tuple[tuple[str, int], ...]
    """The most frequent first."""


@dataclass(frozen=True, slots=True)
class Classroom:
    """What a class answered, and which slips it made in which topic."""

    people: tuple[Person, ...]
    topics: tuple[tuple[str, int, int], ...]
    """Topic, answers, right."""
    slips: tuple[tuple[str, str, int, int], ...]
    """Topic, mistake, how often, by how many people; the most frequent first in each topic."""

    @property
    def answers(self) -> int:
        """Of everybody."""
        return sum(person.answers for person in self.people)

    @property
    def right(self) -> int:
        """Of them."""
        return sum(person.right for person in self.people)


@dataclass(frozen=True, slots=True)
class _Sums:
    answers: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)


def rows_in(lines: Iterable[str]) -> tuple[Rows, int]:
    """The rows of an export, and how many lines could not be read as one."""
    rows: list[Review | Note] = []
    unread = 0
    for line in lines:
        if not line.strip():
            continue
        try:
            rows.append(row_of_line(line))
        except HistoryError:
            unread += 1
    return tuple(rows), unread


def classroom_of(rows: Iterable[Review | Note], topic_of: TopicOf) -> Classroom:
    """The rows of any number of exports together: each uuid once.

    What was taken back is left out, and what was answered after a group had talked.
    """
    by_uuid = {row.uuid: row for row in rows}
    notes = [row for row in by_uuid.values() if isinstance(row, Note)]
    undone = {note.of for note in notes if note.type == "undo"}
    settled = settled_by(notes)
    people, topics = _Sums(), _Sums()
    slips: Counter[tuple[str, str]] = Counter()
    own: dict[str, Counter[str]] = {}
    whose: dict[tuple[str, str], set[str]] = {}
    for row in by_uuid.values():
        if not isinstance(row, Review) or row.uuid in undone or is_after_talk(row.shown):
            continue
        topic = topic_of(row.bank, row.question)
        right = row.verdict == "correct"
        for sums, name in ((people, row.profile), (topics, topic)):
            sums.answers[name] += 1
            sums.right[name] += right
        mistakes = settled.get(row.uuid, row.mistakes)
        for mistake in mistakes[0].split("+") if len(mistakes) == 1 and not right else ():
            slips[topic, mistake] += 1
            own.setdefault(row.profile, Counter())[mistake] += 1
            whose.setdefault((topic, mistake), set()).add(row.profile)
    return Classroom(
        tuple(
            Person(name, count, people.right[name], _ranked(own.get(name, Counter())))
            for name, count in sorted(people.answers.items())
        ),
        tuple((topic, n, topics.right[topic]) for topic, n in sorted(topics.answers.items())),
        tuple(
            (topic, mistake, count, len(whose[topic, mistake]))
            for (topic, mistake), count in sorted(
                slips.items(), key=lambda each: (each[0][0], -each[1], each[0][1])
            )
        ),
    )


def _ranked(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda each: (-each[1], each[0])))
