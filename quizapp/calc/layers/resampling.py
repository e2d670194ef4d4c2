"""Maps made larger or smaller by interpolation (torch.nn.Upsample and its kin)."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

from quizapp.calc.layers.layer import (
    Kind,
    Layer,
    Shape,
    as_written,
    kind_of,
    not_one_an_axis,
    require_choice,
    require_map,
    require_room,
    whole,
    yes_or_no,
)
from quizapp.calc.receptive_field import Seen, Taps, through_adaptive, through_taps
from quizapp.calc.rules import Rules
from quizapp.errors import NetworkError
from quizapp.frozen import dataclass
from quizapp.words import render

MODES = {
    "nearest": (1, 2, 3),
    "linear": (1,),
    "bilinear": (2,),
    "bicubic": (2,),
    "trilinear": (3,),
    "area": (1, 2, 3),
    "nearest-exact": (1, 2, 3),
}
"""How many axes a map may have, by mode."""

NEAREST = ("nearest", "nearest-exact", "area")
"""Modes that know no corners to align."""

LONGEST_TURN = 64
"""A factor of more parts never comes round on a map: its units are laid out by the two sizes."""

HALF = Fraction(1, 2)


@dataclass(frozen=True)
class Upsample(Layer):
    """torch.nn.Upsample: to a ``size``, or by a ``scale_factor``, which may be below 1."""

    size: Any = None
    scale_factor: Any = None
    mode: str = "nearest"
    align_corners: Any = None
    recompute_scale_factor: Any = None

    def __post_init__(self) -> None:
        for side in _each(self.size):
            whole("size", side)
        if self.scale_factor is not None:
            factors = tuple(map(_factor, _each(self.scale_factor)))
            one = not isinstance(self.scale_factor, tuple)
            object.__setattr__(self, "scale_factor", factors[0] if one else factors)
        for argument in ("align_corners", "recompute_scale_factor"):
            if getattr(self, argument) is not None:
                yes_or_no(argument, getattr(self, argument))

    def output_shape(self, shape: Shape, rules: Rules) -> Shape:
        """The sizes asked for, or ⌊i·s⌋ along each axis."""
        self._require_sense()
        self._require_axes(shape)
        if self.size is not None:
            return (shape[0], *self._along(shape, self.size))
        factors = self._along(shape, self.scale_factor)
        sides = [scaled(rules, side, by) for side, by in zip(shape[1:], factors, strict=True)]
        return require_room((shape[0], *sides), shape, least=0)

    def _require_sense(self) -> None:
        """Refuse arguments that contradict each other."""
        if self.mode in NEAREST and self.align_corners is not None:
            raise NetworkError("corners", "has no corners to align in mode {mode}", mode=self.mode)
        if (self.size is None) == (self.scale_factor is None):
            raise NetworkError("size-or-scale", "needs either `size` or `scale_factor`")
        if self.size is not None and self.recompute_scale_factor:
            raise NetworkError("recompute", "has no scale factor to recompute: `size` is given")
        require_choice("mode", self.mode, tuple(MODES))

    def _require_axes(self, shape: Shape) -> None:
        wanted = MODES[self.mode]
        if len(shape) - 1 not in wanted:
            raise NetworkError(
                "resampling-axes", "works in mode {mode} on {axes} axes and gets {shape}",
                mode=self.mode, axes=f"{wanted[0]}–{wanted[-1]}" if wanted[1:] else wanted[0],
                shape=render(shape),
            )  # fmt: skip
        require_map(shape, len(shape) - 1)

    def _along(self, shape: Shape, given: Any) -> Sequence[Any]:
        """One number an axis."""
        axes = len(shape) - 1
        if not isinstance(given, tuple):
            return (given,) * axes
        if len(given) != axes:
            argument = "scale_factor" if self.size is None else "size"
            raise not_one_an_axis(argument, axes, len(given))
        return given

    def field(self, seen: Seen, shape: Shape, output: Shape, rules: Rules) -> Seen:
        """The pixels each unit is made of, on a line without ends; an empty map has no units."""
        if 0 in output:
            return seen
        if self.mode == "area":
            return through_adaptive(seen, shape[1:], output[1:], rules)
        factors = self._along(shape, self.scale_factor)
        return through_taps(
            seen,
            [
                self._made_of(size, left, factor)
                for size, left, factor in zip(shape[1:], output[1:], factors, strict=True)
            ],
        )

    def _made_of(self, size: int, left: int, factor: Any) -> tuple[Fraction, Taps]:
        """How far a unit moves on below when it moves one on, and the pixels it is made of."""
        if self.align_corners and size > 1 and left > 1:
            advance = Fraction(size - 1, left - 1)
            return advance, _mixed(self.mode, lambda unit: unit * advance)
        advance = Fraction(size, left)
        if factor is not None and not self.recompute_scale_factor and size != left:
            exact = 1 / factor
            advance = exact if exact.denominator <= LONGEST_TURN else advance
        if self.align_corners or self.mode == "nearest":
            return advance, lambda unit: [unit * advance // 1]
        if self.mode == "nearest-exact":
            return advance, lambda unit: [(unit + HALF) * advance // 1]
        return advance, _mixed(self.mode, lambda unit: (unit + HALF) * advance - HALF)


def scaled(rules: Rules, size: int, factor: Fraction) -> int:
    """⌊i·s⌋, less what is lost where torch multiplies doubles: 100·0.29 comes to 28.999…"""
    whole_part = rules.rounded_down(size * factor.numerator, factor.denominator)
    lost = int(size) * factor // 1 - int(int(size) * float(factor))
    side: int = whole_part - lost
    return side


def _mixed(mode: str, place: Callable[[int], Fraction]) -> Taps:
    """The pixels around a place between them; where it is on one, the others weigh nothing."""

    def taps(unit: int) -> Sequence[int]:
        first = place(unit) // 1
        if first == place(unit):
            return [first]
        return range(first - 1, first + 3) if mode == "bicubic" else range(first, first + 2)

    return taps


def _factor(given: Any) -> Fraction:
    """A scale factor as a fraction."""
    if isinstance(given, bool) or not isinstance(given, int | float | Fraction) or given <= 0:
        raise NetworkError(
            "scale-factor", "needs numbers above 0 for `scale_factor`, not {value}",
            value=as_written(given),
        )  # fmt: skip
    return Fraction(str(given))


def _each(given: Any) -> tuple[Any, ...]:
    if given is None:
        return ()
    return given if isinstance(given, tuple) else (given,)


def _preset(name: str, **preset: Any) -> Kind:
    arguments = {"size": None, "scale_factor": None}
    return Kind(name, arguments, lambda **given: Upsample(**given, **preset))


KINDS: tuple[Kind, ...] = (
    kind_of(Upsample),
    _preset("UpsamplingNearest2d"),
    _preset("UpsamplingBilinear2d", mode="bilinear", align_corners=True),
)
