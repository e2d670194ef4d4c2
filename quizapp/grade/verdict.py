"""What an answer is worth."""

from dataclasses import dataclass, field
from typing import Literal

from quizapp.grade.diagnosis import Diagnosis
from quizapp.words import Text

VerdictKind = Literal["correct", "wrong", "unreadable", "other-form", "close"]


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
