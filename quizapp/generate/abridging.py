"""Long solutions cut to what is worth reading: both ends, and where two ways part."""

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

MOST_STEPS = 24
"""Steps shown whole: a screen, with its heads."""

ENDS = 8
AROUND = 4


def abridged(steps: Sequence[T], at: int | None = None) -> list[T | int]:
    """The steps, runs in the middle replaced by how many were left out.

    Kept are both ends and what stands round the step ``at``. A whole network's counts are as many
    as its layers, and VGG's last lines say more than its tenth.
    """
    if len(steps) <= MOST_STEPS:
        return list(steps)
    kept = {*range(ENDS), *range(len(steps) - ENDS, len(steps))}
    if at is not None:
        kept |= set(range(max(0, at - AROUND), min(len(steps), at + AROUND + 1)))
    shown: list[T | int] = []
    last = -1
    for place in sorted(kept):
        if place - last > 1:
            shown.append(place - last - 1)
        shown.append(steps[place])
        last = place
    return shown
