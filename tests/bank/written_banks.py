"""Banks written for tests, the places marked in them, and what loading makes of them."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import Any

from quizapp.bank import Library, Question, load_banks
from quizapp.expressions import Expression


@dataclass(frozen=True, slots=True)
class Case:
    """A file that has one fault, and what is said of it."""

    message: str
    text: str


def asked(question: str, head: str = "") -> str:
    """A bank of one question."""
    lines = question.strip().split("\n")
    return f"bank: test\n{head}questions:\n  - " + "\n    ".join(lines) + "\n"


def with_fields(*fields: str) -> str:
    """A bank of one question that asks for k², with these fields more."""
    return asked("\n".join(["id: a", "vary: {k: [1, 3]}", "answer: k * k", *fields, "prompt: x"]))


def with_vary(vary: str) -> str:
    return asked(f"id: a\nvary: {{{vary}}}\nanswer: 1 + 1\nprompt: x")


def with_answer(answer: str) -> str:
    return asked(f"id: a\nanswer: {answer}\nnetwork: {NETWORK}\nprompt: x")


def with_prompt(prompt: str) -> str:
    return asked(f"id: a\nvary: {{k: [1, 3]}}\nanswer: k * k\nprompt: {prompt}")


def with_choices(*choices: str) -> str:
    return asked("\n".join(["id: a", *choices, "prompt: x"]))


def two_questions(first: str, second: str) -> str:
    questions = (f"  - {{{each}, answer: 1 + 1, prompt: x}}\n" for each in (first, second))
    return "bank: test\nquestions:\n" + "".join(questions)


NETWORK = '{input: [3, 32, 32], layers: ["Conv2d(3, 8, 3)"]}'
OTHER_CHOICE = "  - {text: y, correct: true}"


def problems_of(folder: Path, text: str) -> list[tuple[int, int, str, str]]:
    """The place, code and English words of every problem in a file of this text."""
    file = folder / "bank.yaml"
    file.write_text(text, encoding="utf-8")
    return [
        (each.line, each.column, each.code, each.message.en) for each in load_banks([file]).problems
    ]


def unmarked(text: str) -> tuple[str, int, int]:
    """The text without its mark, and the line and column that it marks."""
    before, mark, after = text.partition("▸")
    assert mark
    *above, line = before.split("\n")
    return before + after, len(above) + 1, len(line) + 1


def loaded(folder: Path, *texts: str) -> Library:
    """The library of files ``0.yaml``, ``1.yaml``, … with these texts."""
    files = []
    for number, text in enumerate(texts):
        files.append(folder / f"{number}.yaml")
        files[-1].write_text(text, encoding="utf-8")
    return load_banks(files)


def only_question(library: Library) -> Question:
    assert library.problems == ()
    ((question,),) = (bank.questions for bank in library.banks)
    return question


def described(value: Any) -> Any:
    """A value as plain data: an expression is its source, whichever closure runs it."""
    if isinstance(value, Expression):
        return value.source
    if isinstance(value, Question):
        names = [each.name for each in fields(value) if each.name != "read"]
        light = {name: described(getattr(value, name)) for name in names}
        return {**light, **described(value.body)}
    if is_dataclass(value):
        return {field.name: described(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return [(described(key), described(each)) for key, each in value.items()]
    return [described(each) for each in value] if isinstance(value, tuple) else value
