"""From an answer to a verdict."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Literal

from quizapp.bank import Calculated, Tolerance
from quizapp.generate import Variant
from quizapp.grade.diagnosis import Diagnosis, diagnose
from quizapp.grade.reading import Answer, Unreadable, read_number, read_places, read_shape
from quizapp.words import LANGUAGES, Language, Text, phrase, render

VerdictKind = Literal["correct", "wrong", "unreadable", "other-form", "close"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an answer is worth. Only ``correct`` and ``wrong`` count."""

    kind: VerdictKind
    read_as: str
    answer: Text
    """The right answer as it is shown."""
    feedback: Text
    diagnosis: Diagnosis = field(default_factory=Diagnosis)

    @property
    def counts(self) -> bool:
        """False for what is asked again and costs nothing."""
        return self.kind in ("correct", "wrong")

    @property
    def mistakes(self) -> tuple[str, ...]:
        """Mistakes that lead to this very answer; several when they tie."""
        return self.diagnosis.mistakes


def grade(variant: Variant, submission: str) -> Verdict:
    """Read and judge what was typed for a variant. Pure: the same in, the same out."""
    if variant.options:
        return _choice(variant, submission)
    truth = variant.answer
    read = read_shape(submission) if isinstance(truth, tuple) else read_number(submission)
    shown = Text(render(truth), render(truth))
    if isinstance(read, Unreadable):
        return Verdict("unreadable", "", shown, read.why)
    if _right(read.value, truth, _tolerance(variant)) and not read.unreduced:
        return Verdict("correct", read.read_as, shown, Text())
    if reason := _other_form(read, truth):
        return Verdict("other-form", read.read_as, shown, _said(reason, truth))
    if _right_so_far(read, truth):
        return Verdict("close", read.read_as, shown, _said("close-rounded", truth))
    found = diagnose(variant, read.value)
    return Verdict("wrong", read.read_as, shown, found.text, found)


def _choice(variant: Variant, submission: str) -> Verdict:
    options = variant.options
    read = read_places(submission, len(options))
    right = variant.right_places
    shown = Text(*(_places_text(variant, right, language) for language in LANGUAGES))
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


def _places_text(variant: Variant, places: tuple[int, ...], language: Language) -> str:
    options = variant.options
    return ", ".join(
        f"{place}. {options[place - 1].text.in_language(language)}" for place in places
    )


def _tolerance(variant: Variant) -> Tolerance | None:
    task = variant.question.task
    return task.tolerance if isinstance(task, Calculated) else None


def _right(value: Any, truth: Any, tolerance: Tolerance | None) -> bool:
    if value == truth:
        return True
    if tolerance is None or isinstance(value, tuple) or isinstance(truth, tuple):
        return False
    distance = abs(Fraction(value) - Fraction(truth))
    if tolerance.kind == "relative":
        return distance <= tolerance.amount * abs(Fraction(truth))
    if tolerance.kind == "absolute":
        return distance <= tolerance.amount
    return distance <= _last_digit(Fraction(truth), int(tolerance.amount)) / 2


def _last_digit(truth: Fraction, digits: int) -> Fraction:
    """The unit of the last of so many significant digits."""
    place, size = 0, abs(truth)
    while size >= 10:
        size, place = size / 10, place + 1
    while 0 < size < 1:
        size, place = size * 10, place - 1
    return Fraction(10) ** (place - digits + 1)


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
