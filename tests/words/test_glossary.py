"""The glossary: one meaning a spelling, both languages for each, and our own texts keep to it."""

from unicodedata import normalize

import pytest

from quizapp.words import TERMS, Term, folded_term, term
from quizapp.words.korean_errors import KOREAN
from quizapp.words.phrases import TABLES, phrases_in
from tests.shipped import LIBRARY

BY_KEY = pytest.mark.parametrize("row", TERMS, ids=lambda row: row.key)
EVERYDAY = {
    "채널 수", "보폭", "활성화", "더하기", "덧셈", "층 수", "나머지", "제로 패딩", "압축", "분류",
    "불변성", "합집합 대비 교집합", "앵커",
}  # fmt: skip
"""Accepted spellings that are also plain words, or name a number rather than the idea."""


def test_no_spelling_has_two_meanings() -> None:
    spellings = [folded_term(spelling) for row in TERMS for spelling in row.spellings]
    assert len(spellings) == len(set(spellings))


def test_no_key_stands_twice() -> None:
    assert len({row.key for row in TERMS}) == len(TERMS) == 77


@BY_KEY
def test_each_row_speaks_both_languages(row: Term) -> None:
    assert all(spelling.isascii() or "×" in spelling for spelling in row.en)
    assert all(any("가" <= c <= "힣" for c in spelling) for spelling in row.ko)
    assert bool(row.remark.en) == bool(row.remark.ko)


@BY_KEY
def test_every_spelling_finds_its_row_and_no_neighbour_does(row: Term) -> None:
    assert all(term(spelling) is row for spelling in row.spellings)
    assert row not in [term(neighbour) for neighbour in row.unlike]


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Skip-Connection", "skip-connection"),
        ("스킵커넥션", "skip-connection"),
        ("쇼트컷 연결", "skip-connection"),
        ("합성곱 계층", "convolutional-layer"),
        ("컨볼루션레이어", "convolutional-layer"),
        ("피쳐맵", "feature-map"),
        ("덴스 블락", "dense-block"),
        ("1x1 conv", "1x1-convolution"),
        ("1×1 컨볼루션", "1x1-convolution"),
        ("ＲｏＩ pooling", "roi-pooling"),
        ("batch\u00a0norm", "batch-normalization"),
        (normalize("NFD", "수용 영역"), "receptive-field"),
    ],
)
def test_case_spaces_hyphens_and_width_do_not_matter(typed: str, key: str) -> None:
    found = term(typed)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize("typed", ["", " ", "합성", "배치 규제", "병렬", "convolutions of sorts"])
def test_what_is_no_spelling_finds_nothing(typed: str) -> None:
    assert term(typed) is None


def test_the_first_spelling_of_each_language_is_the_one_written() -> None:
    row = term("수용장")
    assert row is not None
    assert (row.text.en, row.text.ko) == ("receptive field", "수용 영역")


def test_deconvolution_is_understood_and_remarked_on() -> None:
    row = term("역합성곱")
    assert row is not None
    assert row.key == "transposed-convolution"
    assert row.remark.en


def test_the_program_writes_the_first_spelling() -> None:
    written = [
        *(text.ko for table in TABLES for text in phrases_in(table).values()),
        *KOREAN.values(),
    ]
    assert [text for text in written if other_spellings_in(text)] == []


def test_the_prompts_of_the_shipped_banks_write_the_first_spelling() -> None:
    offenders = []
    for bank in LIBRARY.banks:
        if bank.id in ("terms", "wrong-notes"):  # they ask for, and quote, other spellings
            continue
        for question in bank.questions:
            korean = question.prompt.sentences.get("ko")
            segments = korean.template.segments if korean is not None else ()
            text = " ".join(each for each in segments if isinstance(each, str))
            offenders += [(question.key, found) for found in other_spellings_in(text)]
    assert offenders == []


FIRST = sorted((row.ko[0] for row in TERMS), key=len, reverse=True)


def other_spellings_in(text: str) -> list[str]:
    # 투영 숏컷 is written so, and holds 숏컷, which is another row's second spelling.
    for first in FIRST:
        text = text.replace(first, " ")
    return [
        spelling
        for row in TERMS
        for spelling in row.ko[1:]
        if spelling not in EVERYDAY and spelling in text
    ]
