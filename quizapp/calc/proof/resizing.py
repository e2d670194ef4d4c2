"""The second ways of what makes maps larger or smaller: padding, and interpolation."""

import math
from fractions import Fraction

from quizapp.calc.layers.layer import Layer, Shape
from quizapp.calc.layers.padding import Padding
from quizapp.calc.layers.resampling import LONGEST_TURN, Upsample
from quizapp.calc.proof.blending import HALF, Blend, cubic, holds, linear
from quizapp.calc.proof.crossings import Crossing, Crossings, crossings, still
from quizapp.calc.proof.looks import Below, Looks, alone, looks, shared_out
from quizapp.calc.proof.positions import Arriving, shape_after
from quizapp.calc.proof.products import products
from quizapp.calc.proof.weights import Tensors, tensors


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


@looks.register
def _(layer: Upsample, arriving: Arriving, leaving: Shape) -> Looks:
    if 0 in leaving:
        return alone(leaving)
    if layer.mode == "area":
        return shared_out(arriving, leaving)
    given = layer.scale_factor
    factors = given if isinstance(given, tuple) else (given,) * (len(leaving) - 1)
    sides = zip(arriving[0][1:], leaving[1:], factors, strict=True)
    return tuple(blend(layer, size, left, factor) for size, left, factor in sides)


def blend(layer: Upsample, size: int, left: int, factor: Fraction | None) -> Blend:
    """How an interpolation that makes ``left`` units of ``size`` pixels mixes them, on one axis."""
    edge = Fraction(0)
    weighs = cubic if layer.mode == "bicubic" else linear
    if layer.align_corners and min(size, left) > 1:
        # The middles of the first and of the last lie on each other: one step less than pixels.
        return Blend(size - 1, left - 1, weighs, edge, edge)
    parts = left
    # torch goes by the factor it was given, and copies an axis that keeps its length.
    heeded = factor if size != left and not layer.recompute_scale_factor else None
    if heeded is not None and heeded.numerator <= LONGEST_TURN:
        size, parts = heeded.denominator, heeded.numerator
    if layer.align_corners or layer.mode == "nearest":
        return Blend(size, parts, holds, edge, edge)
    if layer.mode == "nearest-exact":
        return Blend(size, parts, holds, HALF, edge)
    return Blend(size, parts, weighs)


@crossings.register
def _(layer: Padding, arriving: Arriving, _leaving: Shape) -> Crossings:
    shape = arriving[0]
    found = still(shape)
    for number, pixels in enumerate(layer.padding[::2]):
        # The last axis first.
        place = len(shape) - 1 - number
        found[place] = Crossing(place, Below(range(1), before=pixels))
    return tuple(found)


@tensors.register(Padding)
@tensors.register(Upsample)
def _(_layer: Layer) -> Tensors:
    return {}


@products.register(Padding)
@products.register(Upsample)
def _(_layer: Layer, _arriving: Arriving, _leaving: Shape) -> int:
    return 0
