"""The bank of terms: the whole glossary is asked, both ways, and no prompt gives a term away."""

import re

import pytest

from quizapp.bank import Question, Wording
from quizapp.bank.question import Flashcard, Match, Typed
from quizapp.generate import TypedAsked, generate
from quizapp.grade import grade
from quizapp.words import LANGUAGES, TERMS, Term, folded_term, term
from tests.shipped import LIBRARY

LEAST = 60
_HANGUL = re.compile(r"[가-힣]")

QUESTIONS = {q.key: q for bank in LIBRARY.banks if bank.id == "terms" for q in bank.questions}
TYPED = [key for key, question in QUESTIONS.items() if isinstance(question.task, Typed)]
PAIRS = [
    pair
    for question in QUESTIONS.values()
    if isinstance(question.task, Match)
    for pair in question.task.pairs
]


def said(wording: Wording) -> tuple[str, str]:
    """The wording in English and in Korean."""
    text = wording.fill(lambda expression: expression.source)
    return text.in_language("en"), text.in_language("ko")


def rows_of(question: Question) -> set[Term]:
    """The rows of the glossary that are answers here: accepted, or a side of a pair."""
    wordings: list[Wording] = []
    if isinstance(question.task, Typed):
        wordings = list(question.task.accept)
    elif isinstance(question.task, Match):
        wordings = [side for pair in question.task.pairs for side in pair]
    found = (term(text) for wording in wordings for text in said(wording))
    return {row for row in found if row is not None}


def is_translation(pair: tuple[Wording, Wording], row: Term) -> bool:
    """Whether one side is the term in English and the other in Korean, whatever is spoken."""
    one, other = (said(side) for side in pair)
    if one[0] != one[1] or other[0] != other[1]:
        return False
    return (one[0] in row.en and other[0] in row.ko) or (one[0] in row.ko and other[0] in row.en)


def holds(text: str, spelling: str) -> bool:
    """Whether the spelling stands in the text: as a word of its own where it has no Hangul."""
    if _HANGUL.search(spelling):
        return folded_term(spelling) in folded_term(text)
    return re.search(rf"\b{re.escape(spelling.casefold())}\b", text.casefold()) is not None


def test_there_are_many_and_of_several_kinds() -> None:
    assert len(QUESTIONS) >= LEAST
    assert {"text", "match", "card"} <= {question.kind for question in QUESTIONS.values()}


@pytest.mark.parametrize("row", TERMS, ids=lambda row: row.key)
def test_every_row_of_the_glossary_is_the_answer_of_a_question(row: Term) -> None:
    assert [key for key, question in QUESTIONS.items() if row in rows_of(question)]


@pytest.mark.parametrize("row", TERMS, ids=lambda row: row.key)
def test_every_row_is_matched_between_the_languages(row: Term) -> None:
    assert any(is_translation(pair, row) for pair in PAIRS)


def test_languages_are_matched_in_both_directions() -> None:
    lefts = [said(left)[0] for left, right in PAIRS if said(left)[0] == said(left)[1]]
    assert any(_HANGUL.search(text) for text in lefts)
    assert any(not _HANGUL.search(text) for text in lefts)


@pytest.mark.parametrize("key", TYPED)
def test_no_prompt_holds_a_spelling_that_is_accepted(key: str) -> None:
    variant = generate(QUESTIONS[key], 1, QUESTIONS[key].level)
    assert isinstance(variant.asked, TypedAsked)
    for language in LANGUAGES:
        prompt = variant.prompt.in_language(language)
        assert [spelling for spelling in variant.asked.accepted if holds(prompt, spelling)] == []


@pytest.mark.parametrize("key", TYPED)
def test_a_neighbour_of_the_term_is_not_taken_for_it(key: str) -> None:
    question = QUESTIONS[key]
    variant = generate(question, 1, question.level)
    for row in rows_of(question):
        for neighbour in row.unlike:
            assert grade(variant, neighbour).kind != "correct"


def test_a_term_asked_by_its_meaning_may_be_typed_in_either_language() -> None:
    variant = generate(QUESTIONS["terms/what-a-unit-sees"], 1)
    for typed in ("receptive field", "RF", "수용 영역", "수용장", "리셉티브 필드"):
        assert grade(variant, typed).kind == "correct"


def test_a_translation_is_asked_in_one_language_only() -> None:
    variant = generate(QUESTIONS["terms/receptive-field-in-korean"], 1)
    assert grade(variant, "수용 영역").kind == "correct"
    assert grade(variant, "receptive field").kind == "wrong"


def test_every_card_is_in_both_languages() -> None:
    cards = [q.task for q in QUESTIONS.values() if isinstance(q.task, Flashcard)]
    assert cards
    assert all(set(card.back.sentences) == set(LANGUAGES) for card in cards)
