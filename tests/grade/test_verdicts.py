"""Verdicts, and the slips named behind wrong ones."""

from collections.abc import Callable

import pytest

from quizapp.bank import Question
from quizapp.generate import generate
from quizapp.grade import Verdict, grade
from quizapp.grade.json_form import verdict_json

Ask = Callable[[str], Question]

WEIGHTS = """
- id: conv
  network: {input: [24, 30, 30], layers: ["Conv2d(24, 40, 3, stride=2, padding=1)"]}
  answer: parameters(network)
  prompt: {en: "Parameters?", ko: "파라미터는 몇 개인가요?"}
"""

SHAPE = """
- id: shape
  network: {input: [3, 32, 48], layers: ["Conv2d(3, 8, 5, stride=2, padding=1)"]}
  answer: output_shape(network)
  prompt: {en: "Shape?", ko: "모양은?"}
"""


@pytest.fixture
def weights(ask: Ask) -> Callable[[str], Verdict]:
    variant = generate(ask(WEIGHTS), 1)
    assert variant.answer == 8_680
    return lambda typed: grade(variant, typed)


def test_right_in_any_form(weights: Callable[[str], Verdict]) -> None:
    for typed in ("8680", "8,680", "8.68k", "3*3*24*40+40", "8천680"):
        assert weights(typed).kind == "correct", typed


def test_a_single_slip_is_named_with_its_numbers(weights: Callable[[str], Verdict]) -> None:
    verdict = weights("8640")
    assert verdict.kind == "wrong"
    assert verdict.mistakes == ("forgot-bias",)
    assert verdict.feedback.en.startswith("8,640 could be the count without the 40 biases")
    assert "8,640은 Conv2d(24, 40, 3, stride=2, padding=1)의 편향 40개를" in verdict.feedback.ko


def test_two_slips_together_are_named_together(weights: Callable[[str], Verdict]) -> None:
    verdict = weights(str(3 * 24 * 40))
    assert verdict.mistakes == ("forgot-bias+kernel-not-squared",)
    assert "two slips together" in verdict.feedback.en


def test_a_number_nothing_explains_gets_no_reason(weights: Callable[[str], Verdict]) -> None:
    verdict = weights("7777")
    assert verdict.kind == "wrong"
    assert verdict.mistakes == ()
    assert verdict.feedback.en == ""


@pytest.mark.parametrize("typed", ["86800", "868", "8690", "6880"])
def test_a_typing_slip_says_check_the_digits(weights: Callable[[str], Verdict], typed: str) -> None:
    verdict = weights(typed)
    assert verdict.kind == "wrong"
    assert verdict.mistakes == ()
    assert "digits" in verdict.feedback.en


def test_slips_that_tie_are_said_to_tie(ask: Ask) -> None:
    # One filter and one bias on a layer with k = 1 and one input channel … here: C_in = 9 = k².
    variant = generate(
        ask("""
        - id: tie
          network: {input: [3, 8, 8], layers: ["Conv2d(3, 6, 3)"]}
          answer: parameters(network)
          prompt: {en: "Parameters?", ko: "파라미터는?"}
        """),
        1,
    )
    tied = [known for known in variant.known_wrong if len(known.mistakes) > 1]
    assert tied, "3·3·6 + 6 comes from one channel and from one side alike"
    verdict = grade(variant, str(tied[0].answer))
    assert verdict.mistakes == tied[0].mistakes
    assert verdict.diagnosis.ties
    assert str(len(verdict.mistakes)) in verdict.feedback.en


def test_what_cannot_be_read_costs_nothing(weights: Callable[[str], Verdict]) -> None:
    for typed in ("", "abc", "[/]", "9**9**9"):
        verdict = weights(typed)
        assert verdict.kind == "unreadable"
        assert not verdict.counts
        assert verdict.feedback.en


def test_rounded_but_right_is_close_and_asked_again(weights: Callable[[str], Verdict]) -> None:
    verdict = weights("8.7k")
    assert verdict.kind == "close"
    assert not verdict.counts
    assert weights("8.6k").kind == "wrong"


