"""Where each axis of a tensor comes out of a layer, and how units look along it."""

from functools import singledispatch
from typing import NamedTuple

from quizapp.calc.layers.dense import Linear
from quizapp.calc.layers.joining import Stack
from quizapp.calc.layers.layer import Layer, Shape
from quizapp.calc.layers.rearrangement import Rearrangement
from quizapp.calc.proof.looks import ALONE, Look, looks
from quizapp.calc.proof.orders import order
from quizapp.calc.proof.positions import Arriving


class Crossing(NamedTuple):
    """The place of an axis in the shape that leaves, and how a unit there looks back along it."""

    place: int
    look: Look = ALONE


Crossings = tuple[Crossing | None, ...]
"""One for each axis that arrives, the first the channels'; None where positions are lost."""


@singledispatch
def crossings(layer: Layer, arriving: Arriving, leaving: Shape) -> Crossings:
    """Axes behind the channels cross as :func:`looks` says; the channels, where nothing mixes."""
    taken = looks(layer, arriving, leaving)
    if taken is None:
        return (None,) * len(arriving[0])
    channels = Crossing(0) if all(look is ALONE for look in taken) else None
    return (channels, *[Crossing(place, look) for place, look in enumerate(taken, 1)])


@crossings.register(Rearrangement)
@crossings.register(Stack)
def _(layer: Rearrangement | Stack, arriving: Arriving, _leaving: Shape) -> Crossings:
    shape = arriving[0]
    labels = order(layer, shape)
    axes = range(len(shape))
    return tuple([Crossing(labels.index(axis)) if axis in labels else None for axis in axes])


@crossings.register
def _(_layer: Linear, arriving: Arriving, _leaving: Shape) -> Crossings:
    return (*still(arriving[0])[:-1], None)


def still(shape: Shape) -> list[Crossing | None]:
    """Every axis where it was, every unit in its own place."""
    return [Crossing(place) for place in range(len(shape))]
