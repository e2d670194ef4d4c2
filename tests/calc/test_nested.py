"""A whole network as one nested sum, each line of which comes to what it says."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings

from quizapp.calc import TRUE, Misaligned, ReceptiveField, Trace, read_network, trace, zoo
from quizapp.calc.derivation import nested, nested_lines
from quizapp.calc.derivation.nesting import MOST_ADDENDS, SUMS
from quizapp.errors import NetworkError
from quizapp.expressions import ARITHMETIC, compile_expression
from quizapp.mistakes import CATALOGUE
from tests.calc.random_networks import networks

NORMED = "Conv2d(8, 8, 3, padding=1, bias=False), BatchNorm2d(8), ReLU()"
BLOCKS = {
    "input": [3, 32, 32],
    "layers": [
        "Conv2d(3, 8, 3, padding=1, bias=False), BatchNorm2d(8), ReLU()",
        {"repeat": 2, "layers": [{"add": [[NORMED, NORMED], []]}]},
        "MaxPool2d(2)",
        {"repeat": 3, "layers": ["Conv2d(8, 8, 5)", "Conv2d(8, 8, 1)"]},
        "AdaptiveAvgPool2d(1), Flatten(), Linear(8, 10)",
    ],
}


def walk_of(written: Any) -> Trace:
    return trace(read_network(written))


def evaluated(expression: str) -> Any:
    return compile_expression(expression, functions=ARITHMETIC).evaluate({}, {})


def recorded(name: str, walked: Trace) -> Any:
    if name != "receptive_field":
        return getattr(walked, name)
    seen = walked.receptive_field
    return seen.size[0] if isinstance(seen, ReceptiveField) else None


def test_what_repeats_is_written_once() -> None:
    assert nested("parameters", walk_of(BLOCKS)).numbers() == (
        "3·3·3·8 + 2·8 + 4 × (3·3·8·8 + 2·8) + 3 × (5·5·8·8 + 8 + 1·1·8·8 + 8) + 8·10 + 10"
    )


def test_repeats_within_repeats_are_folded_too() -> None:
    turn = "Conv2d(4, 4, 3, padding=1), Conv2d(4, 4, 3, padding=1), Conv2d(4, 4, 1)"
    walked = walk_of({"input": [4, 9, 9], "layers": [{"repeat": 5, "layers": [turn]}]})
    whole = nested("macs", walked)
    assert whole.numbers() == "5 × (2 × (3·3·4·4·9·9) + 1·1·4·4·9·9)"
    assert whole.expression() == "5*(2*(3*3*4*4*9*9) + 1*1*4*4*9*9)"
    assert evaluated(whole.expression()) == walked.macs


def test_a_run_opens_with_its_largest_summand() -> None:
    layers = "BatchNorm2d(8), " + ", ".join(["Conv2d(8, 8, 3), BatchNorm2d(8)"] * 3)
    walked = walk_of({"input": [8, 16, 16], "layers": layers})
    assert nested("parameters", walked).numbers() == "2·8 + 3 × (3·3·8·8 + 8 + 2·8)"


def test_a_receptive_field_is_the_pixel_and_what_each_window_adds() -> None:
    layers = "Conv2d(3, 3, 5), MaxPool2d(2), Conv2d(3, 3, 3), Conv2d(3, 3, 3, stride=2)"
    walked = walk_of({"input": [3, 28, 28], "layers": layers})
    assert nested("receptive_field", walked).numbers() == (
        "1 + (5 − 1)·1 + (2 − 1)·1 + (3 − 1)·2 + (3 − 1)·2"
    )


def test_axes_are_told_apart() -> None:
    walked = walk_of({"input": [3, 28, 28], "layers": "Conv2d(3, 3, (5, 1)), Conv2d(3, 3, (3, 7))"})
    assert nested("receptive_field", walked, 0).numbers() == "1 + (5 − 1)·1 + (3 − 1)·1"
    assert nested("receptive_field", walked, 1).numbers() == "1 + (7 − 1)·1"


def test_branches_are_followed_where_they_see_furthest() -> None:
    branches = [["Conv2d(3, 3, 3, padding=1)"], ["Conv2d(3, 3, 7, padding=3)"], []]
    walked = walk_of({"input": [3, 9, 9], "layers": [{"add": branches}]})
    assert nested("receptive_field", walked).numbers() == "1 + (7 − 1)·1"


def test_a_field_that_is_no_sum_stands_as_its_number() -> None:
    lopsided = {"add": [["Conv2d(3, 3, 3, padding=2)"], ["Conv2d(3, 3, 5, padding=3)"]]}
    walked = walk_of({"input": [3, 9, 9], "layers": [lopsided, "ConvTranspose2d(3, 3, 2, 2)"]})
    whole = nested("receptive_field", walked)
    assert whole.numbers() == str(recorded("receptive_field", walked))
    assert [line.text for line in nested_lines(whole)] == [whole.numbers()]


def test_a_network_without_layers_counts_nothing_and_sees_a_pixel() -> None:
    walked = walk_of({"input": [3, 5, 7], "layers": []})
    assert nested("parameters", walked).value == 0
    assert nested("receptive_field", walked).value == 1


def test_lines_put_a_repeat_deeper_and_sum_up_at_the_end() -> None:
    lines = nested_lines(nested("parameters", walk_of(BLOCKS)))
    assert [(line.depth, line.text) for line in lines] == [
        (0, "3·3·3·8 = 216"),
        (0, "2·8 = 16"),
        (1, "3·3·8·8 = 576"),
        (1, "2·8 = 16"),
        (1, "4 × (576 + 16) = 2,368"),
        (1, "5·5·8·8 + 8 = 1,608"),
        (1, "1·1·8·8 + 8 = 72"),
        (1, "3 × (1,608 + 72) = 5,040"),
        (0, "8·10 + 10 = 90"),
        (0, "216 + 16 + 2,368 + 5,040 + 90 = 7,730"),
    ]
    assert [line.label for line in lines[:3]] == [
        "Conv2d(3, 8, 3, padding=1, bias=False)", "BatchNorm2d(8)",
        "Conv2d(8, 8, 3, padding=1, bias=False)",
    ]  # fmt: skip


def test_a_long_sum_goes_by_subtotals() -> None:
    widths = range(1, 40)
    layers = [f"Conv2d({width}, {width + 1}, 1)" for width in widths]
    walked = walk_of({"input": [1, 2, 2], "layers": layers})
    lines = nested_lines(nested("parameters", walked))
    assert lines[-1].value == walked.parameters
    assert max(line.numbers.count("+") for line in lines) < MOST_ADDENDS
    assert len(lines) == len(layers) + 4 + 1


def test_buffers_are_statistics_and_a_counter_of_each_norm() -> None:
    assert nested("buffers", walk_of(BLOCKS)).numbers() == "5 × (2·8 + 1)"


def test_flops_are_twice_the_macs() -> None:
    walked = walk_of({"input": [3, 8, 8], "layers": "Conv2d(3, 4, 3)"})
    assert nested("flops", walked).numbers() == "2 × (3·3·3·4·6·6)"
    assert nested_lines(nested("flops", walked))[-1].text == "2 × (3,888) = 7,776"


@pytest.mark.parametrize("name", SUMS)
@given(written=networks())
@settings(max_examples=40, deadline=None)
def test_every_line_evaluates_and_the_whole_is_the_quantity(name: str, written: Any) -> None:
    walked = walk_of(written)
    if isinstance(walked.receptive_field, Misaligned):
        return
    whole = nested(name, walked)
    expected = recorded(name, walked)
    assert expected is None or whole.value == expected
    lines = nested_lines(whole)
    assert lines[-1].value == whole.value
    for line in lines:
        assert evaluated(line.expression) == line.value
        assert Fraction(line.value).denominator == 1


@pytest.mark.parametrize("mistake", CATALOGUE, ids=lambda mistake: mistake.id)
@pytest.mark.parametrize("name", SUMS)
def test_other_rules_give_their_own_sum(name: str, mistake: Any) -> None:
    network = read_network(
        {"input": [4, 20, 20], "layers": "Conv2d(4, 4, 3, stride=2), MaxPool2d(2), Conv2d(4, 8, 3)"}
    )
    try:
        walked = trace(network, mistake.rules(TRUE))
    except NetworkError:
        return  # a broken walk that its own layers refuse
    whole = nested(name, walked)
    assert whole.value == recorded(name, walked)
    assert evaluated(nested_lines(whole)[-1].expression) == whole.value


def test_what_is_no_sum_is_refused() -> None:
    with pytest.raises(ValueError, match="height"):
        nested("height", walk_of(BLOCKS))


@pytest.mark.parametrize("name", ["resnet50", "densenet121", "vit_b_16", "lenet5_1998"])
def test_whole_architectures_are_short_sums(name: str) -> None:
    walked = trace(zoo.network(name))
    whole = nested("parameters", walked)
    lines = nested_lines(whole)
    assert whole.value == walked.parameters
    assert all(evaluated(line.expression) == line.value for line in lines)
    learning = sum(row.parameters > 0 for row in walked.rows)
    assert len(lines) < learning + 20
