"""``quizapp check``: faults with codes and places."""

from collections.abc import Callable
from pathlib import Path

import pytest

from quizapp.lint import check, report_json, report_lines

Banked = Callable[[str], Path]

GOOD = """
- id: side
  vary: {i: 20..30}
  network: {input: [3, i, i], layers: ["Conv2d(3, 8, 3, stride=2, padding=1)"]}
  answer: height(network)
  prompt: {en: "Side of {i}?", ko: "{i}의 한 변은?"}
"""


def codes(path: Path) -> list[str]:
    return [problem.code for problem in check([path], seeds=20).problems]


def test_a_good_bank_is_clean(bank_file: Banked) -> None:
    report = check([bank_file(GOOD)], seeds=20)
    assert report.problems == ()
    assert (report.files, report.questions) == (1, 1)


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("Q002", ("vary: {i: 20..30}", "vary: {i: 20..30}\n  where: i > 90")),
        ("Q002", ("Conv2d(3, 8, 3,", "Conv2d(4, 8, 3,")),
        ("Q004", ('ko: "{i}의', 'ko: "{i + 1}의')),
        ("Q007", ("Side of {i}?", "Side?"), ),
        ("Q008", ("[3, i, i]", "[3, 20, 20]")),
    ],
)  # fmt: skip
def test_each_fault_has_its_code(bank_file: Banked, code: str, change: tuple[str, str]) -> None:
    text = GOOD.replace(*change)
    if code == "Q007":
        text = text.replace("{i}의 한", "한").replace("prompt:", "show: none\n  prompt:")
    assert codes(bank_file(text)) == [code]


def test_a_fault_stands_at_its_question_with_its_seed(bank_file: Banked) -> None:
    (problem,) = check([bank_file(GOOD.replace('ko: "{i}의', 'ko: "{i + 1}의'))], seeds=5).problems
    assert problem.line == 4
    assert "seed 1" in problem.message.en
    assert "시드 1" in problem.message.ko


def test_one_bad_bank_never_hides_the_good_ones(bank_file: Banked, tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("bank: [\n", encoding="utf-8")
    report = check([bad, bank_file(GOOD)], seeds=3)
    assert report.questions == 1
    assert report.errors >= 1
    assert {problem.file for problem in report.problems} == {str(bad)}


def test_lines_end_with_the_sum_and_warnings_stop_at_ten(bank_file: Banked) -> None:
    constant = GOOD.replace("[3, i, i]", "[3, 20, 20]")
    many = "".join(constant.replace("id: side", f"id: side-{n}") for n in range(12))
    report = check([bank_file(many)], seeds=3)
    lines = list(report_lines(report, "en", excerpts=False, every=False))
    assert sum("warning[Q008]" in line for line in lines) == 10
    assert lines[-2] == "warnings not shown: 2 (Q008 × 12); --all shows them"
    assert lines[-1] == "files: 1, questions: 12, errors: 0, warnings: 12"
    every = list(report_lines(report, "en", excerpts=False, every=True))
    assert sum("warning[Q008]" in line for line in every) == 12


def test_excerpts_show_the_source_with_a_caret(bank_file: Banked) -> None:
    path = bank_file(GOOD.replace("stride=2", "stirde=2"))
    lines = list(report_lines(check([path], seeds=3), "ko", excerpts=True, every=False))
    assert any("stirde" in line and "|" in line for line in lines)
    assert any(line.rstrip().endswith("^") for line in lines)


def test_json_lists_problems_then_counts(bank_file: Banked) -> None:
    path = bank_file(GOOD.replace("stride=2", "stirde=2"))
    *problems, last = report_json(check([path], seeds=3))
    assert list(problems[0]) == ["file", "line", "column", "code", "severity", "message"]
    assert last == {"files": 1, "questions": 0, "errors": 1, "warnings": 0}
