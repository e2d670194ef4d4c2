"""The second ways of what moves numbers or takes some of them: axes, parts, shuffles, columns."""

import math

from quizapp.calc.layers.layer import Layer, Shape
from quizapp.calc.layers.rearrangement import Rearrangement
from quizapp.calc.layers.rearranging import (
    Expansion,
    Permutation,
    Reshape,
    Squeezing,
    Transposition,
    Unsqueezing,
)
from quizapp.calc.layers.shuffling import (
    ChannelShuffle,
    Columns,
    Fold,
    PixelShuffle,
    PixelUnshuffle,
    Unflatten,
    Unfold,
)
from quizapp.calc.layers.taking import Averaging, Chunking, FirstPart, Narrowing, Splitting
from quizapp.calc.proof.crossings import Crossing, Crossings, crossings, still
from quizapp.calc.proof.looks import Below, Looks, Shares, looks
from quizapp.calc.proof.orders import Order, labels_of, order, with_new_axis
from quizapp.calc.proof.positions import Arriving, shape_after
from quizapp.calc.proof.products import products
from quizapp.calc.proof.weights import Tensors, tensors
from quizapp.calc.proof.windows import Sliding, sliding, starts, taps_of


@order.register
def _(layer: Permutation, shape: Shape) -> Order:
    labels = ("batch", *range(len(shape)))
    return tuple([label for dim in layer.dims if isinstance(label := labels[dim], int)])


@order.register
def _(layer: Transposition, shape: Shape) -> Order:
    labels = labels_of(shape)
    labels[layer.dim0], labels[layer.dim1] = labels[layer.dim1], labels[layer.dim0]
    return tuple(labels[1:])


@order.register
def _(layer: Unflatten, shape: Shape) -> Order:
    labels = labels_of(shape)
    place = range(len(labels))[layer.dim]
    parts = len(layer.unflattened_size)
    if parts > 1:
        labels[place : place + 1] = [None] * parts
    return tuple(labels[1:])


@order.register
def _(layer: Reshape, shape: Shape) -> Order:
    leaving = layer.shape[1:]
    if leaving == shape:
        return tuple(range(len(shape)))
    # An axis is the same where neighbours along it lie as far apart, and are as many.
    before = [(_apart(shape, axis), side) for axis, side in enumerate(shape)]
    after = [(_apart(leaving, axis), side) for axis, side in enumerate(leaving)]
    labels: list[int | None] = [None] * len(leaving)
    for axis, lie in enumerate(before):
        if before.count(lie) == 1 and lie in after:
            labels[len(after) - 1 - after[::-1].index(lie)] = axis
    return tuple(labels)


def _apart(shape: Shape, axis: int) -> int:
    """How many numbers further on the next place along an axis lies."""
    return math.prod(shape[axis + 1 :])


@order.register
def _(layer: Squeezing, shape: Shape) -> Order:
    labels = labels_of(shape)
    named = [labels[dim] for dim in layer.dim]
    return tuple([axis for axis, side in enumerate(shape) if side > 1 or axis not in named])


@order.register
def _(layer: Unsqueezing, shape: Shape) -> Order:
    return with_new_axis(layer.dim, shape)


@order.register
def _(layer: Expansion, shape: Shape) -> Order:
    sides = zip(labels_of(shape)[1:], shape, layer.sizes[1:], strict=True)
    return tuple([label if size in (-1, side) else None for label, side, size in sides])


@order.register
def _(layer: Averaging, shape: Shape) -> Order:
    labels = labels_of(shape)
    named = [labels[dim] for dim in layer.dim]
    sides = enumerate(shape)
    if not layer.keepdim:
        return tuple([axis for axis, _ in sides if axis not in named])
    return tuple([None if axis in named and side > 1 else axis for axis, side in sides])


@order.register
def _(_layer: FirstPart, shape: Shape) -> Order:
    return tuple(range(len(shape)))


@shape_after.register(Permutation)
@shape_after.register(Transposition)
@shape_after.register(Squeezing)
@shape_after.register(Unsqueezing)
@shape_after.register(Averaging)
def _(layer: Rearrangement, arriving: Arriving) -> Shape:
    (shape,) = arriving
    return tuple([1 if axis is None else shape[axis] for axis in order(layer, shape)])


@shape_after.register
def _(layer: Reshape, _arriving: Arriving) -> Shape:
    return tuple([len(range(side)) for side in layer.shape if side > 0])


@shape_after.register
def _(layer: Expansion, arriving: Arriving) -> Shape:
    # A side of 1 or a size of −1 never decides.
    return tuple(map(max, arriving[0], layer.sizes[1:]))


@shape_after.register
def _(layer: Narrowing, arriving: Arriving) -> Shape:
    kept = range(layer.start, layer.start + layer.length)
    return _with_side(arriving[0], layer.dim, len(kept))


@shape_after.register
def _(layer: Chunking, arriving: Arriving) -> Shape:
    # Dealt out in turn, the first chunk gets as many as any.
    side = _side(arriving[0], layer.dim)
    return _with_side(arriving[0], layer.dim, len(range(0, side, layer.chunks)))


@shape_after.register
def _(layer: Splitting, arriving: Arriving) -> Shape:
    sizes = layer.split_size
    first = sizes[0] if isinstance(sizes, tuple) else sizes
    places = range(_side(arriving[0], layer.dim))
    return _with_side(arriving[0], layer.dim, len(places[:first]))


def _side(shape: Shape, dim: int) -> int:
    return shape[range(len(shape) + 1)[dim] - 1]


def _with_side(shape: Shape, dim: int, side: int) -> Shape:
    sides = [0, *shape]
    sides[dim] = side
    return tuple(sides[1:])


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
def _(_layer: ChannelShuffle, arriving: Arriving) -> Shape:
    return arriving[0]


@sliding.register
def _(layer: Columns) -> tuple[Sliding, ...]:
    return tuple(
        Sliding(taps, stride, padding, padding)
        for taps, stride, padding in zip(taps_of(layer), layer.stride, layer.padding, strict=True)
    )


@looks.register
def _(layer: PixelShuffle, _arriving: Arriving, leaving: Shape) -> Looks:
    return (Shares(1, layer.upscale_factor),) * 2 if len(leaving) == 3 else None


@looks.register
def _(layer: PixelUnshuffle, _arriving: Arriving, leaving: Shape) -> Looks:
    return (Shares(layer.downscale_factor, 1),) * 2 if len(leaving) == 3 else None


@looks.register
def _(_layer: Columns, _arriving: Arriving, _leaving: Shape) -> Looks:
    return None


@crossings.register
def _(layer: Narrowing, arriving: Arriving, _leaving: Shape) -> Crossings:
    found = still(arriving[0])
    places = range(len(found) + 1)
    cut = places[layer.dim] - 1
    first = range(arriving[0][cut])[layer.start]
    found[cut] = Crossing(cut, Below(range(1), before=-first))
    return tuple(found)


@crossings.register
def _(_layer: ChannelShuffle, arriving: Arriving, _leaving: Shape) -> Crossings:
    return (None, *still(arriving[0])[1:])


@tensors.register(Narrowing)
@tensors.register(PixelShuffle)
@tensors.register(PixelUnshuffle)
@tensors.register(ChannelShuffle)
@tensors.register(Columns)
def _(_layer: Layer) -> Tensors:
    return {}


@products.register(Narrowing)
@products.register(PixelShuffle)
@products.register(PixelUnshuffle)
@products.register(ChannelShuffle)
@products.register(Columns)
def _(_layer: Layer, _arriving: Arriving, _leaving: Shape) -> int:
    return 0
