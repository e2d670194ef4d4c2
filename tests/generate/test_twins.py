"""Twins over the shipped banks: as hard as the variant, on other numbers."""

from collections.abc import Callable

import pytest

from quizapp.bank import Question
from quizapp.generate import Variant, generate, lines_of
from quizapp.generate.twins import is_equal_twin, twin
from quizapp.words import render
from tests.shipped import QUESTIONS as SHIPPED

Ask = Callable[[str], Question]

QUESTIONS = list(SHIPPED.values())[::17]
"""One in seventeen: sixty variants a question are drawn below."""


def traps(variant: Variant) -> set[str]:
    return {id_ for known in variant.known_wrong for id_ in known.mistakes}


def digits(variant: Variant) -> list[int]:
    answer = variant.answer if isinstance(variant.answer, tuple) else (variant.answer,)
    return [sum(sign.isdigit() for sign in render(part)) for part in answer]


def space_of(question: Question) -> int:
    size = 1
    for values in question.space(question.level).values():
        size *= len(values)
    return size


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.key)
def test_a_twin_has_other_numbers_wherever_there_are_others(question: Question) -> None:
    variant = generate(question, 7, question.level)
    other = twin(variant)
    assert other.question is question
    assert other.level == variant.level
    drawn = {str(generate(question, s, question.level).drawn.variables) for s in range(1, 40)}
    assert (other.drawn.variables != variant.drawn.variables) == (len(drawn) > 1)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.key)
def test_an_equal_twin_is_taken_wherever_one_is_found(question: Question) -> None:
    for seed in (1, 2):
        variant = generate(question, seed, question.level)
        other = twin(variant)
        if is_equal_twin(variant, other):
            assert traps(other) == traps(variant)
            assert len(lines_of(other)) == len(lines_of(variant))
            if question.kind == "calculated":
                assert digits(other) == digits(variant)
            continue
        seen = (generate(question, later, question.level) for later in range(seed + 1, seed + 40))
        assert not any(
            is_equal_twin(variant, one) and one.drawn.variables != variant.drawn.variables
            for one in seen
        )


def test_most_variants_of_the_shipped_banks_have_an_equal_twin() -> None:
    varied = [q for q in QUESTIONS if space_of(q) >= 30]
    equal = [is_equal_twin(v, twin(v)) for v in (generate(q, 5, q.level) for q in varied)]
    assert sum(equal) >= 0.9 * len(equal)


def test_the_answer_of_a_twin_is_another_one_where_numbers_that_change_nothing_vary(
    ask: Ask,
) -> None:
    question = ask("""
        - id: side-says-nothing
          vary: {c: [10, 20, 30], side: [20, 30, 40, 50, 60]}
          red_herring: [side]
          network: {input: [3, side, side], layers: ["Conv2d(3, c, 3)"]}
          answer: parameters(network)
          prompt: {en: "How many?", ko: "몇 개인가요?"}
        """)
    for seed in range(1, 12):
        variant = generate(question, seed)
        assert twin(variant).answer != variant.answer


def test_a_twin_is_the_same_every_time() -> None:
    variant = generate(QUESTIONS[0], 3, QUESTIONS[0].level)
    assert twin(variant) == twin(variant)


def test_a_question_without_numbers_comes_back_in_another_order(ask: Ask) -> None:
    question = ask("""
        - id: which
          prompt: {en: "Which?", ko: "어느 것인가요?"}
          choices:
            - {text: {en: one, ko: 하나}, correct: true}
            - {text: {en: two, ko: 둘}}
            - {text: {en: three, ko: 셋}}
        """)
    variant = generate(question, 1)
    other = twin(variant)
    assert {option.text for option in other.options} == {option.text for option in variant.options}
    assert other.options != variant.options


def test_a_question_with_nothing_to_change_comes_back_as_it_was(ask: Ask) -> None:
    question = ask("""
        - id: fixed
          network: {input: [3, 8, 8], layers: ["Conv2d(3, 4, 3)"]}
          answer: parameters(network)
          prompt: {en: "How many?", ko: "몇 개인가요?"}
        """)
    variant = generate(question, 1)
    assert twin(variant).answer == variant.answer
