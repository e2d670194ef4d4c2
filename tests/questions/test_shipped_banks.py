"""The banks that come with the program, each template on two hundred seeds."""

import re
from collections import Counter
from fractions import Fraction
from functools import cache
from itertools import chain
from math import prod
from pathlib import Path
from typing import Any

import pytest

from quizapp import paths
from quizapp.bank import Calculated, Choice, Question, load_banks
from quizapp.generate import Variant, generate, lines_of
from quizapp.grade import grade
from quizapp.mistakes import BY_ID
from quizapp.words import LANGUAGES, Text

SEEDS = range(200)
LEAST_TEMPLATES = 12
LARGEST_ANSWER = 10**9

LIBRARY = load_banks([paths.shipped_banks()])
QUESTIONS = {question.key: question for bank in LIBRARY.banks for question in bank.questions}
CALCULATED = [key for key, question in QUESTIONS.items() if question.kind == "calculated"]
CHOICES = [key for key, question in QUESTIONS.items() if question.kind == "choice"]

_NUMBER = re.compile(r"\d+(?:,\d{3})*")
_HOLE_AND_BARE_PARTICLE = re.compile(r"\}(?:은|는|을|를|이|가|으로|로|과|와)(?![가-힣])")


@cache
def variants(key: str) -> tuple[Variant, ...]:
    """The variants of all seeds; one whose two ways of computing disagree raises ProofError."""
    question = QUESTIONS[key]
    return tuple(generate(question, seed, question.level) for seed in SEEDS)


@cache
def distinct(key: str) -> tuple[Variant, ...]:
    """One variant for each set of numbers and order of options that the seeds gave."""
    kept = {
        (tuple(variant.drawn.variables.items()), variant.options): variant
        for variant in variants(key)
    }
    return tuple(kept.values())


def numbers(text: str) -> Counter[str]:
    return Counter(number.replace(",", "") for number in _NUMBER.findall(text))


def typed(value: Any) -> str:
    """A value as it may be typed."""
    return "x".join(map(str, value)) if isinstance(value, tuple) else str(value)


def typed_forms(value: Any) -> list[str]:
    if isinstance(value, tuple):
        sides = ", ".join(map(str, value))
        return [typed(value), f"({sides})", f"[{sides}]", sides.replace(",", "")]
    if isinstance(value, Fraction):
        return [str(value)]
    return [str(value), f"{value:,}", f"{value:_}", f" {value} ", f"{value - 1} + 1"]


def texts(variant: Variant) -> list[Text]:
    reasons = [option.because for option in variant.options if option.because is not None]
    return [variant.prompt, *(option.text for option in variant.options), *reasons]


def submission(variant: Variant, value: Any) -> str:
    """What is typed for a value: itself, or the place of the option that holds it."""
    if not variant.options:
        return typed(value)
    places = {option.value: place for place, option in enumerate(variant.options, 1)}
    return str(places[value])


def test_the_banks_load_without_a_problem() -> None:
    assert LIBRARY.problems == ()
    assert {bank.id for bank in LIBRARY.banks} >= {
        "parameters",
        "output-shapes",
        "receptive-fields",
    }


def test_each_bank_holds_a_dozen_templates_or_more() -> None:
    assert all(len(bank.questions) >= LEAST_TEMPLATES for bank in LIBRARY.banks)


@pytest.mark.parametrize("key", QUESTIONS)
def test_every_text_is_in_both_languages(key: str) -> None:
    question = QUESTIONS[key]
    wordings = [question.prompt]
    if isinstance(question.task, Choice):
        wordings += [option.because for option in question.task.options if option.because]
    else:
        wordings += [own.because for own in question.task.mistakes]
    assert all(set(wording.sentences) == set(LANGUAGES) for wording in wordings)


def test_no_particle_is_fixed_behind_a_number_that_varies() -> None:
    sources = [bank.file.read_text(encoding="utf-8") for bank in LIBRARY.banks]
    assert [_HOLE_AND_BARE_PARTICLE.findall(source) for source in sources] == [[] for _ in sources]


@pytest.mark.parametrize("key", QUESTIONS)
def test_every_question_says_where_it_comes_from(key: str) -> None:
    source = QUESTIONS[key].source
    assert source is not None
    assert source.id
    assert source.where


@pytest.mark.parametrize("key", CHOICES)
def test_every_wrong_option_says_why(key: str) -> None:
    task = QUESTIONS[key].task
    assert isinstance(task, Choice)
    assert any(option.correct for option in task.options)
    assert all(option.because is not None for option in task.options if not option.correct)


def test_the_longest_option_is_no_sign_of_the_right_one() -> None:
    given_away = []
    for key in CHOICES:
        for language in LANGUAGES:
            options = variants(key)[0].options
            lengths = {option.text.in_language(language): option.correct for option in options}
            longest = max(lengths, key=len)
            rest = max((len(text) for text in lengths if text != longest), default=0)
            if lengths[longest] and len(longest) > rest + rest // 4 + 3:
                given_away.append((key, language))
    assert given_away == []


@pytest.mark.parametrize("key", QUESTIONS)
def test_both_languages_hold_the_same_numbers(key: str) -> None:
    for text in chain.from_iterable(map(texts, distinct(key))):
        assert numbers(text.in_language("en")) == numbers(text.in_language("ko")), text


