"""Whole architectures by name, each a short builder with its convention and source.

A network that torchvision has goes by torchvision's name and agrees with it number for number;
the others, and versions that differ from torchvision's, say in their docstring what they follow.
An architecture is built when it is asked for, and its file read then.
"""

from collections.abc import Mapping
from importlib import import_module

from quizapp.calc.graph import Network
from quizapp.errors import NetworkError
from quizapp.expressions import nearest

_FAMILIES: Mapping[str, tuple[str, ...]] = {
    "classic": ("lenet5_1998", "lenet5", "alexnet_2012", "alexnet", "zfnet", "nin"),
    "vgg": (
        "vgg11", "vgg13", "vgg16", "vgg19", "vgg11_bn", "vgg13_bn", "vgg16_bn", "vgg19_bn",
    ),
    "inception": ("googlenet_2014", "googlenet", "inception_v3", "inception_v3_aux"),
    "resnet": (
        "resnet18", "resnet34", "resnet50", "resnet101", "resnet152", "resnet50_v1",
        "resnet101_v1", "resnet152_v1", "resnext50_32x4d", "wide_resnet50_2",
    ),
    "densenet": ("densenet121", "densenet161", "densenet169", "densenet201"),
    "mobile": (
        "squeezenet1_0", "squeezenet1_1", "mobilenet_v1", "mobilenet_v2", "mobilenet_v3_large",
        "mobilenet_v3_small", "efficientnet_b0",
    ),
    "modern": ("convnext_tiny", "vit_b_16"),
    "segmentation": (
        "fcn32s", "fcn16s", "fcn8s", "fcn_resnet50", "fcn_resnet50_aux", "unet", "segnet",
        "deeplabv3_head", "deeplabv3_resnet50",
    ),
    "detection": (
        "rcnn_alexnet", "sppnet", "fast_rcnn_head", "rpn_vgg16", "yolo_v1",
        "ssd300_vgg16_backbone", "ssd300_vgg16",
    ),
}  # fmt: skip
"""The file of each family, and the names in it."""


def names() -> tuple[str, ...]:
    """All names, family by family."""
    return tuple(name for family in _FAMILIES.values() for name in family)


def network(name: str) -> Network:
    """The architecture of that name, built anew. Raises NetworkError where there is none."""
    for family, members in _FAMILIES.items():
        if name in members:
            built: Network = import_module(f"{__name__}.{family}").NETWORKS[name]()
            return built
    guess = nearest(name, names())
    if guess is None:
        raise NetworkError(
            "no-network", "no architecture is named `{name}`; there are {names}",
            name=name, names=", ".join(names()),
        )  # fmt: skip
    raise NetworkError(
        "no-network-guess", "no architecture is named `{name}`; did you mean `{guess}`?",
        name=name, guess=guess,
    )  # fmt: skip


__all__ = ["names", "network"]
