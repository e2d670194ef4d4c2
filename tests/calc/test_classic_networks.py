"""Classic architectures written in the notation, against torch's count of them layer by layer.

LeNet-5 of 1998, with its partly connected C3, and the U-Net of 2015, with its crops, are held
against the zoo's (``tests/calc/zoo``). Rows that change neither shape nor count
(local response norm, ReLU, identity) are not compared.
"""

from typing import Any

import pytest

from quizapp.calc import proof, read_network, trace
from tests.calc.torch_truth import read

SILENT = ("LocalResponseNorm", "ReLU", "Tanh", "Identity", "add", "cat")
HEAD = ["Flatten()", "Linear(9216, 4096), ReLU(), Linear(4096, 4096), ReLU(), Linear(4096, 1000)"]


def alexnet(groups: int) -> list[Any]:
    return [
        "Conv2d(3, 96, 11, stride=4), ReLU(), MaxPool2d(3, 2)",
        f"Conv2d(96, 256, 5, padding=2, groups={groups}), ReLU(), MaxPool2d(3, 2)",
        "Conv2d(256, 384, 3, padding=1), ReLU()",
        f"Conv2d(384, 384, 3, padding=1, groups={groups}), ReLU()",
        f"Conv2d(384, 256, 3, padding=1, groups={groups}), ReLU(), MaxPool2d(3, 2)",
        *HEAD,
    ]


ZFNET = [
    "Conv2d(3, 96, 7, stride=2, padding=1), ReLU(), MaxPool2d(3, 2, padding=1)",
    "Conv2d(96, 256, 5, stride=2), ReLU(), MaxPool2d(3, 2, padding=1)",
    "Conv2d(256, 384, 3, padding=1), ReLU(), Conv2d(384, 384, 3, padding=1), ReLU()",
    "Conv2d(384, 256, 3, padding=1), ReLU(), MaxPool2d(3, 2)",
    *HEAD,
]

LENET_MODERN = """
    Conv2d(1, 6, 5), Tanh(), AvgPool2d(2)
    Conv2d(6, 16, 5), Tanh(), AvgPool2d(2)
    Conv2d(16, 120, 5), Tanh()
    Flatten()
    Linear(120, 84), Tanh(), Linear(84, 10)
"""
LENET_TUTORIAL = """
    Conv2d(3, 6, 5), ReLU(), MaxPool2d(2), Conv2d(6, 16, 5), ReLU(), MaxPool2d(2)
    Flatten(), Linear(400, 120), ReLU(), Linear(120, 84), ReLU(), Linear(84, 10)
"""
LENET_CAFFE = """
    Conv2d(1, 20, 5), MaxPool2d(2), Conv2d(20, 50, 5), MaxPool2d(2)
    Flatten(), Linear(800, 500), ReLU(), Linear(500, 10)
"""


def network_in_network() -> list[Any]:
    def mlpconv(first: str, channels: int, last: int) -> str:
        after = "Conv2d({0}, {0}, 1), ReLU(), Conv2d({0}, {1}, 1), ReLU()"
        return f"{first}, ReLU(), {after.format(channels, last)}"

    pool = "MaxPool2d(3, 2)"
    return [
        mlpconv("Conv2d(3, 96, 11, stride=4)", 96, 96), pool,
        mlpconv("Conv2d(96, 256, 5, padding=2)", 256, 256), pool,
        mlpconv("Conv2d(256, 384, 3, padding=1)", 384, 384), pool,
        mlpconv("Conv2d(384, 1024, 3, padding=1)", 1024, 1000),
        "AdaptiveAvgPool2d(1), Flatten()",
    ]  # fmt: skip


def inception(c_in: int, *widths: int) -> dict[str, Any]:
    one, three_in, three, five_in, five, pooled = widths
    return {
        "cat": [
            f"Conv2d({c_in}, {one}, 1)",
            f"Conv2d({c_in}, {three_in}, 1), Conv2d({three_in}, {three}, 3, padding=1)",
            f"Conv2d({c_in}, {five_in}, 1), Conv2d({five_in}, {five}, 5, padding=2)",
            f"MaxPool2d(3, 1, padding=1), Conv2d({c_in}, {pooled}, 1)",
        ]
    }


def googlenet() -> list[Any]:
    pool = "MaxPool2d(3, 2, ceil_mode=True)"
    return [
        "Conv2d(3, 64, 7, stride=2, padding=3)", pool,
        "Conv2d(64, 64, 1), Conv2d(64, 192, 3, padding=1)", pool,
        inception(192, 64, 96, 128, 16, 32, 32), inception(256, 128, 128, 192, 32, 96, 64), pool,
        inception(480, 192, 96, 208, 16, 48, 64), inception(512, 160, 112, 224, 24, 64, 64),
        inception(512, 128, 128, 256, 24, 64, 64), inception(512, 112, 144, 288, 32, 64, 64),
        inception(528, 256, 160, 320, 32, 128, 128), pool,
        inception(832, 256, 160, 320, 32, 128, 128), inception(832, 384, 192, 384, 48, 128, 128),
        "AvgPool2d(7), Flatten(), Dropout(0.4), Linear(1024, 1000)",
    ]  # fmt: skip


