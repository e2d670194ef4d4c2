"""What a learner's day holds: what is due, what is new, and how much of it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from quizapp.bank import Library, Question
from quizapp.frozen import dataclass
from quizapp.settings import Settings
from quizapp.study.cards import Card, turn_of
from quizapp.study.choosing import interleaved
from quizapp.study.memory import DESIRED_RETENTION

_NOTHING_SET = Settings()
NEW_A_DAY = _NOTHING_SET.new_per_day

OWN_BANK = "own-network"
"""Of questions about a network of one's own, which are in no plan."""


@dataclass(frozen=True, slots=True)
class Exam:
    """*Be at 90 % on 14 December*: until then no card may be remembered worse than that."""

    day: date
    retention: float = _NOTHING_SET.exam_retention


@dataclass(frozen=True, slots=True)
class Plan:
    """What a learner wants of their days."""

    retention: float = _NOTHING_SET.desired_retention
    new_a_day: int = NEW_A_DAY
    most_a_day: int = _NOTHING_SET.reviews_per_day
    """Cards that are due; a backlog is spread over days of so many."""
    exam: Exam | None = None

    def desired(self, today: date) -> float:
        """The retention wanted on that day."""
        if self.exam is not None and today <= self.exam.day:
            return max(self.retention, self.exam.retention)
        return self.retention


def plan_from(settings: Settings) -> Plan:
    """What a learner has set, as it is planned with."""
    exam = None
    if settings.exam_date is not None:
        exam = Exam(settings.exam_date, settings.exam_retention)
    return Plan(settings.desired_retention, settings.new_per_day, settings.reviews_per_day, exam)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one question: its card, and whether its learner put it away."""

    card: Card
    due: datetime | None
    retired: bool = False


NOT_MET = Known(Card(), None)


@dataclass(frozen=True, slots=True)
class Today:
    """What a study sitting asks: first what is due, then what is new, and what waits besides."""

    due: tuple[Question, ...]
    new: tuple[Question, ...]
    later: int = 0
    """Cards that are due and left for the days to come."""

    @property
    def questions(self) -> tuple[Question, ...]:
        """All of it, in the order in which it is asked."""
        return (*self.due, *self.new)


def today_of(
    pool: Sequence[Question],
    known: Mapping[str, Known],
    now: datetime,
    today: date,
    plan: Plan,
    *,
    needs: Mapping[str, Sequence[str]],
    done: int = 0,
    met: int = 0,
) -> Today:
    """What is due and new among the questions of the pool.

    ``done`` cards were rated today already and ``met`` of them for the first time: both use up
    what a day allows. Of a backlog those come first that are remembered best, which keeps most.
    """
    desired, day = plan.desired(today), today.toordinal()
    seen = {question.key: known.get(question.key, NOT_MET) for question in pool}
    due = [
        question
        for question in pool
        if not seen[question.key].retired and is_due(seen[question.key], now, day, desired)
    ]
    room = max(0, plan.most_a_day - max(0, done - met))
    kept = sorted(due, key=lambda question: -seen[question.key].card.retrievability(day))[:room]
    taken = {question.key for question in kept}
    fresh = [
        question
        for question in unlocked(pool, seen, needs)
        if seen[question.key].card.is_new and not seen[question.key].retired
    ]
    new = _in_turns(fresh)[: max(0, plan.new_a_day - met)]
    return Today(
        tuple(interleaved([question for question in due if question.key in taken])),
        tuple(interleaved(new)),
        len(due) - len(kept),
    )


def due_at(known: Known, desired: float) -> datetime | None:
    """When a card comes back, for so much retention; None for one that was never rated.

    What is wanted better remembered than usual comes back earlier, never later.
    """
    card = known.card
    if card.is_new or known.due is None or desired == DESIRED_RETENTION:
        return known.due
    wanted = turn_of(card.day + card.model.interval(card.stability, desired), card.offset)
    return min(wanted, known.due) if desired > DESIRED_RETENTION else wanted


def is_due(known: Known, now: datetime, day: int, desired: float) -> bool:
    """Whether a card is due: by its date, or because more than that is desired by now."""
    due = due_at(known, desired)
    return due is not None and due <= now and known.card.tried < day


def unlocked(
    pool: Sequence[Question], known: Mapping[str, Known], needs: Mapping[str, Sequence[str]]
) -> list[Question]:
    """The questions of the pool whose topic's needs are met: half of each came right last.

    A needed topic of which the pool holds nothing asks for nothing.
    """
    by_topic: dict[str, list[bool]] = {}
    for question in pool:
        by_topic.setdefault(question.topic, []).append(known[question.key].card.right)
    open_ = {topic for topic, right in by_topic.items() if 2 * sum(right) >= len(right)}
    return [
        question
        for question in pool
        if all(need in open_ or need not in by_topic for need in needs.get(question.topic, ()))
    ]


def needs_in(library: Library) -> dict[str, tuple[str, ...]]:
    """What each topic needs, whichever bank says it."""
    needs: dict[str, tuple[str, ...]] = {}
    for bank in library.banks:
        for name, topic in bank.topics.items():
            needs[name] = tuple(dict.fromkeys((*needs.get(name, ()), *topic.needs)))
    return needs


def _in_turns(questions: Iterable[Question]) -> list[Question]:
    """One of each topic, then the next of each, in the order of their authors."""
    turns: dict[str, int] = {}
    placed = []
    for place, question in enumerate(questions):
        turn = turns[question.topic] = turns.get(question.topic, -1) + 1
        placed.append((turn, place, question))
    return [question for _, _, question in sorted(placed, key=lambda each: each[:2])]
