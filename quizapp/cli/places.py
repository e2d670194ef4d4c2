"""What a verb works on: the library of banks, the questions named, the history, the seed."""

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp import paths
from quizapp.cli.streams import complain
from quizapp.errors import UsageError

if TYPE_CHECKING:
    from quizapp.bank import Library, Question
    from quizapp.words import Language


def bank_paths(options: argparse.Namespace) -> list[Path]:
    """Where banks come from, in order: shipped, the user's, the environment's, --bank.

    What is not there is reported with the other problems: it never hides the good banks.
    """
    own = [path for path in (paths.user_banks(),) if path.is_dir()]
    return [paths.shipped_banks(), *own, *paths.listed_banks(), *map(Path, options.bank)]


def library_of(options: argparse.Namespace) -> "Library":
    """All banks, those named by their file too. Raises UsageError for a file that is not there."""
    from quizapp.bank import open_banks

    names = [*getattr(options, "names", ()), getattr(options, "name", "")]
    named = [path_named(name) for name in names if _is_path(name)]
    return open_banks([*bank_paths(options), *named], paths.kept_banks())


def path_named(name: str) -> Path:
    """The file or folder of that name. Raises UsageError where there is none to be found."""
    path = Path(name)
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise UsageError("no-file", "there is no file {path}", path=name) from None
    except OSError as error:
        raise UsageError(
            "unreadable-file", "{path} cannot be read ({reason})", path=name, reason=error.strerror
        ) from error
    return path


def _is_path(name: str) -> bool:
    return name.endswith((".yaml", ".yml"))


def questions_named(library: "Library", options: argparse.Namespace) -> "list[Question]":
    """The questions the names mean. Raises UsageError where that is none."""
    from quizapp.study import selected

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


def utc_now() -> datetime:
    """The time that the history is kept in."""
    return datetime.now(UTC)


def complain_of_problems(library: "Library", language: "Language") -> None:
    """The errors of the banks that did not load, one a line."""
    for problem in library.problems:
        if problem.severity == "error":
            complain(problem.line_text(language))
