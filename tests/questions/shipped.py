"""The variants of the shipped banks over some seeds.

``QUIZAPP_SEEDS`` says how many seeds a template gets, where few are not enough.
"""

import os
from functools import lru_cache
from typing import Any

from quizapp.bank import Calculated
from quizapp.generate import Variant, generate
from tests.shipped import QUESTIONS

SEEDS = int(os.environ.get("QUIZAPP_SEEDS", "6"))
MOST_KEPT = 12_000
"""Variants; of more seeds those of fewer questions are kept."""

CALCULATED = [key for key, question in QUESTIONS.items() if question.kind == "calculated"]
CHOICES = [key for key, question in QUESTIONS.items() if question.kind == "choice"]
OF_OTHER_KINDS = [key for key in QUESTIONS if key not in {*CALCULATED, *CHOICES}]


@lru_cache(maxsize=MOST_KEPT // SEEDS)
def variants(key: str) -> tuple[Variant, ...]:
    """The variants of all seeds; one whose two ways of computing disagree raises ProofError."""
    question = QUESTIONS[key]
    seeds = range(SEEDS) if question.vary else range(min(SEEDS, 3))
    return tuple(generate(question, seed, question.level) for seed in seeds)


@lru_cache(maxsize=MOST_KEPT // SEEDS)
def distinct(key: str) -> tuple[Variant, ...]:
    """One variant for each set of numbers and order of options that the seeds gave."""
    kept = {
        (tuple(variant.drawn.variables.items()), variant.options): variant
        for variant in variants(key)
    }
    return tuple(kept.values())


def task_of(key: str) -> Calculated:
    """What a calculated question asks for."""
    task = QUESTIONS[key].task
    assert isinstance(task, Calculated)
    return task


def typed(value: Any) -> str:
    """A value as it may be typed."""
    return "x".join(map(str, value)) if isinstance(value, tuple) else str(value)


def submission(variant: Variant, value: Any) -> str:
    """What is typed for a value: itself, or the place of the option that holds it."""
    if not variant.options:
        return typed(value)
    places = {option.value: place for place, option in enumerate(variant.options, 1)}
    return str(places[value])
