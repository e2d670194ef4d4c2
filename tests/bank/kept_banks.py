"""Banks that are kept, and what opening them is held against."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from quizapp.bank import Library, load_banks, open_banks
from tests.bank.written_banks import described

Seen = list[str]
"""The names of the files that are read in full."""

LONG_AGO = 1_700_000_000
"""Seconds; files of then have not changed within the moment in which they were read."""

BANK = """\
bank: %s
title: {en: Sums, ko: 합}
topics:
  sums: {title: {en: Sums, ko: 합}, needs: [counting]}
  empty:
questions:
  - id: square
    aliases: [old-square]
    topic: sums
    level: 2
    vary: {k: [1, 3, "5", true, "true"], mode: [same, "0.50"]}
    answer: 3 * 3
    red_herring: [k, mode]
    prompt: {en: "그 수는 {k}, {mode}?", ko: '{k:은/는}?'}
  - id: word
    accept: ["7", skip connection]
    prompt: "'quoted' :and: {{open}}"
  - id: sides
    topic: empty
    unknowns: {p: 0..3}
    accept: p * 2 == 4
    prompt: p?
"""


def written(path: Path, text: str = BANK % "sums", at: int = LONG_AGO) -> Path:
    path.write_text(text, encoding="utf-8")
    os.utime(path, (at, at))
    return path


def all_of(library: Library) -> tuple[Any, Any]:
    """All that a library holds, whichever way it came to it."""
    return described(library.banks), library.problems


def assert_opens_as_read(paths: Sequence[Path], keep: Path) -> None:
    assert all_of(open_banks(paths, keep)) == all_of(load_banks(paths))
