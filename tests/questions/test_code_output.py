"""The bank of code: every output was pinned by a run, one for each version that prints another."""

import pytest

from quizapp.bank.pinned import pin_hash
from quizapp.bank.question import Output
from quizapp.exchange import code_questions
from quizapp.exchange.pinning import imported_modules
from quizapp.generate import OutputAsked, generate
from quizapp.grade import grade
from quizapp.words import LANGUAGES
from tests.shipped import LIBRARY

LEAST = 25
MOST_LINES, MOST_LINES_OF_OUTPUT = 16, 2
SEEDS = range(24)

BANK = next(bank for bank in LIBRARY.banks if bank.id == "code-output")
QUESTIONS = {question.id: question for question in BANK.questions}
TASKS = {id_: q.task for id_, q in QUESTIONS.items() if isinstance(q.task, Output)}
OF_SEVERAL_VERSIONS = [id_ for id_, task in TASKS.items() if len(task.pinned) > 1]


def test_all_are_pinned_by_running_and_none_by_hand() -> None:
    states = [question.state for question in code_questions(BANK.file)]
    assert len(states) >= LEAST
    assert set(states) == {"pinned"}


@pytest.mark.parametrize("id_", TASKS)
def test_the_hash_is_that_of_code_and_output(id_: str) -> None:
    for pinned in TASKS[id_].pinned:
        assert pinned.sha256 == pin_hash(TASKS[id_].code, pinned.output)


@pytest.mark.parametrize("id_", TASKS)
def test_a_pin_names_the_version_of_all_that_the_code_imports(id_: str) -> None:
    for pinned in TASKS[id_].pinned:
        assert set(pinned.versions) == {"python", *imported_modules(TASKS[id_].code)}


@pytest.mark.parametrize("id_", TASKS)
def test_code_and_output_are_short(id_: str) -> None:
    assert TASKS[id_].code.count("\n") < MOST_LINES
    for pinned in TASKS[id_].pinned:
        assert pinned.output.count("\n") < MOST_LINES_OF_OUTPUT


@pytest.mark.parametrize("id_", TASKS)
def test_it_is_explained_in_both_languages(id_: str) -> None:
    because = QUESTIONS[id_].because
    assert because is not None
    assert set(because.sentences) == set(LANGUAGES)


@pytest.mark.parametrize("id_", TASKS)
def test_what_was_printed_is_right_and_with_other_numbers_is_wrong(id_: str) -> None:
    variant = generate(QUESTIONS[id_], 1, QUESTIONS[id_].level)
    assert isinstance(variant.asked, OutputAsked)
    assert grade(variant, variant.asked.answer).kind == "correct"
    assert grade(variant, f"{variant.asked.answer} 0").kind == "wrong"


def test_copies_and_types_are_pinned_for_both_generations_of_pandas() -> None:
    assert {"column-taken-out", "slice-of-rows", "type-of-text"} <= set(OF_SEVERAL_VERSIONS)


@pytest.mark.parametrize("id_", OF_SEVERAL_VERSIONS)
def test_versions_with_pins_of_their_own_print_different_things(id_: str) -> None:
    pins = TASKS[id_].pinned
    assert len({pinned.output for pinned in pins}) == len(pins)
    assert {pinned.versions["pandas"][0] for pinned in pins} == {"2", "3"}


@pytest.mark.parametrize("id_", OF_SEVERAL_VERSIONS)
def test_the_prompt_names_the_version_that_is_asked(id_: str) -> None:
    asked = set()
    for seed in SEEDS:
        variant = generate(QUESTIONS[id_], seed, QUESTIONS[id_].level)
        assert isinstance(variant.asked, OutputAsked)
        version = f"pandas {variant.asked.pinned.versions['pandas']}"
        assert all(version in variant.prompt.in_language(language) for language in LANGUAGES)
        asked.add(version)
    assert len(asked) == len(TASKS[id_].pinned)
