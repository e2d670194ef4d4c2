"""The banks that come with the program, each template on many seeds and at each of its levels."""

import re
from collections import Counter
from fractions import Fraction
from functools import cache
from itertools import chain, pairwise
from math import prod
from pathlib import Path
from typing import Any

import pytest

from quizapp import paths
from quizapp.bank import Calculated, Choice, Question, Wording, load_banks
from quizapp.bank.question import Flashcard, Match, Order
from quizapp.generate import Variant, generate, lines_of
from quizapp.grade import grade
from quizapp.lint.wordings import wordings_of
from quizapp.mistakes import BY_ID
from quizapp.mistakes.counting import COUNTING
from quizapp.mistakes.multiplying import MULTIPLYING
from quizapp.mistakes.normalizing import NORMALIZING
from quizapp.mistakes.seeing import SEEING
from quizapp.mistakes.sizing import SIZING
from quizapp.words import LANGUAGES, Text

SEEDS = range(24)
SEEDS_OF_OTHER_LEVELS = range(6)
LARGEST_ANSWER = 10**9
LEAST_WITH_LEVELS = Fraction(1, 3)

OF_LAYERS = ("convolution", "pooling", "stride-padding", "parameters", "one-by-one",
             "receptive-fields")  # fmt: skip
"""The banks about layers and their arithmetic, in the order of a course."""

COUNTED_AT_ONCE = frozenset({"buffers", "weighted_layers"})
"""Words whose answers have no steps to show."""

LIBRARY = load_banks([paths.shipped_banks()])
QUESTIONS = {question.key: question for bank in LIBRARY.banks for question in bank.questions}
CALCULATED = [key for key, question in QUESTIONS.items() if question.kind == "calculated"]
CHOICES = [key for key, question in QUESTIONS.items() if question.kind == "choice"]
OF_OTHER_KINDS = [key for key in QUESTIONS if key not in {*CALCULATED, *CHOICES}]
WITH_LEVELS = [key for key, question in QUESTIONS.items() if question.levels]

_NUMBER = re.compile(r"\d+(?:,\d{3})*")
_HOLE_AND_BARE_PARTICLE = re.compile(r"\}(?:은|는|을|를|이|가|으로|로|과|와)(?![가-힣])")


@cache
def variants(key: str) -> tuple[Variant, ...]:
    """The variants of all seeds; one whose two ways of computing disagree raises ProofError."""
    question = QUESTIONS[key]
    seeds = SEEDS if question.vary else SEEDS[:3]
    return tuple(generate(question, seed, question.level) for seed in seeds)


@cache
def distinct(key: str) -> tuple[Variant, ...]:
    """One variant for each set of numbers and order of options that the seeds gave."""
    kept = {
        (tuple(variant.drawn.variables.items()), variant.options): variant
        for variant in variants(key)
    }
    return tuple(kept.values())


def numbers(text: str) -> Counter[str]:
    """The numbers of two digits or more; for smaller ones a language may have a word."""
    found = (number.replace(",", "") for number in _NUMBER.findall(text))
    return Counter(number for number in found if len(number) > 1)


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


def tolerates(question: Question) -> bool:
    return isinstance(question.task, Calculated) and question.task.tolerance is not None


def spoken(wording: Wording) -> set[str]:
    return set(wording.sentences)


def test_the_banks_load_without_a_problem() -> None:
    assert LIBRARY.problems == ()


def test_the_banks_of_layers_come_first_and_in_the_order_of_a_course() -> None:
    assert tuple(bank.id for bank in LIBRARY.banks)[: len(OF_LAYERS)] == OF_LAYERS


def test_a_topic_that_is_needed_stands_in_some_bank() -> None:
    topics = {topic for bank in LIBRARY.banks for topic in bank.topics}
    needed = {
        need for bank in LIBRARY.banks for each in bank.topics.values() for need in each.needs
    }
    assert needed - topics == set()


def test_no_topic_needs_itself_by_way_of_others() -> None:
    needs = {
        name: set(topic.needs) for bank in LIBRARY.banks for name, topic in bank.topics.items()
    }
    while ready := [name for name, before in needs.items() if not before & needs.keys()]:
        for name in ready:
            del needs[name]
    assert needs == {}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("conv-size", "pool-size"),
        ("pool-size", "flatten-length"),
        ("flatten-length", "dense-parameters"),
        ("dense-parameters", "network-parameters"),
    ],
)
def test_sizes_come_before_flattening_before_dense_layers_before_networks(
    before: str, after: str
) -> None:
    needs = {name: topic.needs for bank in LIBRARY.banks for name, topic in bank.topics.items()}
    reached, todo = set[str](), [after]
    while todo:
        for need in needs.get(todo.pop(), ()):
            if need not in reached:
                reached.add(need)
                todo.append(need)
    assert before in reached


