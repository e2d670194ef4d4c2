"""Every mistake gives the number that learners were seen to give.

The layers and values are the worked examples of published answer keys, quizzes and threads that
the catalogue was collected from; the right answers beside them are torch's.
"""

from fractions import Fraction
from typing import Any

import pytest

from quizapp.calc import TRUE, Rules, read_network, trace
from quizapp.calc.derivation import answer_steps
from quizapp.calc.vocabulary import FirstWay
from quizapp.expressions import ARITHMETIC, compile_expression
from quizapp.mistakes import (
    BY_ID,
    CATALOGUE,
    concerning,
    figures_at_parting,
    truth_of,
    wrong_answer,
)
from quizapp.words import LANGUAGES

Written = tuple[list[int], Any]

CONV: Written = ([24, 30, 30], "Conv2d(24, 40, 3, stride=2, padding=1)")
GROUPED = ([24, 30, 30], "Conv2d(24, 40, 3, stride=2, padding=1, groups=4)")
SIZED = ([3, 32, 32], "Conv2d(3, 8, 7, stride=2, padding=2)")
DILATED = ([3, 33, 33], "Conv2d(3, 8, 7, stride=2, padding=2, dilation=2)")
PADDED = ([24, 30, 30], "Conv2d(24, 40, 3, padding=1)")
SEEN = ([3, 99, 99], "Conv2d(3, 3, 7, stride=2), Conv2d(3, 3, 3), MaxPool2d(2), Conv2d(3, 3, 5)")
FLAT = ([48, 7, 7], "Flatten(), LazyLinear(100)")
UP = ([3, 9, 9], "ConvTranspose2d(3, 8, 5, stride=2, padding=1)")
UP_EXTRA = ([3, 9, 9], "ConvTranspose2d(3, 8, 3, stride=2, padding=1, output_padding=1)")
UP_WIDE = ([24, 9, 9], "ConvTranspose2d(24, 40, 3)")
NORM = ([96, 7, 7], "BatchNorm2d(96)")
NORMED = ([24, 9, 9], "Conv2d(24, 96, 1, bias=False), BatchNorm2d(96)")
SEPARABLE = ([24, 9, 9], "Conv2d(24, 24, 3, groups=24), ReLU(), Conv2d(24, 40, 1)")
BOTTLENECK = ([192, 28, 28], "Conv2d(192, 16, 1, bias=False), Conv2d(16, 32, 5, bias=False)")
INCEPTION = ([192, 28, 28], [{"cat": [
    ["Conv2d(192, 48, 1), ReLU()"],
    ["Conv2d(192, 64, 1), ReLU(), Conv2d(64, 96, 3, padding=1), BatchNorm2d(96), ReLU()"],
    ["Conv2d(192, 16, 1), ReLU(), Conv2d(16, 24, 5, padding=2), ReLU()"],
    ["MaxPool2d(3, stride=1, padding=1), Conv2d(192, 24, 1), ReLU()"],
]}])  # fmt: skip
TWO = ([3, 12, 12], "Conv2d(3, 4, 3, bias=False), Conv2d(4, 10, 3, bias=False)")

