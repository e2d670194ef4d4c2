"""The command line: a verb is a short function that imports its room when it is called."""

import argparse
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizapp.cli.arguments import parser
from quizapp.cli.streams import report_bug, silence_output, speak_utf8, tell
from quizapp.cli.verbs import run_of
from quizapp.errors import QuizappError, UsageError
from quizapp.languages import chosen_language, language_named, language_set

if TYPE_CHECKING:
    from quizapp.languages import Language

FINE, WRONG, USAGE, INTERRUPTED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb; its exit code: 0 fine, 1 something found wrong, 2 usage, 130 interrupted."""
    try:
        speak_utf8()
        sys.excepthook = report_bug
        line = sys.argv[1:] if arguments is None else arguments
        first = line[0] if line else None
        return _printed(parser(lambda: _language_of(line), first).parse_args(line))
    except KeyboardInterrupt:
        return INTERRUPTED


def _language_of(line: Sequence[str]) -> "Language":
    """The language in which a line is answered that asks for help, or cannot be read."""
    from quizapp import paths

    written = line[: line.index("--")] if "--" in line else line
    asked = None
    for word, following in zip(written, [*written[1:], ""], strict=True):
        option, equals, value = word.partition("=")
        if len(option) > len("--l") and "--lang".startswith(option):
            asked = language_named(value if equals else following) or asked
    return asked or chosen_language(None, language_set(paths.settings_file()), os.environ)


def _printed(options: argparse.Namespace) -> int:
    """The exit code of the verb, once what it printed has been taken."""
    options.language = "en"
    try:
        code = _run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read has gone.
        silence_output()
        return FINE
    except OSError as error:
        if error.filename is not None:
            # A file that nobody asked after: a bug.
            raise
        silence_output()
        unprinted = QuizappError(
            "output-unwritable",
            "the output cannot be written ({reason}); send it where there is room",
            reason=error.strerror,
        )
        tell(unprinted, options.language)
        return WRONG
    return code


def _run(options: argparse.Namespace) -> int:
    # After the arguments: --version and --help are answered without them.
    from quizapp import paths
    from quizapp.settings import load_settings

    language: Language = "en"
    try:
        loaded = load_settings(paths.settings_file(), options.profile)
        options.settings = loaded.settings
        language = chosen_language(None, loaded.settings.language, os.environ)
        language = chosen_language(options.lang, language, os.environ)
        options.language = language
        if loaded.notice is not None:
            tell(loaded.notice, language)
        if options.profile != "default":
            from quizapp.history import profile_name

            options.profile = profile_name(options.profile)
        code = run_of(options.verb)(options, language)
    except QuizappError as error:
        tell(error, language)
        return USAGE if isinstance(error, UsageError) else WRONG
    return code
