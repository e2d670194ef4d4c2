"""``quizapp check``: faults with codes and places."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.bank import Problem, Question, load_banks
from quizapp.errors import ProofError
from quizapp.generate import KnownWrong, generate
from quizapp.lint import check, report_json, report_lines
from quizapp.lint.evenness import faults_of_places
from quizapp.lint.space import space_of
from quizapp.lint.tried import Tried
from quizapp.lint.variants import faults_of_variant

Banked = Callable[[str], Path]

GOOD = """
- id: side
  source: "arXiv:1603.07285"
  vary: {i: 20..30}
  network: {input: [3, i, i], layers: ["Conv2d(3, 8, 3, stride=2, padding=1)"]}
  answer: height(network)
  prompt: {en: "Side of {i}?", ko: "{i}의 한 변은?"}
"""


def test_a_good_bank_is_clean(bank_file: Banked) -> None:
    report = check([bank_file(GOOD)], seeds=20)
    assert report.problems == ()
    assert (report.files, report.questions) == (1, 1)


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


LARGE = """
- id: side
  source: x
  vary: {i: 20..60, k: 1..9, s: 1..3, p: 0..4}
  network: {input: [3, i, i], layers: ["Conv2d(3, 8, k, stride=s, padding=p)"]}
  answer: height(network)
  prompt: {en: "Side of {i}?", ko: "{i}의 한 변은?"}
"""


def checked(path: Path, seeds: int = 60) -> list[Problem]:
    return list(check([path], seeds=seeds).problems)


def test_a_large_space_is_tried_by_seeds(bank_file: Banked) -> None:
    assert checked(bank_file(LARGE)) == []
    zero = LARGE.replace("{i}의", "{i * k // k + (p // 4)}의")
    (problem,) = checked(bank_file(zero))
    assert problem.code == "Q004"
    assert "(seed " in problem.message.en


def test_the_seed_printed_shows_the_fault(bank_file: Banked) -> None:
    path = bank_file(LARGE.replace("{i}의", "{i + p // 4}의"))
    (problem,) = checked(path)
    seed = int(problem.message.en.rpartition("seed ")[2].rstrip(")"))
    ((question,),) = (bank.questions for bank in load_banks([path]).banks)
    prompt = generate(question, seed, question.level).prompt
    assert prompt.en.split()[2].rstrip("?") != prompt.ko.partition("의")[0]


def test_a_fault_of_one_combination_in_hundreds_is_found(bank_file: Banked) -> None:
    text = GOOD.replace("20..30", "1..400").replace("stride=2, padding=1", "padding=1")
    only = text.replace('ko: "{i}의', 'ko: "{i if i != 397 else 7}의')
    assert [problem.code for problem in checked(bank_file(only))] == ["Q004"]


def test_levels_with_values_of_their_own_are_tried_too(bank_file: Banked) -> None:
    text = GOOD.replace("  network", "  levels: {3: {i: [7, 9]}}\n  network")
    assert checked(bank_file(text)) == []
    (problem,) = checked(bank_file(text.replace('ko: "{i}의', 'ko: "{max(i, 8)}의')))
    assert "(level 3, seed " in problem.message.en
    assert "(3단계, 시드 " in problem.message.ko


@pytest.mark.parametrize("language", ["en", "ko"])
def test_each_language_must_tell_variants_apart(bank_file: Banked, language: str) -> None:
    text = GOOD.replace("  prompt", "  show: none\n  prompt")
    silent = {"en": ("Side of {i}?", "Side?"), "ko": ("{i}의 한 변은?", "한 변은?")}[language]
    found = checked(bank_file(text.replace(*silent)))
    assert {problem.code for problem in found} == {"Q004", "Q007"}
    (same,) = [problem for problem in found if problem.code == "Q007"]
    assert f"'{language}'" in same.message.en


def test_two_ways_that_disagree_are_an_error_with_their_numbers(
    bank_file: Banked, monkeypatch: pytest.MonkeyPatch
) -> None:
    def disagree(question: Question, seed: int, _drawn: object) -> None:
        figures = {"question": question.key, "seed": seed, "first": "1", "second": "2"}
        raise ProofError("proof", "{question}, {seed}: {first} and {second}", **figures)

    monkeypatch.setattr("quizapp.generate.variant.prove", disagree)
    assert [problem.code for problem in checked(bank_file(GOOD))] == ["Q001"]


def test_a_known_wrong_answer_that_is_right_is_an_error(ask: Callable[[str], Question]) -> None:
    variant = generate(ask(GOOD), 1)
    wrong = replace(variant, known_wrong=(KnownWrong(variant.answer, ("forgot-bias",)),))
    assert [finding.code for finding in faults_of_variant(wrong)] == ["Q006"]
    assert list(faults_of_variant(variant)) == []


def test_a_favourite_place_is_told(ask: Callable[[str], Question]) -> None:
    question = ask("""
    - id: a
      prompt: x
      choices: [{text: a, correct: true}, {text: b}, {text: c}]
    """)
    made = [generate(question, seed) for seed in range(200)]
    space = space_of(question, 1)
    fair = Tried(question, space, [], made, 200)
    unfair = Tried(question, space, [], [made[0]] * 200, 200)
    assert list(faults_of_places(fair)) == []
    assert [finding.code for finding in faults_of_places(unfair)] == ["Q013"]


def test_what_the_shipped_banks_must_have_is_an_error_in_them(
    bank_file: Banked, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = bank_file(GOOD.replace('source: "arXiv:1603.07285"', "level: 1"))
    assert [problem.severity for problem in checked(path)] == ["warning"]
    monkeypatch.setattr("quizapp.paths.shipped_banks", lambda: path.parent)
    assert [problem.severity for problem in checked(path)] == ["error"]


def test_a_typed_number_is_held_against_the_calculator(bank_file: Banked) -> None:
    path = bank_file("""
    - id: a
      source: x
      network: {input: [128, 16, 16], layers: ["Conv2d(128, 64, 3)"]}
      answer: parameters(network)
      prompt: {en: "It has 73,728 parameters, or has it?", ko: "73,728개인가요?"}
    """)
    first, second = checked(path)
    assert first.message.en.startswith("a: says 73,728, the calculator 73,792: 73,728 could be")
    assert "64 biases" in first.message.en
    assert (first.line, first.column, second.column) == (8, 26, 63)
    both = path.read_text(encoding="utf-8").replace("or has it", "or 73,792")
    path.write_text(both, encoding="utf-8")
    typed = [problem.column for problem in checked(path) if problem.code == "Q027"]
    assert typed == [63]
