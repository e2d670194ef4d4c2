"""The walk over a network: for each node its shape, its counts, and what it sees."""

import math
from collections.abc import Iterator, Sequence
from itertools import compress
from typing import Any, NamedTuple

from quizapp.calc.graph.network import Network, Node
from quizapp.calc.layers import Layer, Shape
from quizapp.calc.layers.convolution import WeightedKernel
from quizapp.calc.layers.dense import Linear
from quizapp.calc.layers.joining import Broadcast, Join
from quizapp.calc.layers.learned import Parameter
from quizapp.calc.receptive_field import (
    Disagreement,
    Misaligned,
    Seen,
    one_pixel,
    through_elsewhere,
)
from quizapp.calc.rules import TRUE, Rules
from quizapp.errors import NetworkError
from quizapp.frozen import dataclass


# A named tuple: one is made for each node of each walk.
class Row(NamedTuple):
    """What the walk found at one node."""

    name: str
    layer: str
    """The call as text."""
    inputs: tuple[str, ...]
    output_shape: Shape
    parameters: int
    buffers: int
    macs: int
    receptive_field: Seen
    operation: Layer
    """The layer itself, a lazy one with its numbers known."""
    input_shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """A walk from the input to the last node."""

    network: Network
    rules: Rules
    rows: tuple[Row, ...]
    fields: bool = True
    """Whether receptive fields were followed; if not, all are None."""

    @property
    def output_shape(self) -> Shape:
        """The shape of the last node (of the input, in an empty network)."""
        return self.rows[-1].output_shape if self.rows else next(iter(self.network.inputs.values()))

    @property
    def counted(self) -> Sequence[Row]:
        """The rows whose parameters and MACs make up the network's."""
        rows: Sequence[Row] = self.rules.counted(self.rules, self.rows)
        return rows

    @property
    def parameters(self) -> int:
        """Learnable numbers of all layers."""
        return int(self.rules.total([row.parameters for row in self.counted]))

    @property
    def buffers(self) -> int:
        """Numbers kept but not learned (torch's buffers) of all layers."""
        return sum(row.buffers for row in self.rows)

    @property
    def macs(self) -> int:
        """Multiply-accumulates of all layers for one example; FLOPs are twice as many."""
        return int(self.rules.total([row.macs for row in self.counted]))

    @property
    def flops(self) -> int:
        """Two for each multiply-accumulate."""
        return 2 * self.macs

    @property
    def activations(self) -> int:
        """Numbers that leave the nodes, each node's once."""
        return sum(math.prod(row.output_shape) for row in self.rows)

    @property
    def weight_shapes(self) -> tuple[Shape, ...]:
        """Of the weights of convolutions and dense layers, as torch keeps them."""
        return tuple(
            row.operation.weight_shape(self.rules)
            for row in self.rows
            if isinstance(row.operation, WeightedKernel | Linear)
        )

    @property
    def receptive_field(self) -> Seen:
        """Of the last map that has one; None where no row has."""
        for row in reversed(self.rows):
            if row.receptive_field is not None:
                return row.receptive_field
        return None


def trace(
    network: Network, rules: Rules = TRUE, *, gates: bool = True, fields: bool = True
) -> Trace:
    """Walk a network. Raises NetworkError, with the layer and its figures, where torch refuses.

    ``rules`` is the table the walk consults. ``gates=False`` leaves branches that see the whole
    map (squeeze-excite gates, image pooling) out of receptive fields, as published tables do;
    ``fields=False`` leaves receptive fields out altogether.
    """
    return Trace(network, rules, tuple(walk(network, rules, gates=gates, fields=fields)), fields)


def walk(
    network: Network, rules: Rules = TRUE, *, gates: bool = True, fields: bool = True
) -> Iterator[Row]:
    """The rows one by one, as far as the network holds together."""
    names = list(network.inputs)
    shapes: list[Shape] = list(network.inputs.values())
    seen: list[Seen] = [one_pixel(len(shape) - 1, rules) for shape in shapes]
    # Deep networks do the same to the same shapes over and over; the network keeps the ids alive.
    known: dict[tuple[int, tuple[Shape, ...]], _Measured] = {}
    learned: set[int] = set()
    field: Seen = None
    for node in network.nodes:
        name, text, layer, sources, _, _ = node
        if layer.joins:
            inputs = tuple([names[source] for source in sources])
            arriving = rules.joined_shapes(network, node, shapes)
        else:
            (source,) = sources
            inputs, arriving = (names[source],), (shapes[source],)
        measured = known.get((id(layer), arriving))
        if measured is None:
            measured = known[id(layer), arriving] = _measured(node, arriving, rules)
        operation, output, parameters, buffers, macs = measured
        if not fields:
            pass
        elif isinstance(operation, Join):
            met = [
                operation.field(seen[source], shapes[source], output, rules) for source in sources
            ]
            if learned and isinstance(operation, Broadcast):
                sources, met = _kept(sources, met, [source not in learned for source in sources])
            if not gates:
                sources, met = _kept(sources, met, [field is not None for field in met])
            united = operation.united(met, output)
            field = _as_seen(united, network, sources)
        else:
            below = seen[source]
            if gates and below is not None and operation.gated(below, arriving[0]):
                below = None
            if below is None or below.places is None or operation.heeds_places:
                field = operation.field(below, arriving[0], output, rules)
            else:
                field = through_elsewhere(operation, below, arriving[0], output, rules)
            if field is None and isinstance(operation, Parameter):
                learned.add(len(seen))
        names.append(name)
        shapes.append(output)
        seen.append(field)
        yield Row(name, text, inputs, output, parameters, buffers, macs, field, operation, arriving)


class _Measured(NamedTuple):
    """What a layer comes to on the shapes that arrive."""

    operation: Layer
    output_shape: Shape
    parameters: int
    buffers: int
    macs: int


def _measured(node: Node, arriving: tuple[Shape, ...], rules: Rules) -> _Measured:
    # A join takes all the shapes.
    shape: Any = arriving if node.layer.joins else arriving[0]
    try:
        layer = node.layer.resolved(shape)
        output = layer.output_shape(shape, rules)
        parameters = layer.parameters(shape, output, rules)
        macs = layer.macs(shape, output, rules)
    except NetworkError as error:
        raise _located(node, error) from None
    return _Measured(layer, output, parameters, layer.buffers(), macs)


def _kept(
    sources: tuple[int, ...], fields: list[Seen], kept: list[bool]
) -> tuple[tuple[int, ...], list[Seen]]:
    """Some of the branches of a join; all, where none would be left."""
    if not any(kept):
        return sources, fields
    return tuple(compress(sources, kept)), list(compress(fields, kept))


def _as_seen(met: Seen | Disagreement, network: Network, sources: tuple[int, ...]) -> Seen:
    """What branches see together, or the two paths that do not lie over each other."""
    if not isinstance(met, Disagreement):
        return met
    paths = network.parting(sources[met.one], sources[met.other])
    return Misaligned(paths, met.places)


def _located(node: Node, error: NetworkError) -> NetworkError:
    return NetworkError(
        "layer", "layer {layer}: `{call}` {reason}",
        path=node.path, column=node.column, layer=node.name, call=node.text, reason=error,
    )  # fmt: skip
