"""What has come of it: retention, streak, forecast, minutes, topics, slips.

All numbers but the topics' come from the sums of days, which an answer's own transaction keeps.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

from quizapp.bank import Question
from quizapp.frozen import dataclass
from quizapp.history import DayRow, History, SlipRow
from quizapp.study.cards import MODEL, answer_of, card_of, held_slips, is_after_talk, turn_of
from quizapp.study.memory import DESIRED_RETENTION, Memory
from quizapp.study.planning import NOT_MET, OWN_BANK, Known, due_at
from quizapp.study.rating import offset_minutes, today_at

DAYS_BACK = 364
DAYS_AHEAD = 14
SLIP_DAYS = 30
LEAST_RATED = 10
"""Answers before a share of them is called retention."""

LEAST_ANSWERS = 3
"""Answers in a topic before anything is said about being ready."""

MOST_LOOKED_BACK = 20_000
"""Answers gone through to learn whether something was due on a day without any."""


@dataclass(frozen=True, slots=True)
class Day:
    """A learner's day over all topics."""

    day: date
    answers: int = 0
    right: int = 0
    ms: int = 0


@dataclass(frozen=True, slots=True)
class Retention:
    """Of the rated answers to cards met before: how many were right, and how many FSRS expected."""

    rated: int
    recalled: int
    predicted: float

    @property
    def true(self) -> float:
        """The share that was right."""
        return self.recalled / self.rated if self.rated else 0.0

    @property
    def expected(self) -> float:
        """The share that was predicted."""
        return self.predicted / self.rated if self.rated else 0.0

    @property
    def is_telling(self) -> bool:
        """Whether there are enough answers to speak of shares."""
        return self.rated >= LEAST_RATED


@dataclass(frozen=True, slots=True)
class Progress:
    """One learner's year."""

    today: date
    days: tuple[Day, ...]
    """Those with answers, in order."""
    retention: Retention
    streak: int
    due: int
    forecast: tuple[tuple[date, int], ...]
    """Cards that come due on each of the days to come; what is due already is in none."""
    slips: tuple[tuple[str, int], ...]
    """Made in the last thirty days, the most frequent first."""
    gone: int = 0
    """Cards whose question is in no bank at hand: they are kept, and never due."""

    @property
    def answers(self) -> int:
        """In the year."""
        return sum(day.answers for day in self.days)

    @property
    def right(self) -> int:
        """Of them."""
        return sum(day.right for day in self.days)

    @property
    def minutes(self) -> int:
        """Spent on them."""
        return round(sum(day.ms for day in self.days) / 60_000)


@dataclass(frozen=True, slots=True)
class TopicProgress:
    """How a topic stands."""

    topic: str
    count: int
    """Its questions."""
    new: int
    due: int
    ready: int | None
    """Cards last answered right unaided and still remembered as well as desired; None where fewer
    than three answers say nothing."""
    answers: int
    right: int
    slip: str | None
    """The slip to watch."""


def progress_of(
    history: History,
    profile: str,
    now: datetime,
    known: Mapping[str, Known] | None = None,
    desired: float = DESIRED_RETENTION,
    model: Memory = MODEL,
) -> Progress:
    """A learner's year as of the aware local time ``now``. Raises HistoryError.

    With the ``known`` cards of all banks at hand, those alone are due, as ``desired``; without,
    all cards of the history, by their dates. ``model`` is the learner's.
    """
    today = today_at(now)
    since = today - timedelta(days=DAYS_BACK)
    rows = history.day_totals(profile, since, today)
    days = by_day(rows)
    offset = offset_minutes(now)
    due_by = _due_by(history, profile, known, desired)
    due = due_by(now.astimezone(UTC))
    slips = history.slips(profile, today - timedelta(days=SLIP_DAYS), today)

    def was_due(day: date) -> bool:
        return was_due_on(history, profile, day, offset, days, due_by, model)

    return Progress(
        today,
        days,
        retention_of(rows),
        streak_of(days, today, was_due),
        due,
        _forecast(due_by, today, offset, due),
        slips_made(slips),
        0 if known is None else history.card_count(profile, besides=OWN_BANK) - len(known),
    )


DueBy = Callable[[datetime], int]
"""How many cards are due by a moment."""


def _due_by(
    history: History, profile: str, known: Mapping[str, Known] | None, desired: float
) -> DueBy:
    if known is None:
        return lambda moment: sum(history.due_counts(profile, moment).values())
    moments = [due_at(each, desired) for each in known.values() if not each.retired]
    sorted_ones = sorted(moment for moment in moments if moment is not None)
    return lambda moment: bisect_right(sorted_ones, moment)


def by_day(rows: Iterable[DayRow]) -> tuple[Day, ...]:
    """The days that have answers, over all topics."""
    sums: dict[date, list[int]] = {}
    for row in rows:
        total = sums.setdefault(row.day, [0, 0, 0])
        total[0] += row.answers
        total[1] += row.right
        total[2] += row.ms
    return tuple(Day(day, *total) for day, total in sorted(sums.items()) if total[0])


