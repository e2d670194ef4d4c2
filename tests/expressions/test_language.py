"""What the little language says, exactly, and where it says that something is wrong."""

from fractions import Fraction
from typing import Any

import pytest

from quizapp.errors import ExpressionError
from quizapp.expressions import ARITHMETIC, Function, compile_expression


def value_of(source: str, **variables: Any) -> Any:
    return compile_expression(source, functions=ARITHMETIC).evaluate(variables, ARITHMETIC)


def refused(source: str, names: list[str] | None = None, **variables: Any) -> ExpressionError:
    with pytest.raises(ExpressionError) as caught:
        compile_expression(source, names=names, functions=ARITHMETIC).evaluate(
            variables, ARITHMETIC
        )
    assert str(caught.value)
    return caught.value


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("1 + 2*3", 7),
        ("(1 + 2)*3", 9),
        ("2**3**2", 512),
        ("-2**2", -4),
        ("2**-1", Fraction(1, 2)),
        ("-7 // 2", -4),
        ("7 // -2", -4),
        ("-7 % 3", 2),
        ("7/2*2", 7),
        ("1/3 + 1/6", Fraction(1, 2)),
        ("0.1 + 0.2", Fraction(3, 10)),
        ("0.1 + 0.2 == 0.3", True),
        ("1e3", 1000),
        ("2.5e-1", Fraction(1, 4)),
        ("1_000 + .5 + 5.", Fraction(2011, 2)),
        ("7.0", 7),
        ("1 < 2 < 3", True),
        ("1 < 3 < 2", False),
        ("1 != 1 or 2 <= 2", True),
        ("not 1 == 2 and True", True),
        ("not (True and False)", True),
        ("3 if 1 > 2 else 4", 4),
        ("1 if False else 2 if False else 3", 3),
        ("(1, 2) + 0 if False else (1, 2)", (1, 2)),
        ("[64, 56, 56][0]", 64),
        ("(64, 56, 56)[-1]", 56),
        ("(1,)", (1,)),
        ("None", None),
        ("(3, 4) == (3, 4)", True),
        ("min(3, 1, 2) + max(3, 1, 2)", 4),
        ("min((5, 4))", 4),
        ("abs(-3) + abs(-1/2)", Fraction(7, 2)),
        ("floor(7/2) + ceil(7/2)", 7),
        ("floor(-7/2)", -4),
        ("round(5/2) + round(7/2)", 6),
        ("round(2/3, 2)", Fraction(67, 100)),
        ("round(1234, -2)", 1200),
        ("sqrt(49) + sqrt(1/4)", Fraction(15, 2)),
        ("sqrt(2)", Fraction("1.414213562373")),
        ("log2(1024) + log2(1/8)", 7),
        ("log2(10)", Fraction("3.321928094887")),
        ("gcd(12, 18)", 6),
        ("gcd(8)", 8),
        ("10**18", 10**18),
        ("-10**18", -(10**18)),
        ("1/10**18", Fraction(1, 10**18)),
        ("sqrt(2) * sqrt(3) < 5/2", True),
        ("1\n+ 1", 2),
    ],
)
def test_arithmetic_is_exact(source: str, value: Any) -> None:
    found = value_of(source)
    assert found == value
    assert type(found) is type(value)


def test_a_fraction_that_comes_out_whole_is_a_whole_number() -> None:
    for source in ("6/3", "0.5 + 0.5", "sqrt(9)", "floor(9/2)", "2**-1 * 2"):
        assert type(value_of(source)) is int


def test_variables_are_read_when_the_expression_runs() -> None:
    area = compile_expression("k*k*c + (1 if bias else 0)", functions=ARITHMETIC)
    assert area.names == {"k", "c", "bias"}
    assert area.evaluate({"k": 3, "c": 4, "bias": True}, ARITHMETIC) == 37
    assert area.evaluate({"k": 1, "c": 4, "bias": False}, ARITHMETIC) == 4


def test_text_may_be_compared_and_nothing_else() -> None:
    assert value_of("mode == other", mode="same", other="same") is True
    assert refused("mode + 1", mode="same").code == "operands"
    assert refused("mode * 2", mode="same").code == "operands"


def test_an_expression_tells_what_it_calls() -> None:
    functions = {**ARITHMETIC, "parameters": Function(lambda network: 3 * network)}
    whole = compile_expression(" parameters(network) ", functions=functions)
    assert whole.called == "parameters"
    assert (whole.calls, whole.names) == (frozenset({"parameters"}), frozenset({"network"}))
    assert whole.source == "parameters(network)"
    part = compile_expression("parameters(a) + max(1, 2)", functions=functions)
    assert (part.called, part.calls) == (None, frozenset({"parameters", "max"}))
    assert part.evaluate({"a": 5}, functions) == 17


