"""What is read from the text in the field, said while it is typed. It judges nothing."""

from typing import Literal

from quizapp.generate import OutputAsked, TypedAsked, Variant
from quizapp.grade import Unreadable, read_number, read_shape
from quizapp.words import Language, say

Asked = Literal["number", "shape", "text", "output"]


def asked_for(variant: Variant) -> Asked:
    """In which form an answer is typed."""
    match variant.asked:
        case TypedAsked():
            return "text"
        case OutputAsked():
            return "output"
    return "shape" if isinstance(variant.answer, tuple) else "number"


def echo(asked: Asked, text: str, language: Language) -> str:
    """``read as 73,728``, or why it cannot be read; nothing while nothing is typed."""
    if not text.strip() or asked in ("text", "output"):
        return ""
    read = read_shape(text) if asked == "shape" else read_number(text)
    if isinstance(read, Unreadable):
        return read.why.in_language(language)
    return say("verdicts.read-as", language, value=read.read_as)
