"""Maps made larger and smaller: sizes, and what the units between the pixels see."""

from fractions import Fraction
from typing import Any

import pytest

from quizapp.calc import proof, read_network, trace
from quizapp.calc.derivation import quantity_steps
from tests.calc.test_receptive_field import along, seen

HALF = Fraction(1, 2)
THIRD = Fraction(1, 3)


def output(call: str, *shape: int) -> tuple[int, ...]:
    network = read_network({"input": list(shape), "layers": [call]})
    found = trace(network).output_shape
    assert proof.output_shape(network) == found
    return found


@pytest.mark.parametrize(
    ("call", "shape", "expected"),
    [
        ("Upsample(7)", (3, 4, 5), (3, 7, 7)),
        ("Upsample(size=(7, 2))", (3, 4, 5), (3, 7, 2)),
        ("Upsample(None, 2)", (3, 4, 5), (3, 8, 10)),
        ("Upsample(scale_factor=1.5)", (3, 5), (3, 7)),
        ("Upsample(scale_factor=(0.5, 2, 3))", (3, 5, 4, 3), (3, 2, 8, 9)),
        ("Upsample(scale_factor=2, mode='trilinear')", (1, 2, 2, 2), (1, 4, 4, 4)),
        ("UpsamplingNearest2d(9)", (3, 4, 5), (3, 9, 9)),
        ("UpsamplingBilinear2d(scale_factor=2)", (3, 4, 5), (3, 8, 10)),
        # Not all of a number is left where torch multiplies doubles: 28.999… and 7.000.
        ("Upsample(scale_factor=0.29)", (1, 100), (1, 28)),
        ("Upsample(scale_factor=0.7)", (1, 10), (1, 7)),
        # A map may vanish, as in torch.
        ("Upsample(scale_factor=(0.5, 2))", (6, 1, 6), (6, 0, 12)),
        ("MaxUnpool2d(2)", (3, 4, 5), (3, 8, 10)),
        ("MaxUnpool1d(3, stride=2, padding=1)", (3, 4), (3, 7)),
        ("MaxUnpool3d((1, 2, 3))", (3, 2, 2, 2), (3, 2, 4, 6)),
        ("LPPool2d(2, 3, stride=2, ceil_mode=True)", (3, 6, 7), (3, 3, 3)),
        ("LPPool1d(1.5, 2)", (3, 9), (3, 4)),
    ],
)
def test_the_size_is_as_torch_reckons_it(
    call: str, shape: tuple[int, ...], expected: tuple[int, ...]
) -> None:
    assert output(call, *shape) == expected


def test_the_one_lost_to_doubles_is_written_out() -> None:
    network = read_network({"input": [1, 100], "layers": "Upsample(scale_factor=0.29)"})
    (step,) = quantity_steps("output_shape", trace(network))
    assert (step.term.numbers(), step.value) == ("⌊100·29/100⌋ − 1", 28)


UP = "Upsample(scale_factor=2, mode='{0}')".format


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        # Units 0 and 1 are pixel 0.
        (UP("nearest"), (1, HALF, HALF)),
        (UP("nearest-exact"), (1, HALF, HALF)),
        (UP("area"), (1, HALF, HALF)),
        # Unit 0 lies a quarter pixel left of the middle of pixel 0: pixels −1 and 0.
        (UP("bilinear"), (2, HALF, 1)),
        (UP("bicubic"), (4, HALF, 2)),
        ("Upsample(size=32, mode='bilinear', align_corners=False)", (2, HALF, 1)),
        # Every third unit lies on a pixel, and is that pixel.
        ("Upsample(scale_factor=3, mode='bilinear')", (2, THIRD, 1)),
        # 16 pixels stretched to 31: every other unit lies on a pixel, those between on two.
        ("Upsample(31, mode='bilinear', align_corners=True)", (2, HALF, HALF)),
        ("Upsample(31, mode='bicubic', align_corners=True)", (4, HALF, Fraction(3, 2))),
        ("UpsamplingBilinear2d(46)", (2, THIRD, Fraction(2, 3))),
        # Halved: unit 0 lies between pixels 0 and 1.
        ("Upsample(scale_factor=0.5, mode='bilinear')", (2, 2, 0)),
        ("Upsample(scale_factor=0.5)", (1, 2, 0)),
        ("Upsample(8, mode='nearest-exact')", (1, 2, -1)),
        ("Upsample(8, mode='area')", (2, 2, 0)),
        # Kept as it is, whatever the factor.
        ("Upsample(scale_factor=1.05, mode='bilinear')", (1, 1, 0)),
        # A single unit is made of the first pixel.
        ("Upsample(1, mode='bilinear', align_corners=True)", (1, 16, 0)),
        ("PixelShuffle(2)", (1, HALF, HALF)),
        ("PixelUnshuffle(2)", (2, 2, 0)),
        ("MaxUnpool2d(2)", (1, HALF, HALF)),
        ("MaxUnpool2d(3, 2)", (2, HALF, 1)),
        ("LPPool2d(2, 3, 2)", (3, 2, 0)),
    ],
)
def test_units_see_the_pixels_that_weigh_in_them(call: str, expected: tuple[Any, ...]) -> None:
    assert along(call) == expected


