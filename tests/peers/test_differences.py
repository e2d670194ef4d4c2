"""The finder names the step on which answers part, and nothing else."""

import re
from collections.abc import Callable
from itertools import combinations, permutations

import pytest

from quizapp.bank import Question
from quizapp.generate import Variant, generate
from quizapp.grade import Verdict, grade
from quizapp.mistakes import BY_ID
from quizapp.peers import Talking, agree, parting
from quizapp.plain.pages import question_page
from quizapp.plain.peers_pages import talk_page
from quizapp.study import Item
from quizapp.words import LANGUAGES, Language, render
from tests.shipped import QUESTIONS

Ask = Callable[[str], Question]

CALCULATED = [question for question in QUESTIONS.values() if question.kind == "calculated"][::4]
"""One in four: every two slips of a variant are held against each other."""

SEEDS = (1, 2)


def typed(variant: Variant, value: object) -> str:
    """What is typed for a value, also where options are offered."""
    for place, option in enumerate(variant.options, 1):
        if option.value == value:
            return str(place)
    return "" if variant.options else render(value)


def single_slips(variant: Variant) -> dict[str, Verdict]:
    """Each mistake of the catalogue that alone explains a wrong answer, with that answer."""
    alone = {
        known.mistakes[0]: typed(variant, known.answer)
        for known in variant.known_wrong
        if len(known.mistakes) == 1 and known.mistakes[0] in BY_ID
    }
    graded = {id_: grade(variant, text) for id_, text in alone.items() if text}
    return {id_: verdict for id_, verdict in graded.items() if verdict.mistakes == (id_,)}


def right(variant: Variant) -> Verdict:
    return grade(variant, typed(variant, variant.answer))


@pytest.mark.parametrize("question", CALCULATED, ids=lambda question: question.key)
@pytest.mark.parametrize("seed", SEEDS)
def test_one_slip_against_the_right_answer_parts_at_its_step(question: Question, seed: int) -> None:
    variant = generate(question, seed, question.level)
    for id_, verdict in single_slips(variant).items():
        found = parting(variant, [verdict, right(variant)])
        assert found.steps == (BY_ID[id_].step,)
        assert set(found.ways) == {BY_ID[id_].way, BY_ID[id_].right_way}


@pytest.mark.parametrize("question", CALCULATED, ids=lambda question: question.key)
@pytest.mark.parametrize("seed", SEEDS)
def test_two_slips_part_at_the_step_of_one_of_them(question: Question, seed: int) -> None:
    variant = generate(question, seed, question.level)
    slips = single_slips(variant)
    for one, other in combinations(slips, 2):
        found = parting(variant, [slips[one], slips[other]])
        (step,) = found.steps
        both = [BY_ID[one], BY_ID[other]]
        assert step in {mistake.step for mistake in both}
        here = [m.way if m.step == step else None for m in both]
        assert {way for way in here if way is not None} <= set(found.ways) or not found.ways


@pytest.mark.parametrize("question", CALCULATED, ids=lambda question: question.key)
def test_who_gave_which_answer_changes_nothing(question: Question) -> None:
    variant = generate(question, 3, question.level)
    slips = list(single_slips(variant).values())[:2]
    answers = [right(variant), *slips, grade(variant, "999983")]
    texts = {
        tuple(talk_page(Talking(variant, parting(variant, order), True), "en"))
        for order in permutations(answers)
    }
    assert len(texts) == 1


WORDED = {
    number
    for mistake in BY_ID.values()
    for text in (mistake.step, mistake.way, mistake.right_way)
    for number in re.findall(r"\d+", text.en + text.ko)
}
"""Numbers that belong to the wording of a way, whatever the question: "and two"."""


@pytest.mark.parametrize("question", CALCULATED, ids=lambda question: question.key)
@pytest.mark.parametrize("spoken", LANGUAGES)
def test_nothing_said_before_the_reveal_holds_the_answer(
    question: Question, spoken: Language
) -> None:
    variant = generate(question, 4, question.level)
    shown = "\n".join(question_page(Item(1, 1, variant), spoken))
    answers = [[right(variant), v] for v in [*single_slips(variant).values()]]
    answers.append([right(variant), grade(variant, "1" if variant.options else "999983")])
    for verdicts in answers:
        said = "\n".join(talk_page(Talking(variant, parting(variant, verdicts), True), spoken))
        assert numbers(said) <= numbers(shown) | WORDED
        assert not any(word in said for word in ("✓", "✗", "Right", "Not quite", "정답", "오답"))


def numbers(text: str) -> set[str]:
    return set(re.findall(r"\d+", text))


def test_the_order_of_the_ways_says_nothing(ask: Ask) -> None:
    question = ask("""
        - id: weights
          vary: {c: [8, 16, 32, 48, 64], k: [3, 5, 7]}
          network: {input: [3, 20, 20], layers: ["Conv2d(3, c, k)"]}
          answer: parameters(network)
          prompt: {en: "Parameters?", ko: "파라미터는?"}
        """)
    first = []
    for seed in range(40):
        variant = generate(question, seed)
        found = parting(variant, [right(variant), single_slips(variant)["forgot-bias"]])
        first.append(found.ways[0] == BY_ID["forgot-bias"].right_way)
    assert 8 < sum(first) < 32


def test_where_no_mistake_explains_it_names_only_what_is_reckoned_first(ask: Ask) -> None:
    question = ask("""
        - id: weights
          network: {input: [3, 20, 20], layers: ["Conv2d(3, 8, 3)", "Conv2d(8, 8, 3)"]}
          answer: parameters(network)
          prompt: {en: "Parameters?", ko: "파라미터는?"}
        """)
    variant = generate(question, 1)
    found = parting(variant, [right(variant), grade(variant, "5")])
    assert found.steps == ()
    assert found.ways == ()
    assert found.compare is not None
    assert found.compare.en == "Conv2d(3, 8, 3)"


def test_slips_that_tie_are_named_as_possible_steps(ask: Ask) -> None:
    question = ask("""
        - id: side
          network: {input: [3, 8, 8], layers: ["Conv2d(3, 8, 3, padding=1, stride=2)"]}
          answer: height(network)
          prompt: {en: "Side?", ko: "한 변은?"}
        """)
    variant = generate(question, 1)
    tied = [known for known in variant.known_wrong if len(known.mistakes) > 1]
    assert tied
    for known in tied:
        found = parting(variant, [right(variant), grade(variant, render(known.answer))])
        steps = {BY_ID[id_].step for id_ in known.mistakes}
        assert set(found.steps) == steps or (len(steps) > 3 and found.steps == ())


def test_all_right_agree_however_they_are_written(ask: Ask) -> None:
    question = ask("""
        - id: weights
          network: {input: [3, 20, 20], layers: ["Conv2d(3, 8, 3)"]}
          answer: parameters(network)
          prompt: {en: "Parameters?", ko: "파라미터는?"}
        """)
    variant = generate(question, 1)
    assert agree([grade(variant, text) for text in ("224", "3*3*3*8 + 8", "2.24e2")])
    assert agree([grade(variant, text) for text in ("216", "3*3*3*8")])
    assert not agree([grade(variant, text) for text in ("216", "224")])
    assert not agree([grade(variant, text) for text in ("216", "215")])
