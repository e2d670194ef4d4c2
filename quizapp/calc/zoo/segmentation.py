"""Networks that give a class to every pixel."""

from collections.abc import Callable, Mapping
from functools import partial

from quizapp.calc.graph import Builder, Network
from quizapp.calc.zoo import vgg
from quizapp.calc.zoo.blocks import conv_norm_relu, conv_relu
from quizapp.calc.zoo.resnet import Bottleneck, stages

CLASSES = 21
"""PASCAL VOC: 20 and the background."""

_SKIPS = ((4, 512, 5, 34), (3, 256, 9, 70))
"""Pools whose scores FCN adds, their channels, and the square cut out of them: corner and side."""
_LAST_CROP = {32: 19, 16: 27, 8: 31}


def fcn(stride: int) -> Network:
    """Long, Shelhamer, Darrell, *Fully Convolutional Networks for Semantic Segmentation*
    (arXiv:1411.4038), on VGG-16, for 500×500; as the authors' Caffe models.

    Dense layers become convolutions (7×7 and 1×1), the first convolution pads 100 so that images
    of any size come out whole, pools round up, and the crops are where the padding puts them.
    ``fcn32s`` goes up at once; ``fcn16s`` and ``fcn8s`` add the scores of pool4, and of pool3.
    134 million parameters before the upsampling, whose filters start out bilinear.
    """
    net = Builder(3, 500, 500)
    ends = vgg.features(net, 16, first_padding=100, rounded_up=range(1, 6))
    net.part("fc")
    for c_in, kernel in ((512, 7), (4096, 1)):
        conv_relu(net, c_in, 4096, kernel)
        net.layer("Dropout", 0.5)
    net.part("score")
    net.layer("Conv2d", 4096, CLASSES, 1)
    for pool, channels, corner, side in _SKIPS[: {32: 0, 16: 1, 8: 2}[stride]]:
        net.part(f"score_pool{pool}")
        coarse = _upsampled(net, 4, 2)
        net.layer("Conv2d", channels, CLASSES, 1, after=ends[pool - 1])
        net.layer("add", after=(coarse, _cropped(net, corner, side)))
    net.part("upscore")
    _upsampled(net, 2 * stride, stride)
    _cropped(net, _LAST_CROP[stride], 500)
    return net.network()


def _upsampled(net: Builder, kernel: int, stride: int) -> int:
    return net.layer("ConvTranspose2d", CLASSES, CLASSES, kernel, stride=stride, bias=False)


def _cropped(net: Builder, corner: int, side: int) -> int:
    """A square of the map that begins so far from its upper left corner."""
    net.layer("narrow", 2, corner, side)
    return net.layer("narrow", 3, corner, side)


def unet() -> Network:
    """Ronneberger, Fischer, Brox, *U-Net* (arXiv:1505.04597), figure 1: 572×572 in, 388×388 out.

    Convolutions without padding, so what crosses over is cropped; 2×2 transposed convolutions
    halve the channels; two classes. 31,030,658 parameters.
    """
    net = Builder(1, 572, 572)
    crossing = []
    c_in = 1
    for width in (64, 128, 256, 512):
        net.part(f"down{width}")
        crossing.append(_two_convolutions(net, c_in, width))
        net.layer("MaxPool2d", 2)
        c_in = width
    net.part("bottom")
    _two_convolutions(net, 512, 1024)
    # Corner and side of what each level hands across.
    for width, corner, side in ((512, 4, 56), (256, 16, 104), (128, 40, 200), (64, 88, 392)):
        net.part(f"up{width}")
        raised = net.layer("ConvTranspose2d", 2 * width, width, 2, stride=2)
        net.here = crossing.pop()
        net.layer("cat", after=(_cropped(net, corner, side), raised))
        _two_convolutions(net, 2 * width, width)
    net.part("classes")
    net.layer("Conv2d", 64, 2, 1)
    return net.network()


def _two_convolutions(net: Builder, c_in: int, c_out: int) -> int:
    conv_relu(net, c_in, c_out, 3)
    return conv_relu(net, c_out, c_out, 3)


