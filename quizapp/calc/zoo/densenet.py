"""DenseNet (Huang, Liu, van der Maaten, Weinberger, *Densely Connected Convolutional Networks*,
arXiv:1608.06993): each layer sees the maps of all before it in its block."""

from collections.abc import Callable, Mapping
from functools import partial

from quizapp.calc.graph import Builder, Network
from quizapp.calc.zoo.blocks import IMAGE, averaged_to, conv_norm_relu


def densenet(growth: int, depths: tuple[int, ...]) -> Network:
    """DenseNet-BC as torchvision has it: batch norm, ReLU, convolution, in that order.

    A 1×1 of four times the growth stands before each 3×3; a transition halves channels (its 1×1)
    and sides (its pool). Blocks grow linearly: 64 + 32·6 = 256 channels leave the first of
    DenseNet-121. The depth counts convolutions and the linear layer.
    """
    net = Builder(*IMAGE)
    channels = 2 * growth
    net.part("stem")
    conv_norm_relu(net, 3, channels, 7, stride=2, padding=3)
    net.layer("MaxPool2d", 3, stride=2, padding=1)
    for block, depth in enumerate(depths, 1):
        maps = _dense_block(net, block, channels, growth, depth)
        channels += growth * depth
        net.part(f"transition{block}" if block < len(depths) else "head")
        net.layer("cat", after=maps)
        if block < len(depths):
            _norm_relu_conv(net, channels, channels // 2, 1)
            net.layer("AvgPool2d", 2)
            channels //= 2
    net.layer("BatchNorm2d", channels)
    net.layer("ReLU")
    averaged_to(net, channels)
    return net.network()


def _dense_block(
    net: Builder, block: int, channels: int, growth: int, depth: int
) -> tuple[int, ...]:
    """The maps that come in, and those each layer adds."""
    maps = [net.here]
    for layer in range(depth):
        net.part(f"denseblock{block}.{layer}")
        if layer > 0:
            net.layer("cat", after=tuple(maps))
        _norm_relu_conv(net, channels + layer * growth, 4 * growth, 1)
        maps.append(_norm_relu_conv(net, 4 * growth, growth, 3, padding=1))
    return tuple(maps)


def _norm_relu_conv(net: Builder, c_in: int, c_out: int, kernel: int, **padding: int) -> int:
    net.layer("BatchNorm2d", c_in)
    net.layer("ReLU")
    return net.layer("Conv2d", c_in, c_out, kernel, **padding, bias=False)


NETWORKS: Mapping[str, Callable[[], Network]] = {
    "densenet121": partial(densenet, 32, (6, 12, 24, 16)),
    "densenet161": partial(densenet, 48, (6, 12, 36, 24)),
    "densenet169": partial(densenet, 32, (6, 12, 32, 32)),
    "densenet201": partial(densenet, 32, (6, 12, 48, 32)),
}