def test_torch_goes_by_the_factor_unless_told_to_reckon_it_again() -> None:
    # 15 pixels become 22: two thirds of a pixel a unit, or fifteen parts of twenty-two.
    shape = (4, 15, 15)
    by = "Upsample(scale_factor=1.5"
    assert along(f"{by})", shape=shape)[1] == Fraction(2, 3)
    assert along(f"{by}, recompute_scale_factor=True)", shape=shape)[1] == Fraction(15, 22)
    assert along("Upsample(22)", shape=shape)[1] == Fraction(15, 22)


def test_a_factor_that_never_comes_round_goes_by_the_sizes() -> None:
    assert along("Upsample(scale_factor=1.3333333)", shape=(4, 15, 15))[1] == Fraction(15, 19)
    chain = ["Upsample(scale_factor=1.3333333, mode='bilinear')"] * 4
    assert along(*chain, shape=(4, 15, 15))[1] == Fraction(15, 43)


def test_an_area_shared_out_to_one_sees_the_whole_map() -> None:
    result = trace(read_network({"input": [3, 8, 8], "layers": ["Upsample(1, mode='area')"]}))
    assert result.rows[-1].receptive_field is None


def test_an_empty_map_has_no_units_that_could_see_more() -> None:
    assert seen("Upsample(scale_factor=(0.5, 2))", shape=(6, 1, 6))[:3] == ((1, 1), (1, 1), (0, 0))


def test_down_and_up_again_meets_the_shortcut() -> None:
    around = {"cat": ["MaxPool2d(2), Upsample(scale_factor=2)", []]}
    assert along(around) == (2, 1, 1)
    corners = {"cat": ["MaxPool2d(2), UpsamplingBilinear2d(scale_factor=2)", []]}
    result = trace(read_network({"input": [4, 16, 16], "layers": [corners]}))
    # Corners on corners, 8 pixels become 16 in steps of 7/15, and two of them are not one.
    assert "Misaligned" in repr(result.receptive_field)


def test_shuffles_leave_axes_in_front_alone_and_lose_the_map() -> None:
    assert output("PixelShuffle(2)", 5, 8, 3, 4) == (5, 2, 6, 8)
    assert output("PixelUnshuffle(2)", 5, 8, 4, 4) == (5, 32, 2, 2)
    for call in ("PixelShuffle(2)", "PixelUnshuffle(2)"):
        network = read_network({"input": [5, 8, 4, 4], "layers": [call]})
        assert trace(network).receptive_field is None is proof.receptive_field(network)


def test_steps_to_a_field_say_what_resampling_makes_of_it() -> None:
    layers = "MaxPool2d(2), ReLU(), Upsample(scale_factor=2, mode='bilinear'), ZeroPad2d(1)"
    walked = trace(read_network({"input": [3, 8, 8], "layers": layers}))

    def values(name: str) -> list[Any]:
        return [step.value for step in quantity_steps(name, walked)]

    assert values("receptive_field") == [2, 4]
    assert values("effective_stride") == [2, 1]
    assert values("effective_padding") == [0, 2, 3]