def test_every_topic_has_a_question() -> None:
    for bank in LIBRARY.banks:
        assert set(bank.topics) - {question.topic for question in bank.questions} == set()


def test_a_third_of_the_templates_of_layers_grow_with_the_level() -> None:
    templates = [q for q in QUESTIONS.values() if q.vary and q.bank in OF_LAYERS]
    grown = [question for question in templates if question.levels]
    assert len(grown) >= LEAST_WITH_LEVELS * len(templates)


@pytest.mark.parametrize("key", QUESTIONS)
def test_every_text_is_in_both_languages(key: str) -> None:
    for path, wording in wordings_of(QUESTIONS[key]):
        assert spoken(wording) == set(LANGUAGES), path


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


@pytest.mark.parametrize("key", WITH_LEVELS)
def test_a_question_can_be_drawn_and_answered_at_each_level(key: str) -> None:
    question = QUESTIONS[key]
    for level in range(question.level, 5):
        for seed in SEEDS_OF_OTHER_LEVELS:
            variant = generate(question, seed, level)
            if isinstance(question.task, Calculated):
                value = variant.answer
                size = prod(value) if isinstance(value, tuple) else value
                assert 0 < size < LARGEST_ANSWER
                assert grade(variant, submission(variant, value)).kind == "correct"


@pytest.mark.parametrize("key", WITH_LEVELS)
def test_numbers_change_from_level_to_level(key: str) -> None:
    question = QUESTIONS[key]
    spaces = [question.space(level) for level in (question.level, *sorted(question.levels))]
    assert all(one != other for one, other in pairwise(spaces))


@pytest.mark.parametrize("key", CALCULATED)
def test_the_solution_ends_in_the_answer(key: str) -> None:
    task = QUESTIONS[key].task
    assert isinstance(task, Calculated)
    variant = variants(key)[0]
    lines = lines_of(variant)
    sides = variant.answer if isinstance(variant.answer, tuple) else (variant.answer,)
    if lines:
        assert lines[-1].value in sides
    else:
        assert task.answer.calls & COUNTED_AT_ONCE


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
            if isinstance(known.answer, Fraction) or tolerates(QUESTIONS[key]):
                continue  # it may lie within the tolerance, or be typed unreduced
            verdict = grade(variant, submission(variant, known.answer))
            if verdict.kind == "other-form":
                continue  # sides in the order of another library
            assert verdict.kind == "wrong"
            assert verdict.mistakes == known.mistakes
            assert verdict.feedback.en
            assert verdict.feedback.ko


@pytest.mark.parametrize("key", OF_OTHER_KINDS)
def test_what_is_shown_as_the_answer_is_there_for_each_kind(key: str) -> None:
    for variant in distinct(key):
        assert variant.asked is not None
        assert variant.asked.shown.en
        assert variant.asked.shown.ko


def test_every_mistake_about_layers_can_be_told_by_its_number() -> None:
    told = {
        known.mistakes[0]
        for key in CALCULATED
        for variant in distinct(key)
        for known in variant.known_wrong
        if len(known.mistakes) == 1
    }
    of_layers = (*COUNTING, *SIZING, *SEEING, *MULTIPLYING, *NORMALIZING)
    assert {mistake.id for mistake in of_layers} - told == set()


def test_no_mistake_of_a_question_has_the_name_of_a_known_one() -> None:
    own = {
        mistake.id
        for question in QUESTIONS.values()
        if isinstance(question.task, Calculated)
        for mistake in question.task.mistakes
    }
    assert own & set(BY_ID) == set()


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


def test_the_examples_of_the_guide_load_and_can_be_drawn(tmp_path: Path) -> None:
    guide = (paths.shipped_banks() / "README.md").read_text(encoding="utf-8")
    head, *examples = re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL)
    file = tmp_path / "examples.yaml"
    file.write_text(head.replace("questions: []", "questions:") + "".join(examples))
    library = load_banks([file])
    assert library.problems == ()
    questions: tuple[Question, ...] = tuple(library.banks[0].questions)
    drawn = [generate(question, 1, question.level) for question in questions]
    assert len({variant.question.kind for variant in drawn}) >= 8
    for variant in drawn:
        if isinstance(variant.question.task, Calculated):
            assert grade(variant, submission(variant, variant.answer)).kind == "correct"


def test_a_template_of_each_form_is_among_them() -> None:
    tasks = [question.task for question in QUESTIONS.values()]
    assert {task.as_choice for task in tasks if isinstance(task, Calculated)} == {True, False}
    for kind in (Choice, Order, Match, Flashcard):
        assert any(isinstance(task, kind) for task in tasks)
    assert {"solve", "trace", "text"} <= {question.kind for question in QUESTIONS.values()}
