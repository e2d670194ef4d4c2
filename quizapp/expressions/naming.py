"""Names that nobody defined, and the ones that were probably meant."""

from collections.abc import Iterable

from quizapp.errors import ExpressionError


def nearest(word: str, options: Iterable[str]) -> str | None:
    """The option most like a mistyped word, if any is like it."""
    # difflib costs 4 ms of a start, and only a mistake needs it.
    from difflib import get_close_matches

    folded: dict[str, str] = {}
    for option in options:
        folded.setdefault(option.lower(), option)
    match = get_close_matches(word.lower(), folded, n=1, cutoff=0.6)
    return folded[match[0]] if match else None


def unknown_name(name: str, column: int, options: Iterable[str]) -> ExpressionError:
    """The error for a name nobody defined, with the nearest of those that somebody did."""
    guess = nearest(name, options)
    if guess is None:
        return ExpressionError("unknown-name", "{name} is not defined", column=column, name=name)
    return ExpressionError(
        "unknown-name-guess", "{name} is not defined; did you mean {guess}?",
        column=column, name=name, guess=guess,
    )  # fmt: skip
