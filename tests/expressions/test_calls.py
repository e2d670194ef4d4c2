"""Calls of layers as they are written in a bank: several in a string, with columns."""

from typing import Any

import pytest

from quizapp.errors import ExpressionError
from quizapp.expressions import ARITHMETIC, Function, compile_calls


def shown(name: str) -> Function:
    return Function(lambda *args, **keywords: (name, args, keywords), free_form=True)


FUNCTIONS = {**ARITHMETIC, **{name: shown(name) for name in ("Conv2d", "ReLU", "MaxPool2d")}}


def read(source: str, **variables: Any) -> list[Any]:
    calls = compile_calls(source, functions=FUNCTIONS)
    return [expression.evaluate(variables, FUNCTIONS) for _, _, expression in calls]


def columns(source: str) -> list[tuple[str, int]]:
    return [(name, column) for name, column, _ in compile_calls(source, functions=FUNCTIONS)]


def refused(source: str) -> ExpressionError:
    with pytest.raises(ExpressionError) as caught:
        read(source, k=3)
    return caught.value


def test_arguments_are_expressions_keywords_and_plain_text() -> None:
    assert read("Conv2d(3, 2*c, (k, 1), padding='same', bias=not b, stride=None)", c=4, k=3, b=0)[
        0
    ] == ("Conv2d", (3, 8, (3, 1)), {"padding": "same", "bias": True, "stride": None})


def test_the_prefix_nn_is_taken_off() -> None:
    assert columns("nn.ReLU(), ReLU()") == [("ReLU", 0), ("ReLU", 11)]


def test_a_call_knows_its_own_source_and_variables() -> None:
    (_, _, first), (_, _, second) = compile_calls(
        "  Conv2d(c, 1.5),\n  ReLU(k)", functions=FUNCTIONS
    )
    assert (first.source, first.names) == ("Conv2d(c, 1.5)", frozenset({"c"}))
    assert (second.source, second.names) == ("ReLU(k)", frozenset({"k"}))


SPREAD_OUT = """
    nn.Sequential(
        nn.Conv2d(3, 8, 3),   # first, of 3 channels
        Sequential(ReLU(), MaxPool2d(2)),
    )

      ReLU(),
    ReLU()
"""


def test_columns_point_into_the_string_as_it_was_written() -> None:
    found = columns(SPREAD_OUT)
    assert [name for name, _ in found] == ["Conv2d", "ReLU", "MaxPool2d", "ReLU", "ReLU"]
    for name, column in found:
        assert SPREAD_OUT[column:].removeprefix("nn.").startswith(f"{name}(")
    assert len({column for _, column in found}) == 5


@pytest.mark.parametrize(
    ("source", "fault", "code"),
    [
        ("ReLU(),\n    Conv2d(3, q, 3)", "q,", "unknown-name"),
        ("\n\n  ReLU(),\n\tConv2d(3, 8 // 0, 3)", "8 // 0", "zero"),
        ("ReLU()\n  Conv2d(3, 8,\n     2**65)", "2**65", "exponent"),
        ("  ReLU(),\n  Conv2d(3, 8", "(3, 8", "syntax"),
        ("  ReLU(),\n  Conv2d(3, ㅌ)", "ㅌ", "character"),
        ("# a note\n  ReLU(),\n  Rellu()", "Rellu", "unknown-name-guess"),
        (" ReLU(), 5", "5", "no-call"),
        ("ReLU()\n layer = ReLU()", "layer", "no-call"),
        ("ReLU()\n ReLU", "ReLU", "no-call"),
        ("ReLU()\n ReLU(a=1, a=2)", "a=2", "keyword-twice"),
        ("ReLU()\n ReLU(**k)", "**k", "double-star"),
        ("ReLU()\n ReLU(*k)", "*k", "not-understood"),
        ("ReLU()\n max(1, k=2)", "max", "by-place"),
        ("ReLU()\n ReLU(b'x')", "b'x'", "no-text"),
        ("ReLU()\n ReLU(('a', 1))", "'a'", "no-text"),
        ("ReLU()\n import os", "import", "no-call"),
        ("ReLU()\n for x in y: ReLU()", "for", "no-call"),
    ],
)
def test_a_fault_is_pointed_at_on_any_line(source: str, fault: str, code: str) -> None:
    error = refused(source)
    assert error.code == code
    assert source[error.column :].startswith(fault)


def test_a_sequential_with_names_for_its_layers_is_not_read_past() -> None:
    assert refused("Sequential(ReLU(), act=ReLU())").code == "unknown-name"


def test_a_string_of_calls_is_bounded_too() -> None:
    assert len(columns("ReLU()\n" * 2_000)) == 2_000
    assert refused("ReLU()\n" * 3_000).code == "too-long"
    assert refused(f"ReLU(), ReLU({'1+' * 200}1)").code == "too-many-parts"
    assert refused(f"ReLU({'-' * 19_000}1)").code in ("too-many-parts", "too-deep", "syntax")
