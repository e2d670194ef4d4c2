"""The verb that practises in a group."""

import argparse
import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING

from quizapp import paths
from quizapp.cli.desk import desk_of, saving
from quizapp.cli.keeping import keep_backup
from quizapp.cli.places import complain_of_problems, library_of, questions_named, seed_of
from quizapp.cli.streams import end_on_signals, in_terminal, tell, typed_lines
from quizapp.errors import UsageError

if TYPE_CHECKING:
    from quizapp.bank import Library
    from quizapp.peers import Gathering, Wish
    from quizapp.study import Desk
    from quizapp.words import Language

FINE = 0


def peers(options: argparse.Namespace, language: "Language") -> int:
    """Rounds of private votes, talks and revotes, at one keyboard or at everyone's own."""
    if not options.plain and not in_terminal():
        raise UsageError(
            "peers-no-terminal",
            "a group needs a terminal to type at; `quizapp peers --plain` works with pipes",
        )
    from quizapp.peers import Wish, group_of

    wish = Wish(
        group_of(options.people) if options.people else (),
        options.kind,
        options.rounds,
        options.seed,
        options.apart,
        tuple(options.names),
    )
    wish.check()
    library = library_of(options)
    if wish.topics:
        # For what it refuses: a name that means nothing.
        questions_named(library, options)
    code = (_lines if options.plain else _screens)(options, language, library, wish)
    keep_backup(language)
    return code


def _lines(
    options: argparse.Namespace, language: "Language", library: "Library", wish: "Wish"
) -> int:
    from dataclasses import replace

    from quizapp.peers import LEAST_PEOPLE, MOST_PEOPLE, group_of, names_typed
    from quizapp.plain.masked import typing_of
    from quizapp.plain.peers import play_together
    from quizapp.words import say

    end_on_signals()
    complain_of_problems(library, language)
    typing = typing_of(typed_lines(sys.stdin), sys.stdout)
    if not wish.people:
        asked = say("peers.who", language, least=LEAST_PEOPLE, most=MOST_PEOPLE)
        wish = replace(wish, people=group_of(names_typed(typing.line(asked + "> ") or "")))
    desk, notice = desk_of(options, library)
    if notice is not None:
        tell(notice, language)
    with desk.learner.history or nullcontext():
        sitting, goes_on = _gathering(library, desk).sitting(wish)
        play_together(sitting, typing, sys.stdout, language, goes_on=goes_on)
    return FINE


def _screens(
    options: argparse.Namespace, language: "Language", library: "Library", wish: "Wish"
) -> int:
    from quizapp.tui import Launch, run
    from quizapp.words import error_text

    desk, notice = desk_of(options, library)
    gathering = _gathering(library, desk)
    with desk.learner.history or nullcontext():
        return run(
            Launch(
                library,
                desk,
                language,
                seed_of(options),
                notices=() if notice is None else (error_text(notice),),
                settings=options.settings,
                save=saving(options.profile),
                group=gathering.sitting(wish) if wish.people else wish,
                journals=gathering.folder,
            )
        )


def _gathering(library: "Library", desk: "Desk") -> "Gathering":
    """Where groups come together."""
    from quizapp.peers import Gathering

    history, folder = desk.learner.history, paths.journals_folder()
    return Gathering(library, history, desk.keeper, desk.clock, folder, desk.plan.new_a_day)
