"""The verb that runs the code of questions, and the only one that does."""

import argparse
import sys
from typing import TYPE_CHECKING

from quizapp.cli.places import path_named
from quizapp.cli.streams import complain, show
from quizapp.errors import ExchangeError

if TYPE_CHECKING:
    from pathlib import Path

    from quizapp.exchange import CodeQuestion, Interpreter
    from quizapp.words import Language

FINE, WRONG = 0, 1


def pin(options: argparse.Namespace, language: "Language") -> int:
    """How far the outputs of a bank's code are pinned; with --run, pin those that are not.

    1 where one is left unpinned or stale, or could not be run.
    """
    from quizapp.exchange import Sandbox, code_questions
    from quizapp.words import say

    path = path_named(options.file)
    questions = code_questions(path)
    failed = False
    if options.run_code:
        asked = [each for each in questions if options.again or each.state != "pinned"]
        if asked:
            sandbox = Sandbox.open(options.python or sys.executable)
            ran = [_ran(path, question, sandbox, language) for question in asked]
            failed = not all(ran)
        questions = code_questions(path)
    if not questions:
        show(say("cli.pin-none", language, file=options.file))
    for question in questions:
        show(f"{options.file}:{question.line}: {_state(question, language)}")
    done = all(question.state in ("pinned", "by-hand") for question in questions)
    return FINE if done and not failed else WRONG


def _ran(
    path: "Path", question: "CodeQuestion", interpreter: "Interpreter", language: "Language"
) -> bool:
    """Whether the code of the question could be run and its output written down."""
    from quizapp.exchange import pin
    from quizapp.words import sentence

    try:
        pin(path, question, interpreter)
    except ExchangeError as error:
        complain(f"{path}:{question.line}: {question.name}: {sentence(error, language)}")
        return False
    return True


def _state(question: "CodeQuestion", language: "Language") -> str:
    from quizapp.words import say

    sets = (each.versions for each in question.pins)
    versions = "; ".join(", ".join(f"{n} {v}" for n, v in each.items()) for each in sets if each)
    state = say(f"cli.pin-{question.state}", language, name=question.name)
    return f"{state} ({versions})" if versions else state
