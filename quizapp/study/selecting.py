"""Which questions the names on a command line mean."""

from collections.abc import Sequence

from quizapp.bank import Library, Question
from quizapp.errors import UsageError
from quizapp.expressions import nearest


def selected(library: Library, names: Sequence[str]) -> list[Question]:
    """The questions of the banks, questions (``bank/id``), topics and files named; all without.

    Raises UsageError for a name that means nothing, with the nearest one that does.
    """
    everything = [question for bank in library.banks for question in bank.questions]
    if not names:
        return everything
    chosen: dict[str, Question] = {}
    for name in names:
        found = _meant(library, everything, name)
        if found is None:
            raise _unknown(library, everything, name)
        chosen |= {question.key: question for question in found}
    return list(chosen.values())


def _meant(library: Library, everything: Sequence[Question], name: str) -> list[Question] | None:
    """The questions of a name, none of a bank that lost them all; None where it means nothing."""
    for bank in library.banks:
        if name in (bank.id, str(bank.file)):
            return list(bank.questions)
    if one := library.question(name):
        return [one]
    return [question for question in everything if question.topic == name] or None


def _unknown(library: Library, everything: Sequence[Question], name: str) -> UsageError:
    keys = [question.key for question in everything]
    known = [*(bank.id for bank in library.banks), *(q.topic for q in everything), *keys]
    guess = nearest(name, known)
    if guess is None:
        return UsageError(
            "no-such-bank",
            "no bank, question or topic is called {name}; `quizapp list` shows them",
            name=name,
        )  # fmt: skip
    return UsageError(
        "no-such-bank-guess", "no bank, question or topic is called {name}; did you mean {guess}?",
        name=name, guess=guess,
    )  # fmt: skip
