"""SIGKILL at any moment: while answering, migrating, exporting, copying."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from quizapp.history import History, backups_of, exported, newest_good
from quizapp.history.migrations import MIGRATIONS
from tests.faults.children import KILLS, ROOT, child, quizapp, review, run, was_killed

Clock = Callable[[], datetime]
Figure = Callable[[str], None]

pytestmark = pytest.mark.skipif(os.name != "posix", reason="SIGKILL is POSIX's")

RELEASED = Path(__file__).parents[1] / "data" / "history-v1.db"

BANK = """
bank: test
questions:
- id: weights
  network: {input: [128, 40, 50], layers: ["Conv2d(128, 64, 3, padding=1, bias=False)"]}
  answer: parameters(network)
  prompt: {en: "How many parameters?"}
"""


def is_sound(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_no_answer_whose_verdict_was_shown_is_lost_by_a_kill(
    tmp_path: Path, path: Path, now: Clock, figure: Figure
) -> None:
    bank = tmp_path / "test.yaml"
    bank.write_text(BANK, encoding="utf-8")
    environment = {**os.environ, "QUIZAPP_HOME": str(path.parent)}
    seen = lost = 0
    for kill in range(KILLS):
        with subprocess.Popen(
            [sys.executable, "-m", "quizapp", "quiz", str(bank), "--plain", "-n", "200"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            cwd=ROOT,
            env=environment,
        ) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write("73728\n" * 200)
            process.stdin.flush()
            wanted = 1 + 7 * kill % 12
            while wanted and (line := process.stdout.readline()):
                shown = "✓" in line
                seen += shown
                wanted -= shown
            process.kill()
            seen += process.stdout.read().count("✓")
        with History.open(path, now) as history:
            saved = [row.uuid for row in history.reviews()]
            assert history.notice is None
        assert len(saved) == len(set(saved))
        lost = max(lost, seen - len(saved))
        # What was committed and not yet shown: one answer a kill at most.
        assert len(saved) <= seen + kill + 1
    assert lost == 0
    assert seen >= KILLS
    assert is_sound(path)
    figure(f"kills while answering: {KILLS}, verdicts shown: {seen}, lost: {lost}")


MIGRATING = """
from contextlib import closing
from quizapp.history.connection import connect
from quizapp.history.migrations import MIGRATIONS, migrate

class Deadly(tuple):
    def __iter__(self):
        for number, statement in enumerate(tuple.__iter__(self)):
            if number == int(sys.argv[2]):
                os.kill(os.getpid(), signal.SIGKILL)
            yield statement

with closing(connect(path, "rw")) as connection:
    migrate(connection, path, (*MIGRATIONS[:-1], Deadly((*MIGRATIONS[-1], "SELECT 1"))))
"""


def contents(path: Path) -> list[object]:
    with closing(sqlite3.connect(path)) as connection:
        return [
            connection.execute("SELECT * FROM reviews ORDER BY uuid").fetchall(),
            connection.execute("SELECT * FROM notes ORDER BY uuid").fetchall(),
        ]


def test_a_kill_between_any_two_statements_of_a_migration_leaves_the_old_schema(
    path: Path, now: Clock, figure: Figure
) -> None:
    steps = len(MIGRATIONS[-1]) + 1
    before = contents(RELEASED)
    for number in range(steps):
        shutil.rmtree(path.parent, ignore_errors=True)
        path.parent.mkdir()
        shutil.copy(RELEASED, path)
        assert was_killed(run(MIGRATING, path, number).returncode)
        with closing(sqlite3.connect(path)) as connection:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema")}
        assert version == 1
        assert "cards" not in tables
        with History.open(path, now) as history:
            assert history.notice is None
            assert history.size() == 26
        assert contents(path) == before
        assert is_sound(path)
    figure(f"kills while migrating: {steps}, neither old nor new: 0")


EXPORTING = """
import quizapp.history
from quizapp.cli import main
from quizapp.history import exported

def deadly(history, profile):
    for number, line in enumerate(exported(history, profile)):
        if number == int(sys.argv[3]):
            os.kill(os.getpid(), signal.SIGKILL)
        yield line

quizapp.history.exported = deadly
main(["history", "export", "--to", sys.argv[2]])
"""


def test_a_kill_while_exporting_leaves_the_old_file_whole(
    path: Path, tmp_path: Path, now: Clock, figure: Figure
) -> None:
    kills = min(KILLS, 50)
    with History.open(path, now) as history:
        history.append_all(review(str(number), submission="9" * 4000) for number in range(kills))
        whole = "".join(f"{line}\n" for line in exported(history))
    target = tmp_path / "out" / "rows.jsonl"
    target.parent.mkdir()
    target.write_text("old\n")
    for number in range(kills):
        killed = run(EXPORTING, path, target, number, QUIZAPP_HOME=str(path.parent))
        assert was_killed(killed.returncode)
        assert target.read_text() == "old\n"
    done = quizapp("history", "export", "--to", str(target), QUIZAPP_HOME=str(path.parent))
    assert done.returncode == 0, done.stderr
    assert target.read_text() == whole
    assert [file.name for file in target.parent.iterdir()] == ["rows.jsonl"]
    figure(f"kills while exporting: {kills}, half files: 0, parts left: 0")


BACKING_UP = """
from quizapp.history import back_up
while True:
    back_up(path, path.parent / "backups" / "copy.db")
    acknowledge("copied")
"""


def test_a_kill_while_backing_up_leaves_a_whole_copy(
    path: Path, now: Clock, figure: Figure
) -> None:
    kills = min(KILLS // 4, 20)
    with History.open(path, now) as history:
        history.append_all(review(str(number), submission="9" * 2000) for number in range(400))
        copies = 0
        for kill in range(kills):
            with child(BACKING_UP, path) as process:
                assert process.stdout is not None
                for number in range(1 + kill % 3):
                    process.stdout.readline()
                    history.append(review(f"{kill}-{number}"))
                process.kill()
            for copy in backups_of(path):
                assert is_sound(copy)
                assert newest_good(path) == copy
                copies += 1
    figure(f"kills while copying: {kills}, copies there: {copies}, half ones: 0")


IMPORTING = """
from quizapp.history import bring_in
import quizapp.history.transfer as transfer

rows_in = transfer.rows_in

def deadly(file):
    for number, row in enumerate(rows_in(file)):
        if number == int(sys.argv[3]):
            os.kill(os.getpid(), signal.SIGKILL)
        yield row

transfer.rows_in = deadly
with History.open(path, now) as history:
    bring_in(history, [Path(sys.argv[2])])
"""


def test_a_kill_while_importing_imports_nothing(
    path: Path, tmp_path: Path, now: Clock, figure: Figure
) -> None:
    file = tmp_path / "rows.jsonl"
    rows = [review(str(number), after=number) for number in range(50)]
    file.write_text("".join(json.dumps(row.as_json()) + "\n" for row in rows))
    for number in (0, 1, 25, 49):
        assert was_killed(run(IMPORTING, path, file, number).returncode)
        with History.open(path, now) as history:
            assert history.size() == 0
            assert history.notice is None
    figure("kills while importing: 4, half imports: 0")
