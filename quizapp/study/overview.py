"""What a learner sees first: the day, every bank and topic as it stands, what was left off."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from math import ceil

from quizapp.bank import Bank, Library, Question
from quizapp.errors import HistoryError, UsageError
from quizapp.frozen import dataclass
from quizapp.history import DayRow, History
from quizapp.study.bookmark import BookmarkFile
from quizapp.study.outcomes import Outcome
from quizapp.study.planning import NOT_MET, Known, Today, unlocked
from quizapp.study.practising import Desk, Verb, Wanted
from quizapp.study.progress import (
    DAYS_BACK,
    Day,
    Progress,
    TopicProgress,
    answered_by_topic,
    daily,
    progress_of,
    topic_progress,
)
from quizapp.study.queue import asked
from quizapp.study.rating import today_at
from quizapp.study.selecting import selected
from quizapp.words import Text

SPARK_DAYS = 14
TASTE_COUNT = 5
_TASTES = 20
"""To choose them from."""

USUAL_MS = 40_000
"""Taken for an answer by somebody of whom nothing is known."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A bank, or a topic in it: what of today's is in it, and how it stands."""

    name: str
    """As on the command line."""
    title: Text
    pool: tuple[Question, ...]
    due: int
    new: int
    """To be met today; ``standing`` counts all that were never met."""
    standing: TopicProgress
    topics: tuple["Subject", ...] = ()


@dataclass(frozen=True, slots=True)
class Overview:
    """A learner's day, as of the moment it was looked at."""

    today: date
    is_first: bool
    """Nothing was ever answered."""
    streak: int
    due: int
    new: int
    minutes: int
    """What is due and new should take about so long."""
    last_days: tuple[int, ...]
    """Answers a day, today last."""
    subjects: tuple[Subject, ...]
    owed: int
    """Questions got wrong and not yet put right."""
    cards: int
    """Flashcards to be asked today."""
    topic: Subject | None
    """Today's; every day another one of those that are open."""
    taste: tuple[Question, ...]
    """What a newcomer may try."""
    progress: Progress | None
    """None where no history can be read."""
    desired: float

    @property
    def topics(self) -> tuple[Subject, ...]:
        """All topics, bank by bank."""
        return tuple(topic for subject in self.subjects for topic in subject.topics)


@dataclass(frozen=True, slots=True)
class LeftOff:
    """A sitting of today that was broken off, how it is wanted again, and how far it came."""

    wanted: Wanted
    done: int
    count: int


def overview_of(desk: Desk, library: Library) -> Overview:
    """The day of the learner at this desk, over a library."""
    now = desk.clock()
    day = today_at(now)
    pool = [question for bank in library.banks for question in bank.questions]
    known = desk.learner.known(pool)
    today = desk.look(pool, known)
    cards = desk.look([question for question in pool if question.kind == "card"], known)
    progress, rows = _year(desk, now, known)
    days = () if progress is None else progress.days
    subjects = _subjects(library, known, today, now, rows, desk.plan.desired(day))
    return Overview(
        today=day,
        is_first=not days,
        streak=0 if progress is None else progress.streak,
        due=len(today.due),
        new=len(today.new),
        minutes=minutes_for(len(today.questions), days),
        last_days=tuple(daily(days, day, SPARK_DAYS)),
        subjects=subjects,
        owed=sum(each.card.owed is not None and not each.retired for each in known.values()),
        cards=len(cards.questions),
        topic=_topic_of(day, subjects, pool, known, desk.needs),
        taste=taste_of(pool, desk.needs),
        progress=progress,
        desired=desk.plan.desired(day),
    )


def minutes_for(count: int, days: Sequence[Day]) -> int:
    """What so many answers take, by what those of these days took; whole minutes, rounded up."""
    answers = sum(day.answers for day in days)
    each = sum(day.ms for day in days) / answers if answers else USUAL_MS
    return ceil(count * max(1000, each) / 60_000)


def minutes_a_day(days: Sequence[Day], today: date, count: int) -> list[int]:
    """Minutes on each of the last ``count`` days, today last; begun ones count."""
    spent = {day.day: ceil(day.ms / 60_000) for day in days}
    return [spent.get(today - timedelta(days=back), 0) for back in range(count - 1, -1, -1)]


def taste_of(pool: Sequence[Question], needs: Mapping[str, Sequence[str]]) -> tuple[Question, ...]:
    """Sums of the first level, those first that need nothing; anything where there are too few."""
    sums = [q for q in pool if q.kind == "calculated" and q.level == 1]
    if len(sums) < TASTE_COUNT:
        return tuple(pool)
    return tuple(sorted(sums, key=lambda question: bool(needs.get(question.topic)))[:_TASTES])


