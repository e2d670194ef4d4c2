"""The verbs of those who write banks."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from quizapp.cli import main

Banked = Callable[[str], Path]

WEIGHTS = """
- id: weights
  source: x
  vary: {k: [3, 5]}
  network: {input: [3, 32, 32], layers: ["Conv2d(3, 8, k)"]}
  answer: parameters(network)
  prompt: {en: How many parameters?, ko: 파라미터는 모두 몇 개인가요?}
"""


def test_explain_says_what_codes_mean(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "b012", "Q007", "--lang", "ko"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("B012  알 수 없는 키\n")
    assert "# <- Q007" in said


def test_explain_names_codes_near_an_unknown_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "Q0007"]) == 2
    assert "Q007" in capsys.readouterr().err


def test_new_writes_a_bank_that_checks_clean(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mine.yaml"
    assert main(["new", str(file)]) == 0
    assert main(["check", "--strict", str(file)]) == 0
    assert main(["new", str(file)]) == 2
    assert "is there already" in capsys.readouterr().err


def test_schema_prints_a_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "quizapp bank"


def test_check_adds_ids_where_they_are_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "bank.yaml"
    file.write_text("bank: b\nquestions:\n  - {answer: 1 + 1, source: x, prompt: '1?'}\n")
    assert main(["check", "--add-ids", str(file)]) == 0
    assert "{id: 1, answer" in file.read_text(encoding="utf-8")
    assert main(["check", "--add-ids"]) == 2


def test_check_reports_figures(bank_file: Banked, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--report", str(bank_file(WEIGHTS))]) == 0
    assert "test/weights" in capsys.readouterr().out
    assert main(["check", "--report", "--json", str(bank_file(WEIGHTS))]) == 0
    *_, last = capsys.readouterr().out.splitlines()
    assert json.loads(last) == {"files": 1, "questions": 1, "errors": 0, "warnings": 0}


def test_a_signature_makes_its_variant_again(
    bank_file: Banked, capsys: pytest.CaptureFixture[str]
) -> None:
    bank = ["--bank", str(bank_file(WEIGHTS)), "--json"]
    assert main(["generate", "test/weights", "--seed", "9", *bank]) == 0
    first = capsys.readouterr().out
    assert main(["generate", json.loads(first)["signature"], *bank]) == 0
    again = capsys.readouterr()
    assert again.out == first
    assert again.err == ""


def test_a_changed_question_is_told_from_its_signature(
    bank_file: Banked, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(bank_file(WEIGHTS))
    assert main(["generate", f"test/weights@{'0' * 12}:1:9/1", "--bank", path]) == 0
    assert "has changed since" in capsys.readouterr().err
