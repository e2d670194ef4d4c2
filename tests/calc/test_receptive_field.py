"""Receptive fields small enough to draw on paper."""

from fractions import Fraction
from typing import Any

import pytest

from quizapp.calc import Misaligned, ReceptiveField, Trace, proof, read_network, trace

HALF = Fraction(1, 2)


def walked(*layers: Any, shape: Any = (4, 16, 16), gates: bool = True) -> Trace:
    size = shape if isinstance(shape, dict) else list(shape)
    return trace(read_network({"input": size, "layers": list(layers)}), gates=gates)


def seen(*layers: Any, shape: Any = (4, 16, 16), gates: bool = True) -> Any:
    """What the last row sees, which the second way finds as well."""
    result = walked(*layers, shape=shape, gates=gates)
    last = result.rows[-1].receptive_field
    assert last == result.receptive_field
    again = proof.receptive_field(result.network, gates=gates)
    assert again == (last._replace(phases=None) if isinstance(last, ReceptiveField) else last)
    return last


def along(*layers: Any, shape: Any = (4, 16, 16), gates: bool = True) -> tuple[Any, ...]:
    """Size, stride and padding of a map whose axes agree, one number each."""
    size, stride, padding, *_ = seen(*layers, shape=shape, gates=gates)
    assert {len(set(numbers)) for numbers in (size, stride, padding)} == {1}
    return size[0], stride[0], padding[0]


CONV = "Conv2d(4, 4, {0}, {1}, padding={2})".format


@pytest.mark.parametrize(
    ("layers", "expected"),
    [
        (["ReLU()"], (1, 1, 0)),
        ([CONV(3, 1, 1)], (3, 1, 1)),
        ([CONV(3, 1, 1)] * 2, (5, 1, 2)),
        ([CONV(3, 1, 1)] * 3, (7, 1, 3)),
        ([CONV(3, 1, 0), "BatchNorm2d(4), Dropout(), ReLU()"], (3, 1, 0)),
        ([CONV(7, 2, 3), "MaxPool2d(3, 2, padding=1)"], (11, 4, 5)),
        ([CONV(1, 2, 0), CONV(3, 1, 1)], (5, 2, 2)),
        (["MaxPool2d(2)", "AvgPool2d(2)"], (4, 4, 0)),
        (["Conv2d(4, 4, 3, dilation=2)"], (5, 1, 0)),
        ([f"Conv2d(4, 4, 3, padding={d}, dilation={d})" for d in (1, 2, 4)], (15, 1, 7)),
        (["MaxPool2d(3, 1, dilation=2)"], (5, 1, 0)),
        # The odd place of an even kernel's padding lies behind.
        (["Conv2d(4, 4, 4, padding='same')"], (4, 1, 1)),
        (["Conv2d(4, 4, 4, padding='valid')"], (4, 1, 0)),
        # Ceil mode adds places, and changes nothing about what a place sees.
        (["MaxPool2d(3, 2, ceil_mode=True)"], (3, 2, 0)),
    ],
)
def test_windows_add_their_extent_in_steps_of_the_stride(
    layers: list[str], expected: tuple[int, ...]
) -> None:
    assert along(*layers) == expected


def test_a_field_larger_than_the_image_stays_a_number() -> None:
    assert along(*[CONV(3, 2, 1)] * 8, shape=(4, 4, 4)) == (511, 256, 255)


