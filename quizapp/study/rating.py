"""What an answer says to the schedule, and to which day it belongs."""

from datetime import date, datetime, timedelta

AGAIN, HARD, GOOD = 1, 2, 3
"""FSRS's ratings; a machine-marked answer is never Easy."""

DAY_TURNS_AT = timedelta(hours=4)


def rating_of(*, right: bool, hints: int) -> int:
    """Right without a hint is Good, with the formula's name alone Hard, anything else Again."""
    if not right or hints > 1:
        return AGAIN
    return HARD if hints else GOOD


def day_of(moment: datetime, offset_minutes: int) -> date:
    """A learner's day: it turns at four in the morning, by the clock they had then."""
    local = moment + timedelta(minutes=offset_minutes)
    return (local - DAY_TURNS_AT).date()
