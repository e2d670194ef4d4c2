"""A card as its reviews make it: memory, level, slips, what is still owed.

A card is a fold over its answers in the order of their times. The one turn takes one step of it.
What does not count was left out before, and what came late makes the card be folded anew, so that
a card depends on the *set* of rows alone.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any, NamedTuple, Self

from quizapp.history import Review
from quizapp.history.rows import written
from quizapp.study.memory import Memory, fuzzed
from quizapp.study.rating import AGAIN, DAY_TURNS_AT, GOOD, HARD

MODEL = Memory()
FIRST = -1.0
"""What :meth:`Card.take` gives for a first meeting, which has no retrievability."""

HIGHEST_LEVEL = 4
MOST_TIED = 3
_MINUTES_A_DAY = 24 * 60
TURN_MINUTES = DAY_TURNS_AT // timedelta(minutes=1)
_YEAR_ONE = datetime(1, 1, 1, tzinfo=UTC)

Slips = dict[str, tuple[list[str], list[str]]]
"""By mistake: when it was made, when it was shown and avoided; the last two of each."""


class Answer(NamedTuple):
    """What a review says to its card."""

    at: str
    """UTC, ISO 8601 with milliseconds: the texts sort as the moments do."""
    shown_at: str
    uuid: str
    day: int
    """The learner's day, as the ordinal of its date."""
    offset: int
    rating: int | None
    right: bool
    hints: int
    level: int
    mistakes: tuple[str, ...]
    exposes: tuple[str, ...]
    """The slips that give a wrong answer of their own on this variant."""
    sitting: str
    ms: int


def day_number(at: str, offset: int) -> int:
    """The learner's day of a written moment, as the ordinal of its date."""
    # Days turn at a whole hour: where clocks differ by hours, the minutes say nothing.
    return _day_of_minute(at[:13] if offset % 60 == 0 else at[:16], offset)


@lru_cache(maxsize=2**15)
def _day_of_minute(at: str, offset: int) -> int:
    minutes = int(at[11:13]) * 60 + int(at[14:16] or 0) + offset - TURN_MINUTES
    return date.fromisoformat(at[:10]).toordinal() + minutes // _MINUTES_A_DAY


class Card:
    """Where a card stands; :meth:`take` moves it on by one answer."""

    __slots__ = (
        "day", "difficulty", "goods", "hard", "last", "level", "model", "offset", "owed", "passed",
        "probe", "right", "slips", "stability", "tried",
    )  # fmt: skip

    def __init__(self, model: Memory = MODEL) -> None:
        self.model = model
        """Of its learner; no part of the state."""
        self.stability = 0.0
        self.difficulty = 0.0
        self.day = 0
        """The day of the last answer that moved the memory; 0 for a card never met."""
        self.tried = 0
        """The day of the last answer that was rated, which a new level may have left aside."""
        self.offset = 0
        self.hard = False
        """The last rated answer was Hard; a second one running counts as Again."""
        self.level = 0
        """The level to ask at next; 0 where the question says it."""
        self.passed = 0
        """The highest level at which an answer counted."""
        self.goods: list[int] = []
        """Days of unaided Goods since the level last changed."""
        self.right = False
        """The last answer was right without help."""
        self.slips: Slips = {}
        self.probe: tuple[str, ...] = ()
        """The slips that tied on the last answer, to be told apart by the next variant."""
        self.owed: list[str] | None = None
        """None where nothing is owed; else the sittings in which it came right since a miss."""
        self.last = ""
        """The moment of the last answer."""

    @property
    def is_new(self) -> bool:
        """True until an answer has moved the memory."""
        return self.day == 0

    def take(self, answer: Answer) -> float | None:
        """Move on by an answer that comes after all others.

        Gives the retrievability that the answer met, FIRST for a first meeting, None for an answer
        that leaves the schedule alone.
        """
        met = None
        # A clock that went back gives no new day, and so moves no due date back.
        if answer.rating is not None and answer.day > self.tried:
            met = self.rate(answer.day, answer.offset, answer.rating, answer.level)
        self.right, self.last = answer.right and answer.hints == 0, answer.at
        self.weigh(answer.at, answer.sitting, answer.mistakes, answer.exposes, right=answer.right)
        return met

    def rate(self, day: int, offset: int, rating: int, level: int) -> float | None:
        """Move memory and level on by the first rated answer of a day, of that level.

        Gives what :meth:`take` gives.
        """
        self.tried = day
        if rating == HARD:
            self.hard = not self.hard
            rating = HARD if self.hard else AGAIN
        else:
            self.hard = False
        last = self.day
        if last == 0:
            self.stability, self.difficulty = self.model.first(rating)
            self.level = self.passed = level
            met = FIRST
        else:
            if level > self.passed:
                if rating == AGAIN:
                    self.level, self.goods = self.passed, []
                    return None
                self.passed = self.level = level
            self.stability, self.difficulty, met = self.model.after(
                self.stability, self.difficulty, day - last, rating
            )
        self.day, self.offset = day, offset
        if rating >= GOOD:
            self.rise(day)
        elif rating == AGAIN:
            self.goods = []
        return met

    def rise(self, day: int) -> None:
        """Keep an unaided Good; with the second one the level rises."""
        if self.goods:
            self.goods = []
            self.level = min(self.passed + 1, HIGHEST_LEVEL)
        elif self.level == self.passed:
            self.goods = [day]

    def weigh(
        self,
        at: str,
        sitting: str,
        mistakes: tuple[str, ...],
        exposes: tuple[str, ...],
        *,
        right: bool,
    ) -> None:
        """Keep what is owed for an answer, and the slips it made, or avoided where they show."""
        if not right:
            self.owed = []
        elif self.owed is not None and sitting not in self.owed:
            self.owed = None if self.owed else [sitting]
        self.probe = ()
        if right:
            for mistake in exposes:
                if mistake in self.slips:
                    made, avoided = self.slips[mistake]
                    self.slips[mistake] = made, [*avoided[-1:], at]
        elif len(mistakes) == 1:
            for mistake in mistakes[0].split("+"):
                made, avoided = self.slips.get(mistake, ([], []))
                self.slips[mistake] = [*made[-1:], at], avoided
        elif mistakes:
            self.probe = tuple(mistakes[:MOST_TIED])

    def watched(self) -> tuple[str, ...]:
        """The slips made here and not yet avoided twice since."""
        return tuple(
            mistake
            for mistake, (made, avoided) in self.slips.items()
            if len(avoided) < 2 or avoided[-2] < made[-1]
        )

    def due(self, *key: object) -> datetime | None:
        """When it comes back: at the turn of a learner's day. ``key`` seeds the fuzz."""
        if self.day == 0:
            return None
        days = fuzzed(self.model.interval(self.stability), *key, self.day)
        return turn_of(self.day + days, self.offset)

    def retrievability(self, day: int) -> float:
        """How likely a right answer is on that day; 0 for a card never met."""
        return self.model.retrievability(self.stability, day - self.day) if self.day else 0.0

    def state(self) -> dict[str, object]:
        """All of it, as JSON holds it."""
        return {
            "stability": self.stability, "difficulty": self.difficulty, "day": self.day,
            "tried": self.tried, "offset": self.offset, "hard": self.hard, "level": self.level,
            "passed": self.passed, "goods": self.goods, "right": self.right,
            "slips": {mistake: [*times] for mistake, times in self.slips.items()},
            "probe": [*self.probe], "owed": self.owed, "last": self.last,
        }  # fmt: skip

    @classmethod
    def of(cls, state: Mapping[str, Any], model: Memory = MODEL) -> Self:
        """The card whose :meth:`state` it is; an empty one is a card never met."""
        card = cls(model)
        if not state:
            return card
        for name in (
            "stability", "difficulty", "day", "tried", "offset", "hard", "level", "passed",
            "goods", "right", "owed", "last",
        ):  # fmt: skip
            setattr(card, name, state[name])
        card.slips = {name: (made, avoided) for name, (made, avoided) in state["slips"].items()}
        card.probe = tuple(state["probe"])
        return card


