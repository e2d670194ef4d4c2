"""The written form of networks: what can be written, and which network it describes."""

import json
from typing import Any

import pytest
from hypothesis import given, settings

from quizapp.calc import Network, Row, Trace, compile_network, read_network, trace
from quizapp.calc.graph.network import MOST_NODES
from quizapp.errors import NetworkError
from tests.calc.random_networks import networks


def network(*layers: Any, shape: Any = (8, 16, 16), **variables: Any) -> Network:
    size = shape if isinstance(shape, dict) else list(shape)
    return read_network({"input": size, "layers": list(layers)}, variables)


def walked(*layers: Any, shape: Any = (8, 16, 16), **variables: Any) -> Trace:
    return trace(network(*layers, shape=shape, **variables))


def graph(*layers: Any, shape: Any = (8, 16, 16), **variables: Any) -> list[tuple[str, ...]]:
    """Each node's name, and the names of what feeds it."""
    return [(row.name, *row.inputs) for row in walked(*layers, shape=shape, **variables).rows]


def calls(*layers: Any, **variables: Any) -> list[str]:
    return [node.text for node in network(*layers, **variables).nodes]


def test_a_row_tells_a_layer_with_its_inputs_and_numbers() -> None:
    first = walked("Conv2d(3, 8, 3)", "ReLU()", shape=(3, 32, 32)).rows[0]
    assert isinstance(first, Row)
    assert (first.name, first.layer, first.inputs) == ("1", "Conv2d(3, 8, 3)", ("input",))
    assert (first.output_shape, first.parameters, first.macs) == ((8, 30, 30), 224, 194_400)


@pytest.mark.parametrize(
    "layers",
    [
        ["Conv2d(8, 4, 3), ReLU(), MaxPool2d(2)"],
        ["Conv2d(8, 4, 3)\nReLU()\nMaxPool2d(2)"],
        ["Conv2d(8, 4, 3),\nReLU(),\nMaxPool2d(2),"],
        ["  Conv2d(8, 4, 3)\n    ReLU(), MaxPool2d(2)\n"],
        ["nn.Conv2d(8, 4, 3)", "nn.ReLU()", "nn.MaxPool2d(2)"],
        ["Conv2d(8, 4, 3), ReLU()", "MaxPool2d(2)"],
    ],
)
def test_a_string_holds_calls_separated_by_commas_or_lines(layers: list[str]) -> None:
    assert calls(*layers) == ["Conv2d(8, 4, 3)", "ReLU()", "MaxPool2d(2)"]
    assert [name for name, _ in graph(*layers)] == ["1", "2", "3"]


def test_layers_may_be_one_string() -> None:
    written = {"input": [8, 16, 16], "layers": "Conv2d(8, 4, 3), ReLU()"}
    assert [node.text for node in read_network(written).nodes] == ["Conv2d(8, 4, 3)", "ReLU()"]


def test_a_pasted_sequential_is_the_layers_inside_it() -> None:
    pasted = """
        nn.Sequential(
            nn.Conv2d(8, 4, kernel_size=3, padding=1),  # 첫째 층
            nn.Sequential(nn.BatchNorm2d(4), nn.ReLU(inplace=True)),
            nn.MaxPool2d(kernel_size=2, stride=2),
        )
    """
    assert calls(pasted) == [
        "Conv2d(8, 4, kernel_size=3, padding=1)",
        "BatchNorm2d(4)",
        "ReLU(inplace=True)",
        "MaxPool2d(kernel_size=2, stride=2)",
    ]


def test_arguments_are_kept_as_they_were_written() -> None:
    written = [
        "Conv2d(8, 4, (3, 5), padding='same')",
        "Conv2d(4, 4, kernel_size=(3,), bias=False)",
        "MaxPool2d(2, None)",
        "BatchNorm2d(4, eps=0.001, momentum=None)",
        "Dropout(0.5)",
        "LeakyReLU(negative_slope=-0.1)",
        "AdaptiveAvgPool2d((None, 1))",
    ]
    assert calls(*written) == written


def test_names_and_from_make_any_acyclic_graph() -> None:
    assert graph(
        {"name": "stem", "layer": "Conv2d(8, 8, 3, padding=1)"},
        {"name": "left", "layer": "Conv2d(8, 4, 1)", "from": "stem"},
        {"name": "right", "layer": "Conv2d(8, 4, 1)", "from": "stem"},
        {"name": "both", "layer": "cat()", "from": ["left", "right"]},
        {"name": "sum", "add": ["both", "stem", "input"]},
        "ReLU()",
    ) == [
        ("stem", "input"), ("left", "stem"), ("right", "stem"), ("both", "left", "right"),
        ("sum", "both", "stem", "input"), ("6", "sum"),
    ]  # fmt: skip


