"""The walk and the second way agree, and would not if a rule of the walk were wrong."""

from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quizapp.calc import Network, ReceptiveField, proof, read_network, trace
from quizapp.calc.layers import KINDS
from quizapp.calc.proof.looks import looks
from quizapp.calc.proof.positions import shape_after
from quizapp.calc.proof.products import products
from tests.calc.random_networks import networks


def sees_nothing(row: Any) -> bool:
    """A map whose units look at gaps of a transposed convolution only."""
    return isinstance(row.receptive_field, ReceptiveField) and 0 in row.receptive_field.size


def plain(seen: Any) -> Any:
    """A receptive field by its three figures; the second way keeps no phases."""
    return seen[:3] if isinstance(seen, ReceptiveField) else seen


@given(written=networks())
@settings(max_examples=150, deadline=None)
def test_shapes_and_counts_agree_on_random_networks(written: dict[str, Any]) -> None:
    network = read_network(written)
    walked = trace(network)
    assert proof.shapes(network) == tuple(row.output_shape for row in walked.rows)
    assert proof.output_shape(network) == walked.output_shape
    assert proof.parameters(network) == walked.parameters
    assert proof.buffers(network) == walked.buffers
    assert proof.macs(network) == walked.macs


@given(written=networks(), gates=st.booleans())
@settings(max_examples=150, deadline=None)
def test_receptive_fields_agree_after_every_node_of_random_networks(
    written: dict[str, Any], gates: bool
) -> None:
    network = read_network(written)
    walked = trace(network, gates=gates)
    assume(not any(map(sees_nothing, walked.rows)))
    for count in range(1, len(network.nodes) + 1):
        cut = Network(network.inputs, network.nodes[:count])
        seen = trace(cut, gates=gates).receptive_field
        assert plain(proof.receptive_field(cut, gates=gates)) == plain(seen)


def test_a_network_without_layers_leaves_its_input() -> None:
    network = read_network({"input": [3, 5, 7], "layers": []})
    assert proof.output_shape(network) == trace(network).output_shape == (3, 5, 7)
    assert proof.receptive_field(network) is None is trace(network).receptive_field
    assert proof.parameters(network) == proof.macs(network) == 0


ARGUMENTS = {
    "Conv": "4, 4, 3", "ConvTranspose": "4, 4, 3", "LazyConv": "4, 3", "LazyConvTranspose": "4, 3",
    "MaxPool": "2", "AvgPool": "2", "AdaptiveAvgPool": "2", "AdaptiveMaxPool": "2",
    "BatchNorm": "4", "Linear": "6, 3", "LazyLinear": "3", "flatten": "1", "Threshold": "0, 0",
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_layer_has_a_second_way_to_every_quantity(kind: str) -> None:
    axes = int(kind[-2]) if kind[-2:] in ("1d", "2d", "3d") else 2
    call = f"{kind}({ARGUMENTS.get(kind.removesuffix(f'{axes}d'), '')})"
    network = {"input": {"a": [4, 6, 6, 6][: axes + 1], "b": [4, 6, 6, 6][: axes + 1]}}
    joins = kind in ("add", "mul", "cat")
    layer = {"layer": call, "from": ["a", "b"] if joins else "a"}
    node = read_network({**network, "layers": [layer]}).nodes[0]
    arriving = tuple(map(tuple, network["input"].values()))[: 2 if joins else 1]
    resolved = node.layer.resolved(arriving[0])
    leaving = shape_after(resolved, arriving)
    assert leaving
    assert products(resolved, arriving, leaving) >= 0
    assert proof.tensors(resolved) is not None
    taken = looks(resolved, arriving, leaving)
    assert taken is None or len(taken) == axes


def test_a_layer_without_a_second_way_says_so() -> None:
    from quizapp.calc.layers import Layer

    class Unheard(Layer):
        pass

    for way in (
        lambda: shape_after(Unheard(), ((1, 2, 2),)),
        lambda: products(Unheard(), ((1, 2, 2),), (1, 2, 2)),
        lambda: looks(Unheard(), ((1, 2, 2),), (1, 2, 2)),
        lambda: proof.tensors(Unheard()),
    ):
        with pytest.raises(NotImplementedError, match=r"no second way .*Unheard"):
            way()
