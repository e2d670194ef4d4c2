"""Programs that are to be killed, starved and locked out, and the rows they write."""

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from quizapp.history import Review

ROOT = Path(__file__).parents[2]
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)

KILLS = int(os.environ.get("QUIZAPP_KILLS", "20"))
"""How often a program is killed; 200 for a full run."""

# What every child begins with. `acknowledge` is the moment at which a learner would see a verdict.
HEAD = """
import os, signal, sys
from pathlib import Path
from quizapp.errors import HistoryError
from quizapp.history import History, Keeper
from tests.faults.children import NOON, review

path = Path(sys.argv[1])
now = lambda: NOON

def acknowledge(text):
    print(text, flush=True)
"""


def review(uuid: str, after: int = 0, **changes: object) -> Review:
    """An answer, so many seconds after noon."""
    fields: dict[str, object] = {
        "uuid": uuid,
        "profile": "ana",
        "bank": "convolution",
        "question": "conv-parameters",
        "revision": "5f0c",
        "level": 1,
        "variables": {"k": 3, "c_in": 128, "bias": True},
        "shown": {"show": "torch", "options": []},
        "seed": 7,
        "generator": 1,
        "submission": "73 728",
        "read_as": "73,728",
        "verdict": "wrong",
        "mistakes": ("forgot-bias",),
        "hints": 0,
        "ms": 41_250,
        "rating": 1,
        "sitting": "sitting-1",
        "shown_at": NOON,
        "answered_at": NOON + timedelta(seconds=after),
        "offset_minutes": 540,
        **changes,
    }
    return Review(**fields)  # type: ignore[arg-type] # any field


def child(code: str, *arguments: object, **environment: str) -> "subprocess.Popen[str]":
    """A Python program that has the tree to import; its standard streams are pipes."""
    return subprocess.Popen(
        [sys.executable, "-c", HEAD + code, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
    )


def run(code: str, *arguments: object, **environment: str) -> "subprocess.CompletedProcess[str]":
    """Runs such a program to its end."""
    with child(code, *arguments, **environment) as process:
        out, err = process.communicate(timeout=120)
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


def quizapp(
    *arguments: str, typed: str = "", **environment: str
) -> "subprocess.CompletedProcess[str]":
    """Runs the program itself."""
    return subprocess.run(
        [sys.executable, "-m", "quizapp", *arguments],
        input=typed,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        cwd=ROOT,
        env={**os.environ, **environment},
    )


def was_killed(code: int) -> bool:
    """Whether SIGKILL ended it."""
    return code == -signal.SIGKILL
