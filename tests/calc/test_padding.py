"""Pixels put around a map and cut off it."""

import pytest

from quizapp.calc import ReceptiveField, proof, read_network, trace
from quizapp.calc.derivation import quantity_steps
from quizapp.calc.layers import KINDS
from tests.calc.test_receptive_field import along, seen

PADS = [name for name in KINDS if name[:-2].endswith("Pad")]


def output(call: str, *shape: int) -> tuple[int, ...]:
    network = read_network({"input": list(shape), "layers": [call]})
    found = trace(network).output_shape
    assert proof.output_shape(network) == found
    return found


def test_torch_has_five_ways_to_pad_one_two_and_three_axes() -> None:
    assert len(PADS) == 15


@pytest.mark.parametrize("name", PADS)
def test_one_number_pads_every_side_and_nothing_is_learned(name: str) -> None:
    axes = int(name[-2])
    shape = (3, 5, 6, 7)[: axes + 1]
    assert output(f"{name}(2)", *shape) == (3, *(side + 4 for side in shape[1:]))
    assert trace(read_network({"input": list(shape), "layers": [f"{name}(2)"]})).parameters == 0


@pytest.mark.parametrize(
    ("call", "shape", "expected"),
    [
        # Left, right, top, bottom, front, back.
        ("ZeroPad2d((1, 2, 3, 4))", (3, 10, 10), (3, 17, 13)),
        ("ConstantPad3d((1, 0, 2, 0, 3, 0), 0.5)", (3, 9, 9, 9), (3, 12, 11, 10)),
        # Below zero pixels are cut off, the whole map if need be.
        ("ReflectionPad2d((-1, 2, -1, 2))", (24, 8, 7), (24, 9, 8)),
        ("ConstantPad1d((-1, 0), 0)", (1, 1), (1, 0)),
        ("CircularPad2d((0, -1, 2, 3))", (6, 5, 1), (6, 10, 0)),
        ("ReplicationPad2d((-1, 0, 1, 1))", (6, 5, 1), (6, 7, 0)),
        # As far round or back as there are pixels.
        ("CircularPad1d(4)", (3, 4), (3, 12)),
        ("ReflectionPad1d(3)", (3, 4), (3, 10)),
        ("ReplicationPad1d(9)", (3, 1), (3, 19)),
        # One value fits any number of axes: it pads the last.
        ("ZeroPad1d(1)", (3, 4, 5), (3, 4, 7)),
        ("ZeroPad2d(1)", (4, 5), (6, 7)),
        ("ZeroPad1d(1)", (5,), (7,)),
    ],
)
def test_each_side_is_padded_by_its_own_number(
    call: str, shape: tuple[int, ...], expected: tuple[int, ...]
) -> None:
    assert output(call, *shape) == expected


def test_padding_moves_what_units_see_and_does_not_widen_it() -> None:
    assert along("ZeroPad2d(2)") == (1, 1, 2)
    assert along("ZeroPad2d(-2)") == (1, 1, -2)
    assert along("MaxPool2d(2), ReflectionPad2d(1)") == (2, 2, 2)
    assert along("ReplicationPad2d(1), Conv2d(4, 4, 3)") == along("Conv2d(4, 4, 3, padding=1)")
    assert seen("CircularPad2d((1, 0, 0, 3))")[:3] == ((1, 1), (1, 1), (0, 1))
    assert along("Upsample(scale_factor=2), ZeroPad2d(1)") == (1, 0.5, 1)


def test_padding_axes_beside_the_map_leaves_it_alone() -> None:
    assert seen("ZeroPad1d(1)")[:3] == ((1, 1), (1, 1), (0, 1))
    # Three axes: the channels are padded too.
    assert seen("ZeroPad3d(1)")[:3] == ((1, 1), (1, 1), (1, 1))
    last = "permute([0, 2, 3, 1]), ZeroPad1d(1), permute([0, 3, 1, 2])"
    result = trace(read_network({"input": [4, 8, 8], "layers": ["MaxPool2d(2)", last]}))
    assert result.output_shape == (6, 4, 4)
    assert result.receptive_field == ReceptiveField((2, 2), (2, 2), (0, 0))


def test_the_sum_of_both_sides_is_written_out() -> None:
    network = read_network({"input": [3, 8, 9], "layers": ["ZeroPad2d(2)", "ZeroPad1d((1, 3))"]})
    steps = quantity_steps("output_shape", trace(network))
    assert [(step.term.formula(), step.term.numbers()) for step in steps] == [
        ("H + 2·p", "8 + 2·2"),
        ("W + 2·p", "9 + 2·2"),
        ("W + p + p′", "13 + 1 + 3"),
    ]
