"""What a verb loads, seen from outside: a fresh interpreter and its ``sys.modules``."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
ROOMS = [
    "errors", "paths", "words", "expressions", "calc", "drawing", "mistakes", "bank", "generate",
    "grade", "exchange", "history", "lint", "study", "peers", "plain", "cli",
]  # fmt: skip


def modules_after(code: str, home: Path) -> set[str]:
    program = f"import sys\n{code}\nprint('MODULES', *sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=PROJECT,
        env={**os.environ, "QUIZAPP_HOME": str(home)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    listed = [line for line in done.stderr.splitlines() if line.startswith("MODULES")]
    assert listed, done.stderr
    return set(listed[-1].split()[1:])


@pytest.mark.parametrize("room", ROOMS)
def test_no_room_but_the_tui_loads_a_terminal_toolkit(room: str, tmp_path: Path) -> None:
    loaded = modules_after(f"import quizapp.{room}", tmp_path)
    assert loaded.isdisjoint({"textual", "rich"})


def test_the_package_itself_loads_no_room(tmp_path: Path) -> None:
    loaded = modules_after("import quizapp", tmp_path)
    assert not {name for name in loaded if name.startswith("quizapp.")}


def run(arguments: list[str]) -> str:
    return f"""
from quizapp.cli import main
try:
    main({arguments!r})
except SystemExit:
    pass
"""


def test_version_loads_nothing_heavy(tmp_path: Path) -> None:
    loaded = modules_after(run(["--version"]), tmp_path)
    assert loaded.isdisjoint({"textual", "rich", "yaml", "sqlite3", "fsrs", "quizapp.calc"})


def test_check_loads_no_terminal_toolkit_and_no_history(tmp_path: Path) -> None:
    bank = tmp_path / "empty.yaml"
    bank.write_text("bank: empty\ntitle: Empty\nquestions: []\n", encoding="utf-8")
    loaded = modules_after(run(["check", str(bank)]), tmp_path)
    assert loaded.isdisjoint({"textual", "rich", "sqlite3", "fsrs"})


def test_the_calculator_loads_neither_chance_nor_yaml(tmp_path: Path) -> None:
    loaded = modules_after("import quizapp.mistakes", tmp_path)
    assert loaded.isdisjoint({"yaml", "sqlite3", "fsrs"})


def test_a_sitting_plays_with_the_tui_taken_away(tmp_path: Path) -> None:
    code = f"""
import sys
sys.modules["quizapp.tui"] = None
sys.stdin = open({str(tmp_path / "typed")!r}, encoding="utf-8")
{run(["quiz", "--plain", "-n", "1", "--seed", "1"])}"""
    (tmp_path / "typed").write_text("1\n", encoding="utf-8")
    loaded = modules_after(code, tmp_path)
    assert "quizapp.study" in loaded
    assert loaded.isdisjoint({"textual", "rich"})


ASKED = """
bank: asked
title: Asked
questions:
  - id: calculated
    prompt: How many parameters?
    network: {input: [3, 32, 32], layers: ["Conv2d(k, 8, 3)", ReLU(), "Flatten()"]}
    vary: {k: [3]}
    answer: parameters(network)
  - id: typed
    prompt: What is 1x1 convolution called?
    accept: pointwise convolution
"""
FIRST = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from quizapp.bank import open_banks
from quizapp.history import History, Keeper
from quizapp.study import Deriver, Desk, Learner, Wanted, begin, bring_up_to_date, topics_in

def now():
    return datetime(2026, 3, 1, 9, tzinfo=UTC)

home = Path({home!r})
library = open_banks([home / "asked.yaml"], home / "kept")
questions = [question for bank in library.banks for question in bank.questions]
asked = tuple(question for question in questions if question.id == {asked!r})
topic_of = topics_in(questions)
history = History.open(home / "history.db", now)
bring_up_to_date(history, topic_of)
desk = Desk(Learner(history), Keeper(history, Deriver(topic_of)), now, {{}})
sitting = begin(desk, Wanted("study", asked, 1))
assert sitting.item is not None and sitting.hint_total, [*sitting.notices, *library.problems]
"""
FOR_NO_QUESTION = {
    *(f"quizapp.grade.{name}" for name in ("judging", "diagnosis", "reading", "texts", "tables")),
    *(f"quizapp.history.{name}" for name in ("backups", "restoring", "transfer", "forgetting")),
    *(f"quizapp.study.{name}" for name in ("overview", "progress", "past", "optimizing")),
    *(f"quizapp.generate.{name}" for name in ("past", "what_if", "twins", "proofs")),
    "quizapp.drawing.diagram", "quizapp.drawing.keras", "quizapp.drawing.table",
    "quizapp.words.korean_errors", "quizapp.peers", "quizapp.lint", "quizapp.plain",
    "quizapp.calc.detection.functions", "quizapp.calc.zoo.blocks",
}  # fmt: skip
SELDOM = {
    *(f"quizapp.calc.layers.{family}" for family in (
        "attention", "embedding", "multiplying", "normalization", "padding", "rearranging",
        "recurrent", "resampling", "shuffling", "taking",
    )),
}  # fmt: skip
NOTHING_CALCULATED = {
    "quizapp.generate.solution", "quizapp.calc.derivation.steps", "quizapp.calc.proof.totals",
    "quizapp.mistakes.catalogue",
}  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "beside"), [("calculated", SELDOM), ("typed", SELDOM | NOTHING_CALCULATED)]
)
def test_a_first_question_loads_little_that_it_does_not_use(
    asked: str, beside: set[str], tmp_path: Path
) -> None:
    bank = tmp_path / "asked.yaml"
    bank.write_text(ASKED, encoding="utf-8")
    os.utime(bank, (1e9, 1e9))  # what was changed just now is read anew
    program = FIRST.format(home=str(tmp_path), asked=asked)
    modules_after(program, tmp_path)  # the banks are read and kept
    loaded = modules_after(program, tmp_path)
    assert "quizapp.generate.variant" in loaded
    assert loaded.isdisjoint(FOR_NO_QUESTION | beside), sorted(loaded & (FOR_NO_QUESTION | beside))


@pytest.mark.parametrize("asked", ["calculated", "typed"])
def test_nothing_is_left_to_be_imported_once_answers_are_prepared_for(
    asked: str, tmp_path: Path
) -> None:
    bank = tmp_path / "asked.yaml"
    bank.write_text(ASKED, encoding="utf-8")
    prepared = f"""{FIRST.format(home=str(tmp_path), asked=asked)}
from quizapp.study import prepare_for_answers
prepare_for_answers()
"""
    ready = modules_after(prepared, tmp_path)
    judged = modules_after(f"{prepared}\nassert sitting.submit('7').verdict.counts", tmp_path)
    assert {name for name in judged - ready if name.startswith("quizapp")} == set()
