"""A code put to somebody who met it: what it means, a small bank that has it, one that has not."""

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path

from quizapp.bank import TITLES as BANK_TITLES
from quizapp.errors import UsageError
from quizapp.lint import explanations, explanations_of_files
from quizapp.lint.finding import TITLES as QUESTION_TITLES
from quizapp.words import Language, Text, say

CODES: Mapping[str, Text] = {**BANK_TITLES, **QUESTION_TITLES}
"""Every code of ``check``, with what it stands for."""

EXPLANATIONS: Mapping[str, Text] = {
    **explanations_of_files.EXPLANATIONS, **explanations.EXPLANATIONS,
}  # fmt: skip

EXAMPLES = Path(__file__).parent / "examples"
"""``B012-bad.yaml``, where ``# <- B012`` marks the line at fault, and ``B012-good.yaml``."""

MOST_ALIKE = 6

_CAPTIONS = (("bad", "lint.example-bad"), ("good", "lint.example-good"))


def explanation_lines(code: str, language: Language) -> list[str]:
    """The title, the explanation and the examples of a code, however its letter is written.

    Raises UsageError for an unknown one.
    """
    code = code.strip().upper()
    if code not in CODES:
        raise _unknown(code)
    lines = [f"{code}  {CODES[code].in_language(language)}", ""]
    lines.append(EXPLANATIONS[code].in_language(language))
    for kind, caption in _CAPTIONS:
        example = example_of(code, kind)
        if example is not None:
            lines += ["", say(caption, language), "", *(f"    {line}" for line in example)]
    if example_of(code, "bad") is None:
        lines += ["", say("lint.no-example", language)]
    return lines


def example_of(code: str, kind: str) -> list[str] | None:
    """The lines of the bad or the good example; None where a small text cannot show it."""
    file = EXAMPLES / f"{code}-{kind}.yaml"
    return file.read_text(encoding="utf-8").splitlines() if file.is_file() else None


def _unknown(code: str) -> UsageError:
    alike = get_close_matches(code, CODES, n=MOST_ALIKE, cutoff=0.5)
    if not alike:
        return UsageError(
            "no-code", "no code is called {asked}; codes run from {first} to {last}",
            asked=code, first=min(CODES), last=max(CODES),
        )  # fmt: skip
    return UsageError(
        "no-code-guess", "no code is called {asked}; near it are {known}",
        asked=code, known=", ".join(sorted(alike)),
    )  # fmt: skip