def segnet() -> Network:
    """Badrinarayanan, Kendall, Cipolla, *SegNet* (arXiv:1511.00561): the 13 convolutions of
    VGG-16 with batch norm, and as many back up.

    Pools hand the places of their maxima to the unpooling layers, which learn nothing. Convolutions
    have biases, as in the authors' Caffe models. Eleven classes (CamVid), at 224×224, for the
    paper's 360×480 does not halve five times without a rest.
    """
    net = Builder(3, 224, 224)
    vgg.features(net, 16, norm=True)
    blocks = list(zip(vgg.WIDTHS, vgg.CONVOLUTIONS[16], (3, *vgg.WIDTHS), strict=False))
    for number, (width, count, narrower) in reversed(list(enumerate(blocks, 1))):
        net.part(f"up{number}")
        net.layer("MaxUnpool2d", 2)
        for turn in range(count):
            last = turn == count - 1
            if last and number == 1:
                net.layer("Conv2d", width, 11, 3, padding=1)
                break
            c_out = narrower if last else width
            net.layer("Conv2d", width, c_out, 3, padding=1)
            net.layer("BatchNorm2d", c_out)
            net.layer("ReLU")
    return net.network()


def _dilated_resnet50(net: Builder) -> list[int]:
    """Stages 3 and 4 look further instead of striding: a map of an eighth of the size is left."""
    return stages(net, Bottleneck(), (3, 4, 6, 3), (1, 1, 2, 4))


def _fcn_head(net: Builder, channels: int) -> None:
    conv_norm_relu(net, channels, channels // 4, 3, padding=1)
    net.layer("Dropout", 0.1)
    net.layer("Conv2d", channels // 4, CLASSES, 1)
    _resized(net, 520)


def _resized(net: Builder, side: int) -> int:
    return net.layer("interpolate", size=(side, side), mode="bilinear")


def fcn_resnet50(*, auxiliary: bool) -> Network:
    """torchvision's FCN on ResNet-50 for 520×520, 21 classes: the dilated network, a 3×3, a 1×1,
    and bilinear upsampling by 8.

    ``fcn_resnet50_aux`` has the auxiliary head of training beside it, on stage 3, as the published
    weights do: 35,322,218 parameters in place of 32,957,013.
    """
    net = Builder(3, 520, 520)
    *_, third, fourth = _dilated_resnet50(net)
    if auxiliary:
        net.part("aux_classifier")
        net.here = third
        _fcn_head(net, 1024)
    net.part("classifier")
    net.here = fourth
    _fcn_head(net, 2048)
    return net.network()


def _atrous_pyramid(net: Builder) -> None:
    """Chen et al., *Rethinking Atrous Convolution for Semantic Image Segmentation*
    (arXiv:1706.05587): 1×1, 3×3 dilated by 12, 24 and 36, and the mean of the map, side by side."""
    entry = net.here
    net.part("aspp")
    branches = [
        conv_norm_relu(net, 2048, 256, 1),
        *(
            conv_norm_relu(net, 2048, 256, 3, padding=rate, dilation=rate, after=entry)
            for rate in (12, 24, 36)
        ),
    ]
    net.part("aspp.pooling")
    net.layer("AdaptiveAvgPool2d", 1, after=entry)
    conv_norm_relu(net, 2048, 256, 1)
    branches.append(_resized(net, 65))
    net.part("head")
    net.layer("cat", after=tuple(branches))
    conv_norm_relu(net, 1280, 256, 1)
    net.layer("Dropout", 0.5)
    conv_norm_relu(net, 256, 256, 3, padding=1)
    net.layer("Conv2d", 256, CLASSES, 1)


def deeplabv3_head() -> Network:
    """The head of DeepLab-v3 alone, on the 2048×65×65 that a dilated ResNet-50 makes of 520×520."""
    net = Builder(2048, 65, 65)
    _atrous_pyramid(net)
    return net.network()


def deeplabv3_resnet50() -> Network:
    """torchvision's DeepLab-v3 on ResNet-50 for 520×520, 21 classes, without the auxiliary head."""
    net = Builder(3, 520, 520)
    _dilated_resnet50(net)
    _atrous_pyramid(net)
    net.part("output")
    _resized(net, 520)
    return net.network()


NETWORKS: Mapping[str, Callable[[], Network]] = {
    "fcn32s": partial(fcn, 32),
    "fcn16s": partial(fcn, 16),
    "fcn8s": partial(fcn, 8),
    "fcn_resnet50": partial(fcn_resnet50, auxiliary=False),
    "fcn_resnet50_aux": partial(fcn_resnet50, auxiliary=True),
    "unet": unet,
    "segnet": segnet,
    "deeplabv3_head": deeplabv3_head,
    "deeplabv3_resnet50": deeplabv3_resnet50,
}
