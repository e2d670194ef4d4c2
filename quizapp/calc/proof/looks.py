"""What one unit of a layer looks at, axis by axis, on a line without ends."""

from functools import singledispatch
from math import gcd, lcm
from typing import NamedTuple

from quizapp.calc.layers.convolution import Convolution, TransposedConvolution
from quizapp.calc.layers.elementwise import Elementwise
from quizapp.calc.layers.joining import Join
from quizapp.calc.layers.layer import Layer, Shape
from quizapp.calc.layers.learned import Parameter
from quizapp.calc.layers.pooling import AdaptivePool, AveragePool, MaxPool, MaxUnpool
from quizapp.calc.proof.blending import Blend
from quizapp.calc.proof.positions import Arriving
from quizapp.calc.proof.unproved import unproved
from quizapp.calc.proof.windows import sliding


class Below(NamedTuple):
    """A window that slides over the units below."""

    taps: range
    stride: int = 1
    before: int = 0

    def under(self, unit: int) -> list[int]:
        """The units below that a unit looks at."""
        first = unit * self.stride - self.before
        return [first + tap for tap in self.taps]

    def period(self, below: int) -> int:
        """After how many units all repeats, if below it does after ``below``."""
        return below // gcd(below, self.stride)


class Writers(NamedTuple):
    """A transposed window: the units below that write to a unit."""

    taps: range
    stride: int
    before: int

    def under(self, unit: int) -> list[int]:
        """The units below that a unit gets something from; none, in a gap."""
        places = [unit + self.before - tap for tap in self.taps]
        return [place // self.stride for place in places if place % self.stride == 0]

    def period(self, below: int) -> int:
        """As for :class:`Below`."""
        return below * self.stride


class Shares(NamedTuple):
    """An adaptive pool: ``size`` units below are shared out among ``parts`` units."""

    size: int
    parts: int

    def under(self, unit: int) -> range:
        """The units below that lie in the share, with those it cuts."""
        # Cut each unit below into ``parts`` crumbs: a share is ``size`` crumbs.
        crumbs = range(unit * self.size, (unit + 1) * self.size)
        return range(crumbs[0] // self.parts, crumbs[-1] // self.parts + 1)

    def period(self, below: int) -> int:
        """As for :class:`Below`."""
        return lcm(self.size, self.parts * below) // self.size


Look = Below | Writers | Shares | Blend
Looks = tuple[Look, ...] | None
"""One an axis; None where every unit looks at the whole map."""

ALONE = Below(range(1))
"""Each unit looks at its own place."""


@singledispatch
def looks(layer: Layer, _arriving: Arriving, _leaving: Shape) -> Looks:
    """How the units of a layer look at those below."""
    unproved(layer, "receptive field")


@looks.register(Convolution)
@looks.register(MaxPool)
@looks.register(AveragePool)
def _(layer: Convolution | MaxPool | AveragePool, _arriving: Arriving, _leaving: Shape) -> Looks:
    return tuple(Below(window.taps, window.stride, window.before) for window in sliding(layer))


@looks.register(TransposedConvolution)
@looks.register(MaxUnpool)
def _(layer: TransposedConvolution | MaxUnpool, _arriving: Arriving, _leaving: Shape) -> Looks:
    return tuple(Writers(window.taps, window.stride, window.before) for window in sliding(layer))


@looks.register
def _(_layer: AdaptivePool, arriving: Arriving, leaving: Shape) -> Looks:
    return shared_out(arriving, leaving)


def shared_out(arriving: Arriving, leaving: Shape) -> Looks:
    """Each unit looks at its share of the units below; the only one at the whole map."""
    sides = tuple(zip(arriving[0][1:], leaving[1:], strict=True))
    if any(left == 1 < size for size, left in sides):
        return None
    return tuple(Shares(size, left) for size, left in sides)


@looks.register
def _(_layer: Parameter, _arriving: Arriving, _leaving: Shape) -> Looks:
    return None


@looks.register(Elementwise)
@looks.register(Join)
def _(_layer: Layer, _arriving: Arriving, leaving: Shape) -> Looks:
    return alone(leaving)


def alone(shape: Shape) -> Looks:
    """Each unit looks at its own place."""
    return (ALONE,) * (len(shape) - 1)


@singledispatch
def measured_over(_layer: Layer, _shape: Shape) -> range:
    """The axes over which a layer takes statistics of its own."""
    return range(0)