CASES = [
    # id, network, quantity, right, wrong
    ("forgot-bias", CONV, "parameters", 8_680, 8_640),
    ("forgot-input-channels", CONV, "parameters", 8_680, 400),
    ("kernel-not-squared", CONV, "parameters", 8_680, 2_920),
    ("one-filter", CONV, "parameters", 8_680, 217),
    ("one-bias", CONV, "parameters", 8_680, 8_641),
    ("bias-per-weight", CONV, "parameters", 8_680, 8_856),
    ("counted-positions", CONV, "parameters", 8_680, 1_953_000),
    ("as-fully-connected", CONV, "parameters", 8_680, 864_040),
    ("counted-stride", CONV, "parameters", 8_680, 17_320),
    ("bias-per-input-channel", CONV, "parameters", 8_680, 8_664),
    ("multiplied-layers", TWO, "parameters", 468, 38_880),
    ("pool-has-weights", ([8, 8, 8], "MaxPool2d(2)"), "parameters", 0, 4),
    ("ignored-groups", GROUPED, "parameters", 2_200, 8_680),
    ("one-group-only", GROUPED, "parameters", 2_200, 550),
    ("biases-divided-by-groups", GROUPED, "parameters", 2_200, 2_170),
    ("padding-once", SIZED, "height", 15, 14),
    ("forgot-plus-one", SIZED, "height", 15, 14),
    ("rounded-up", SIZED, "height", 15, 16),
    ("forgot-stride", SIZED, "height", 15, 30),
    ("kept-size", SIZED, "height", 15, 32),
    ("forgot-padding", SIZED, "height", 15, 13),
    ("divided-by-stride", SIZED, "height", 15, 16),
    ("ignored-dilation", DILATED, "height", 13, 16),
    ("dilation-times-kernel", DILATED, "height", 13, 12),
    ("kept-channels", PADDED, "channels", 40, 24),
    ("pool-halved-channels", ([24, 30, 30], "MaxPool2d(2)"), "channels", 24, 12),
    ("kernel-less-two", SIZED, "height", 15, 27),
    ("ignored-ceil-mode", ([3, 58, 58], "MaxPool2d(3, 2, ceil_mode=True)"), "height", 29, 28),
    ("ignored-strides", SEEN, "receptive_field", 29, 14),
    ("added-whole-kernel", SEEN, "receptive_field", 29, 38),
    ("summed-kernels", SEEN, "receptive_field", 29, 17),
    ("multiplied-kernels", SEEN, "receptive_field", 29, 210),
    ("own-stride-early", SEEN, "receptive_field", 29, 37),
    ("previous-stride-only", SEEN, "receptive_field", 29, 20),
    ("own-stride-alone", SEEN, "receptive_field", 29, 21),
    ("backward-formula-forward", SEEN, "receptive_field", 29, 22),
    ("gave-output-size", SEEN, "receptive_field", 29, 18),
    ("field-without-pools", SEEN, "receptive_field", 29, 19),
    ("padding-widens-field", PADDED, "receptive_field", 3, 5),
    ("flat-channels-only", FLAT, "parameters", 235_300, 4_900),
    ("flat-side-not-squared", FLAT, "parameters", 235_300, 33_700),
    ("flat-one-channel", FLAT, "parameters", 235_300, 5_000),
    (
        "map-before-pooling",
        ([48, 14, 14], "MaxPool2d(2), Flatten(), LazyLinear(100)"),
        "parameters",
        235_300,
        940_900,
    ),
    ("padding-once", ([24, 30, 30], "ZeroPad2d(1)"), "height", 32, 31),
    ("padded-channels", ([24, 30, 30], "ZeroPad2d(1)"), "channels", 24, 26),
    ("transposed-as-convolution", UP, "height", 19, 4),
    ("size-times-stride", UP, "height", 19, 18),
    ("forgot-output-padding", UP_EXTRA, "height", 18, 17),
    ("transposed-without-less-one", UP, "height", 19, 21),
    ("transposed-padding-widens", UP, "height", 19, 23),
    ("zeros-at-both-ends", UP, "height", 19, 20),
    ("bias-per-input-channel", UP_WIDE, "parameters", 8_680, 8_664),
    ("counted-running-statistics", NORM, "parameters", 192, 384),
    ("one-pair-for-norm", NORM, "parameters", 192, 2),
    ("norm-per-position", NORM, "parameters", 192, 192 * 49),
    ("counted-absent-bias", NORMED, "parameters", 24 * 96 + 192, 24 * 96 + 288),
    ("norm-of-input-channels", NORMED, "parameters", 24 * 96 + 192, 24 * 96 + 48),
    ("swapped-macs-and-flops", CONV, "macs", 1_944_000, 3_888_000),
    ("swapped-macs-and-flops", CONV, "flops", 3_888_000, 1_944_000),
    ("positions-of-input", CONV, "macs", 1_944_000, 7_776_000),
    ("forgot-positions", CONV, "macs", 1_944_000, 8_640),
    ("forgot-input-channels", CONV, "macs", 1_944_000, 81_000),
    ("macs-with-biases", CONV, "macs", 1_944_000, 1_953_000),
    ("macs-with-biases", ([48], "Linear(48, 10)"), "macs", 480, 490),
    ("ignored-groups", GROUPED, "macs", 486_000, 1_944_000),
    ("left-out-1x1", SEPARABLE, "parameters", 1_240, 240),
    ("left-out-depthwise", SEPARABLE, "parameters", 1_240, 1_000),
    ("ignored-groups", SEPARABLE, "parameters", 1_240, 6_208),
    ("left-out-1x1", BOTTLENECK, "parameters", 15_872, 12_800),
    ("1x1-sees-one-channel", BOTTLENECK, "parameters", 15_872, 12_816),
    ("1x1-sees-one-channel", BOTTLENECK, "macs", 9_781_248, 16 * 784 + 12_800 * 576),
    ("1x1-halves-map", ([192, 28, 28], "Conv2d(192, 16, 1)"), "height", 28, 14),
    ("forgot-input-channels", ([192, 8, 8], "Conv2d(192, 16, 1)"), "parameters", 3_088, 32),
    ("summed-reducers", INCEPTION, "channels", 192, 192 + 64 + 16),
    ("multiplied-branches", INCEPTION, "channels", 192, 48 * 96 * 24 * 24),
    ("largest-branch", INCEPTION, "channels", 192, 96),
    ("pool-branch-unprojected", INCEPTION, "channels", 192, 48 + 96 + 24 + 192),
    ("ignored-groups", GROUPED, "weight_shape", (40, 6, 3, 3), (40, 24, 3, 3)),
    ("kept-channels", PADDED, "activations", 40 * 900, 24 * 900),
]  # fmt: skip

