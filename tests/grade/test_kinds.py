"""Every kind judged: what is right, what is asked again, what is charged and where."""

from collections.abc import Callable

import pytest

from quizapp.bank import Question
from quizapp.bank.pinned import pin_hash
from quizapp.generate import MatchAsked, OrderAsked, generate
from quizapp.grade import Verdict, grade
from quizapp.grade.json_form import verdict_json

Ask = Callable[[str], Question]
Judge = Callable[[str], Verdict]

SOLVE = """
- id: s
  unknowns: {p: 0..3, s: 1..3}
  network: {input: [3, 28, 28], layers: ["Conv2d(3, 8, 3, stride=s, padding=p)"]}
  accept: height(network) == 14
  prompt: {en: "Which padding and stride give 14?", ko: "14가 되는 값은?"}
"""
TRACE = """
- id: t
  kind: trace
  columns: [shape, parameters, rf]
  network: {input: [3, 32, 32], layers: ["Conv2d(3, 8, 5)", "MaxPool2d(2)", "Conv2d(8, 16, 3)"]}
"""
TEXT = """
- id: x
  prompt: {en: "What?", ko: "무엇?"}
  accept: [shortcut]
  term: receptive field
"""
ORDER = """
- id: o
  prompt: {en: "Order", ko: "순서"}
  items: [one, two, three, four]
"""
MATCH = """
- id: m
  prompt: {en: "Match", ko: "짝"}
  pairs: [{left: l1, right: r1}, {left: l2, right: r2}, {left: l3, right: r1}]
"""
CARD = """
- id: c
  front: {en: "Front", ko: "앞"}
  back: {en: "Back", ko: "뒤"}
"""
CODE, PRINTED = 'print([1, 2])\nprint("a b")', "[1, 2]\\na b"
OUTPUT = f"""
- id: p
  code: |
    print([1, 2])
    print("a b")
  pinned: {{output: "{PRINTED}", sha256: {pin_hash(CODE, "[1, 2]" + chr(10) + "a b")}}}
"""


@pytest.fixture
def judge(ask: Ask) -> Callable[[str], Judge]:
    def of(question: str) -> Judge:
        variant = generate(ask(question), 1)
        return lambda typed: grade(variant, typed)

    return of


def test_every_solution_is_right_and_its_order_or_names_do(judge: Callable[[str], Judge]) -> None:
    solve = judge(SOLVE)
    for typed in ("p=1 s=2", "1 2", "1, 2", "s=2, p=1", "P = 1 S = 2", "ㅔ=1 ㄴ=2"):
        assert solve(typed).kind == "correct", typed
    wrong = solve("p=0 s=2")
    assert wrong.kind == "wrong"
    assert wrong.feedback.en == "With these values: height(network) = 13."


@pytest.mark.parametrize("typed", ["", "p=1", "1", "1 2 3", "p=1 s=9", "p=x s=1", "q=1 s=2", "½ 1"])
def test_what_is_no_value_for_each_unknown_costs_nothing(
    judge: Callable[[str], Judge], typed: str
) -> None:
    assert judge(SOLVE)(typed).kind == "unreadable"


def test_a_table_is_right_when_every_cell_is(judge: Callable[[str], Judge]) -> None:
    verdict = judge(TRACE)("8x28x28 608 5; 8x14x14 0 6\n16,12,12 1168 10")
    assert verdict.kind == "correct"
    assert len(verdict.parts) == 9


def test_an_error_is_charged_once_where_it_was_made(judge: Callable[[str], Judge]) -> None:
    # 30 instead of 28 in the first row; the pool halves it and the last kernel takes 2 off.
    verdict = judge(TRACE)("8x30x30 608 5; 8x15x15 0 6; 16x13x13 1168 10")
    assert verdict.kind == "wrong"
    by_name = {part.name: part for part in verdict.parts}
    assert not by_name["1.shape"].correct
    assert not by_name["1.shape"].follow_through
    assert by_name["2.shape"].follow_through
    assert by_name["3.shape"].follow_through
    assert sum(not p.correct and not p.follow_through for p in verdict.parts) == 1


def test_a_field_follows_from_the_learners_own(judge: Callable[[str], Judge]) -> None:
    verdict = judge(TRACE)("8x28x28 608 4; 8x14x14 0 5; 16x12x12 1168 9")
    charged = [p.name for p in verdict.parts if not p.correct and not p.follow_through]
    assert charged == ["1.rf"]


