"""Typed texts judged: terms, and what code prints."""

import re
import unicodedata

from quizapp.generate import OutputAsked, TypedAsked
from quizapp.grade.reading import MOST_CHARACTERS
from quizapp.grade.verdict import Verdict, VerdictKind
from quizapp.words import Text, folded_term, phrase, term

LEAST_FOR_CLOSE = 5
"""Letters under which a near miss is another word."""

MOST_OUTPUT = 2_000
_QUOTES = str.maketrans({"‘": "'", "’": "'", '"': "'", "“": "'", "”": "'"})
_AROUND_SIGNS = re.compile(r"\s*([][(){},:=])\s*")


def folded_text(text: str) -> str:
    """A text without what does not count: what the glossary folds, quotes, a final full stop."""
    return folded_term(text.translate(_QUOTES).replace("_", " ").strip().rstrip("."))


def judge_text(asked: TypedAsked, submission: str) -> Verdict:
    """Right in any accepted spelling; a near miss is close, and asked again."""
    if refusal := _unreadable(submission, asked.shown, MOST_CHARACTERS):
        return refusal
    read_as = " ".join(submission.split())
    typed = folded_text(submission)
    accepted = [folded_text(text) for text in asked.accepted]
    if typed in accepted:
        return Verdict("correct", read_as, asked.shown, Text())
    # A neighbour's name, however near, is another idea.
    if term(submission) is None and any(_is_near(typed, text) for text in accepted):
        return Verdict("close", read_as, asked.shown, phrase("verdicts.close-spelling"))
    return Verdict("wrong", read_as, asked.shown, Text())


def judge_output(asked: OutputAsked, submission: str) -> Verdict:
    """Right where it differs from what was printed in blanks and the kind of quotes at most."""
    if refusal := _unreadable(submission, asked.shown, MOST_OUTPUT):
        return refusal
    typed, printed = folded_output(submission), folded_output(asked.answer)
    kind: VerdictKind = "correct" if typed == printed else "wrong"
    read_as = "\n".join(line.rstrip() for line in submission.strip().splitlines())
    return Verdict(kind, read_as, asked.shown, Text())


def folded_output(text: str) -> str:
    """A print-out without what does not count; ``\\n`` as typed stands for a line's end."""
    plain = unicodedata.normalize("NFKC", text.replace("\\n", "\n")).translate(_QUOTES)
    return " ".join(_AROUND_SIGNS.sub(r"\1", plain).split())


def _unreadable(submission: str, shown: Text, most: int) -> Verdict | None:
    if not submission.strip():
        return Verdict("unreadable", "", shown, phrase("verdicts.unreadable-empty"))
    if len(submission) > most:
        return Verdict("unreadable", "", shown, phrase("verdicts.unreadable-long", most=most))
    return None


def _is_near(typed: str, accepted: str) -> bool:
    """One letter wrong, missing, too many or exchanged with its neighbour; two in long words.

    Of Hangul the letters of its syllables count.
    """
    one, other = (unicodedata.normalize("NFD", text) for text in (typed, accepted))
    if len(other) < LEAST_FOR_CLOSE:
        return False
    return distance(one, other) <= (2 if len(other) > 9 else 1)


def distance(one: str, other: str) -> int:
    """Edits between two texts, an exchange of neighbours counting as one (Damerau)."""
    if abs(len(one) - len(other)) > 2:
        return 3
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i]
        for j, opposite in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != opposite))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == opposite:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]
