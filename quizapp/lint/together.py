"""What must hold of a question's variants together: each of them is fine, and yet …"""

from collections.abc import Iterator

from quizapp.bank import Calculated, Choice, Solve
from quizapp.drawing import network_lines
from quizapp.generate import Variant
from quizapp.lint.evenness import faults_of_places
from quizapp.lint.finding import Finding
from quizapp.lint.tried import Tried, right_of
from quizapp.lint.variables import faults_of_variables
from quizapp.words import LANGUAGES, Language, phrase, render

SELDOM = 0.02

SEEDS_A_VALUE = 12
"""A value of a variable with more values than seeds / 12 may miss by chance."""


def faults_together(tried: Tried) -> Iterator[Finding]:
    """What is wrong with all the variants of a question at a level."""
    yield from _reads_same(tried)
    constant = list(_constant(tried))
    # Where the answer never changes, no variable changes it: that is said once.
    yield from constant or faults_of_variables(tried)
    yield from _seldom(tried)
    yield from _never_shown(tried)
    yield from faults_of_places(tried)


def _reads_same(tried: Tried) -> Iterator[Finding]:
    """In a language, two variants that read the same and are answered differently."""
    if not isinstance(tried.question.task, Calculated | Choice | Solve):
        return
    for language in LANGUAGES:
        seen: dict[tuple[str, ...], Variant] = {}
        for variant in tried.variants:
            other = seen.setdefault(_as_read(variant, language), variant)
            if right_of(other) != right_of(variant):
                apart = [
                    f"{name} = {render(value)} / {render(variant.drawn.variables[name])}"
                    for name, value in other.drawn.variables.items()
                    if value != variant.drawn.variables[name]
                ]
                figures = {"spoken": language, "apart": ", ".join(apart)}
                yield Finding(
                    "Q007", phrase("lint.reads-same", **figures), path=("prompt", language)
                )
                return


def _as_read(variant: Variant, language: Language) -> tuple[str, ...]:
    """All that a learner reads of the question, options in no order."""
    networks = network_lines(variant.drawn.networks, variant.show, variant.hidden)
    options: list[str] = []
    if isinstance(variant.question.task, Choice):
        options = sorted(option.text.in_language(language) for option in variant.options)
    return (variant.prompt.in_language(language), *networks, *options)


def _constant(tried: Tried) -> Iterator[Finding]:
    if not (tried.question.vary and isinstance(tried.question.task, Calculated)):
        return
    variants = tried.variants
    if len(variants) > 1 and len({variant.answer for variant in variants}) == 1:
        answer = render(variants[0].answer)
        yield Finding("Q008", phrase("lint.constant", answer=answer), "warning", ("answer",))


def _seldom(tried: Tried) -> Iterator[Finding]:
    space = tried.space
    if tried.question.where is not None and space.share < SELDOM:
        share = f"{len(space.allowed):,} / {space.tried:,}"
        yield Finding("Q011", phrase("lint.seldom", share=share), "warning", ("where",))


def _never_shown(tried: Tried) -> Iterator[Finding]:
    question, space = tried.question, tried.space
    for name, values in question.space(space.level).items():
        met = {variant.drawn.variables[name] for variant in tried.by_seed}
        missing = [value for value in values if value not in met]
        if len(values) * SEEDS_A_VALUE > tried.seeds and space.is_whole:
            allowed = {variables[name] for variables in space.allowed}
            missing = [value for value in missing if value not in allowed]
        elif len(values) * SEEDS_A_VALUE > tried.seeds:
            continue
        if missing and tried.by_seed:
            listed = ", ".join(map(render, missing[:6])) + (" …" if len(missing) > 6 else "")
            figures = {"name": name, "values": listed}
            yield Finding("Q012", phrase("lint.never-shown", **figures), "warning", ("vary", name))
