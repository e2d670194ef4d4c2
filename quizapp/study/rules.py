"""What holds in a kind of sitting."""

from datetime import timedelta

from quizapp.frozen import dataclass
from quizapp.study.planning import NEW_A_DAY


@dataclass(frozen=True, slots=True)
class Rules:
    """What holds in a kind of sitting."""

    schedules: bool = True
    """False where answers are logged and move nothing (``drill``, ``sprint``)."""
    new_left: int = NEW_A_DAY
    """First meetings that may still be rated today; the surplus is logged."""
    lasts: timedelta | None = None
    """After this long nothing more is asked."""
    exact: bool = False
    """The seed alone says which numbers come, whatever was asked before."""
    introduces: bool = False
    """What is met for the first time is announced, and a worked example offered."""
    slips: tuple[str, ...] = ()
    """Slips the learner holds: numbers are chosen on which they show."""
