"""The walk over a network: for each node its shape, its counts, and what it sees."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from quizapp.calc.graph.network import Network, Node
from quizapp.calc.layers import Layer, Shape
from quizapp.calc.receptive_field import Disagreement, Misaligned, Seen, one_pixel, union
from quizapp.calc.rules import TRUE, Rules
from quizapp.errors import NetworkError


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

    @property
    def output_shape(self) -> Shape:
        """The shape of the last node (of the input, in an empty network)."""
        return self.rows[-1].output_shape if self.rows else next(iter(self.network.inputs.values()))

    @property
    def parameters(self) -> int:
        """Learnable numbers of all layers."""
        return int(self.rules.total([row.parameters for row in self.rows]))

    @property
    def buffers(self) -> int:
        """Numbers kept but not learned (torch's buffers) of all layers."""
        return sum(row.buffers for row in self.rows)

    @property
    def macs(self) -> int:
        """Multiply-accumulates of all layers for one example; FLOPs are twice as many."""
        return int(self.rules.total([row.macs for row in self.rows]))

    @property
    def flops(self) -> int:
        """Two for each multiply-accumulate."""
        return 2 * self.macs

    @property
    def receptive_field(self) -> Seen:
        """Of the last map that has one; None where no row has."""
        for row in reversed(self.rows):
            if row.receptive_field is not None:
                return row.receptive_field
        return None


def trace(network: Network, rules: Rules = TRUE, *, gates: bool = True) -> Trace:
    """Walk a network. Raises NetworkError, with the layer and its figures, where torch refuses.

    ``rules`` is the table the walk consults. ``gates=False`` leaves branches that see the whole
    map (squeeze-excite gates, image pooling) out of receptive fields, as published tables do.
    """
    return Trace(network, rules, tuple(walk(network, rules, gates=gates)))


def walk(network: Network, rules: Rules = TRUE, *, gates: bool = True) -> Iterator[Row]:
    """The rows one by one, as far as the network holds together."""
    names = list(network.inputs)
    shapes: list[Shape] = list(network.inputs.values())
    fields: list[Seen] = [one_pixel(len(shape) - 1, rules) for shape in shapes]
    for node in network.nodes:
        sources = node.sources
        arriving = tuple([shapes[source] for source in sources])
        try:
            row = _step(node, arriving, rules)
        except NetworkError as error:
            raise _located(node, error) from None
        met = [
            row.operation.field(fields[source], shape, row.output_shape, rules)
            for source, shape in zip(sources, arriving, strict=True)
        ]
        seen = _met(network, sources, met, gates=gates) if node.layer.joins else met[0]
        names.append(node.name)
        shapes.append(row.output_shape)
        fields.append(seen)
        yield row._replace(
            inputs=tuple([names[source] for source in sources]), receptive_field=seen
        )


def _step(node: Node, arriving: tuple[Shape, ...], rules: Rules) -> Row:
    layer = node.layer
    if layer.joins:
        output = layer.output_shape(arriving, rules)  # type: ignore[arg-type] # a join takes them all
        return Row(node.name, node.text, (), output, 0, 0, 0, None, layer, arriving)
    shape = arriving[0]
    layer = layer.resolved(shape)
    output = layer.output_shape(shape, rules)
    return Row(
        node.name,
        node.text,
        (),
        output,
        layer.parameters(shape, output, rules),
        layer.buffers(),
        layer.macs(shape, output, rules),
        None,
        layer,
        arriving,
    )


def _met(network: Network, sources: tuple[int, ...], fields: list[Seen], *, gates: bool) -> Seen:
    """What a join sees: the union of its branches, or the two paths that disagree."""
    if not gates and any(field is not None for field in fields):
        kept = [(s, field) for s, field in zip(sources, fields, strict=True) if field is not None]
        sources, fields = tuple(s for s, _ in kept), [field for _, field in kept]
    met = union(fields)
    if not isinstance(met, Disagreement):
        return met
    return Misaligned(network.parting(sources[met.one], sources[met.other]))


def _located(node: Node, error: NetworkError) -> NetworkError:
    return NetworkError(
        "layer", "layer {layer}: `{call}` {reason}",
        path=node.path, column=node.column, layer=node.name, call=node.text, reason=error,
    )  # fmt: skip
