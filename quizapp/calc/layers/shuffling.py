"""Layers that only move numbers: pixel and channel shuffles, columns of windows, axes unfolded."""

from collections.abc import Sequence
from fractions import Fraction
from functools import cached_property
from math import prod
from typing import Any

from quizapp.calc.layers.layer import (
    Kind,
    Layer,
    Shape,
    kind_of,
    per_axis,
    place_of,
    require_map,
    require_rank,
    require_room,
    whole,
    windows_of,
)
from quizapp.calc.layers.rearrangement import Rearrangement
from quizapp.calc.receptive_field import Seen, standing, through_taps, through_windows
from quizapp.calc.rules import Rules, Window
from quizapp.errors import NetworkError
from quizapp.frozen import dataclass
from quizapp.words import render


def _require_pixels(shape: Shape) -> None:
    """Refuse what has not channels, height and width last; axes in front are left alone."""
    if len(shape) < 3:
        require_rank(shape, 3)


@dataclass(frozen=True)
class PixelShuffle(Layer):
    """torch.nn.PixelShuffle: f·f channels become f by f pixels."""

    upscale_factor: int
    symbols = {"upscale_factor": "f"}  # noqa: RUF012 # a ClassVar of the base

    def __post_init__(self) -> None:
        whole("upscale_factor", self.upscale_factor)

    def output_shape(self, shape: Shape, _rules: Rules) -> Shape:
        """f·f times fewer channels, f times the height and the width."""
        _require_pixels(shape)
        *front, channels, height, width = shape
        factor = self.upscale_factor
        if channels % (factor * factor):
            raise NetworkError(
                "pixel-channels", "needs channels divisible by {factor}·{factor}, not {channels}",
                factor=factor, channels=channels,
            )  # fmt: skip
        return (*front, channels // (factor * factor), height * factor, width * factor)

    def field(self, seen: Seen, shape: Shape, _output: Shape, _rules: Rules) -> Seen:
        """What the pixel sees from whose channels it comes."""
        if len(shape) > 3:
            return None
        factor = self.upscale_factor
        return through_taps(seen, [(Fraction(1, factor), lambda unit: [unit // factor])] * 2)


@dataclass(frozen=True)
class PixelUnshuffle(Layer):
    """torch.nn.PixelUnshuffle: f by f pixels become f·f channels."""

    downscale_factor: int
    symbols = {"downscale_factor": "f"}  # noqa: RUF012 # a ClassVar of the base

    def __post_init__(self) -> None:
        whole("downscale_factor", self.downscale_factor)

    @cached_property
    def windows(self) -> tuple[Window, ...]:
        """The pixels that come to lie on one another."""
        return (Window(self.downscale_factor, self.downscale_factor),) * 2

    def output_shape(self, shape: Shape, _rules: Rules) -> Shape:
        """f·f times the channels, f times less height and width."""
        _require_pixels(shape)
        *front, channels, height, width = shape
        factor = self.downscale_factor
        for side in (height, width):
            if side % factor:
                raise NetworkError(
                    "pixel-side", "needs height and width divisible by {factor}, not {side}",
                    factor=factor, side=side,
                )  # fmt: skip
        return (*front, channels * factor * factor, height // factor, width // factor)

    def field(self, seen: Seen, shape: Shape, _output: Shape, rules: Rules) -> Seen:
        """As a window that does not overlap."""
        return None if len(shape) > 3 else through_windows(seen, self.windows, rules)


@dataclass(frozen=True)
class ChannelShuffle(Layer):
    """torch.nn.ChannelShuffle: the channels of the groups dealt out in turn."""

    groups: int
    heeds_places = True

    def __post_init__(self) -> None:
        whole("groups", self.groups)

    def output_shape(self, shape: Shape, _rules: Rules) -> Shape:
        """The shape that came in, which has places beside its channels."""
        if len(shape) < 2:
            require_rank(shape, 2, 3)
        if shape[0] % self.groups:
            raise NetworkError(
                "groups", "needs `{argument}` divisible by groups={groups}, not {channels}",
                argument="channels", groups=self.groups, channels=shape[0],
            )  # fmt: skip
        return shape

    def field(self, seen: Seen, shape: Shape, _output: Shape, _rules: Rules) -> Seen:
        """As before, unless the map itself stands where the channels are looked for."""
        return None if 0 in standing(seen, len(shape)) else seen


class Columns(Layer):
    """What Unfold and Fold share: windows over a map, each written as a column."""

    symbols = {  # noqa: RUF012 # a ClassVar of the base
        "kernel_size": "k",
        "dilation": "d",
        "padding": "p",
        "stride": "s",
    }
    kernel_size: Any
    dilation: Any
    padding: Any
    stride: Any

    def __post_init__(self) -> None:
        for argument, least in (("kernel_size", 1), ("dilation", 1), ("padding", 0), ("stride", 1)):
            numbers = per_axis(argument, getattr(self, argument), 2, least)
            object.__setattr__(self, argument, numbers)

    def _places(self, sides: Shape, rules: Rules) -> tuple[int, ...]:
        """How many places the window takes along each axis of a map."""
        pads = [(padding, padding) for padding in self.padding]
        windows = windows_of(self.kernel_size, self.stride, pads, self.dilation)
        places = [rules.window_count(rules, n, w) for n, w in zip(sides, windows, strict=True)]
        return require_room(tuple(places), sides)

    def field(self, _seen: Seen, _shape: Shape, _output: Shape, _rules: Rules) -> Seen:
        """A list of columns has no axes of a map."""
        return None


@dataclass(frozen=True)
class Unfold(Columns):
    """torch.nn.Unfold: what each window sees, as a column (im2col)."""

    kernel_size: Any
    dilation: Any = 1
    padding: Any = 0
    stride: Any = 1

    def output_shape(self, shape: Shape, rules: Rules) -> Shape:
        """C·k·k numbers a column, and a column for each place."""
        require_map(shape, 2)
        places = self._places(shape[1:], rules)
        return (shape[0] * prod(self.kernel_size), prod(places))


@dataclass(frozen=True)
class Fold(Columns):
    """torch.nn.Fold: columns added up into a map, where an Unfold would have taken them from."""

    output_size: Any
    kernel_size: Any
    dilation: Any = 1
    padding: Any = 0
    stride: Any = 1

    def __post_init__(self) -> None:
        super().__post_init__()
        object.__setattr__(self, "output_size", per_axis("output_size", self.output_size, 2, 1))

    def output_shape(self, shape: Shape, rules: Rules) -> Shape:
        """The size asked for, with a channel for each window's worth of numbers in a column."""
        require_rank(shape, 2)
        column, count = shape
        area = prod(self.kernel_size)
        if column % area:
            raise NetworkError(
                "column-length", "needs columns of {area} numbers a channel, not {numbers} in all",
                area=area, numbers=column,
            )  # fmt: skip
        places = prod(self._places(self.output_size, rules))
        if count != places:
            raise NetworkError(
                "column-count", "takes {places} columns for a map of {size} and gets {count}",
                places=places, size=render(self.output_size), count=count,
            )  # fmt: skip
        return (column // area, *self.output_size)


@dataclass(frozen=True)
class Unflatten(Rearrangement):
    """torch.nn.Unflatten: one axis split into several. ``dim`` counts the batch, −1 is the rest."""

    dim: int
    unflattened_size: Any

    def __post_init__(self) -> None:
        whole("dim", self.dim, None)
        sizes = self.unflattened_size
        if not isinstance(sizes, tuple | list):
            raise NetworkError("sizes-form", "needs a list of sizes for `unflattened_size`")
        for size in sizes:
            whole("unflattened_size", size, None)
        object.__setattr__(self, "unflattened_size", tuple(sizes))

    def output_shape(self, shape: Shape, _rules: Rules) -> Shape:
        """The sizes in the place of the axis; their product is as long as it was."""
        place = place_of(self.dim, shape)
        length, sizes = shape[place], self.unflattened_size
        known = prod(size for size in sizes if size != -1)
        # Where one size is left open, torch puts in what is missing.
        rest = length // known if sizes.count(-1) == 1 and known > 0 else -1
        filled = tuple(rest if size == -1 else size for size in sizes)
        if not sizes or min(filled) < 0 or prod(filled) != length:
            raise NetworkError(
                "unflatten", "cannot split {length} into {sizes}",
                length=length, sizes=f"({', '.join(map(str, sizes))})",
            )  # fmt: skip
        return (*shape[:place], *filled, *shape[place + 1 :])

    def landing(self, shape: Shape, output: Shape) -> Sequence[int | None]:
        """The axis itself is gone where it was split; those behind move on."""
        more = len(output) - len(shape)
        place = place_of(self.dim, shape)
        return [
            axis if axis < place or not more else None if axis == place else axis + more
            for axis in range(len(shape))
        ]


KINDS: tuple[Kind, ...] = tuple(
    map(kind_of, (PixelShuffle, PixelUnshuffle, ChannelShuffle, Unfold, Fold, Unflatten))
)
