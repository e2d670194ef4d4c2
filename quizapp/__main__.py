"""``python -m quizapp``, and the command ``quizapp``."""

import sys


def main() -> int:
    """The command line's exit code: 130 where it was interrupted, be it while it is imported."""
    try:
        from quizapp.cli import main as run

        return run()
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
