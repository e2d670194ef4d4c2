"""Upsampling and adaptive pools: layers after which units differ with their phase."""

from collections.abc import Sequence
from fractions import Fraction

from quizapp.calc.receptive_field.field import (
    ReceptiveField,
    Seen,
    Taps,
    spread,
    through_windows,
)
from quizapp.calc.rules import Rules, Window


def through_upsampling(seen: Seen, windows: Sequence[Window]) -> Seen:
    """A transposed convolution: unit v gets from j wherever v = j·s − p + t·d for a tap t < k."""
    return through_taps(
        seen, [(Fraction(1, window.stride), _sources(window)) for window in windows]
    )


def _sources(window: Window) -> Taps:
    def taps(unit: int) -> list[int]:
        starts = [unit + window.before - tap * window.dilation for tap in range(window.kernel)]
        return [start // window.stride for start in starts if start % window.stride == 0]

    return taps


def through_taps(seen: Seen, axes: Sequence[tuple[Fraction, Taps]]) -> Seen:
    """Through units that look at certain taps, moving on by a fraction; one pair an axis."""
    if not isinstance(seen, ReceptiveField):
        return seen
    return ReceptiveField.of_phases(
        [
            spread(phases, advance, taps)
            for phases, (advance, taps) in zip(seen.axis_phases(), axes, strict=True)
        ]
    )


def through_adaptive(
    seen: Seen, sizes: Sequence[int], outputs: Sequence[int], rules: Rules
) -> Seen:
    """Windows from ⌊v·i/o⌋ to ⌈(v + 1)·i/o⌉ − 1, as torch takes them; None where o is 1 of many."""
    if any(out == 1 < size for size, out in zip(sizes, outputs, strict=True)):
        return None
    if not isinstance(seen, ReceptiveField):
        return seen
    if all(size % out == 0 for size, out in zip(sizes, outputs, strict=True)):
        steps = [size // out for size, out in zip(sizes, outputs, strict=True)]
        return through_windows(seen, [Window(step, step) for step in steps], rules)
    return through_taps(
        seen,
        [(Fraction(i, o), _share(i, o)) for i, o in zip(sizes, outputs, strict=True)],
    )


def _share(size: int, out: int) -> Taps:
    return lambda unit: range(unit * size // out, -(-(unit + 1) * size // out))
