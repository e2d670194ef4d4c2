"""The walk and the second way agree, and would not if a rule of the walk were wrong."""

from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quizapp.calc import Network, ReceptiveField, proof, read_network, trace
from quizapp.calc.layers import KINDS
from quizapp.calc.proof.crossings import crossings
from quizapp.calc.proof.orders import order
from quizapp.calc.proof.positions import shape_after
from quizapp.calc.proof.products import products
from quizapp.calc.proof.windows import sliding
from tests.calc.random_networks import networks, sequence_networks


def sees_nothing(row: Any) -> bool:
    """A map whose units look at gaps of a transposed convolution only."""
    return isinstance(row.receptive_field, ReceptiveField) and 0 in row.receptive_field.size


def plain(seen: Any) -> Any:
    """A receptive field by its three figures; the second way keeps no phases."""
    return seen[:3] if isinstance(seen, ReceptiveField) else seen


@given(written=st.one_of(networks(), networks(), sequence_networks()))
@settings(max_examples=150, deadline=None)
def test_shapes_and_counts_agree_on_random_networks(written: dict[str, Any]) -> None:
    network = read_network(written)
    walked = trace(network)
    assert proof.shapes(network) == tuple(row.output_shape for row in walked.rows)
    assert proof.output_shape(network) == walked.output_shape
    assert proof.parameters(network) == walked.parameters
    assert proof.buffers(network) == walked.buffers
    assert proof.macs(network) == walked.macs


@given(written=st.one_of(networks(), networks(), sequence_networks()), gates=st.booleans())
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
    "GroupNorm": "2, 4", "InstanceNorm": "4", "LayerNorm": "6", "RMSNorm": "6",
    "LocalResponseNorm": "2", "LPPool": "2, 2", "MaxUnpool": "2", "ConstantPad": "1, 0",
    "ZeroPad": "1", "ReflectionPad": "1", "ReplicationPad": "1", "CircularPad": "1",
    "Upsample": "scale_factor=2", "UpsamplingNearest": "9", "UpsamplingBilinear": "9",
    "PixelShuffle": "2", "PixelUnshuffle": "2", "ChannelShuffle": "2", "Unfold": "2",
    "Fold": "5, 2", "Unflatten": "1, (2, 2)", "Embedding": "9, 3", "EmbeddingBag": "9, 3",
    "Parameter": "(4, 6, 6)",
    "interpolate": "scale_factor=2", "pad": "(1, 1)", "stack": "1", "Bilinear": "6, 6, 3",
    "permute": "0, 2, 1, 3", "reshape": "-1, 2, 2, 6, 6", "expand": "-1, 4, 6, 6",
    "transpose": "1, 2", "squeeze": "1", "unsqueeze": "1", "narrow": "1, 0, 2", "chunk": "2, 1",
    "split": "2, 1", "mean": "1", "MultiheadAttention": "6, 2", "TransformerEncoderLayer": "6, 2",
    "TransformerDecoderLayer": "6, 2", "RNN": "6, 3", "LSTM": "6, 3", "GRU": "6, 3",
    "RNNCell": "6, 3", "LSTMCell": "6, 3", "GRUCell": "6, 3",
}  # fmt: skip
SEQUENCES = (
    "RNN", "LSTM", "GRU",
    "MultiheadAttention", "TransformerEncoderLayer", "TransformerDecoderLayer",
)  # fmt: skip
PAIRED = ("add", "mul", "cat", "stack", "matmul", "Bilinear", "TransformerDecoderLayer")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_layer_has_a_second_way_to_every_quantity(kind: str) -> None:
    axes = int(kind[-2]) if kind[-2:] in ("1d", "2d", "3d") else 2
    call = f"{kind}({ARGUMENTS.get(kind.removesuffix(f'{axes}d'), '')})"
    rank = 2 if kind in SEQUENCES else 1 if kind.endswith("Cell") else axes + 1
    shape = [4, 6, 6, 6][:rank] if rank > 1 else [6]
    layer = {"layer": call, "from": ["a", "b"] if kind in PAIRED else "a"}
    node = read_network({"input": {"a": shape, "b": shape}, "layers": [layer]}).nodes[0]
    arriving = (tuple(shape),) * len(node.sources)
    resolved = node.layer.resolved(arriving[0])
    leaving = shape_after(resolved, arriving)
    assert leaving
    assert products(resolved, arriving, leaving) >= 0
    assert proof.tensors(resolved) is not None
    assert len(crossings(resolved, arriving, leaving)) == len(arriving[0])


def test_a_layer_without_a_second_way_says_so() -> None:
    from quizapp.calc.layers import Layer

    class Unheard(Layer):
        pass

    for way in (
        lambda: shape_after(Unheard(), ((1, 2, 2),)),
        lambda: products(Unheard(), ((1, 2, 2),), (1, 2, 2)),
        lambda: crossings(Unheard(), ((1, 2, 2),), (1, 2, 2)),
        lambda: order(Unheard(), (1, 2, 2)),
        lambda: proof.tensors(Unheard()),
        lambda: sliding(Unheard()),
    ):
        with pytest.raises(NotImplementedError, match=r"no second way .*Unheard"):
            way()
