"""GoogLeNet and Inception v3: branches of several kernel sizes, put behind one another."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from quizapp.calc.graph import Builder, Network
from quizapp.calc.zoo.blocks import IMAGE, averaged_to, conv_norm_relu, conv_relu

# Channels in, then of the branches: 1×1; 1×1 and 3×3; 1×1 and 5×5; 1×1 behind the pool.
_INCEPTIONS = {
    "3a": (192, 64, 96, 128, 16, 32, 32),
    "3b": (256, 128, 128, 192, 32, 96, 64),
    "4a": (480, 192, 96, 208, 16, 48, 64),
    "4b": (512, 160, 112, 224, 24, 64, 64),
    "4c": (512, 128, 128, 256, 24, 64, 64),
    "4d": (512, 112, 144, 288, 32, 64, 64),
    "4e": (528, 256, 160, 320, 32, 128, 128),
    "5a": (832, 256, 160, 320, 32, 128, 128),
    "5b": (832, 384, 192, 384, 48, 128, 128),
}
Conv = Callable[..., int]


def googlenet_2014() -> Network:
    """Szegedy et al., *Going Deeper with Convolutions* (arXiv:1409.4842), table 1.

    As published: biases, no batch norm, real 5×5 branches, 3×3 pools that round up, local response
    norms. The two auxiliary classifiers, which only training uses, are left out.
    """
    net = Builder(*IMAGE)
    net.part("stem")
    conv_relu(net, 3, 64, 7, stride=2, padding=3)
    net.layer("MaxPool2d", 3, stride=2, ceil_mode=True)
    net.layer("LocalResponseNorm", 5)
    conv_relu(net, 64, 64, 1)
    conv_relu(net, 64, 192, 3, padding=1)
    net.layer("LocalResponseNorm", 5)
    net.layer("MaxPool2d", 3, stride=2, ceil_mode=True)
    _inceptions(net, conv_relu, five=5, last_pool=3)
    net.part("head")
    net.layer("AvgPool2d", 7)
    net.layer("Flatten")
    net.layer("Dropout", 0.4)
    net.layer("Linear", 1024, 1000)
    return net.network()


def googlenet() -> Network:
    """torchvision's GoogLeNet: batch norm in place of biases, and 3×3 in the branches that the
    paper gives 5×5 (carried over from TensorFlow's model). Without the auxiliary classifiers."""
    net = Builder(*IMAGE)
    net.part("stem")
    conv_norm_relu(net, 3, 64, 7, stride=2, padding=3)
    net.layer("MaxPool2d", 3, stride=2, ceil_mode=True)
    conv_norm_relu(net, 64, 64, 1)
    conv_norm_relu(net, 64, 192, 3, padding=1)
    net.layer("MaxPool2d", 3, stride=2, ceil_mode=True)
    _inceptions(net, conv_norm_relu, five=3, last_pool=2)
    net.part("head")
    averaged_to(net, 1024, dropout=0.2)
    return net.network()


def _inceptions(net: Builder, conv: Conv, *, five: int, last_pool: int) -> None:
    """The nine modules with the pools between; ``five`` is the kernel of the 5×5 branches."""
    for name, widths in _INCEPTIONS.items():
        if name in ("4a", "5a"):
            net.layer("MaxPool2d", 3 if name == "4a" else last_pool, stride=2, ceil_mode=True)
        net.part(f"inception{name}")
        c_in, one, three_in, three, five_in, wide, pooled = widths
        entry = net.here
        branches = [conv(net, c_in, one, 1)]
        conv(net, c_in, three_in, 1, after=entry)
        branches.append(conv(net, three_in, three, 3, padding=1))
        conv(net, c_in, five_in, 1, after=entry)
        branches.append(conv(net, five_in, wide, five, padding=five // 2))
        net.layer("MaxPool2d", 3, stride=1, padding=1, ceil_mode=True, after=entry)
        branches.append(conv(net, c_in, pooled, 1))
        net.layer("cat", after=tuple(branches))


Step = tuple[Any, ...]
"""Channels out, kernel, and where they are not 1 and 0 stride and padding, of one convolution."""


def _branch(net: Builder, c_in: int, *steps: Step, after: int) -> int:
    """Convolutions with batch norm one after another."""
    for number, (c_out, kernel, *more) in enumerate(steps):
        keywords = dict(zip(("padding", "stride"), more, strict=False))
        conv_norm_relu(net, c_in, c_out, kernel, **keywords, after=None if number else after)
        c_in = c_out
    return net.here


def _pooled(net: Builder, c_in: int, c_out: int, after: int) -> int:
    pool = net.layer("AvgPool2d", 3, stride=1, padding=1, after=after)
    return _branch(net, c_in, (c_out, 1), after=pool)


def _module_a(net: Builder, c_in: int, pooled: int) -> int:
    """35×35: 1×1, 5×5 and two 3×3, as in figure 5 of the paper."""
    entry = net.here
    branches = (
        _branch(net, c_in, (64, 1), after=entry),
        _branch(net, c_in, (48, 1), (64, 5, 2), after=entry),
        _branch(net, c_in, (64, 1), (96, 3, 1), (96, 3, 1), after=entry),
        _pooled(net, c_in, pooled, entry),
    )
    net.layer("cat", after=branches)
    return 224 + pooled


def _module_b(net: Builder, c_in: int) -> int:
    """To 17×17."""
    entry = net.here
    branches = (
        _branch(net, c_in, (384, 3, 0, 2), after=entry),
        _branch(net, c_in, (64, 1), (96, 3, 1), (96, 3, 0, 2), after=entry),
        net.layer("MaxPool2d", 3, stride=2, after=entry),
    )
    net.layer("cat", after=branches)
    return c_in + 480


def _module_c(net: Builder, c_in: int, inner: int) -> int:
    """17×17: 7×7 in two halves, 1×7 and 7×1 (figure 6)."""
    entry = net.here
    row, column = ((1, 7), (0, 3)), ((7, 1), (3, 0))
    branches = (
        _branch(net, c_in, (192, 1), after=entry),
        _branch(net, c_in, (inner, 1), (inner, *row), (192, *column), after=entry),
        _branch(
            net, c_in, (inner, 1), (inner, *column), (inner, *row), (inner, *column), (192, *row),
            after=entry,
        ),
        _pooled(net, c_in, 192, entry),
    )  # fmt: skip
    net.layer("cat", after=branches)
    return 768


def _module_d(net: Builder, c_in: int) -> int:
    """To 8×8."""
    entry = net.here
    row, column = ((1, 7), (0, 3)), ((7, 1), (3, 0))
    branches = (
        _branch(net, c_in, (192, 1), (320, 3, 0, 2), after=entry),
        _branch(net, c_in, (192, 1), (192, *row), (192, *column), (192, 3, 0, 2), after=entry),
        net.layer("MaxPool2d", 3, stride=2, after=entry),
    )
    net.layer("cat", after=branches)
    return c_in + 512


def _module_e(net: Builder, c_in: int) -> int:
    """8×8: 3×3 beside itself, as 1×3 and 3×1 (figure 7)."""
    entry = net.here
    one = _branch(net, c_in, (320, 1), after=entry)
    three = _split(net, _branch(net, c_in, (384, 1), after=entry))
    double = _split(net, _branch(net, c_in, (448, 1), (384, 3, 1), after=entry))
    net.layer("cat", after=(one, three, double, _pooled(net, c_in, 192, entry)))
    return 2048


def _split(net: Builder, entry: int) -> int:
    halves = [
        _branch(net, 384, (384, kernel, padding), after=entry)
        for kernel, padding in (((1, 3), (0, 1)), ((3, 1), (1, 0)))
    ]
    return net.layer("cat", after=tuple(halves))


def inception_v3(*, auxiliary: bool) -> Network:
    """Szegedy et al., *Rethinking the Inception Architecture for Computer Vision*
    (arXiv:1512.00567), as torchvision has it, for 299×299.

    ``inception_v3`` is the network that is used (torchvision's with ``aux_logits=False``);
    ``inception_v3_aux`` has the auxiliary classifier of training beside it, as the published
    weights do: 27,161,264 parameters in place of 23,834,568.
    """
    net = Builder(3, 299, 299)
    net.part("stem")
    conv_norm_relu(net, 3, 32, 3, stride=2)
    conv_norm_relu(net, 32, 32, 3)
    conv_norm_relu(net, 32, 64, 3, padding=1)
    net.layer("MaxPool2d", 3, stride=2)
    conv_norm_relu(net, 64, 80, 1)
    conv_norm_relu(net, 80, 192, 3)
    net.layer("MaxPool2d", 3, stride=2)
    channels = 192
    for name, module in _MODULES.items():
        net.part(f"Mixed_{name}")
        channels = module(net, channels)
        if auxiliary and name == "6e":
            entry = net.here
            _auxiliary_head(net, channels)
            net.here = entry
    net.part("head")
    averaged_to(net, channels, dropout=0.5)
    return net.network()


_MODULES: Mapping[str, Callable[[Builder, int], int]] = {
    "5b": partial(_module_a, pooled=32),
    "5c": partial(_module_a, pooled=64),
    "5d": partial(_module_a, pooled=64),
    "6a": _module_b,
    "6b": partial(_module_c, inner=128),
    "6c": partial(_module_c, inner=160),
    "6d": partial(_module_c, inner=160),
    "6e": partial(_module_c, inner=192),
    "7a": _module_d,
    "7b": _module_e,
    "7c": _module_e,
}


def _auxiliary_head(net: Builder, channels: int) -> None:
    net.part("aux")
    net.layer("AvgPool2d", 5, stride=3)
    conv_norm_relu(net, channels, 128, 1)
    conv_norm_relu(net, 128, 768, 5)
    averaged_to(net, 768)


NETWORKS: Mapping[str, Callable[[], Network]] = {
    "googlenet_2014": googlenet_2014,
    "googlenet": googlenet,
    "inception_v3": partial(inception_v3, auxiliary=False),
    "inception_v3_aux": partial(inception_v3, auxiliary=True),
}
