"""The second way through a network, layer after layer."""

import math
from collections.abc import Iterator
from typing import NamedTuple

from quizapp.calc.graph import Network
from quizapp.calc.layers import Layer, Shape
from quizapp.calc.layers.convolution import WeightedKernel
from quizapp.calc.layers.dense import Linear
from quizapp.calc.proof.families import prepare
from quizapp.calc.proof.positions import Arriving, shape_after
from quizapp.calc.proof.products import products
from quizapp.calc.proof.weights import Tensors, buffer_tensors, tensors


class Passage(NamedTuple):
    """A layer with its numbers known, what comes in, and what leaves."""

    layer: Layer
    arriving: Arriving
    leaving: Shape


def passages(network: Network) -> Iterator[Passage]:
    """The nodes of a network in order."""
    found = list(network.inputs.values())
    for node in network.nodes:
        arriving = tuple([found[source] for source in node.sources])
        layer = node.layer.resolved(arriving[0])
        prepare(layer)
        leaving = shape_after(layer, arriving)
        found.append(leaving)
        yield Passage(layer, arriving, leaving)


def shapes(network: Network) -> tuple[Shape, ...]:
    """The shape after each node."""
    return tuple(leaving for _, _, leaving in passages(network))


def output_shape(network: Network) -> Shape:
    """The shape after the last node (of the input, in an empty network)."""
    first = next(iter(network.inputs.values()))
    return (first, *shapes(network))[-1]


def parameters(network: Network) -> int:
    """Elements of all learned tensors."""
    return sum(_elements(tensors(layer)) for layer, _, _ in passages(network))


def buffers(network: Network) -> int:
    """Elements of all tensors kept and not learned."""
    return sum(_elements(buffer_tensors(layer)) for layer, _, _ in passages(network))


def weight_shapes(network: Network) -> tuple[Shape, ...]:
    """Of the weights of convolutions and dense layers."""
    return tuple(
        tensors(layer)["weight"]
        for layer, _, _ in passages(network)
        if isinstance(layer, WeightedKernel | Linear)
    )


def macs(network: Network) -> int:
    """Multiply-accumulates of all layers for one example."""
    return sum(products(*passage) for passage in passages(network))


def _elements(allocated: Tensors) -> int:
    return sum(map(math.prod, allocated.values()))
