"""What the people of a group are called."""

import unicodedata
from collections.abc import Iterable

from quizapp.errors import UsageError
from quizapp.history import is_profile
from quizapp.peers.plan import LEAST_PEOPLE, MOST_PEOPLE
from quizapp.words import cell_width, plain_text

WIDEST = 32
"""Columns of a name."""


def names_typed(line: str) -> list[str]:
    """The names in a line, apart by commas or blanks."""
    return line.replace(",", " ").split()


def person(typed: str, others: Iterable[str] = ()) -> str:
    """A name as it is kept. Raises UsageError for one that cannot be a name beside the others."""
    name = unicodedata.normalize("NFC", " ".join(typed.split()))
    if not _can_be_called(name) or name in others:
        raise UsageError(
            "peers-name",
            "{name} cannot be a name here: each is used once, has 1 to {widest} columns, begins "
            "with no colon, dot or hyphen, and holds no slash",
            name=name, widest=WIDEST,
        )  # fmt: skip
    return name


def group_of(names: Iterable[str]) -> tuple[str, ...]:
    """The people of a group. Raises UsageError for too few, too many, and what is no name."""
    people: list[str] = []
    for name in names:
        people.append(person(name, people))
    if not LEAST_PEOPLE <= len(people) <= MOST_PEOPLE:
        raise UsageError(
            "peers-count", "a group has {least} to {most} people; named here: {count}",
            least=LEAST_PEOPLE, most=MOST_PEOPLE, count=len(people),
        )  # fmt: skip
    return tuple(people)


def _can_be_called(name: str) -> bool:
    # Answers stand in the history under it; a line that begins with a colon is a command.
    printable = plain_text(name) == name and name.isprintable()
    fits = is_profile(name) and cell_width(name) <= WIDEST
    return printable and fits and not name.startswith(":")
