"""Convolutions, plain and transposed, in one to three axes (torch.nn.Conv1d … ConvTranspose3d)."""

import math
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from quizapp.calc.layers.layer import (
    Kind,
    Layer,
    Shape,
    kind_of,
    per_axis,
    require_channels,
    require_map,
    require_room,
    whole,
    windows_of,
    yes_or_no,
)
from quizapp.calc.receptive_field import Seen, through_upsampling, through_windows
from quizapp.calc.rules import Rules, Window
from quizapp.errors import NetworkError
from quizapp.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

PADDING_MODES = ("zeros", "reflect", "replicate", "circular")


class WeightedKernel(Layer):
    """What plain and transposed convolutions share: a kernel of weights, groups, biases."""

    axes: ClassVar[int]
    symbols: ClassVar["Mapping[str, str]"] = {
        "in_channels": "C_in",
        "out_channels": "C_out",
        "kernel_size": "k",
        "stride": "s",
        "padding": "p",
        "dilation": "d",
        "output_padding": "op",
        "groups": "g",
    }
    in_channels: int
    out_channels: int
    kernel_size: Any
    stride: Any
    padding: Any
    dilation: Any
    groups: int
    bias: bool
    padding_mode: str

    def _settle(self, **sizes: int) -> None:
        """Check the arguments once, and write sizes as one number an axis."""
        whole("in_channels", self.in_channels)
        whole("out_channels", self.out_channels)
        whole("groups", self.groups)
        yes_or_no("bias", self.bias)
        for argument, least in sizes.items():
            numbers = per_axis(argument, getattr(self, argument), self.axes, least)
            object.__setattr__(self, argument, numbers)
        for argument in ("in_channels", "out_channels"):
            if getattr(self, argument) % self.groups:
                raise NetworkError(
                    "groups", "needs `{argument}` divisible by groups={groups}, not {channels}",
                    argument=argument, groups=self.groups, channels=getattr(self, argument),
                )  # fmt: skip

    def parameters(self, shape: Shape, output: Shape, rules: Rules) -> int:
        """One kernel for each output channel, and with ``bias`` one bias each."""
        area = rules.kernel_area(self, shape, output)
        weights = rules.convolution_weights(
            self, area, rules.channels_seen(self), rules.filters(self)
        )
        biases = rules.biases(self.out_channels, self) if rules.has_bias(self) else 0
        total: int = rules.with_biases(self, weights, biases, output)
        return total

    def weight_shape(self, rules: Rules) -> Shape:
        """Of torch's tensor: a kernel for each output channel, as deep as the channels it sees."""
        return (rules.filters(self), rules.channels_seen(self), *self.kernel_size)

    def _products(self, shape: Shape, output: Shape, rules: Rules) -> int:
        area = rules.kernel_area(self, shape, output)
        products: int = area * rules.channels_seen(self) * rules.filters(self)
        return products


@dataclass(frozen=True)
class Convolution(WeightedKernel):
    """A convolution: ⌊(i + 2p − d(k − 1) − 1)/s⌋ + 1 places an axis, C_out channels."""

    in_channels: int
    out_channels: int
    kernel_size: Any
    stride: Any = 1
    padding: Any = 0
    dilation: Any = 1
    groups: int = 1
    bias: bool = True
    padding_mode: str = "zeros"

    def __post_init__(self) -> None:
        self._settle(kernel_size=1, stride=1, dilation=1)
        if self.padding_mode not in PADDING_MODES:
            raise NetworkError(
                "padding-mode", "knows the padding modes {modes}, not {mode}",
                modes=", ".join(PADDING_MODES), mode=str(self.padding_mode),
            )  # fmt: skip
        if not isinstance(self.padding, str):
            object.__setattr__(self, "padding", per_axis("padding", self.padding, self.axes, 0))
        elif self.padding not in ("same", "valid"):
            raise NetworkError(
                "padding-word", "knows padding 'same' and 'valid', not {word}", word=self.padding
            )
        elif self.padding == "same" and any(stride > 1 for stride in self.stride):
            raise NetworkError(
                "same-strided", "cannot keep the size with padding='same' and a stride"
            )

    @cached_property
    def windows(self) -> tuple[Window, ...]:
        """How the kernel moves, one window an axis."""
        if isinstance(self.padding, str):
            pads = [
                self._named_padding(k, d)
                for k, d in zip(self.kernel_size, self.dilation, strict=True)
            ]
        else:
            pads = [(p, p) for p in self.padding]
        return windows_of(self.kernel_size, self.stride, pads, self.dilation)

    def _named_padding(self, kernel: int, dilation: int) -> tuple[int, int]:
        if self.padding == "valid":
            return 0, 0
        # torch pads the odd place of 'same' behind.
        total = dilation * (kernel - 1)
        return total // 2, total - total // 2

    def output_shape(self, shape: Shape, rules: Rules) -> Shape:
        """C_out channels, and the places of the kernel along each axis."""
        require_map(shape, self.axes)
        require_channels(self.in_channels, shape[0])
        if self.padding_mode in ("reflect", "circular"):
            self._require_room_to_pad(shape)
        sides = [
            rules.window_count(rules, size, window)
            for size, window in zip(shape[1:], self.windows, strict=True)
        ]
        channels = rules.output_channels(shape[0], self.out_channels)
        return require_room((channels, *sides), shape)

    def _require_room_to_pad(self, shape: Shape) -> None:
        """Reflecting needs more pixels than it mirrors; a circle wraps round once at most."""
        slack = 1 if self.padding_mode == "reflect" else 0
        for size, window in zip(shape[1:], self.windows, strict=True):
            if max(window.before, window.after) > size - slack:
                raise NetworkError(
                    "padding-room", "cannot pad {size} pixels by {padding} in mode {mode}",
                    size=size, padding=max(window.before, window.after), mode=self.padding_mode,
                )  # fmt: skip

    def macs(self, shape: Shape, output: Shape, rules: Rules) -> int:
        """k·k·C_in/g·C_out at each position of the output."""
        products = self._products(shape, output, rules)
        count: int = rules.products_at(self, products, rules.positions(shape, output))
        return count

    def field(self, seen: Seen, _shape: Shape, _output: Shape, rules: Rules) -> Seen:
        """Each window adds its extent less one, in steps of the stride so far."""
        return through_windows(seen, self.windows, rules)


