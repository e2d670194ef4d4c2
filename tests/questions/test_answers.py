"""What learners type into the shipped banks: the truth, known slips, other forms, and junk."""

import re
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from itertools import islice
from math import prod
from typing import Any

import pytest

from quizapp.bank import Solve
from quizapp.generate import Chance, SolveAsked, TableAsked, Variant
from quizapp.generate.asked import cell_text
from quizapp.grade import Verdict, grade
from quizapp.grade.diagnosis import LEAST_FOR_PAIRS, diagnose
from quizapp.mistakes import concerning, wrong_answer
from quizapp.words import LANGUAGES
from tests.questions.shipped import (
    CALCULATED,
    CHOICES,
    SEEDS,
    distinct,
    submission,
    task_of,
    variants,
)
from tests.questions.typed_forms import other_forms, typed_forms
from tests.shipped import QUESTIONS

JUNK = ["", "abc", "[/]", "9**9**9", "1e999", "nan", "1/0", "9" * 1_000_000, "\x1b[2J", "두 배"]
LEAST_ANSWER = 1_000
"""Of answers from here on a random wrong number should seldom be given a reason."""

MOST_NAMED_BY_CHANCE = 0.05
LEAST_RECOVERED = 0.95
NUMBERS = 4
"""Random wrong numbers a variant."""