@pytest.mark.parametrize("typed", ["", "8x28x28 608 5", "a b c; d e f; g h i", "1 2; 3 4; 5 6"])
def test_a_table_of_another_form_costs_nothing(judge: Callable[[str], Judge], typed: str) -> None:
    assert judge(TRACE)(typed).kind == "unreadable"


def test_a_cell_left_open_is_charged_and_the_next_is_held_against_the_truth(
    judge: Callable[[str], Judge],
) -> None:
    verdict = judge(TRACE)("- 608 5; 8x14x14 0 6; 16x12x12 1168 10")
    assert [p.name for p in verdict.parts if not p.correct] == ["1.shape"]


@pytest.mark.parametrize(
    "typed",
    [
        "shortcut",
        "Short-Cut",
        " SHORTCUT. ",
        "receptive field",
        "수용 영역",
        "수용영역",
        "ＲＥＣＥＰＴＩＶＥ field",
    ],
)
def test_any_accepted_spelling_counts_in_either_language(
    judge: Callable[[str], Judge], typed: str
) -> None:
    assert judge(TEXT)(typed).kind == "correct"


def test_a_near_miss_is_close_and_asked_again(judge: Callable[[str], Judge]) -> None:
    text = judge(TEXT)
    assert text("shortcot").kind == "close"
    assert text("recetpive field").kind == "close"
    assert text("convolution").kind == "wrong"
    assert text("수용 영여").kind == "close"
    assert text("  ").kind == "unreadable"


def test_a_neighbouring_term_is_wrong_and_not_close(judge: Callable[[str], Judge]) -> None:
    flatten = judge("- {id: n, prompt: What?, term: average pooling}")
    assert flatten("평균 폴링").kind == "close"
    assert flatten("전역 평균 풀링").kind == "wrong"


def test_an_order_is_right_as_a_whole_and_says_how_much_of_it_is(ask: Ask) -> None:
    variant = generate(ask(ORDER), 1)
    asked = variant.asked
    assert isinstance(asked, OrderAsked)
    assert asked.answer != (1, 2, 3, 4)
    right = " ".join(map(str, asked.answer))
    assert grade(variant, right).kind == "correct"
    assert grade(variant, right.replace(" ", "")).kind == "correct"
    wrong = grade(variant, " ".join(map(str, reversed(asked.answer))))
    assert wrong.kind == "wrong"
    assert grade(variant, "1 2 3").kind == "unreadable"
    assert grade(variant, "1 1 2 3").kind == "unreadable"


def test_pairs_may_share_their_right_side(ask: Ask) -> None:
    variant = generate(ask(MATCH), 1)
    asked = variant.asked
    assert isinstance(asked, MatchAsked)
    assert len(asked.rights) == 2
    typed = " ".join(f"{n}{letter}" for n, letter in enumerate(asked.answer, 1))
    assert grade(variant, typed).kind == "correct"
    assert grade(variant, typed.upper().replace(" ", ", ")).kind == "correct"
    assert grade(variant, "1a 2a 3a").kind == "wrong"
    for junk in ("1a 2a", "1z 2a 3b", "1c 2a 3b", "hello", ""):
        assert grade(variant, junk).kind == "unreadable", junk


def test_a_card_is_graded_by_its_learner(judge: Callable[[str], Judge]) -> None:
    card = judge(CARD)
    assert [card(n).self_grade for n in "1234"] == [1, 2, 3, 4]
    assert [card(n).kind for n in "1234"] == ["wrong", "correct", "correct", "correct"]
    assert card("5").kind == card("").kind == "unreadable"


def test_blanks_and_quotes_of_a_print_out_do_not_count(judge: Callable[[str], Judge]) -> None:
    output = judge(OUTPUT)
    for typed in ("[1, 2]\na b", "[1,2] a b", "[ 1, 2 ]\\na b"):
        assert output(typed).kind == "correct", typed
    assert output("[1, 2] ab").kind == "wrong"
    assert output("").kind == "unreadable"


def test_parts_are_in_the_json_form(ask: Ask) -> None:
    variant = generate(ask(TRACE), 1)
    form = verdict_json(variant, grade(variant, "8x30x30 608 5; 8x15x15 0 6; 16x13x13 1168 10"))
    assert form["parts"][0] == {
        "name": "1.shape", "read_as": "8×30×30", "correct": False, "follow_through": False,
    }  # fmt: skip
    assert form["parts"][3]["follow_through"] is True
