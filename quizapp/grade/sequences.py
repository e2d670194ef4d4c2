"""Orders and pairs judged, place by place."""

import re

from quizapp.generate import LETTERS, CardAsked, MatchAsked, OrderAsked
from quizapp.grade.reading import MOST_CHARACTERS, folded
from quizapp.grade.verdict import Part, Verdict, VerdictKind
from quizapp.words import Text, phrase

_PAIR = re.compile(r"(\d)\s*[-:=>]*\s*([a-i])")


def judge_order(asked: OrderAsked, submission: str) -> Verdict:
    """``3 1 2``: the numbers shown, in the right order."""
    count = len(asked.items)
    digits = re.findall(r"\d", _plain(submission))
    places = tuple(map(int, digits))
    if sorted(places) != list(range(1, count + 1)) or re.search(r"[a-z]", _plain(submission)):
        return _unreadable(asked.shown, "order", example=_order_example(count), count=count)
    parts = tuple(
        Part(str(number), str(place), place == right, answer=str(right))
        for number, (place, right) in enumerate(zip(places, asked.answer, strict=True), 1)
    )
    return _judged(parts, " ".join(digits), asked.shown, "verdicts.places-right")


def judge_match(asked: MatchAsked, submission: str) -> Verdict:
    """``1b 2a``: a letter for each number."""
    count = len(asked.lefts)
    text = _plain(submission)
    pairs = {int(number): letter for number, letter in _PAIR.findall(text)}
    rest = re.sub(r"[\s,;]+", "", _PAIR.sub("", text))
    letters = LETTERS[: len(asked.rights)]
    complete = sorted(pairs) == list(range(1, count + 1)) and set(pairs.values()) <= set(letters)
    if rest or not complete:
        return _unreadable(
            asked.shown, "match", count=count, letter=letters[-1], example=_match_example(count)
        )
    parts = tuple(
        Part(str(number), pairs[number], pairs[number] == right, answer=right)
        for number, right in enumerate(asked.answer, 1)
    )
    read_as = " ".join(f"{number}{pairs[number]}" for number in sorted(pairs))
    return _judged(parts, read_as, asked.shown, "verdicts.pairs-right")


def judge_card(asked: CardAsked, submission: str) -> Verdict:
    """``1`` forgotten to ``4`` at once; the learner's own grade."""
    text = _plain(submission)
    if text not in ("1", "2", "3", "4"):
        return _unreadable(asked.shown, "card")
    grade = int(text)
    kind: VerdictKind = "wrong" if grade == 1 else "correct"
    return Verdict(kind, text, asked.shown, Text(), self_grade=grade)


def _judged(parts: tuple[Part, ...], read_as: str, shown: Text, said: str) -> Verdict:
    right = sum(part.correct for part in parts)
    if right == len(parts):
        return Verdict("correct", read_as, shown, Text(), parts=parts)
    feedback = phrase(said, right=right, count=len(parts))
    return Verdict("wrong", read_as, shown, feedback, parts=parts)


def _plain(submission: str) -> str:
    return folded(submission[:MOST_CHARACTERS]).strip("()[] ")


def _unreadable(shown: Text, why: str, **figures: object) -> Verdict:
    return Verdict("unreadable", "", shown, phrase(f"verdicts.unreadable-{why}", **figures))


def _order_example(count: int) -> str:
    return " ".join(map(str, [*range(2, count + 1), 1]))


def _match_example(count: int) -> str:
    return " ".join(f"{n}{LETTERS[n % count]}" for n in range(1, min(count, 3) + 1))
