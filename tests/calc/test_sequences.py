"""Attention, recurrent layers and products: counts by hand, steps as in a textbook, refusals."""

from typing import Any

import pytest

from quizapp.calc import Row, Trace, proof, read_network, trace
from quizapp.calc.derivation import quantity_steps
from quizapp.calc.layers import KINDS
from quizapp.errors import NetworkError
from quizapp.expressions import ARITHMETIC, compile_expression
from quizapp.words import sentence

XY = {"x": [4, 8], "y": [6, 8]}


def walked(*layers: Any, shape: Any = (10, 8)) -> Trace:
    """A trace whose figures the second way finds as well, and whose steps come to them."""
    size = shape if isinstance(shape, dict) else list(shape)
    network = read_network({"input": size, "layers": list(layers)})
    found = trace(network)
    assert proof.shapes(network) == tuple(row.output_shape for row in found.rows)
    assert proof.parameters(network) == found.parameters
    assert proof.macs(network) == found.macs
    assert proof.receptive_field(network) == found.receptive_field
    for name in ("parameters", "macs", "output_shape"):
        for step in quantity_steps(name, found):
            evaluated = compile_expression(step.term.expression(), functions=ARITHMETIC)
            assert evaluated.evaluate({}, {}) == step.value
    return found


def only(layer: str, *feeds: str, shape: Any = (10, 8)) -> Row:
    written = {"layer": layer, "from": list(feeds)} if feeds else layer
    return walked(written, shape=XY if feeds else shape).rows[-1]


def formula(name: str, layer: str, *feeds: str, shape: Any = (10, 8)) -> str:
    written = {"layer": layer, "from": list(feeds)} if feeds else layer
    steps = quantity_steps(name, walked(written, shape=XY if feeds else shape))
    return steps[-1].term.formula()


def refused(layer: str, *feeds: str, shape: Any = (10, 8)) -> str:
    written = {"layer": layer, "from": list(feeds)} if feeds else layer
    size = XY if feeds else list(shape)
    with pytest.raises(NetworkError) as caught:
        trace(read_network({"input": size, "layers": [written]}))
    assert sentence(caught.value, "ko")
    return str(caught.value)


def test_an_lstm_has_four_times_the_weights_of_a_plain_step_and_two_biases() -> None:
    row = only("LSTM(8, 5)")
    assert row.output_shape == (10, 5)
    assert row.parameters == 4 * 5 * (8 + 5) + 2 * 4 * 5
    assert row.macs == 10 * 4 * 5 * (8 + 5)
    assert row.receptive_field is None


@pytest.mark.parametrize(("kind", "gates"), [("RNN", 1), ("GRU", 3), ("LSTM", 4)])
@pytest.mark.parametrize("bias", [True, False])
def test_layers_on_top_take_the_states_of_both_directions_below(
    kind: str, gates: int, bias: bool
) -> None:
    row = only(f"{kind}(8, 5, 3, bias={bias}, bidirectional=True)")
    weights = 2 * gates * 5 * (8 + 5) + 2 * 2 * gates * 5 * (10 + 5)
    assert row.output_shape == (10, 10)
    assert row.parameters == weights + bias * 3 * 2 * 2 * gates * 5
    assert row.macs == 10 * weights


def test_a_projection_shortens_the_state_that_is_handed_on() -> None:
    row = only("LSTM(8, 5, proj_size=2, bias=False)")
    assert row.output_shape == (10, 2)
    assert row.parameters == 4 * 5 * (8 + 2) + 2 * 5


@pytest.mark.parametrize(("kind", "gates"), [("RNNCell", 1), ("GRUCell", 3), ("LSTMCell", 4)])
def test_a_cell_is_one_step(kind: str, gates: int) -> None:
    row = only(f"{kind}(8, 5)", shape=(8,))
    assert row.output_shape == (5,)
    assert row.macs == gates * 5 * (8 + 5)
    assert row.parameters == row.macs + 2 * gates * 5
    assert only(f"{kind}(8, 5, False)", shape=(8,)).parameters == row.macs


@pytest.mark.parametrize("kind", ["RNN(8, 8)", "MultiheadAttention(8, 2)"])
def test_where_torch_expects_the_batch_changes_nothing_here(kind: str) -> None:
    first = only(kind.replace(")", ", batch_first=True)"))
    assert first[3:7] == only(kind)[3:7]


