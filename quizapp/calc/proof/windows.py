"""Windows as places on a line: where the taps lie, and where a window may start."""

from functools import singledispatch
from typing import Any, NamedTuple

from quizapp.calc.layers.convolution import Convolution, TransposedConvolution
from quizapp.calc.layers.layer import Layer
from quizapp.calc.layers.pooling import AveragePool, MaxPool, MaxUnpool
from quizapp.calc.proof.unproved import unproved


class Sliding(NamedTuple):
    """A kernel on one axis: its taps, counted from the first, and how it is laid on the line."""

    taps: range
    stride: int = 1
    before: int = 0
    after: int = 0
    partial: bool = False
    """Ceil mode: the last window may reach past the end by less than a stride."""


@singledispatch
def sliding(layer: Layer) -> tuple[Sliding, ...]:
    """The kernel of a layer, axis by axis."""
    unproved(layer, "windows")


@sliding.register
def _(layer: Convolution) -> tuple[Sliding, ...]:
    rows = taps_of(layer)
    if isinstance(layer.padding, str):
        pads = [_dealt(taps) if layer.padding == "same" else (0, 0) for taps in rows]
    else:
        pads = [(padding, padding) for padding in layer.padding]
    return tuple(
        Sliding(taps, stride, before, after)
        for taps, stride, (before, after) in zip(rows, layer.stride, pads, strict=True)
    )


@sliding.register
def _(layer: TransposedConvolution) -> tuple[Sliding, ...]:
    return tuple(
        Sliding(taps, stride, padding, padding)
        for taps, stride, padding in zip(taps_of(layer), layer.stride, layer.padding, strict=True)
    )


@sliding.register
def _(layer: MaxUnpool) -> tuple[Sliding, ...]:
    sizes = zip(layer.kernel_size, layer.stride, layer.padding, strict=True)
    return tuple(Sliding(range(size), stride, p, p) for size, stride, p in sizes)


@sliding.register(MaxPool)
@sliding.register(AveragePool)
def _(layer: MaxPool | AveragePool) -> tuple[Sliding, ...]:
    return tuple(
        Sliding(taps, stride, padding, padding, layer.ceil_mode)
        for taps, stride, padding in zip(taps_of(layer), layer.stride, layer.padding, strict=True)
    )


def starts(window: Sliding, size: int) -> range:
    """The places at which a window may start on a line of ``size``, its padding on either side."""
    reach = window.taps[-1]
    behind = size + window.after - reach
    if window.partial:
        # A start in the padding behind would look at nothing of the line.
        behind = min(size, behind + window.stride - 1)
    return range(-window.before, behind, window.stride)


def written(window: Sliding, size: int, extra: int) -> range:
    """The places a transposed window writes to, its padding cut off and ``extra`` put behind."""
    last = range(0, size * window.stride, window.stride)[-1] + window.taps[-1]
    return range(window.before, last + 1 - window.after + extra)


def taps_of(layer: Any) -> list[range]:
    """The taps of a kernel axis by axis, counted from its first."""
    return [
        range(0, size * gap, gap)
        for size, gap in zip(layer.kernel_size, layer.dilation, strict=True)
    ]


def _dealt(taps: range) -> tuple[int, int]:
    """The places a kernel would lose, dealt out in turn: behind, before, behind …"""
    lost = range(taps[-1])
    return len(lost[1::2]), len(lost[0::2])
