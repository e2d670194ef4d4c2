"""Values for unknowns judged by the condition they have to fulfil."""

import re
from collections.abc import Mapping

from quizapp.bank import Solve
from quizapp.calc.vocabulary import FirstWay
from quizapp.errors import ExpressionError, NetworkError
from quizapp.generate import SolveAsked, Variant
from quizapp.generate.asked import values_text
from quizapp.generate.drawn import fulfils
from quizapp.grade.reading import MOST_CHARACTERS, Answer, folded, read_number
from quizapp.grade.verdict import Part, Verdict
from quizapp.words import Text, phrase, render

_NAMED = re.compile(r"([a-z][a-z0-9_]{0,31})\s*[=:]\s*([^\s,;=]+)")


def judge_solve(variant: Variant, task: Solve, asked: SolveAsked, submission: str) -> Verdict:
    """``p=1 s=2``, or the values in the order asked; every solution is right."""
    values = read_values(asked, submission)
    shown = asked.shown
    if isinstance(values, Text):
        return Verdict("unreadable", "", shown, values)
    read_as = values_text(values)
    right = fulfils(
        variant.question, task, {**variant.drawn.variables, **values}, FirstWay().functions
    )
    parts = tuple(Part(name, render(value), right) for name, value in values.items())
    if right:
        return Verdict("correct", read_as, shown, Text(), parts=parts)
    return Verdict("wrong", read_as, shown, _came_to(variant, task, values), parts=parts)


def read_values(asked: SolveAsked, submission: str) -> dict[str, int] | Text:
    """A value for each unknown, each within its range; else what is wanted."""
    text = folded(submission[:MOST_CHARACTERS])
    names = {name.lower(): name for name in asked.unknowns}
    named = _NAMED.findall(text)
    if named:
        if _NAMED.sub("", text).strip(" ,;") or any(name not in names for name, _ in named):
            return _wanted(asked)
        words = {names[name]: word for name, word in named}
    else:
        pieces = [piece for piece in re.split(r"[\s,;]+", text.strip("()[]")) if piece]
        if len(pieces) != len(asked.unknowns):
            return _wanted(asked)
        words = dict(zip(asked.unknowns, pieces, strict=True))
    values: dict[str, int] = {}
    for name, allowed in asked.unknowns.items():
        read = read_number(words.get(name, ""))
        if not isinstance(read, Answer) or not isinstance(read.value, int):
            return _wanted(asked)
        if read.value not in allowed:
            return phrase(
                "verdicts.unreadable-range", name=name, least=min(allowed), most=max(allowed)
            )
        values[name] = read.value
    return values


def _came_to(variant: Variant, task: Solve, values: Mapping[str, int]) -> Text:
    """What the sides of the condition come to with these values, where it has such."""
    names = {**variant.drawn.variables, **values}
    try:
        networks = {n: t.fill(names) for n, t in variant.question.networks.items()}
        found = [
            (side.source, side.evaluate({**names, **networks}, FirstWay().functions))
            for side in task.sides
        ]
    except (NetworkError, ExpressionError):
        return phrase("verdicts.solve-impossible")
    if not found:
        return Text()
    what = ", ".join(f"{source} = {render(value)}" for source, value in found)
    return phrase("verdicts.solve-comes-to", what=what)


def _wanted(asked: SolveAsked) -> Text:
    example = " ".join(f"{name}={allowed[0]}" for name, allowed in asked.unknowns.items())
    return phrase("verdicts.unreadable-solve", example=example)
