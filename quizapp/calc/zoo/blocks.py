"""What many architectures are made of."""

from typing import Any

from quizapp.calc.graph import Builder

IMAGE = (3, 224, 224)
"""What networks for ImageNet are fed, unless they say otherwise."""


def strided(stride: int) -> dict[str, int]:
    """The stride as a keyword; none where it is 1, which goes without saying."""
    return {} if stride == 1 else {"stride": stride}


def conv_relu(net: Builder, *args: Any, after: int | None = None, **keywords: Any) -> int:
    """A convolution with these arguments, and a ReLU."""
    net.layer("Conv2d", *args, **keywords, after=after)
    return net.layer("ReLU")


def conv_norm(
    net: Builder, c_in: int, c_out: int, *args: Any, after: int | None = None, **keywords: Any
) -> int:
    """A convolution with these arguments but without a bias, and the batch norm that has one."""
    net.layer("Conv2d", c_in, c_out, *args, **keywords, bias=False, after=after)
    return net.layer("BatchNorm2d", c_out)


def conv_norm_relu(net: Builder, *args: Any, **keywords: Any) -> int:
    """A convolution without a bias, its batch norm, and a ReLU."""
    conv_norm(net, *args, **keywords)
    return net.layer("ReLU")


def dense_to(net: Builder, features: int, classes: int = 1000) -> int:
    """The usual head before 2014: two layers of 4096 with dropout, and one for the classes."""
    for width in (features, 4096):
        net.layer("Linear", width, 4096)
        net.layer("ReLU")
        net.layer("Dropout", 0.5)
    return net.layer("Linear", 4096, classes)


def averaged_to(net: Builder, features: int, *, dropout: float = 0) -> int:
    """The usual head since 2014: the mean of each map, and one linear layer to 1000 classes."""
    net.layer("AdaptiveAvgPool2d", 1)
    net.layer("Flatten")
    if dropout:
        net.layer("Dropout", dropout)
    return net.layer("Linear", features, 1000)
