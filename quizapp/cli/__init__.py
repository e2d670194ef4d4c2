"""The command line: a verb is a short function that imports its room when it is called."""

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizapp import paths
from quizapp.cli.arguments import parser
from quizapp.cli.streams import report_bug, speak_utf8, tell
from quizapp.cli.verbs import RUNS
from quizapp.errors import QuizappError, UsageError

if TYPE_CHECKING:
    from quizapp.words import Language

FINE, WRONG, USAGE, INTERRUPTED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb; its exit code: 0 fine, 1 something found wrong, 2 usage, 130 interrupted."""
    speak_utf8()
    sys.excepthook = report_bug
    options = parser(RUNS).parse_args(arguments)
    # After the arguments: --version and --help are answered without them.
    from quizapp.settings import load_settings
    from quizapp.words import chosen_language

    language: Language = "en"
    try:
        loaded = load_settings(paths.settings_file(), options.profile)
        options.settings = loaded.settings
        language = chosen_language(options.lang, loaded.settings.language, os.environ)
        if loaded.notice is not None:
            tell(loaded.notice, language)
        if options.profile != "default":
            from quizapp.history import profile_name

            options.profile = profile_name(options.profile)
        code: int = options.run(options, language)
        sys.stdout.flush()
    except QuizappError as error:
        tell(error, language)
        return USAGE if isinstance(error, UsageError) else WRONG
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read has gone; the interpreter must not complain about it on the way out.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    return code
