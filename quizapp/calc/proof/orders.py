"""torch's functions that move axes or take parts, by carrying labels of axes about."""

import math
from functools import singledispatch

from quizapp.calc.layers.dense import Flatten
from quizapp.calc.layers.joining import Stack
from quizapp.calc.layers.layer import Layer, Shape
from quizapp.calc.layers.rearranging import (
    Expansion,
    Permutation,
    Rearrangement,
    Reshape,
    Squeezing,
    Transposition,
    Unsqueezing,
)
from quizapp.calc.layers.shuffling import Unflatten
from quizapp.calc.layers.taking import Averaging, Chunking, FirstPart, Narrowing, Splitting
from quizapp.calc.proof.positions import Arriving, shape_after
from quizapp.calc.proof.unproved import unproved

Order = tuple[int | None, ...]
"""The axes of what arrives as they stand in what leaves; None for an axis that is another's."""


@singledispatch
def order(layer: Layer, _shape: Shape) -> Order:
    """Which axis of the shape that arrives each axis of what leaves is."""
    unproved(layer, "order of axes")


@order.register
def _(layer: Permutation, shape: Shape) -> Order:
    labels = ("batch", *range(len(shape)))
    return tuple([label for dim in layer.dims if isinstance(label := labels[dim], int)])


@order.register
def _(layer: Transposition, shape: Shape) -> Order:
    labels = _labels(shape)
    labels[layer.dim0], labels[layer.dim1] = labels[layer.dim1], labels[layer.dim0]
    return tuple(labels[1:])


@order.register
def _(layer: Flatten, shape: Shape) -> Order:
    labels = _labels(shape)
    axes = range(len(labels))
    merged = axes[axes[layer.start_dim] : axes[layer.end_dim] + 1]
    if len(merged) > 1:
        labels[merged[0] : merged[-1] + 1] = [None]
    return tuple(labels[1:])


@order.register
def _(layer: Unflatten, shape: Shape) -> Order:
    labels = _labels(shape)
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
    labels = _labels(shape)
    named = [labels[dim] for dim in layer.dim]
    return tuple([axis for axis, side in enumerate(shape) if side > 1 or axis not in named])


@order.register(Unsqueezing)
@order.register(Stack)
def _(layer: Unsqueezing | Stack, shape: Shape) -> Order:
    labels = _labels(shape)
    labels.insert(range(len(labels) + 1)[layer.dim], None)
    return tuple(labels[1:])


@order.register
def _(layer: Expansion, shape: Shape) -> Order:
    sides = zip(_labels(shape)[1:], shape, layer.sizes[1:], strict=True)
    return tuple([label if size in (-1, side) else None for label, side, size in sides])


@order.register
def _(layer: Averaging, shape: Shape) -> Order:
    labels = _labels(shape)
    named = [labels[dim] for dim in layer.dim]
    sides = enumerate(shape)
    if not layer.keepdim:
        return tuple([axis for axis, _ in sides if axis not in named])
    return tuple([None if axis in named and side > 1 else axis for axis, side in sides])


@order.register
def _(_layer: FirstPart, shape: Shape) -> Order:
    return tuple(range(len(shape)))


def _labels(shape: Shape) -> list[int | None]:
    """The axes by number, behind one of none for the batch, so that torch's numbers find them."""
    return [None, *range(len(shape))]


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
def _(layer: Stack, arriving: Arriving) -> Shape:
    first = arriving[0]
    return tuple([len(arriving) if axis is None else first[axis] for axis in order(layer, first)])


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
