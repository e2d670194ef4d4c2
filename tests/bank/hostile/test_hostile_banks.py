"""Sixty files and more that bring other readers down: a verdict each, in 2 s and 300 MB."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.bank.hostile.files import FILES, Hostile

PROJECT = Path(__file__).parents[3]
MOST_SECONDS = 2
MOST_MEGABYTES = 300

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="measured in a fork")

Measured = dict[str, Any]


@pytest.fixture(scope="module")
def measuring() -> Iterator["subprocess.Popen[str]"]:
    """One process that has loaded the program and reads each file in a fork of it."""
    command = [sys.executable, str(Path(__file__).with_name("measure.py"))]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    with subprocess.Popen(
        command, env=environment, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


def test_there_are_sixty() -> None:
    assert len({each.name for each in FILES}) == len(FILES) >= 60


@pytest.mark.parametrize("hostile", FILES, ids=lambda each: each.name)
def test_a_hostile_file_gets_a_verdict_in_time_and_memory(
    hostile: Hostile, measuring: "subprocess.Popen[str]", tmp_path: Path
) -> None:
    made = hostile.make()
    file = tmp_path / f"{hostile.name}.yaml"
    file.write_bytes(made if isinstance(made, bytes) else made.encode())
    verdict, cost = cheapest(measuring, file)
    found = set(verdict["codes"])
    assert hostile.codes <= found if hostile.more else found == hostile.codes
    assert found or not hostile.more
    assert verdict["plain"]
    assert cost["ended"] == 0
    assert cost["seconds"] <= MOST_SECONDS
    assert cost["megabytes"] <= MOST_MEGABYTES


def cheapest(measuring: "subprocess.Popen[str]", file: Path) -> tuple[Measured, Measured]:
    """The best of three where the first is slow: neighbours on the machine cost time as well."""
    measured = [measure(measuring, file)]
    while measured[-1][1]["seconds"] > MOST_SECONDS and len(measured) < 6:
        measured.append(measure(measuring, file))
    return min(measured, key=lambda each: float(each[1]["seconds"]))


def measure(measuring: "subprocess.Popen[str]", file: Path) -> tuple[Measured, Measured]:
    assert measuring.stdin is not None
    assert measuring.stdout is not None
    measuring.stdin.write(f"{file}\n")
    measuring.stdin.flush()
    verdict = json.loads(measuring.stdout.readline())
    assert "codes" in verdict, f"no verdict: {verdict}"
    return verdict, json.loads(measuring.stdout.readline())
