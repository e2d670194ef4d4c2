"""Shapes, by laying out the places of the output and counting them."""

import math
from functools import singledispatch

from quizapp.calc.layers.activations import GLU, PReLU, Softmax
from quizapp.calc.layers.convolution import Convolution, TransposedConvolution
from quizapp.calc.layers.dense import Flatten, Linear
from quizapp.calc.layers.elementwise import Elementwise
from quizapp.calc.layers.embedding import Embedding, EmbeddingBag
from quizapp.calc.layers.joining import Broadcast, Concatenation
from quizapp.calc.layers.layer import Layer, Shape
from quizapp.calc.layers.learned import Parameter
from quizapp.calc.layers.normalization import (
    FeatureNorm,
    GroupNorm,
    LocalResponseNorm,
    TrailingNorm,
)
from quizapp.calc.layers.padding import Padding
from quizapp.calc.layers.pooling import AdaptivePool, AveragePool, MaxPool, MaxUnpool
from quizapp.calc.layers.resampling import Upsample
from quizapp.calc.layers.shuffling import (
    ChannelShuffle,
    Fold,
    PixelShuffle,
    PixelUnshuffle,
    Unflatten,
    Unfold,
)
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


@shape_after.register
def _(layer: Padding, arriving: Arriving) -> Shape:
    sides = list(arriving[0])
    for number, pixels in enumerate(layer.padding):
        # Two numbers for each axis, the last axis first.
        sides[-1 - number // 2] += pixels
    return tuple(sides)


@shape_after.register
def _(layer: Upsample, arriving: Arriving) -> Shape:
    channels, *sides = arriving[0]
    given = layer.scale_factor if layer.size is None else layer.size
    each = given if isinstance(given, tuple) else (given,) * len(sides)
    if layer.size is not None:
        return (channels, *each)
    # The doubles that torch multiplies, cut off behind the point.
    scaled = (float(size) * float(by) for size, by in zip(sides, each, strict=True))
    return (channels, *map(math.trunc, scaled))


@shape_after.register
def _(layer: PixelShuffle, arriving: Arriving) -> Shape:
    *front, _, height, width = arriving[0]
    rows, columns = (len(range(side)) * layer.upscale_factor for side in (height, width))
    return _with_the_rest(arriving, front, rows, columns)


@shape_after.register
def _(layer: PixelUnshuffle, arriving: Arriving) -> Shape:
    *front, _, height, width = arriving[0]
    rows, columns = (len(range(0, side, layer.downscale_factor)) for side in (height, width))
    return _with_the_rest(arriving, front, rows, columns)


def _with_the_rest(arriving: Arriving, front: list[int], rows: int, columns: int) -> Shape:
    """No number is lost: what does not lie in rows and columns lies in channels."""
    elements = math.prod(arriving[0])
    return (*front, elements // math.prod((*front, rows, columns)), rows, columns)


@shape_after.register
def _(layer: Unfold, arriving: Arriving) -> Shape:
    channels, *sides = arriving[0]
    rows, columns = (starts(w, n) for w, n in zip(sliding(layer), sides, strict=True))
    seen = [(tap, other) for tap in sliding(layer)[0].taps for other in sliding(layer)[1].taps]
    return (channels * len(seen), sum(len(columns) for _ in rows))


@shape_after.register
def _(layer: Fold, arriving: Arriving) -> Shape:
    window = [len(w.taps) for w in sliding(layer)]
    return (arriving[0][0] // math.prod(window), *layer.output_size)


@shape_after.register
def _(layer: Unflatten, arriving: Arriving) -> Shape:
    shape = arriving[0]
    place = range(len(shape) + 1)[layer.dim] - 1
    parts = list(layer.unflattened_size)
    if -1 in parts:
        # The one size left open is the one of them all with which the numbers come out even.
        left_open = parts.index(-1)
        fits = (n for n in range(1, shape[place] + 1) if -math.prod(parts) * n == shape[place])
        parts[left_open] = next(fits)
    return (*shape[:place], *parts, *shape[place + 1 :])


@shape_after.register
def _(layer: GLU, arriving: Arriving) -> Shape:
    sides = list(arriving[0])
    place = range(len(sides) + 1)[layer.dim] - 1
    sides[place] = len(range(0, sides[place], 2))
    return tuple(sides)


@shape_after.register
def _(layer: Embedding, arriving: Arriving) -> Shape:
    return (*arriving[0], tensors(layer)["weight"][1])


@shape_after.register
def _(layer: EmbeddingBag, _arriving: Arriving) -> Shape:
    return (tensors(layer)["weight"][1],)


@shape_after.register(Elementwise)
@shape_after.register(FeatureNorm)
@shape_after.register(GroupNorm)
@shape_after.register(TrailingNorm)
@shape_after.register(LocalResponseNorm)
@shape_after.register(PReLU)
@shape_after.register(Softmax)
@shape_after.register(ChannelShuffle)
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