def test_a_plain_rnn_takes_its_nonlinearity_in_fourth_place_as_in_torch() -> None:
    assert only("RNN(8, 5, 1, 'relu', False)").parameters == 5 * (8 + 5)
    assert list(KINDS["LSTM"].arguments)[3] == "bias"


def test_attention_projects_four_times_and_multiplies_twice() -> None:
    row = only("MultiheadAttention(8, 2)")
    assert row.output_shape == (10, 8)
    assert row.parameters == 4 * 8 * 8 + 4 * 8
    assert row.macs == 4 * 10 * 8 * 8 + 2 * 10 * 10 * 8
    assert row.receptive_field is None


def test_attention_fed_three_times_by_one_node_is_attention_fed_once() -> None:
    assert only("MultiheadAttention(8, 4)", "x", "x", "x")[3:7] == only(
        "MultiheadAttention(8, 4)", "x"
    )[3:7]  # fmt: skip


def test_keys_and_values_may_be_of_other_lengths_and_numbers() -> None:
    shapes = {"q": [4, 6], "k": [7, 3], "v": [7, 5]}
    attention = "MultiheadAttention(6, 3, bias=False, kdim=3, vdim=5)"
    row = walked({"layer": attention, "from": ["q", "k", "v"]}, shape=shapes).rows[-1]
    assert row.output_shape == (4, 6)
    assert row.parameters == 6 * (6 + 3 + 5 + 6)
    assert row.macs == 4 * 36 + 7 * 18 + 7 * 30 + 2 * 4 * 7 * 6 + 4 * 36


def test_a_learned_key_and_a_zero_key_are_scored_too() -> None:
    plain = only("MultiheadAttention(8, 2)", "x", "y", "y")
    more = only("MultiheadAttention(8, 2, add_bias_kv=True, add_zero_attn=True)", "x", "y", "y")
    assert more.parameters == plain.parameters + 2 * 8
    assert more.macs == plain.macs + 2 * (2 * 4 * 8)


def test_an_encoder_layer_is_attention_two_dense_layers_and_two_norms() -> None:
    row = only("TransformerEncoderLayer(8, 2, 32)")
    assert row.output_shape == (10, 8)
    assert row.parameters == (4 * 64 + 32) + (8 * 32 + 32) + (32 * 8 + 8) + 2 * 16
    assert row.macs == (4 * 10 * 64 + 2 * 100 * 8) + 2 * 10 * 8 * 32
    plain = only("TransformerEncoderLayer(8, 2, 32, bias=False, norm_first=True)")
    assert plain.parameters == 4 * 64 + 2 * 8 * 32 + 2 * 8


def test_a_decoder_layer_attends_to_its_memory_too() -> None:
    row = only("TransformerDecoderLayer(8, 2, 32)", "x", "y")
    alone = only("TransformerEncoderLayer(8, 2, 32)", "x")
    across = only("MultiheadAttention(8, 2)", "x", "y", "y")
    assert row.output_shape == (4, 8)
    assert row.macs == alone.macs + across.macs
    assert row.parameters == alone.parameters + across.parameters + 16


def test_dot_products_are_counted_for_every_head() -> None:
    shapes = {"q": [8, 3, 5], "k": [4, 6, 5], "v": [2, 6, 7], "one": [1, 6, 7]}
    attention = "scaled_dot_product_attention(enable_gqa=True)"
    row = walked({"layer": attention, "from": ["q", "k", "v"]}, shape=shapes).rows[-1]
    assert row.output_shape == (8, 3, 7)
    assert row.macs == 8 * (3 * 6 * 5 + 3 * 6 * 7)
    one = {"layer": "scaled_dot_product_attention()", "from": ["k", "k", "one"]}
    assert walked(one, shape=shapes).output_shape == (4, 6, 7)
    assert only("scaled_dot_product_attention(is_causal=True)").macs == 2 * 10 * 10 * 8


def test_matrices_are_multiplied_pair_by_pair() -> None:
    shapes = {"a": [5, 3, 4, 6], "b": [1, 3, 6, 2]}
    row = walked({"layer": "matmul()", "from": ["a", "b"]}, shape=shapes).rows[-1]
    assert row.output_shape == (5, 3, 4, 2)
    assert row.macs == 15 * 4 * 6 * 2


