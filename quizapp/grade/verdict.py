"""What an answer is worth."""

from dataclasses import field
from typing import Literal

from quizapp.frozen import dataclass
from quizapp.words import Text

VerdictKind = Literal["correct", "wrong", "unreadable", "other-form", "close"]


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Possible reasons for a wrong answer.

    ``mistakes`` are ids, several when they tie; a pair made together is ``one+other``.
    """

    mistakes: tuple[str, ...] = ()
    text: Text = Text()  # frozen and empty

    @property
    def catalogued(self) -> bool:
        """True where every slip is of the catalogue, so that its wrong steps can be written."""
        from quizapp.mistakes import BY_ID

        return all(part in BY_ID for id_ in self.mistakes for part in id_.split("+"))

    @property
    def ties(self) -> bool:
        """True where several slips explain it equally well."""
        return len(self.mistakes) > 1


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an answer: a cell of a table, a pair, a place in an order, an unknown."""

    name: str
    read_as: str
    correct: bool
    follow_through: bool = False
    """Not the truth, but right from the learner's own earlier parts: the error was made there."""
    answer: str = ""
    """The right value as it is shown."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an answer is worth. Only ``correct`` and ``wrong`` count."""

    kind: VerdictKind
    read_as: str
    answer: Text
    """The right answer as it is shown."""
    feedback: Text
    diagnosis: Diagnosis = field(default_factory=Diagnosis)
    parts: tuple[Part, ...] = ()
    self_grade: int | None = None
    """Of a card: FSRS's rating that the learner gave, 1 to 4."""

    @property
    def counts(self) -> bool:
        """False for what is asked again and costs nothing."""
        return self.kind in ("correct", "wrong")

    @property
    def mistakes(self) -> tuple[str, ...]:
        """Mistakes that lead to this very answer; several when they tie."""
        return self.diagnosis.mistakes