FEW = max(1, SEEDS // 6)
"""Variants of which every pair of slips is looked through."""

per_calculated = pytest.mark.parametrize("key", CALCULATED, scope="module")


def size(value: Any) -> Any:
    return prod(value) if isinstance(value, tuple) else value


def random_wrong(variant: Variant) -> Iterator[int]:
    """Whole numbers within half of a whole answer, evenly, and other than it."""
    answer: Any = variant.answer
    chance = Chance("wrong", variant.question.key, variant.level, variant.seed)
    for _ in range(NUMBERS):
        value = answer - answer // 2 + chance.below(answer // 2 * 2 + 1)
        if value != answer:
            yield value


@per_calculated
def test_the_truth_is_right_in_every_form(key: str) -> None:
    for variant in distinct(key):
        if variant.options:
            assert grade(variant, submission(variant, variant.answer)).kind == "correct"
            continue
        kinds = {form: grade(variant, form).kind for form in typed_forms(variant.answer)}
        assert kinds == dict.fromkeys(kinds, "correct")


@per_calculated
def test_what_is_shown_as_the_answer_is_right_when_typed(key: str) -> None:
    for variant in distinct(key):
        if not variant.options:
            for language in LANGUAGES:
                shown = variant.shown_answer.in_language(language)
                assert grade(variant, shown).kind == "correct", shown


@per_calculated
def test_each_known_wrong_answer_is_wrong_and_names_its_mistakes(key: str) -> None:
    for variant in distinct(key):
        offered = {option.value for option in variant.options}
        for known in variant.known_wrong:
            if variant.options and known.answer not in offered:
                continue
            verdict = grade(variant, submission(variant, known.answer))
            if verdict.kind == "other-form":
                continue  # sides in the order of another library
            assert (verdict.kind, verdict.mistakes) == ("wrong", known.mistakes)
            for language in LANGUAGES:
                said = verdict.feedback.in_language(language)
                assert said
                assert not re.search(r"\?(?=[^\s”’\"')]|\s*[×·=])", said), "a figure is missing"


@per_calculated
def test_right_numbers_in_another_form_cost_nothing(key: str) -> None:
    for variant in distinct(key):
        if not variant.options:
            for form in other_forms(variant.answer):
                verdict = grade(variant, form)
                right = task_of(key).tolerance is not None and verdict.kind == "correct"
                assert right or not verdict.counts, form
                assert verdict.feedback.en or right


@pytest.mark.parametrize("key", [key for key in QUESTIONS if key not in CHOICES])
def test_junk_is_unreadable_where_numbers_are_typed(key: str) -> None:
    variant = variants(key)[0]
    for junk in JUNK:
        verdict = grade(variant, junk)
        if junk and QUESTIONS[key].kind in ("text", "output"):
            assert verdict.kind != "correct"
        else:
            assert verdict.kind == "unreadable", junk[:20]
            assert verdict.feedback.en
            assert verdict.feedback.ko


@pytest.mark.parametrize("key", CHOICES)
def test_the_right_options_are_right_and_each_wrong_one_explains_itself(key: str) -> None:
    for variant in distinct(key):
        right = ",".join(map(str, variant.right_places))
        assert grade(variant, right).kind == "correct"
        assert grade(variant, "abc").kind == "unreadable"
        for place, option in enumerate(variant.options, 1):
            if not option.correct:
                verdict = grade(variant, str(place))
                assert verdict.kind == "wrong"
                assert option.because is not None
                assert verdict.feedback == option.because


@pytest.mark.parametrize("key", [key for key in QUESTIONS if QUESTIONS[key].kind == "solve"])
def test_what_solves_is_right_and_what_does_not_is_wrong(key: str) -> None:
    assert isinstance(QUESTIONS[key].task, Solve)
    for variant in distinct(key):
        asked = variant.asked
        assert isinstance(asked, SolveAsked)
        for found in (asked.solutions[0], asked.solutions[-1]):
            named = ", ".join(f"{name} = {value}" for name, value in found.items())
            for form in (named, named.replace(" ", ""), " ".join(map(str, found.values()))):
                assert grade(variant, form).kind == "correct"
        others = ({**asked.answer, name: value} for name, value in neighbours(asked))
        for other in islice((each for each in others if each not in asked.solutions), 4):
            typed = " ".join(f"{name}={value}" for name, value in other.items())
            assert grade(variant, typed).kind == "wrong"


def neighbours(asked: SolveAsked) -> Iterator[tuple[str, int]]:
    for name, allowed in asked.unknowns.items():
        place = allowed.index(asked.answer[name])
        yield from ((name, value) for value in allowed[max(0, place - 1) : place + 2])


@pytest.mark.parametrize("key", [key for key in QUESTIONS if QUESTIONS[key].kind == "trace"])
def test_a_table_is_right_and_an_error_in_it_is_charged_once(key: str) -> None:
    for variant in distinct(key):
        assert isinstance(variant.asked, TableAsked)
        rows = [[cell_text(cell) for cell in row] for row in variant.asked.answer]
        assert table(variant, rows).kind == "correct"
        for number, row in enumerate(rows):
            for place, cell in enumerate(row):
                if cell.isdecimal():
                    spoilt = [*rows[:number], [*row[:place], f"{cell}1", *row[place + 1 :]],
                              *rows[number + 1 :]]  # fmt: skip
                    verdict = table(variant, spoilt)
                    own = [p for p in verdict.parts if not (p.correct or p.follow_through)]
                    assert verdict.kind == "wrong"
                    assert own[0] is verdict.parts[number * len(row) + place]


def table(variant: Variant, rows: list[list[str]]) -> Verdict:
    return grade(variant, "\n".join("  ".join(row) for row in rows))


@per_calculated
def test_pairs_of_slips_are_never_named_for_small_answers(key: str) -> None:
    for variant in distinct(key):
        if size(variant.answer) < LEAST_FOR_PAIRS and isinstance(variant.answer, int):
            for value in range(1, 2 * LEAST_FOR_PAIRS):
                if value != variant.answer:
                    assert not any("+" in id_ for id_ in diagnose(variant, value).mistakes)


@cache
def named_by_chance() -> dict[bool, Counter[bool]]:
    """By whether the answer is large: how many random wrong numbers were given a reason."""
    counts = {True: Counter[bool](), False: Counter[bool]()}
    for key in CALCULATED:
        for variant in distinct(key)[:FEW]:
            if isinstance(variant.answer, int) and variant.answer > 3 and not variant.options:
                reasons = (bool(diagnose(variant, n).mistakes) for n in random_wrong(variant))
                counts[variant.answer > LEAST_ANSWER].update(reasons)
    return counts


def test_a_random_wrong_number_is_seldom_given_a_reason() -> None:
    named = named_by_chance()[True]
    assert named.total() > len(CALCULATED)
    assert named[True] <= MOST_NAMED_BY_CHANCE * named.total()


def test_a_single_slip_is_found_alone_or_in_a_tie() -> None:
    lost, made = Counter[tuple[str, str]](), 0
    for key in CALCULATED:
        for variant in distinct(key):
            for id_, value in slips(variant):
                made += 1
                if id_ not in diagnose(variant, value).mistakes:
                    lost[key, id_] += 1
    assert made > len(CALCULATED) * min(SEEDS, 10)
    assert lost.total() <= (1 - LEAST_RECOVERED) * made, lost.most_common(20)


def slips(variant: Variant) -> Iterator[tuple[str, Any]]:
    """What each mistake of the catalogue and of the question makes of the answer, if another.

    Where the answer is more than nothing, nobody hands in nothing or less.
    """
    task, truth = task_of(variant.question.key), variant.drawn.truth
    assert truth is not None
    for mistake in concerning(truth):
        value = wrong_answer([mistake], task.answer, variant.drawn.names)
        if value is None or task.is_right(value, truth.answer):
            continue
        if isinstance(value, tuple) or value > 0 or truth.answer <= 0:
            yield mistake.id, value
    for known in variant.known_wrong:
        own = {each.id for each in task.mistakes}
        yield from ((id_, known.answer) for id_ in known.mistakes if id_ in own)


def test_what_is_asked_is_a_number_a_fraction_or_a_shape() -> None:
    kinds = {type(variant.answer) for key in CALCULATED for variant in distinct(key)}
    assert kinds <= {int, Fraction, tuple}