def test_a_shape_in_another_order_is_another_form(ask: Ask) -> None:
    variant = generate(ask(SHAPE), 1)
    assert variant.answer == (8, 15, 23)
    assert grade(variant, "8x15x23").kind == "correct"
    assert grade(variant, "8*15*23").kind == "correct"
    last = grade(variant, "15x23x8")
    assert last.kind == "other-form"
    assert "channels come first" in last.feedback.en
    batch = grade(variant, "1x8x15x23")
    assert batch.kind == "other-form"
    assert "batch" in batch.feedback.en
    assert grade(variant, "15x23").kind == "other-form"
    assert grade(variant, "8x15x24").kind == "wrong"


def test_a_fraction_is_asked_in_lowest_terms(ask: Ask) -> None:
    variant = generate(
        ask("""
        - id: half
          answer: 1/2
          prompt: {en: "Half?", ko: "절반은?"}
        """),
        1,
    )
    assert grade(variant, "1/2").kind == "correct"
    assert grade(variant, "50%").kind == "correct"
    assert grade(variant, "0.5").kind == "correct"
    assert grade(variant, "2/4").kind == "other-form"
    assert grade(variant, "1/3").kind == "wrong"


@pytest.mark.parametrize(
    ("tolerance", "right", "wrong"),
    [
        ("tolerance: 1%", ["333", "336", "1000/3"], ["337", "329"]),
        ("tolerance: 0.5", ["333", "333.8"], ["334", "332"]),
        ("digits: 3", ["333", "333.3"], ["334", "332"]),
    ],
)
def test_tolerances(ask: Ask, tolerance: str, right: list[str], wrong: list[str]) -> None:
    variant = generate(
        ask(f"""
        - id: third
          answer: 1000/3
          {tolerance}
          prompt: {{en: "A third?", ko: "삼분의 일은?"}}
        """),
        1,
    )
    for typed in right:
        assert grade(variant, typed).kind == "correct", typed
    for typed in wrong:
        assert grade(variant, typed).kind != "correct", typed


def test_a_distractor_names_its_slip(ask: Ask) -> None:
    variant = generate(ask(WEIGHTS.replace("answer:", "as: choice\n  answer:")), 4)
    for place, option in enumerate(variant.options, 1):
        verdict = grade(variant, str(place))
        if option.correct:
            assert verdict.kind == "correct"
        else:
            assert verdict.kind == "wrong"
            assert verdict.mistakes == option.mistakes
    assert grade(variant, "9").kind == "unreadable"


def test_a_choice_is_a_set_and_says_why(ask: Ask) -> None:
    variant = generate(
        ask("""
        - id: pick
          prompt: {en: "Which?", ko: "어느 것인가요?"}
          choices:
            - {text: {en: one, ko: 하나}, correct: true}
            - {text: {en: two, ko: 둘}, correct: true}
            - {text: {en: three, ko: 셋}, because: {en: Too many., ko: 너무 많아요.}}
        """),
        2,
    )
    one, two = variant.right_places
    wrong = ({1, 2, 3} - {one, two}).pop()
    assert grade(variant, f"{two},{one}").kind == "correct"
    assert grade(variant, str(one)).kind == "wrong"
    verdict = grade(variant, f"{one} {wrong}")
    assert verdict.kind == "wrong"
    assert verdict.feedback.en == "Too many."
    assert verdict.feedback.ko == "너무 많아요."


def test_a_question_may_bring_its_own_slip(ask: Ask) -> None:
    variant = generate(
        ask("""
        - id: growth
          vary: {k0: [16], g: [12], l: [3]}
          answer: k0 + g*l
          mistakes:
            - id: geometric-growth
              answer: k0 * 2**l
              because: {en: "Channels grow by {g} a layer.", ko: "채널은 층마다 {g}개씩 늘어요."}
          prompt: {en: "{k0} {g} {l}", ko: "{k0} {g} {l}"}
        """),
        1,
    )
    verdict = grade(variant, "128")
    assert verdict.mistakes == ("geometric-growth",)
    assert verdict.feedback.ko == "채널은 층마다 12개씩 늘어요."


def test_verdicts_in_json_keep_their_keys(ask: Ask) -> None:
    variant = generate(ask(WEIGHTS), 1)
    record = verdict_json(variant, grade(variant, "8640"))
    assert list(record) == [
        "verdict", "read_as", "answer", "parts", "mistakes", "probe", "feedback",
    ]  # fmt: skip
    assert record["answer"] == 8680
    assert record["mistakes"] == ["forgot-bias"]
