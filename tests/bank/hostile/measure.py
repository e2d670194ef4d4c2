"""Reads each file of a list in a process of its own, and says what that cost.

Lines in: paths. Lines out: objects with ``codes``, ``seconds`` of the processor and ``megabytes``
at the most, or ``signal`` where the process was ended.
"""

import json
import os
import resource
import sys

from quizapp.bank import load_banks

SECONDS = 20
MEGABYTES = 2_000


def read(path: str) -> None:
    """In the child: the codes of a file, to standard output."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES * 2**20, MEGABYTES * 2**20))
    problems = load_banks([path]).problems
    said = [problem.line_text(language) for problem in problems for language in ("en", "ko")]
    plain = all(character.isprintable() for line in said for character in line)
    found = {"codes": sorted({problem.code for problem in problems}), "plain": plain}
    sys.stdout.write(json.dumps(found) + "\n")
    sys.stdout.flush()


def main() -> None:
    """A child a file."""
    load_banks([__file__])  # no bank, but what reading one needs is loaded for all of them
    for line in sys.stdin:
        child = os.fork()
        if not child:
            read(line.rstrip("\n"))
            os._exit(0)
        _, status, used = os.wait4(child, 0)
        ended = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
        cost = {
            "seconds": used.ru_utime + used.ru_stime,
            # Linux counts in kilobytes, macOS in bytes.
            "megabytes": used.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10),
            "ended": ended,
        }
        sys.stdout.write(json.dumps(cost) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
