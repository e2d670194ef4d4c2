"""The receptive field of a map, and how windows and joins change it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import field as dataclass_field
from fractions import Fraction
from functools import reduce
from math import gcd, lcm
from operator import add, sub
from typing import NamedTuple, Self

from quizapp.calc.rules import Rules, Window
from quizapp.frozen import dataclass

Number = int | Fraction
Taps = Callable[[int], Iterable[int]]
"""The units of the map below that a unit looks at."""


class Phases(NamedTuple):
    """Edges of the units of one axis where they differ with their phase, as after upsampling.

    ``edges[m]`` are the first and last input place of unit ``m``; unit ``m + len(edges)`` covers
    the same, ``step`` places further on. None for a unit that sees nothing.
    """

    step: int
    edges: tuple[tuple[int, int] | None, ...]

    def edge(self, unit: int) -> tuple[int, int] | None:
        """First and last input place that a unit sees."""
        turns, phase = divmod(unit, len(self.edges))
        edge = self.edges[phase]
        return edge and (edge[0] + turns * self.step, edge[1] + turns * self.step)


# A named tuple: one is made for each row of a trace, in a third of the time of a frozen dataclass.
class ReceptiveField(NamedTuple):
    """Size, effective stride and effective padding, one number an axis, in input pixels.

    Where units differ (after upsampling) ``size`` is the largest, ``effective_stride`` a fraction,
    and no unit reaches further left than ``effective_padding`` says.
    """

    size: tuple[int, ...]
    effective_stride: tuple[Number, ...]
    effective_padding: tuple[Number, ...]
    phases: tuple[Phases, ...] | None = None
    places: tuple[int, ...] | None = None
    """Where in the shape its axes stand, the batch not counted; None: all behind the channels."""

    @classmethod
    def of_phases(cls, phases: Sequence[Phases]) -> Self:
        """The field whose axes have these phases; plain where all units are alike."""
        reduced = tuple(map(_reduced, phases))
        sizes, strides, paddings = [], [], []
        for step, edges in reduced:
            stride = Fraction(step, len(edges))
            seen = [(unit, edge) for unit, edge in enumerate(edges) if edge is not None]
            sizes.append(max((right - left + 1 for _, (left, right) in seen), default=0))
            strides.append(_whole(stride))
            reaches = (unit * stride - left for unit, (left, _) in seen)
            paddings.append(_whole(max(reaches, default=Fraction(0))))
        plain = all(len(edges) == 1 and edges[0] is not None for _, edges in reduced)
        return cls(tuple(sizes), tuple(strides), tuple(paddings), None if plain else reduced)

    def region(self, unit: Sequence[int]) -> tuple[tuple[int, int] | None, ...]:
        """First and last input place that a unit sees along each axis; None for no place at all.

        Places below 0 or past the image lie in the padding.
        """
        axes = zip(self.axis_phases(), unit, strict=True)
        return tuple(phases.edge(place) for phases, place in axes)

    def centre(self, unit: Sequence[int]) -> tuple[Fraction | None, ...]:
        """The middle of the region of a unit along each axis, in input places from 0."""
        return tuple(edge and Fraction(sum(edge), 2) for edge in self.region(unit))

    def axis_phases(self) -> tuple[Phases, ...]:
        """The same as phases, one an axis."""
        if self.phases is not None:
            return self.phases
        return tuple(
            Phases(int(stride), ((-int(padding), size - 1 - int(padding)),))
            for size, stride, padding in zip(
                self.size, self.effective_stride, self.effective_padding, strict=True
            )
        )


@dataclass(frozen=True, slots=True)
class Misaligned:
    """Branches met whose units do not lie over each other: there is no one receptive field.

    They move by different strides, their axes stand in different places, or a ``cat`` puts them
    one behind the other along an axis of the map. ``paths`` are the names of the nodes along two
    branches that disagree, from where they part; a branch without nodes is named by the place
    where it begins.
    """

    paths: tuple[tuple[str, ...], tuple[str, ...]]
    places: tuple[int, ...] | None = dataclass_field(default=None, compare=False, repr=False)
    """As of a :class:`ReceptiveField`."""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two branches of a join, by number, whose units do not lie over each other."""

    one: int
    other: int
    places: tuple[int, ...] | None = None


