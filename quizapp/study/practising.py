"""The six kinds of sitting: what each asks, and by which rules."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Literal

from quizapp.bank import Question
from quizapp.errors import HistoryError
from quizapp.frozen import dataclass
from quizapp.history import Keeper, Review
from quizapp.study.bookmark import Asked, BookmarkFile, Mark
from quizapp.study.cards import held_slips
from quizapp.study.choosing import interleaved, quiz_questions
from quizapp.study.learner import Learner
from quizapp.study.outcomes import Item, Outcome, result_of
from quizapp.study.planning import Known, Plan, Today, today_of
from quizapp.study.queue import Listed, Queue, Returning, Rounds, Step
from quizapp.study.rating import today_at
from quizapp.study.rules import Rules

if TYPE_CHECKING:
    from quizapp.generate import Variant
    from quizapp.study.sitting import Begun, Sitting

Verb = Literal["study", "quiz", "drill", "mistakes", "cards", "sprint"]

USUAL_COUNT = 10
SPRINT = timedelta(minutes=3)


@dataclass(frozen=True, slots=True)
class Desk:
    """Where one learner sits: their history, the clock, and what their topics need."""

    learner: Learner
    keeper: Keeper
    clock: Callable[[], datetime]
    needs: Mapping[str, Sequence[str]]
    plan: Plan = Plan()  # frozen

    def today(self, pool: Sequence[Question]) -> Today:
        """What there is to study today in the pool."""
        return self.look(pool, self.learner.known(pool))

    def look(self, pool: Sequence[Question], known: Mapping[str, Known]) -> Today:
        """The same, of cards at hand."""
        now = self.clock()
        today = today_at(now)
        done, met = self.learner.done(today)
        return today_of(
            pool, known, now.astimezone(UTC), today, self.plan,
            needs=self.needs, done=done, met=met,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for on the command line, or on a screen."""

    verb: Verb
    pool: tuple[Question, ...]
    seed: int
    count: int | None = None
    exact: bool = False
    """The seed was given: a quiz then asks the same questions with the same numbers each time."""
    names: tuple[str, ...] = ()
    in_order: bool = False
    """A drill goes through the pool as it stands, once at least."""


def begin(desk: Desk, wanted: Wanted, bookmark: BookmarkFile | None = None) -> "Sitting":
    """A sitting, or the one that was broken off where the same is wanted again."""
    from quizapp.study.sitting import Sitting  # the day can be looked at without

    learner = desk.learner
    known = {} if wanted.verb == "sprint" else learner.known(wanted.pool)
    rules = _rules(desk, wanted, known)
    questions, meeting = _chosen(desk, wanted, known)
    asked = Asked(
        wanted.verb, learner.profile, wanted.names, wanted.count,
        today_at(desk.clock()).isoformat(), wanted.seed,
        tuple(question.key for question in questions), tuple(sorted(meeting)),
    )  # fmt: skip
    begun = None
    if wanted.verb == "sprint" or bookmark is None or not bookmark.claim():
        bookmark = None
    else:
        mark = _same(bookmark.read(), asked, wanted)
        if mark is not None:
            asked, begun = mark.asked, _begun(learner, mark, wanted.pool)
        bookmark.begin(asked)
    by_key = {question.key: question for question in wanted.pool}
    listed = tuple(by_key[key] for key in asked.questions)
    return Sitting(
        _queue(wanted, listed, frozenset(asked.meeting), asked.seed),
        asked.seed,
        keeper=desk.keeper,
        clock=desk.clock,
        learner=learner,
        profile=learner.profile,
        rules=rules,
        bookmark=bookmark,
        begun=begun,
    )


def _rules(desk: Desk, wanted: Wanted, known: Mapping[str, Known]) -> Rules:
    _, met = desk.learner.done(today_at(desk.clock()))
    return Rules(
        schedules=wanted.verb not in ("drill", "sprint"),
        new_left=max(0, desk.plan.new_a_day - met),
        lasts=SPRINT if wanted.verb == "sprint" else None,
        exact=wanted.exact and wanted.verb == "quiz",
        introduces=wanted.verb == "study",
        slips=held_slips(each.card for each in known.values()),
    )


