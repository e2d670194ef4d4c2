"""From a file to a tree of text with places, every danger refused before anything is built."""

import os

from quizapp.bank.problems import Findings
from quizapp.bank.reading import MOST_PROBLEMS, Reading
from quizapp.collector import collector_paused


def read(path: str | os.PathLike[str]) -> Reading:
    """The tree in the file at `path` and everything wrong with its YAML; nothing is raised.

    A tree may come with errors: what is refused is left out (a merge key, the second of two keys)
    or stays as text (an alias), so that the rest of the file can be judged all the same.
    """
    from quizapp.bank.file_text import read_file_text
    from quizapp.bank.walk import tree_of  # banks that were kept are opened without YAML

    findings = Findings(os.fspath(path), MOST_PROBLEMS)
    source = read_file_text(path, findings)
    if source is None:
        return Reading(None, findings.problems(), ())
    with collector_paused():
        node = tree_of(source, findings)
    return Reading(node, findings.problems(), source.lines)
