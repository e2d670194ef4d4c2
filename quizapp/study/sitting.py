"""One go at practising: items in order, answers kept as they are given."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import uuid4

from quizapp.bank import Question
from quizapp.errors import DrawError, HistoryError, ProofError
from quizapp.generate import GENERATOR, Variant, generate, hints_of
from quizapp.grade import Verdict, grade
from quizapp.history import Keeper, Note, NoteType, Review
from quizapp.study.rating import day_of, rating_of
from quizapp.words import Text


@dataclass(frozen=True, slots=True)
class Item:
    """A variant in its place in the sitting."""

    number: int
    count: int
    variant: Variant


@dataclass(frozen=True, slots=True)
class Outcome:
    """An answer that was judged; ``unsaved`` says why it is not yet in the history."""

    item: Item
    submission: str
    verdict: Verdict
    hints: int
    review: Review | None
    """None for an answer that does not count."""
    unsaved: HistoryError | None


@dataclass(frozen=True, slots=True)
class Summary:
    """How a sitting went. What was skipped is in none of the three."""

    right: int
    asked: int
    missed: tuple[Outcome, ...]


class Sitting:
    """Asks its questions one by one; a review is kept before its verdict is given out.

    ``clock`` gives the aware local time. ``past`` gives earlier reviews of a question, so that
    only the day's first answer to it is rated. A question that cannot be drawn is left out and
    its error put among ``notices``.
    """

    def __init__(
        self,
        questions: Sequence[Question],
        seed: int,
        *,
        keeper: Keeper,
        clock: Callable[[], datetime],
        past: Callable[[Question], Iterable[Review]] = lambda _question: (),
        profile: str = "default",
        new_id: Callable[[], str] = lambda: str(uuid4()),
    ) -> None:
        self.seed = seed
        self.notices: list[DrawError | ProofError] = []
        self.outcomes: list[Outcome] = []
        self._questions = list(questions)
        self._keeper = keeper
        self._clock = clock
        self._past = past
        self._profile = profile
        self._new_id = new_id
        self._id = new_id()
        self._place = 0
        self._begin()

    @property
    def item(self) -> Item | None:
        """What is asked now; None when the sitting is over."""
        return self._item

    @property
    def hints_shown(self) -> tuple[Text, ...]:
        """The hints taken for the item, in order."""
        return self._hints[: self._hint_count]

    @property
    def hint_total(self) -> int:
        """How many hints the item has."""
        return len(self._hints)

    @property
    def answered(self) -> Outcome | None:
        """The answer that settled the item, until :meth:`advance`."""
        last = self.outcomes[-1] if self.outcomes else None
        return last if last is not None and last.item is self._item else None

    def submit(self, text: str) -> Outcome:
        """Judge what was typed, and keep it if it counts, before the verdict is given out."""
        item = self._item
        if item is None or self.answered is not None:
            raise RuntimeError("nothing is asked")
        verdict = grade(item.variant, text)
        if not verdict.counts:
            return Outcome(item, text, verdict, self._hint_count, None, None)
        review = self._review(item, text, verdict)
        unsaved = self._keeper.keep(review)
        outcome = Outcome(item, text, verdict, self._hint_count, review, unsaved)
        self.outcomes.append(outcome)
        return outcome

    def advance(self) -> Item | None:
        """Go on to the next item."""
        self._place += 1
        self._begin()
        return self._item

    skip = advance

    def hint(self) -> Text | None:
        """The next hint of the item; None when there are no more."""
        if self._hint_count == len(self._hints) or self.answered is not None:
            return None
        self._hint_count += 1
        return self._hints[self._hint_count - 1]

    def undo(self) -> Item | None:
        """Take the last answer back and ask its item again; None where there is none."""
        if not self.outcomes:
            return None
        last = self.outcomes.pop()
        if last.review is not None:
            self._keeper.keep(self._note("undo", last.review.uuid, {}))
        self._place = last.item.number - 1
        self._ask(last.item)
        return last.item

    def flag(self) -> None:
        """Note that something is wrong with the item, with the signature that makes it again."""
        if self._item is not None:
            variant = self._item.variant
            body: dict[str, object] = {"signature": variant.signature}
            self._keeper.keep(self._note("flag", variant.question.key, body))

    def summary(self) -> Summary:
        """How it went so far."""
        missed = tuple(o for o in self.outcomes if o.verdict.kind != "correct")
        return Summary(len(self.outcomes) - len(missed), len(self.outcomes), missed)

    def _begin(self) -> None:
        """Ask the item at the place, leaving out what cannot be drawn."""
        while self._place < len(self._questions):
            question = self._questions[self._place]
            try:
                variant = generate(question, self.seed + self._place, question.level)
            except (DrawError, ProofError) as error:
                self.notices.append(error)
                del self._questions[self._place]
                continue
            self._ask(Item(self._place + 1, len(self._questions), variant))
            return
        self._item: Item | None = None
        self._hints: tuple[Text, ...] = ()
        self._hint_count = 0

    def _ask(self, item: Item) -> None:
        self._item = item
        self._hints = hints_of(item.variant)
        self._hint_count = 0
        self._shown_at = self._clock()

    def _review(self, item: Item, text: str, verdict: Verdict) -> Review:
        now = self._clock()
        variant = item.variant
        question = variant.question
        offset = _offset_minutes(now)
        today = day_of(now.astimezone(UTC), offset)
        first = all(day_of(r.answered_at, r.offset_minutes) != today for r in self._past(question))
        # What waits to be saved is not yet in the past that the history knows.
        first = first and all(o.item.variant.question.key != question.key for o in self.outcomes)
        right = verdict.kind == "correct"
        return Review(
            uuid=self._new_id(),
            profile=self._profile,
            bank=question.bank,
            question=question.id,
            revision=question.revision,
            level=variant.level,
            variables=dict(variant.drawn.variables),
            shown={
                "show": question.show,
                "options": [option.text.in_language("en") for option in variant.options],
            },
            seed=variant.seed,
            generator=GENERATOR,
            submission=text,
            read_as=verdict.read_as,
            verdict=verdict.kind,
            mistakes=verdict.mistakes,
            hints=self._hint_count,
            ms=max(0, round((now - self._shown_at).total_seconds() * 1000)),
            rating=rating_of(right=right, hints=self._hint_count) if first else None,
            sitting=self._id,
            shown_at=self._shown_at.astimezone(UTC),
            answered_at=now.astimezone(UTC),
            offset_minutes=offset,
        )

    def _note(self, kind: NoteType, of: str, body: dict[str, object]) -> Note:
        now = self._clock()
        return Note(
            type=kind,
            uuid=self._new_id(),
            of=of,
            profile=self._profile,
            at=now.astimezone(UTC),
            offset_minutes=_offset_minutes(now),
            body=body,
        )


def _offset_minutes(moment: datetime) -> int:
    offset = moment.utcoffset()
    return round(offset.total_seconds() / 60) if offset is not None else 0
