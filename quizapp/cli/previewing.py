"""The verb for authors at work: a bank file on the screen, read again whenever it is saved."""

import argparse
from typing import TYPE_CHECKING

from quizapp.cli.places import now, path_named
from quizapp.cli.streams import in_terminal
from quizapp.errors import UsageError

if TYPE_CHECKING:
    from quizapp.words import Language


def preview(options: argparse.Namespace, language: "Language") -> int:
    """The questions of a file; raises UsageError without a terminal, and for no file."""
    if not in_terminal():
        raise UsageError(
            "preview-no-terminal",
            "the preview needs a terminal; `quizapp check` and `quizapp generate` work with pipes",
        )
    path = path_named(options.file)
    from quizapp.bank import Library
    from quizapp.history import Keeper
    from quizapp.study import Desk, Learner
    from quizapp.tui import Launch, run

    desk = Desk(Learner(None), Keeper(None), now, {})
    settings, seed = options.settings, options.seed
    return run(
        Launch(Library((), ()), desk, language, seed, settings=settings, preview=(path, seed))
    )
