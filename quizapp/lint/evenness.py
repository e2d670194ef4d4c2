"""Whether the right option can be told by its place or by its size."""

from collections import Counter
from collections.abc import Iterator
from math import prod, sqrt
from typing import Any

from quizapp.lint.finding import Finding
from quizapp.lint.tried import Tried
from quizapp.words import Text, phrase

MOST_OF_ONE_RANK = 0.6
LEAST_FOR_PLACES = 60
LEAST_FOR_RANKS = 20
_DEVIATIONS = 4.5
"""How far chance may go: once in 150,000 questions."""


def faults_of_places(tried: Tried) -> Iterator[Finding]:
    """What the places and the ranks of the right option give away."""
    yield from _places(tried)
    yield from _ranks(tried)


def _places(tried: Tried) -> Iterator[Finding]:
    """Whether the right option stands in each place about as often as chance would have it."""
    expected: dict[int, float] = {}
    spread: dict[int, float] = {}
    met: Counter[int] = Counter()
    for variant in tried.by_seed:
        count = len(variant.options)
        if len(variant.right_places) != 1:
            continue
        met[variant.right_places[0]] += 1
        for place in range(1, count + 1):
            expected[place] = expected.get(place, 0) + 1 / count
            spread[place] = spread.get(place, 0) + (count - 1) / count**2
    if met.total() < LEAST_FOR_PLACES:
        return
    for place, wanted in expected.items():
        if abs(met[place] - wanted) > _DEVIATIONS * sqrt(spread[place]):
            figures = {"place": place, "share": _percent(met[place] / met.total())}
            yield Finding("Q013", phrase("lint.place", **figures), "warning")
            return


def _ranks(tried: Tried) -> Iterator[Finding]:
    """Whether the right one of several numbers is mostly the largest, the smallest, the next …"""
    if len({tuple(variant.drawn.variables.items()) for variant in tried.by_seed}) < 2:
        return
    from_below: Counter[int] = Counter()
    from_above: Counter[int] = Counter()
    for variant in tried.by_seed:
        sizes = [_size(option.value, option.text) for option in variant.options]
        if len(variant.right_places) != 1 or len(sizes) < 3 or None in sizes:
            continue
        right = sizes[variant.right_places[0] - 1]
        from_below[1 + sum(size < right for size in sizes)] += 1
        from_above[1 + sum(size > right for size in sizes)] += 1
    if from_below.total() < LEAST_FOR_RANKS:
        return
    for counts, side in ((from_below, "smallest"), (from_above, "largest")):
        rank, count = counts.most_common(1)[0]
        if count > MOST_OF_ONE_RANK * counts.total():
            share = _percent(count / counts.total())
            text = phrase("lint.rank", rank=rank, side=phrase(f"lint.{side}"), share=share)
            yield Finding("Q014", text, "warning")
            return


def _size(value: Any, text: Text) -> Any:
    """How large an option is; None where it is no number."""
    if isinstance(value, tuple):
        return prod(value)
    if value is not None:
        return value
    digits = text.en.replace(",", "")
    return int(digits) if digits.isdecimal() and text.en == text.ko else None


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"
