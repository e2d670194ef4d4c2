"""Pooling in one to three axes (torch.nn.MaxPool1d … MaxUnpool3d). Nothing is learned."""

from fractions import Fraction
from functools import cached_property
from typing import Any, ClassVar

from quizapp.calc.layers.layer import (
    REQUIRED,
    Kind,
    Layer,
    Shape,
    as_written,
    kind_of,
    not_one_an_axis,
    per_axis,
    require_map,
    require_room,
    whole,
    windows_of,
    yes_or_no,
)
from quizapp.calc.receptive_field import Seen, through_adaptive, through_upsampling, through_windows
from quizapp.calc.rules import Rules, Window
from quizapp.errors import NetworkError
from quizapp.frozen import dataclass


class WindowPool(Layer):
    """What max and average pools share: windows that keep the channels."""

    axes: ClassVar[int]
    symbols = {  # noqa: RUF012 # a ClassVar of the base
        "kernel_size": "k",
        "stride": "s",
        "padding": "p",
        "dilation": "d",
    }
    kernel_size: Any
    stride: Any
    padding: Any
    dilation: Any = 1
    ceil_mode: bool

    def __post_init__(self) -> None:
        # Without a stride the windows do not overlap.
        if self.stride is None:
            object.__setattr__(self, "stride", self.kernel_size)
        for argument, least in (("kernel_size", 1), ("stride", 1), ("padding", 0), ("dilation", 1)):
            numbers = per_axis(argument, getattr(self, argument), self.axes, least)
            object.__setattr__(self, argument, numbers)
        yes_or_no("ceil_mode", self.ceil_mode)
        for padding, kernel in zip(self.padding, self.kernel_size, strict=True):
            if padding > kernel // 2:
                raise NetworkError(
                    "pool-padding",
                    "needs a padding of at most half the kernel: {most} of {kernel}, not {padding}",
                    most=kernel // 2, kernel=kernel, padding=padding,
                )  # fmt: skip

    @cached_property
    def windows(self) -> tuple[Window, ...]:
        """How the window moves, one an axis."""
        pads = [(p, p) for p in self.padding]
        return windows_of(self.kernel_size, self.stride, pads, self.dilation, self.ceil_mode)

    def output_shape(self, shape: Shape, rules: Rules) -> Shape:
        """The same channels, and the places of the window along each axis."""
        require_map(shape, self.axes)
        sides = [
            rules.pooled(rules, size, window)
            for size, window in zip(shape[1:], self.windows, strict=True)
        ]
        return require_room((rules.pooled_channels(shape[0]), *sides), shape)

    def parameters(self, _shape: Shape, _output: Shape, rules: Rules) -> int:
        """None: a pool picks or averages."""
        count: int = rules.pool_parameters(self)
        return count

    def field(self, seen: Seen, _shape: Shape, _output: Shape, rules: Rules) -> Seen:
        """As a convolution of the same window."""
        return through_windows(seen, tuple(map(rules.pool_window, self.windows)), rules)


@dataclass(frozen=True)
class MaxPool(WindowPool):
    """A max pool; padding counts as −∞, so it is at most half the kernel."""

    kernel_size: Any
    stride: Any = None
    padding: Any = 0
    dilation: Any = 1
    return_indices: bool = False
    ceil_mode: bool = False


@dataclass(frozen=True)
class AveragePool(WindowPool):
    """An average pool. It has no dilation."""

    kernel_size: Any
    stride: Any = None
    padding: Any = 0
    ceil_mode: bool = False
    count_include_pad: bool = True
    divisor_override: Any = None

    def output_shape(self, shape: Shape, rules: Rules) -> Shape:
        """As every pool; in three axes torch also refuses a map smaller than the kernel."""
        if self.axes == 3 and len(shape) == 4:
            for size, kernel in zip(shape[1:], self.kernel_size, strict=True):
                if size < kernel:
                    raise NetworkError(
                        "pool3-small", "is larger than the map: kernel {kernel} on {size}",
                        kernel=kernel, size=size,
                    )  # fmt: skip
        return super().output_shape(shape, rules)


