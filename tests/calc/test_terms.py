"""Arithmetic on terms is arithmetic on their numbers, and what they write says how it was done."""

import operator
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.calc.derivation import Leaf, Term, value_of
from quizapp.calc.derivation.terms import _expression, _written
from quizapp.errors import ExpressionError
from quizapp.expressions import ARITHMETIC, compile_expression

BINARY: list[Callable[[Any, Any], Any]] = [
    operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv, operator.pow,
    operator.lt, operator.le, operator.gt, operator.ge, operator.eq,
]  # fmt: skip

x, y = Leaf(7, "x"), Leaf(2, "y")


@pytest.mark.parametrize("operation", BINARY)
def test_terms_reckon_like_their_numbers_on_either_side(operation: Any) -> None:
    true = value_of(operation(Fraction(7), Fraction(2)))
    assert value_of(operation(x, y)) == true
    assert value_of(operation(x, 2)) == true
    assert value_of(operation(7, y)) == true


def test_a_remainder_is_written_as_what_is_left() -> None:
    assert (x % y).numbers() == "7 − ⌊7/2⌋·2"
    assert (x % 2).value == 1


def test_terms_stand_for_their_numbers() -> None:
    assert bool(x)
    assert not Leaf(0)
    assert hash(x) == hash(7)
    assert [10, 20, 30][y] == 30
    assert repr(x + y) == "<7 + 2 = 9>"
    assert value_of((x, (2, y + 1), None)) == (7, (2, 3), None)


@pytest.mark.parametrize(
    ("term", "formula", "numbers"),
    [
        (x - (y - 1), "x − (y − 1)", "7 − (2 − 1)"),
        (x / (y * 3), "x/(y·3)", "7/(2·3)"),
        ((x + y) * 3, "(x + y)·3", "(7 + 2)·3"),
        ((x**y) ** y, "(x^y)^y", "(7^2)^2"),
        (x ** (y**y), "x^(y^y)", "7^(2^2)"),
        (-x, "−x", "−7"),
        (-(-x // y), "⌈x/y⌉", "⌈7/2⌉"),
        (x * Fraction(1, 2) // 1, "⌊x·1/2⌋", "⌊7·1/2⌋"),
        (y * Fraction(1, 2) // 1, "y·1/2", "2·1/2"),
        (x / Leaf(Fraction(1, 2)), "x/(1/2)", "7/(1/2)"),
        (Leaf(Fraction(1, 2), "θ") ** y, "θ^y", "(1/2)^2"),
        (x - Leaf(-3), "x − (-3)", "7 − (-3)"),
        (x * 1 + 0, "x", "7"),
        (1 * x + 0, "x", "7"),
    ],
)
def test_terms_are_written_with_the_brackets_they_need(
    term: Term, formula: str, numbers: str
) -> None:
    assert (term.formula(), term.numbers()) == (formula, numbers)
    assert evaluated(term) == term.value


def evaluated(term: Term) -> Any:
    return compile_expression(term.expression(), functions=ARITHMETIC).evaluate({}, {})


LEAVES = st.one_of(st.integers(-9, 9), st.fractions(-3, 3, max_denominator=4)).map(Leaf)


def combined(terms: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    pairs = st.tuples(terms, terms)
    return st.one_of(
        pairs.map(lambda pair: pair[0] + pair[1]),
        pairs.map(lambda pair: pair[0] - pair[1]),
        pairs.map(lambda pair: pair[0] * pair[1]),
        terms.map(lambda term: -term),
        st.tuples(terms, st.integers(1, 9)).map(lambda pair: pair[0] // pair[1]),
        st.tuples(terms, st.integers(1, 9)).map(lambda pair: -(-pair[0] // pair[1])),
        st.tuples(terms, terms.filter(bool)).map(lambda pair: pair[0] / pair[1]),
        st.tuples(terms, st.integers(0, 2)).map(lambda pair: pair[0] ** pair[1]),
    )


@settings(max_examples=300, deadline=None)
@given(st.recursive(LEAVES, combined, max_leaves=7))
def test_what_a_term_writes_evaluates_to_what_it_is(term: Term) -> None:
    try:
        value = evaluated(term)
    except ExpressionError as error:
        assert error.code in {"number-large", "too-long", "too-many-parts", "fraction-fine"}  # noqa: PT017 # bounds
        return
    assert value == term.value


def test_only_leaves_and_operations_can_be_written() -> None:
    for write in (_expression, lambda term: _written(term, str)):
        with pytest.raises(TypeError):
            write(Term())
