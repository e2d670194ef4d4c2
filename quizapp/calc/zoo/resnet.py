"""Residual networks (He, Zhang, Ren, Sun, *Deep Residual Learning for Image Recognition*,
arXiv:1512.03385), and the kin with groups (ResNeXt) and with wide bottlenecks."""

from collections.abc import Callable, Mapping
from functools import partial

from quizapp.calc.graph import Builder, Network
from quizapp.calc.zoo.blocks import IMAGE, averaged_to, conv_norm, conv_norm_relu, strided
from quizapp.frozen import dataclass

WIDTHS = (64, 128, 256, 512)
"""Of the 3×3 convolutions, stage by stage."""


@dataclass(frozen=True, slots=True)
class Bottleneck:
    """1×1 down, 3×3, 1×1 up to four times the width, and what came in is added."""

    groups: int = 1
    group_width: int = 64
    """Channels a group of the first stage."""
    stride_first: bool = False
    """Whether the first 1×1 takes the stride, as in the paper, or the 3×3 (v1.5, torchvision)."""
    expansion = 4

    def residual(
        self, net: Builder, c_in: int, width: int, c_out: int, stride: int, dilation: int
    ) -> int:
        """The three convolutions, without the last ReLU."""
        inner = width * self.group_width // 64 * self.groups
        first, second = (stride, 1) if self.stride_first else (1, stride)
        spread: dict[str, int] = {} if dilation == 1 else {"dilation": dilation}
        if self.groups > 1:
            spread["groups"] = self.groups
        conv_norm_relu(net, c_in, inner, 1, **strided(first))
        conv_norm_relu(net, inner, inner, 3, **strided(second), padding=dilation, **spread)
        return conv_norm(net, inner, c_out, 1)


@dataclass(frozen=True, slots=True)
class Basic:
    """Two 3×3 convolutions, and what came in is added."""

    expansion = 1

    def residual(
        self, net: Builder, c_in: int, width: int, c_out: int, stride: int, _dilation: int
    ) -> int:
        """The two convolutions, without the last ReLU."""
        conv_norm_relu(net, c_in, width, 3, **strided(stride), padding=1)
        return conv_norm(net, width, c_out, 3, padding=1)


def _block(
    net: Builder, kind: Basic | Bottleneck, c_in: int, width: int, stride: int, dilation: int
) -> int:
    entry, c_out = net.here, width * kind.expansion
    residual = kind.residual(net, c_in, width, c_out, stride, dilation)
    if stride > 1 or c_in != c_out:
        entry = conv_norm(net, c_in, c_out, 1, **strided(stride), after=entry)
    net.layer("add", after=(residual, entry))
    net.layer("ReLU")
    return c_out


def stages(
    net: Builder,
    kind: Basic | Bottleneck,
    depths: tuple[int, ...],
    dilations: tuple[int, ...] = (1, 1, 1, 1),
) -> list[int]:
    """The stem and the four stages; the place at which each stage ends.

    A stage with a dilation keeps the size: what it does not stride over, the 3×3 convolutions
    behind its first block look across.
    """
    net.part("stem")
    conv_norm_relu(net, 3, 64, 7, stride=2, padding=3)
    net.layer("MaxPool2d", 3, stride=2, padding=1)
    ends, channels, so_far = [], 64, 1
    for stage, (width, depth, dilation) in enumerate(zip(WIDTHS, depths, dilations, strict=True)):
        stride = 2 if stage > 0 and dilation == so_far else 1
        for block in range(depth):
            net.part(f"layer{stage + 1}.{block}")
            first = block == 0
            channels = _block(
                net, kind, channels, width, stride if first else 1, so_far if first else dilation
            )
        so_far = dilation
        ends.append(net.here)
    return ends


def resnet(depths: tuple[int, ...], kind: Basic | Bottleneck) -> Network:
    """As torchvision has them: v1.5, the stride of a stage on its first 3×3 convolution.

    Names in ``_v1`` have it on the 1×1 before, as the paper and Caffe do: 6 % fewer MACs, the same
    parameters, another receptive field. Shortcuts are projections (1×1) where shapes change and
    nothing elsewhere (the paper's option B). Depth counts convolutions and the linear layer, the
    projections not.

    ``resnext50_32x4d`` is Xie et al., arXiv:1611.05431 (32 groups of 4 channels);
    ``wide_resnet50_2`` after Zagoruyko and Komodakis, arXiv:1605.07146 (3×3 twice as wide).
    """
    net = Builder(*IMAGE)
    stages(net, kind, depths)
    net.part("head")
    averaged_to(net, WIDTHS[-1] * kind.expansion)
    return net.network()


_50, _101, _152 = (3, 4, 6, 3), (3, 4, 23, 3), (3, 8, 36, 3)
_PLAIN, _FIRST = Bottleneck(), Bottleneck(stride_first=True)

NETWORKS: Mapping[str, Callable[[], Network]] = {
    "resnet18": partial(resnet, (2, 2, 2, 2), Basic()),
    "resnet34": partial(resnet, (3, 4, 6, 3), Basic()),
    "resnet50": partial(resnet, _50, _PLAIN),
    "resnet101": partial(resnet, _101, _PLAIN),
    "resnet152": partial(resnet, _152, _PLAIN),
    "resnet50_v1": partial(resnet, _50, _FIRST),
    "resnet101_v1": partial(resnet, _101, _FIRST),
    "resnet152_v1": partial(resnet, _152, _FIRST),
    "resnext50_32x4d": partial(resnet, _50, Bottleneck(groups=32, group_width=4)),
    "wide_resnet50_2": partial(resnet, _50, Bottleneck(group_width=128)),
}