def test_axes_are_counted_apart() -> None:
    assert seen("Conv2d(4, 4, (1, 3), stride=(2, 1), padding=(0, 1))")[:3] == (
        (1, 3), (2, 1), (0, 1),
    )  # fmt: skip
    assert seen("Conv1d(4, 4, 3), MaxPool1d(2)", shape=(4, 9))[:3] == ((4,), (2,), (0,))
    assert seen("Conv3d(4, 4, (1, 3, 5))", shape=(4, 9, 9, 9))[:3] == (
        (1, 3, 5), (1, 1, 1), (0, 0, 0),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("layers", "expected"),
    [
        # Units 0 and 1 come from pixel 0.
        (["ConvTranspose2d(4, 4, 2, 2)"], (1, HALF, HALF)),
        # Unit 0 comes from pixel 0, unit 1 from pixels 0 and 1.
        (["ConvTranspose2d(4, 4, 3, 2, padding=1)"], (2, HALF, HALF)),
        # Odd units lie in the gaps and come from nothing.
        (["ConvTranspose2d(4, 4, 1, 2)"], (1, HALF, 0)),
        (["ConvTranspose2d(4, 4, 2, 2)", CONV(3, 1, 1)], (2, HALF, 1)),
        (["ConvTranspose2d(4, 4, 3)"], (3, 1, 2)),
        (["ConvTranspose2d(4, 4, 2, dilation=2)"], (3, 1, 2)),
        # Down and up again: units 0 and 1 both see pixels 0 and 1.
        (["MaxPool2d(2)", "ConvTranspose2d(4, 4, 2, 2)"], (2, 1, 1)),
        (["ConvTranspose2d(4, 4, 2, 2)", "MaxPool2d(2)"], (1, 1, 0)),
        (["ConvTranspose2d(4, 4, 3, 3)", CONV(2, 2, 0)], (2, Fraction(2, 3), Fraction(2, 3))),
    ],
)
def test_after_upsampling_the_stride_is_a_fraction_and_the_size_the_largest(
    layers: list[str], expected: tuple[Any, ...]
) -> None:
    assert along(*layers) == expected


def test_an_encoder_and_decoder_come_back_to_stride_one() -> None:
    down = [CONV(3, 2, 1)] * 3
    up = ["ConvTranspose2d(4, 4, 2, 2)"] * 3
    size, stride, _ = along(*down, *up)
    assert (size, stride) == (15, 1)


def test_an_adaptive_pool_shares_the_map_out() -> None:
    assert along("AdaptiveAvgPool2d(8)") == (2, 2, 0)
    # Seven pixels for three units: 0–2, 2–4, 4–6.
    assert along("AdaptiveMaxPool2d(3)", shape=(4, 7, 7)) == (3, Fraction(7, 3), Fraction(2, 3))
    assert along("AdaptiveAvgPool2d(None)") == (1, 1, 0)
    assert along("AdaptiveAvgPool2d(8)", shape=(4, 4, 4)) == (1, HALF, HALF)


@pytest.mark.parametrize(
    ("layers", "shape"),
    [
        (["AdaptiveAvgPool2d(1)"], (4, 16, 16)),
        (["AdaptiveAvgPool2d((1, 16))"], (4, 16, 16)),
        (["Flatten()"], (4, 16, 16)),
        (["Flatten(2)"], (4, 16, 16)),
        (["Linear(16, 2)"], (4, 16, 16)),
        (["Linear(16, 2), ReLU()"], (16,)),
    ],
)
def test_what_depends_on_the_whole_map_has_no_receptive_field(
    layers: list[str], shape: tuple[int, ...]
) -> None:
    assert walked(*layers, shape=shape).rows[-1].receptive_field is None
    assert walked(*layers, shape=shape).receptive_field is None


def test_pooling_a_map_of_one_pixel_loses_nothing() -> None:
    assert along(CONV(16, 1, 0), "AdaptiveAvgPool2d(1)") == (16, 1, 0)


def test_a_network_reports_its_last_map_that_has_one() -> None:
    head = walked(CONV(3, 2, 1), "AdaptiveAvgPool2d(1), Flatten(), Linear(4, 2)")
    assert head.rows[-1].receptive_field is None
    assert head.receptive_field == ReceptiveField((3, 3), (2, 2), (1, 1))
    assert proof.receptive_field(head.network) == head.receptive_field


def test_branches_of_one_stride_are_seen_together() -> None:
    assert along({"add": [CONV(3, 1, 1), []]}) == (3, 1, 1)
    assert along({"cat": [CONV(1, 1, 0), CONV(3, 1, 1), CONV(5, 1, 2)]}) == (5, 1, 2)
    assert along({"add": [CONV(3, 2, 1), CONV(1, 2, 0)]}) == (3, 2, 1)
    # From −1 to 2 and from −2 to 2.
    four = "Conv2d(4, 4, 4, padding='same')"
    assert along({"add": [four, "Conv2d(4, 4, 3, padding=2, dilation=2)"]}) == (5, 1, 2)


def test_a_shortcut_around_down_and_up_sampling_is_seen_unit_by_unit() -> None:
    assert along({"add": ["MaxPool2d(2), ConvTranspose2d(4, 4, 2, 2)", []]}) == (2, 1, 1)


MEETING = {"name": "meet", "cat": ["Conv2d(4, 4, 9)", "ReLU(), MaxPool2d(2)"]}


