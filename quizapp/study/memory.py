"""What is remembered, and until when: FSRS-6 in plain floats.

The model and its default parameters are those of Open Spaced Repetition's FSRS-6 (Jarrett Ye,
*A Stochastic Shortest Path Algorithm for Optimizing Spaced Repetition Scheduling*, KDD 2022, and
the py-fsrs library), without learning or relearning steps. The library itself is used in the tests
only, which hold every number here equal to its own: it would sleep a millisecond a card, take its
fuzz from the global chance, and be ten times slower over a long history.

Intervals are whole days of the learner (:func:`quizapp.study.rating.day_of`), stabilities are days.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from math import exp

DEFAULT_PARAMETERS = (
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796,
    1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
)  # fmt: skip

DESIRED_RETENTION = 0.9
"""For which the days are kept on which cards come back, whatever a learner sets."""
MAXIMUM_INTERVAL = 365
"""Days; a course is over by then."""

_LEAST_STABILITY = 0.001
_FUZZED_FROM = 2.5
_FUZZ = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, float("inf"), 0.05))
"""From, to, and the share of the days between them by which an interval may be off."""


After = Callable[[float, float, int, int], tuple[float, float, float]]


class Memory:
    """The model with its parameters; stability and difficulty go in and come out as floats."""

    def __init__(self, parameters: Sequence[float] = DEFAULT_PARAMETERS) -> None:
        if len(parameters) != len(DEFAULT_PARAMETERS):
            raise ValueError(f"FSRS-6 has {len(DEFAULT_PARAMETERS)} parameters")
        w = tuple(parameters)
        self.parameters = w
        self._decay = -w[20]
        self._factor: float = 0.9 ** (1 / self._decay) - 1
        self._first = tuple(max(w[rating - 1], _LEAST_STABILITY) for rating in (1, 2, 3, 4))
        self._first_difficulty = tuple(_difficulty(w[4] - exp(w[5] * n) + 1) for n in range(4))
        self.good = (
            self._decay, self._factor, exp(w[8]), -w[9], w[10],
            w[7] * (w[4] - exp(w[5] * 3) + 1), 1 - w[7],
        )  # fmt: skip
        """Decay, factor, growth, its powers of stability and of what was forgotten, the difficulty
        that all tend to and how much of one's own is kept: all that a Good needs."""
        self.after: After = _steps(w, self._decay, self._factor)
        """From stability, difficulty, days since the last rated answer and the rating of this one
        to stability, difficulty, and the retrievability that was met."""

    def first(self, rating: int) -> tuple[float, float]:
        """Stability and difficulty after a first rated answer."""
        return self._first[rating - 1], self._first_difficulty[rating - 1]

    def retrievability(self, stability: float, days: int) -> float:
        """How likely a right answer is so many days after the last rated one."""
        return float((1 + self._factor * max(days, 0) / stability) ** self._decay)

    def interval(self, stability: float, retention: float = DESIRED_RETENTION) -> int:
        """Whole days until retrievability has come down to ``retention``: one at least."""
        days = stability / self._factor * (retention ** (1 / self._decay) - 1)
        return int(min(max(round(days), 1), MAXIMUM_INTERVAL))


Models = Mapping[str, Memory]
"""By profile: the models that were fitted; everybody else's is the one of the defaults."""


def _steps(w: tuple[float, ...], decay: float, factor: float) -> After:
    """The step of the model. Its numbers are variables of a closure: a rebuild takes millions."""
    growth = exp(w[8])
    share = (0.0, 0.0, w[15], 1.0, w[16])
    slope = (0.0, *(-w[6] * (rating - 3) / 9.0 for rating in (1, 2, 3, 4)))
    easiest, kept = w[7] * (w[4] - exp(w[5] * 3) + 1), 1 - w[7]
    same_day = (0.0, *(exp(w[17] * (rating - 3 + w[18])) for rating in (1, 2, 3, 4)))
    lapse = exp(w[17] * w[18])
    by_stability, by_recall, by_repetition = -w[9], w[10], -w[19]
    forgotten, by_difficulty, by_strength, by_loss = w[11], -w[12], w[13], w[14]
    least = _LEAST_STABILITY

    def after(
        stability: float, difficulty: float, days: int, rating: int
    ) -> tuple[float, float, float]:
        if days > 0:
            recall = (1 + factor * days / stability) ** decay
            if rating > 1:
                grown = stability * (
                    1 + growth * (11 - difficulty) * stability**by_stability
                    * (exp((1 - recall) * by_recall) - 1) * share[rating]
                )  # fmt: skip
            else:
                grown = min(
                    forgotten * difficulty**by_difficulty * ((stability + 1) ** by_strength - 1)
                    * exp((1 - recall) * by_loss),
                    stability / lapse,
                )  # fmt: skip
        else:
            recall = 1.0
            more = same_day[rating] * stability**by_repetition
            grown = stability * (max(more, 1.0) if rating > 1 else more)
        harder = easiest + kept * (difficulty + (10.0 - difficulty) * slope[rating])
        if harder < 1.0:
            harder = 1.0
        elif harder > 10.0:
            harder = 10.0
        return max(grown, least), harder, recall

    return after


def fuzzed(interval: int, *key: object) -> int:
    """The interval off by up to some 15 %, so that what was learnt together comes back apart.

    The same key gives the same days; under two and a half days nothing is changed. They are those
    of the first draw of :class:`quizapp.generate.Chance` from ``fuzz`` and the key, without its
    calls, which would take longer than the hash.
    """
    if interval < _FUZZED_FROM:
        return interval
    least, count = _around(interval)
    digest = sha256("\x1f".join(("fuzz", *map(str, key))).encode() + b"\x1e1").digest()
    return least + int.from_bytes(digest) % count


@cache
def _around(interval: int) -> tuple[int, int]:
    """The least interval that may be taken for this one, and how many."""
    off = 1.0
    for at, to, share in _FUZZ:
        if interval > at:
            off += share * (min(interval, to) - at)
    most = min(round(interval + off), MAXIMUM_INTERVAL)
    least = min(max(2, round(interval - off)), most)
    return least, most - least + 1


def _difficulty(value: float) -> float:
    return min(max(value, 1.0), 10.0)
