"""Programs that are told to end, and programs that have a bug."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from quizapp.history import History
from tests.faults.children import ROOT, run

Clock = Callable[[], datetime]
Figure = Callable[[str], None]

BANK = """
bank: test
questions:
- id: weights
  network: {input: [128, 40, 50], layers: ["Conv2d(128, 64, 3, padding=1, bias=False)"]}
  answer: parameters(network)
  prompt: {en: "How many parameters?"}
"""


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_a_sitting_with_its_code_and_every_answer_is_kept(
    tmp_path: Path, path: Path, now: Clock, figure: Figure, number: signal.Signals
) -> None:
    bank = tmp_path / "test.yaml"
    bank.write_text(BANK, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "quizapp", "quiz", str(bank), "--plain", "-n", "50"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "QUIZAPP_HOME": str(path.parent)},
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write("73728\n" * 3)
        process.stdin.flush()
        shown = 0
        while shown < 3 and (line := process.stdout.readline()):
            shown += "✓" in line
        process.send_signal(number)
        code = process.wait(timeout=30)
        error = process.stderr.read()
    assert code == 128 + number
    assert "Traceback" not in error
    with History.open(path, now) as history:
        assert len([*history.reviews()]) == shown == 3
    figure(f"{number.name}: exit {code}, answers kept: {shown} of 3")


BROKEN = """
import quizapp.history
from quizapp.cli import main

def broken(*_):
    secret = "what was typed"
    raise ZeroDivisionError

quizapp.history.exported = broken
sys.exit(main(["history", "export"]))
"""


def test_a_bug_is_one_line_and_a_log_that_holds_no_answer(path: Path, now: Clock) -> None:
    with History.open(path, now):
        pass
    done = run(BROKEN, path, QUIZAPP_HOME=str(path.parent))
    log = path.parent / "bug.log"
    assert done.returncode == 1
    assert str(log) in done.stderr
    assert done.stderr.count("\n") == 1
    assert "ZeroDivisionError" in log.read_text()
    assert os.name != "posix" or log.stat().st_mode & 0o777 == 0o600
    with History.open(path, now) as history:
        assert history.notice is None