def test_a_bilinear_weight_meets_one_pair_of_inputs() -> None:
    layer = {"layer": "Bilinear(8, 8, 3)", "from": ["x", "z"]}
    row = walked(layer, shape={"x": [4, 8], "z": [4, 8]}).rows[-1]
    assert row.output_shape == (4, 3)
    assert row.parameters == 8 * 8 * 3 + 3
    assert row.macs == 4 * 8 * 8 * 3
    assert only("Bilinear(8, 8, 3, bias=False)", "x", "x").parameters == 8 * 8 * 3


STEPS = [
    ("parameters", "GRU(8, 5)", "3·n_h·(n_in + n_h) + 2·3·n_h"),
    ("macs", "RNN(8, 5)", "L·n_h·(n_in + n_h)"),
    ("output_shape", "LSTM(8, 5, bidirectional=True)", "2·n_h"),
    ("macs", "MultiheadAttention(8, 2)", "L·E·E + L·E·E + L·E·E + 2·L·L·E + L·E·E"),
    ("macs", "TransformerEncoderLayer(8, 2, 4)", "4·L·E·E + 2·L·L·E + 2·L·E·F"),
    ("parameters", "TransformerEncoderLayer(8, 2, 4)", "4·E·E + 2·E·F + 4·E + F + E + 2·2·E"),
    ("macs", "scaled_dot_product_attention()", "L·L·E + L·L·E"),
]


@pytest.mark.parametrize(("name", "layer", "written"), STEPS)
def test_counts_are_explained_in_symbols(name: str, layer: str, written: str) -> None:
    assert formula(name, layer) == written


def test_products_of_two_inputs_are_explained_with_the_symbols_of_each() -> None:
    attention = formula("macs", "MultiheadAttention(8, 2)", "x", "y", "y")
    assert attention == "L·E·E + S·E·E + S·E·E + 2·L·S·E + L·E·E"
    decoder = formula("macs", "TransformerDecoderLayer(8, 2, 4)", "x", "y")
    assert decoder.endswith(" + 2·L·E·E + 2·S·E·E + 2·L·S·E")
    assert formula("macs", "Bilinear(8, 8, 3)", "x", "x") == "4·n_1·n_2·n_out"


CONSTRUCTED = [
    ("LSTM(0, 5)", "needs `input_size` of at least 1, not 0"),
    ("GRU(8, 5, 0)", "needs `num_layers` of at least 1, not 0"),
    ("LSTM(8, 5, proj_size=5)", "needs a `proj_size` below hidden_size=5, not 5"),
    ("LSTM(8, 5, proj_size=-1)", "needs `proj_size` of at least 0, not -1"),
    ("GRU(8, 5, proj_size=2)", "has no argument `proj_size`; did you mean `input_size`?"),
    ("RNN(8, 5, nonlinearity='gelu')", "knows tanh, relu for `nonlinearity`, not 'gelu'"),
    ("RNN(8, 5, 1, False)", "knows tanh, relu for `nonlinearity`, not False"),
    ("LSTM(8, 5, dropout=1.5)", "needs a probability between 0 and 1, not 1.5"),
    ("RNNCell(8, 5, nonlinearity='gelu')", "knows tanh, relu for `nonlinearity`, not 'gelu'"),
    ("GRUCell(8, 0)", "needs `hidden_size` of at least 1, not 0"),
    ("MultiheadAttention(8, 3)", "cannot share `embed_dim`=8 among 3 heads"),
    ("MultiheadAttention(8, 0)", "needs `num_heads` of at least 1, not 0"),
    ("MultiheadAttention(8, 2, kdim=0)", "needs `kdim` of at least 1, not 0"),
    ("TransformerEncoderLayer(8, 3)", "cannot share `d_model`=8 among 3 heads"),
    ("TransformerEncoderLayer(8, 2, activation='tanh')",
     "knows relu, gelu for `activation`, not 'tanh'"),
    ("Bilinear(0, 8, 3)", "needs `in1_features` of at least 1, not 0"),
    ("scaled_dot_product_attention(1)", "takes no mask here: it changes no shape and no count"),
]  # fmt: skip


@pytest.mark.parametrize(("call", "reason"), CONSTRUCTED)
def test_what_torch_would_not_construct_is_refused(call: str, reason: str) -> None:
    assert refused(call) == f"`{call}` {reason}"


