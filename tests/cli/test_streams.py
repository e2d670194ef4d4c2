"""Outputs that are closed or full, and an interrupt at any moment: one line, never a traceback."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

QUIZAPP = f"{sys.executable} -m quizapp"
FULL = Path("/dev/full")


def in_a_shell(command: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(  # noqa: S602 # closing a stream is the shell's to do
        command, shell=True, capture_output=True, text=True, check=False, timeout=60
    )


def test_a_closed_output_swallows_what_is_printed() -> None:
    run = in_a_shell(f"{QUIZAPP} where >&-")
    assert (run.returncode, run.stderr) == (0, "")


def test_an_error_keeps_its_exit_code_where_it_cannot_be_said() -> None:
    assert in_a_shell(f"{QUIZAPP} explain X999 2>&-").returncode == 2


@pytest.mark.skipif(not FULL.exists(), reason="the system has no full device")
def test_a_full_output_is_said_in_the_language_asked_for() -> None:
    run = in_a_shell(f"{QUIZAPP} schema --lang ko >{FULL}")
    assert run.returncode == 1
    assert run.stderr.startswith("quizapp: 출력을 쓸 수 없습니다")
    assert run.stderr.count("\n") == 1
    assert in_a_shell(f"{QUIZAPP} explain X999 2>{FULL}").returncode == 2


def test_a_closed_input_brings_no_rows_in() -> None:
    run = in_a_shell(f"{QUIZAPP} history import - <&-")
    assert run.returncode == 0
    assert "rows read: 0" in run.stdout


@pytest.mark.skipif(os.name != "posix", reason="sends a signal")
def test_an_interrupt_while_arguments_are_read_ends_quietly() -> None:
    slow = (
        "import sys, time, quizapp.cli as cli\n"
        "def parser(*about):\n    print('reading', flush=True); time.sleep(30)\n"
        "cli.parser = parser\n"
        "sys.exit(cli.main([]))\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", slow], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "reading\n"
        time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=30)
    assert (process.returncode, said) == (130, "")
