"""What a run of this face is given."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from quizapp.bank import Library, Question
from quizapp.generate import Chance
from quizapp.history import Keeper, Review
from quizapp.study import Sitting, quiz_questions
from quizapp.words import Language, Text


@dataclass(frozen=True, slots=True)
class Launch:
    """The banks, where answers go, the clock, and how the program opens.

    With ``questions`` a quiz of ``count`` of them is begun at once, without them the home screen
    is shown. ``clock`` and ``past`` are as in :class:`quizapp.study.Sitting`; ``notices`` are
    said on the first screen.
    """

    library: Library
    keeper: Keeper
    clock: Callable[[], datetime]
    past: Callable[[Question], Iterable[Review]]
    language: Language
    seed: int
    questions: tuple[Question, ...] | None = None
    count: int = 10
    notices: tuple[Text, ...] = ()
    profile: str = "default"

    def sitting(self, pool: tuple[Question, ...], before: int) -> Sitting:
        """A quiz over the pool, with numbers of its own: ``before`` is how many came before it."""
        seed = self.seed if before == 0 else Chance("another", self.seed, before).below(2**31)
        return Sitting(
            quiz_questions(pool, self.count, seed),
            seed,
            keeper=self.keeper,
            clock=self.clock,
            past=self.past,
            profile=self.profile,
        )
