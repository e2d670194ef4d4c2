"""From a file to a tree of text with places, every danger refused before anything is built."""

import os
from dataclasses import dataclass

from quizapp.bank.file_text import read_file_text
from quizapp.bank.nodes import Node
from quizapp.bank.problems import Findings, Problem
from quizapp.bank.walk import tree_of
from quizapp.collector import collector_paused

MOST_PROBLEMS = 200


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds, as far as it could be read."""

    node: Node | None
    """None where the file ended before its tree did: then an error says why."""
    problems: tuple[Problem, ...]
    lines: tuple[str, ...]
    """The lines of the file, for excerpts and for `Scalar.place`; forbidden characters replaced."""


def read(path: str | os.PathLike[str]) -> Reading:
    """The tree in the file at `path` and everything wrong with its YAML; nothing is raised.

    A tree may come with errors: what is refused is left out (a merge key, the second of two keys)
    or stays as text (an alias), so that the rest of the file can be judged all the same.
    """
    findings = Findings(os.fspath(path), MOST_PROBLEMS)
    source = read_file_text(path, findings)
    if source is None:
        return Reading(None, findings.problems(), ())
    with collector_paused():
        node = tree_of(source, findings)
    return Reading(node, findings.problems(), source.lines)
