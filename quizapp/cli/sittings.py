"""Verbs that practise."""

import argparse
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizapp.cli.places import (
    complain_of_problems,
    library_of,
    now,
    open_history,
    questions_named,
    seed_of,
)
from quizapp.cli.streams import (
    end_on_signals,
    in_terminal,
    tell,
    typed_lines,
)
from quizapp.errors import UsageError

if TYPE_CHECKING:
    from quizapp.bank import Question
    from quizapp.words import Language

FINE = 0


def home(options: argparse.Namespace, language: "Language") -> int:
    """The app."""
    return screens(options, language, None)


def quiz(options: argparse.Namespace, language: "Language") -> int:
    """A quiz, in screens or as lines."""
    library = library_of(options)
    if options.plain:
        complain_of_problems(library, language)
    questions = questions_named(library, options)
    if not options.plain:
        return screens(options, language, questions)
    from quizapp.plain import play
    from quizapp.study import Sitting, quiz_questions

    end_on_signals()
    seed = seed_of(options)
    keeper, past, notice = open_history(options.profile)
    if notice is not None:
        tell(notice, language)
    sitting = Sitting(
        quiz_questions(questions, options.count, seed),
        seed,
        keeper=keeper,
        clock=now,
        past=past,
        profile=options.profile,
    )
    play(sitting, typed_lines(sys.stdin), sys.stdout, language)
    return FINE


def screens(
    options: argparse.Namespace, language: "Language", questions: "Sequence[Question] | None"
) -> int:
    """The app, or a quiz on its screens. Raises UsageError without a terminal."""
    if not in_terminal():
        raise UsageError(
            "no-terminal", "the screens need a terminal; `quizapp quiz --plain` works with pipes"
        )
    from quizapp.tui import Launch, run
    from quizapp.words import error_text

    keeper, past, notice = open_history(options.profile)
    return run(
        Launch(
            library=library_of(options),
            keeper=keeper,
            clock=now,
            past=past,
            language=language,
            seed=seed_of(options),
            questions=None if questions is None else tuple(questions),
            count=options.count,
            notices=() if notice is None else (error_text(notice),),
            profile=options.profile,
        )
    )
