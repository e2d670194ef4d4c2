"""Architectures that torchvision has, number for number."""

from typing import Any

import pytest

from tests.calc.torch_truth import operations, torch_network
from tests.calc.zoo.architectures import kind, traced

# Parameters, buffers and multiply-accumulates as torch 2.13 counts them in torchvision 0.29.1, at
# 224×224 (Inception 299, segmentation 520, SSD 300).
TOTALS = {
    "alexnet": (61_100_840, 0, 714_188_480),
    "vgg11": (132_863_336, 0, 7_609_090_048),
    "vgg13": (133_047_848, 0, 11_308_466_176),
    "vgg16": (138_357_544, 0, 15_470_264_320),
    "vgg19": (143_667_240, 0, 19_632_062_464),
    "vgg11_bn": (132_868_840, 5_512, 7_609_090_048),
    "vgg13_bn": (133_053_736, 5_898, 11_308_466_176),
    "vgg16_bn": (138_365_992, 8_461, 15_470_264_320),
    "vgg19_bn": (143_678_248, 11_024, 19_632_062_464),
    "googlenet": (6_624_904, 14_617, 1_498_376_192),
    "inception_v3": (23_834_568, 34_526, 5_713_216_096),
    "inception_v3_aux": (27_161_264, 36_320, 5_718_899_296),
    "resnet18": (11_689_512, 9_620, 1_814_073_344),
    "resnet34": (21_797_672, 17_060, 3_663_761_408),
    "resnet50": (25_557_032, 53_173, 4_089_184_256),
    "resnet101": (44_549_160, 105_448, 7_801_405_440),
    "resnet152": (60_192_808, 151_579, 11_513_626_624),
    "resnext50_32x4d": (25_028_904, 68_277, 4_230_479_872),
    "wide_resnet50_2": (68_883_240, 68_277, 11_398_021_120),
    "densenet121": (7_978_856, 83_769, 2_834_161_664),
    "densenet161": (28_681_000, 220_097, 7_727_907_072),
    "densenet169": (14_149_480, 158_569, 3_359_843_328),
    "densenet201": (20_013_928, 229_257, 4_291_365_888),
    "squeezenet1_0": (1_248_424, 0, 818_924_576),
    "squeezenet1_1": (1_235_496, 0, 349_151_936),
    "mobilenet_v2": (3_504_872, 34_164, 300_774_272),
    "mobilenet_v3_large": (5_483_032, 24_446, 216_589_760),
    "mobilenet_v3_small": (2_542_856, 12_146, 56_510_400),
    "efficientnet_b0": (5_288_548, 42_065, 385_814_752),
    "convnext_tiny": (28_589_128, 0, 4_455_531_264),
    "vit_b_16": (86_567_656, 0, 17_563_828_224),
    "fcn_resnet50": (32_957_013, 54_198, 142_725_772_800),
    "fcn_resnet50_aux": (35_322_218, 54_711, 152_716_512_000),
    "deeplabv3_resnet50": (39_638_869, 56_764, 168_731_205_888),
    "ssd300_vgg16_backbone": (22_943_936, 0, 30_129_032_192),
}
SEGMENTING = {"fcn_resnet50", "fcn_resnet50_aux", "deeplabv3_resnet50"}
NODE_BY_NODE = (
    "alexnet", "vgg11", "vgg16", "resnet18", "resnet50", "googlenet", "densenet121", "mobilenet_v2",
)  # fmt: skip
CLASS_OF_FUNCTION = {
    "adaptive_avg_pool2d": "AdaptiveAvgPool2d", "flatten": "Flatten", "relu": "ReLU",
}  # fmt: skip


@pytest.mark.parametrize("name", TOTALS)
def test_totals_are_torchvisions(name: str) -> None:
    walked = traced(name)
    assert (walked.parameters, walked.buffers, walked.macs) == TOTALS[name]


@pytest.mark.parametrize("name", sorted(TOTALS.keys() - SEGMENTING - {"ssd300_vgg16_backbone"}))
def test_a_thousand_classes_lead_out(name: str) -> None:
    assert traced(name).output_shape == (1000,)


@pytest.mark.parametrize("name", sorted(SEGMENTING))
def test_a_class_for_every_pixel_leads_out(name: str) -> None:
    assert traced(name).output_shape == (21, 520, 520)


def changes(node: dict[str, Any]) -> bool:
    """All but a ``cat`` of one map, which torchvision's DenseNet begins its blocks with."""
    return node["op"] != "cat" or len(node["inputs"]) > 1


@pytest.mark.parametrize("name", NODE_BY_NODE)
def test_every_node_is_torchs(name: str) -> None:
    ours = [
        (kind(row), list(row.output_shape), row.parameters, row.buffers, row.macs)
        for row in traced(name).rows
    ]
    theirs = [
        (
            CLASS_OF_FUNCTION.get(node["op"], node["op"]), node["out_shape"][1:],
            node.get("params", 0), node.get("buffers", 0), node.get("macs", 0),
        )
        for node in operations(name) if changes(node)
    ]  # fmt: skip
    assert ours == theirs
    assert list(traced(name).network.inputs["input"]) == torch_network(name)["input_shape"][1:]