def test_a_condition_runs_only_the_branch_it_takes() -> None:
    assert value_of("1/n if n != 0 else 0", n=0) == 0
    assert value_of("n != 0 and 1/n > 1", n=0) is False


@pytest.mark.parametrize(
    ("source", "code", "column", "said"),
    [
        ("", "empty", 0, "an expression is missing"),
        ("   ", "empty", 0, "an expression is missing"),
        ("  1 + ", "syntax", 5, "this cannot be read as an expression: 1 +"),
        ("3k", "syntax", 0, "this cannot be read as an expression: 3k"),
        ("1 + ㅌ", "character", 4, "the character ㅌ has no place here"),
        ("  1\t+ 2", "character", 3, r"the character \t has no place here"),
        ("a\u202eb", "character", 1, r"the character \u202e has no place here"),
        ("  n + chanels", "unknown-name-guess", 6,
         "chanels is not defined; did you mean channels?"),
        ("n + zzz", "unknown-name", 4, "zzz is not defined"),
        ("  Sqrt(4)", "unknown-name-guess", 2, "Sqrt is not defined; did you mean sqrt?"),
        ("1 + open(1)", "unknown-name", 4, "open is not defined"),
        ("(1).real()", "unknown-name", 0, "(1).real is not defined"),
        (" 1 + 1//(n - n)", "zero", 5, "this divides by zero"),
        ("1 % 0", "zero", 0, "this divides by zero"),
        ("0**-1", "zero", 0, "this divides by zero"),
        ("n + (1, 2)", "operands", 0, "8, (1, 2): this cannot be reckoned with here"),
        ("1 < None", "operands", 0, "1, None: this cannot be reckoned with here"),
        ("-(1, 2)", "operands", 0, "(1, 2): this cannot be reckoned with here"),
        ("2 + min(())", "argument", 4, "min() cannot take ()"),
        ("abs(None)", "argument", 0, "abs() cannot take None"),
        ("floor((1, 2))", "argument", 0, "floor() cannot take (1, 2)"),
        ("1 + sqrt(-4)", "no-value", 4, "sqrt() has no value at -4"),
        ("1 + log2(0)", "no-value", 4, "log2() has no value at 0"),
        ("sqrt((1, 2))", "argument", 0, "sqrt() cannot take (1, 2)"),
        ("3 + gcd(1/2)", "not-whole", 4, "gcd() takes whole numbers, not 1/2"),
        ("round(1, 1/2)", "not-whole", 0, "round() takes whole numbers, not 1/2"),
        ("sqrt(1, 2)", "arity", 0, "sqrt() takes 1 argument(s) and gets 2"),
        ("1 + round()", "arity-between", 4, "round() takes 1 to 2 arguments and gets 0"),
        ("max(a=1)", "by-place", 0, "max() takes its arguments by place"),
        ("8[0]", "index", 0, "only a shape is indexed, by a whole number"),
        ("(1, 2)[1/2]", "index", 0, "only a shape is indexed, by a whole number"),
        ("(1, 2)[2]", "index-range", 0, "the shape has 2 numbers, and none at place 2"),
        ("n ^ 2", "operator", 0, "this operator is not understood; powers are written **"),
        ("+n", "sign", 0, "of signs in front, only minus is understood"),
        ("n is 8", "comparison", 0, "of comparisons, == != < <= > >= are understood"),
        ("'same'", "no-text", 0, "text has no place here: numbers, True, False and None do"),
        ("2**65", "exponent", 0, "an exponent is a whole number from −64 to 64"),
        ("1 + 4**(1/2)", "exponent", 4, "an exponent is a whole number from −64 to 64"),
        ("1 + 10**18 * 2", "number-large", 4, "the number grows beyond 10¹⁸"),
        ("1000000000000000001", "number-large", 0, "the number grows beyond 10¹⁸"),
        ("(1/10**18)**6", "fraction-fine", 0, "the denominator grows beyond 10¹⁰⁰"),
        ("1e999", "decimal-long", 0,
         "a decimal has at most 60 digits and an exponent of at most 60"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_column(
    source: str, code: str, column: int, said: str
) -> None:
    error = refused(source, names=["n", "channels"], n=8, channels=3)
    assert (error.code, error.column, str(error)) == (code, column, said)


def test_a_variable_missing_at_run_time_is_named_with_its_neighbour() -> None:
    error = refused("1 + kernel", kernels=3)
    assert str(error) == "kernel is not defined; did you mean kernels?"
    assert error.column == 4


def test_leading_blanks_and_lines_do_not_move_a_column() -> None:
    for blanks in ("", " ", "\n", "  \n  "):
        assert refused(f"{blanks}1 +\n 8//0").column == len(blanks) + 5
        assert refused(f"{blanks}1 + q").column == len(blanks) + 4
        assert refused(f"{blanks}1 + * 2").column == len(blanks) + 4
