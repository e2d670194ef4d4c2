"""What a sitting hands out: the item that is asked, what came of an answer, how it all went."""

from typing import TYPE_CHECKING

from quizapp.errors import HistoryError
from quizapp.frozen import dataclass
from quizapp.history import Review
from quizapp.study.cards import MOST_TIED
from quizapp.study.queue import Result

if TYPE_CHECKING:
    from quizapp.generate import Variant
    from quizapp.grade import Verdict


@dataclass(frozen=True, slots=True)
class Item:
    """A variant in its place in the sitting; ``count`` is 0 where nobody knows how many come."""

    number: int
    count: int
    variant: "Variant"
    is_new: bool = False
    """Met for the first time: a worked example may be looked at before."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """An answer that was judged; ``unsaved`` says why it is not yet in the history."""

    item: Item
    submission: str
    verdict: "Verdict"
    hints: int
    review: Review | None
    """None for an answer that does not count."""
    unsaved: HistoryError | None

    @property
    def tied(self) -> tuple[str, ...]:
        """The slips to choose from where several explain the answer: *which was it?*"""
        return self.verdict.mistakes[:MOST_TIED] if self.verdict.diagnosis.ties else ()


@dataclass(frozen=True, slots=True)
class Summary:
    """How a sitting went. What was skipped is in none of the three."""

    right: int
    asked: int
    missed: tuple[Outcome, ...]


def result_of(review: Review) -> Result:
    """What an answer is to the queue."""
    if review.verdict != "correct":
        return "wrong"
    return "aided" if review.hints else "right"