def retention_of(rows: Iterable[DayRow]) -> Retention:
    """True retention over these days."""
    rated = recalled = 0
    predicted = 0.0
    for row in rows:
        rated += row.rated
        recalled += row.recalled
        predicted += row.predicted
    return Retention(rated, recalled, predicted)


def slips_made(rows: Iterable[SlipRow]) -> tuple[tuple[str, int], ...]:
    """How often each mistake was made, the most frequent first."""
    made: dict[str, int] = {}
    for row in rows:
        made[row.mistake] = made.get(row.mistake, 0) + row.count
    counted = ((mistake, count) for mistake, count in made.items() if count > 0)
    return tuple(sorted(counted, key=lambda each: (-each[1], each[0])))


def streak_of(days: Sequence[Day], today: date, was_due: Callable[[date], bool]) -> int:
    """Days with answers running up to today; today is not over yet.

    A day without answers breaks it only where something was due on it. Of several running the last
    tells: what is due stays due until it is answered.
    """
    streak, expected = 0, today
    for day in reversed(days):
        last_empty = min(expected, today - timedelta(days=1))
        if day.day < last_empty and was_due(last_empty):
            break
        streak += 1
        expected = day.day - timedelta(days=1)
    return streak


def was_due_on(
    history: History,
    profile: str,
    day: date,
    offset: int,
    days: Sequence[Day],
    due_by: DueBy,
    model: Memory,
) -> bool:
    """Whether something was due on a day without answers.

    It is due still, or it was among what was answered since. Where that is more than can be gone
    through, it is taken that something was.
    """
    end = turn_of(day.toordinal() + 1, offset)
    if due_by(end - timedelta(milliseconds=1)):
        return True
    if sum(each.answers for each in days if each.day > day) > MOST_LOOKED_BACK:
        return True
    since = {(r.bank, r.question) for r in history.reviews(profile, since=end)}
    for bank, question in since:
        reviews = history.reviews(profile, bank, question)
        answers = (
            answer_of(r) for r in reviews if r.answered_at < end and not is_after_talk(r.shown)
        )
        before = card_of(answers, model)
        due = before.due(profile, bank, question)
        if due is not None and due < end:
            return True
    return False


def _forecast(due_by: DueBy, today: date, offset: int, due: int) -> tuple[tuple[date, int], ...]:
    """How many cards come due on each day from tomorrow on."""
    ahead = []
    so_far = due
    for number in range(1, DAYS_AHEAD + 1):
        day = today + timedelta(days=number)
        end = turn_of(day.toordinal() + 1, offset) - timedelta(milliseconds=1)
        until = due_by(end)
        ahead.append((day, until - so_far))
        so_far = until
    return tuple(ahead)


def topics_of(
    known: Mapping[str, Known],
    pool: Sequence[Question],
    now: datetime,
    rows: Iterable[DayRow] = (),
    desired: float = DESIRED_RETENTION,
) -> tuple[TopicProgress, ...]:
    """How each topic of the pool stands, in the order of its authors; ``rows`` are of its days."""
    topics: dict[str, list[Known]] = {}
    for question in pool:
        topics.setdefault(question.topic, []).append(known.get(question.key, NOT_MET))
    sums = answered_by_topic(rows)
    return tuple(
        topic_progress(topic, cards, now, sums.get(topic, (0, 0)), desired)
        for topic, cards in topics.items()
    )


def answered_by_topic(rows: Iterable[DayRow]) -> dict[str, tuple[int, int]]:
    """The answers given in each topic, and those right."""
    sums: dict[str, tuple[int, int]] = {}
    for row in rows:
        answers, right = sums.get(row.topic, (0, 0))
        sums[row.topic] = answers + row.answers, right + row.right
    return sums


def topic_progress(
    topic: str,
    cards: Sequence[Known],
    now: datetime,
    answered: tuple[int, int],
    desired: float = DESIRED_RETENTION,
) -> TopicProgress:
    """How these cards stand together; ``answered`` are the answers given, and those right."""
    moment, (answers, right) = now.astimezone(UTC), answered
    active = [known for known in cards if not known.retired]
    dates = [due_at(known, desired) for known in active]
    is_due = [due is not None and due <= moment for due in dates]
    ready = sum(
        known.card.right and not known.card.is_new and not due
        for known, due in zip(active, is_due, strict=True)
    )
    held = held_slips(known.card for known in active)
    return TopicProgress(
        topic, len(active), sum(known.card.is_new for known in active), sum(is_due),
        ready if answers >= LEAST_ANSWERS else None, answers, right, held[0] if held else None,
    )  # fmt: skip


def daily(days: Sequence[Day], today: date, count: int) -> list[int]:
    """Answers a day over the last ``count`` days, today last."""
    answers: Mapping[date, int] = {day.day: day.answers for day in days}
    return [answers.get(today - timedelta(days=back), 0) for back in range(count - 1, -1, -1)]
