"""Receptive fields, by spreading one unit's index set back through the graph to the inputs."""

from fractions import Fraction
from math import lcm
from typing import NamedTuple

from quizapp.calc.graph import Network
from quizapp.calc.layers import Shape
from quizapp.calc.layers.joining import Broadcast, Concatenation
from quizapp.calc.layers.learned import Parameter
from quizapp.calc.proof.crossings import Crossings, crossings
from quizapp.calc.proof.looks import ALONE, Look, measured_over
from quizapp.calc.proof.totals import Passage, passages
from quizapp.calc.receptive_field import Misaligned, ReceptiveField, Seen

Pair = tuple[int, int]
"""A place that a unit sees, and the one its twin, a period further on, sees the same way."""

Feeds = list[tuple[int, ...] | None]
"""For each place the places it is seen through; None where every unit sees the whole map."""


def receptive_field(network: Network, *, gates: bool = True) -> Seen:
    """Size, effective stride and effective padding of the last map that has them.

    ``gates=False`` leaves branches out that see the whole map. The figures are those of
    ``trace(network).receptive_field``; phases are not kept. None also where a map sees nothing,
    behind a transposed convolution whose gaps alone are looked at.
    """
    view = _View(network, gates=gates)
    place = view.last_map()
    if place is None:
        return None
    axes = view.measured(place)
    if any(axis.misaligned for axis in axes):
        return Misaligned(network.parting(*view.disagreement(place)))
    if not all(axis.size for axis in axes):
        return None
    places = view.axes[place]
    return ReceptiveField(
        tuple(axis.size for axis in axes),
        tuple(axis.stride for axis in axes),
        tuple(axis.padding for axis in axes),
        places=None if places == tuple(range(1, len(view.shapes[place]))) else places,
    )


class Measured(NamedTuple):
    """What the units of one map see along one axis."""

    size: int = 0
    stride: int | Fraction = 0
    padding: int | Fraction = 0
    misaligned: bool = False


class _Line:
    """One axis of a network: how units look along it, and after how many all repeats."""

    def __init__(self, feeds: Feeds, column: tuple[Look, ...]) -> None:
        self.feeds = feeds
        self.column = column
        self.periods: list[int] = []
        for sources, look in zip(feeds, column, strict=True):
            below = lcm(*[self.periods[source] for source in sources or ()])
            self.periods.append(look.period(below))

    def measured(self, place: int) -> Measured:
        """The extent of what is seen, and how it moves from a unit to its twin."""
        period = self.periods[place]
        spread = [(unit, self._seen_by(place, unit)) for unit in range(period)]
        seen = [(unit, pairs) for unit, pairs in spread if pairs]
        shifts = {twin - own for _, pairs in seen for own, twin in pairs}
        if len(shifts) != 1:
            return Measured(misaligned=len(shifts) > 1)
        stride = Fraction(shifts.pop(), period)
        edges = [(unit, min(pairs)[0], max(pairs)[0]) for unit, pairs in seen]
        return Measured(
            max(right - left + 1 for _, left, right in edges),
            _whole(stride),
            _whole(max(unit * stride - left for unit, left, _ in edges)),
        )

    def _seen_by(self, place: int, unit: int) -> set[Pair]:
        """What a unit sees of the inputs: the ends, and where its twin's lie."""
        found: dict[int, set[Pair]] = {place: {(unit, unit + self.periods[place])}}
        inputs: set[Pair] = set()
        for here in range(place, -1, -1):
            pairs = found.pop(here, None)
            if not pairs:
                continue
            sources = self.feeds[here]
            if not sources:
                inputs |= pairs
                continue
            below = _below(pairs, self.column[here])
            for source in sources:
                merged = below | found[source] if source in found else below
                found[source] = _ends(merged, self.periods[source])
        return inputs


def _below(pairs: set[Pair], look: Look) -> set[Pair]:
    if look is ALONE:
        return pairs
    return {
        pair for own, twin in pairs for pair in zip(look.under(own), look.under(twin), strict=True)
    }


def _ends(pairs: set[Pair], period: int) -> set[Pair]:
    """The first and last place of each phase and shift.

    What a unit sees moves on with it from one unit of its phase to the next, so whatever lies
    between two of them sees nothing outside of what they see.
    """
    if len(pairs) <= 2:
        return pairs
    first: dict[Pair, Pair] = {}
    last: dict[Pair, Pair] = {}
    for pair in sorted(pairs):
        kind = (pair[0] % period, pair[1] - pair[0])
        first.setdefault(kind, pair)
        last[kind] = pair
    return {*first.values(), *last.values()}


