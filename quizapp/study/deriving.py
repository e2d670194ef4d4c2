"""What a row of the log changes in its caches."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field
from datetime import date

from quizapp.bank import Question
from quizapp.frozen import dataclass
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
            if review is not None and not is_after_talk(review.shown):
                return self._anew((review.profile, review.bank, review.question), row, log)
        elif row.type in ("retire", "restore"):
            bank, _, question = row.of.partition("/")
            return self._anew((row.profile, bank, question), row, log)
        return Changes()

    def _next(self, review: Review, name: Name, log: LogView) -> Changes | None:
        """The changes of an answer after all others; None where it is not that."""
        cached = log.card(*name)
        card = Card.of({} if cached is None else cached.state, self._model(name))
        if not log.is_last(review):
            return None
        answer = answer_of(review)
        sums: Sums = {}
        _count(sums, answer, card.take(answer))
        made: Made = {}
        count_slips(made, answer.day, answer.mistakes, right=answer.right)
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
        reviews, notes = rows_of(name, log)
        before = folded_from(
            [r for r in reviews if r.uuid != row.uuid],
            [n for n in notes if n.uuid != row.uuid],
            self._model(name),
        )
        after = folded_from(reviews, notes, self._model(name))
        notes += log.notes(of=f"{bank}/{question}", profile=profile)
        topic = self.topic_of(bank, question)
        return Changes(
            (card_row(name, topic, after.card, retired=retired_by(notes)),),
            tuple(day_rows(profile, topic, _less(after.sums, before.sums))),
            tuple(slip_rows(profile, topic, _fewer(after.made, before.made))),
        )

    def _model(self, name: Name) -> Memory:
        return self.models.get(name[0], MODEL)


@dataclass(frozen=True, slots=True)
class Folded:
    """A card, and what its answers add to the sums of its topic."""

    card: Card
    sums: Sums = field(default_factory=dict)
    made: Made = field(default_factory=dict)


def rows_of(name: Name, log: LogView) -> tuple[list[Review], list[Note]]:
    """The reviews of a card, those taken back too, and the notes about them."""
    reviews = log.reviews(*name, undone=True)
    return reviews, [note for review in reviews for note in log.notes(of=review.uuid)]


def folded_from(reviews: Iterable[Review], notes: Sequence[Note], model: Memory) -> Folded:
    """What comes of all rows of a card."""
    undone = {note.of for note in notes if note.type == "undo"}
    settled = settled_by(notes)
    folded = Folded(Card(model))
    counted = (r for r in reviews if r.uuid not in undone and not is_after_talk(r.shown))
    for answer in sorted(answer_of(review, settled) for review in counted):
        _count(folded.sums, answer, folded.card.take(answer))
        count_slips(folded.made, answer.day, answer.mistakes, right=answer.right)
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


def _count(sums: Sums, answer: Answer, met: float | None) -> None:
    """Add an answer to the sums of its day; ``met`` is what :meth:`Card.take` gave."""
    row = sums.setdefault(answer.day, [0, 0, 0, 0, 0, 0.0, 0])
    row[_ANSWERS] += 1
    row[_RIGHT] += answer.right
    row[_MS] += answer.ms
    if met == FIRST:
        row[_FIRST] += 1
    elif met is not None:
        row[_RATED] += 1
        row[_PREDICTED] += met
        row[_RECALLED] += answer.rating != AGAIN


def count_slips(made: Made, day: int, mistakes: Sequence[str], *, right: bool) -> None:
    """Add the slips of an answer that nothing else explains."""
    if len(mistakes) == 1 and not right:
        for mistake in mistakes[0].split("+"):
            made[day, mistake] = made.get((day, mistake), 0) + 1


def add_sums(sums: Sums, more: Sums) -> None:
    """Add to sums by day what is ``more``."""
    for day, row in more.items():
        known = sums.get(day)
        sums[day] = row if known is None else [a + b for a, b in zip(known, row, strict=True)]


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
