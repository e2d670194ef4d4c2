"""Every mistake gives the number that learners were seen to give.

The layers and values are the worked examples of published answer keys, quizzes and threads that
the catalogue was collected from; the right answers beside them are torch's.
"""

import pytest

from quizapp.calc import TRUE, Rules, read_network, trace
from quizapp.calc.vocabulary import FirstWay
from quizapp.expressions import compile_expression
from quizapp.mistakes import BY_ID, CATALOGUE, concerning, truth_of, wrong_answer
from quizapp.words import LANGUAGES

CONV = ([24, 30, 30], "Conv2d(24, 40, 3, stride=2, padding=1)")
GROUPED = ([24, 30, 30], "Conv2d(24, 40, 3, stride=2, padding=1, groups=4)")
SIZED = ([3, 32, 32], "Conv2d(3, 8, 7, stride=2, padding=2)")
DILATED = ([3, 33, 33], "Conv2d(3, 8, 7, stride=2, padding=2, dilation=2)")
PADDED = ([24, 30, 30], "Conv2d(24, 40, 3, padding=1)")
SEEN = ([3, 99, 99], "Conv2d(3, 3, 7, stride=2), Conv2d(3, 3, 3), MaxPool2d(2), Conv2d(3, 3, 5)")
FLAT = ([48, 7, 7], "Flatten(), LazyLinear(100)")
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
]  # fmt: skip


@pytest.mark.parametrize(("id_", "written", "name", "right", "wrong"), CASES)
def test_mistake_gives_the_number_learners_give(
    id_: str, written: tuple[list[int], str], name: str, right: int, wrong: int
) -> None:
    network = read_network({"input": written[0], "layers": written[1]})
    assert FirstWay(TRUE).ask(name, network) == right
    assert FirstWay(BY_ID[id_].rules()).ask(name, network) == wrong


def test_every_mistake_has_a_worked_number() -> None:
    assert {case[0] for case in CASES} == {mistake.id for mistake in CATALOGUE}


def test_ids_are_unique_and_every_part_is_in_both_languages() -> None:
    assert len(BY_ID) == len(CATALOGUE)
    for mistake in CATALOGUE:
        for text in (mistake.step, mistake.way, mistake.right_way, mistake.named):
            assert all((text.en, text.ko)), mistake.id


def test_sentences_name_the_answer_in_both_languages() -> None:
    figures = dict.fromkeys(("k", "s", "p", "d", "groups", "c_in", "biases"), 3)
    for mistake in CATALOGUE:
        for language in LANGUAGES:
            said = mistake.sentence(
                language, "73,728", {**figures, "layer": "Conv2d(3, 8, 3)", "arriving": (3, 8, 8)}
            )
            assert "73,728" in said
            assert "{" not in said


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
