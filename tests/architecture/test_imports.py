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
