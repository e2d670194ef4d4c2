"""Networks, and heads of networks, that find things."""

from collections.abc import Callable, Mapping

from quizapp.calc.graph import Builder, Network
from quizapp.calc.zoo import vgg
from quizapp.calc.zoo.blocks import conv_relu, dense_to
from quizapp.calc.zoo.classic import krizhevsky_features, zeiler_features

CLASSES = 21
"""PASCAL VOC: 20 and the background."""


def rcnn_alexnet() -> Network:
    """Girshick, Donahue, Darrell, Malik, *Rich feature hierarchies for accurate object detection
    and semantic segmentation* (arXiv:1311.2524): AlexNet with groups, fine-tuned to 21 classes.

    It runs once for each of about 2,000 proposals, warped to 227×227; the SVMs take fc7's 4096.
    """
    net = Builder(3, 227, 227)
    krizhevsky_features(net)
    net.part("classifier")
    net.layer("Flatten")
    dense_to(net, 256 * 6 * 6, CLASSES)
    return net.network()


def sppnet() -> Network:
    """He, Zhang, Ren, Sun, *Spatial Pyramid Pooling in Deep Convolutional Networks for Visual
    Recognition* (arXiv:1406.4729), on the convolutions of ZFNet, at 224×224.

    conv5 is max-pooled into 1×1, 2×2, 3×3 and 6×6 bins: 50 of 256 channels, 12,800 numbers
    whatever the size of the map.
    """
    net = Builder(3, 224, 224)
    conv5 = zeiler_features(net)
    net.part("spp")
    bins = []
    for side in (1, 2, 3, 6):
        net.layer("AdaptiveMaxPool2d", side, after=conv5)
        bins.append(net.layer("Flatten"))
    net.layer("cat", after=tuple(bins))
    net.part("classifier")
    dense_to(net, 50 * 256)
    return net.network()


def fast_rcnn_head() -> Network:
    """Girshick, *Fast R-CNN* (arXiv:1504.08083): what follows RoI pooling on VGG-16, for one
    region. Beside the 21 scores stand four box offsets a class, which lead out here."""
    net = Builder(512, 7, 7)
    net.part("fc")
    net.layer("Flatten")
    scores = dense_to(net, 512 * 7 * 7, CLASSES)
    net.part("boxes")
    net.layer("Linear", 4096, 4 * CLASSES, after=scores - 1)
    return net.network()


def rpn_vgg16() -> Network:
    """The region proposal network of Ren, He, Girshick, Sun, *Faster R-CNN* (arXiv:1506.01497),
    on VGG-16 without its last pool, for 600×1000.

    At each place of the map, a stride of 16 apart, a 3×3 convolution looks at nine anchors: 18
    channels say whether something is there and 36 where; the latter lead out here.
    """
    anchors = 9
    net = Builder(3, 600, 1000)
    vgg.features(net, 16, pools=4)
    net.part("rpn")
    hidden = conv_relu(net, 512, 512, 3, padding=1)
    net.part("scores")
    net.layer("Conv2d", 512, 2 * anchors, 1, after=hidden)
    net.part("boxes")
    net.layer("Conv2d", 512, 4 * anchors, 1, after=hidden)
    return net.network()


_YOLO = (
    ((7, 64, 2),), ((3, 192),),
    ((1, 128), (3, 256), (1, 256), (3, 512)),
    (*((1, 256), (3, 512)) * 4, (1, 512), (3, 1024)),
    (*((1, 512), (3, 1024)) * 2, (3, 1024), (3, 1024, 2), (3, 1024), (3, 1024)),
)  # fmt: skip
"""Kernel, channels and stride of each convolution; a pool stands between the rows."""