def _chosen(
    desk: Desk, wanted: Wanted, known: Mapping[str, Known]
) -> tuple[tuple[Question, ...], frozenset[str]]:
    """The questions, in order, and the keys of those met for the first time."""
    pool = [q for q in wanted.pool if q.key not in known or not known[q.key].retired]
    count = wanted.count
    if wanted.verb == "study":
        today = desk.look(pool, known)
        new = frozenset(question.key for question in today.new)
        return today.questions[:count], new
    if wanted.verb == "cards":
        today = desk.look([q for q in pool if q.kind == "card"], known)
        return today.questions[:count], frozenset()
    if wanted.verb == "mistakes":
        owed = [q for q in pool if q.key in known and known[q.key].card.owed is not None]
        owed.sort(key=lambda question: known[question.key].card.last, reverse=True)
        return tuple(interleaved(owed[:count])), frozenset()
    if wanted.verb == "sprint":
        return tuple(pool), frozenset()
    if wanted.in_order:
        return tuple(pool[:count]), frozenset()
    usual = count or USUAL_COUNT
    if wanted.verb == "drill":
        usual = min(usual, len(pool))
    return tuple(quiz_questions(pool, usual, wanted.seed)), frozenset()


def _queue(
    wanted: Wanted, questions: tuple[Question, ...], meeting: frozenset[str], seed: int
) -> Queue:
    if wanted.verb == "quiz":
        return Listed(questions)
    if wanted.verb == "sprint":
        return Rounds(questions, seed)
    is_round = wanted.verb == "drill" and not wanted.in_order
    least = (wanted.count or USUAL_COUNT) if is_round else 0
    return Returning(questions, meeting, least)


def _same(mark: Mark | None, asked: Asked, wanted: Wanted) -> Mark | None:
    """A sitting broken off that is what is wanted now."""
    if mark is None or (wanted.exact and mark.asked.seed != asked.seed):
        return None
    known = {question.key for question in wanted.pool}
    alike = replace(mark.asked, seed=asked.seed, questions=asked.questions, meeting=asked.meeting)
    return mark if alike == asked and known.issuperset(mark.asked.questions) else None


def _begun(learner: Learner, mark: Mark, pool: Sequence[Question]) -> "Begun":
    """Its steps and answers, as the history has them: it may know one more than was marked."""
    from quizapp.study.sitting import Begun

    names = {(q.bank, id_): q for q in pool for id_ in (q.id, *q.aliases)}
    told = iter(_kept(learner, mark))
    placed: list[tuple[int, Review]] = []
    steps: list[Step] = []
    for step in mark.steps:
        if step.result in ("skipped", "left-out"):
            steps.append(step)
        elif (review := next(told, None)) is not None:
            placed.append((len(steps), review))
            steps.append(step)
    for review in told:
        question = names.get((review.bank, review.question))
        if question is not None:
            placed.append((len(steps), review))
            steps.append(Step(question.key, result_of(review)))
    outcomes = _outcomes(learner, placed, names, mark.asked)
    return Begun(mark.sitting, tuple(steps), tuple(outcomes))


def _kept(learner: Learner, mark: Mark) -> list[Review]:
    """The answers of the sitting that were committed."""
    if learner.history is None:
        return []
    since = datetime.combine(datetime.fromisoformat(mark.asked.day), time(), UTC)
    try:
        rows = learner.history.reviews(learner.profile, since=since - timedelta(days=1))
    except HistoryError:
        return []
    return [review for review in rows if review.sitting == mark.sitting]


def _outcomes(
    learner: Learner,
    placed: Iterable[tuple[int, Review]],
    names: Mapping[tuple[str, str], Question],
    asked: Asked,
) -> list[tuple[int, Outcome]]:
    """Past answers with their screens made again, as they were where a question was edited since.

    The history has each question as it was; an answer without it stands, and is not gone back to.
    """
    from quizapp.grade import grade  # no sitting that begins anew needs it

    count = len(asked.questions)
    outcomes = []
    for place, review in placed:
        question = names.get((review.bank, review.question))
        if question is None:
            continue
        variant = _screen(learner, review, question)
        if variant is None:
            continue
        item = Item(place + 1, max(count, place + 1), variant, question.key in asked.meeting)
        verdict = grade(variant, review.submission)
        outcomes.append(
            (place, Outcome(item, review.submission, verdict, review.hints, review, None))
        )
    return outcomes


def _screen(learner: Learner, review: Review, question: Question) -> "Variant | None":
    from quizapp.study.past import past_screen, shown_again

    if review.revision == question.revision:
        return shown_again(review, question)
    return None if learner.history is None else past_screen(learner.history, review)
