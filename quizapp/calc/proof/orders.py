"""torch's functions that move axes or take parts, by carrying labels of axes about."""

from functools import singledispatch

from quizapp.calc.layers.dense import Flatten
from quizapp.calc.layers.joining import Stack
from quizapp.calc.layers.layer import Layer, Shape
from quizapp.calc.proof.positions import Arriving, shape_after
from quizapp.calc.proof.unproved import unproved

Order = tuple[int | None, ...]
"""The axes of what arrives as they stand in what leaves; None for an axis that is another's."""


@singledispatch
def order(layer: Layer, _shape: Shape) -> Order:
    """Which axis of the shape that arrives each axis of what leaves is."""
    unproved(layer, "order of axes")


@order.register
def _(layer: Flatten, shape: Shape) -> Order:
    labels = labels_of(shape)
    axes = range(len(labels))
    merged = axes[axes[layer.start_dim] : axes[layer.end_dim] + 1]
    if len(merged) > 1:
        labels[merged[0] : merged[-1] + 1] = [None]
    return tuple(labels[1:])


def labels_of(shape: Shape) -> list[int | None]:
    """The axes by number, behind one of none for the batch, so that torch's numbers find them."""
    return [None, *range(len(shape))]


@shape_after.register
def _(layer: Stack, arriving: Arriving) -> Shape:
    first = arriving[0]
    return tuple([len(arriving) if axis is None else first[axis] for axis in order(layer, first)])


@order.register
def _(layer: Stack, shape: Shape) -> Order:
    return with_new_axis(layer.dim, shape)


def with_new_axis(dim: int, shape: Shape) -> Order:
    """The axes with one more, which is none of them."""
    labels = labels_of(shape)
    labels.insert(range(len(labels) + 1)[dim], None)
    return tuple(labels[1:])
