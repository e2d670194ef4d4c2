"""VGG (Simonyan and Zisserman, *Very Deep Convolutional Networks for Large-Scale Image
Recognition*, arXiv:1409.1556): nothing but 3×3 convolutions and 2×2 pools."""

from collections.abc import Callable, Collection, Mapping
from functools import partial

from quizapp.calc.graph import Builder, Network
from quizapp.calc.zoo.blocks import IMAGE, dense_to

CONVOLUTIONS = {11: (1, 1, 2, 2, 2), 13: (2, 2, 2, 2, 2), 16: (2, 2, 3, 3, 3), 19: (2, 2, 4, 4, 4)}
"""By depth (convolutions and three dense layers), how many stand before each pool: the
configurations A, B, D and E of the paper."""
WIDTHS = (64, 128, 256, 512, 512)


def features(
    net: Builder,
    depth: int,
    *,
    norm: bool = False,
    first_padding: int = 1,
    pools: int = 5,
    rounded_up: Collection[int] = (),
) -> list[int]:
    """The convolutions with the first so many pools; the place at which each block ends.

    ``rounded_up`` are the pools in ceil mode.
    """
    c_in, padding, ends = 3, first_padding, []
    for block, (width, count) in enumerate(zip(WIDTHS, CONVOLUTIONS[depth], strict=True), 1):
        net.part(f"conv{block}")
        for _ in range(count):
            net.layer("Conv2d", c_in, width, 3, padding=padding)
            if norm:
                net.layer("BatchNorm2d", width)
            net.layer("ReLU")
            c_in, padding = width, 1
        if block <= pools:
            net.layer("MaxPool2d", 2, **({"ceil_mode": True} if block in rounded_up else {}))
        ends.append(net.here)
    return ends


def vgg(depth: int, *, norm: bool = False) -> Network:
    """As torchvision has them, with biases also before a batch norm (names in ``_bn``), which came
    after the paper. VGG-16 has 13 convolutions and 3 dense layers, in which 89 % of its parameters
    lie."""
    net = Builder(*IMAGE)
    features(net, depth, norm=norm)
    net.part("classifier")
    net.layer("AdaptiveAvgPool2d", 7)
    net.layer("Flatten")
    dense_to(net, 512 * 7 * 7)
    return net.network()


NETWORKS: Mapping[str, Callable[[], Network]] = {
    **{f"vgg{depth}": partial(vgg, depth) for depth in CONVOLUTIONS},
    **{f"vgg{depth}_bn": partial(vgg, depth, norm=True) for depth in CONVOLUTIONS},
}
