"""Networks after the transformer: ConvNeXt and ViT."""

from collections.abc import Callable, Mapping

from quizapp.calc.graph import Builder, Network
from quizapp.calc.zoo.blocks import IMAGE

_BEHIND, _IN_FRONT = (0, 2, 3, 1), (0, 3, 1, 2)
"""The channels put behind the map, and back in front."""


def convnext_tiny() -> Network:
    """Liu et al., *A ConvNet for the 2020s* (arXiv:2201.03545), as torchvision has it.

    Blocks of a depthwise 7×7, a layer norm over the channels, and two linear layers that work on
    each pixel (1×1 convolutions, written so), scaled by a learned number a channel and added.
    """
    net = Builder(*IMAGE)
    net.part("stem")
    net.layer("Conv2d", 3, 96, 4, stride=4)
    _channel_norm(net, 96)
    for stage, (width, depth) in enumerate(((96, 3), (192, 3), (384, 9), (768, 3)), 1):
        if stage > 1:
            net.part(f"downsample{stage}")
            _channel_norm(net, width // 2)
            net.layer("Conv2d", width // 2, width, 2, stride=2)
        for block in range(depth):
            net.part(f"stage{stage}.{block}")
            _convnext_block(net, width)
    net.part("head")
    net.layer("AdaptiveAvgPool2d", 1)
    _channel_norm(net, 768)
    net.layer("Flatten")
    net.layer("Linear", 768, 1000)
    return net.network()


def _channel_norm(net: Builder, channels: int) -> None:
    net.layer("permute", _BEHIND)
    net.layer("LayerNorm", channels)
    net.layer("permute", _IN_FRONT)


def _convnext_block(net: Builder, width: int) -> None:
    entry = net.here
    net.layer("Conv2d", width, width, 7, padding=3, groups=width)
    net.layer("permute", _BEHIND)
    net.layer("LayerNorm", width)
    net.layer("Linear", width, 4 * width)
    net.layer("GELU")
    net.layer("Linear", 4 * width, width)
    residual = net.layer("permute", _IN_FRONT)
    scales = net.layer("Parameter", (width, 1, 1), after=entry)
    net.layer("add", after=(net.layer("mul", after=(scales, residual)), entry))


def vit_b_16() -> Network:
    """Dosovitskiy et al., *An Image is Worth 16x16 Words* (arXiv:2010.11929), as torchvision has
    it: 196 patches of 16×16 and a class token, 768 numbers each, 12 layers of 12 heads.

    Layer norms stand before attention and before the two linear layers. The token and the positions
    are learned numbers that nothing feeds.
    """
    width, heads, layers = 768, 12, 12
    net = Builder(*IMAGE)
    net.part("patches")
    net.layer("Conv2d", 3, width, 16, stride=16)
    net.layer("reshape", (-1, width, 196))
    patches = net.layer("permute", (0, 2, 1))
    token = net.layer("Parameter", (1, width), after=0)
    tokens = net.layer("cat", 1, after=(token, patches))
    net.layer("add", after=(tokens, net.layer("Parameter", (197, width), after=0)))
    for number in range(layers):
        net.part(f"encoder.{number}")
        entry = net.here
        net.layer("LayerNorm", width)
        net.layer("MultiheadAttention", width, heads, batch_first=True)
        entry = net.layer("add", after=(net.here, entry))
        net.layer("LayerNorm", width)
        net.layer("Linear", width, 4 * width)
        net.layer("GELU")
        net.layer("Linear", 4 * width, width)
        net.layer("add", after=(net.here, entry))
    net.part("head")
    net.layer("LayerNorm", width)
    net.layer("narrow", 1, 0, 1)
    net.layer("Flatten")
    net.layer("Linear", width, 1000)
    return net.network()


NETWORKS: Mapping[str, Callable[[], Network]] = {
    "convnext_tiny": convnext_tiny,
    "vit_b_16": vit_b_16,
}
