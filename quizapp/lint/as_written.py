"""What is wrong with a question as it is written, whatever its numbers are."""

import re
from collections.abc import Iterator
from itertools import pairwise

from quizapp.bank import Calculated, Choice, Question, Sentence, Severity, Wording
from quizapp.generate import Variant
from quizapp.lint.finding import Finding
from quizapp.lint.typed_numbers import contradicted_numbers
from quizapp.lint.wordings import wordings_of
from quizapp.words import LANGUAGES, Hole, Language, cell_width, phrase

LONGER = 1.6
"""A right choice so many times as long as the longest wrong one gives itself away …"""

LONGER_BY = 16
"""… if it is also longer by so many columns."""

_PARTICLE = re.compile(
    r"(?:은|는|이|가|을|를|와|과|(?:으로|로)(?:는|도|만|써|부터)?)(?![가-힣A-Za-z0-9])"
)
_HANGUL = re.compile(r"[가-힣]")
_CODE = re.compile(r"`[^`]*`")
_WORD = re.compile(r"(?<![\w.])[A-Za-z][a-z]+(?![\w(=.]\S)")
_WORDS_OF_A_SENTENCE = 3
_CATCH_ALL = re.compile(
    r"\b(?:all|none|both|any|neither) of (?:the )?(?:above|these|them|those)\b"
    r"|위의? (?:모두|것 모두|보기 모두)|모두 (?:맞|정답|옳)"
    r"|답이? 없(?:음|다|어요|습니다)|해당 없음",
    re.IGNORECASE,
)


def faults_as_written(
    question: Question, variant: Variant | None, *, shipped: bool
) -> Iterator[Finding]:
    """What can be said of the text; of a ``variant`` too where there is one.

    What the shipped banks must have is an error in them, and a warning elsewhere.
    """
    demanded: Severity = "error" if shipped else "warning"
    if question.source is None:
        yield Finding("Q021", phrase("lint.no-source"), demanded)
    yield from _unexplained(question, demanded)
    yield from _missing_languages(question, demanded)
    yield from _fixed_particles(question)
    yield from _unused_networks(question)
    if variant is not None:
        yield from _give_aways(variant)
        yield from contradicted_numbers(variant)


def _unexplained(question: Question, severity: Severity) -> Iterator[Finding]:
    if not isinstance(question.task, Choice):
        return
    for number, option in enumerate(question.task.options):
        if not option.correct and option.because is None:
            yield Finding("Q022", phrase("lint.no-because"), severity, ("choices", number))


def _missing_languages(question: Question, severity: Severity) -> Iterator[Finding]:
    """The first text of each language that is missing somewhere."""
    said: set[Language] = set()
    for path, wording in wordings_of(question):
        for language in _missing(wording):
            if language not in said:
                said.add(language)
                yield Finding("Q023", phrase(f"lint.no-{language}"), severity, path)


def _missing(wording: Wording) -> list[Language]:
    """The languages a text is not written in; one string for both is of one, if it has words."""
    written = list(wording.sentences.values())
    if len(written) < len(LANGUAGES):
        return [language for language in LANGUAGES if language not in wording.sentences]
    if written[0] is not written[1]:
        return []
    text = _CODE.sub(" ", _literal(written[0]))
    if _HANGUL.search(text):
        return ["en"]
    return ["ko"] if len(_WORD.findall(text)) >= _WORDS_OF_A_SENTENCE else []


def _literal(sentence: Sentence) -> str:
    segments = sentence.template.segments
    return "".join("0" if isinstance(each, Hole) else each for each in segments)


def _fixed_particles(question: Question) -> Iterator[Finding]:
    """Particles typed behind a hole, where the number decides which is right."""
    for path, wording in wordings_of(question):
        korean = wording.sentences.get("ko")
        segments = korean.template.segments if korean is not None else ()
        for hole, after in pairwise(segments):
            if not isinstance(hole, Hole) or hole.particle is not None or isinstance(after, Hole):
                continue
            found = _PARTICLE.match(after)
            if found is not None:
                figures = {"hole": hole.source, "particle": found[0], "pair": _pair_of(found[0])}
                text = phrase("lint.particle", **figures)
                yield Finding("Q028", text, "warning", (*path, "ko"), hole.column)


def _pair_of(particle: str) -> str:
    pairs = ("은/는", "이/가", "을/를", "과/와")
    return next((pair for pair in pairs if particle in pair.split("/")), "으로/로")


def _unused_networks(question: Question) -> Iterator[Finding]:
    if question.show != "none" or question.kind in ("trace", "solve"):
        return
    task = question.task
    used = set(task.answer.names) if isinstance(task, Calculated) else set()
    if isinstance(task, Calculated):
        used.update(*(own.answer.names for own in task.mistakes))
    for name in question.networks:
        if name not in used:
            path = ("network",) if name == "network" else ("networks", name)
            yield Finding("Q024", phrase("lint.unused-network", name=name), "warning", path)


def _give_aways(variant: Variant) -> Iterator[Finding]:
    """Choices that can be told without knowing anything."""
    task = variant.question.task
    if not isinstance(task, Choice):
        return
    for number, option in enumerate(task.options):
        sentences = option.text.sentences.values()
        if any(_CATCH_ALL.search(_literal(each)) for each in sentences):
            yield Finding("Q026", phrase("lint.catch-all"), "warning", ("choices", number))
    right = [option.text for option in variant.options if option.correct]
    wrong = [option.text for option in variant.options if not option.correct]
    if len(right) != 1 or len(wrong) < 2:
        return
    for language in LANGUAGES:
        width = cell_width(right[0].in_language(language))
        longest = max(cell_width(text.in_language(language)) for text in wrong)
        if width > LONGER * longest and width >= longest + LONGER_BY:
            number = next(n for n, option in enumerate(task.options) if option.correct)
            text = phrase("lint.longer", width=width, longest=longest)
            yield Finding("Q025", text, "warning", ("choices", number))
            return
