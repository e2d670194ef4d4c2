"""Arithmetic that remembers how it was done behaves like the numbers it stands for."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.calc import TRUE
from quizapp.calc.derivation import Leaf, Term, value_of
from quizapp.calc.layers import Layer

SMALL = st.integers(1, 9)


@given(SMALL, SMALL)
def test_every_operator_works_from_both_sides(one: int, other: int) -> None:
    left, right = Leaf(one, "a"), Leaf(other, "b")
    results = [
        (left + right, one + other), (left + other, one + other), (one + right, one + other),
        (left - right, one - other), (one - right, one - other),
        (left * other, one * other), (one * right, one * other),
        (left / right, Fraction(one, other)), (one / right, Fraction(one, other)),
        (left // other, one // other), (one // right, one // other),
        (left % right, one % other), (left**other, one**other), (one**right, one**other),
        (-left, -one), (-(-left // right), -(-one // other)),
    ]  # fmt: skip
    for term, value in results:
        assert value_of(term) == value
    assert hash(left) == hash(one)
    assert int(left) == one
    assert (left < right, left <= right, left > right, left >= right) == (
        one < other, one <= other, one > other, one >= other,
    )  # fmt: skip
    assert bool(left - one) is False


def test_a_term_shows_its_numbers() -> None:
    assert repr(Leaf(3, "k") * Leaf(3, "k") + 1) == "<3·3 + 1 = 10>"
    assert value_of((Leaf(3), (Leaf(4), "text"))) == (3, (4, "text"))
    assert Leaf(2, "k").formula() == "k"
    assert (-(Leaf(2, "k") + 1)).formula() == "−(k + 1)"
    assert (2 ** Leaf(-1, "n")).expression() == "2**(-1)"


def test_a_bare_term_says_nothing() -> None:
    bare = Term()
    for write in (bare.formula, bare.numbers, bare.expression):
        with pytest.raises(TypeError):
            write()


def test_a_table_has_no_other_entries() -> None:
    with pytest.raises(TypeError, match="no such entries"):
        TRUE.with_(kernel_are=lambda layer: 1)


def test_a_layer_without_a_shape_is_no_layer() -> None:
    with pytest.raises(NotImplementedError):
        Layer().output_shape((3, 8, 8), TRUE)
