"""What expressions may ask of a network, and what they are told where there is no answer."""

import json
from fractions import Fraction
from typing import Any

import pytest

from quizapp.calc import read_network, trace
from quizapp.calc.json_form import trace_json
from quizapp.calc.vocabulary import QUANTITIES, FirstWay, second_way
from quizapp.errors import ExpressionError
from quizapp.expressions import Function, compile_expression

MAP = {"input": [3, 16, 20], "layers": ["Conv2d(3, 8, 3, stride=2)", "BatchNorm2d(8)"]}
FLAT = {"input": [3, 8, 8], "layers": ["Flatten()", "Linear(192, 10)"]}


def asked(answer: str, written: dict[str, Any], functions: Any) -> Any:
    expression = compile_expression(answer, names=["network"], functions=functions)
    return expression.evaluate({"network": read_network(written)}, functions)


@pytest.mark.parametrize("name", QUANTITIES)
def test_both_ways_answer_every_quantity_alike(name: str) -> None:
    first = asked(f"{name}(network)", MAP, FirstWay().functions)
    assert first == asked(f"{name}(network)", MAP, second_way())


def test_a_field_is_one_number_where_axes_agree_and_one_an_axis_where_not() -> None:
    functions = FirstWay().functions
    assert asked("receptive_field(network)", MAP, functions) == 3
    uneven = {"input": [3, 16, 20], "layers": ["Conv2d(3, 8, (3, 5))"]}
    assert asked("receptive_field(network)", uneven, functions) == (3, 5)


@pytest.mark.parametrize(
    ("answer", "written", "said"),
    [
        ("height(network)", FLAT, "no height"),
        ("receptive_field(network)", FLAT, "whole input"),
        (
            "receptive_field(network)",
            {"input": [3, 8, 8], "layers": [{"cat": [["Conv2d(3, 3, 1, stride=2)"],
             ["Conv2d(3, 3, 5)", "Conv2d(3, 3, 1)"]]}]},
            "each sees its own",
        ),
        ("channels(network)", {"input": [3], "layers": ["mean(1)"]}, "channels"),
        ("weight_shape(network)",
         {"input": [3, 8, 8], "layers": ["Conv2d(3, 4, 3), Conv2d(4, 4, 3)"]},
         "one convolution or dense layer, not 2"),
        ("iou((0, 0, 1), (0, 0, 1, 1))", FLAT, r"a box is .* not \(0, 0, 1\)"),
        ("parameters(3)", FLAT, r"cannot take 3"),
        ("weighted_layers(3)", FLAT, r"cannot take 3"),
    ],
)  # fmt: skip
def test_what_has_no_answer_says_why(answer: str, written: dict[str, Any], said: str) -> None:
    with pytest.raises(ExpressionError, match=said):
        asked(answer, written, FirstWay().functions)


@pytest.mark.parametrize(
    ("answer", "value"),
    [
        ("yolo_outputs(7, 2, 20)", 1_470),
        ("rpn_outputs(9)", 54),
        ("iou((0, 0, 4, 4), (2, 2, 6, 6))", Fraction(1, 7)),
        ("nms(((0, 0, 2, 2), (0, 0, 2, 1)), (1, 2), 0.9)", (1, 0)),
        ("roi_bins(7, 3)[1]", (2, 5)),
        ("densenet_channels(48, 24, height(network) // 2, 1/2)", 108),
    ],
)
def test_both_ways_reckon_what_needs_no_network(answer: str, value: object) -> None:
    written = {"input": [3, 14, 14], "layers": ["ReLU()"]}
    assert asked(answer, written, FirstWay().functions) == value
    assert asked(answer, written, second_way()) == value


def test_a_calculation_refuses_another_number_of_arguments() -> None:
    with pytest.raises(ExpressionError, match=r"yolo_outputs\(\) takes 3 argument\(s\)"):
        asked("yolo_outputs(7)", FLAT, FirstWay().functions)
    with pytest.raises(ExpressionError, match="takes 3 to 4 arguments and gets 2"):
        asked("densenet_channels(7, 2)", FLAT, FirstWay().functions)


def test_the_weight_of_a_transposed_convolution_has_its_input_channels_first() -> None:
    up = {"input": [6, 8, 8], "layers": ["ConvTranspose2d(6, 4, 3, groups=2)"]}
    for functions in (FirstWay().functions, second_way()):
        assert asked("weight_shape(network)", up, functions) == (6, 2, 3, 3)
        assert asked("weight_shape(network)", FLAT, functions) == (10, 192)


def test_the_words_are_a_mapping_of_functions() -> None:
    functions = FirstWay().functions
    assert len(functions) == len(list(functions))
    assert all(isinstance(functions[name], Function) for name in functions)
    assert functions.get("nothing") is None


def test_weighted_layers_are_those_that_learn_weights() -> None:
    written = {"input": [3, 8, 8], "layers": ["Conv2d(3, 4, 3), BatchNorm2d(4), ReLU()",
                                              "Flatten(), LazyLinear(10)"]}  # fmt: skip
    assert asked("weighted_layers(network)", written, FirstWay().functions) == 2


def test_a_trace_in_json_writes_fractions_and_misaligned_paths() -> None:
    up = trace_json(
        trace(read_network({"input": [3, 4, 4], "layers": ["ConvTranspose2d(3, 3, 3, 2)"]}))
    )
    assert up["receptive_field"]["effective_stride"] == ["1/2", "1/2"]
    joined = {"input": {"one": [3, 8, 8]}, "layers": [
        {"cat": [["Conv2d(3, 3, 1, stride=2, padding=0)"], ["Conv2d(3, 3, 5)"]], "from": "one"},
        "AdaptiveAvgPool2d(1), Flatten()",
    ]}  # fmt: skip
    record = trace_json(trace(read_network(joined)))
    assert record["input"] == {"one": [3, 8, 8]}
    assert record["rows"][2]["receptive_field"] == {"misaligned": [["1.1.1"], ["1.2.1"]]}
    assert record["rows"][-1]["receptive_field"] is None
    assert json.loads(json.dumps(record)) == record


def test_a_share_is_exact() -> None:
    share = asked("parameters(network) / macs(network)", MAP, FirstWay().functions)
    assert isinstance(share, Fraction)
