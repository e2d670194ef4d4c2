"""Pooling in one to three axes (torch.nn.MaxPool1d … AdaptiveMaxPool3d). Nothing is learned."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

from quizapp.calc.layers.layer import (
    Layer,
    Shape,
    per_axis,
    require_map,
    require_room,
    whole,
    windows_of,
    yes_or_no,
)
from quizapp.calc.receptive_field import Seen, through_adaptive, through_windows
from quizapp.calc.rules import Rules, Window
from quizapp.errors import NetworkError


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

    def _settle(self) -> None:
        """Check the arguments; without a stride the windows do not overlap."""
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

    def __post_init__(self) -> None:
        self._settle()


@dataclass(frozen=True)
class AveragePool(WindowPool):
    """An average pool. It has no dilation."""

    kernel_size: Any
    stride: Any = None
    padding: Any = 0
    ceil_mode: bool = False
    count_include_pad: bool = True
    divisor_override: Any = None

    def __post_init__(self) -> None:
        self._settle()

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
            raise NetworkError(
                "argument-axes", "needs {axes} numbers for `{argument}`, not {count}",
                axes=self.axes, argument="output_size", count=len(sizes),
            )  # fmt: skip
        for side in sizes:
            if side is not None:
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


def _pool_classes() -> "tuple[type[MaxPool | AveragePool | AdaptivePool], ...]":
    """MaxPool1d … AdaptiveMaxPool3d: the same rules for one, two and three axes."""
    names = {
        "MaxPool": MaxPool,
        "AvgPool": AveragePool,
        "AdaptiveAvgPool": AdaptivePool,
        "AdaptiveMaxPool": AdaptivePool,
    }
    return tuple(
        type(f"{name}{axes}d", (base,), {"axes": axes, "__doc__": f"torch.nn.{name}{axes}d."})
        for name, base in names.items()
        for axes in (1, 2, 3)
    )


POOLS = _pool_classes()