Seen = ReceptiveField | Misaligned | None
"""None: the whole map, whatever its size (global pooling, flatten, dense layers)."""


def one_pixel(axes: int, rules: Rules) -> Seen:
    """What a unit of the input itself sees; None where the input has no axes."""
    return ReceptiveField((rules.field_start(),) * axes, (1,) * axes, (0,) * axes) if axes else None


def through_windows(seen: Seen, windows: Sequence[Window], rules: Rules) -> Seen:
    """r + (extent − 1)·jump, jump·stride, padding + p·jump along each axis."""
    if not isinstance(seen, ReceptiveField):
        return seen
    if seen.phases is not None:
        return ReceptiveField.of_phases(
            [
                spread(phases, Fraction(window.stride), _taps(window))
                for phases, window in zip(seen.phases, windows, strict=True)
            ]
        )
    sizes, strides, paddings = [], [], []
    for window, size, jump, padding in zip(windows, *seen[:3], strict=True):
        extent = rules.kernel_extent(window.kernel, window.dilation)
        sizes.append(rules.field_size(size, extent, jump, window))
        strides.append(rules.field_jump(jump, window.stride))
        paddings.append(padding + window.before * jump)
    return ReceptiveField(tuple(sizes), tuple(strides), tuple(paddings))


def _taps(window: Window) -> Taps:
    def taps(unit: int) -> range:
        first = unit * window.stride - window.before
        return range(first, first + (window.kernel - 1) * window.dilation + 1, window.dilation)

    return taps


def union(fields: Sequence[Seen]) -> Seen | Disagreement:
    """What a join of branches sees, or the first two branches that do not lie over each other."""
    if None in fields:
        return None
    known = []
    for field in fields:
        if not isinstance(field, ReceptiveField):
            return field
        known.append(field)
    first = known[0]
    for number, field in enumerate(known):
        if field.effective_stride != first.effective_stride or field.places != first.places:
            return Disagreement(0, number, first.places)
    if all(field.phases is None for field in known):
        return reduce(_hull, known)
    axes = zip(*(field.axis_phases() for field in known), strict=True)
    united = ReceptiveField.of_phases([_united(list(phases)) for phases in axes])
    return united._replace(places=first.places)


def _hull(one: ReceptiveField, other: ReceptiveField) -> ReceptiveField:
    """From the left edge of the one that reaches further to the right edge of either."""
    lefts = tuple(map(max, one.effective_padding, other.effective_padding))
    right_of_one = map(sub, one.size, one.effective_padding)
    rights = map(max, right_of_one, map(sub, other.size, other.effective_padding))
    sizes = tuple(map(add, lefts, rights))
    return ReceptiveField(sizes, one.effective_stride, lefts, None, one.places)


def _united(branches: list[Phases]) -> Phases:
    period = lcm(*(len(branch.edges) for branch in branches))
    edges = []
    for unit in range(period):
        seen = [edge for branch in branches if (edge := branch.edge(unit)) is not None]
        edges.append((min(e[0] for e in seen), max(e[1] for e in seen)) if seen else None)
    first = branches[0]
    return Phases(first.step * period // len(first.edges), tuple(edges))


def spread(phases: Phases, advance: Fraction, taps: Taps) -> Phases:
    """The phases of a layer whose unit ``v`` looks at ``taps(v)``, moving ``advance`` a unit."""
    period_in = len(phases.edges)
    whole_turn = advance.denominator * period_in
    period = whole_turn // gcd(advance.numerator, whole_turn)
    edges = []
    for unit in range(period):
        seen = [edge for tap in taps(unit) if (edge := phases.edge(tap)) is not None]
        edges.append((min(e[0] for e in seen), max(e[1] for e in seen)) if seen else None)
    return Phases(phases.step * period * advance.numerator // whole_turn, tuple(edges))


def _reduced(phases: Phases) -> Phases:
    """The same with the shortest period."""
    step, edges = phases
    length = len(edges)
    for period in range(1, length):
        if length % period or step * period % length:
            continue
        shorter = Phases(step * period // length, edges[:period])
        if all(shorter.edge(unit) == edge for unit, edge in enumerate(edges)):
            return shorter
    return phases


def _whole(number: Fraction) -> Number:
    return int(number) if number.denominator == 1 else number
