from fractions import Fraction

import pytest

from quizapp.words import render


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