def next_due(desk: Desk, verb: Verb, outcome: Outcome) -> int | None:
    """In how many days what was answered comes back, 0 for once more today.

    None where that is not known, or where the sitting moves no schedule.
    """
    if outcome.review is None or outcome.unsaved is not None or verb == "sprint":
        return None
    if outcome.verdict.kind != "correct" and verb != "quiz":
        return 0
    return None if verb == "drill" else _days_until_due(desk, outcome.item.variant.question)


def _days_until_due(desk: Desk, question: Question) -> int | None:
    learner = desk.learner
    key = learner.profile, question.bank, learner.id_of(question)
    due = learner.card(question).due(*key)
    if due is None:
        return None
    now = desk.clock()
    return max(0, (today_at(due.astimezone(now.tzinfo)) - today_at(now)).days)


def left_off(desk: Desk, library: Library, bookmark: BookmarkFile) -> LeftOff | None:
    """The sitting that the bookmark holds, where it can still be taken up."""
    if not bookmark.claim() or (mark := bookmark.read()) is None:
        return None
    of = mark.asked
    if of.profile != desk.learner.profile or of.day != today_at(desk.clock()).isoformat():
        return None
    try:
        pool = selected(library, of.names)
    except UsageError:
        return None
    if not {question.key for question in pool}.issuperset(of.questions):
        return None
    verb: Verb = of.verb  # type: ignore[assignment] # begin() wrote it
    wanted = Wanted(verb, tuple(pool), of.seed, of.count, names=of.names)
    return LeftOff(wanted, asked(mark.steps), max(len(of.questions), of.count or 0))


def _year(
    desk: Desk, now: datetime, known: Mapping[str, Known]
) -> tuple[Progress | None, Sequence[DayRow]]:
    """The learner's year and its sums by topic, where they can be read."""
    learner = desk.learner
    history: History | None = learner.history
    if history is None:
        return None, ()
    try:
        desired = desk.plan.desired(today_at(now))
        progress = progress_of(history, learner.profile, now, known, desired, learner.model)
        since = progress.today - timedelta(DAYS_BACK)
        return progress, history.topic_totals(learner.profile, since, progress.today)
    except HistoryError:
        return None, ()


def _subjects(
    library: Library,
    known: Mapping[str, Known],
    today: Today,
    now: datetime,
    rows: Sequence[DayRow],
    desired: float,
) -> tuple[Subject, ...]:
    """Every bank that has questions, with its topics."""
    due = frozenset(question.key for question in today.due)
    new = frozenset(question.key for question in today.new)
    answered = answered_by_topic(rows)

    def subject(
        name: str, title: Text, pool: Sequence[Question], topics: tuple[Subject, ...] = ()
    ) -> Subject:
        cards = [known.get(question.key, NOT_MET) for question in pool]
        of = [answered.get(topic, (0, 0)) for topic in {question.topic for question in pool}]
        sums = sum(answers for answers, _ in of), sum(right for _, right in of)
        return Subject(
            name, title, tuple(pool),
            sum(question.key in due for question in pool),
            sum(question.key in new for question in pool),
            topic_progress(name, cards, now, sums, desired), topics,
        )  # fmt: skip

    def topics_of(bank: Bank) -> tuple[Subject, ...]:
        pools: dict[str, list[Question]] = {}
        for question in bank.questions:
            pools.setdefault(question.topic, []).append(question)
        titles = {name: topic.title for name, topic in bank.topics.items()}
        return tuple(
            subject(name, titles.get(name, bank.title if name == bank.id else Text(name)), pool)
            for name, pool in pools.items()
        )

    return tuple(
        subject(bank.id, bank.title, bank.questions, topics_of(bank))
        for bank in library.banks
        if bank.questions
    )


def _topic_of(
    day: date,
    subjects: Sequence[Subject],
    pool: Sequence[Question],
    known: Mapping[str, Known],
    needs: Mapping[str, Sequence[str]],
) -> Subject | None:
    """The topic of a day: the open ones take turns, as long as they are not all ready."""
    seen = {question.key: known.get(question.key, NOT_MET) for question in pool}
    open_ = {question.topic for question in unlocked(pool, seen, needs)}
    topics = [topic for subject in subjects for topic in subject.topics if topic.name in open_]
    unready = [t for t in topics if t.standing.ready is None or t.standing.ready < len(t.pool)]
    candidates = unready or topics
    return candidates[day.toordinal() % len(candidates)] if candidates else None