def test_an_unnamed_node_is_called_by_its_place() -> None:
    assert graph(
        "ReLU(), ReLU()",
        {"add": [["ReLU()", "ReLU()"], {"layer": "Tanh()"}, []]},
        {"layer": "Sigmoid()", "from": "3.1.1"},
        {"layer": "Sigmoid()", "from": 2},
    ) == [
        ("1", "input"), ("2", "1"), ("3.1.1", "2"), ("3.1.2", "3.1.1"), ("3.2.1", "2"),
        ("3", "3.1.2", "3.2.1", "2"), ("4", "3.1.1"), ("5", "2"),
    ]  # fmt: skip


def test_an_empty_branch_is_the_identity_shortcut() -> None:
    residual = walked({"add": ["Conv2d(8, 8, 3, padding=1), BatchNorm2d(8)", []]})
    assert residual.rows[-1].inputs == ("1.1.2", "input")
    assert residual.output_shape == (8, 16, 16)


def test_joins_nest() -> None:
    inner = {"cat": ["Conv2d(8, 2, 1)", "Conv2d(8, 6, 1)"]}
    assert graph({"add": [[inner, "ReLU()"], []]}) == [
        ("1.1.1.1.1", "input"), ("1.1.1.2.1", "input"), ("1.1.1", "1.1.1.1.1", "1.1.1.2.1"),
        ("1.1.2", "1.1.1"), ("1", "1.1.2", "input"),
    ]  # fmt: skip


def test_a_join_may_say_where_its_branches_begin() -> None:
    rows = graph({"name": "a", "layer": "ReLU()"}, "Tanh()", {"add": [["ReLU()"], []], "from": "a"})
    assert rows[2:] == [("3.1.1", "a"), ("3", "3.1.1", "a")]


def test_cat_joins_along_the_channels_unless_a_dim_is_given() -> None:
    assert walked({"cat": [[], []]}).output_shape == (16, 16, 16)
    assert walked({"cat": [[], []], "dim": 2}).output_shape == (8, 32, 16)
    assert walked({"cat": [[], []], "dim": -1}).output_shape == (8, 16, 32)
    assert walked({"cat": [[], []], "dim": "d + 1"}, d=2).output_shape == (8, 16, 32)


def test_mul_stretches_a_gate_over_the_map() -> None:
    gated = walked({"name": "gate", "layer": "AdaptiveAvgPool2d(1)"}, {"mul": ["input", "gate"]})
    assert gated.output_shape == (8, 16, 16)


def test_several_inputs_are_a_mapping_of_names() -> None:
    shapes = {"image": [8, 16, 16], "mask": [1, 16, 16]}
    assert graph({"mul": ["image", "mask"]}, shape=shapes) == [("1", "image", "mask")]
    assert graph("ReLU()", shape=shapes) == [("1", "mask")]


def test_a_node_may_feed_nothing_and_stays_in_the_trace() -> None:
    rows = graph(
        {"name": "trunk", "layer": "ReLU()"},
        {"name": "auxiliary", "layer": "Conv2d(8, 10, 1)"},
        {"layer": "Conv2d(8, 4, 1)", "from": "trunk"},
    )
    assert rows == [("trunk", "input"), ("auxiliary", "trunk"), ("3", "trunk")]


def test_a_repeat_writes_its_layers_out_and_counts_the_names_inside() -> None:
    block = {
        "repeat": 2,
        "layers": [
            {"name": "block", "layer": "Conv2d(8, 8, 3, padding=1)"},
            {"add": [["ReLU()"], "block"]},
        ],
    }
    assert graph("ReLU()", block, {"layer": "Tanh()", "from": "block.1"}) == [
        ("1", "input"),
        ("block.1", "1"), ("2.1.2.1.1", "block.1"), ("2.1.2", "2.1.2.1.1", "block.1"),
        ("block.2", "2.1.2"), ("2.2.2.1.1", "block.2"), ("2.2.2", "2.2.2.1.1", "block.2"),
        ("3", "block.1"),
    ]  # fmt: skip


def test_repeats_nest_and_number_the_inner_turn_first() -> None:
    inner = {"repeat": 2, "layers": [{"name": "unit", "layer": "ReLU()"}]}
    names = [name for name, _ in graph({"repeat": 2, "layers": [inner]})]
    assert names == ["unit.1.1", "unit.2.1", "unit.1.2", "unit.2.2"]


