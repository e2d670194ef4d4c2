"""A report as lines for people and as objects for programs."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from quizapp.bank import Problem
from quizapp.lint.check import Report
from quizapp.words import Language, say

MOST_WARNINGS = 10


def report_lines(
    report: Report, language: Language, *, excerpts: bool, every: bool
) -> Iterator[str]:
    """All errors, at most ten warnings (all with ``every``), a count a code, and the sum.

    ``excerpts`` adds the source line with a caret.
    """
    warnings = [problem for problem in report.problems if problem.severity == "warning"]
    shown = set(warnings if every else warnings[:MOST_WARNINGS])
    for problem in report.problems:
        if problem.severity == "error" or problem in shown:
            yield problem.line_text(language)
            if excerpts:
                yield from _excerpt(problem)
    if len(warnings) > len(shown):
        counts = Counter(problem.code for problem in warnings)
        listed = ", ".join(f"{code} × {count}" for code, count in sorted(counts.items()))
        yield say("lint.more-warnings", language, count=len(warnings) - len(shown), codes=listed)
    yield say(
        "lint.sum",
        language,
        files=report.files,
        questions=report.questions,
        errors=report.errors,
        warnings=report.warnings,
    )


def _excerpt(problem: Problem) -> list[str]:
    try:
        lines = Path(problem.file).read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return []
    return problem.excerpt(lines[problem.line - 1]) if problem.line <= len(lines) else []


def report_json(report: Report, between: Iterable[dict[str, Any]] = ()) -> Iterator[dict[str, Any]]:
    """An object a problem, what else there is, then one with the counts."""
    for problem in report.problems:
        yield {
            "file": problem.file,
            "line": problem.line,
            "column": problem.column,
            "code": problem.code,
            "severity": problem.severity,
            "message": problem.message.in_language("en"),
        }
    yield from between
    yield {
        "files": report.files,
        "questions": report.questions,
        "errors": report.errors,
        "warnings": report.warnings,
    }
