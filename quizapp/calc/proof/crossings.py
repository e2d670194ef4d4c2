"""Where each axis of a tensor comes out of a layer, and how units look along it."""

from functools import singledispatch
from typing import NamedTuple

from quizapp.calc.layers.activations import GLU, Softmax
from quizapp.calc.layers.dense import Linear
from quizapp.calc.layers.joining import Stack
from quizapp.calc.layers.layer import Layer, Shape
from quizapp.calc.layers.normalization import LocalResponseNorm
from quizapp.calc.layers.padding import Padding
from quizapp.calc.layers.rearranging import Rearrangement
from quizapp.calc.layers.shuffling import ChannelShuffle
from quizapp.calc.layers.taking import Narrowing
from quizapp.calc.proof.looks import ALONE, Below, Look, looks
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
def _(layer: Narrowing, arriving: Arriving, _leaving: Shape) -> Crossings:
    found = _still(arriving[0])
    places = range(len(found) + 1)
    cut = places[layer.dim] - 1
    first = range(arriving[0][cut])[layer.start]
    found[cut] = Crossing(cut, Below(range(1), before=-first))
    return tuple(found)


@crossings.register
def _(_layer: Linear, arriving: Arriving, _leaving: Shape) -> Crossings:
    return (*_still(arriving[0])[:-1], None)


@crossings.register(ChannelShuffle)
@crossings.register(LocalResponseNorm)
def _(_layer: Layer, arriving: Arriving, _leaving: Shape) -> Crossings:
    return (None, *_still(arriving[0])[1:])


@crossings.register
def _(layer: Softmax, arriving: Arriving, _leaving: Shape) -> Crossings:
    found = _still(arriving[0])
    together = 0 if layer.dim is None else range(len(found) + 1)[layer.dim] - 1
    if arriving[0][together] > 1:
        found[together] = None
    return tuple(found)


@crossings.register
def _(_layer: GLU, arriving: Arriving, leaving: Shape) -> Crossings:
    sides = enumerate(zip(arriving[0], leaving, strict=True))
    return tuple(
        [
            Crossing(place, ALONE if size == left else Below(range(0, left + 1, left)))
            for place, (size, left) in sides
        ]
    )


@crossings.register
def _(layer: Padding, arriving: Arriving, _leaving: Shape) -> Crossings:
    shape = arriving[0]
    found = _still(shape)
    for number, pixels in enumerate(layer.padding[::2]):
        # The last axis first.
        place = len(shape) - 1 - number
        found[place] = Crossing(place, Below(range(1), before=pixels))
    return tuple(found)


def _still(shape: Shape) -> list[Crossing | None]:
    """Every axis where it was, every unit in its own place."""
    return [Crossing(place) for place in range(len(shape))]
