"""Shapes, by laying out the places of the output and counting them."""

import math
from functools import singledispatch

from quizapp.calc.layers.convolution import Convolution, TransposedConvolution
from quizapp.calc.layers.dense import Flatten, Linear
from quizapp.calc.layers.elementwise import Elementwise
from quizapp.calc.layers.joining import Broadcast, Concatenation
from quizapp.calc.layers.layer import Layer, Shape
from quizapp.calc.layers.learned import Parameter
from quizapp.calc.layers.pooling import AdaptivePool, AveragePool, MaxPool, MaxUnpool
from quizapp.calc.proof.unproved import unproved
from quizapp.calc.proof.weights import tensors
from quizapp.calc.proof.windows import sliding, starts, written

Arriving = tuple[Shape, ...]
"""The shapes that come in, one an input."""


@singledispatch
def shape_after(layer: Layer, _arriving: Arriving) -> Shape:
    """The shape a layer leaves."""
    unproved(layer, "shape")


@shape_after.register
def _(layer: Convolution, arriving: Arriving) -> Shape:
    sides = arriving[0][1:]
    filters = tensors(layer)["weight"][0]
    return (filters, *(len(starts(w, n)) for w, n in zip(sliding(layer), sides, strict=True)))


@shape_after.register
def _(layer: TransposedConvolution, arriving: Arriving) -> Shape:
    sides = zip(sliding(layer), arriving[0][1:], layer.output_padding, strict=True)
    _, filters_of_group, *_ = tensors(layer)["weight"]
    return (filters_of_group * layer.groups, *(len(written(w, n, extra)) for w, n, extra in sides))


@shape_after.register(MaxPool)
@shape_after.register(AveragePool)
def _(layer: MaxPool | AveragePool, arriving: Arriving) -> Shape:
    channels, *sides = arriving[0]
    return (channels, *(len(starts(w, n)) for w, n in zip(sliding(layer), sides, strict=True)))


@shape_after.register
def _(layer: AdaptivePool, arriving: Arriving) -> Shape:
    channels, *sides = arriving[0]
    kept = zip(layer.output_size, sides, strict=True)
    return (channels, *(size if asked is None else asked for asked, size in kept))


@shape_after.register
def _(layer: Parameter, _arriving: Arriving) -> Shape:
    return tensors(layer)[""]


@shape_after.register
def _(layer: Linear, arriving: Arriving) -> Shape:
    return (*arriving[0][:-1], tensors(layer)["weight"][0])


@shape_after.register
def _(layer: Flatten, arriving: Arriving) -> Shape:
    shape = arriving[0]
    axes = range(len(shape) + 1)
    first, last = axes[layer.start_dim], axes[layer.end_dim]
    before, behind = shape[: first - 1], shape[last:]
    # Flattening loses no element: what the other axes do not account for is in the new one.
    merged = math.prod(shape) // math.prod((*before, *behind))
    return (*before, merged, *behind)


@shape_after.register
def _(layer: MaxUnpool, arriving: Arriving) -> Shape:
    channels, *sides = arriving[0]
    return (channels, *(len(written(w, n, 0)) for w, n in zip(sliding(layer), sides, strict=True)))


@shape_after.register(Elementwise)
def _(_layer: Layer, arriving: Arriving) -> Shape:
    return arriving[0]


@shape_after.register
def _(_layer: Broadcast, arriving: Arriving) -> Shape:
    # A side of 1 is stretched, so it never decides.
    return tuple(next((n for n in sides if n != 1), 1) for sides in zip(*arriving, strict=True))


@shape_after.register
def _(layer: Concatenation, arriving: Arriving) -> Shape:
    first = arriving[0]
    axis = range(len(first) + 1)[layer.dim] - 1
    around = (*first[:axis], *first[axis + 1 :])
    elements = sum(map(math.prod, arriving))
    return (*first[:axis], elements // math.prod(around), *first[axis + 1 :])
