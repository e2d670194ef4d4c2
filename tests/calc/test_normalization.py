"""What norms learn, keep and look at."""

import pytest

from quizapp.calc import ReceptiveField, Trace, proof, read_network, trace
from quizapp.calc.derivation import quantity_steps


def walked(*layers: str, shape: tuple[int, ...] = (8, 6, 6), gates: bool = True) -> Trace:
    network = read_network({"input": list(shape), "layers": list(layers)})
    result = trace(network, gates=gates)
    again = proof.receptive_field(network, gates=gates)
    seen = result.receptive_field
    assert again == (seen._replace(phases=None) if isinstance(seen, ReceptiveField) else seen)
    assert proof.parameters(network) == result.parameters
    assert proof.buffers(network) == result.buffers
    return result


@pytest.mark.parametrize(
    ("call", "parameters", "buffers"),
    [
        ("BatchNorm2d(8)", 16, 17),
        ("BatchNorm2d(8, bias=False)", 8, 17),
        ("BatchNorm2d(8, affine=False, track_running_stats=False)", 0, 0),
        ("InstanceNorm2d(8)", 0, 0),
        ("InstanceNorm2d(8, affine=True)", 16, 0),
        ("InstanceNorm2d(8, 1e-5, 0.1, True, True)", 16, 17),
        ("InstanceNorm2d(8, affine=True, bias=False)", 8, 0),
        # Lazy, it learns and keeps unless told otherwise.
        ("LazyInstanceNorm2d()", 16, 17),
        ("LazyInstanceNorm2d(track_running_stats=False)", 16, 0),
        ("GroupNorm(4, 8)", 16, 0),
        ("GroupNorm(4, 8, affine=False)", 0, 0),
        ("GroupNorm(8, 8, bias=False)", 8, 0),
        ("LayerNorm(6)", 12, 0),
        ("LayerNorm([8, 6, 6])", 576, 0),
        ("LayerNorm((6, 6), bias=False)", 36, 0),
        ("LayerNorm((6,), elementwise_affine=False)", 0, 0),
        ("RMSNorm((6, 6))", 36, 0),
        ("RMSNorm(6, 1e-6, False)", 0, 0),
        ("LocalResponseNorm(5)", 0, 0),
    ],
)
def test_norms_learn_a_scale_and_a_shift_and_keep_statistics(
    call: str, parameters: int, buffers: int
) -> None:
    result = walked(call)
    assert (result.parameters, result.buffers, result.macs) == (parameters, buffers, 0)
    assert result.output_shape == (8, 6, 6)


def test_norms_of_as_many_axes_as_torch_has_them() -> None:
    assert walked("InstanceNorm1d(3, affine=True)", shape=(3, 9)).parameters == 6
    assert walked("InstanceNorm3d(3)", shape=(3, 4, 4, 4)).output_shape == (3, 4, 4, 4)
    assert walked("GroupNorm(2, 6)", shape=(6,)).output_shape == (6,)
    assert walked("LayerNorm(6)", shape=(6,)).parameters == 12


def test_without_scale_and_statistics_the_number_of_channels_written_does_not_matter() -> None:
    assert walked("InstanceNorm2d(5)").output_shape == (8, 6, 6)
    assert walked("GroupNorm(4, 4, affine=False)").output_shape == (8, 6, 6)


CONV = "Conv2d(8, 8, 3, padding=1)"


@pytest.mark.parametrize(
    "call",
    ["GroupNorm(2, 8)", "InstanceNorm2d(8)", "LayerNorm(6)", "LayerNorm((8, 6, 6))", "RMSNorm(6)"],
)
def test_statistics_of_the_map_are_a_gate(call: str) -> None:
    assert walked(CONV, call).rows[-1].receptive_field is None
    bare = walked(CONV, call, CONV, gates=False).receptive_field
    assert bare == ReceptiveField((5, 5), (1, 1), (2, 2))


@pytest.mark.parametrize(
    "call",
    ["BatchNorm2d(8)", "LazyInstanceNorm2d()", "LocalResponseNorm(5)", "Dropout2d()"],
)
def test_running_statistics_and_neighbouring_channels_see_no_other_place(call: str) -> None:
    assert walked(CONV, call).rows[-1].receptive_field == ReceptiveField((3, 3), (1, 1), (1, 1))


def test_a_norm_over_a_single_place_sees_no_other() -> None:
    pooled = ("AvgPool2d(6)", "GroupNorm(2, 8)", "LayerNorm((8, 1, 1))")
    assert walked(*pooled).rows[-1].receptive_field == ReceptiveField((6, 6), (6, 6), (0, 0))


def test_a_layer_norm_over_channels_put_last_sees_no_other_place() -> None:
    layers = (CONV, "permute([0, 2, 3, 1]), LayerNorm(8), permute([0, 3, 1, 2])")
    assert walked(*layers).rows[-1].receptive_field == ReceptiveField((3, 3), (1, 1), (1, 1))
    across = walked(CONV, "permute([0, 2, 3, 1]), LocalResponseNorm(3)")
    assert across.rows[-1].receptive_field is None


def test_the_count_of_a_layer_norm_is_written_as_a_product() -> None:
    (step,) = quantity_steps("parameters", walked("LayerNorm((8, 6, 6))"))
    assert (step.term.numbers(), step.value) == ("2·8·6·6", 576)
    (step,) = quantity_steps("parameters", walked("LayerNorm((2, 3, 4, 5))", shape=(2, 3, 4, 5)))
    assert step.term.formula() == "2·n_1·n_2·n_3·n_4"