@dataclass(frozen=True)
class TransposedConvolution(WeightedKernel):
    """A transposed convolution: (i − 1)·s − 2p + d(k − 1) + output_padding + 1 places an axis."""

    in_channels: int
    out_channels: int
    kernel_size: Any
    stride: Any = 1
    padding: Any = 0
    output_padding: Any = 0
    groups: int = 1
    bias: bool = True
    dilation: Any = 1
    padding_mode: str = "zeros"

    def __post_init__(self) -> None:
        self._settle(kernel_size=1, stride=1, padding=0, output_padding=0, dilation=1)
        if self.padding_mode != "zeros":
            raise NetworkError("transposed-mode", "pads with zeros only")

    @cached_property
    def windows(self) -> tuple[Window, ...]:
        """The windows of the convolution this one turns round, one an axis."""
        pads = [(p, p) for p in self.padding]
        return windows_of(self.kernel_size, self.stride, pads, self.dilation)

    def output_shape(self, shape: Shape, rules: Rules) -> Shape:
        """C_out channels, and the side an equal convolution would have come from."""
        require_map(shape, self.axes)
        require_channels(self.in_channels, shape[0])
        for extra, window in zip(self.output_padding, self.windows, strict=True):
            if extra >= max(window.stride, window.dilation):
                raise NetworkError(
                    "output-padding",
                    "needs output_padding below the larger of stride and dilation, not {extra}",
                    extra=extra,
                )
        sides = [
            rules.transposed_size(size, window, extra)
            for size, window, extra in zip(
                shape[1:], self.windows, self.output_padding, strict=True
            )
        ]
        channels = rules.output_channels(shape[0], self.out_channels)
        # torch gives an empty map where the padding takes all of it, and refuses to take more.
        return require_room((channels, *sides), shape, least=0)

    def weight_shape(self, _rules: Rules) -> Shape:
        """Of torch's tensor, the other way round: input channels first."""
        shared = self.out_channels if self.groups == 1 else self.out_channels // self.groups
        return (self.in_channels, shared, *self.kernel_size)

    def macs(self, shape: Shape, output: Shape, rules: Rules) -> int:
        """k·k·C_in·C_out/g at each position of the input: every input pixel is spread once."""
        products = self._products(shape, output, rules)
        return products * math.prod(shape[1:])

    def field(self, seen: Seen, _shape: Shape, _output: Shape, _rules: Rules) -> Seen:
        """Units differ with their phase; see :func:`through_upsampling`."""
        return through_upsampling(seen, self.windows)


class Conv1d(Convolution):
    """torch.nn.Conv1d."""

    axes = 1


class Conv2d(Convolution):
    """torch.nn.Conv2d."""

    axes = 2


class Conv3d(Convolution):
    """torch.nn.Conv3d."""

    axes = 3


class ConvTranspose1d(TransposedConvolution):
    """torch.nn.ConvTranspose1d."""

    axes = 1


class ConvTranspose2d(TransposedConvolution):
    """torch.nn.ConvTranspose2d."""

    axes = 2


class ConvTranspose3d(TransposedConvolution):
    """torch.nn.ConvTranspose3d."""

    axes = 3


CONVOLUTIONS: tuple[type[Convolution | TransposedConvolution], ...] = (
    Conv1d, Conv2d, Conv3d, ConvTranspose1d, ConvTranspose2d, ConvTranspose3d,
)  # fmt: skip
KINDS: tuple[Kind, ...] = tuple(map(kind_of, CONVOLUTIONS))
