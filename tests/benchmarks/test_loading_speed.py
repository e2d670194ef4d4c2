"""Reading and checking a large library against the least that PyYAML can do with its text.

A plain run of pytest leaves this out; see ``test_calculator_speed.py`` for how it is run.
"""

import os
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest
import yaml

from quizapp.bank import load_banks, open_banks, read

pytestmark = pytest.mark.benchmark

FILES = 4
QUESTIONS_A_FILE = 2_500
MOST_TO_READ = 0.35
"""Of PyYAML's time: the tree with its places."""
MOST = 1
"""Of PyYAML's time: the library, every expression checked. 0.25 is aimed at; most of what is
above that goes into reading four expressions and three layers a question that no other has."""
MOST_ONCE_KEPT = 0.05
"""Of the time of reading in full: the same library, opened again."""


def question(number: int) -> str:
    return f"""\
  - id: q-{number}
    level: {1 + number % 4}
    vary: {{k: [1, 3, 5, 7], c_in: [3, 16, 32, 64], c_out: [8, 16, 32, 64], bias: [true, false]}}
    where: c_in != c_out + {number}
    network:
      input: [c_in, 32, 32]
      layers: ["Conv2d(c_in, c_out, k, bias=bias, padding={number % 5})", "ReLU()", "MaxPool2d(2)"]
    answer: parameters(network) + {number}
    source: {{id: "arXiv:1603.07285", where: "section {number}"}}
    prompt:
      en: "Of layer {number}: {{c_in}} channels arrive and {{c_out + {number}}} filters wait."
      ko: "{number}번째 층에는 {{c_in}}채널이 들어오고 필터가 {{c_out + {number}}}개 있어요."
    because: {{en: "{{k * k * c_in}} weights each", ko: "가중치 {{k * k * c_in}}개씩"}}
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("library")
    made = []
    for number in range(FILES):
        first = number * QUESTIONS_A_FILE
        questions = map(question, range(first, first + QUESTIONS_A_FILE))
        made.append(folder / f"{number}.yaml")
        text = f"bank: b-{number}\nquestions:\n" + "".join(questions)
        made[-1].write_text(text, encoding="utf-8")
    return made


def ratio(one: Callable[[], object], other: Callable[[], object], rounds: int = 3) -> float:
    """The median of how many times as long one takes as the other, in turn."""
    return median(seconds(one) / seconds(other) for _ in range(rounds))


def seconds(run: Callable[[], object]) -> float:
    start = perf_counter()
    kept = run()
    taken = perf_counter() - start
    del kept
    return taken


def test_a_large_library_loads_in_a_share_of_what_pyyaml_takes(files: list[Path]) -> None:
    def plainly() -> object:
        return [yaml.load(file.read_bytes(), yaml.CSafeLoader) for file in files]

    tree = ratio(lambda: [read(file) for file in files], plainly)
    whole = ratio(lambda: load_banks(files), plainly)
    print(f"\nthe tree {tree:.2f}×, the library {whole:.2f}× of CSafeLoader")
    assert load_banks(files).problems == ()
    assert tree <= MOST_TO_READ
    assert whole <= MOST


def test_a_library_that_was_read_before_opens_in_a_twentieth_of_the_time(
    files: list[Path], tmp_path: Path
) -> None:
    keep, long_ago = tmp_path / "kept.jsonl", 1_700_000_000
    for file in files:
        os.utime(file, (long_ago, long_ago))
    open_banks(files, keep)
    again = ratio(lambda: open_banks(files, keep), lambda: load_banks(files))
    print(f"\nopened again {again:.3f}× of reading in full")
    assert again <= MOST_ONCE_KEPT
