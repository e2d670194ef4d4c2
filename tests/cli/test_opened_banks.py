"""Verbs that open banks, seen from outside: what the second run no longer loads."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from quizapp import paths
from quizapp.cli import main

PROJECT = Path(__file__).parents[2]


def loaded_by(verb: str) -> set[str]:
    """The modules that a program has loaded after a verb, in the home of this test."""
    program = (
        "import sys; from quizapp.cli import main; main(sys.argv[1:]); "
        "print('MODULES', *sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, verb],
        cwd=PROJECT, env=dict(os.environ), capture_output=True, text=True, encoding="utf-8",
        check=True,
    )  # fmt: skip
    (listed,) = [line for line in done.stderr.splitlines() if line.startswith("MODULES")]
    return set(listed.split()[1:])


def test_banks_that_were_read_are_listed_without_yaml_and_the_calculator() -> None:
    heavy = {"yaml", "quizapp.calc", "quizapp.bank.question_reader"}
    assert loaded_by("list") >= heavy
    assert loaded_by("list").isdisjoint(heavy)


def test_what_is_kept_lies_in_the_users_own_folder() -> None:
    assert main(["list"]) == 0
    assert paths.kept_banks().parent == paths.data_folder()
    assert paths.kept_banks().stat().st_size > 100_000


def test_a_verb_says_what_is_wrong_with_a_bank_each_time(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bank = tmp_path / "bad.yaml"
    bank.write_text("bank: bad\nquestions: []\n", encoding="utf-8")
    for _ in range(2):
        main(["list", "--bank", str(bank)])
        assert "error[B041]" in capsys.readouterr().err
