"""Whole torchvision networks, node by node, against what torch says of them."""

from typing import Any

import pytest

from quizapp.calc import Trace, proof, read_network, trace
from tests.calc.torch_truth import operations, torch_network, written

MODELS = (
    "alexnet", "vgg11", "vgg16", "resnet18", "resnet50", "googlenet", "densenet121", "mobilenet_v2",
)  # fmt: skip


@pytest.fixture(scope="module", params=MODELS)
def model(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture(scope="module")
def traced(model: str) -> Trace:
    return trace(read_network(written(model)))


def named(node: dict[str, Any], figure: str) -> int:
    value: int = node.get(figure, 0)
    return value


def test_every_node_leaves_the_shape_torch_leaves(model: str, traced: Trace) -> None:
    ours = [(row.name, list(row.output_shape)) for row in traced.rows]
    assert ours == [(node["name"], node["out_shape"][1:]) for node in operations(model)]


@pytest.mark.parametrize("figure", ["parameters", "buffers", "macs"])
def test_every_node_counts_what_torch_counts(model: str, traced: Trace, figure: str) -> None:
    key = {"parameters": "params"}.get(figure, figure)
    ours = [(row.name, getattr(row, figure)) for row in traced.rows]
    assert ours == [(node["name"], named(node, key)) for node in operations(model)]


def test_totals_are_those_torch_gives(model: str, traced: Trace) -> None:
    network = torch_network(model)
    assert traced.parameters == network["total_params"]
    assert traced.buffers == network["buffers"]
    assert traced.macs == network["total_macs"]
    assert traced.flops == network["torch_flop_counter"]


def test_the_second_way_agrees_on_the_whole_network(traced: Trace) -> None:
    network = traced.network
    assert proof.shapes(network) == tuple(row.output_shape for row in traced.rows)
    assert proof.parameters(network) == traced.parameters
    assert proof.buffers(network) == traced.buffers
    assert proof.macs(network) == traced.macs


@pytest.mark.parametrize("gates", [True, False])
def test_the_second_way_agrees_on_the_receptive_field(traced: Trace, gates: bool) -> None:
    assert (
        proof.receptive_field(traced.network, gates=gates)
        == trace(traced.network, gates=gates).receptive_field
    )


def test_a_network_written_out_as_json_gives_the_same_trace(traced: Trace) -> None:
    again = trace(read_network(traced.network.as_json()))
    assert again.rows == traced.rows
