"""Verbs around a bank that is being written."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp.cli.streams import show

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizapp.words import Language

FINE = 0


def explain(options: argparse.Namespace, language: "Language") -> int:
    """What codes of ``check`` mean, each with a bad and a good example."""
    from quizapp.lint.explain import explanation_lines

    pages = [explanation_lines(code, language) for code in options.codes]
    for number, lines in enumerate(pages):
        show(*([""] if number else []), *lines)
    return FINE


def new(options: argparse.Namespace, language: "Language") -> int:
    """A bank to start from, and its schema beside it."""
    from quizapp.lint.new_bank import new_bank
    from quizapp.lint.schema import FILE
    from quizapp.words import say

    file = Path(options.file)
    written = new_bank(file)
    show(*(say("cli.written", language, path=str(path)) for path in written))
    if file.with_name(FILE) not in written:
        show(say("cli.schema-kept", language, path=str(file.with_name(FILE))))
    return FINE


def schema(_options: argparse.Namespace, _language: "Language") -> int:
    """The form of banks as a JSON Schema."""
    from quizapp.lint.new_bank import schema_text

    sys.stdout.write(schema_text())
    return FINE


def add_ids(files: "Iterable[Path]", language: "Language") -> None:
    """Write missing ids into banks, and say which."""
    from quizapp.lint.adding_ids import add_ids
    from quizapp.words import say

    for file in files:
        for id_ in add_ids(file):
            show(say("cli.id-added", language, path=str(file), id=id_))
