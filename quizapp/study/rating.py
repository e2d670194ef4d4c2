"""What an answer says to the schedule, and to which day it belongs."""

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizapp.grade import Verdict

AGAIN, HARD, GOOD = 1, 2, 3
"""FSRS's ratings; a machine-marked answer is never Easy."""

DAY_TURNS_AT = timedelta(hours=4)


def rating_of(*, right: bool, hints: int) -> int:
    """Right without a hint is Good, with the formula's name alone Hard, anything else Again."""
    if not right or hints > 1:
        return AGAIN
    return HARD if hints else GOOD


def rating_for(verdict: "Verdict", hints: int) -> int:
    """The rating of a verdict; a card's is what its learner gave."""
    if verdict.self_grade is not None:
        return verdict.self_grade
    return rating_of(right=verdict.kind == "correct", hints=hints)


def day_of(moment: datetime, offset_minutes: int) -> date:
    """A learner's day: it turns at four in the morning, by the clock they had then."""
    local = moment + timedelta(minutes=offset_minutes)
    return (local - DAY_TURNS_AT).date()


def today_at(now: datetime) -> date:
    """The learner's day of an aware local time."""
    return day_of(now.astimezone(UTC), offset_minutes(now))


def offset_minutes(moment: datetime) -> int:
    """What an aware local time is ahead of UTC."""
    offset = moment.utcoffset()
    return round(offset.total_seconds() / 60) if offset is not None else 0