@pytest.mark.parametrize("key", QUESTIONS)
def test_options_differ_from_each_other(key: str) -> None:
    for variant in distinct(key):
        for language in LANGUAGES:
            shown = [option.text.in_language(language) for option in variant.options]
            assert len(set(shown)) == len(shown)


@pytest.mark.parametrize("key", CALCULATED)
def test_known_wrong_answers_differ_from_the_truth_and_each_other(key: str) -> None:
    for variant in distinct(key):
        wrong = [known.answer for known in variant.known_wrong]
        assert variant.answer not in wrong
        assert len(set(wrong)) == len(wrong)


@pytest.mark.parametrize("key", CALCULATED)
def test_answers_are_worth_working_out_and_can_be_typed(key: str) -> None:
    for variant in distinct(key):
        size = prod(variant.answer) if isinstance(variant.answer, tuple) else variant.answer
        assert 0 < size < LARGEST_ANSWER
        assert variant.known_wrong


@pytest.mark.parametrize("key", CALCULATED)
def test_the_last_line_of_the_solution_is_the_answer(key: str) -> None:
    variant = variants(key)[0]
    last = lines_of(variant)[-1]
    sides = variant.answer if isinstance(variant.answer, tuple) else (variant.answer,)
    assert last.value in sides


@pytest.mark.parametrize("key", CALCULATED)
def test_the_truth_is_right_in_every_form(key: str) -> None:
    for variant in distinct(key):
        if variant.options:
            places = [submission(variant, variant.answer)]
            assert [grade(variant, place).kind for place in places] == ["correct"]
        else:
            verdicts = [grade(variant, form) for form in typed_forms(variant.answer)]
            assert {verdict.kind for verdict in verdicts} == {"correct"}


@pytest.mark.parametrize("key", CHOICES)
def test_the_right_options_are_right_and_each_wrong_one_explains_itself(key: str) -> None:
    for variant in distinct(key):
        right = ",".join(map(str, variant.right_places))
        assert grade(variant, right).kind == "correct"
        for place, option in enumerate(variant.options, 1):
            if not option.correct:
                verdict = grade(variant, str(place))
                assert verdict.kind == "wrong"
                assert option.because is not None
                assert verdict.feedback == option.because


@pytest.mark.parametrize("key", CALCULATED)
def test_each_known_wrong_answer_is_wrong_and_names_its_mistakes(key: str) -> None:
    for variant in distinct(key):
        offered = {option.value for option in variant.options}
        for known in variant.known_wrong:
            if variant.options and known.answer not in offered:
                continue
            verdict = grade(variant, submission(variant, known.answer))
            assert verdict.kind == "wrong"
            assert verdict.mistakes == known.mistakes
            assert verdict.feedback.en
            assert verdict.feedback.ko


def test_every_mistake_of_the_catalogue_can_be_told_by_its_number() -> None:
    told = {
        known.mistakes[0]
        for key in CALCULATED
        for variant in distinct(key)
        for known in variant.known_wrong
        if len(known.mistakes) == 1
    }
    assert set(BY_ID) - told == set()


@pytest.mark.parametrize(
    ("key", "answers"),
    [
        ("parameters/lecture-3x3-128-to-64", {73_728, 73_792}),
        ("parameters/lecture-dense-head", {2_560, 2_570}),
        ("parameters/lecture-convolution-head", {2_560, 2_570}),
        ("receptive-fields/two-3x3-layers", {5}),
        ("receptive-fields/pool-after-three-3x3", {8}),
    ],
)
def test_the_items_of_the_lecture_have_their_numbers(key: str, answers: set[int]) -> None:
    assert {variant.answer for variant in variants(key)} == answers


def test_the_count_without_biases_is_named_as_such() -> None:
    with_biases = next(
        variant
        for variant in variants("parameters/lecture-3x3-128-to-64")
        if variant.answer == 73_792
    )
    assert grade(with_biases, "73,728").mistakes == ("forgot-bias",)


def test_doubling_the_field_at_a_pool_is_named() -> None:
    variant = variants("receptive-fields/pool-after-three-3x3")[0]
    assert "backward-formula-forward" in grade(variant, "14").mistakes


@pytest.mark.parametrize("key", QUESTIONS)
def test_every_value_listed_is_shown(key: str) -> None:
    question: Question = QUESTIONS[key]
    space = question.space(question.level)
    shown = {name: {variant.drawn.variables[name] for variant in variants(key)} for name in space}
    # Long ranges are not exhausted by two hundred seeds.
    missing = {
        name: set(values) - shown[name] for name, values in space.items() if len(values) <= 12
    }
    assert not any(missing.values()), missing


def test_the_examples_of_the_guide_load_and_can_be_drawn(tmp_path: Path) -> None:
    guide = (paths.shipped_banks() / "README.md").read_text(encoding="utf-8")
    head, calculated, as_choice, choice = re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL)
    file = tmp_path / "examples.yaml"
    file.write_text(head.replace("questions: []", "questions:") + calculated + as_choice + choice)
    library = load_banks([file])
    assert library.problems == ()
    drawn = [generate(question, 1) for question in library.banks[0].questions]
    assert [variant.question.kind for variant in drawn] == ["calculated", "choice"]
    assert all(variant.options for variant in drawn)


def test_a_template_of_each_kind_and_form_is_among_them() -> None:
    tasks = [question.task for question in QUESTIONS.values()]
    assert any(isinstance(task, Choice) for task in tasks)
    assert {task.as_choice for task in tasks if isinstance(task, Calculated)} == {True, False}
