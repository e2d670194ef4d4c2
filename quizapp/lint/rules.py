"""What must hold of every variant, and of all variants of a question together."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from quizapp.bank import Calculated, Question, Severity
from quizapp.drawing import network_lines
from quizapp.generate import Variant
from quizapp.words import Text, phrase

_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


def faults_of_variant(variant: Variant) -> Iterator[tuple[str, Text]]:
    """Codes and sentences of what is wrong with one variant."""
    texts = [variant.prompt, *(option.text for option in variant.options)]
    for text in texts:
        if text.en and text.ko and not same_numbers(text.en, text.ko):
            yield "Q004", phrase("lint.numbers", en=text.en, ko=text.ko)
            break
    shown = [option.text.in_language("en") for option in variant.options]
    if len(set(shown)) != len(shown):
        yield "Q005", phrase("lint.same-options")
    if any(known.answer == variant.answer for known in variant.known_wrong):
        yield "Q006", phrase("lint.wrong-is-right")


def same_numbers(one: str, other: str) -> bool:
    """Whether two texts name the same numbers, in whatever order.

    Of a single digit either language may say the word: one-dimensional, 1차원.
    """
    long_one, short_one = _numbers(one)
    long_other, short_other = _numbers(other)
    return long_one == long_other and (short_one <= short_other or short_other <= short_one)


def _numbers(text: str) -> tuple[list[str], set[str]]:
    numbers = [number.replace(",", "") for number in _NUMBER.findall(text)]
    return sorted(n for n in numbers if len(n) > 1), {n for n in numbers if len(n) == 1}


def faults_of_template(
    question: Question, variants: Sequence[Variant]
) -> Iterator[tuple[str, Severity, Text]]:
    """Codes, severities and sentences of what is wrong with a question's variants together."""
    if not isinstance(question.task, Calculated):
        return
    answers: dict[tuple[str, ...], Any] = {}
    for variant in variants:
        seen = _as_seen(variant)
        if answers.setdefault(seen, variant.answer) != variant.answer:
            yield "Q007", "error", phrase("lint.reads-same", seed=variant.seed)
            break
    if question.vary and len(variants) > 1 and len({v.answer for v in variants}) == 1:
        yield "Q008", "warning", phrase("lint.constant", answer=str(variants[0].answer))


def _as_seen(variant: Variant) -> tuple[str, ...]:
    """All that a learner reads, in English."""
    networks = network_lines(variant.drawn.networks, variant.question.show, variant.hidden)
    return (variant.prompt.in_language("en"), *networks)