def card_of(answers: Iterable[Answer], model: Memory = MODEL) -> Card:
    """The card that a set of answers makes."""
    card = Card(model)
    for answer in sorted(answers):
        card.take(answer)
    return card


def answer_of(review: Review, settled: Mapping[str, tuple[str, ...]] | None = None) -> Answer:
    """What a review says to its card; ``settled`` are the mistakes as its learner named them."""
    mistakes = review.mistakes
    if settled is not None:
        mistakes = settled.get(review.uuid, mistakes)
    at, offset = written(review.answered_at), review.offset_minutes
    return Answer(
        at, written(review.shown_at), review.uuid, day_number(at, offset), offset, review.rating,
        review.verdict == "correct", review.hints, review.level, mistakes,
        exposed_in(review.shown), review.sitting, review.ms,
    )  # fmt: skip


def is_after_talk(shown: Mapping[str, Any]) -> bool:
    """Whether an answer was given after a group had talked: it proves nothing of its person."""
    return bool(shown.get("after_talk"))


def exposed_in(shown: Mapping[str, Any]) -> tuple[str, ...]:
    """The slips that would have shown on a variant, by what a review keeps of it."""
    exposes = shown.get("exposes")
    return tuple(exposes) if isinstance(exposes, list | tuple) else ()


@lru_cache(maxsize=2**12)
def turn_of(day: int, offset: int) -> datetime:
    """When a learner's day begins, in UTC, by a clock so many minutes ahead of it."""
    minutes = (day - 1) * _MINUTES_A_DAY + TURN_MINUTES - offset
    return _YEAR_ONE + timedelta(minutes=minutes)


def held_slips(cards: Iterable[Card]) -> tuple[str, ...]:
    """The slips a learner holds, over these cards; the one made last first.

    One is held once it was made twice with no other explanation, until it was avoided twice where
    it would have shown: the last time but one that it was made is later than the last time but one
    that it was avoided.
    """
    merged: dict[str, tuple[list[str], list[str]]] = {}
    for card in cards:
        for mistake, (made, avoided) in card.slips.items():
            all_made, all_avoided = merged.setdefault(mistake, ([], []))
            all_made += made
            all_avoided += avoided
    held: list[tuple[str, str]] = []
    for mistake, (made, avoided) in merged.items():
        if len(made) > 1:
            first, latest = sorted(made)[-2:]
            before = sorted(avoided)[-2] if len(avoided) > 1 else ""
            if first > before:
                held.append((latest, mistake))
    return tuple(mistake for _, mistake in sorted(held, reverse=True))
