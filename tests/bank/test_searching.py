"""What a search finds: every word of it, in whatever language or width it is typed."""

from pathlib import Path

import pytest

from quizapp.bank import Library, load_banks
from quizapp.bank.searching import entries_of, matching

SIZES = """bank: sizes
title: {en: Sizes, ko: 크기}
topics: {outputs: {title: {en: Output sizes, ko: 출력 크기}}}
questions:
  - {id: side, topic: outputs, vary: {n: [2, 3]}, answer: n * n, prompt: {en: "The side of {n}?"}}
  - {id: corner, level: 2, unknowns: {p: 0..5}, accept: p > 2, prompt: {ko: "모서리는 어디인가요?"}}
"""
WEIGHTS = """bank: weights
questions:
  - {id: weights, answer: 3 * 3, prompt: {en: "How many weights?", ko: "가중치는 몇 개인가요?"}}
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    for name, text in (("sizes", SIZES), ("weights", WEIGHTS)):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return load_banks([tmp_path / "sizes.yaml", tmp_path / "weights.yaml"])


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("", ["sizes/side", "sizes/corner", "weights/weights"]),
        ("SIDE", ["sizes/side"]),
        ("output sizes", ["sizes/side"]),
        ("출력", ["sizes/side"]),
        ("모서리", ["sizes/corner"]),
        ("kind:solve", ["sizes/corner"]),
        ("level:1 sizes", ["sizes/side"]),
        ("ｗｅｉｇｈｔｓ", ["weights/weights"]),
        ("sizes weights", []),
        ("nothing of the kind", []),
    ],
)
def test_every_word_of_a_search_narrows_it(library: Library, search: str, found: list[str]) -> None:
    entries = matching(entries_of(library), search)
    assert [entry.question.key for entry in entries] == found
    assert all(entry.question in entry.bank.questions for entry in entries)
