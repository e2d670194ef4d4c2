"""Standard streams, signals, and what happens when a bug gets through."""

import os
import signal
import sys
from collections.abc import Iterable
from contextlib import suppress
from types import FrameType, TracebackType
from typing import TYPE_CHECKING, NoReturn, TextIO

from quizapp.errors import QuizappError

if TYPE_CHECKING:
    from quizapp.words import Language


def typed_lines(stream: TextIO | None) -> Iterable[str]:
    """Lines as they come: iterating a file would read ahead. None is a closed standard input."""
    return () if stream is None else iter(stream.readline, "")


def in_terminal() -> bool:
    """Whether somebody can type here and see."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def show(*lines: str) -> None:
    """Print lines of text, whatever is in them made plain."""
    from quizapp.words import plain_text

    for line in lines:
        sys.stdout.write(plain_text(line) + "\n")


def complain(message: str) -> None:
    """One line on standard error; where that cannot be written, nothing is left to say it on."""
    from quizapp.words import plain_text

    sys.stdout.flush()
    with suppress(OSError):
        sys.stderr.write(f"quizapp: {plain_text(message)}\n")


def tell(error: QuizappError, language: "Language") -> None:
    """An error's sentence on standard error."""
    from quizapp.words import sentence

    complain(sentence(error, language))


def width() -> int:
    """Columns of the terminal; 100 where there is none."""
    import shutil

    return shutil.get_terminal_size((100, 24)).columns


def speak_utf8() -> None:
    """UTF-8 in and out whatever the locale says: Korean is Korean in a pipe too.

    A closed output swallows what is written to it; a closed input stays None.
    """
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w"))  # noqa: PTH123, SIM115 # as long as the program
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def silence_output() -> None:
    """Nothing more is written; the interpreter must not complain about it on the way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def end_on_signals() -> None:
    """SIGTERM and SIGHUP end a sitting with 128 + n, as a shell expects."""

    def end(number: int, _frame: FrameType | None) -> NoReturn:
        raise SystemExit(128 + number)

    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), end)


def report_bug(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """A bug's traceback goes to a file, and the file's name to whoever met it."""
    import traceback

    from quizapp import paths
    from quizapp.languages import chosen_language, language_set
    from quizapp.words import say
    from quizapp.writing import write_whole

    text = "".join(traceback.format_exception(kind, error, trace))
    log = paths.data_folder() / "bug.log"
    try:
        log.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_whole(log, [text.encode(errors="backslashreplace").decode()])
    except OSError:
        # Nowhere to write it: better on the screen than lost.
        sys.stderr.write(text)
        return
    language = chosen_language(None, language_set(paths.settings_file()), os.environ)
    complain(say("cli.bug", language, path=str(log)))
