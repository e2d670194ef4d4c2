"""Verbs for those who write banks, and for other programs."""

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from quizapp import paths
from quizapp.cli.places import bank_paths, complain_of_problems, library_of, path_named
from quizapp.cli.streams import complain, show, typed_lines
from quizapp.errors import UsageError

if TYPE_CHECKING:
    from quizapp.generate import Variant
    from quizapp.generate.signature import Signature
    from quizapp.lint import Report
    from quizapp.words import Language

FINE, WRONG = 0, 1


def list_banks(options: argparse.Namespace, language: "Language") -> int:
    """The banks, and how many questions each has."""
    from quizapp.words import cell_width, fit, say

    library = library_of(options)
    titles = [bank.title.in_language(language) for bank in library.banks]
    ids = max((cell_width(bank.id) for bank in library.banks), default=0)
    width = max(map(cell_width, titles), default=0)
    for bank, title in zip(library.banks, titles, strict=True):
        count = say("cli.questions", language, count=len(bank.questions))
        show(f"{fit(bank.id, ids)}  {fit(title, width)}  {count}")
    complain_of_problems(library, language)
    return WRONG if any(p.severity == "error" for p in library.problems) else FINE


def check(options: argparse.Namespace, language: "Language") -> int:
    """Everything wrong with banks; 1 where an error is found, a file that is not there too."""
    from quizapp.lint import check, report_json, report_lines

    if options.add_ids:
        from quizapp.cli.writing import add_ids

        if not options.files:
            raise UsageError("add-ids-to", "--add-ids needs the files to write to")
        add_ids([path_named(name) for name in options.files], language)
    named = [*options.files, *options.bank]
    report = check(named or bank_paths(options), seeds=options.seeds)
    figures = []
    if options.report:
        from quizapp.lint.figures import figures_of
        from quizapp.lint.figures_pages import figures_json, figures_lines

        figures = figures_of(report.banks)
    if options.json:
        more = figures_json(figures) if options.report else ()
        show(*(json.dumps(line, ensure_ascii=False) for line in report_json(report, more)))
        return _exit_code(report, strict=options.strict)
    show(*report_lines(report, language, excerpts=sys.stdout.isatty(), every=options.all))
    if options.report:
        show("", *figures_lines(figures, language))
    return _exit_code(report, strict=options.strict)


def _exit_code(report: "Report", *, strict: bool) -> int:
    return WRONG if report.errors or (strict and report.warnings) else FINE


def generate(options: argparse.Namespace, language: "Language") -> int:
    """Variants of a question or of all of a bank, or the one that a signature names."""
    from quizapp.generate import generate, lines_of
    from quizapp.generate.json_form import variant_json
    from quizapp.generate.signature import signature_in
    from quizapp.plain.pages import variant_page
    from quizapp.study import selected

    signature = signature_in(options.name)
    name, first, level = options.name, options.seed, options.level
    if signature is not None:
        name, first, level = signature.key, signature.seed, signature.level
    for question in selected(library_of(options), [name]):
        for seed in range(first, first + options.count):
            variant = generate(question, seed, level)
            if signature is not None and seed == first:
                _complain_of_changes(signature, variant, language)
            if options.json:
                show(json.dumps(variant_json(variant), ensure_ascii=False))
            else:
                show(*variant_page(variant, lines_of(variant), language))
    return FINE


def _complain_of_changes(signature: "Signature", variant: "Variant", language: "Language") -> None:
    """Say where question or generator are no longer those of the signature."""
    from quizapp.generate import GENERATOR
    from quizapp.words import say

    if signature.revision != variant.question.revision:
        complain(say("cli.other-revision", language, question=signature.key))
    if signature.generator != GENERATOR:
        figures = {"then": str(signature.generator), "now": str(GENERATOR)}
        complain(say("cli.other-generator", language, **figures))


def grade(options: argparse.Namespace, _language: "Language") -> int:
    """Verdicts for the submissions on standard input."""
    from quizapp.generate import generate
    from quizapp.grade import grade
    from quizapp.grade.json_form import verdict_json

    library = library_of(options)
    for number, line in enumerate(typed_lines(sys.stdin), 1):
        if not line.strip():
            continue
        asked = _object_in(line, number)
        question = library.question(asked["id"])
        if question is None:
            raise UsageError(
                "grade-question",
                "line {number}: no question is called {key}; `quizapp list` shows the banks",
                number=number, key=asked["id"],
            )  # fmt: skip
        variant = generate(question, asked["seed"], asked["level"])
        verdict = grade(variant, str(asked["submission"]))
        show(json.dumps(verdict_json(variant, verdict), ensure_ascii=False))
    return FINE


def _object_in(line: str, number: int) -> dict[str, Any]:
    """A line's object, at level 1 unless it says otherwise. Raises UsageError with its place."""
    from quizapp.words import phrase

    try:
        read = json.loads(line)
    except (ValueError, RecursionError):
        read = None
    has_all = isinstance(read, dict) and read.keys() >= {"id", "seed", "submission"}
    if not has_all or not isinstance(read["id"], str):
        raise UsageError(
            "grade-line",
            'line {number} is not an object such as {{"id": "bank/question", "seed": 1, '
            '"level": 1, "submission": "73728"}}',
            number=number,
        )
    asked: dict[str, Any] = {"level": 1, **read}
    for key, fits in _FITS.items():
        if isinstance(asked[key], bool) or not fits(asked[key]):
            raise UsageError(
                "grade-key", "line {number}: `{key}` is {form}, not {value}",
                number=number, key=key, form=phrase(f"cli.grade-{key}"),
                value=json.dumps(asked[key], ensure_ascii=False),
            )  # fmt: skip
    return asked


_FITS: Mapping[str, Callable[[object], bool]] = {
    "seed": lambda value: isinstance(value, int),
    "level": lambda value: isinstance(value, int) and value in range(1, 5),
    "submission": lambda value: isinstance(value, str | int | float),
}


def where(_options: argparse.Namespace, language: "Language") -> int:
    """Where banks, history and settings lie."""
    from quizapp.words import say

    show(
        say("cli.where-shipped", language, path=str(paths.shipped_banks())),
        say("cli.where-user", language, path=str(paths.user_banks())),
        *(say("cli.where-listed", language, path=str(path)) for path in paths.listed_banks()),
        say("cli.where-history", language, path=str(paths.history_file())),
        say("cli.where-settings", language, path=str(paths.settings_file())),
        say("cli.where-kept", language, path=str(paths.kept_banks())),
    )
    return FINE
