"""Numbers moved about, halved, looked up, or shared out along an axis."""

import pytest

from quizapp.calc import ReceptiveField, Trace, proof, read_network, trace
from quizapp.calc.derivation import quantity_steps
from tests.calc.test_receptive_field import seen


def walked(layers: str, *shape: int) -> Trace:
    network = read_network({"input": list(shape), "layers": [layers]})
    result = trace(network)
    assert proof.shapes(network) == tuple(row.output_shape for row in result.rows)
    assert proof.parameters(network) == result.parameters
    assert proof.macs(network) == result.macs == 0
    field = result.receptive_field
    plain = field._replace(phases=None) if isinstance(field, ReceptiveField) else field
    assert proof.receptive_field(network) == plain
    return result


@pytest.mark.parametrize(
    ("call", "shape", "expected"),
    [
        ("PixelShuffle(2)", (8, 3, 4), (2, 6, 8)),
        ("PixelUnshuffle(3)", (2, 6, 9), (18, 2, 3)),
        ("ChannelShuffle(3)", (6, 3, 4), (6, 3, 4)),
        ("ChannelShuffle(2)", (6, 3), (6, 3)),
        ("Unfold(3)", (3, 8, 9), (27, 42)),
        ("Unfold((2, 1), 2, 1, 3)", (2, 9, 7), (4, 9)),
        ("Fold((8, 9), 3)", (27, 42), (3, 8, 9)),
        ("Fold((10, 5), kernel_size=3, stride=2, padding=1)", (9, 15), (1, 10, 5)),
        ("Unflatten(1, (2, 3))", (6, 4), (2, 3, 4)),
        ("Unflatten(-1, (2, -1))", (6, 4), (6, 2, 2)),
        ("Unflatten(1, [-1])", (6, 4), (6, 4)),
        ("GLU()", (6, 4), (6, 2)),
        ("GLU(1)", (6, 4), (3, 4)),
        ("Softmax(1)", (6, 4), (6, 4)),
        ("Softmax()", (6, 4, 4), (6, 4, 4)),
        ("LogSoftmax(-1)", (6,), (6,)),
        ("Softmin(dim=2)", (6, 4), (6, 4)),
        ("Softmax2d()", (6, 4, 4), (6, 4, 4)),
        ("RReLU(0.1, 0.3)", (6, 4), (6, 4)),
        ("FeatureAlphaDropout(0.2)", (6, 4), (6, 4)),
    ],
)
def test_shapes_are_those_torch_leaves(
    call: str, shape: tuple[int, ...], expected: tuple[int, ...]
) -> None:
    result = walked(call, *shape)
    assert result.output_shape == expected
    assert result.parameters == result.buffers == 0


def test_fold_puts_the_columns_of_unfold_back_where_they_were() -> None:
    window = "(3, 2), dilation=(1, 2), padding=(0, 1), stride=2"
    assert walked(f"Unfold({window}), Fold((9, 8), {window})", 5, 9, 8).output_shape == (5, 9, 8)


@pytest.mark.parametrize(
    ("call", "shape", "expected", "parameters"),
    [
        ("Embedding(100, 8)", (7,), (7, 8), 800),
        ("Embedding(100, 8, padding_idx=-1)", (7, 2), (7, 2, 8), 800),
        ("EmbeddingBag(100, 8)", (7,), (8,), 800),
        ("EmbeddingBag(10, 3, mode='max', padding_idx=9)", (7,), (3,), 30),
        ("PReLU()", (6, 4), (6, 4), 1),
        ("PReLU(6)", (6, 4), (6, 4), 6),
    ],
)
def test_tables_and_slopes_are_learned(
    call: str, shape: tuple[int, ...], expected: tuple[int, ...], parameters: int
) -> None:
    result = walked(call, *shape)
    assert (result.output_shape, result.parameters) == (expected, parameters)
    (step,) = quantity_steps("parameters", result)
    assert step.value == parameters


@pytest.mark.parametrize(
    "call",
    [
        "Unfold(3)", "Softmax(2)", "Softmax(-1)", "Embedding(9, 4)", "Unfold(2), Fold(16, 2)",
        "Flatten(), Unflatten(1, (4, 16, 16))",
    ],
)  # fmt: skip
def test_what_takes_the_axes_of_the_map_together_loses_it(call: str) -> None:
    assert walked(call, 4, 16, 16).rows[-1].receptive_field is None


def test_along_the_channels_no_other_place_is_seen() -> None:
    for call in ("Softmax(1)", "GLU(1)", "ChannelShuffle(2)", "PReLU(4)", "Softmax2d()"):
        assert seen("MaxPool2d(2)", call)[:3] == ((2, 2), (2, 2), (0, 0))


def test_a_single_place_is_shared_out_among_itself() -> None:
    assert seen("AvgPool2d((1, 16)), Softmax(3)")[:3] == ((1, 16), (1, 16), (0, 0))


def test_half_an_axis_sees_the_other_half_as_well() -> None:
    assert seen("MaxPool2d(2), GLU(2)")[:3] == ((10, 2), (2, 2), (0, 0))


def test_channels_split_in_two_keep_the_map_behind_them() -> None:
    assert seen("MaxPool2d(2)", "Unflatten(1, (2, 2)), Flatten(1, 2)")[:3] == (
        (2, 2), (2, 2), (0, 0),
    )  # fmt: skip


def test_a_map_put_where_the_channels_are_looked_for_is_lost() -> None:
    for call in ("ChannelShuffle(2)", "PixelShuffle(2)", "Softmax(1)"):
        moved = walked(f"permute([0, 2, 3, 1]), {call}", 4, 8, 8)
        assert moved.rows[-1].receptive_field is None
    kept = walked("permute([0, 2, 3, 1]), GLU(-1), Softmax(-1)", 4, 8, 8).receptive_field
    assert kept == ReceptiveField((1, 1), (1, 1), (0, 0), places=(0, 1))
