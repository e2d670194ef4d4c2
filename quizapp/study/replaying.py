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

from quizapp.study.cards import FIRST, HIGHEST_LEVEL, Card
from quizapp.study.deriving import Made, Sums, add_sums, count_slips
from quizapp.study.memory import Memory
from quizapp.study.rating import AGAIN, GOOD

_Facts = tuple[int, int, int, int, bool, bool]
"""Day, offset, rating (0 for none), level, whether right, whether right unaided."""


class Days(dict[str, list[Any]]):
    """Sums of a topic, under what is told first of an answer: for each day as many as there are
    ratings, levels and clocks, so that little is left to be counted or read of a single answer.

    The facts of what is told, then how many answers, their milliseconds, what was predicted for
    them, and of the answers those that were not rated, and those that were first ones.
    """

    def __missing__(self, told: str) -> list[Any]:
        day, offset, rating, level, right, hints = map(int, told.split(" "))
        facts: _Facts = (day, offset, rating, level, right == 1, right == 1 and hints == 0)
        self[told] = row = [facts, 0, 0, 0.0, 0, 0]
        return row

    def sums(self) -> Sums:
        """By day, as a turn counts them."""
        sums: Sums = {}
        for (day, _, rating, _, right, _), answers, ms, predicted, unrated, first in self.values():
            rated = answers - unrated - first
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
        card, rest = Card(model), ""
        lines = iter(told.split("\n"))
        for first, ms, rest in zip(lines, lines, lines, strict=True):
            row = days[first]
            (day, offset, rating, level, right, card.right) = row[0]
            row[1] += 1
            row[2] += int(ms)
            if rating == GOOD and card.day and card.tried < day and level <= card.passed:
                # What most answers are, and what Card.rate does, without a call: a quarter less.
                stability = card.stability
                met = (1 + factor * (day - card.day) / stability) ** decay
                card.stability = stability * (
                    1 + growth * (11 - card.difficulty) * stability**by_stability
                    * (exp((1 - met) * by_recall) - 1)
                )  # fmt: skip
                difficulty = easiest + kept * card.difficulty
                if difficulty < 1.0:
                    difficulty = 1.0
                elif difficulty > 10.0:
                    difficulty = 10.0
                card.difficulty = difficulty
                card.day = card.tried = day
                card.offset = offset
                card.hard = False
                if card.goods:
                    card.goods = []
                    card.level = min(card.passed + 1, HIGHEST_LEVEL)
                elif card.level == card.passed:
                    card.goods = [day]
                row[3] += met
            elif rating == 0 or day <= card.tried:
                row[4] += 1
            else:
                _add(row, card.rate(day, offset, rating, level))
            if not right:
                at, sitting, mistakes = rest.split("\t")
                known = _names(mistakes)
                card.weigh(at, sitting, known, (), right=False)
                count_slips(made, day, known, right=False)
            elif card.owed is not None or card.slips or card.probe:
                at, sitting, exposes = rest.split("\t")
                card.weigh(at, sitting, (), _names(exposes), right=True)
        card.last = rest.partition("\t")[0]
        return card

    return replay


def _add(row: list[Any], met: float | None) -> None:
    """Add what :meth:`quizapp.study.cards.Card.rate` gave."""
    if met is None:
        row[4] += 1
    elif met == FIRST:
        row[5] += 1
    else:
        row[3] += met
