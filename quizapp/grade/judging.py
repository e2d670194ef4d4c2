"""From an answer to a verdict."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from quizapp.bank import Calculated, Solve
from quizapp.generate import (
    Asked,
    CardAsked,
    MatchAsked,
    OrderAsked,
    OutputAsked,
    SolveAsked,
    TableAsked,
    TypedAsked,
    Variant,
)
from quizapp.grade.diagnosis import diagnose
from quizapp.grade.reading import Answer, Unreadable, read_number, read_places, read_shape
from quizapp.grade.sequences import judge_card, judge_match, judge_order
from quizapp.grade.solving import judge_solve
from quizapp.grade.tables import judge_table
from quizapp.grade.texts import judge_output, judge_text
from quizapp.grade.verdict import Verdict
from quizapp.words import LANGUAGES, Language, Text, phrase


def grade(variant: Variant, submission: str) -> Verdict:
    """Read and judge what was typed for a variant. Pure: the same in, the same out."""
    if variant.options:
        return _choice(variant, submission)
    if variant.asked is not None:
        return _of_kind(variant, variant.asked, submission)
    truth = variant.answer
    read = read_shape(submission) if isinstance(truth, tuple) else read_number(submission)
    shown = variant.shown_answer
    if isinstance(read, Unreadable):
        return Verdict("unreadable", "", shown, read.why)
    if _is_right(variant, read.value) and not read.unreduced:
        return Verdict("correct", read.read_as, shown, Text())
    if submission.rstrip().endswith(("%", "％")) and _is_right(variant, read.value * 100):
        # "How many per cent?" is answered by 45 and by 45% alike.
        return Verdict("correct", read.read_as, shown, Text())
    if reason := _other_form(read, truth):
        return Verdict("other-form", read.read_as, shown, _said(reason, truth))
    if _right_so_far(read, truth):
        return Verdict("close", read.read_as, shown, _said("close-rounded", truth))
    found = diagnose(variant, read.value)
    return Verdict("wrong", read.read_as, shown, found.text, found)


def _of_kind(variant: Variant, asked: Asked, submission: str) -> Verdict:
    task = variant.question.task
    match asked:
        case SolveAsked() if isinstance(task, Solve):
            return judge_solve(variant, task, asked, submission)
        case TableAsked():
            return judge_table(variant, asked, submission)
        case TypedAsked():
            return judge_text(asked, submission)
        case OrderAsked():
            return judge_order(asked, submission)
        case MatchAsked():
            return judge_match(asked, submission)
        case CardAsked():
            return judge_card(asked, submission)
        case OutputAsked():
            return judge_output(asked, submission)
    raise TypeError(asked)


def _choice(variant: Variant, submission: str) -> Verdict:
    options = variant.options
    read = read_places(submission, len(options))
    right = variant.right_places
    shown = variant.shown_answer
    if isinstance(read, Unreadable):
        return Verdict("unreadable", "", shown, read.why)
    places = read.value
    if places == right:
        return Verdict("correct", read.read_as, shown, Text())
    if isinstance(variant.question.task, Calculated) and len(places) == 1:
        found = diagnose(variant, options[places[0] - 1].value)
        return Verdict("wrong", read.read_as, shown, found.text, found)
    reasons = [options[place - 1].because for place in places if place not in right]
    feedback = Text(*(_joined(reasons, language) for language in LANGUAGES))
    return Verdict("wrong", read.read_as, shown, feedback)


def _joined(texts: Sequence[Text | None], language: Language) -> str:
    return "\n".join(text.in_language(language) for text in texts if text)


def _is_right(variant: Variant, value: Any) -> bool:
    task = variant.question.task
    return isinstance(task, Calculated) and task.is_right(value, variant.answer)


def _other_form(read: Answer, truth: Any) -> str | None:
    """Why right numbers are not yet the answer; None where they are not right."""
    if read.unreduced:
        return "form-unreduced" if read.value == truth else None
    if not isinstance(truth, tuple):
        sides = read.as_sides
        return "form-one-number" if sides and set(sides) == {truth} else None
    sides = read.value
    if len(sides) != len(truth):
        batched = len(sides) == len(truth) + 1 and sides[1:] == truth
        return "form-batch" if batched else "form-sides"
    if len(truth) == 3 and sides == (truth[1], truth[2], truth[0]):
        return "form-channels-last"
    return None


def _right_so_far(read: Answer, truth: Any) -> bool:
    """Right to the digits that were given, though more were asked."""
    if read.rounded_to is None or isinstance(truth, tuple):
        return False
    return abs(Fraction(read.value) - Fraction(truth)) <= read.rounded_to / 2


def _said(reason: str, truth: Any) -> Text:
    count = len(truth) if isinstance(truth, tuple) else 1
    return phrase(f"verdicts.{reason}", count=count)
