"""What is derived from the log: caches, kept in the same transaction, that can be made again.

What they mean is for ``study`` to say; here they are rows that are written and found.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from quizapp.frozen import dataclass

if TYPE_CHECKING:
    from quizapp.history.rows import Note, Review
    from quizapp.history.view import LogView


@dataclass(frozen=True, slots=True)
class CardRow:
    """One card of one profile, as the log leaves it."""

    profile: str
    bank: str
    question: str
    topic: str
    due: datetime | None
    """Aware and in UTC; None while the card was never rated."""
    ready: bool
    """Last answered right unaided, and remembered as well as desired."""
    retired: bool
    state: Mapping[str, object]
    """What JSON can hold: stability, difficulty, level, slips. Not interpreted in this room."""


@dataclass(frozen=True, slots=True)
class DayRow:
    """Sums of a learner's day over one topic. They add up: a row is what a day gained."""

    profile: str
    day: date
    topic: str
    answers: int = 0
    right: int = 0
    ms: int = 0
    rated: int = 0
    """Rated answers to cards met before, of which ``recalled`` were right: true retention."""
    recalled: int = 0
    predicted: float = 0.0
    """The sum of the retrievabilities that FSRS predicted for those."""
    first: int = 0
    """First meetings that used the day's allowance."""


@dataclass(frozen=True, slots=True)
class SlipRow:
    """How often a mistake was made on a learner's day, in one topic. Counts add up."""

    profile: str
    day: date
    topic: str
    mistake: str
    count: int


@dataclass(frozen=True, slots=True)
class Changes:
    """What a row of the log does to the caches: cards are replaced, the others added to."""

    cards: tuple[CardRow, ...] = ()
    days: tuple[DayRow, ...] = ()
    slips: tuple[SlipRow, ...] = ()


class Derive(Protocol):
    """What a row that has just been added to the log changes; called in its transaction."""

    def __call__(self, row: "Review | Note", log: "LogView", /) -> Changes:
        """The changes; ``log`` holds ``row`` already. What it raises takes the row back."""
        ...


def differences(cached: Changes, rebuilt: Changes) -> tuple[str, ...]:
    """What a rebuild has otherwise, a line each: a card, a topic's day, a slip's day.

    Sums that came to nothing are as if not there, and decimals agree to 1e-6 of their size.
    """
    return (
        *_differing("card", _cards(cached), _cards(rebuilt)),
        *_differing("day", _sums(cached.days), _sums(rebuilt.days)),
        *_differing("slip", _sums(cached.slips), _sums(rebuilt.slips)),
    )


Key = tuple[str, ...]
Values = Mapping[str, object]


def _cards(changes: Changes) -> dict[Key, Values]:
    return {
        (card.profile, card.bank, card.question): {
            "topic": card.topic,
            "due": card.due,
            "ready": card.ready,
            "retired": card.retired,
            "state": dict(card.state),
        }
        for card in changes.cards
    }


def _sums(rows: Iterable[DayRow | SlipRow]) -> dict[Key, dict[str, float]]:
    totals: dict[Key, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for row in rows:
        named = {field.name: getattr(row, field.name) for field in fields(row)}
        key = tuple(str(named.pop(name)) for name in _SUMMED_BY if name in named)
        for name, value in named.items():
            totals[key][name] += value
    return {key: sums for key, sums in totals.items() if any(abs(n) > 1e-6 for n in sums.values())}


_SUMMED_BY = ("profile", "day", "topic", "mistake")


def _differing(
    what: str, cached: Mapping[Key, Values], rebuilt: Mapping[Key, Values]
) -> Iterator[str]:
    for key in sorted(cached.keys() | rebuilt.keys()):
        if not _alike(cached.get(key), rebuilt.get(key)):
            yield f"{what} {' '.join(key)}"


def _alike(one: object, other: object) -> bool:
    """Equal as JSON, but for the last digits of decimals."""
    match one, other:
        case (bool(), _) | (_, bool()):
            return one is other
        case (int() | float(), int() | float()):
            return math.isclose(one, other, rel_tol=1e-6, abs_tol=1e-6)
        case (Mapping(), Mapping()):
            return one.keys() == other.keys() and all(_alike(one[k], other[k]) for k in one)
        case (list() | tuple(), list() | tuple()):
            return len(one) == len(other) and all(map(_alike, one, other))
        case _:
            return one == other