def yolo_v1() -> Network:
    """Redmon, Divvala, Girshick, Farhadi, *You Only Look Once* (arXiv:1506.02640), figure 3.

    24 convolutions without batch norm and two dense layers, 448×448. At each of 7×7 places stand
    two boxes of five numbers and 20 class scores: 30 channels.
    """
    net = Builder(3, 448, 448)
    c_in = 3
    for number, row in enumerate(_YOLO, 1):
        net.part(f"conv{number}")
        for kernel, c_out, *stride in row:
            window = {"stride": stride[0]} if stride else {}
            net.layer("Conv2d", c_in, c_out, kernel, **window, padding=kernel // 2)
            net.layer("LeakyReLU", 0.1)
            c_in = c_out
        if number < len(_YOLO):
            net.layer("MaxPool2d", 2)
    net.part("head")
    net.layer("Flatten")
    net.layer("Linear", 1024 * 7 * 7, 4096)
    net.layer("LeakyReLU", 0.1)
    net.layer("Dropout", 0.5)
    net.layer("Linear", 4096, 30 * 7 * 7)
    net.layer("reshape", (-1, 30, 7, 7))
    return net.network()


_HALVED, _WHOLE = {"stride": 2, "padding": 1}, dict[str, int]()
_SSD_EXTRAS = ((1024, 256, _HALVED), (512, 128, _HALVED), (256, 128, _WHOLE), (256, 128, _WHOLE))
"""Behind VGG: channels in, of a 1×1, and how the 3×3 of twice as many moves."""
_SSD_BOXES = (4, 6, 6, 6, 4, 4)
"""Default boxes at each place of the six maps: 8,732 on 38, 19, 10, 5, 3 and 1 squared."""


def _ssd_backbone(net: Builder) -> list[tuple[int, int]]:
    """The six maps in which SSD looks for things: place and channels of each."""
    *_, pool4, conv5 = vgg.features(net, 16, pools=4, rounded_up={3})
    conv4 = pool4 - 1
    net.part("scaled")
    scales = net.layer("Parameter", (512, 1, 1), after=conv4)
    maps = [(net.layer("mul", after=(conv4, scales)), 512)]
    net.part("fc")
    net.layer("MaxPool2d", 3, stride=1, padding=1, after=conv5)
    conv_relu(net, 512, 1024, 3, padding=6, dilation=6)
    maps.append((conv_relu(net, 1024, 1024, 1), 1024))
    for number, (c_in, narrow, window) in enumerate(_SSD_EXTRAS, 8):
        net.part(f"conv{number}")
        conv_relu(net, c_in, narrow, 1)
        maps.append((conv_relu(net, narrow, 2 * narrow, 3, **window), 2 * narrow))
    return maps


def ssd300_vgg16_backbone() -> Network:
    """Liu et al., *SSD: Single Shot MultiBox Detector* (arXiv:1512.02325), 300×300, without the
    predictors, as in torchvision.

    pool3 rounds up, pool5 is 3×3 with stride 1, fc6 a 3×3 dilated by 6. conv4_3 is normalized (no
    layer here) and scaled by a learned number a channel.
    """
    net = Builder(3, 300, 300)
    _ssd_backbone(net)
    return net.network()


def ssd300_vgg16() -> Network:
    """The backbone with its predictors, as torchvision's for COCO: at each place of six maps and
    for each default box there 91 scores and four offsets. Those of the last map lead out."""
    classes = 91
    net = Builder(3, 300, 300)
    for number, (place, channels), boxes in zip(
        range(6), _ssd_backbone(net), _SSD_BOXES, strict=True
    ):
        net.part(f"predicted{number}")
        net.layer("Conv2d", channels, classes * boxes, 3, padding=1, after=place)
        net.layer("Conv2d", channels, 4 * boxes, 3, padding=1, after=place)
    return net.network()


NETWORKS: Mapping[str, Callable[[], Network]] = {
    "rcnn_alexnet": rcnn_alexnet,
    "sppnet": sppnet,
    "fast_rcnn_head": fast_rcnn_head,
    "rpn_vgg16": rpn_vgg16,
    "yolo_v1": yolo_v1,
    "ssd300_vgg16_backbone": ssd300_vgg16_backbone,
    "ssd300_vgg16": ssd300_vgg16,
}
