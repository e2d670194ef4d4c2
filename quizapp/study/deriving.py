"""What a row of the log changes in its caches."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from quizapp.bank import Question
from quizapp.history import CardRow, Changes, DayRow, LogView, Note, Review, SlipRow
from quizapp.study.cards import FIRST, MODEL, Answer, Card, answer_of, is_after_talk
from quizapp.study.memory import Memory, Models
from quizapp.study.rating import AGAIN

TopicOf = Callable[[str, str], str]
"""The topic of a card, by bank and question; the bank's name where nothing is known of it."""

Sums = dict[int, list[float]]
"""By day: answers, right, ms, rated, recalled, predicted, first."""

Made = dict[tuple[int, str], int]
"""By day and mistake: how often."""

Name = tuple[str, str, str]
"""Profile, bank, question."""

_ANSWERS, _RIGHT, _MS, _RATED, _RECALLED, _PREDICTED, _FIRST = range(7)


@dataclass(frozen=True, slots=True)
class Deriver:
    """Called in the transaction of an append. ``topic_of`` says where a card stands."""

    topic_of: TopicOf
    models: Models = field(default_factory=dict)

    def __call__(self, row: Review | Note, log: LogView) -> Changes:
        """One step for an answer that comes last, else its card folded anew."""
        if isinstance(row, Review):
            if is_after_talk(row.shown):
                return Changes()
            name = (row.profile, row.bank, row.question)
            return self._next(row, name, log) or self._anew(name, row, log)
        if row.type in ("undo", "probe"):
            review = log.known_review(row.of)
            if review is not None:
                return self._anew((review.profile, review.bank, review.question), row, log)
        elif row.type in ("retire", "restore"):
            bank, _, question = row.of.partition("/")
            return self._anew((row.profile, bank, question), row, log)
        return Changes()

    def _next(self, review: Review, name: Name, log: LogView) -> Changes | None:
        """The changes of an answer after all others; None where it is not that."""
        cached = log.card(*name)
        card = Card.of({} if cached is None else cached.state, self._model(name))
        answer = answer_of(review)
        if answer[:3] <= card.last or log.notes(of=review.uuid):
            return None
        sums: Sums = {}
        count(sums, answer.day, answer.rating, answer.ms, card.take(answer), right=answer.right)
        made: Made = {}
        count_slips(made, answer)
        topic = self.topic_of(review.bank, review.question)
        retired = cached.retired if cached is not None else False
        return Changes(
            (card_row(name, topic, card, retired=retired),),
            tuple(day_rows(review.profile, topic, sums)),
            tuple(slip_rows(review.profile, topic, made)),
        )

    def _anew(self, name: Name, row: Review | Note, log: LogView) -> Changes:
        """The card from its set of rows, and what its days gained or lost by ``row``."""
        profile, bank, question = name
        reviews = log.reviews(profile, bank, question, undone=True)
        notes = [note for review in reviews for note in log.notes(of=review.uuid)]
        notes += log.notes(of=f"{bank}/{question}", profile=profile)
        before = _folded(
            [r for r in reviews if r.uuid != row.uuid],
            [n for n in notes if n.uuid != row.uuid],
            self._model(name),
        )
        after = _folded(reviews, notes, self._model(name))
        topic = self.topic_of(bank, question)
        return Changes(
            (card_row(name, topic, after.card, retired=retired_by(notes)),),
            tuple(day_rows(profile, topic, _less(after.sums, before.sums))),
            tuple(slip_rows(profile, topic, _fewer(after.made, before.made))),
        )

    def _model(self, name: Name) -> Memory:
        return self.models.get(name[0], MODEL)


@dataclass(frozen=True, slots=True)
class _Folded:
    card: Card
    sums: Sums
    made: Made


