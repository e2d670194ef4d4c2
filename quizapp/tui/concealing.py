"""An answer that nobody beside the keyboard can read."""

from quizapp.tui.answers import AnswerArea, FieldArea
from quizapp.tui.field import PlainInput
from quizapp.tui.numbered import NumberedList
from quizapp.words import Language, say


def conceal(area: AnswerArea, *, hidden: bool) -> None:
    """Show dots for what is typed, and no mark for what is chosen; or all of it again."""
    for field in area.query(PlainInput):
        field.password = hidden
    for listed in area.query(NumberedList):
        listed.conceal(hidden=hidden)


def concealed_note(area: AnswerArea, language: Language) -> str:
    """What may be said of an answer while it is hidden: that there is one, not what it is."""
    if isinstance(area, FieldArea):
        return ""
    if area.submission() is not None:
        return say("peers.something-chosen", language)
    return area.note(language)
