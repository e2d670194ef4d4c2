"""Which pictures give nothing away."""

from collections.abc import Callable

import pytest

from quizapp.bank import Question
from quizapp.generate import generate
from quizapp.generate.pictures import harmless_pictures

Ask = Callable[[str], Question]

QUESTION = """
- id: asked
  network: {{input: [3, 32, 32], layers: ["Conv2d(3, 8, 3)"]}}
  answer: {answer}
  prompt: {{en: "What?", ko: "무엇인가요?"}}
"""

CHOICE = """
- id: pick
  network: {input: [3, 32, 32], layers: ["Conv2d(3, 8, 3)"]}
  prompt: {en: "Which?", ko: "어느 것인가요?"}
  choices:
    - {text: {en: one, ko: 하나}, correct: true}
    - {text: {en: two, ko: 둘}}
"""


@pytest.mark.parametrize(
    ("answer", "kinds"),
    [
        ("parameters(network)", {"diagram", "growth", "kernel"}),
        ("macs(network)", {"diagram", "growth"}),
        ("height(network)", {"diagram", "growth"}),
        ("receptive_field(network)", {"diagram", "kernel"}),
        ("effective_stride(network) * width(network)", {"diagram"}),
    ],
)
def test_a_picture_of_what_is_asked_waits_for_the_answer(
    ask: Ask, answer: str, kinds: set[str]
) -> None:
    assert harmless_pictures(generate(ask(QUESTION.format(answer=answer)), 1)) == kinds


def test_of_a_choice_nothing_is_drawn_before_the_answer(ask: Ask) -> None:
    assert harmless_pictures(generate(ask(CHOICE), 1)) == frozenset()
