"""What one unit of the last map sees of every map before it, down to the inputs."""

from collections.abc import Mapping, Sequence

from quizapp.calc.graph.network import Network, Node
from quizapp.calc.graph.walk import Row, Trace, trace
from quizapp.calc.layers import Shape
from quizapp.calc.receptive_field import ReceptiveField, Seen

Stretch = tuple[int, int]
"""First and last place along one axis; places below 0 or past the map lie in the padding."""

Sight = tuple[Stretch, ...]
"""One stretch an axis."""


def sight(walked: Trace) -> Mapping[str, Sight]:
    """By name, in order: the places that a unit sees of the inputs, and of the nodes on its way.

    The unit is the first of those that see most, of the last map with a receptive field; its own
    map is the last entry. Paths on which positions are lost (global gates, moved axes) are left
    out. Stretches are unbroken: where some units between see nothing (a transposed convolution
    whose stride is longer than its kernel) they may reach further than the receptive field. Empty
    where no map has one.
    """
    seen: dict[str, Sight] = {}
    for node, row in zip(reversed(walked.network.nodes), reversed(walked.rows), strict=True):
        field = _plain(row.receptive_field)
        if not seen and field is not None:
            seen[row.name] = _widest(field)
        units = seen.get(row.name)
        if units is None:
            continue
        for name, shape in zip(row.inputs, row.input_shapes, strict=True):
            below = _joined(row, shape, units) if node.layer.joins else _below(node, shape, units)
            if below is not None:
                seen[name] = _union(seen.get(name, below), below)
    order = [*walked.network.inputs, *(row.name for row in walked.rows)]
    return {name: seen[name] for name in order if name in seen}


def _plain(seen: Seen) -> ReceptiveField | None:
    """A receptive field whose axes stand behind the channels."""
    return seen if isinstance(seen, ReceptiveField) and seen.places is None else None


def _widest(field: ReceptiveField) -> Sight:
    """Along each axis the first unit that sees as much as any."""
    units = []
    for phases, size in zip(field.axis_phases(), field.size, strict=True):
        widths = [edge[1] - edge[0] + 1 if edge else 0 for edge in phases.edges]
        units.append(widths.index(size))
    return tuple([(unit, unit) for unit in units])


def _joined(row: Row, arriving: Shape, units: Sight) -> Sight | None:
    """The same places of an input of a join, unless it is stretched or put behind another."""
    return units if arriving[1:] == row.output_shape[1:] else None


def _below(node: Node, arriving: Shape, units: Sight) -> Sight | None:
    """What a stretch of units of a layer sees of the map below; None where positions are lost."""
    alone = Network({"input": arriving}, (node._replace(sources=(0,)),))
    field = _plain(trace(alone).rows[0].receptive_field)
    if field is None:
        return None
    stretches = []
    for phases, (first, last) in zip(field.axis_phases(), units, strict=True):
        edges = [edge for unit in range(first, last + 1) if (edge := phases.edge(unit))]
        if not edges:
            return None
        stretches.append((min(edge[0] for edge in edges), max(edge[1] for edge in edges)))
    return tuple(stretches)


def _union(one: Sight, other: Sight) -> Sight:
    return tuple([(min(a[0], b[0]), max(a[1], b[1])) for a, b in zip(one, other, strict=True)])


def widths(stretches: Sequence[Stretch]) -> tuple[int, ...]:
    """How many places there are along each axis."""
    return tuple([last - first + 1 for first, last in stretches])
