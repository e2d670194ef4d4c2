"""From LeNet to Network in Network: the networks before 2014."""

from collections.abc import Callable, Mapping

from quizapp.calc.graph import Builder, Network
from quizapp.calc.zoo.blocks import IMAGE, conv_relu, dense_to

_C3_TABLE = (
    (0, 1, 2), (1, 2, 3), (2, 3, 4), (3, 4, 5), (4, 5, 0), (5, 0, 1),
    (0, 1, 2, 3), (1, 2, 3, 4), (2, 3, 4, 5), (3, 4, 5, 0), (4, 5, 0, 1), (5, 0, 1, 2),
    (0, 1, 3, 4), (1, 2, 4, 5), (0, 2, 3, 5), (0, 1, 2, 3, 4, 5),
)  # fmt: skip
"""Which maps of S2 each of the 16 maps of C3 sees (table I of the paper)."""


def lenet5_1998() -> Network:
    """LeCun, Bottou, Bengio, Haffner, *Gradient-based learning applied to document recognition*
    (1998), for 32×32 grey digits.

    As published: the pools have a coefficient and a bias a map (here a 1×1 convolution with a
    group each), C3 sees shares of S2 by a table, and 60,000 numbers are learned. Left out are the
    ten units behind F6, which measure distances to fixed prototypes and learn nothing.
    """
    net = Builder(1, 32, 32)
    net.part("C1")
    net.layer("Conv2d", 1, 6, 5)
    net.part("S2")
    seen = _subsampled(net, 6)
    maps = []
    for number, share in enumerate(_C3_TABLE):
        net.part(f"C3.map{number}")
        parts = [net.layer("narrow", 1, channel, 1, after=seen) for channel in share]
        net.layer("cat", after=tuple(parts))
        maps.append(net.layer("Conv2d", len(share), 1, 5))
    net.part("C3")
    net.layer("cat", after=tuple(maps))
    net.part("S4")
    _subsampled(net, 16)
    net.part("C5")
    net.layer("Conv2d", 16, 120, 5)
    net.layer("Tanh")
    net.layer("Flatten")
    net.part("F6")
    net.layer("Linear", 120, 84)
    net.layer("Tanh")
    return net.network()


def _subsampled(net: Builder, channels: int) -> int:
    """The mean of four, times a coefficient, plus a bias, squashed."""
    net.layer("AvgPool2d", 2)
    net.layer("Conv2d", channels, channels, 1, groups=channels)
    return net.layer("Tanh")


def lenet5() -> Network:
    """LeNet-5 as it is written today: plain average pools, a C3 that sees all maps, ten outputs.

    61,706 parameters, as in *Dive into Deep Learning* (whose sigmoids are tanh here, and C5 is a
    convolution, as in the paper).
    """
    net = Builder(1, 32, 32)
    for c_in, c_out in ((1, 6), (6, 16)):
        net.layer("Conv2d", c_in, c_out, 5)
        net.layer("Tanh")
        net.layer("AvgPool2d", 2)
    net.layer("Conv2d", 16, 120, 5)
    net.layer("Tanh")
    net.layer("Flatten")
    net.layer("Linear", 120, 84)
    net.layer("Tanh")
    net.layer("Linear", 84, 10)
    return net.network()


def alexnet_2012() -> Network:
    """Krizhevsky, Sutskever, Hinton, *ImageNet Classification with Deep Convolutional Neural
    Networks* (2012), in Caffe's reckoning.

    The two GPUs of the paper are two groups; the input is 227×227, for with the 224 of the text
    the first layer would not come to 55×55. 60,965,224 parameters.
    """
    net = Builder(3, 227, 227)
    krizhevsky_features(net)
    net.part("classifier")
    net.layer("Flatten")
    dense_to(net, 256 * 6 * 6)
    return net.network()


