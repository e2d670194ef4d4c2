"""Which questions a sitting asks, and in what order."""

from collections import Counter
from collections.abc import Sequence

from quizapp.bank import Question
from quizapp.generate import Chance


def quiz_questions(pool: Sequence[Question], count: int, seed: int) -> list[Question]:
    """``count`` questions of the pool, each once before any comes twice, topics interleaved."""
    chance = Chance("quiz", seed)
    chosen: list[Question] = []
    while pool and len(chosen) < count:
        chosen += chance.shuffled(pool)[: count - len(chosen)]
    return interleaved(chosen)


def interleaved(questions: Sequence[Question]) -> list[Question]:
    """The questions in an order in which no topic follows itself wherever that can be done.

    Each time the topic with most questions left that was not the last one asked goes next; among
    equals the order given decides.
    """
    waiting = list(questions)
    ordered: list[Question] = []
    while waiting:
        left = Counter(question.topic for question in waiting)
        last = ordered[-1].topic if ordered else None
        others = [question for question in waiting if question.topic != last]
        most = max((left[question.topic] for question in others), default=0)
        # A topic that holds more than half of what is left must go now or never.
        crowded = [q for q in others if left[q.topic] == most and 2 * most > len(waiting)]
        following = (crowded or others or waiting)[0]
        waiting.remove(following)
        ordered.append(following)
    return ordered
