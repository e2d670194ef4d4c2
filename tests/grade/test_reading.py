"""What may be typed, and how it is read."""

from fractions import Fraction
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.grade import Answer, Unreadable, read_number, read_places, read_shape

ANSWER = 73_728


@pytest.mark.parametrize(
    "typed",
    [
        "73,728", "73_728", "73 728", "73728", " 73728 ", "7.3728e4", "7.3728E4", "73.728k",
        "73.728K", "73.728 k", "7만3728", "7만 3,728", "７３７２８", "７３，７２８", "3*3*128*64",
        "3·3·128·64", "3×3×128×64", "3x3x128x64", "3 * 3 * 128 * 64", "3^2*128*64", "3**2*8192",
        "(3*3*128)*64", "73728.0", "147456/2", "64,000+9,728", "7.3728ㄷ4",
        "73.728ㅏ",
    ],
)  # fmt: skip
def test_a_number_is_read_in_every_form_people_type(typed: str) -> None:
    read = read_number(typed)
    assert isinstance(read, Answer), typed
    assert read.value == ANSWER
    assert read.read_as == "73,728"


@pytest.mark.parametrize(
    "typed",
    [
        "", "   ", "abc", "[/]", "[b]", "9**9**9", "1e999", "nan", "inf", "1/0", "9" * 1_000_000,
        "--", "1,2,3,", "3**", "0x", "import os", "__import__('os')", "lambda: 1", "x" * 200,
        "7만만", "만", "1e", "½½", "5 apples", "'a'*3", "True", "None", "\x1b[31m5", "1 2 3 4 5 x",
    ],
)  # fmt: skip
def test_what_is_no_number_is_unreadable_at_once(typed: str) -> None:
    start = perf_counter()
    assert isinstance(read_number(typed), Unreadable), typed
    assert perf_counter() - start < 0.2


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1/2", Fraction(1, 2)),
        ("50%", Fraction(1, 2)),
        ("12.5%", Fraction(1, 8)),
        ("0.25", Fraction(1, 4)),
        ("1,406.25", Fraction(5625, 4)),
        ("1,406.25%", Fraction(225, 16)),
        ("-3", -3),
        ("−3", -3),
        ("1.5M", 1_500_000),
        ("2억 3만", 200_030_000),
        ("8천", 8_000),
        ("1억", 100_000_000),
        ("3+4*2", 11),
        ("10//3", 3),
    ],
)
def test_other_numbers(typed: str, value: int | Fraction) -> None:
    read = read_number(typed)
    assert isinstance(read, Answer)
    assert read.value == value


@given(st.integers(0, 10**15))
def test_grouped_and_plain_digits_are_the_same_number(number: int) -> None:
    for typed in (str(number), f"{number:,}", f"{number:_}", f"{number:,}".replace(",", " ")):
        read = read_number(typed)
        assert isinstance(read, Answer)
        assert read.value == number


@given(st.text(max_size=60))
def test_no_text_breaks_any_reader(typed: str) -> None:
    for read in (read_number(typed), read_shape(typed), read_places(typed, 4)):
        assert isinstance(read, Answer | Unreadable)


@pytest.mark.parametrize(
    "typed",
    [
        "64x56x56", "64×56×56", "64*56*56", "64, 56, 56", "64,56,56", "(64, 56, 56)",
        "[64,56,56]", "64 56 56", "64ㅌ56ㅌ56", "６４×５６×５６", "torch.Size([64, 56, 56])",
        "64 x 56 x 56", "(64,56,56,)", "64X56X56",
    ],
)  # fmt: skip
def test_a_shape_is_read_in_every_form_people_type(typed: str) -> None:
    read = read_shape(typed)
    assert isinstance(read, Answer), typed
    assert read.value == (64, 56, 56)
    assert read.read_as == "64×56×56"


@pytest.mark.parametrize(
    "typed", ["", "x", "axbxc", "64x-1x5", "1.5x2x3", "[/]", "9" * 500, "9**9**9", "64x", "64,,3"]
)
def test_what_is_no_shape_is_unreadable(typed: str) -> None:
    read = read_shape(typed)
    assert isinstance(read, Unreadable)


@pytest.mark.parametrize(
    ("typed", "places"),
    [("2", (2,)), ("1,3", (1, 3)), ("3 1", (1, 3)), ("(1, 3)", (1, 3)), ("２", (2,))],
)
def test_places_are_a_set(typed: str, places: tuple[int, ...]) -> None:
    read = read_places(typed, 4)
    assert isinstance(read, Answer)
    assert read.value == places


@pytest.mark.parametrize("typed", ["", "0", "5", "two", "1.5", "-1", "1;2"])
def test_places_that_are_not_there_are_unreadable(typed: str) -> None:
    assert isinstance(read_places(typed, 4), Unreadable)


def test_the_reason_is_said_in_both_languages() -> None:
    read = read_places("9", 4)
    assert isinstance(read, Unreadable)
    assert "1 to 4" in read.why.en
    assert "1부터 4까지" in read.why.ko
