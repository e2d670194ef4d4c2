import ast
import inspect
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

import pytest

import quizapp
from quizapp import errors
from quizapp.words import Template
from quizapp.words.korean_errors import KOREAN

ROOT = Path(quizapp.__file__).parent


@dataclass(frozen=True, slots=True)
class Raised:
    """A place in the source where an error is made, with its code and English sentence."""

    place: str
    code: str
    english: str
    figures: frozenset[str] | None
    """The figures passed by name; None where a ``**`` hides them."""


def raised_in(path: Path) -> list[Raised]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [
        raised_by(call, f"{path.relative_to(ROOT)}:{call.lineno}", code, english)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and is_error(called_name(call))
        for code, english in literals(call)
    ]


def called_name(call: ast.Call) -> str:
    return ast.unparse(call.func).rpartition(".")[2]


def is_error(name: str) -> bool:
    return name.endswith("Error") or name == "Refused"


def literals(call: ast.Call) -> list[tuple[str, str]]:
    match call.args[:2]:
        case [ast.Constant(value=str(code)), ast.Constant(value=str(english))]:
            return [(code, english)]
        case _:
            return []


def raised_by(call: ast.Call, place: str, code: str, english: str) -> Raised:
    """The error a call makes, without the arguments its class keeps for itself (`column`)."""
    kind = getattr(errors, called_name(call), errors.QuizappError)
    kept = set(inspect.signature(kind).parameters)
    names = {keyword.arg for keyword in call.keywords}
    figures = frozenset(name for name in names if name is not None and name not in kept)
    return Raised(place, code, english, None if None in names else figures)


def english_figures(english: str) -> set[str]:
    """The names in the sentence, as `str.format_map` finds them."""
    fields = (field for _, field, _, _ in Formatter().parse(english) if field is not None)
    return {field.partition(".")[0].partition("[")[0] for field in fields}


RAISED = [raised for path in sorted(ROOT.rglob("*.py")) for raised in raised_in(path)]


def test_the_search_finds_errors_in_the_source() -> None:
    assert "unknown-language" in {raised.code for raised in RAISED}


@pytest.mark.parametrize("raised", RAISED, ids=lambda raised: f"{raised.place}:{raised.code}")
def test_an_error_has_every_figure_of_its_english_sentence(raised: Raised) -> None:
    if raised.figures is not None:
        assert english_figures(raised.english) <= raised.figures


@pytest.mark.parametrize("raised", RAISED, ids=lambda raised: f"{raised.place}:{raised.code}")
def test_an_error_has_a_korean_sentence_with_the_figures_of_the_english(raised: Raised) -> None:
    assert raised.code in KOREAN, f"write {raised.code!r} in quizapp/words/korean_errors.py"
    korean = {hole.source for hole in Template.parse(KOREAN[raised.code]).holes}
    assert korean == english_figures(raised.english)