class _View:
    """The part of a network through which maps are seen."""

    def __init__(self, network: Network, *, gates: bool) -> None:
        self.shapes = list(network.inputs.values())
        self.inputs = len(self.shapes)
        self.gates = gates
        self.feeds: Feeds = [() if len(shape) > 1 else None for shape in self.shapes]
        self.axes = [tuple(range(1, len(shape))) for shape in self.shapes]
        """Where in its shape each place has the axes of the map."""
        self.looks: list[tuple[Look, ...]] = [(ALONE,) * len(axes) for axes in self.axes]
        self._chained: set[int] = set()
        """Places where maps are put one behind the other."""
        self._learned: set[int] = set()
        self._broken = [False] * self.inputs
        self._lines: dict[tuple[Look, ...], _Line] = {}
        for node, passage in zip(network.nodes, passages(network), strict=True):
            self._pass(node.sources, passage)

    def _pass(self, sources: tuple[int, ...], passage: Passage) -> None:
        """Append what is seen behind a layer, and how."""
        across = crossings(*passage)
        fed = list(zip(sources, passage.arriving, strict=True))
        if isinstance(passage.layer, Broadcast):
            # Learned numbers are the same whatever is in the image.
            fed = [(s, shape) for s, shape in fed if s not in self._learned]
        if isinstance(passage.layer, Parameter):
            self._learned.add(len(self.feeds))
        kept = tuple([s for s, shape in fed if self._shows(s, shape, across, passage)])
        if self.gates and len(kept) < len(fed):
            kept = ()
        seen_along = self.axes[kept[0]] if kept else ()
        crossed = [crossing for axis in seen_along if (crossing := across[axis]) is not None]
        if len(kept) > 1 and _chains(passage, {axis for s in kept for axis in self.axes[s]}):
            self._chained.add(len(self.feeds))
        self._broken.append(
            len(self.feeds) in self._chained
            or any(self._broken[source] or self.axes[source] != seen_along for source in kept)
        )
        self.feeds.append(kept or None)
        self.axes.append(tuple([crossing.place for crossing in crossed]))
        self.looks.append(tuple([crossing.look for crossing in crossed]))
        self.shapes.append(passage.leaving)

    def _shows(self, source: int, shape: Shape, across: Crossings, passage: Passage) -> bool:
        """Whether a source shows a map, and the layer lets its positions through."""
        axes = self.axes[source]
        if self.feeds[source] is None or any(across[axis] is None for axis in axes):
            return False
        if isinstance(passage.layer, Broadcast):
            # A single unit stretched over the map: all then see what that one sees.
            return all(shape[axis] == passage.leaving[axis] for axis in axes)
        statistics = measured_over(passage.layer, shape) if self.gates else ()
        return not any(axis in statistics and shape[axis] > 1 for axis in axes)

    def last_map(self) -> int | None:
        """The last place whose units do not see the whole map."""
        places = range(len(self.feeds) - 1, self.inputs - 1, -1)
        return next((place for place in places if self.feeds[place] is not None), None)

    def measured(self, place: int) -> tuple[Measured, ...]:
        """What its units see, axis by axis."""
        axes = range(len(self.axes[place]))
        if self._broken[place]:
            return (Measured(misaligned=True),) * len(axes)
        columns = [
            tuple([look[axis] if axis < len(look) else ALONE for look in self.looks])
            for axis in axes
        ]
        found = {column: self._line(column).measured(place) for column in columns}
        return tuple(found[column] for column in columns)

    def _line(self, column: tuple[Look, ...]) -> _Line:
        if column not in self._lines:
            self._lines[column] = _Line(self.feeds, column)
        return self._lines[column]

    def disagreement(self, place: int) -> tuple[int, int]:
        """The two places, meeting first on the way to ``place``, that do not fit each other."""
        sources = self.feeds[place] or ()
        while (deeper := self._misaligned_among(sources)) is not None:
            place, sources = deeper, self.feeds[deeper] or ()
        if place in self._chained:
            return sources[0], sources[1]
        lie = [(self.axes[s], [axis.stride for axis in self.measured(s)]) for s in sources]
        other = next(number for number, lies in enumerate(lie) if lies != lie[0])
        return sources[0], sources[other]

    def _misaligned_among(self, sources: tuple[int, ...]) -> int | None:
        if len(sources) == 1:
            return sources[0]
        return next((s for s in sources if any(axis.misaligned for axis in self.measured(s))), None)


def _chains(passage: Passage, axes: set[int]) -> bool:
    """Whether a layer puts maps one behind the other along one of these axes."""
    layer = passage.layer
    return (
        isinstance(layer, Concatenation) and range(len(passage.leaving) + 1)[layer.dim] - 1 in axes
    )


def _whole(number: Fraction) -> int | Fraction:
    return number.numerator if number.denominator == 1 else number
