"""What the people of a group are called."""

import unicodedata
from collections.abc import Iterable

from quizapp.errors import UsageError
from quizapp.peers.plan import LEAST_PEOPLE, MOST_PEOPLE
from quizapp.words import plain_text

MOST_CHARACTERS = 32
"""Of a name."""


def names_typed(line: str) -> list[str]:
    """The names in a line, apart by commas or blanks."""
    return line.replace(",", " ").split()


def person(typed: str, others: Iterable[str] = ()) -> str:
    """A name as it is kept. Raises UsageError for one that cannot be a name beside the others."""
    name = unicodedata.normalize("NFC", " ".join(typed.split()))
    if not _can_be_called(name) or name in others:
        raise UsageError(
            "peers-name",
            "{name} cannot be a name here: each is used once, has 1 to {most} characters, and "
            "begins with no colon",
            name=name, most=MOST_CHARACTERS,
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
    printable = plain_text(name) == name and name.isprintable()
    return printable and 0 < len(name) <= MOST_CHARACTERS and not name.startswith((":", "-"))
