"""What other processes do to a history: killed while they write, and writing at once."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from quizapp.history import History

Clock = Callable[[], datetime]

ROOT = Path(__file__).parents[2]
KILLS = 20

WRITER = """
import itertools, sys
from datetime import UTC, datetime
from pathlib import Path
from quizapp.history import History, Note

path, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
now = datetime(2026, 3, 1, tzinfo=UTC)
sys.stdin.readline()
with History.open(path, lambda: now) as history:
    for number in itertools.islice(itertools.count(), count or None):
        uuid = f"{name}-{number}"
        history.append(Note("flag", uuid, "bank/question", "ana", now, 0, {"number": number}))
        print(uuid, flush=True)
"""


def writer(path: Path, name: str, count: int) -> subprocess.Popen[str]:
    """A process that waits for a line, then appends `count` notes (0: without end), and prints
    the uuid of each once it is appended."""
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), name, str(count)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def test_nothing_that_was_acknowledged_is_lost_by_a_kill(path: Path, clock: Clock) -> None:
    acknowledged: list[str] = []
    for kill in range(KILLS):
        with writer(path, f"run{kill}", 0) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write("\n")
            process.stdin.flush()
            lines = [process.stdout.readline() for _ in range(1 + 3 * kill % 10)]
            process.kill()
            lines += process.stdout.readlines()
        acknowledged += [line.strip() for line in lines if line.endswith("\n")]
        with History.open(path, clock) as history:
            saved = [note.uuid for note in history.notes()]
            assert history.notice is None
        assert set(acknowledged) <= set(saved)
        assert len(saved) == len(set(saved))
        # The one row more that may be there was committed and not yet printed.
        assert len(saved) <= len(acknowledged) + kill + 1
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@pytest.mark.parametrize("there", [True, False])
def test_two_processes_at_once_write_all_their_rows(path: Path, clock: Clock, there: bool) -> None:
    if there:
        History.open(path, clock).close()
    with writer(path, "one", 200) as one, writer(path, "two", 200) as two:
        for process in (one, two):
            assert process.stdin is not None
            process.stdin.write("\n")
            process.stdin.flush()
        printed = [process.communicate()[0].splitlines() for process in (one, two)]
    assert [one.returncode, two.returncode] == [0, 0]
    with History.open(path, clock) as history:
        saved = [note.uuid for note in history.notes()]
    assert len(saved) == 400
    assert sorted(saved) == sorted(printed[0] + printed[1])
