"""A number changed, and the answer that follows."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.bank import Question
from quizapp.generate import Variant, generate
from quizapp.generate.what_if import changeable, ratio, stepped, suppose
from quizapp.words import sentence

Ask = Callable[[str], Question]

WEIGHTS = """
- id: conv
  vary: {k: [1, 3, 5], c_in: [64, 128], c_out: [32, 64], s: [1]}
  where: c_in != c_out
  let: {area: k * k}
  network:
    input: [c_in, 32, 32]
    layers: ["Conv2d(c_in, c_out, k, stride=s, bias=False)"]
  answer: parameters(network)
  prompt: {en: "Parameters, {area} places?", ko: "{area}칸이면 몇 개인가요?"}
"""

SHAPES = """
- id: shape
  vary: {i: [4, 8], k: [3, 5]}
  network: {input: [3, i, i], layers: ["Conv2d(3, 8, k)"]}
  answer: output_shape(network)
  prompt: {en: "What leaves?", ko: "무엇이 남나요?"}
"""

CHOICE = """
- id: pick
  vary: {k: [1, 2, 3]}
  prompt: {en: "{k}?", ko: "{k}?"}
  choices:
    - {text: {en: one, ko: 하나}, correct: true}
    - {text: {en: two, ko: 둘}}
"""


def variant_with(question: Question, **numbers: Any) -> Variant:
    for seed in range(200):
        variant = generate(question, seed)
        if all(variant.drawn.variables[name] == value for name, value in numbers.items()):
            return variant
    raise AssertionError(numbers)


def test_the_answer_follows_a_number_with_its_ratio(ask: Ask) -> None:
    variant = variant_with(ask(WEIGHTS), k=3, c_in=128, c_out=64)
    assert suppose(variant, {}).change == "73,728"
    changed = suppose(variant, {"k": 5})
    assert changed.change == "73,728 → 204,800 (×2.78)"
    assert changed.prompt is not None
    assert changed.prompt.en == "Parameters, 25 places?"


def test_a_variable_moves_through_its_listed_values_and_stops_at_the_ends(ask: Ask) -> None:
    variant = variant_with(ask(WEIGHTS), k=3, c_in=128, c_out=64)
    up = stepped(suppose(variant, {}), "k", 1)
    assert up.values["k"] == 5
    assert stepped(up, "k", 1).values["k"] == 5
    assert stepped(stepped(up, "k", -1), "k", -1).values["k"] == 1


def test_what_has_one_value_cannot_be_changed(ask: Ask) -> None:
    variant = generate(ask(WEIGHTS), 1)
    assert list(changeable(variant)) == ["k", "c_in", "c_out"]


def test_numbers_that_the_question_does_not_ask_for_are_answered_and_said(ask: Ask) -> None:
    variant = variant_with(ask(WEIGHTS), k=3, c_in=128, c_out=64)
    unasked = suppose(variant, {"c_in": 64})
    assert unasked.change == "73,728 → 36,864 (×0.50)"
    assert unasked.fault is not None
    assert sentence(unasked.fault, "en").endswith("`c_in != c_out`")
    assert stepped(unasked, "c_in", 1).fault is None


def test_numbers_that_torch_refuses_say_so(ask: Ask) -> None:
    refused = suppose(variant_with(ask(SHAPES), i=8, k=3), {"i": 4, "k": 5})
    assert refused.fault is not None
    assert "Conv2d(3, 8, 5)" in sentence(refused.fault, "en")
    assert refused.answer is None
    assert refused.prompt is None
    assert refused.change == "8×6×6"


def test_shapes_change_without_a_ratio(ask: Ask) -> None:
    variant = variant_with(ask(SHAPES), i=8, k=3)
    assert suppose(variant, {"k": 5}).change == "8×6×6 → 8×4×4"


def test_only_what_is_calculated_can_be_changed(ask: Ask) -> None:
    assert changeable(generate(ask(CHOICE), 1)) == {}


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        (73_728, 204_800, "×2.78"), (4, 4, "×1.00"), (100_000, 1, "×<0.01"),
        (1, 5_000, "×5,000.00"),
        (Fraction(1, 2), 1, "×2.00"), (0, 3, ""), (3, -1, ""), ((1, 2), (2, 4), ""), (True, 2, ""),
    ],
)  # fmt: skip
def test_a_ratio_is_of_positive_numbers(before: Any, after: Any, text: str) -> None:
    assert ratio(before, after) == text


@given(st.integers(1, 10**9), st.integers(1, 1000))
def test_a_ratio_of_a_multiple_is_the_multiple(number: int, times: int) -> None:
    assert ratio(number, number * times) == f"×{times:,}.00"
