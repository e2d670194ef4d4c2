from dataclasses import replace

import pytest

from quizapp.bank import TITLES, Fault, Findings, Problem, reading_faults
from quizapp.bank.problems import one_line
from quizapp.words import Language, Template, Text, cell_width

PROBLEM = Problem(
    file="questions/pooling.yaml",
    line=14,
    column=9,
    code="B012",
    severity="error",
    message=Text(
        "unknown key 'stirde'; did you mean 'stride'?",
        "'stirde' 키는 없습니다. 'stride'를 쓰려고 했습니까?",
    ),
)
ODD = Fault("B029", Text("odd: {what}", "이상함: {what:이/가} 있습니다"))
ODD_WARNING = replace(ODD, severity="warning")
FAULTS = {name: fault for name, fault in vars(reading_faults).items() if isinstance(fault, Fault)}


def test_a_problem_is_one_line_that_editors_can_take_apart() -> None:
    assert PROBLEM.line_text("en") == (
        "questions/pooling.yaml:14:9: error[B012]: unknown key 'stirde'; did you mean 'stride'?"
    )


def test_korean_changes_the_sentence_and_nothing_else() -> None:
    assert PROBLEM.line_text("ko") == (
        "questions/pooling.yaml:14:9: error[B012]: "
        "'stirde' 키는 없습니다. 'stride'를 쓰려고 했습니까?"
    )


@pytest.mark.parametrize("language", ["en", "ko"])
def test_nothing_from_a_file_reaches_the_terminal_raw(language: Language) -> None:
    findings = Findings("\x1b]0;title\x07/two\nlines.yaml")
    findings.add(ODD, 1, 1, what="\x1b[2J\u202e\u200b\ud800\nnext")
    line = findings.problems()[0].line_text(language)
    assert "␛]0;title␇/two lines.yaml:1:1" in line
    assert "␛[2J� next" in line
    assert line == one_line(line)


def test_the_caret_stands_under_the_column() -> None:
    assert PROBLEM.excerpt("        stirde: 2") == [
        "   14 |         stirde: 2",
        "      |         ^",
    ]


def test_the_caret_counts_cells_where_the_column_counts_characters() -> None:
    line = 'prompt: {ko: "합성곱\t층\u200b은", kk: 1}'
    source, caret = replace(PROBLEM, column=line.index("kk") + 1).excerpt(line)
    before = source.partition("kk")[0]
    assert caret == "      | " + " " * (cell_width(before) - 8) + "^"


@pytest.mark.parametrize("column", [1, 40, 500, 999, 1000])
def test_a_long_line_is_cut_around_the_caret(column: int) -> None:
    line = "".join(chr(ord("a") + place % 26) for place in range(1000))
    source, caret = replace(PROBLEM, column=column).excerpt(line)
    assert cell_width(source) < 115
    assert source[len(caret) - 1] == line[column - 1]


def test_the_caret_may_stand_behind_the_end_of_a_line() -> None:
    assert replace(PROBLEM, column=4).excerpt("abc")[1] == "      |    ^"


def test_findings_come_in_the_order_of_their_places() -> None:
    findings = Findings("bank.yaml")
    for line, column in [(3, 1), (1, 9), (1, 2)]:
        findings.add(ODD, line, column, what="x")
    assert [(each.line, each.column) for each in findings.problems()] == [(1, 2), (1, 9), (3, 1)]


def test_one_place_and_code_is_one_problem() -> None:
    findings = Findings("bank.yaml")
    findings.add(ODD, 1, 1, what="first")
    findings.add(ODD, 1, 1, what="second")
    assert [each.message.en for each in findings.problems()] == ["odd: first"]


@pytest.mark.parametrize("faults", [(ODD, ODD_WARNING), (ODD_WARNING, ODD)])
def test_an_error_outweighs_a_warning_at_its_place(faults: tuple[Fault, Fault]) -> None:
    findings = Findings("bank.yaml")
    for fault in faults:
        findings.add(fault, 1, 1, what=fault.severity)
    assert [each.message.en for each in findings.problems()] == ["odd: error"]


def test_past_the_limit_problems_are_counted_and_not_kept() -> None:
    findings = Findings("bank.yaml", limit=2)
    for column in range(1, 6):
        findings.add(ODD, 1, column, what="x")
    *listed, last = findings.problems()
    assert len(listed) == 2
    assert last.code == "B015"
    assert "not listed: 3" in last.message.en


def test_a_particle_follows_the_figure() -> None:
    findings = Findings("bank.yaml")
    findings.add(ODD, 1, 1, what="층")
    assert findings.problems()[0].message == Text("odd: 층", "이상함: 층이 있습니다")


def test_every_code_has_a_title_in_both_languages() -> None:
    assert all(title.en and title.ko for title in TITLES.values())
    assert {fault.code for fault in FAULTS.values()} <= TITLES.keys()


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_both_languages_of_a_fault_carry_the_same_figures(fault: Fault) -> None:
    english, korean = (Template.parse(text) for text in (fault.sentence.en, fault.sentence.ko))
    assert fault.sentence.ko
    assert {hole.source for hole in english.holes} == {hole.source for hole in korean.holes}
