"""Which slip leads to exactly the number that was typed? One, several that tie, a pair, or none."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from math import prod
from typing import Any

from quizapp.bank import Calculated
from quizapp.expressions import ARITHMETIC
from quizapp.generate import Variant
from quizapp.grade.verdict import Diagnosis
from quizapp.mistakes import (
    BY_ID,
    concerning,
    figures_at_parting,
    way_of,
    wrong_answer,
)
from quizapp.words import LANGUAGES, Text, phrase, render

LEAST_FOR_PAIRS = 100
"""Under this two slips together hit too many numbers by chance."""


MOST_NAMED = 3
"""Of slips that tie; more would be a list and no help."""


def diagnose(variant: Variant, value: Any) -> Diagnosis:
    """The slips that give this wrong value of a calculated variant."""
    for known in variant.known_wrong:
        if known.answer == value:
            return _named(variant, known.mistakes, value)
    pairs = tuple(_pairs(variant, value))
    if pairs:
        return _named(variant, pairs, value)
    if _typing_slip(value, variant.answer):
        return Diagnosis((), phrase("verdicts.check-digits"))
    return Diagnosis()


def _named(variant: Variant, ids: tuple[str, ...], value: Any) -> Diagnosis:
    if len(ids) > 1:
        return Diagnosis(ids, _tie_text(ids, value))
    task = variant.question.task
    own = {own.id: own for own in task.mistakes} if isinstance(task, Calculated) else {}
    if ids[0] in own:
        names = variant.drawn.variables
        because = own[ids[0]].because.fill(lambda hole: hole.evaluate(names, ARITHMETIC))
        return Diagnosis(ids, because)
    mistakes = [BY_ID[id_] for id_ in ids[0].split("+")]
    if len(mistakes) == 2:
        one, other = (mistake.way for mistake in mistakes)
        answer = render(value)
        return Diagnosis(ids, phrase("verdicts.two-slips", answer=answer, one=one, other=other))
    figures = figures_at_parting(mistakes, _expression(variant), variant.drawn.names)
    answer = render(value)
    sentences = [mistakes[0].sentence(language, answer, figures) for language in LANGUAGES]
    return Diagnosis(ids, Text(*sentences))


def _tie_text(ids: tuple[str, ...], value: Any) -> Text:
    """That several slips lead here, and the first of them by name."""
    more = "; …" if len(ids) > MOST_NAMED else ""
    ways = [
        "; ".join(way_of(id_, language) for id_ in ids[:MOST_NAMED]) + more
        for language in LANGUAGES
    ]
    count = len(ids)
    return phrase("verdicts.several-slips", answer=render(value), count=count, ways=Text(*ways))


def _pairs(variant: Variant, value: Any) -> Iterator[str]:
    """Two mistakes of different rules that together give the value."""
    truth = variant.drawn.truth
    size = prod(variant.answer) if isinstance(variant.answer, tuple) else variant.answer
    if truth is None or size < LEAST_FOR_PAIRS:
        return
    answer, names = _expression(variant), variant.drawn.names
    applying = [
        mistake
        for mistake in concerning(truth)
        if wrong_answer([mistake], answer, names) is not None
    ]
    for one, other in combinations(applying, 2):
        apart = one.replaces.keys().isdisjoint(other.replaces)
        if apart and wrong_answer([one, other], answer, names) == value:
            yield f"{one.id}+{other.id}"


def _expression(variant: Variant) -> Any:
    task = variant.question.task
    return task.answer if isinstance(task, Calculated) else None


def _typing_slip(value: Any, truth: Any) -> bool:
    """A factor of ten, one digit, or two neighbours exchanged, in numbers over a hundred."""
    if not (isinstance(value, int) and isinstance(truth, int)) or min(value, truth) < 100:
        return False
    if Fraction(value, truth) in (10, Fraction(1, 10)):
        return True
    one, other = str(value), str(truth)
    if len(one) != len(other):
        return False
    apart = [place for place in range(len(one)) if one[place] != other[place]]
    if len(apart) == 2 and apart[1] == apart[0] + 1:
        return one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]]
    return len(apart) == 1 and len(one) >= 4