RECKONED = [
    # id, answer, right, wrong
    ("multiplied-shares", "separable_share(3, 40)", Fraction(49, 360), Fraction(1, 360)),
    ("doubled-each-layer", "densenet_channels(48, 24, 8)", 240, 12_288),
    ("last-layer-alone", "densenet_channels(48, 24, 8)", 240, 24),
    ("own-layer-counted", "densenet_layer_input(48, 24, 8)", 216, 240),
    ("forgot-first-channels", "densenet_channels(48, 24, 8)", 240, 192),
    ("added-like-resnet", "densenet_channels(48, 24, 8)", 240, 48),
    ("forgot-compression", "densenet_channels(48, 24, 8, 1/2)", 120, 240),
    ("compressed-growth-alone", "densenet_channels(48, 24, 8, 1/2)", 120, 144),
    ("bottleneck-width-joined", "densenet_channels(48, 24, 8)", 240, 816),
    ("one-convolution-a-layer", "densenet_layers(100)", 16, 32),
    ("one-connection-a-layer", "densenet_connections(8)", 36, 8),
    ("class-scores-per-box", "yolo_outputs(7, 2, 20)", 7 * 7 * 30, 7 * 7 * 50),
    ("class-scores-per-cell", "yolo2_outputs(13, 5, 20)", 13 * 13 * 125, 13 * 13 * 45),
    ("four-numbers-a-box", "yolo_outputs(7, 2, 20)", 7 * 7 * 30, 7 * 7 * 28),
    ("four-numbers-a-box", "(7, 7, yolo2_channels(5, 20))", (7, 7, 125), (7, 7, 120)),
    ("one-score-an-anchor", "rpn_outputs(9)", 54, 45),
    ("scores-by-class", "rpn_scores(9, 20)", 18, 180),
    ("overlap-counted-twice", "iou((0, 0, 4, 4), (2, 2, 6, 6))", Fraction(1, 7), Fraction(1, 8)),
    ("levels-not-squared", "spp_length((6, 3, 2, 1), 1)", 50, 12),
]


def test_every_mistake_has_a_worked_number() -> None:
    worked = {case[0] for case in (*CASES, *RECKONED)}
    assert worked == {mistake.id for mistake in CATALOGUE}


def answered(answer: str, id_: str | None = None, **networks: object) -> object:
    expression = compile_expression(answer, names=networks, functions=FirstWay().functions)
    if id_ is None:
        return truth_of(expression, networks).answer
    return wrong_answer([BY_ID[id_]], expression, networks)


@pytest.mark.parametrize(("id_", "answer", "right", "wrong"), RECKONED)
def test_mistake_without_a_network_gives_the_number_learners_give(
    id_: str, answer: str, right: object, wrong: object
) -> None:
    assert answered(answer) == right
    assert answered(answer, id_) == wrong


@pytest.mark.parametrize(("id_", "answer", "right", "wrong"), RECKONED)
def test_mistake_without_a_network_writes_its_own_steps_and_its_sentence(
    id_: str, answer: str, right: object, wrong: object
) -> None:
    expression = compile_expression(answer, names=[], functions=FirstWay().functions)
    mistake = BY_ID[id_]
    assert mistake in concerning(truth_of(expression, {}))
    (*_, last) = answer_steps(expression, {}, mistake.rules())
    assert last.value == (wrong[-1] if isinstance(wrong, tuple) else wrong)
    evaluated = compile_expression(last.term.expression(), functions=ARITHMETIC)
    assert evaluated.evaluate({}, {}) == last.value
    figures = figures_at_parting([mistake], expression, {})
    for language in LANGUAGES:
        said = mistake.sentence(language, "73,728", figures)
        assert "73,728" in said
        assert "?" not in said


