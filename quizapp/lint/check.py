"""Reading banks and trying every question: all its combinations where they are few, else seeds."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from quizapp import paths
from quizapp.bank import Bank, Library, Problem, Question, load_banks
from quizapp.errors import DrawError, ExpressionError, NetworkError, ProofError, QuizappError
from quizapp.frozen import dataclass
from quizapp.generate import Variant, generate
from quizapp.generate.drawn import filled
from quizapp.generate.variant import variant_of
from quizapp.lint.as_written import faults_as_written
from quizapp.lint.finding import Finding
from quizapp.lint.places import Places
from quizapp.lint.space import Space, levels_of, space_of
from quizapp.lint.together import faults_together
from quizapp.lint.tried import Tried
from quizapp.lint.variants import faults_of_variant
from quizapp.words import Text, error_text, phrase, render

SEEDS = 500
LEAST_SEEDS = 20
LEAST_SEEDS_OF_OPTIONS = 100
"""Seeds that a proved space still gets, for what only seeds decide: places and ranks."""

TURNS = 14
"""Seeds for each value of each variable; all but one in a million are then met."""

_BROKEN = {ProofError: "Q001", DrawError: "Q002", ExpressionError: "Q003", NetworkError: "Q003"}


@dataclass(frozen=True, slots=True)
class Report:
    """What was checked and what was found, errors and warnings in the order of their places."""

    files: int
    questions: int
    problems: tuple[Problem, ...]
    banks: tuple[Bank, ...] = ()
    """Those that could be read."""

    @property
    def errors(self) -> int:
        """How many problems are errors."""
        return sum(problem.severity == "error" for problem in self.problems)

    @property
    def warnings(self) -> int:
        """How many problems are warnings."""
        return len(self.problems) - self.errors


def check(paths: Iterable[Path | str], seeds: int = SEEDS) -> Report:
    """Load the banks and try each question; ``seeds`` where its numbers are too many to try all."""
    library = load_banks(paths)
    questions = [question for bank in library.banks for question in bank.questions]
    problems = list(library.problems)
    places = Places()
    for question in questions:
        problems += question_problems(question, seeds, places)
    problems.sort(key=lambda p: (p.file, p.line, p.column, p.code))
    return Report(_files(library), len(questions), tuple(problems), library.banks)


def _files(library: Library) -> int:
    named = {str(bank.file) for bank in library.banks} | {p.file for p in library.problems}
    return len(named)


def question_problems(question: Question, seeds: int, places: Places) -> list[Problem]:
    """What is wrong with a question, each fault once, with a seed or the numbers that show it."""
    notes = _Notes(question)
    first: Variant | None = None
    for level in levels_of(question):
        notes.level = level
        tried = _tried(question, space_of(question, level), seeds, notes)
        first = first or next(iter(tried.variants), None)
        if tried.variants:
            notes.add_all(faults_together(tried))
    notes.level = question.level
    shipped = _is_shipped(question)
    notes.add_all(faults_as_written(question, first, shipped=shipped))
    return notes.problems(places)


def _is_shipped(question: Question) -> bool:
    return Path(question.place.file).resolve().parent == paths.shipped_banks().resolve()


class _Notes:
    """The findings of one question, each code once a part; with a seed rather than without."""

    def __init__(self, question: Question) -> None:
        self.question = question
        self.level = question.level
        self._found: dict[tuple[Any, ...], tuple[Finding, str, Text]] = {}

    def add_all(self, findings: Iterable[Finding]) -> None:
        """Note what no single variant shows."""
        for finding in findings:
            self._found.setdefault(self._key(finding), (finding, "", Text()))

    def add(self, finding: Finding, variables: Any, seed: int | None) -> None:
        """Note what a variant shows; a seed can be looked at, numbers can only be read."""
        key = self._key(finding)
        known = self._found.get(key)
        if known is None or (seed is not None and known[1] == "numbers"):
            shown = self._seen_with(variables, seed)
            self._found[key] = finding, "seed" if seed is not None else "numbers", shown

    def _key(self, finding: Finding) -> tuple[Any, ...]:
        # Of what every variant may show, one is enough; of what is written, each place counts.
        return finding.code, finding.path, finding.offset

    def _seen_with(self, variables: Any, seed: int | None) -> Text:
        if seed is None:
            listed = ", ".join(f"{name} = {render(value)}" for name, value in variables.items())
            return Text(listed, listed)
        if self.question.levels:
            return phrase("lint.seed-at-level", seed=str(seed), level=self.level)
        return phrase("lint.seed", seed=str(seed))

    def problems(self, places: Places) -> list[Problem]:
        """Each finding at its place."""
        return [self._problem(*found, places) for found in self._found.values()]

    def _problem(self, finding: Finding, _kind: str, shown: Text, places: Places) -> Problem:
        place = places.of(self.question, finding)
        message = Text(
            *(
                f"{self.question.id}: {text}" + (f" ({seen})" if seen else "")
                for text, seen in (
                    (finding.message.en, shown.en), (finding.message.ko, shown.ko),
                )
            )
        )  # fmt: skip
        severity = finding.severity
        return Problem(place.file, place.line, place.column, finding.code, severity, message)


def _tried(question: Question, space: Space, seeds: int, notes: _Notes) -> Tried:
    """The variants of a question at a level; whatever is wrong with one of them is noted."""
    whole = list(_whole(question, space, notes)) if space.is_small else []
    known = {_numbers(variant): list(faults_of_variant(variant)) for variant in whole}
    for variant in whole:
        for finding in known[_numbers(variant)]:
            notes.add(finding, variant.drawn.variables, None)
    by_seed: list[Variant] = []
    for variant in _by_seed(question, space, seeds, whole, notes):
        by_seed.append(variant)
        found = known.get(_numbers(variant))
        if found is None:
            found = known[_numbers(variant)] = list(faults_of_variant(variant))
        for finding in found:
            notes.add(finding, variant.drawn.variables, variant.seed)
    return Tried(question, space, whole, by_seed, seeds)


def _whole(question: Question, space: Space, notes: _Notes) -> Iterator[Variant]:
    """A variant of every combination that gives one, options as some seed has them."""
    for number, variables in enumerate(space.allowed, 1):
        try:
            drawn = filled(question, variables)
        except (ExpressionError, NetworkError):
            continue  # never drawn; `generate` says so where nothing else is left
        if drawn is None:
            continue
        try:
            yield variant_of(question, number, space.level, drawn)
        except (ProofError, ExpressionError, NetworkError) as error:
            notes.add(Finding(_code_of(error), error_text(error)), variables, None)


def _code_of(error: QuizappError) -> str:
    return next(code for kind, code in _BROKEN.items() if isinstance(error, kind))


def _by_seed(
    question: Question, space: Space, seeds: int, whole: list[Variant], notes: _Notes
) -> Iterator[Variant]:
    """The variants of seeds 1, 2, …; where all is proved, only until each value has been met."""
    least = LEAST_SEEDS_OF_OPTIONS if whole and whole[0].options else LEAST_SEEDS
    varied = {name: each for name, each in question.space(space.level).items() if len(each) > 1}
    unmet = {(name, variant.drawn.variables[name]) for variant in whole for name in varied}
    # A seed holds on to one value of one variable: after so many, each has had its turn.
    turns = TURNS * len(varied) * max(map(len, varied.values()), default=0)
    for seed in range(1, seeds + 1):
        if space.is_small and whole and seed > (max(least, turns) if unmet else least):
            return
        try:
            variant = generate(question, seed, space.level)
        except (ProofError, DrawError, ExpressionError, NetworkError) as error:
            notes.add(Finding(_code_of(error), error_text(error)), {}, seed)
            if not isinstance(error, ProofError):
                return
            continue
        unmet -= set(variant.drawn.variables.items())
        yield variant


def _numbers(variant: Variant) -> tuple[Any, ...]:
    return tuple(variant.drawn.variables.items())
