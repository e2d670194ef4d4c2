"""Interpolation as pixels that weigh something at the place of a unit, on a line without ends."""

from collections.abc import Callable
from fractions import Fraction
from math import lcm
from typing import NamedTuple

HALF = Fraction(1, 2)

Weighs = Callable[[Fraction], bool]
"""Whether a pixel so far before a unit's place has a weight in it."""


def holds(distance: Fraction) -> bool:
    """The one pixel in which the place lies."""
    return 0 <= distance < 1


def linear(distance: Fraction) -> bool:
    """The tent over a pixel, which comes down to nothing at its neighbours."""
    return abs(distance) < 1


def cubic(distance: Fraction) -> bool:
    """The cubic over a pixel, which is nothing from two pixels on and at every other pixel."""
    return distance == 0 or (abs(distance) < 2 and distance.denominator > 1)


class Blend(NamedTuple):
    """``parts`` units above are as long as ``size`` pixels below, and made of those nearby."""

    size: int
    parts: int
    weighs: Weighs
    unit_place: Fraction = HALF
    """Where in itself a unit is taken to be; 0 is its left edge."""
    pixel_place: Fraction = HALF

    def under(self, unit: int) -> list[int]:
        """The pixels below that weigh something in a unit."""
        place = (unit + self.unit_place) * Fraction(self.size, self.parts) - self.pixel_place
        near = round(place)
        return [pixel for pixel in range(near - 3, near + 4) if self.weighs(place - pixel)]

    def period(self, below: int) -> int:
        """After how many units all repeats, if below it does after ``below``."""
        return lcm(self.size, self.parts * below) // self.size
