"""What a verb works on: the library of banks, the questions named, the history, the seed."""

import argparse
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp import paths
from quizapp.cli.streams import complain
from quizapp.errors import HistoryError, UsageError

if TYPE_CHECKING:
    from quizapp.bank import Library, Question
    from quizapp.history import Keeper, Review
    from quizapp.words import Language


def bank_paths(options: argparse.Namespace) -> list[Path]:
    """Where banks come from, in order: shipped, the user's, the environment's, --bank."""
    own = [path for path in (paths.user_banks(),) if path.is_dir()]
    return [paths.shipped_banks(), *own, *paths.listed_banks(), *map(Path, options.bank)]


def library_of(options: argparse.Namespace) -> "Library":
    """All banks, those named by their file too."""
    from quizapp.bank import load_banks

    named = [Path(name) for name in getattr(options, "names", []) if _is_path(name)]
    if _is_path(getattr(options, "name", "")):
        named.append(Path(options.name))
    return load_banks([*bank_paths(options), *named])


def _is_path(name: str) -> bool:
    return name.endswith((".yaml", ".yml"))


def questions_named(library: "Library", options: argparse.Namespace) -> "list[Question]":
    """The questions the names mean. Raises UsageError where that is none."""
    from quizapp.study import selected

    for name in options.names:
        if _is_path(name) and not Path(name).is_file():
            raise UsageError("no-file", "there is no file {path}", path=name)
    questions = selected(library, options.names)
    if not questions:
        raise UsageError("no-questions", "there are no questions to ask; `quizapp check` says why")
    return questions


def seed_of(options: argparse.Namespace) -> int:
    """The seed asked for, else one of the moment: every sitting is another."""
    if options.seed is not None:
        return int(options.seed)
    return int(now().timestamp() * 1000) % 2**31


def now() -> datetime:
    """The local time, with its offset."""
    return datetime.now().astimezone()


def open_history(
    profile: str,
) -> "tuple[Keeper, Callable[[Question], Iterable[Review]], HistoryError | None]":
    """The keeper of the history, earlier reviews by question, and what is wrong, if anything is."""
    from quizapp.history import History, Keeper

    try:
        history = History.open(paths.history_file(), lambda: datetime.now(UTC))
    except HistoryError as error:
        return Keeper(None), lambda _question: (), error

    def past(question: "Question") -> "Iterable[Review]":
        try:
            return list(history.reviews(profile=profile, bank=question.bank, question=question.id))
        except HistoryError:
            # An answer is judged and kept all the same; only its rating may count twice.
            return ()

    return Keeper(history), past, history.notice


def complain_of_problems(library: "Library", language: "Language") -> None:
    """The errors of the banks that did not load, one a line."""
    for problem in library.problems:
        if problem.severity == "error":
            complain(problem.line_text(language))
