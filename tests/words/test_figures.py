from fractions import Fraction

import pytest

from quizapp.words import decimal, render, rounded


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (73728, "73,728"),
        (-1234567, "-1,234,567"),
        (True, "True"),
        (None, "None"),
        (Fraction(1, 2), "1/2"),
        (Fraction(-10000, 3), "-10,000/3"),
        (Fraction(2000, 2), "1,000"),
        ((64, 56, 56), "64×56×56"),
        ([4096], "4096"),
        ((3, Fraction(8, 2)), "3×4"),
        ((Fraction(1, 2), 1000), "(1/2, 1,000)"),
        ((None, 3), "(None, 3)"),
        ((True, 3), "(True, 3)"),
        ((), "()"),
        ("64 x 56", "64 x 56"),
    ],
)
def test_a_value_is_printed_as_people_read_it(value: object, text: str) -> None:
    assert render(value) == text


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Fraction(73, 1200), "0.06083"), (Fraction(900, 11), "81.82"), (Fraction(-2, 3), "-0.6667"),
        (Fraction(123_456, 7), "17,637"), (Fraction(99_999, 10), "10,000"), (5, "5"),
        ((3, 4), "3×4"), (Fraction(1, 2), "0.5"),
    ],
)  # fmt: skip
def test_what_is_nearly_right_is_shown_with_four_digits(value: object, shown: str) -> None:
    assert rounded(value) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Fraction(4091, 50), "81.82"), (Fraction(1, 3), "1/3"), (Fraction(-1, 8), "-0.125"),
        (1_000, "1,000"), (Fraction(25_001, 10), "2,500.1"),
    ],
)  # fmt: skip
def test_decimals_that_end_are_shown_whole(value: object, shown: str) -> None:
    assert decimal(value) == shown
