"""What a file came to when it was read, before anything in it was judged."""

from quizapp.bank.nodes import Node
from quizapp.bank.problems import Problem
from quizapp.frozen import dataclass

MOST_PROBLEMS = 200


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file holds, as far as it could be read."""

    node: Node | None
    """None where the file ended before its tree did: then an error says why."""
    problems: tuple[Problem, ...]
    lines: tuple[str, ...]
    """The lines of the file, for excerpts and for `Scalar.place`; forbidden characters replaced."""


NO_FILE = Reading(None, (), ("",))
"""Of what is read without its file: all of it stands at the first place of one empty line."""
