"""What is read from the text in the field, said while it is typed. It judges nothing."""

from typing import Literal

from quizapp.bank import Calculated
from quizapp.calc.vocabulary import FIELD_QUANTITIES
from quizapp.generate import OutputAsked, TypedAsked, Variant
from quizapp.grade import Unreadable, read_number, read_shape
from quizapp.words import Language, say

Asked = Literal["number", "shape", "weights", "axes", "text", "output"]


def asked_for(variant: Variant) -> Asked:
    """In which form an answer is typed."""
    match variant.asked:
        case TypedAsked():
            return "text"
        case OutputAsked():
            return "output"
    return _several(variant) if isinstance(variant.answer, tuple) else "number"


def _several(variant: Variant) -> Asked:
    """What the numbers of a tuple are; as far as the author's expression says, else a shape."""
    task = variant.question.task
    called = task.answer.calls if isinstance(task, Calculated) else frozenset()
    if "weight_shape" in called:
        return "weights"
    return "axes" if called & FIELD_QUANTITIES else "shape"


def echo(asked: Asked, text: str, language: Language) -> str:
    """``read as 73,728``, or why it cannot be read; nothing while nothing is typed."""
    if not text.strip() or asked in ("text", "output"):
        return ""
    read = read_number(text) if asked == "number" else read_shape(text)
    if isinstance(read, Unreadable):
        return read.why.in_language(language)
    return say("verdicts.read-as", language, value=read.read_as)
