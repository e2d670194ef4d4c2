"""Receptive fields of whole networks, against gradients of torch and a published table."""

from typing import Any

import pytest

from quizapp.calc import Network, ReceptiveField, Row, proof, read_network, trace
from tests.calc.torch_truth import distill_network, read, written

MEASURED = {
    network["model"]: network["rows"]
    for network in read("receptive_fields")["torchvision"]["networks"]
}
DISTILL = read("receptive_fields")["distill_2019"]


def figures(row: dict[str, Any]) -> dict[str, tuple[int, int]]:
    names = {"size": "rf", "effective_stride": "stride", "effective_padding": "padding"}
    return {
        name: (row[f"{key}_h"], row[f"{key}_w"])
        for name, key in names.items()
        if row[f"{key}_h"] is not None
    }


def rows_by_name(network: Network) -> dict[str, Row]:
    return {row.name: row for row in trace(network).rows}


@pytest.mark.parametrize("model", MEASURED)
def test_every_map_sees_what_gradients_of_torch_show(model: str) -> None:
    traced = rows_by_name(read_network(written(model)))
    for row in MEASURED[model]:
        seen = traced[row["node"]].receptive_field
        expected = figures(row)
        assert {name: getattr(seen, name) for name in expected} == expected, row["node"]


@pytest.mark.parametrize("model", MEASURED)
def test_the_second_way_finds_it_at_every_map(model: str) -> None:
    network = read_network(written(model))
    places = {node.name: number for number, node in enumerate(network.nodes)}
    for row in MEASURED[model]:
        cut = Network(network.inputs, network.nodes[: places[row["node"]] + 1])
        seen = proof.receptive_field(cut)
        expected = figures(row)
        assert {name: getattr(seen, name) for name in expected} == expected, row["node"]


@pytest.mark.parametrize("name", DISTILL["architectures"])
def test_the_table_of_the_distill_article_is_met(name: str) -> None:
    # At this size TensorFlow's SAME pads both sides alike, as torch does.
    size = 321
    network = read_network(distill_network(name, size))
    rows = trace(network).rows
    order = [row.name for row in rows]
    ends = DISTILL["architectures"][name]["end_points"]
    table = [r for r in DISTILL["rows"] if r["cnn"] == name and r["resolution"] == size]
    assert table
    for entry in table:
        place = order.index(ends[entry["end_point"]])
        assert rows[place].receptive_field == ReceptiveField(
            (entry["rf"],) * 2, (entry["stride"],) * 2, (entry["padding"],) * 2
        )
        assert sum(row.macs for row in rows[: place + 1]) == entry["macs_conv"]
