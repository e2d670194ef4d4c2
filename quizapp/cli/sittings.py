"""Verbs that practise."""

import argparse
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING

from quizapp import paths
from quizapp.cli.arguments import Run
from quizapp.cli.desk import desk_of, saving
from quizapp.cli.keeping import keep_backup
from quizapp.cli.places import complain_of_problems, library_of, now, questions_named, seed_of
from quizapp.cli.streams import end_on_signals, in_terminal, show, tell, typed_lines
from quizapp.collector import pause_collector
from quizapp.errors import UsageError

if TYPE_CHECKING:
    from quizapp.bank import Library, Question
    from quizapp.study import Verb, Wanted
    from quizapp.tui import Launch
    from quizapp.words import Language

FINE = 0


def home(options: argparse.Namespace, language: "Language") -> int:
    """The app."""
    code = _screens(options, language, None)
    keep_backup(language)
    return code


def practise(verb: "Verb") -> Run:
    """The verb of that kind of sitting, in screens or as lines."""

    def run(options: argparse.Namespace, language: "Language") -> int:
        code = (_lines if options.plain else _screens)(options, language, verb)
        keep_backup(language)
        return code

    return run


def _questions(library: "Library", options: argparse.Namespace) -> "list[Question]":
    """What is asked about: the questions named, or those about a network of one's own."""
    if getattr(options, "network", None) is None:
        return questions_named(library, options)
    from quizapp.cli.calculator import network_of
    from quizapp.study.own_network import questions_about

    return questions_about(network_of(options.network, options))


def _wanted(
    options: argparse.Namespace, verb: "Verb", pool: "Sequence[Question]", seed: int
) -> "Wanted":
    from quizapp.study import Wanted

    return Wanted(
        verb, tuple(pool), seed, options.count,
        exact=options.seed is not None, names=tuple(options.names),
        in_order=getattr(options, "network", None) is not None,
    )  # fmt: skip


def _lines(options: argparse.Namespace, language: "Language", verb: "Verb") -> int:
    from quizapp.plain import play
    from quizapp.study import BookmarkFile, begin
    from quizapp.words import say

    library = library_of(options)
    complain_of_problems(library, language)
    questions = _questions(library, options)
    end_on_signals()
    desk, notice = desk_of(options, library)
    if notice is not None:
        tell(notice, language)
    wanted = _wanted(options, verb, questions, seed_of(options))
    with ExitStack() as stack:
        if desk.learner.history is not None:
            stack.enter_context(desk.learner.history)
        bookmark = stack.enter_context(BookmarkFile(paths.bookmark_file()))
        sitting = begin(desk, wanted, bookmark)
        if sitting.steps:
            show(say("study.taken-up", language))
        if verb == "sprint":
            show(say("study.sprint", language))
        if sitting.item is None and not sitting.notices and verb in ("study", "cards", "mistakes"):
            show(say(f"study.none-{verb}", language))
        else:
            play(sitting, typed_lines(sys.stdin), sys.stdout, language)
    return FINE


def _screens(options: argparse.Namespace, language: "Language", verb: "Verb | None") -> int:
    """The app, or a sitting on its screens. Raises UsageError without a terminal."""
    if not in_terminal():
        raise UsageError(
            "no-terminal", "the screens need a terminal; `quizapp quiz --plain` works with pipes"
        )
    pause_collector()
    from quizapp.bank import Library
    from quizapp.history import Keeper
    from quizapp.study import BookmarkFile, Desk, Learner
    from quizapp.tui import Launch, run

    with ExitStack() as stack:
        bookmark = stack.enter_context(BookmarkFile(paths.bookmark_file()))
        opening = Launch(
            Library((), ()),
            Desk(Learner(None, options.profile), Keeper(None), now, {}),
            language,
            seed_of(options),
            settings=options.settings,
            save=saving(options.profile),
            bookmark=bookmark,
            journals=paths.journals_folder(),
        )
        return run(replace(opening, load=lambda: _loaded(options, opening, verb, stack)))


def _loaded(
    options: argparse.Namespace, opening: "Launch", verb: "Verb | None", stack: ExitStack
) -> "Launch":
    """The launch with its banks and the history, which the stack closes."""
    from quizapp.words import error_text

    library = library_of(options)
    questions = None if verb is None else _questions(library, options)
    desk, notice = desk_of(options, library)
    if desk.learner.history is not None:
        stack.enter_context(desk.learner.history)
    wanted = None
    if verb is not None and questions is not None:
        wanted = _wanted(options, verb, questions, opening.seed)
    notices = () if notice is None else (error_text(notice),)
    return replace(opening, library=library, desk=desk, wanted=wanted, notices=notices, load=None)
