"""One go at practising: items from a queue, answers kept as they are given."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, Protocol
from uuid import uuid4

from quizapp.bank import Question
from quizapp.errors import DrawError, ProofError
from quizapp.frozen import dataclass
from quizapp.generate import TableAsked, Variant, hints_of
from quizapp.history import Keeper, Note, NoteType, Review
from quizapp.study.cards import Card, answer_of
from quizapp.study.learner import Learner, PastLearner
from quizapp.study.outcomes import Item, Outcome, Summary, result_of
from quizapp.study.queue import Listed, Queue, Step, asked
from quizapp.study.rating import rating_for, today_at
from quizapp.study.recording import Recorder, Sources
from quizapp.study.rules import Rules
from quizapp.study.tracing import going_on
from quizapp.study.variants import Draw, Wish, level_of, numbers_of, recent_numbers, suited
from quizapp.words import Language, Text

if TYPE_CHECKING:
    from quizapp.grade import Verdict


class Bookmark(Protocol):
    """Where a sitting leaves how far it has come."""

    def keep(self, sitting: str, steps: Sequence[Step]) -> None:
        """Keep it; called whenever an item is put."""
        ...

    def remove(self) -> None:
        """The sitting is over."""
        ...


@dataclass(frozen=True, slots=True)
class Begun:
    """A sitting that was broken off: its id, its steps, and the answers that were kept."""

    id: str
    steps: tuple[Step, ...]
    outcomes: tuple[tuple[int, Outcome], ...]
    """Each with the place of its step."""


@dataclass(frozen=True, slots=True)
class _Taken:
    """What an answer did, so that it can be taken back."""

    place: int
    """How many steps came before it."""
    before: Card | None
    """None where the history has to be asked."""
    was_new: bool
    key: str


class Sitting:
    """Asks its questions one by one; a review is kept before its verdict is given out.

    ``clock`` gives the aware local time. What earlier answers say comes from ``learner``, or from
    ``past``, which gives the earlier reviews of a question. A question that cannot be drawn is left
    out and its error put among ``notices``.
    """

    def __init__(
        self,
        queue: Queue | Sequence[Question],
        seed: int,
        *,
        keeper: Keeper,
        clock: Callable[[], datetime],
        past: Callable[[Question], Iterable[Review]] = lambda _question: (),
        learner: Learner | None = None,
        profile: str = "default",
        new_id: Callable[[], str] = lambda: str(uuid4()),
        rules: Rules | None = None,
        bookmark: Bookmark | None = None,
        begun: Begun | None = None,
    ) -> None:
        self.seed = seed
        self.notices: list[DrawError | ProofError] = []
        self.outcomes: list[Outcome] = []
        self.id = new_id() if begun is None else begun.id
        self.language: Language = "en"
        """Of the screen; a face says which, whenever it changes."""
        self.rules = Rules() if rules is None else rules
        self._queue: Queue = Listed(tuple(queue)) if isinstance(queue, Sequence) else queue
        self._keeper = keeper
        self._clock = clock
        self._learner = learner or PastLearner(past, profile)
        self._recorder = Recorder(profile, self.id, new_id)
        self._sources = Sources(self._learner)
        self._bookmark = bookmark
        self._steps: list[Step] = []
        self._taken: list[_Taken] = []
        self._cards: dict[str, Card] = {}
        self._new_left = self.rules.new_left
        self._ahead: tuple[object, Variant] | None = None
        self._judged: tuple[Item, str, Verdict] | None = None
        self._ends_at = None if self.rules.lasts is None else clock() + self.rules.lasts
        if begun is not None:
            self._take_up(begun)
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

    @property
    def steps(self) -> tuple[Step, ...]:
        """What became of every item so far."""
        return tuple(self._steps)

    @property
    def seconds_left(self) -> int | None:
        """Of a sitting that lasts so long."""
        if self._ends_at is None:
            return None
        return max(0, round((self._ends_at - self._clock()).total_seconds()))

    def submit(self, text: str) -> Outcome:
        """Judge what was typed, and keep it if it counts, before the verdict is given out."""
        item = self._item
        if item is None or self.answered is not None:
            raise RuntimeError("nothing is asked")
        verdict = self._verdict(item, text)
        if not verdict.counts:
            return Outcome(item, text, verdict, self._hint_count, None, None)
        question, now = item.variant.question, self._clock()
        review = self._recorder.review(
            item.variant, self._learner.id_of(question), text, verdict,
            hints=self._hint_count, rating=self._rating(question, verdict, now),
            shown_at=self._shown_at, now=now, language=self.language,
        )  # fmt: skip
        unsaved = self._keeper.keep(review, self._sources.missing(review, question))
        outcome = Outcome(item, text, verdict, self._hint_count, review, unsaved)
        self._count(outcome, review)
        return outcome

    def judge_ahead(self, text: str) -> Callable[[], Outcome | None]:
        """What judges an answer that may be given: for a thread, while it stands in the field.

        It gives the outcome, of which nothing is kept; None where such an answer does not count. To
        find the slips behind a wrong one may take 20 ms.
        """
        item, hints = self._item, self._hint_count

        def judged() -> Outcome | None:
            if item is None:
                return None
            verdict = self._verdict(item, text)
            self._judged = item, text, verdict
            return Outcome(item, text, verdict, hints, None, None) if verdict.counts else None

        return judged

    def _verdict(self, item: Item, text: str) -> "Verdict":
        from quizapp.grade import grade  # nothing of it is needed to ask

        judged = self._judged
        if judged is not None and judged[0] is item and judged[1] == text:
            return judged[2]
        return grade(item.variant, text)

    def advance(self) -> Item | None:
        """Go on to the next item; one that was not answered is skipped."""
        if self._item is not None and self.answered is None:
            self._steps.append(Step(self._item.variant.question.key, "skipped"))
        self._begin()
        return self._item

    skip = advance

    def draw_ahead(self) -> Callable[[], None]:
        """What draws the next item's variant before it is asked for: for a thread, while a verdict
        is read. Where another is asked for by then, it is drawn as ever."""
        question, place = self._next(), asked(self._steps)
        if question is None:
            return lambda: None
        standing, draw = self._standing(question, place), self._draw(question, place)

        def drawn() -> None:
            with suppress(DrawError, ProofError):  # it is told when its turn comes
                self._ahead = standing, draw.variant()

        return drawn

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
        last, taken = self.outcomes.pop(), self._taken.pop()
        if last.review is not None:
            self._keeper.keep(self._note("undo", last.review.uuid, {}))
            self._new_left += taken.was_new and last.review.rating is not None
        self._put_back(taken)
        del self._steps[taken.place :]
        self._ask(last.item)
        return last.item

    def flag(self) -> None:
        """Note that something is wrong with the item, with the signature that makes it again."""
        if self._item is not None:
            variant = self._item.variant
            body: dict[str, object] = {"signature": variant.signature}
            self._keeper.keep(self._note("flag", variant.question.key, body))

    def retire(self) -> None:
        """Put the item's card away for good: it is not asked again until it is restored."""
        if self._item is not None:
            question = self._item.variant.question
            name = f"{question.bank}/{self._learner.id_of(question)}"
            self._keeper.keep(self._note("retire", name, {}))

    def which_was_it(self, mistake: str) -> None:
        """Of the slips that tied on the last answer, this was it. It costs nothing."""
        if self.outcomes and mistake in self.outcomes[-1].tied:
            self._settle(mistake)

    def not_what_i_did(self) -> None:
        """None of the slips named for the last answer was it."""
        if self.outcomes and self.outcomes[-1].verdict.mistakes:
            self._settle(None)

    def show_one(self) -> Variant | None:
        """A variant of the item's question with other numbers, to be shown with its solution.

        None where there are no other numbers. Nothing is kept of it.
        """
        if self._item is None:
            return None
        shown = self._item.variant
        numbers = numbers_of(shown)
        wish = Wish(recent=(numbers,))
        try:
            other = suited(shown.question, shown.seed + 1, shown.level, wish)
        except (DrawError, ProofError):
            return None
        return None if numbers_of(other) == numbers else other

    def summary(self) -> Summary:
        """How it went so far."""
        missed = tuple(o for o in self.outcomes if o.verdict.kind != "correct")
        return Summary(len(self.outcomes) - len(missed), len(self.outcomes), missed)

    def close(self) -> None:
        """It was ended: there is nothing to take up again."""
        if self._bookmark is not None:
            self._bookmark.remove()

    def _begin(self) -> None:
        """Ask what comes next, leaving out what cannot be drawn."""
        self._item: Item | None = None
        self._hints: tuple[Text, ...] = ()
        self._hint_count = 0
        while (question := self._next()) is not None:
            place = asked(self._steps)
            try:
                variant = self._variant(question, place)
            except (DrawError, ProofError) as error:
                self.notices.append(error)
                self._steps.append(Step(question.key, "left-out"))
                continue
            count = self._queue.count(self._steps)
            is_new = self.rules.introduces and self._card(question).is_new
            self._ask(Item(place + 1, count, variant, is_new))
            return
        self.close()

    def _next(self) -> Question | None:
        is_over = self._ends_at is not None and self._clock() >= self._ends_at
        return None if is_over else self._queue.after(self._steps)

    def _ask(self, item: Item) -> None:
        self._item = item
        self._hints = hints_of(item.variant)
        self._hint_count = 0
        self._shown_at = self._clock()
        if self._bookmark is not None:
            self._bookmark.keep(self.id, self._steps)

    def _variant(self, question: Question, place: int) -> Variant:
        ahead = self._ahead
        if ahead is not None and ahead[0] == self._standing(question, place):
            variant = ahead[1]
        else:
            variant = self._draw(question, place).variant()
        if self.rules.exact or not isinstance(variant.asked, TableAsked):
            return variant
        return going_on(variant, next(reversed(self._answers_to(question)), None))

    def _standing(self, question: Question, place: int) -> object:
        """All in this sitting that says which variant is drawn: a card that moves is another."""
        return question.key, place, len(self.outcomes), self._card(question)

    def _draw(self, question: Question, place: int) -> Draw:
        seed = self.seed + place
        if self.rules.exact:
            return Draw(question, seed, question.level)
        card = self._card(question)
        level = level_of(question, card)
        wish = Wish(
            recent=recent_numbers(question, level, self._answers_to(question)),
            probe=card.probe if all("+" not in slip for slip in card.probe) else (),
            own=card.watched(),
            slips=self.rules.slips,
        )
        return Draw(question, seed, level, wish)

    def _answers_to(self, question: Question) -> list[Review]:
        """Of earlier sittings, then of this one."""
        here = [o.review for o in self.outcomes if o.review and o.item.variant.question == question]
        told = {review.uuid for review in here}
        past = [review for review in self._learner.past(question) if review.uuid not in told]
        return [*past, *here]

    def _card(self, question: Question) -> Card:
        """The question's card, moved on by the answers of this sitting, saved or not."""
        if question.key not in self._cards:
            self._cards[question.key] = self._learner.card(question)
        return self._cards[question.key]

    def _rating(self, question: Question, verdict: "Verdict", now: datetime) -> int | None:
        """Only the day's first answer rates, and no more first meetings than a day allows."""
        card = self._card(question)
        if not self.rules.schedules or today_at(now).toordinal() <= card.tried:
            return None
        if card.is_new and self._new_left < 1:
            return None
        return rating_for(verdict, self._hint_count)

    def _count(self, outcome: Outcome, review: Review) -> None:
        """Let an answer move its card, and the queue."""
        question = outcome.item.variant.question
        before = self._card(question)
        self._new_left -= before.is_new and review.rating is not None
        after = Card.of(before.state(), before.model)
        after.take(answer_of(review))
        self._cards[question.key] = after
        self._taken.append(_Taken(len(self._steps), before, before.is_new, question.key))
        self._steps.append(Step(question.key, result_of(review)))
        self.outcomes.append(outcome)

    def _settle(self, mistake: str | None) -> None:
        last, taken = self.outcomes[-1], self._taken[-1]
        if last.review is None:
            return
        self._keeper.keep(self._note("probe", last.review.uuid, {"mistake": mistake}))
        settled = {last.review.uuid: () if mistake is None else (mistake,)}
        self._put_back(taken)
        if taken.before is not None:
            card = Card.of(taken.before.state(), taken.before.model)
            card.take(answer_of(last.review, settled))
            self._cards[taken.key] = card

    def _put_back(self, taken: _Taken) -> None:
        """The card as it was before an answer."""
        if taken.before is None:
            self._cards.pop(taken.key, None)
        else:
            self._cards[taken.key] = taken.before

    def _take_up(self, begun: Begun) -> None:
        """Stand where a sitting that was broken off stood."""
        self._steps = list(begun.steps)
        for place, outcome in begun.outcomes:
            key = outcome.item.variant.question.key
            self.outcomes.append(outcome)
            # The card as the history has it knows these answers already.
            self._taken.append(_Taken(place, None, outcome.item.is_new, key))

    def _note(self, kind: NoteType, of: str, body: dict[str, object]) -> Note:
        return self._recorder.note(kind, of, body, self._clock())