def krizhevsky_features(net: Builder) -> None:
    """The five convolutions: pools overlap, and the first two are normalized across channels."""
    net.part("features")
    conv_relu(net, 3, 96, 11, stride=4)
    net.layer("LocalResponseNorm", 5)
    net.layer("MaxPool2d", 3, stride=2)
    conv_relu(net, 96, 256, 5, padding=2, groups=2)
    net.layer("LocalResponseNorm", 5)
    net.layer("MaxPool2d", 3, stride=2)
    conv_relu(net, 256, 384, 3, padding=1)
    conv_relu(net, 384, 384, 3, padding=1, groups=2)
    conv_relu(net, 384, 256, 3, padding=1, groups=2)
    net.layer("MaxPool2d", 3, stride=2)


def alexnet() -> Network:
    """torchvision's AlexNet, after Krizhevsky, *One weird trick for parallelizing convolutional
    neural networks* (arXiv:1404.5997): no groups, no normalization, 224×224, narrower layers."""
    net = Builder(*IMAGE)
    net.part("features")
    conv_relu(net, 3, 64, 11, stride=4, padding=2)
    net.layer("MaxPool2d", 3, stride=2)
    conv_relu(net, 64, 192, 5, padding=2)
    net.layer("MaxPool2d", 3, stride=2)
    conv_relu(net, 192, 384, 3, padding=1)
    conv_relu(net, 384, 256, 3, padding=1)
    conv_relu(net, 256, 256, 3, padding=1)
    net.layer("MaxPool2d", 3, stride=2)
    net.part("classifier")
    net.layer("AdaptiveAvgPool2d", 6)
    net.layer("Flatten")
    for width in (256 * 6 * 6, 4096):
        net.layer("Dropout", 0.5)
        net.layer("Linear", width, 4096)
        net.layer("ReLU")
    net.layer("Linear", 4096, 1000)
    return net.network()


def zfnet() -> Network:
    """Zeiler and Fergus, *Visualizing and Understanding Convolutional Networks*
    (arXiv:1311.2901): AlexNet with 7×7 stride 2 in place of 11×11 stride 4, and no groups.

    Padding, which the paper does not state, is what its map sizes 110, 55, 26, 13, 6 call for.
    """
    net = Builder(*IMAGE)
    zeiler_features(net)
    net.layer("MaxPool2d", 3, stride=2)
    net.part("classifier")
    net.layer("Flatten")
    dense_to(net, 256 * 6 * 6)
    return net.network()


def zeiler_features(net: Builder) -> int:
    """The five convolutions; the place of the last."""
    net.part("features")
    conv_relu(net, 3, 96, 7, stride=2, padding=1)
    net.layer("MaxPool2d", 3, stride=2, padding=1)
    net.layer("LocalResponseNorm", 5)
    conv_relu(net, 96, 256, 5, stride=2)
    net.layer("MaxPool2d", 3, stride=2, padding=1)
    net.layer("LocalResponseNorm", 5)
    conv_relu(net, 256, 384, 3, padding=1)
    conv_relu(net, 384, 384, 3, padding=1)
    return conv_relu(net, 384, 256, 3, padding=1)


def nin() -> Network:
    """Lin, Chen, Yan, *Network In Network* (arXiv:1312.4400), the ImageNet model of its authors.

    Each convolution is followed by two of 1×1; the last map has a channel a class, whose means
    are the outputs: there is no dense layer.
    """
    net = Builder(*IMAGE)
    for number, (first, inner, last) in enumerate(
        (
            ((3, 96, 11, 4, 0), 96, 96),
            ((96, 256, 5, 1, 2), 256, 256),
            ((256, 384, 3, 1, 1), 384, 384),
            ((384, 1024, 3, 1, 1), 1024, 1000),
        ),
        1,
    ):
        net.part(f"mlpconv{number}")
        c_in, c_out, kernel, stride, padding = first
        conv_relu(net, c_in, c_out, kernel, stride=stride, padding=padding)
        conv_relu(net, c_out, inner, 1)
        conv_relu(net, inner, last, 1)
        if number < 4:
            net.layer("MaxPool2d", 3, stride=2)
    net.part("head")
    net.layer("AdaptiveAvgPool2d", 1)
    net.layer("Flatten")
    return net.network()


NETWORKS: Mapping[str, Callable[[], Network]] = {
    "lenet5_1998": lenet5_1998,
    "lenet5": lenet5,
    "alexnet_2012": alexnet_2012,
    "alexnet": alexnet,
    "zfnet": zfnet,
    "nin": nin,
}
