"""``quizapp new``: a bank that checks clean, with what an editor needs beside it."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from quizapp.bank import load_banks
from quizapp.bank.question_reader import KEYS_OF_KIND
from quizapp.errors import ExchangeError, QuizappError, UsageError
from quizapp.lint import check
from quizapp.lint.new_bank import new_bank
from quizapp.lint.schema import FILE, HEADER, bank_schema


def test_it_checks_clean_and_has_a_question_of_each_kind(tmp_path: Path) -> None:
    file = tmp_path / "Own bank.yaml"
    assert new_bank(file) == (file, tmp_path / FILE)
    assert [problem.line_text("en") for problem in check([file]).problems] == []
    (bank,) = load_banks([file]).banks
    assert bank.id == "own-bank"
    assert sorted(question.kind for question in bank.questions) == sorted(KEYS_OF_KIND)


def test_its_first_line_leads_an_editor_to_the_schema(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    new_bank(file)
    assert file.read_text(encoding="utf-8").startswith(f"{HEADER}\n")
    written = json.loads((tmp_path / FILE).read_text(encoding="utf-8"))
    assert written == bank_schema()
    Draft7Validator.check_schema(written)


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    file, schema = tmp_path / "own.yaml", tmp_path / FILE
    schema.write_text("mine")
    assert new_bank(file) == (file,)
    assert schema.read_text() == "mine"
    file.write_text("mine too")
    with pytest.raises(UsageError, match="is there already"):
        new_bank(file)
    assert file.read_text() == "mine too"


@pytest.mark.parametrize(
    ("name", "fault", "said"),
    [
        ("한글.yaml", UsageError, "small letters"),
        ("no/a.yaml", ExchangeError, "no/a.yaml cannot be written"),
        (f"{'a' * 300}.yaml", ExchangeError, "cannot be written"),
    ],
)
def test_a_name_that_does_not_do_is_told(
    tmp_path: Path, name: str, fault: type[QuizappError], said: str
) -> None:
    with pytest.raises(fault, match=said):
        new_bank(tmp_path / name)
    assert not list(tmp_path.rglob("*.yaml"))