WITHOUT_BATCH = "shapes are written without the batch"
APPLIED = [
    ("LSTM(7, 5)", (), "expects 7 features and gets 8"),
    ("GRUCell(8, 5)", (), f"expects a shape of 1 numbers and gets 10×8; {WITHOUT_BATCH}"),
    ("MultiheadAttention(6, 2)", (), "expects 6 features in query and gets 8"),
    ("MultiheadAttention(8, 2, kdim=7)", ("x", "y", "y"), "expects 7 features in key and gets 8"),
    ("MultiheadAttention(8, 2)", ("x", "y"),
     "takes one input, or 3 (query, key, value), and gets 2"),
    ("MultiheadAttention(8, 2)", ("x", "y", "x"),
     "needs a value for each key and gets 6 keys and 4 values"),
    ("TransformerEncoderLayer(6, 2)", (), "expects 6 features and gets 8"),
    ("TransformerDecoderLayer(8, 2)", (), "takes 2 inputs (tgt, memory) and gets 1"),
    ("TransformerDecoderLayer(6, 2)", ("x", "y"), "expects 6 features in tgt and gets 8"),
    ("matmul()", ("x", "y"), "cannot multiply 4×8 by 6×8: 8 columns meet 6 rows"),
    ("matmul()", ("x", "y", "y"), "takes 2 inputs (input, other) and gets 3"),
    ("Bilinear(8, 8, 2)", ("x", "y"), "cannot join 4×8, 6×8: their sides differ"),
    ("Bilinear(8, 7, 2)", ("x", "x"), "expects 7 features in input2 and gets 8"),
]  # fmt: skip


@pytest.mark.parametrize(("call", "feeds", "reason"), APPLIED)
def test_what_torch_would_not_run_is_refused(
    call: str, feeds: tuple[str, ...], reason: str
) -> None:
    assert refused(call, *feeds) == f"layer 1: `{call}` {reason}"


PRODUCTS = [
    ("matmul()", {"a": [8], "b": [8, 4]},
     "would multiply over the batch: 8 has no rows and columns"),
    ("matmul()", {"a": [3, 4, 8], "b": [2, 8, 4]}, "cannot join 3×4×8, 2×8×4: their sides differ"),
    ("matmul()", {"a": [3, 4, 8], "b": [8, 4]}, "cannot join 3×4×8, 8×4: their sides differ"),
    ("Bilinear(1, 4, 2)", {"a": [1], "b": [3, 4]}, "cannot join 1, 3×4: their sides differ"),
    ("scaled_dot_product_attention()", {"q": [4, 8], "k": [6, 7], "v": [6, 8]},
     "needs queries and keys of one length and gets 8 and 7"),
    ("scaled_dot_product_attention()", {"q": [4, 8], "k": [6, 8], "v": [5, 8]},
     "needs a value for each key and gets 6 keys and 5 values"),
    ("scaled_dot_product_attention()", {"q": [4, 3, 8], "k": [2, 6, 8], "v": [2, 6, 8]},
     "cannot join 4×3×8, 2×6×8, 2×6×8: their sides differ"),
    ("scaled_dot_product_attention(enable_gqa=True)", {"q": [4, 3, 8], "k": [3, 6, 8],
     "v": [3, 6, 8]}, "cannot share 3×6×8 among the heads of 4×3×8"),
    ("scaled_dot_product_attention(enable_gqa=True)", {"q": [3, 8], "k": [6, 8], "v": [6, 8]},
     "cannot share 6×8 among the heads of 3×8"),
]  # fmt: skip


@pytest.mark.parametrize(("call", "shapes", "reason"), PRODUCTS)
def test_tensors_that_do_not_fit_are_not_multiplied(
    call: str, shapes: dict[str, list[int]], reason: str
) -> None:
    with pytest.raises(NetworkError) as caught:
        trace(read_network({"input": shapes, "layers": [{"layer": call, "from": list(shapes)}]}))
    assert sentence(caught.value, "ko")
    assert str(caught.value) == f"layer 1: `{call}` {reason}"


def test_a_network_of_sequences_written_as_json_gives_the_same_trace() -> None:
    layers = [
        {"layer": "MultiheadAttention(8, 2)", "from": ["x", "y", "y"]},
        "MultiheadAttention(8, 2)",
        {"name": "out", "layer": "TransformerDecoderLayer(8, 2)", "from": ["2", "y"]},
    ]
    network = read_network({"input": XY, "layers": layers})
    again = read_network(network.as_json())
    assert trace(again).rows == trace(network).rows