def _folded(reviews: Iterable[Review], notes: Sequence[Note], model: Memory) -> _Folded:
    undone = {note.of for note in notes if note.type == "undo"}
    settled = settled_by(notes)
    folded = _Folded(Card(model), {}, {})
    counted = (r for r in reviews if r.uuid not in undone and not is_after_talk(r.shown))
    for answer in sorted(answer_of(review, settled) for review in counted):
        met = folded.card.take(answer)
        count(folded.sums, answer.day, answer.rating, answer.ms, met, right=answer.right)
        count_slips(folded.made, answer)
    return folded


def settled_by(notes: Iterable[Note]) -> dict[str, tuple[str, ...]]:
    """The mistakes of reviews as their learners named them; none for *not what I did*."""
    settled: dict[str, tuple[str, ...]] = {}
    for note in sorted(notes, key=lambda note: (note.at, note.uuid)):
        if note.type == "probe":
            mistake = note.body.get("mistake")
            settled[note.of] = (str(mistake),) if mistake else ()
    return settled


def retired_by(notes: Iterable[Note]) -> bool:
    """Whether the last word on a card is that it is retired."""
    words = [(n.at, n.uuid, n.type) for n in notes if n.type in ("retire", "restore")]
    return max(words)[2] == "retire" if words else False


def card_row(name: Name, topic: str, card: Card, *, retired: bool) -> CardRow:
    """A card as it is cached."""
    return CardRow(*name, topic, card.due(*name), card.right, retired, card.state())


def count(
    sums: Sums, day: int, rating: int | None, ms: int, met: float | None, *, right: bool
) -> None:
    """Add an answer to the sums of its day; ``met`` is what :meth:`Card.take` gave."""
    row = sums.get(day)
    if row is None:
        row = sums[day] = [0, 0, 0, 0, 0, 0.0, 0]
    row[_ANSWERS] += 1
    row[_MS] += ms
    if right:
        row[_RIGHT] += 1
    if met is None:
        return
    if met == FIRST:
        row[_FIRST] += 1
        return
    row[_RATED] += 1
    row[_PREDICTED] += met
    if rating is not None and rating > AGAIN:
        row[_RECALLED] += 1


def count_slips(made: Made, answer: Answer) -> None:
    """Add the slips of an answer that nothing else explains."""
    if len(answer.mistakes) == 1 and not answer.right:
        for mistake in answer.mistakes[0].split("+"):
            at = (answer.day, mistake)
            made[at] = made.get(at, 0) + 1


def _less(after: Sums, before: Sums) -> Sums:
    nothing = [0.0] * 7
    days = after.keys() | before.keys()
    changed = {
        day: [a - b for a, b in zip(after.get(day, nothing), before.get(day, nothing), strict=True)]
        for day in days
    }
    return {day: sums for day, sums in changed.items() if any(sums)}


def _fewer(after: Made, before: Made) -> Made:
    changed = {at: after.get(at, 0) - before.get(at, 0) for at in after.keys() | before.keys()}
    return {at: number for at, number in changed.items() if number}


def day_rows(profile: str, topic: str, sums: Sums) -> Iterator[DayRow]:
    """Sums as they are cached."""
    for day, row in sorted(sums.items()):
        yield DayRow(
            profile, date.fromordinal(day), topic,
            answers=int(row[_ANSWERS]), right=int(row[_RIGHT]), ms=int(row[_MS]),
            rated=int(row[_RATED]), recalled=int(row[_RECALLED]), predicted=row[_PREDICTED],
            first=int(row[_FIRST]),
        )  # fmt: skip


def slip_rows(profile: str, topic: str, made: Made) -> Iterator[SlipRow]:
    """Slips as they are cached."""
    for (day, mistake), number in sorted(made.items()):
        yield SlipRow(profile, date.fromordinal(day), topic, mistake, number)


def topics_in(questions: Iterable[Question]) -> TopicOf:
    """Topics by the banks at hand; under a former id too."""
    topics = {
        (question.bank, id_): question.topic
        for question in questions
        for id_ in (*question.aliases, question.id)
    }
    return lambda bank, question: topics.get((bank, question), bank)
