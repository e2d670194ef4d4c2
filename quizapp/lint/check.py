"""Reading banks and trying every question on many seeds."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from quizapp.bank import Library, Problem, Question, load_banks
from quizapp.errors import DrawError, ExpressionError, ProofError
from quizapp.generate import Variant, generate
from quizapp.lint.rules import faults_of_template, faults_of_variant
from quizapp.words import Text, error_text


@dataclass(frozen=True, slots=True)
class Report:
    """What was checked and what was found, errors and warnings in the order of their places."""

    files: int
    questions: int
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> int:
        """How many problems are errors."""
        return sum(problem.severity == "error" for problem in self.problems)

    @property
    def warnings(self) -> int:
        """How many problems are warnings."""
        return len(self.problems) - self.errors


def check(paths: Iterable[Path | str], seeds: int) -> Report:
    """Load the banks and try each question on seeds 1 to ``seeds``; one without variables once."""
    library = load_banks(paths)
    questions = [question for bank in library.banks for question in bank.questions]
    problems = list(library.problems)
    for question in questions:
        problems += question_problems(question, seeds)
    problems.sort(key=lambda p: (p.file, p.line, p.column, p.code))
    return Report(_files(library), len(questions), tuple(problems))


def _files(library: Library) -> int:
    named = {str(bank.file) for bank in library.banks} | {p.file for p in library.problems}
    return len(named)


def question_problems(question: Question, seeds: int) -> list[Problem]:
    """What is wrong with a question, each fault once with the first seed that shows it."""
    found: dict[str, Problem] = {}
    variants: list[Variant] = []
    for seed in range(1, (seeds if question.vary else 1) + 1):
        try:
            variant = generate(question, seed, question.level)
        except ProofError as error:
            _note(found, question, "Q001", error_text(error), seed)
            continue
        except DrawError as error:
            _note(found, question, "Q002", error_text(error), seed)
            break
        except ExpressionError as error:
            _note(found, question, "Q003", error_text(error), seed)
            break
        for code, text in faults_of_variant(variant):
            _note(found, question, code, text, seed)
        variants.append(variant)
    for code, severity, text in faults_of_template(question, variants):
        place = question.place
        message = _named(question, text)
        problem = Problem(place.file, place.line, place.column, code, severity, message)
        found.setdefault(code, problem)
    return list(found.values())


def _note(found: dict[str, Problem], question: Question, code: str, text: Text, seed: int) -> None:
    if code not in found:
        place = question.place
        shown = Text(f"{text.en} (seed {seed})", f"{text.ko} (시드 {seed})")
        found[code] = Problem(
            place.file, place.line, place.column, code, "error", _named(question, shown)
        )


def _named(question: Question, text: Text) -> Text:
    return Text(f"{question.id}: {text.en}", f"{question.id}: {text.ko}")
