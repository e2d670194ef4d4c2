"""What is shown once a round is decided: the truth, and everyone's answers before and after."""

from collections.abc import Sequence

from quizapp.frozen import dataclass
from quizapp.generate import Variant
from quizapp.grade import Verdict
from quizapp.peers.differences import agree, is_right
from quizapp.words import Text


@dataclass(frozen=True, slots=True)
class Vote:
    """What one person typed, and what it is worth: nobody sees either before the reveal."""

    name: str
    text: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were right in a round and of how many, before the talk and after it."""

    before: tuple[int, int]
    after: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Answers:
    """One person's two answers; None where they gave none."""

    name: str
    first: Vote | None
    second: Vote | None


@dataclass(frozen=True, slots=True)
class Reveal:
    """A round decided. ``twin`` is None where nobody answered again."""

    variant: Variant
    twin: Variant | None
    answers: tuple[Answers, ...]

    @classmethod
    def of(
        cls, variant: Variant, first: Sequence[Vote], twin: Variant | None, second: Sequence[Vote]
    ) -> "Reveal":
        """The reveal of these two ballots, people in the order in which they first answered."""
        before, after = ({vote.name: vote for vote in votes} for votes in (first, second))
        answers = tuple(Answers(name, before[name], after.get(name)) for name in before)
        return cls(variant, twin if second else None, answers)

    @property
    def tally(self) -> Tally:
        """The one line for the group."""
        before = _count([answer.first for answer in self.answers])
        after = _count([answer.second for answer in self.answers])
        return Tally(before, after if after[1] else None)

    @property
    def all_agreed(self) -> bool:
        """Whether the first answers were all the same."""
        return agree([answer.first.verdict for answer in self.answers if answer.first])

    @property
    def explained(self) -> Variant | None:
        """The variant whose solution is worth reading: the last that somebody got wrong."""
        again = [answer.second for answer in self.answers]
        if self.twin is not None and _count(again)[0] < _count(again)[1]:
            return self.twin
        right, count = self.tally.before
        return self.variant if right < count else None

    @property
    def because(self) -> Text | None:
        """What is said of the right answer: of the variant explained, else of the last asked."""
        return (self.explained or self.twin or self.variant).because


def _count(votes: Sequence[Vote | None]) -> tuple[int, int]:
    given = [is_right(vote.verdict) for vote in votes if vote is not None]
    return sum(given), len(given)
