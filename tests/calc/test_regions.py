"""What a given unit sees of the input."""

from fractions import Fraction

from quizapp.calc import ReceptiveField, read_network, trace


def field(*layers: str) -> ReceptiveField:
    seen = trace(read_network({"input": [3, 32, 64], "layers": list(layers)})).receptive_field
    assert isinstance(seen, ReceptiveField)
    return seen


def test_region_of_a_unit_starts_in_the_padding() -> None:
    seen = field("Conv2d(3, 8, 3, stride=2, padding=1)", "Conv2d(8, 8, (3, 5))")
    assert seen.region((0, 0)) == ((-1, 5), (-1, 9))
    assert seen.region((1, 2)) == ((1, 7), (3, 13))


def test_centre_is_the_middle_of_the_region() -> None:
    assert field("MaxPool2d(2)").centre((0, 3)) == (Fraction(1, 2), Fraction(13, 2))
    assert field("Conv2d(3, 8, 3, padding=1)").centre((5, 7)) == (Fraction(5), Fraction(7))


def test_units_between_the_taps_of_a_transposed_convolution_see_nothing() -> None:
    seen = field("ConvTranspose2d(3, 3, 1, stride=2)")
    assert seen.region((4, 4)) == ((2, 2), (2, 2))
    assert seen.region((4, 5)) == ((2, 2), None)
    assert seen.centre((4, 5)) == (Fraction(2), None)
