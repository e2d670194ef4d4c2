"""SIGKILL while a bank is written: ``new``, and ``check --add-ids``."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from quizapp.lint.adding_ids import add_ids
from quizapp.lint.new_bank import new_bank
from quizapp.lint.schema import FILE
from tests.faults.children import KILLS, quizapp, run, was_killed

Figure = Callable[[str], None]

pytestmark = pytest.mark.skipif(os.name != "posix", reason="SIGKILL is POSIX's")

STEPS = 6
"""Towards the disk, for one file: opened, written, synced, given its mode and its place, tidied."""

# Dies before the step of that number that anything takes towards the disk.
WRITING = """
left = int(sys.argv[3])

def deadly(step):
    def stepped(*arguments, **named):
        global left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return step(*arguments, **named)
    return stepped

from quizapp.cli import main
from quizapp.lint import adding_ids, new_bank
import quizapp.writing

class Disk:
    def __getattr__(self, name):
        found = getattr(os, name)
        return deadly(found) if name in ("open", "fdopen", "fsync") else found

quizapp.writing.os = Disk()
for name in ("chmod", "replace", "unlink"):
    setattr(Path, name, deadly(getattr(Path, name)))
sys.exit(main([*sys.argv[2].split(), str(path)]))
"""


def without_ids() -> str:
    return "bank: demo\nquestions:\n" + "  - {answer: 1 + 1, prompt: What?}\n" * 200


def test_a_kill_while_ids_are_added_leaves_the_old_bank_or_the_new_one(
    tmp_path: Path, figure: Figure
) -> None:
    file = tmp_path / "banks" / "demo.yaml"
    file.parent.mkdir()
    file.write_text(without_ids(), encoding="utf-8")
    add_ids(file)
    new = file.read_text(encoding="utf-8")
    kills = old_ones = 0
    for kill in range(min(KILLS, 50)):
        file.write_text(without_ids(), encoding="utf-8")
        done = run(WRITING, file, "check --seeds 1 --add-ids", kill % (STEPS + 1))
        kills += was_killed(done.returncode)
        text = file.read_text(encoding="utf-8")
        assert text in (without_ids(), new)
        old_ones += text != new
        add_ids(file)
        assert file.read_text(encoding="utf-8") == new
        assert [each.name for each in file.parent.iterdir() if each.suffix == ".part"] == []
    assert kills > min(KILLS, 50) // 2
    assert old_ones > 0
    figure(f"kills while adding ids: {kills}, old: {old_ones}, half files: 0, parts left: 0")


def test_a_kill_while_a_bank_is_begun_leaves_it_whole_or_not_there(
    tmp_path: Path, figure: Figure
) -> None:
    whole = tmp_path / "whole" / "demo.yaml"
    whole.parent.mkdir()
    new_bank(whole)
    kills = there = 0
    for kill in range(min(KILLS, 50)):
        file = tmp_path / f"new-{kill}" / "demo.yaml"
        file.parent.mkdir()
        done = run(WRITING, file, "new", kill % (2 * STEPS + 1))
        kills += was_killed(done.returncode)
        there += file.exists()
        for name in ("demo.yaml", FILE):
            made = file.with_name(name)
            assert not made.exists() or made.read_text() == whole.with_name(name).read_text()
        again = quizapp("new", str(file), QUIZAPP_HOME=str(tmp_path / "home"))
        assert again.returncode == (2 if done.returncode == 0 or "already" in again.stderr else 0)
        assert sorted(each.name for each in file.parent.iterdir()) == sorted(["demo.yaml", FILE])
        assert file.read_text() == whole.read_text()
    assert kills > min(KILLS, 50) // 2
    figure(f"kills while a bank is begun: {kills}, there: {there}, half files: 0, parts left: 0")
