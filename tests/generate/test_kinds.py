"""Variants of every kind: complete, the same each time, with hints that stop in time."""

from collections.abc import Callable

import pytest

from quizapp.bank import Question
from quizapp.generate import SolveAsked, TableAsked, generate, hints_of, lines_of
from quizapp.generate.json_form import variant_json
from quizapp.grade import grade

Ask = Callable[[str], Question]

SOLVE = """
- id: s
  vary: {i: [28, 32, 36, 40]}
  unknowns: {p: 0..3, s: 1..3}
  network: {input: [3, i, i], layers: ["Conv2d(3, 8, 3, stride=s, padding=p)"]}
  accept: height(network) == i // 2
  prompt: {en: "Which give {i // 2}?", ko: "{i // 2:이/가} 되는 값은?"}
"""
OTHERS = {
    "trace": """
- id: t
  kind: trace
  vary: {c: [4, 8, 16]}
  network: {input: [3, 32, 32], layers: ["Conv2d(3, c, 5)", "MaxPool2d(2)", "Flatten()"]}
""",
    "text": "- {id: x, prompt: What?, accept: [residual connection]}",
    "order": "- {id: o, prompt: Order, items: [one, two, three, four]}",
    "match": """
- id: m
  prompt: Match
  pairs: [{left: a, right: x}, {left: b, right: y}, {left: c, right: z}]
""",
    "choice": """
- id: c
  prompt: Choose
  choices: [{text: a, correct: true}, {text: b}, {text: c}, {text: d}]
""",
}


def test_a_solve_shows_its_unknowns_by_name_and_every_solution_solves(ask: Ask) -> None:
    question = ask(SOLVE)
    for seed in range(1, 20):
        variant = generate(question, seed)
        asked = variant.asked
        assert isinstance(asked, SolveAsked)
        assert variant.drawn.networks["network"].nodes[0].text.endswith("stride=s, padding=p)")
        for values in asked.solutions:
            typed = " ".join(f"{name}={value}" for name, value in values.items())
            assert grade(variant, typed).kind == "correct"
        assert {"p": 1, "s": 2} in asked.solutions


def test_a_solve_without_solutions_is_no_variant(ask: Ask) -> None:
    from quizapp.errors import DrawError

    question = ask(SOLVE.replace("i // 2\n", "i * 9\n"))
    with pytest.raises(DrawError):
        generate(question, 1)


def test_the_steps_of_a_solution_end_at_what_was_asked_for(ask: Ask) -> None:
    lines = lines_of(generate(ask(SOLVE), 1))
    assert lines
    assert "?" not in lines[-1].text.en


@pytest.mark.parametrize("kind", OTHERS)
def test_hints_help_and_stop_short_of_the_answer(ask: Ask, kind: str) -> None:
    variant = generate(ask(OTHERS[kind]), 1)
    hints = hints_of(variant)
    assert hints
    assert all(variant.shown_answer.en != hint.en for hint in hints)
    assert all(variant.shown_answer.en not in hint.en for hint in hints)


@pytest.mark.parametrize("question", [SOLVE, *OTHERS.values()])
def test_the_right_answer_typed_is_right(ask: Ask, question: str) -> None:
    variant = generate(ask(question), 3)
    answer = variant.answer
    if isinstance(variant.asked, TableAsked):
        typed = variant.shown_answer.en
    elif isinstance(variant.asked, SolveAsked):
        typed = " ".join(map(str, answer.values()))
    elif variant.question.kind == "match":
        typed = variant.shown_answer.en
    else:
        typed = " ".join(map(str, answer)) if isinstance(answer, tuple) else str(answer)
    assert grade(variant, typed).kind == "correct"


@pytest.mark.parametrize("question", [SOLVE, *OTHERS.values()])
def test_the_same_seed_gives_the_same_variant(ask: Ask, question: str) -> None:
    read = ask(question)
    assert variant_json(generate(read, 5)) == variant_json(generate(read, 5))


def test_any_lets_the_seed_choose_how_a_network_is_shown(ask: Ask) -> None:
    question = ask(
        """
- id: q
  show: any
  vary: {c: [4, 8, 16]}
  network: {input: [3, 32, 32], layers: ["Conv2d(3, c, 5)"]}
  answer: parameters(network)
  prompt: How many?
"""
    )
    shown = {generate(question, seed).show for seed in range(1, 40)}
    assert shown == {"torch", "table", "diagram"}
