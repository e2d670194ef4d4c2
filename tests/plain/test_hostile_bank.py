"""Markup, escapes and bidi in banks, answers and names: printed as text, and nothing else."""

import unicodedata
from collections.abc import Callable, Iterator
from datetime import datetime
from io import StringIO
from pathlib import Path

import pytest

from quizapp.bank import Library, load_banks
from quizapp.generate import Variant
from quizapp.history import Keeper
from quizapp.peers import GroupSitting, Plan, Planned, Registrar
from quizapp.plain import play
from quizapp.plain.masked import Lines
from quizapp.plain.peers import play_together
from quizapp.study import Sitting, selected
from quizapp.words import LANGUAGES, Language

BANK = Path(__file__).parents[1] / "data" / "tui" / "hostile-all.yaml"
EVIL = "[@click=app.quit]evil[/] \x1b[31m\x1b]52;c;eA==\x07 \u202eback\u202c \x9b2J"
BIDI = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

WRONG = {"pairs": "1a 2b 3c", "sequence": "3,2,1", "number": "1"}

Clock = Callable[[], datetime]


@pytest.fixture(scope="module")
def library() -> Library:
    library = load_banks([BANK])
    assert not [problem for problem in library.problems if problem.severity == "error"]
    return library


def expect_text_alone(out: str) -> None:
    odd = [c for c in out if c != "\n" and (unicodedata.category(c) == "Cc" or c in BIDI)]
    assert not odd


def typed_into(sitting: Sitting, asked: list[Variant]) -> Iterator[str]:
    """A hint, what cannot be read where a number is asked for, and a wrong answer."""
    while (item := sitting.item) is not None:
        asked.append(item.variant)
        id_ = item.variant.question.id
        turned = [""] if id_ == "card" else []
        for line in (":hint", EVIL, *turned, WRONG.get(id_, "2")):
            if sitting.item is item:
                yield f"{line}\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_is_asked_and_explained_as_it_is_written(
    library: Library, language: Language, clock: Clock
) -> None:
    sitting = Sitting(selected(library, []), 1, keeper=Keeper(None), clock=clock)
    out = StringIO()
    asked: list[Variant] = []
    play(sitting, typed_into(sitting, asked), out, language)
    shown = out.getvalue()
    expect_text_alone(shown)
    assert {each.question.id for each in asked} == {each.id for each in library.banks[0].questions}
    for variant in asked:
        assert variant.prompt.in_language(language).replace("\n", "") in shown.replace("\n", "")
    hint, because = (
        ("[/] hint[int] 🙂", "[@click=app.quit]x[/] because שלום")
        if language == "en"
        else ("[/] 힌트[int] 🙂", "[@click=app.quit]x[/] 왜냐하면 שלום")
    )
    assert hint in shown
    assert because in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_group_reads_names_and_answers_as_they_are_written(
    library: Library, language: Language, clock: Clock
) -> None:
    question = library.question("hostile-all/number")
    assert question is not None
    names = ("[b]Ana[/b]", "[@click=app.quit]")
    plan = Plan("sitting", "mix", 5, names, (Planned(question, 5, question.level),), None)
    registrar = Registrar(lambda: "id", new_a_day=100)
    sitting = GroupSitting(
        plan, keeper=Keeper(None), clock=clock, journal=None, registrar=registrar
    )
    sitting.begin()
    out = StringIO()
    typed = [EVIL, "1", EVIL, "2", ":ways", "", "3", "4", ""]
    play_together(sitting, Lines((f"{line}\n" for line in typed), out), out, language)
    shown = out.getvalue()
    expect_text_alone(shown)
    assert all(name in shown for name in names)
    assert "[@click=app.quit]x[/] \\x1b[31m" in shown
