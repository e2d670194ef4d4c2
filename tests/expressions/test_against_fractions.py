"""Random arithmetic gives what Python's own fractions give."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quizapp.errors import ExpressionError
from quizapp.expressions import ARITHMETIC, compile_expression

Tree = tuple[str, Any]
"""An expression as text, and what it comes to (None where it divides by zero)."""

OPERATORS: dict[str, Callable[[Fraction, Fraction], Any]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b if b else None,
    "//": lambda a, b: Fraction(a // b) if b else None,
    "%": lambda a, b: a % b if b else None,
}
COMPARISONS: dict[str, Callable[[Fraction, Fraction], bool]] = {
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
}

whole = st.integers(0, 999).map(lambda number: (str(number), Fraction(number)))
decimal = st.tuples(st.integers(0, 99), st.integers(0, 999)).map(
    lambda parts: (f"{parts[0]}.{parts[1]:03}", Fraction(f"{parts[0]}.{parts[1]:03}"))
)


@st.composite
def combined(draw: st.DrawFn, inner: st.SearchStrategy[Tree]) -> Tree:
    (left, a), (right, b) = draw(inner), draw(inner)
    kind = draw(st.sampled_from([*OPERATORS, "neg", "if", "abs", "max"]))
    if a is None or b is None:
        return f"({left}) + ({right})", None
    if kind == "neg":
        return f"-({left})", -a
    if kind == "abs":
        return f"abs({left})", abs(a)
    if kind == "max":
        return f"max({left}, {right})", max(a, b)
    if kind == "if":
        sign = draw(st.sampled_from(list(COMPARISONS)))
        return f"({left} if ({left}) {sign} ({right}) else {right})", (
            a if COMPARISONS[sign](a, b) else b
        )
    return f"({left}) {kind} ({right})", OPERATORS[kind](a, b)


trees: st.SearchStrategy[Tree] = st.recursive(whole | decimal, combined, max_leaves=12)


def outcome(source: str) -> Fraction | int | str:
    """What an expression comes to, or the code of its error."""
    try:
        found: Fraction | int = compile_expression(source, functions=ARITHMETIC).evaluate(
            {}, ARITHMETIC
        )
    except ExpressionError as error:
        return error.code
    return found


@given(tree=trees)
@settings(max_examples=300, deadline=None)
def test_random_arithmetic_is_that_of_fractions(tree: Tree) -> None:
    source, expected = tree
    assume(len(source) <= 500)
    found = outcome(source)
    assume(found not in ("number-large", "too-many-parts"))
    assert found == ("zero" if expected is None else expected)
    assert expected is None or isinstance(found, int) == (expected.denominator == 1)


@given(a=st.integers(-50, 50), b=st.integers(-50, 50).filter(bool), c=st.integers(0, 6))
@settings(max_examples=100, deadline=None)
def test_precedence_without_brackets_is_pythons(a: int, b: int, c: int) -> None:
    sources = (f"{a} + {b} * {c}", f"{a} - {b} - {c}", f"-{b}**{c} * {a}", f"{a} // {b} % {b}")
    for source in sources:
        expected = eval(source)  # plain arithmetic of whole numbers, made above
        found = compile_expression(source, functions={}).evaluate({}, {})
        assert found == expected