@pytest.mark.parametrize(("id_", "written", "name", "right", "wrong"), CASES)
def test_mistake_parts_at_a_layer_whose_figures_its_sentence_names(
    id_: str, written: Written, name: str, right: object, wrong: object
) -> None:
    network = read_network({"input": written[0], "layers": written[1]})
    answer = compile_expression(
        f"{name}(network)", names=["network"], functions=FirstWay().functions
    )
    mistake, names = BY_ID[id_], {"network": network}
    assert mistake in concerning(truth_of(answer, names))
    assert wrong_answer([mistake], answer, names) == wrong
    figures = figures_at_parting([mistake], answer, names)
    for language in LANGUAGES:
        assert "?" not in mistake.sentence(language, "73,728", figures)


@pytest.mark.parametrize(("id_", "written", "name", "right", "wrong"), CASES)
def test_mistake_gives_the_number_learners_give(
    id_: str, written: Written, name: str, right: object, wrong: object
) -> None:
    network = read_network({"input": written[0], "layers": written[1]})
    assert FirstWay(TRUE).ask(name, network) == right
    assert FirstWay(BY_ID[id_].rules()).ask(name, network) == wrong


def test_ids_are_unique_and_every_part_is_in_both_languages() -> None:
    assert len(BY_ID) == len(CATALOGUE)
    for mistake in CATALOGUE:
        for text in (mistake.step, mistake.way, mistake.right_way, mistake.named):
            assert all((text.en, text.ko)), mistake.id


def test_entries_replaced_are_entries_of_the_table() -> None:
    for mistake in CATALOGUE:
        assert isinstance(mistake.rules(), Rules)


def outcome(id_: str, layers: str, answer: str) -> object:
    network = read_network({"input": [8, 16, 16], "layers": layers})
    expression = compile_expression(answer, names=["network"], functions=FirstWay().functions)
    names = {"network": network}
    mistake = BY_ID[id_]
    if mistake not in concerning(truth_of(expression, names)):
        return None
    return wrong_answer([mistake], expression, names)


@pytest.mark.parametrize(
    ("id_", "layers", "answer"),
    [
        ("forgot-bias", "Conv2d(8, 4, 3, bias=False)", "parameters(network)"),
        ("kernel-not-squared", "Conv2d(8, 4, 1)", "parameters(network)"),
        ("padding-once", "Conv2d(8, 4, 3)", "height(network)"),
        ("forgot-stride", "Conv2d(8, 4, 3)", "height(network)"),
        ("ignored-groups", "Conv2d(8, 4, 3)", "parameters(network)"),
        ("forgot-stride", "Conv2d(8, 4, 3, stride=2)", "parameters(network)"),
    ],
)
def test_mistake_does_not_apply_where_its_feature_is_absent(
    id_: str, layers: str, answer: str
) -> None:
    assert outcome(id_, layers, answer) is None


def test_masked_mistake_applies_and_still_gives_the_truth() -> None:
    # ⌊(16 + 1 − 3)/2⌋ + 1 = ⌊(16 + 2 − 3)/2⌋ + 1 = 8: the half pixel is lost either way.
    assert outcome("padding-once", "Conv2d(8, 4, 3, stride=2, padding=1)", "height(network)") == 8


def test_a_step_that_no_later_window_takes_makes_no_difference() -> None:
    deep = "Conv2d(8, 8, 3, stride=2), Conv2d(8, 8, 3, stride=2)"
    assert outcome("previous-stride-only", deep, "receptive_field(network)") is None
    assert outcome("previous-stride-only", deep, "effective_stride(network)") == 2
    pointwise = f"{deep}, Conv2d(8, 8, 1)"
    assert outcome("previous-stride-only", pointwise, "receptive_field(network)") is None
    deeper = f"{deep}, Conv2d(8, 8, 2)"
    assert outcome("previous-stride-only", deeper, "receptive_field(network)") == 7 + 2


def test_mistake_does_not_apply_where_the_broken_walk_falls_apart() -> None:
    # Written features stay as written, and no longer fit a map of another size.
    layers = "Conv2d(8, 4, 3), Flatten(), Linear(784, 10)"
    assert outcome("forgot-plus-one", layers, "elements(network)") is None


def test_lazy_sizes_follow_the_broken_walk() -> None:
    layers = "Conv2d(8, 4, 3, bias=False), Flatten(), LazyLinear(10, bias=False)"
    assert outcome("forgot-plus-one", layers, "parameters(network)") == 8 * 4 * 9 + 13 * 13 * 4 * 10


def test_two_mistakes_of_different_entries_combine() -> None:
    network = read_network({"input": CONV[0], "layers": CONV[1]})
    rules = BY_ID["kernel-not-squared"].rules(BY_ID["forgot-bias"].rules())
    assert trace(network, rules).parameters == 3 * 24 * 40
