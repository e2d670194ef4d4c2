"""Every code of check: a small bank that has it, at its line, and a look-alike that is clean."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from quizapp.bank import Problem
from quizapp.lint import TITLES, check
from quizapp.lint.explain import CODES, EXAMPLES, EXPLANATIONS, explanation_lines

BAD = sorted(EXAMPLES.glob("*-bad.yaml"))
GOOD = sorted(EXAMPLES.glob("*-good.yaml"))
NOT_A_SMALL_TEXT = {"B001", "B002", "B003", "B006", "B015", "B045", "B057", "B058"}
"""Shown by files made here."""
NEVER_OF_A_BANK = {"Q001", "Q006", "Q013"}
"""Faults of the program; no bank brings them about."""

Make = Callable[[Path], list[Path]]


def found(*paths: Path) -> list[Problem]:
    return list(check(paths, seeds=200).problems)


def code_of(example: Path) -> str:
    return example.stem.partition("-")[0]


@pytest.mark.parametrize("example", BAD, ids=code_of)
def test_a_bad_bank_has_its_code_and_no_other_at_the_marked_line(example: Path) -> None:
    code = code_of(example)
    lines = example.read_text(encoding="utf-8").splitlines()
    (marked,) = [number for number, line in enumerate(lines, 1) if f"# <- {code}" in line]
    assert {(problem.line, problem.code) for problem in found(example)} == {(marked, code)}


@pytest.mark.parametrize("example", GOOD, ids=code_of)
def test_its_look_alike_is_clean(example: Path) -> None:
    assert [problem.line_text("en") for problem in found(example)] == []


def test_every_code_is_shown() -> None:
    shown = {code_of(example) for example in BAD}
    assert shown | NOT_A_SMALL_TEXT | NEVER_OF_A_BANK == set(CODES)
    assert shown.isdisjoint(NOT_A_SMALL_TEXT | NEVER_OF_A_BANK)


def test_every_bad_bank_has_its_look_alike() -> None:
    only_bad = {"B005", "B013"}  # twenty-three levels, and a file with something in it
    assert {code_of(example) for example in GOOD} == {
        code_of(example) for example in BAD
    } - only_bad


def written(folder: Path, name: str, content: str | bytes) -> Path:
    file = folder / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def two_banks(title: str, other: str, bank: str = "other") -> Make:
    def make(folder: Path) -> list[Path]:
        text = (
            "bank: {}\ntopics: {{t: {{title: {}}}}}\nquestions:\n"
            '  - {{id: a, answer: 1 + 1, source: x, prompt: "1?"}}\n'
        )
        first = written(folder, "first.yaml", text.format("demo", title))
        return [first, written(folder, "second.yaml", text.format(bank, other))]

    return make


def folder_of(folder: Path) -> list[Path]:
    (folder / "empty").mkdir()
    return [folder / "empty"]


MADE: dict[str, Make] = {
    "B001": lambda folder: [folder / "nowhere.yaml"],
    "B002": lambda folder: [written(folder, "a.yaml", "#" * (4 * 2**20 + 1))],
    "B003": lambda folder: [written(folder, "a.yaml", "bank: b".encode("utf-16"))],
    "B006": lambda folder: [written(folder, "a.yaml", "[" + "1," * 400_001 + "]")],
    "B015": lambda folder: [written(folder, "a.yaml", "- *a\n" * 300)],
    "B045": two_banks("One", "One", bank="demo"),
    "B057": two_banks("One", "Two"),
    "B058": folder_of,
}


@pytest.mark.parametrize(("code", "make"), MADE.items(), ids=MADE)
def test_what_no_small_text_shows_is_found_too(code: str, make: Make, tmp_path: Path) -> None:
    assert code in {problem.code for problem in found(*make(tmp_path))}


def test_all_of_these_are_made() -> None:
    assert MADE.keys() == NOT_A_SMALL_TEXT


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_explained_in_both_languages(code: str) -> None:
    assert EXPLANATIONS[code].en
    assert re.search("[가-힣]", EXPLANATIONS[code].ko)
    assert explanation_lines(code.lower(), "ko")[0] == f"{code}  {CODES[code].ko}"


def test_nothing_else_is_explained() -> None:
    assert EXPLANATIONS.keys() == CODES.keys()
    assert all(title.en and title.ko for title in TITLES.values())