def resnet50(strided: int) -> list[Any]:
    """``strided``: which convolution of a bottleneck takes the stride, the first or the second."""

    def bottleneck(c_in: int, width: int, stride: int) -> list[Any]:
        first, second = (stride, 1) if strided == 0 else (1, stride)
        residual = f"""
            Conv2d({c_in}, {width}, 1, stride={first}, bias=False), BatchNorm2d({width}), ReLU()
            Conv2d({width}, {width}, 3, stride={second}, padding=1, bias=False)
            BatchNorm2d({width}), ReLU()
            Conv2d({width}, {4 * width}, 1, bias=False), BatchNorm2d({4 * width})
        """
        shortcut = f"""
            Conv2d({c_in}, {4 * width}, 1, stride={stride}, bias=False), BatchNorm2d({4 * width})
        """
        return [{"add": [residual, shortcut if c_in != 4 * width else []]}, "ReLU()"]

    layers: list[Any] = [
        "Conv2d(3, 64, 7, stride=2, padding=3, bias=False), BatchNorm2d(64), ReLU()",
        "MaxPool2d(3, 2, padding=1)",
    ]
    arriving = 64
    for width, blocks, stride in ((64, 3, 1), (128, 4, 2), (256, 6, 2), (512, 3, 2)):
        layers += bottleneck(arriving, width, stride)
        arriving = 4 * width
        layers.append({"repeat": blocks - 1, "layers": bottleneck(arriving, width, 1)})
    return [*layers, "AdaptiveAvgPool2d(1), Flatten(), Linear(2048, 1000)"]


def mobilenet(width: float) -> list[Any]:
    def separable(c_in: int, c_out: int, stride: int) -> str:
        narrow, wide = int(c_in * width), int(c_out * width)
        return f"""
            Conv2d({narrow}, {narrow}, 3, {stride}, padding=1, groups={narrow}, bias=False)
            BatchNorm2d({narrow}), ReLU()
            Conv2d({narrow}, {wide}, 1, bias=False), BatchNorm2d({wide}), ReLU()
        """

    stages = [(32, 64, 1), (64, 128, 2), (128, 128, 1), (128, 256, 2), (256, 256, 1), (256, 512, 2)]
    stages += [(512, 512, 1)] * 5 + [(512, 1024, 2), (1024, 1024, 1)]
    first, last = int(32 * width), int(1024 * width)
    return [
        f"Conv2d(3, {first}, 3, stride=2, padding=1, bias=False), BatchNorm2d({first}), ReLU()",
        *(separable(*stage) for stage in stages),
        f"AdaptiveAvgPool2d(1), Flatten(), Linear({last}, 1000)",
    ]


def unet() -> list[Any]:
    def two(c_in: int, c_out: int) -> str:
        return f"Conv2d({c_in}, {c_out}, 3, padding=1), Conv2d({c_out}, {c_out}, 3, padding=1)"

    down: list[Any] = []
    for level, (c_in, c_out) in enumerate([(3, 64), (64, 128), (128, 256), (256, 512)]):
        down += [two(c_in, c_out), {"name": f"d{level}", "layer": "Identity()"}, "MaxPool2d(2)"]
    up: list[Any] = []
    for level, c_out in [(3, 512), (2, 256), (1, 128), (0, 64)]:
        raised = {"name": f"u{level}", "layer": f"ConvTranspose2d({2 * c_out}, {c_out}, 2, 2)"}
        up += [raised, {"cat": [f"d{level}", f"u{level}"]}, two(2 * c_out, c_out)]
    return [*down, two(512, 1024), *up, "Conv2d(64, 1, 1)"]


WRITTEN = {
    "lenet5_modern": [LENET_MODERN],
    "lenet_pytorch_cifar": [LENET_TUTORIAL],
    "lenet_caffe": [LENET_CAFFE],
    "alexnet_paper": alexnet(2),
    "alexnet_no_groups": alexnet(1),
    "zfnet": ZFNET,
    "nin_imagenet": network_in_network(),
    "googlenet_paper": googlenet(),
    "resnet50_v1 ": resnet50(0),
    "resnet50_v1.5": resnet50(1),
    "mobilenet_v1_1.0": mobilenet(1),
    "mobilenet_v1_0.75": mobilenet(0.75),
    "unet same-padding": unet(),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_a_classic_network_has_torchs_shapes_and_counts(name: str) -> None:
    known = next(net for net in read("classic_networks")["nets"] if net["name"].startswith(name))
    walked = trace(read_network({"input": known["input_shape"][1:], "layers": WRITTEN[name]}))
    ours = [
        (kind, list(row.output_shape), row.parameters)
        for row in walked.rows
        if (kind := row.layer.partition("(")[0]) not in SILENT
        if not (kind == "MaxPool2d" and name.startswith("unet"))
    ]
    assert ours == [
        (kind, shape[1:], parameters)
        for _, kind, shape, parameters in known["layers"]
        if kind not in SILENT
    ]
    assert list(walked.output_shape) == known["out_shape"][1:]
    assert walked.parameters == known["params"] == proof.parameters(walked.network)
    assert walked.macs == known["macs"] == proof.macs(walked.network)
