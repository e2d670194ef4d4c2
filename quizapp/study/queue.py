"""Which question comes next: a function of the queue and of what has become of its items so far.

So a sitting that was broken off is taken up where it stood by the same steps, and taking an answer
back is leaving out the last one.
"""

from collections.abc import Sequence
from dataclasses import field
from typing import Literal, Protocol

from quizapp.bank import Question
from quizapp.frozen import dataclass
from quizapp.generate import Chance

Result = Literal["right", "aided", "wrong", "skipped", "left-out"]
"""``aided`` is right after a hint; ``left-out`` could not be drawn."""

LEAST_BETWEEN = 4
"""Other items before a miss returns."""

MOST_RUNNING = 3
"""Variants of a question one after the other at its first meeting."""

MOST_TIMES = 8
"""Of one question in a sitting: nobody is kept from the rest by what will not come right today."""


@dataclass(frozen=True, slots=True)
class Step:
    """What became of an item."""

    key: str
    result: Result


class Queue(Protocol):
    """What a sitting asks its questions from."""

    def after(self, steps: Sequence[Step]) -> Question | None:
        """What is asked after these; None when it is over."""
        ...

    def count(self, steps: Sequence[Step]) -> int:
        """How many items it will have been, as it stands; 0 where it goes on."""
        ...


def asked(steps: Sequence[Step]) -> int:
    """How many items were put."""
    return sum(step.result != "left-out" for step in steps)


@dataclass(frozen=True, slots=True)
class Listed:
    """Every question once, in order (``quiz``)."""

    questions: tuple[Question, ...]

    def after(self, steps: Sequence[Step]) -> Question | None:
        """The next of the list."""
        return self.questions[len(steps)] if len(steps) < len(self.questions) else None

    def count(self, steps: Sequence[Step]) -> int:
        """All but those that could not be drawn."""
        return len(self.questions) - sum(step.result == "left-out" for step in steps)


@dataclass(frozen=True, slots=True)
class Rounds:
    """All questions in one order after another, without end (``sprint``)."""

    questions: tuple[Question, ...]
    seed: int

    def after(self, steps: Sequence[Step]) -> Question | None:
        """The next of the round; in no round what could not be drawn in the first."""
        lost = {step.key for step in steps if step.result == "left-out"}
        left = [question for question in self.questions if question.key not in lost]
        if not left:
            return None
        turn, place = divmod(asked(steps), len(left))
        return Chance("round", self.seed, turn).shuffled(left)[place]

    def count(self, steps: Sequence[Step]) -> int:  # noqa: ARG002 # the face of a queue
        """Nobody knows."""
        return 0


@dataclass(frozen=True, slots=True)
class Returning:
    """The questions in order; a miss comes back, until it is right once without help.

    At least four others come between. Where there are none left, questions that came right are
    asked again meanwhile; where there are fewer than four, all of them come between. A question of
    ``meeting`` is asked up to three times running until it is right once.
    """

    questions: tuple[Question, ...]
    meeting: frozenset[str] = frozenset()
    """Keys of questions that are met for the first time."""
    least: int = 0
    """Items to be asked at least; right ones come round again for that."""

    def after(self, steps: Sequence[Step]) -> Question | None:
        """What has come back, else the next of the list, no topic twice running where possible."""
        story = _told(steps)
        if self._runs_on(steps):
            return self._question(steps[-1].key)
        owed = [key for key, last in story.owed.items() if self._is_ripe(last, steps)]
        fresh = [question for question in self.questions if question.key not in story.times]
        waiting = [*map(self._question, owed), *fresh]
        if not waiting and story.last and (story.owed or asked(steps) < self.least):
            waiting = [self._filler(story)]
        topic = self._question(steps[-1].key).topic if steps else None
        others = [question for question in waiting if question.topic != topic]
        return next(iter([*others, *waiting]), None)

    def count(self, steps: Sequence[Step]) -> int:
        """What was asked, what waits to be, and what is to come back."""
        story = _told(steps)
        fresh = sum(question.key not in story.times for question in self.questions)
        return max(asked(steps) + fresh + len(story.owed), self.least if story.last else 0)

    def _question(self, key: str) -> Question:
        return next(question for question in self.questions if question.key == key)

    def _runs_on(self, steps: Sequence[Step]) -> bool:
        """Whether a first meeting goes on with another variant."""
        if not steps or steps[-1].result != "wrong" or steps[-1].key not in self.meeting:
            return False
        mine = [step for step in steps if step.key == steps[-1].key]
        running = steps[-len(mine) :] == mine
        return running and len(mine) < MOST_RUNNING

    def _is_ripe(self, last: int, steps: Sequence[Step]) -> bool:
        """Whether enough others came since: four, or all there are."""
        since = steps[last + 1 :]
        between = min(LEAST_BETWEEN, len({question.key for question in self.questions}) - 1)
        return len(since) >= between

    def _filler(self, story: "_Story") -> Question:
        """What was asked longest ago and is not owed; where all is owed, what was missed first."""
        done = [key for key in story.last if key not in story.owed]
        return self._question(min(done or story.owed, key=story.last.__getitem__))


@dataclass(frozen=True, slots=True)
class _Story:
    """What steps tell of each question."""

    times: dict[str, int] = field(default_factory=dict)
    last: dict[str, int] = field(default_factory=dict)
    owed: dict[str, int] = field(default_factory=dict)
    """Keys of what is to come back, the longest owed first, with the place of the last miss."""


def _told(steps: Sequence[Step]) -> _Story:
    story = _Story()
    for place, step in enumerate(steps):
        if step.result == "left-out":
            story.times[step.key] = 0
            continue
        story.times[step.key] = story.times.get(step.key, 0) + 1
        story.last[step.key] = place
        was_owed = story.owed.pop(step.key, None) is not None
        comes_back = step.result == "wrong" or (step.result == "aided" and was_owed)
        if comes_back and story.times[step.key] < MOST_TIMES:
            story.owed[step.key] = place
    return story
