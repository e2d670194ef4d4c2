"""Whose history it is."""

import unicodedata

from quizapp.errors import UsageError
from quizapp.words import cell_width, is_forbidden

WIDEST = 40


def is_profile(name: str) -> bool:
    """Whether a person may be called that: in a file's name too, and within one line."""
    return (
        0 < cell_width(name) <= WIDEST
        and name == name.strip()
        and not name.startswith((".", "-"))
        and not any(char in "/\\\n\t" or is_forbidden(char) for char in name)
    )


def profile_name(text: str) -> str:
    """The name as it is written everywhere (NFC). Raises UsageError for one that cannot be."""
    name = unicodedata.normalize("NFC", text)
    if not is_profile(name):
        raise UsageError(
            "profile-name",
            "'{name}' cannot be the name of a profile: it must have 1 to {widest} columns, not "
            "begin with a dot or a hyphen, and hold no slash and no control character",
            name=name,
            widest=WIDEST,
        )
    return name
