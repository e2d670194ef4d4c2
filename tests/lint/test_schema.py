"""The schema that editors use, held to what check says of the same files."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from quizapp import paths
from quizapp.bank import Listing, Mapping, Node, Scalar, read
from quizapp.bank.plain_values import number_in, truth_in
from quizapp.bank.question_reader import KEYS, KEYS_OF_KIND
from quizapp.lint import check
from quizapp.lint.explain import EXAMPLES
from quizapp.lint.schema import bank_schema

SCHEMA = bank_schema()
VALIDATOR = Draft7Validator(SCHEMA)

SEEN_BY_THE_SCHEMA = {
    "B012", "B013", "B041", "B042", "B043", "B046", "B048", "B049", "B050", "B051", "B071",
    "B081", "B082", "B083", "B085", "B087", "B089",
}  # fmt: skip
"""What the form alone shows. Two ids that are one, an unknown variable, and whatever an expression
says are beyond a schema; what is no YAML is the editor's own business."""

SHIPPED = sorted(paths.shipped_banks().glob("*.yaml"))
BAD = sorted(EXAMPLES.glob("*-bad.yaml"))
GOOD = sorted(EXAMPLES.glob("*-good.yaml"))


def as_an_editor_reads(node: Node | None) -> Any:
    """The tree with the types that YAML 1.2 gives unquoted words."""
    if isinstance(node, Mapping):
        return {key.text: as_an_editor_reads(value) for key, value in node.entries}
    if isinstance(node, Listing):
        return [as_an_editor_reads(item) for item in node.items]
    if node is None or (not node.text and not node.quoted):
        return None
    return node.text if node.quoted else typed(node)


def typed(node: Scalar) -> Any:
    truth, number = truth_in(node), number_in(node.text)
    if truth is not None:
        return truth
    if number is None or "_" in node.text:
        return node.text
    return int(number) if "." not in node.text and number.denominator == 1 else float(number)


def errors_of(file: Path) -> list[str]:
    document = as_an_editor_reads(read(file).node)
    return [error.message for error in VALIDATOR.iter_errors(document)]


def code_of(file: Path) -> str:
    return file.stem.partition("-")[0]


def test_it_is_a_schema_of_draft_7() -> None:
    Draft7Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("file", [*SHIPPED, *GOOD], ids=lambda file: file.stem)
def test_what_check_calls_clean_is_clean_to_the_schema(file: Path) -> None:
    assert errors_of(file) == []


@pytest.mark.parametrize("file", BAD, ids=code_of)
def test_one_fault_of_form_is_one_error_and_no_other_fault_is_any(file: Path) -> None:
    if read(file).problems and code_of(file) != "B013":
        pytest.skip("an editor reads YAML by itself")
    assert len(errors_of(file)) == (code_of(file) in SEEN_BY_THE_SCHEMA)


def question_schemas() -> Iterator[tuple[str, dict[str, Any]]]:
    _, *kinds = SCHEMA["definitions"]["question"]["allOf"]
    for kind, entry in zip(KEYS_OF_KIND, kinds, strict=True):
        yield kind, entry["then"]


def test_every_key_of_every_kind_is_in_it_and_described() -> None:
    for kind, schema in question_schemas():
        assert set(schema["properties"]) == {*KEYS, *KEYS_OF_KIND[kind]}
        assert all(form["description"] for form in schema["properties"].values())


NESTED = {
    "choices: [{text: a, correct: true, zzzz: 1}, {text: b}]": ("choices", "items"),
    "answer: 1 + 1, mistakes: [{id: m, answer: 2 + 1, because: b, zzzz: 1}]": ("mistakes", "items"),
    "pairs: [{left: a, right: b, zzzz: 1}, {left: c, right: d}, {left: e, right: f}]": (
        "pairs",
        "items",
    ),
    "answer: 1 + 1, source: {id: x, zzzz: 1}": ("source", "then"),
    "answer: 1 + 1, convention: {zzzz: 1}": ("convention",),
}


@pytest.mark.parametrize(("question", "path"), NESTED.items(), ids=lambda each: str(each)[:30])
def test_nested_keys_are_those_the_loader_knows(
    question: str, path: tuple[str, ...], tmp_path: Path
) -> None:
    file = tmp_path / "bank.yaml"
    file.write_text(f"bank: b\nquestions:\n  - {{id: a, prompt: '?', {question}}}\n")
    (problem,) = [each for each in check([file], 1).problems if each.code == "B012"]
    known = problem.message.en.partition("the keys here are ")[2].split(", ")
    schema = next(schema for _, schema in question_schemas() if path[0] in schema["properties"])
    form = schema["properties"][path[0]]
    for step in path[1:]:
        form = form[step]
    assert set(form["properties"]) == set(known)
