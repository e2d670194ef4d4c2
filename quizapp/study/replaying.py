"""A card's answers taken all at once, for a rebuild.

It comes to what :meth:`quizapp.study.cards.Card.take` comes to one by one, and to the sums of days
besides; a property test holds both equal. By that method a million answers take three times as
long, most of it for objects and calls that nobody sees again.
"""

import json
from collections.abc import Callable
from functools import lru_cache
from math import exp
from typing import Any

from quizapp.study.cards import FIRST, Card
from quizapp.study.deriving import Made, Sums, add_sums, count_slips
from quizapp.study.memory import Memory
from quizapp.study.rating import AGAIN, GOOD

_Told = tuple[int, int, int, int, bool, bool, list[Any]]
"""Day, offset, rating (0 for none), level, whether right, whether right unaided; and the sums."""


class Days(dict[str, _Told]):
    """Sums of a topic, under what is told first of an answer: for each day as many as there are
    ratings, levels and clocks, so that little is left to be counted or read of a single answer.

    The facts of what is told, and of its answers the milliseconds, what was predicted for those to
    cards met before, how many these are, how many were not rated, and how many were first ones.
    """

    def __missing__(self, told: str) -> _Told:
        day, offset, rating, level, right, hints = map(int, told.split(" "))
        unaided = right == 1 and hints == 0
        self[told] = made = (day, offset, rating, level, right == 1, unaided, [0, 0.0, 0, 0, 0])
        return made

    def sums(self) -> Sums:
        """By day, as a turn counts them."""
        sums: Sums = {}
        for day, _, rating, _, right, _, (ms, predicted, rated, unrated, first) in self.values():
            answers = rated + unrated + first
            recalled = 0 if rating == AGAIN else rated
            add_sums(sums, {day: [answers, answers * right, ms, rated, recalled, predicted, first]})
        return sums


@lru_cache(maxsize=2**10)
def _names(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text.removesuffix("}"))) if text else ()


Replay = Callable[[str, Days, Made], Card]


def replayer(model: Memory) -> Replay:
    """Makes a card of what its answers tell (:meth:`quizapp.history.LogView.told`), all of which
    count, and adds them to the sums of its topic's days and slips."""
    decay, factor, growth, by_stability, by_recall, easiest, kept = model.good

    def replay(told: str, days: Days, made: Made) -> Card:
        card, rest, unaided, watched = Card(model), "", False, False
        # The card's own, written to it before a call that reads them; a first answer, which has no
        # level below it, finds -1 passed and so goes by Card.rate.
        stability, difficulty, last, tried, passed = 0.0, 0.0, 0, 0, -1
        lines = iter(told.split("\n"))
        for first, ms, rest in zip(lines, lines, lines, strict=True):
            day, offset, rating, level, right, unaided, sums = days[first]
            sums[0] += int(ms)
            if rating == GOOD and tried < day and level <= passed:
                # What most answers are, and what Card.rate does, without a call: a quarter less.
                met = (1 + factor * (day - last) / stability) ** decay
                stability *= 1 + growth * (11 - difficulty) * stability**by_stability * (
                    exp((1 - met) * by_recall) - 1
                )
                difficulty = easiest + kept * difficulty
                if difficulty < 1.0:
                    difficulty = 1.0
                elif difficulty > 10.0:
                    difficulty = 10.0
                last = tried = day
                card.offset, card.hard = offset, False
                if card.goods or card.level == passed:
                    card.rise(day)
                sums[1] += met
                sums[2] += 1
            elif rating == 0 or day <= tried:
                sums[3] += 1
            else:
                card.stability, card.difficulty, card.day = stability, difficulty, last
                _add(sums, card.rate(day, offset, rating, level))
                stability, difficulty, last = card.stability, card.difficulty, card.day
                tried, passed = day, card.passed
            if watched or not right:
                watched = _weigh(card, rest, day, made, right=right)
        card.stability, card.difficulty, card.day, card.tried = stability, difficulty, last, tried
        card.right, card.last = unaided, rest.partition("\t")[0]
        return card

    return replay


def _add(sums: list[Any], met: float | None) -> None:
    """Add what :meth:`quizapp.study.cards.Card.rate` gave."""
    if met is None:
        sums[3] += 1
    elif met == FIRST:
        sums[4] += 1
    else:
        sums[1] += met
        sums[2] += 1


def _weigh(card: Card, rest: str, day: int, made: Made, *, right: bool) -> bool:
    """Weigh what is told last of an answer; whether a right answer after it has to be weighed."""
    at, sitting, names = rest.split("\t")
    known = _names(names)
    if right:
        card.weigh(at, sitting, (), known, right=True)
    else:
        card.weigh(at, sitting, known, (), right=False)
        count_slips(made, day, known, right=False)
    return card.owed is not None or bool(card.slips or card.probe)