def test_from_inside_a_repeat_means_the_same_turn_or_what_stands_before_it() -> None:
    rows = graph(
        {"name": "x", "layer": "ReLU()"},
        {
            "repeat": 2,
            "layers": [{"name": "y", "layer": "ReLU()"}, {"add": ["x", "y"]}],
        },
    )
    assert rows == [
        ("x", "input"), ("y.1", "x"), ("2.1.2", "x", "y.1"), ("y.2", "2.1.2"),
        ("2.2.2", "x", "y.2"),
    ]  # fmt: skip


def test_any_argument_may_be_an_expression_over_variables() -> None:
    template = compile_network(
        {
            "input": ["c", "2*n", 16],
            "layers": [
                {"repeat": "n // 4", "layers": ["Conv2d(c, c, k if k > 1 else 3, padding=k//2)"]},
                "Conv2d(c, min(c, 4), kernel_size=(k, 1), bias=biased)",
            ],
        },
        names=["c", "n", "k", "biased"],
    )
    assert template.names == {"c", "n", "k", "biased"}
    filled = template.fill({"c": 6, "n": 8, "k": 3, "biased": False})
    assert filled.inputs == {"input": (6, 16, 16)}
    assert [node.text for node in filled.nodes] == [
        "Conv2d(6, 6, 3, padding=1)",
        "Conv2d(6, 6, 3, padding=1)",
        "Conv2d(6, 4, kernel_size=(3, 1), bias=False)",
    ]


def test_a_template_is_filled_again_and_again() -> None:
    template = compile_network({"input": [3, 8, 8], "layers": ["Conv2d(3, c, 1)"]})
    assert [trace(template.fill({"c": c})).output_shape[0] for c in (1, 5, 9)] == [1, 5, 9]


@pytest.mark.parametrize(
    ("lazy", "plain"),
    [
        ("LazyConv2d(4, 3)", "Conv2d(8, 4, 3)"),
        ("LazyConv2d(4, 3, groups=2, bias=False)", "Conv2d(8, 4, 3, groups=2, bias=False)"),
        ("LazyConvTranspose2d(4, 2, stride=2)", "ConvTranspose2d(8, 4, 2, stride=2)"),
        ("LazyBatchNorm2d(affine=False)", "BatchNorm2d(8, affine=False)"),
        ("LazyLinear(4)", "Linear(16, 4)"),
    ],
)
def test_lazy_layers_take_what_arrives(lazy: str, plain: str) -> None:
    row, other = walked(lazy).rows[0], walked(plain).rows[0]
    assert row.layer == lazy
    assert row[3:] == other[3:]


def test_the_bound_on_nodes_holds_for_repeats() -> None:
    assert len(network({"repeat": MOST_NODES, "layers": ["ReLU()"]}).nodes) == 20_000
    for times, layers in ((MOST_NODES, ["ReLU()", "ReLU()"]), (10**17, ["ReLU()"])):
        with pytest.raises(NetworkError, match="at most 20000 layers"):
            network({"repeat": times, "layers": layers})


def test_nested_repeats_cannot_slip_past_the_bound() -> None:
    layers: list[Any] = ["ReLU()"]
    for _ in range(8):
        layers = [{"repeat": 100, "layers": layers}]
    with pytest.raises(NetworkError, match="at most 20000 layers"):
        network(*layers)


def same(one: Trace, other: Trace) -> bool:
    fields = [field for field in Row._fields if field != "operation"]
    return [[getattr(row, field) for field in fields] for row in one.rows] == [
        [getattr(row, field) for field in fields] for row in other.rows
    ]


def test_as_json_is_json_and_reads_as_the_same_network() -> None:
    described = network(
        "Conv2d(8, c, 3, padding=1)",
        {"repeat": 2, "layers": [{"name": "b", "add": ["Conv2d(c, c, 3, padding=1)", []]}]},
        {"name": "gate", "layer": "AdaptiveAvgPool2d((1, None))"},
        {"cat": ["b.1", "b.2"]},
        "Dropout(p=0.25)",
        c=4,
    )
    again = read_network(json.loads(json.dumps(described.as_json())))
    assert again.as_json() == described.as_json()
    assert same(trace(again), trace(described))


def test_several_inputs_survive_as_json() -> None:
    described = network({"add": ["a", "b"]}, shape={"a": [2, 4, 4], "b": [2, 4, 4]})
    assert same(trace(read_network(described.as_json())), trace(described))


@given(written=networks())
@settings(max_examples=60, deadline=None)
def test_any_network_reads_again_from_its_json(written: dict[str, Any]) -> None:
    described = read_network(written)
    assert same(trace(read_network(described.as_json())), trace(described))