def test_branches_of_different_strides_are_misaligned_and_both_named() -> None:
    assert seen(CONV(3, 1, 1), MEETING) == Misaligned((("2.1.1",), ("2.2.1", "2.2.2")))


def test_paths_are_named_from_where_they_part() -> None:
    stem = {"name": "stem", "layer": "ReLU()"}
    assert seen(stem, {"cat": ["MaxPool2d(2), ConvTranspose2d(4, 4, 1)", "Conv2d(4, 4, 9)"]}) == (
        Misaligned((("2.1.1", "2.1.2"), ("2.2.1",)))
    )
    # An empty branch is named by the place where it begins.
    wide = (4, 8, 8)
    up_and_crop = "ConvTranspose2d(4, 4, 2, 2), Conv2d(4, 4, 9)"
    assert seen(stem, {"add": [up_and_crop, []]}, shape=wide) == Misaligned(
        (("2.1.1", "2.1.2"), ("stem",))
    )
    assert seen({"add": [[], up_and_crop]}, shape=wide) == Misaligned(
        (("input",), ("1.2.1", "1.2.2"))
    )


def test_misalignment_is_passed_on_while_shapes_and_counts_go_on() -> None:
    result = walked(MEETING, "Conv2d(8, 4, 3, padding=1)", {"add": [CONV(3, 1, 1), []]})
    assert result.output_shape == (4, 8, 8)
    assert result.rows[-1].parameters == 0 < result.parameters
    first = result.rows[3].receptive_field
    assert isinstance(first, Misaligned)
    assert {row.receptive_field for row in result.rows[3:]} == {first}
    assert proof.receptive_field(result.network) == first


def test_one_axis_is_enough_to_be_misaligned() -> None:
    tall = {"cat": ["Conv2d(4, 4, (9, 1))", "MaxPool2d((2, 1))"]}
    assert isinstance(seen(tall), Misaligned)


def test_the_whole_map_swallows_misalignment() -> None:
    assert walked(MEETING, "AdaptiveAvgPool2d(1)").rows[-1].receptive_field is None
    gate = {"name": "gate", "layer": "AdaptiveAvgPool2d(1)"}
    assert walked(MEETING, gate, {"mul": ["meet", "gate"]}).rows[-1].receptive_field is None


SQUEEZE = [
    {"name": "map", "layer": CONV(3, 2, 1)},
    {"name": "gate", "layer": "AdaptiveAvgPool2d(1)"},
    "Conv2d(4, 2, 1), ReLU(), Conv2d(2, 4, 1)",
    {"name": "scale", "layer": "Sigmoid()"},
    {"name": "gated", "mul": ["map", "scale"]},
]


def test_a_squeeze_and_excite_gate_sees_everything() -> None:
    assert walked(*SQUEEZE).rows[-1].receptive_field is None
    assert walked(*SQUEEZE).receptive_field == ReceptiveField((3, 3), (2, 2), (1, 1))


def test_without_gates_published_numbers_come_out() -> None:
    assert along(*SQUEEZE, CONV(3, 1, 1), gates=False) == (7, 2, 3)


def test_without_gates_a_join_of_gates_alone_still_sees_everything() -> None:
    pool = "AdaptiveAvgPool2d(1)"
    both = walked({"add": [pool, pool]}, gates=False)
    assert both.receptive_field is None is proof.receptive_field(both.network, gates=False)


def test_a_single_unit_stretched_over_a_map_is_a_gate_however_it_came_about() -> None:
    over = {"mul": [CONV(16, 1, 0), CONV(1, 1, 0)]}
    assert walked(over).rows[-1].receptive_field is None
    assert along(over, gates=False) == (1, 1, 0)


def test_a_wide_branch_hides_the_phases_of_a_narrow_one() -> None:
    narrow = ["MaxPool2d(2)", "ConvTranspose2d(4, 4, 2, 2)"]
    assert seen({"add": [narrow, [CONV(5, 1, 2)]]}) == seen(CONV(5, 1, 2))


def test_several_inputs_are_looked_at_through_one_window() -> None:
    shapes = {"left": [4, 16, 16], "right": [4, 16, 16]}
    first = {"name": "a", "layer": CONV(3, 1, 1), "from": "left"}
    second = {"name": "b", "layer": CONV(5, 1, 2), "from": "right"}
    assert along(first, second, {"add": ["a", "b"]}, shape=shapes) == (5, 1, 2)
