"""Architectures as their papers describe them, with the numbers that the papers give."""

from math import prod

import pytest

from quizapp.calc import ReceptiveField
from tests.calc.torch_truth import read
from tests.calc.zoo.architectures import kind, part, seen, traced

TORCHS_NAMES = {
    "lenet5": "lenet5_modern",
    "alexnet_2012": "alexnet_paper",
    "zfnet": "zfnet",
    "nin": "nin_imagenet",
    "googlenet_2014": "googlenet_paper",
    "resnet50_v1": "resnet50_v1 ",
    "resnet50": "resnet50_v1.5",
    "mobilenet_v1": "mobilenet_v1_1.0",
    "unet": "unet_2015",
}
# Without shape or count of their own, or left out of torch's list.
SILENT = ("LocalResponseNorm", "ReLU", "Tanh", "Identity", "add", "cat", "narrow")


@pytest.mark.parametrize("name", TORCHS_NAMES)
def test_every_layer_is_that_of_the_published_network_built_in_torch(name: str) -> None:
    beginning = TORCHS_NAMES[name]
    known = next(n for n in read("classic_networks")["nets"] if n["name"].startswith(beginning))
    listed = [row for row in known["layers"] if row[1] not in SILENT]
    kinds = {row[1] for row in listed}
    ours = [
        (kind(row), list(row.output_shape), row.parameters)
        for row in traced(name).rows
        if kind(row) in kinds
    ]
    assert ours == [(name, shape[1:], parameters) for _, name, shape, parameters in listed]
    assert traced(name).parameters == known["params"]
    assert traced(name).macs == known["macs"]


def parameters(name: str, beginning: str) -> int:
    return sum(row.parameters for row in part(name, beginning))


def test_lenet_of_1998_learns_sixty_thousand_numbers() -> None:
    layers = {"C1": 156, "S2": 12, "C3": 1516, "S4": 32, "C5": 48_120, "F6": 10_164}
    assert {name: parameters("lenet5_1998", name) for name in layers} == layers
    assert traced("lenet5_1998").parameters == sum(layers.values()) == 60_000


def test_vgg16_has_most_of_its_parameters_in_its_dense_layers() -> None:
    assert round(100 * parameters("vgg16", "classifier") / traced("vgg16").parameters) == 89


def test_mobilenet_has_the_millions_its_paper_says() -> None:
    walked = traced("mobilenet_v1")
    assert (round(walked.parameters / 1e6, 1), round(walked.macs / 1e6)) == (4.2, 569)


@pytest.mark.parametrize("name", ["fcn32s", "fcn16s", "fcn8s"])
def test_fcn_gives_a_class_to_every_pixel(name: str) -> None:
    assert traced(name).output_shape == (21, 500, 500)


def test_fcn_on_vgg16_has_134_million_parameters_and_sees_404_pixels() -> None:
    scoring = [row for row in seen("fcn32s").rows if not row.name.startswith("upscore")]
    assert round(sum(row.parameters for row in scoring) / 1e6) == 134
    field = scoring[-1].receptive_field
    assert isinstance(field, ReceptiveField)
    assert (field.size, field.effective_stride) == ((404, 404), (32, 32))


def test_fcn_keeps_every_pixel_in_its_place() -> None:
    """The crop takes off what the padding put on: a pixel's field has the pixel in its middle."""
    field = seen("fcn32s").receptive_field
    assert isinstance(field, ReceptiveField)
    assert field.effective_stride == (1, 1)
    centres = [field.centre((row, row))[0] for row in range(32, 64)]
    middle = [centre - row for row, centre in zip(range(32, 64), centres, strict=True) if centre]
    assert sum(middle) == 0


def test_unet_leaves_388_of_572() -> None:
    assert traced("unet").output_shape == (2, 388, 388)


def test_segnet_has_an_encoder_of_14_7_million() -> None:
    walked = traced("segnet")
    convolutions = [row for row in walked.rows if kind(row) == "Conv2d"]
    assert len(convolutions) == 26
    assert round(sum(row.parameters for row in convolutions[:13]) / 1e6, 1) == 14.7
    assert walked.output_shape == (11, 224, 224)


def test_the_head_of_deeplab_is_that_of_the_whole_network() -> None:
    assert traced("deeplabv3_head").output_shape == (21, 65, 65)
    head = [row.parameters for row in traced("deeplabv3_head").rows]
    whole = [row.parameters for row in traced("deeplabv3_resnet50").rows]
    assert whole[-len(head) - 1 : -1] == head


def test_rcnn_is_alexnet_with_21_classes() -> None:
    difference = traced("alexnet_2012").parameters - traced("rcnn_alexnet").parameters
    assert difference == 4097 * (1000 - 21)


def test_the_pyramid_of_sppnet_has_fifty_bins() -> None:
    flat = next(row for row in traced("sppnet").rows if kind(row) == "cat")
    assert flat.output_shape == (50 * 256,)


def test_fast_rcnn_gives_scores_and_four_offsets_a_class() -> None:
    scores, offsets = seen("fast_rcnn_head").rows[-2:]
    assert (scores.output_shape, offsets.output_shape) == ((21,), (84,))
    assert scores.inputs == offsets.inputs


def test_the_proposal_network_has_18_and_36_channels_on_a_map_of_stride_16() -> None:
    rows = part("rpn_vgg16", "scores") + part("rpn_vgg16", "boxes")
    assert [row.output_shape for row in rows] == [(18, 37, 62), (36, 37, 62)]
    field = rows[-1].receptive_field
    assert isinstance(field, ReceptiveField)
    # The paper: 228 pixels for VGG, the sliding 3×3 included.
    assert (field.size, field.effective_stride) == ((228, 228), (16, 16))
    # The paper: 512 × (4 + 2) × 9 weights in its output layer; the rest are biases.
    assert sum(row.parameters for row in rows) == 512 * (4 + 2) * 9 + 54


def test_yolo_gives_thirty_numbers_at_seven_by_seven_places() -> None:
    walked = traced("yolo_v1")
    assert walked.output_shape == (30, 7, 7)
    assert sum(kind(row) == "Conv2d" for row in walked.rows) == 24
    assert walked.parameters == 271_703_550


def test_ssd_has_8732_boxes() -> None:
    rows = [row for row in traced("ssd300_vgg16").rows if row.name.startswith("predicted")]
    offsets = [row.output_shape for row in rows[1::2]]
    assert [side for _, side, _ in offsets] == [38, 19, 10, 5, 3, 1]
    assert sum(map(prod, offsets)) == 4 * 8732
    assert traced("ssd300_vgg16").parameters == 35_641_826
