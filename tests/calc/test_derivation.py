"""Derivations are written by the rules that computed the number, so they cannot disagree."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.calc import TRUE, read_network, trace
from quizapp.calc.derivation import Leaf, answer_steps, quantity_steps, value_of
from quizapp.calc.vocabulary import FirstWay
from quizapp.errors import ExpressionError, NetworkError
from quizapp.expressions import ARITHMETIC, compile_expression
from quizapp.mistakes import CATALOGUE

INCEPTION = [
    {"cat": [
        ["Conv2d(6, 3, 1), ReLU()"],
        ["Conv2d(6, 2, 1), ReLU(), Conv2d(2, 4, 3, padding=1)"],
        ["MaxPool2d(3, 1, padding=1), Conv2d(6, 5, 1)"],
    ]},
    "LazyConv2d(7, 1)",
]  # fmt: skip
NETWORKS: dict[str, tuple[list[int], Any]] = {
    "conv": ([3, 32, 40], "Conv2d(3, 8, (3, 5), stride=(2, 1), padding=(1, 2)), ReLU()"),
    "dilated": ([6, 33, 33], "Conv2d(6, 12, 3, padding=2, dilation=2, groups=3)"),
    "same": ([3, 16, 16], "Conv2d(3, 4, 4, padding='same')"),
    "head": ([4, 13, 13], "MaxPool2d(3, 2, ceil_mode=True), Flatten(), LazyLinear(10)"),
    "up": ([8, 5, 5], "ConvTranspose2d(8, 4, 3, stride=2, padding=1, output_padding=1)"),
    "normed": ([8, 9, 9], "Conv2d(8, 8, 3, bias=False), BatchNorm2d(8), AvgPool2d(2)"),
    "deep": ([3, 64, 64], "Conv2d(3, 8, 7, stride=2, padding=3), MaxPool2d(2), Conv2d(8, 8, 3)"),
    "padded": ([3, 12, 12], "ZeroPad2d((1, 2, 0, 1)), Conv2d(3, 4, 3), GroupNorm(2, 4)"),
    "resized": ([8, 6, 5], "Upsample(scale_factor=1.5), PixelShuffle(2), MaxUnpool2d(2)"),
    "columns": ([3, 8, 9], "Unfold(3, padding=1), LayerNorm(72), GLU(2)"),
    "moved": ([4, 9, 7], "Conv2d(4, 6, 3), permute(0, 2, 3, 1), Linear(6, 4), chunk(2, 2)"),
    "sequence": ([10, 8], "GRU(8, 3, 2, bidirectional=True), TransformerEncoderLayer(6, 2, 9)"),
    "attended": ([10, 8], "MultiheadAttention(8, 2), scaled_dot_product_attention(), mean(1)"),
    "separable": ([6, 9, 9], "Conv2d(6, 6, 3, groups=6), ReLU(), Conv2d(6, 8, 1)"),
    "bottleneck": ([8, 9, 9], "Conv2d(8, 2, 1, bias=False), BatchNorm2d(2), Conv2d(2, 4, 3)"),
    "inception": ([6, 9, 9], INCEPTION),
    "line": ([2, 40], "Conv1d(2, 4, 5, stride=3), AdaptiveAvgPool1d(1), Flatten(), Linear(4, 2)"),
}
QUANTITIES = [
    "parameters", "macs", "flops", "output_shape", "elements", "receptive_field", "activations",
    "weight_shape",
]  # fmt: skip


@pytest.mark.parametrize("mistake", [None, *CATALOGUE], ids=lambda m: m.id if m else "true")
@pytest.mark.parametrize("name", NETWORKS)
def test_tree_and_walk_agree_for_every_layer_and_rule(name: str, mistake: object) -> None:
    rules = TRUE if mistake is None else mistake.rules()  # type: ignore[attr-defined] # a Mistake
    shape, layers = NETWORKS[name]
    network = read_network({"input": shape, "layers": layers})
    try:
        walked = trace(network, rules)
    except NetworkError:
        return  # written sizes that a broken walk no longer fits: no answer, no steps
    rows = {row.name: row for row in (*walked.rows, *walked.counted)}
    for quantity in QUANTITIES:
        for step in quantity_steps(quantity, walked):
            evaluated = compile_expression(step.term.expression(), functions=ARITHMETIC)
            assert evaluated.evaluate({}, {}) == step.value
            if quantity in ("parameters", "macs") and step.place:
                own = step.result if isinstance(step.result, int) else None
                assert own in (None, getattr(rows[step.place], quantity))
            if quantity == "output_shape":
                assert step.value in rows[step.place].output_shape


@pytest.mark.parametrize("name", NETWORKS)
@pytest.mark.parametrize("quantity", ["parameters", "macs", "flops", "elements"])
def test_the_last_step_is_the_quantity(name: str, quantity: str) -> None:
    shape, layers = NETWORKS[name]
    network = read_network({"input": shape, "layers": layers})
    walked = trace(network)
    steps = quantity_steps(quantity, walked)
    value = FirstWay().ask(quantity, network)
    assert (steps[-1].value if steps else 0) == value


def steps_of(layers: str, answer: str, shape: list[int]) -> list[str]:
    network = read_network({"input": shape, "layers": layers})
    expression = compile_expression(answer, names=["network"], functions=FirstWay().functions)
    return [step.term.numbers() for step in answer_steps(expression, {"network": network})]


def test_formulas_read_as_in_a_textbook() -> None:
    network = read_network({"input": [128, 40, 50], "layers": "Conv2d(128, 64, 3, padding=1)"})
    (step,) = quantity_steps("parameters", trace(network))
    assert step.term.formula() == "k·k·C_in·C_out + C_out"
    assert step.term.numbers() == "3·3·128·64 + 64"
    assert step.term.expression() == "3*3*128*64 + 64"
    assert step.value == 73_792


def test_sizes_show_the_floor_and_one_of_two_equal_axes() -> None:
    lines = steps_of("Conv2d(3, 8, 7, stride=2, padding=2)", "height(network)", [3, 32, 32])
    assert lines == ["⌊(32 + 2·2 − 7)/2⌋ + 1"]


def test_receptive_fields_go_layer_by_layer() -> None:
    layers = "Conv2d(3, 3, 5), MaxPool2d(2), Conv2d(3, 3, 3)"
    assert steps_of(layers, "receptive_field(network)", [3, 28, 28]) == [
        "1 + (5 − 1)·1",
        "5 + (2 − 1)·1",
        "6 + (3 − 1)·2",
    ]


def test_functions_that_do_not_run_on_terms_are_written_with_their_numbers() -> None:
    lines = steps_of("Conv2d(3, 4, 3)", "round(parameters(network) / 5)", [3, 8, 8])
    assert lines[-1] == "round(112 / 5)"


def test_what_is_asked_twice_is_derived_once() -> None:
    lines = steps_of("Conv2d(3, 4, 3)", "parameters(network) + parameters(network)", [3, 8, 8])
    assert lines == ["3·3·3·4 + 4", "112 + 112"]


def reckoned(answer: str, **variables: int) -> list[tuple[str, str, str, object]]:
    expression = compile_expression(answer, names=variables, functions=FirstWay().functions)
    return [
        (step.label, step.term.formula(), step.term.numbers(), step.result)
        for step in answer_steps(expression, variables)
    ]


def test_a_calculation_without_a_network_is_one_line_in_the_names_of_its_variables() -> None:
    assert reckoned("yolo_outputs(s, 2, c)", s=7, c=20) == [
        ("yolo_outputs(s, 2, c)", "s·s·(5·B + c)", "7·7·(5·2 + 20)", 1_470)
    ]


def test_what_combines_calculations_comes_behind_them() -> None:
    lines = reckoned("yolo2_channels(b, c) - yolo_channels(b, c)", b=2, c=20)
    assert [(label, numbers) for label, _, numbers, _ in lines] == [
        ("yolo2_channels", "2·(5 + 20)"),
        ("yolo_channels", "5·2 + 20"),
        ("yolo2_channels(b, c) - yolo_channels(b, c)", "50 − 30"),
    ]


def test_a_suppression_shows_each_overlap_it_looks_at() -> None:
    lines = reckoned("nms_count(((0, 0, 2, 2), (0, 0, 2, 1), (5, 5, 6, 6)), (3, 2, 1), 1/4)")
    assert [(label, result) for label, *_, result in lines] == [
        ("IoU", Fraction(1, 2)),
        ("IoU", 0),
        ("nms_count(((0, 0, 2, 2), (0, 0, 2, 1), (5, 5, 6, 6)), (3, 2, 1), 1/4)", 2),
    ]


def test_each_number_of_a_region_has_its_line() -> None:
    lines = reckoned("roi_coordinates((x, 32, 200, 300), 16)", x=17)
    assert [numbers for _, _, numbers, _ in lines] == ["17/16", "32/16", "200/16", "300/16"]
    assert {result for *_, result in lines} == {
        (Fraction(17, 16), 2, Fraction(25, 2), Fraction(75, 4))
    }


def test_a_calculation_may_take_what_a_network_gives() -> None:
    network = read_network({"input": [3, 28, 28], "layers": "Conv2d(3, 8, 2, stride=2)"})
    expression = compile_expression(
        "yolo_outputs(height(network), 2, 20)", names=["network"], functions=FirstWay().functions
    )
    *_, last = answer_steps(expression, {"network": network})
    assert last.term.numbers() == "14·14·(5·2 + 20)"


def test_activations_are_the_numbers_of_each_map_and_their_sum() -> None:
    lines = steps_of("Conv2d(3, 4, 3), ReLU()", "activations(network)", [3, 8, 8])
    assert lines == ["⌊(8 + 2·0 − 3)/1⌋ + 1", "4·6·6", "4·6·6", "144 + 144"]


def test_the_shape_of_a_weight_shows_the_channels_a_kernel_sees() -> None:
    lines = steps_of("Conv2d(6, 4, 3, groups=2)", "weight_shape(network)", [6, 8, 8])
    assert lines == ["6/2"]


def test_an_empty_network_and_a_plain_count_have_no_steps() -> None:
    empty = trace(read_network({"input": [7], "layers": []}))
    assert quantity_steps("elements", empty) == ()
    assert (
        quantity_steps("buffers", trace(read_network({"input": [7], "layers": ["ReLU()"]}))) == ()
    )


NUMBERS = st.integers(-50, 50)


@settings(max_examples=200)
@given(st.recursive(
    NUMBERS.map(Leaf),
    lambda terms: st.one_of(
        st.tuples(terms, terms).map(lambda t: t[0] + t[1]),
        st.tuples(terms, terms).map(lambda t: t[0] - t[1]),
        st.tuples(terms, terms).map(lambda t: t[0] * t[1]),
        st.tuples(terms, st.integers(1, 9)).map(lambda t: t[0] // t[1]),
        st.tuples(terms, st.integers(1, 9)).map(lambda t: -(-t[0] // t[1])),
    ),
    max_leaves=8,
))  # fmt: skip
def test_what_a_term_writes_evaluates_to_what_it_is(term: object) -> None:
    source = term.expression()  # type: ignore[attr-defined] # a Term
    try:
        value = compile_expression(source, functions=ARITHMETIC).evaluate({}, {})
    except ExpressionError as error:
        assert error.code in {"number-large", "too-long", "too-many"}  # noqa: PT017 # bounds
        return
    assert value == value_of(term)