@dataclass(frozen=True)
class AdaptivePool(Layer):
    """A pool that is told its output size; None keeps an axis as it is."""

    axes: ClassVar[int]
    output_size: Any
    return_indices: bool = False

    def __post_init__(self) -> None:
        size = self.output_size
        sizes = tuple(size) if isinstance(size, tuple | list) else (size,) * self.axes
        if len(sizes) != self.axes:
            raise not_one_an_axis("output_size", self.axes, len(sizes))
        for side in sizes:
            # Only in two axes and more may one be left as it is.
            if side is not None or self.axes == 1:
                whole("output_size", side)
        object.__setattr__(self, "output_size", sizes)

    def output_shape(self, shape: Shape, _rules: Rules) -> Shape:
        """The same channels, and the sizes asked for."""
        require_map(shape, self.axes)
        sides = (
            size if asked is None else asked
            for size, asked in zip(shape[1:], self.output_size, strict=True)
        )
        return (shape[0], *sides)

    def field(self, seen: Seen, shape: Shape, output: Shape, rules: Rules) -> Seen:
        """The whole map where one number is left; else windows of i/o, rounded outwards."""
        return through_adaptive(seen, shape[1:], output[1:], rules)


@dataclass(frozen=True)
class MaxUnpool(Layer):
    """A max pool undone: each number goes back to where it came from, zeros lie between.

    The places, which torch takes as a second input, change neither shape nor counts.
    """

    axes: ClassVar[int]
    kernel_size: Any
    stride: Any = None
    padding: Any = 0
    symbols = {"kernel_size": "k", "stride": "s", "padding": "p"}  # noqa: RUF012 # a ClassVar of the base

    def __post_init__(self) -> None:
        if self.stride is None:
            object.__setattr__(self, "stride", self.kernel_size)
        for argument, least in (("kernel_size", 1), ("stride", 1), ("padding", 0)):
            numbers = per_axis(argument, getattr(self, argument), self.axes, least)
            object.__setattr__(self, argument, numbers)

    @cached_property
    def windows(self) -> tuple[Window, ...]:
        """The windows of the pool, one an axis."""
        pads = [(p, p) for p in self.padding]
        return windows_of(self.kernel_size, self.stride, pads, (1,) * self.axes)

    def output_shape(self, shape: Shape, rules: Rules) -> Shape:
        """The same channels, and the smallest sides the pool could have had: (i − 1)·s − 2p + k."""
        require_map(shape, self.axes)
        sides = [
            rules.transposed_size(size, window, 0)
            for size, window in zip(shape[1:], self.windows, strict=True)
        ]
        return require_room((shape[0], *sides), shape, least=0)

    def field(self, seen: Seen, _shape: Shape, _output: Shape, _rules: Rules) -> Seen:
        """Whatever number could have come from a place."""
        return through_upsampling(seen, self.windows)


def _lp_pool(axes: int) -> Kind:
    """torch.nn.LPPool1d … 3d: windows as of an average pool, over powers."""
    average = {base.__name__: base for base in POOLS}[f"AvgPool{axes}d"]

    def build(norm_type: Any, **given: Any) -> Layer:
        number = isinstance(norm_type, int | float | Fraction)
        if not number or isinstance(norm_type, bool) or norm_type == 0:
            raise NetworkError(
                "norm-type", "needs a number other than 0 for `norm_type`, not {value}",
                value=as_written(norm_type),
            )  # fmt: skip
        return average(**given)

    arguments = {"norm_type": REQUIRED, "kernel_size": REQUIRED, "stride": None}
    return Kind(f"LPPool{axes}d", {**arguments, "ceil_mode": False}, build)


def _pool_classes() -> "tuple[type[MaxPool | AveragePool | AdaptivePool | MaxUnpool], ...]":
    """MaxPool1d … MaxUnpool3d: the same rules for one, two and three axes."""
    names = {
        "MaxPool": MaxPool,
        "AvgPool": AveragePool,
        "AdaptiveAvgPool": AdaptivePool,
        "AdaptiveMaxPool": AdaptivePool,
        "MaxUnpool": MaxUnpool,
    }
    return tuple(
        type(f"{name}{axes}d", (base,), {"axes": axes, "__doc__": f"torch.nn.{name}{axes}d."})
        for name, base in names.items()
        for axes in (1, 2, 3)
    )


POOLS = _pool_classes()
KINDS: tuple[Kind, ...] = (*map(kind_of, POOLS), *map(_lp_pool, (1, 2, 3)))
