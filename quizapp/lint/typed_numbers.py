"""Numbers typed into a text that a known mistake gives, where the calculator gives another."""

import re
from collections.abc import Iterator
from math import prod

from quizapp.bank import Calculated, Choice, Question, Sentence, Wording
from quizapp.calc import Network, Row, Trace, trace
from quizapp.calc.vocabulary import second_way
from quizapp.errors import ExpressionError, NetworkError
from quizapp.expressions import Expression, compile_expression
from quizapp.generate import Variant
from quizapp.lint.finding import Finding, Path
from quizapp.mistakes import Mistake, concerning, figures_at_parting, truth_of, wrong_answer
from quizapp.words import LANGUAGES, Hole, Text, phrase, render

LEAST = 100
"""Smaller numbers are sizes and counts of all sorts."""

_COUNTED = ("parameters", "macs", "flops", "elements")
_NUMBER = re.compile(r"(?<![A-Za-z0-9_.,])(?:\d{1,3}(?:,\d{3})+|\d{3,})(?![A-Za-z0-9_]|[.,]\d)")


def contradicted_numbers(variant: Variant) -> Iterator[Finding]:
    """Typed numbers that claim to be right and are a mistake's; the first in each text.

    Only fixed networks are looked at: what varies is filled in, not typed. A text that names the
    true number as well compares the two.
    """
    question, networks = variant.question, variant.drawn.networks
    if not networks or any(len(values) > 1 for values in question.vary.values()):
        return
    claims = [(path, typed) for path, sentence in _claims(question) if (typed := _typed(sentence))]
    if not claims:
        return
    slips = _slips(variant)
    right = {number for network in networks.values() for number in _right_numbers(network)}
    for path, typed in claims:
        for number, offset in typed.items():
            truth, why = slips.get(number, (number, Text()))
            if number not in right and truth not in (number, *typed):
                figures = {"typed": render(number), "value": render(truth), "why": why}
                yield Finding("Q027", phrase("lint.typed", **figures), "warning", path, offset)
                break


def _claims(question: Question) -> Iterator[tuple[Path, Sentence]]:
    """The sentences that say what is so; a wrong choice says what is not."""
    wordings: list[tuple[Path, Wording | None]] = [
        (("prompt",), question.prompt),
        (("because",), question.because),
        (("hint",), question.hint),
    ]
    if isinstance(question.task, Choice):
        for number, option in enumerate(question.task.options):
            if option.correct:
                wordings.append((("choices", number, "text"), option.text))
                wordings.append((("choices", number, "because"), option.because))
    for path, wording in wordings:
        for language in LANGUAGES if wording is not None else ():
            if wording is not None and language in wording.sentences:
                yield (*path, language), wording.sentences[language]


def _typed(sentence: Sentence) -> dict[int, int]:
    """The numbers of a text that are not filled in, each with its place in a text without holes."""
    segments = sentence.template.segments
    is_plain = not any(isinstance(each, Hole) for each in segments)
    found: dict[int, int] = {}
    for each in segments:
        for match in _NUMBER.finditer(each) if isinstance(each, str) else ():
            number = int(match[0].replace(",", ""))
            if number >= LEAST:
                found.setdefault(number, match.start() if is_plain else 0)
    return found


def _right_numbers(network: Network) -> Iterator[int]:
    """Whatever may be said of a network and its layers."""
    walked = trace(network, fields=False)
    measured: tuple[Trace | Row, ...] = (walked, *walked.rows)
    for each in measured:
        elements = prod(each.output_shape)
        yield from (each.parameters, each.buffers, each.macs, 2 * each.macs, elements)
        yield from each.output_shape


def _slips(variant: Variant) -> dict[int, tuple[int, Text]]:
    """What each mistake makes of each count: the true one, and the sentence that names it."""
    found: dict[int, tuple[int, Text]] = {}
    names = variant.drawn.names
    for expression in _asked(variant):
        try:
            truth = truth_of(expression, names)
        except (ExpressionError, NetworkError):
            continue
        for mistake in concerning(truth) if isinstance(truth.answer, int) else ():
            wrong = wrong_answer([mistake], expression, names)
            if isinstance(wrong, int) and wrong >= LEAST and wrong != truth.answer:
                why = _named(mistake, expression, variant, wrong)
                found.setdefault(wrong, (truth.answer, why))
    return found


def _asked(variant: Variant) -> Iterator[Expression]:
    task = variant.question.task
    if isinstance(task, Calculated):
        yield task.answer
    for name in variant.drawn.networks:
        for count in _COUNTED:
            yield compile_expression(f"{count}({name})", names=(name,), functions=second_way())


def _named(mistake: Mistake, expression: Expression, variant: Variant, wrong: int) -> Text:
    figures = figures_at_parting([mistake], expression, variant.drawn.names)
    answer = render(wrong)
    return Text(*(mistake.sentence(language, answer, figures) for language in LANGUAGES))
