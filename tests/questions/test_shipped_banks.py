"""The banks that come with the program, each template on many seeds and at each of its levels."""

import re
from collections import Counter
from fractions import Fraction
from itertools import chain, pairwise
from math import prod
from pathlib import Path

import pytest

from quizapp import paths
from quizapp.bank import Calculated, Choice, Question, Wording, load_banks
from quizapp.bank.question import Flashcard, Match, Order
from quizapp.generate import Variant, generate, lines_of
from quizapp.grade import grade
from quizapp.lint.wordings import wordings_of
from quizapp.words import LANGUAGES, Text
from tests.questions.shipped import (
    CALCULATED,
    CHOICES,
    OF_OTHER_KINDS,
    SEEDS,
    distinct,
    submission,
    variants,
)
from tests.shipped import LIBRARY, QUESTIONS

SEEDS_OF_OTHER_LEVELS = range(max(2, SEEDS // 4))
LARGEST_ANSWER = 10**9
LEAST_WITH_LEVELS = Fraction(1, 3)

OF_LAYERS = ("convolution", "pooling", "stride-padding", "parameters", "one-by-one",
             "receptive-fields")  # fmt: skip
"""The banks about layers and their arithmetic, in the order of a course."""

COUNTED_AT_ONCE = frozenset({"buffers", "weighted_layers"})
"""Words whose answers have no steps to show."""

WITH_LEVELS = [key for key, question in QUESTIONS.items() if question.levels]

_NUMBER = re.compile(r"\d+(?:,\d{3})*")
_HOLE_AND_BARE_PARTICLE = re.compile(r"\}(?:은|는|을|를|이|가|으로|로|과|와)(?![가-힣])")


def numbers(text: str) -> Counter[str]:
    """The numbers of two digits or more; for smaller ones a language may have a word."""
    found = (number.replace(",", "") for number in _NUMBER.findall(text))
    return Counter(number for number in found if len(number) > 1)


def texts(variant: Variant) -> list[Text]:
    reasons = [option.because for option in variant.options if option.because is not None]
    return [variant.prompt, *(option.text for option in variant.options), *reasons]


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


def test_every_text_is_in_both_languages() -> None:
    for key, question in QUESTIONS.items():
        for path, wording in wordings_of(question):
            assert spoken(wording) == set(LANGUAGES), (key, path)


def test_no_particle_is_fixed_behind_a_number_that_varies() -> None:
    sources = [bank.file.read_text(encoding="utf-8") for bank in LIBRARY.banks]
    assert [_HOLE_AND_BARE_PARTICLE.findall(source) for source in sources] == [[] for _ in sources]


def test_every_question_says_where_it_comes_from() -> None:
    sources = {key: question.source for key, question in QUESTIONS.items()}
    assert [key for key, source in sources.items() if not (source and source.id)] == []
    assert [key for key, source in sources.items() if not (source and source.where)] == []


def test_every_wrong_option_says_why() -> None:
    for key in CHOICES:
        task = QUESTIONS[key].task
        assert isinstance(task, Choice)
        assert any(option.correct for option in task.options), key
        assert all(o.because is not None for o in task.options if not o.correct), key


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


def test_options_differ_from_each_other() -> None:
    for variant in chain.from_iterable(map(distinct, QUESTIONS)):
        for language in LANGUAGES:
            shown = [option.text.in_language(language) for option in variant.options]
            assert len(set(shown)) == len(shown), variant.signature


def test_known_wrong_answers_differ_from_the_truth_and_each_other() -> None:
    for variant in chain.from_iterable(map(distinct, CALCULATED)):
        wrong = [known.answer for known in variant.known_wrong]
        assert variant.answer not in wrong, variant.signature
        assert len(set(wrong)) == len(wrong), variant.signature


def test_answers_are_worth_working_out_and_can_be_typed() -> None:
    for variant in chain.from_iterable(map(distinct, CALCULATED)):
        size = prod(variant.answer) if isinstance(variant.answer, tuple) else variant.answer
        assert 0 < size < LARGEST_ANSWER, variant.signature
        assert variant.known_wrong, variant.signature


@pytest.mark.parametrize("key", WITH_LEVELS)
def test_a_question_can_be_drawn_and_answered_at_each_level(key: str) -> None:
    question = QUESTIONS[key]
    for level in sorted({question.level, 4, *question.levels}):
        for seed in SEEDS_OF_OTHER_LEVELS:
            variant = generate(question, seed, level)
            if isinstance(question.task, Calculated):
                value = variant.answer
                size = prod(value) if isinstance(value, tuple) else value
                assert 0 < size < LARGEST_ANSWER
                assert grade(variant, submission(variant, value)).kind == "correct"


def test_numbers_change_from_level_to_level() -> None:
    for question in map(QUESTIONS.__getitem__, WITH_LEVELS):
        spaces = [question.space(level) for level in (question.level, *sorted(question.levels))]
        assert all(one != other for one, other in pairwise(spaces)), question.key


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


def test_what_is_shown_as_the_answer_is_there_for_each_kind() -> None:
    for variant in chain.from_iterable(map(distinct, OF_OTHER_KINDS)):
        assert variant.asked is not None, variant.signature
        assert variant.asked.shown.en, variant.signature
        assert variant.asked.shown.ko, variant.signature


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
