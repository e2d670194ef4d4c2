"""Small networks: SqueezeNet, MobileNet in three versions, EfficientNet."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple

from quizapp.calc.graph import Builder, Network
from quizapp.calc.zoo.blocks import (
    IMAGE,
    averaged_to,
    conv_norm,
    conv_norm_relu,
    conv_relu,
    strided,
)

_FIRES = {2: 16, 3: 16, 4: 32, 5: 32, 6: 48, 7: 48, 8: 64, 9: 64}
"""To how many channels each fire module squeezes; it expands to eight times as many."""


def squeezenet(channels: int, kernel: int, pools: tuple[int, ...]) -> Network:
    """Iandola et al., *SqueezeNet* (arXiv:1602.07360), as torchvision has it.

    A fire module squeezes with 1×1 and expands with 1×1 beside 3×3. ``squeezenet1_1`` is its
    authors' later version: 3×3 in front, pools earlier, 2.4 times fewer MACs. ``pools`` are the
    modules before which a pool stands.
    """
    net = Builder(*IMAGE)
    net.part("conv1")
    conv_relu(net, 3, channels, kernel, stride=2)
    for number, squeezed in _FIRES.items():
        if number in pools:
            net.layer("MaxPool2d", 3, stride=2, ceil_mode=True)
        net.part(f"fire{number}")
        entry = conv_relu(net, channels, squeezed, 1)
        one = conv_relu(net, squeezed, 4 * squeezed, 1)
        three = conv_relu(net, squeezed, 4 * squeezed, 3, padding=1, after=entry)
        net.layer("cat", after=(one, three))
        channels = 8 * squeezed
    net.part("head")
    net.layer("Dropout", 0.5)
    conv_relu(net, channels, 1000, 1)
    net.layer("AdaptiveAvgPool2d", 1)
    net.layer("Flatten")
    return net.network()


def mobilenet_v1() -> Network:
    """Howard et al., *MobileNets* (arXiv:1704.04861), table 1, width 1: depthwise 3×3, then 1×1.

    4,231,976 parameters and 569 million MACs, as the paper's 4.2 and 569; torchvision has none.
    """
    net = Builder(*IMAGE)
    net.part("stem")
    conv_norm_relu(net, 3, 32, 3, stride=2, padding=1)
    stages = [(64, 1), (128, 2), (128, 1), (256, 2), (256, 1), (512, 2)]
    stages += [(512, 1)] * 5 + [(1024, 2), (1024, 1)]
    c_in = 32
    for number, (c_out, stride) in enumerate(stages, 1):
        net.part(f"separable{number}")
        conv_norm_relu(net, c_in, c_in, 3, **strided(stride), padding=1, groups=c_in)
        conv_norm_relu(net, c_in, c_out, 1)
        c_in = c_out
    net.part("head")
    averaged_to(net, 1024)
    return net.network()


class Inverted(NamedTuple):
    """An inverted residual: 1×1 up, depthwise, a gate perhaps, 1×1 down without activation."""

    kernel: int
    expanded: int
    c_out: int
    stride: int = 1
    activation: str = "ReLU"
    squeezed: int = 0
    """Channels inside the squeeze-excite gate; 0 for none."""
    gate: tuple[str, str] = ("ReLU", "Hardsigmoid")
    """Activations inside and at the end of the gate."""


def _activated(net: Builder, activation: str, *args: int, **keywords: int) -> int:
    conv_norm(net, *args, **keywords)
    return net.layer(activation)


def _inverted(net: Builder, c_in: int, block: Inverted) -> int:
    """What comes in is added where neither channels nor size change."""
    kernel, wide, c_out, stride, activation, squeezed, gate = block
    entry = net.here
    if wide != c_in:
        _activated(net, activation, c_in, wide, 1)
    window = {**strided(stride), "padding": kernel // 2, "groups": wide}
    _activated(net, activation, wide, wide, kernel, **window)
    if squeezed:
        _squeeze_excite(net, wide, squeezed, gate)
    narrow = conv_norm(net, wide, c_out, 1)
    if stride == 1 and c_in == c_out:
        net.layer("add", after=(narrow, entry))
    return c_out


def _squeeze_excite(net: Builder, channels: int, squeezed: int, gate: tuple[str, str]) -> None:
    """Each channel times a number between 0 and 1 that the means of all of them decide."""
    entry = net.here
    net.layer("AdaptiveAvgPool2d", 1)
    net.layer("Conv2d", channels, squeezed, 1)
    net.layer(gate[0])
    net.layer("Conv2d", squeezed, channels, 1)
    net.layer("mul", after=(net.layer(gate[1]), entry))


def _blocks(net: Builder, c_in: int, blocks: list[Inverted]) -> int:
    for number, block in enumerate(blocks, 1):
        net.part(f"features.{number}")
        c_in = _inverted(net, c_in, block)
    return c_in


def mobilenet_v2() -> Network:
    """Sandler et al., *MobileNetV2: Inverted Residuals and Linear Bottlenecks*
    (arXiv:1801.04381), table 2, width 1, as torchvision has it."""
    blocks = [Inverted(3, 32, 16, 1, "ReLU6")]
    c_in = 16
    for expansion, c_out, count, stride in (
        (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1), (6, 160, 3, 2), (6, 320, 1, 1),
    ):  # fmt: skip
        for turn in range(count):
            first = turn == 0
            blocks.append(Inverted(3, expansion * c_in, c_out, stride if first else 1, "ReLU6"))
            c_in = c_out
    net = Builder(*IMAGE)
    net.part("features.0")
    _activated(net, "ReLU6", 3, 32, 3, stride=2, padding=1)
    channels = _blocks(net, 32, blocks)
    net.part("features.18")
    _activated(net, "ReLU6", channels, 1280, 1)
    net.part("head")
    averaged_to(net, 1280, dropout=0.2)
    return net.network()


_HARD = "Hardswish"
_LARGE = [
    Inverted(3, 16, 16),
    Inverted(3, 64, 24, 2),
    Inverted(3, 72, 24),
    Inverted(5, 72, 40, 2, squeezed=24),
    Inverted(5, 120, 40, squeezed=32),
    Inverted(5, 120, 40, squeezed=32),
    Inverted(3, 240, 80, 2, _HARD),
    Inverted(3, 200, 80, 1, _HARD),
    Inverted(3, 184, 80, 1, _HARD),
    Inverted(3, 184, 80, 1, _HARD),
    Inverted(3, 480, 112, 1, _HARD, 120),
    Inverted(3, 672, 112, 1, _HARD, 168),
    Inverted(5, 672, 160, 2, _HARD, 168),
    Inverted(5, 960, 160, 1, _HARD, 240),
    Inverted(5, 960, 160, 1, _HARD, 240),
]
_SMALL = [
    Inverted(3, 16, 16, 2, squeezed=8),
    Inverted(3, 72, 24, 2),
    Inverted(3, 88, 24),
    Inverted(5, 96, 40, 2, _HARD, 24),
    Inverted(5, 240, 40, 1, _HARD, 64),
    Inverted(5, 240, 40, 1, _HARD, 64),
    Inverted(5, 120, 48, 1, _HARD, 32),
    Inverted(5, 144, 48, 1, _HARD, 40),
    Inverted(5, 288, 96, 2, _HARD, 72),
    Inverted(5, 576, 96, 1, _HARD, 144),
    Inverted(5, 576, 96, 1, _HARD, 144),
]


def mobilenet_v3(blocks: list[Inverted], last: int, hidden: int) -> Network:
    """Howard et al., *Searching for MobileNetV3* (arXiv:1905.02244), tables 1 and 2, as
    torchvision has it.

    Gates squeeze to a quarter, rounded to a multiple of 8. Receptive fields are those of the whole
    map behind the first gate; ``gates=False`` leaves the gates out.
    """
    net = Builder(*IMAGE)
    net.part("features.0")
    _activated(net, _HARD, 3, 16, 3, stride=2, padding=1)
    channels = _blocks(net, 16, blocks)
    net.part(f"features.{len(blocks) + 1}")
    _activated(net, _HARD, channels, last, 1)
    net.part("head")
    net.layer("AdaptiveAvgPool2d", 1)
    net.layer("Flatten")
    net.layer("Linear", last, hidden)
    net.layer(_HARD)
    net.layer("Dropout", 0.2)
    net.layer("Linear", hidden, 1000)
    return net.network()


def efficientnet_b0() -> Network:
    """Tan and Le, *EfficientNet* (arXiv:1905.11946), table 1, as torchvision has it.

    Gates squeeze to a quarter of what comes into the block, before its expansion; stochastic depth,
    which changes no size, is left out.
    """
    blocks = []
    c_in = 32
    for expansion, kernel, stride, c_out, count in (
        (1, 3, 1, 16, 1), (6, 3, 2, 24, 2), (6, 5, 2, 40, 2), (6, 3, 2, 80, 3), (6, 5, 1, 112, 3),
        (6, 5, 2, 192, 4), (6, 3, 1, 320, 1),
    ):  # fmt: skip
        for turn in range(count):
            step = stride if turn == 0 else 1
            gate = ("SiLU", "Sigmoid")
            blocks.append(Inverted(kernel, expansion * c_in, c_out, step, "SiLU", c_in // 4, gate))
            c_in = c_out
    net = Builder(*IMAGE)
    net.part("features.0")
    _activated(net, "SiLU", 3, 32, 3, stride=2, padding=1)
    channels = _blocks(net, 32, blocks)
    net.part(f"features.{len(blocks) + 1}")
    _activated(net, "SiLU", channels, 1280, 1)
    net.part("head")
    averaged_to(net, 1280, dropout=0.2)
    return net.network()


NETWORKS: Mapping[str, Callable[[], Network]] = {
    "squeezenet1_0": partial(squeezenet, 96, 7, (2, 5, 9)),
    "squeezenet1_1": partial(squeezenet, 64, 3, (2, 4, 6)),
    "mobilenet_v1": mobilenet_v1,
    "mobilenet_v2": mobilenet_v2,
    "mobilenet_v3_large": partial(mobilenet_v3, _LARGE, 960, 1280),
    "mobilenet_v3_small": partial(mobilenet_v3, _SMALL, 576, 1024),
    "efficientnet_b0": efficientnet_b0,
}
