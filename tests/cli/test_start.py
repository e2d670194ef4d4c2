"""An interrupt before there is a command line to take it."""

import os
import signal
import subprocess
import sys

import pytest

WAITS = """
import importlib.abc, runpy, sys, time

class Waits(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "quizapp.cli":
            print("importing", flush=True)
            time.sleep(30)

sys.meta_path.insert(0, Waits())
"""
WAYS = (
    "runpy.run_module('quizapp', run_name='__main__')",
    "from quizapp.__main__ import main; sys.exit(main())",
)


@pytest.mark.skipif(os.name != "posix", reason="sends a signal")
@pytest.mark.parametrize("way", WAYS)
def test_an_interrupt_while_the_program_is_imported_ends_it_quietly(way: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WAITS + way],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stdout.readline() == "importing\n"
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    assert (process.returncode, errors) == (130, "")
