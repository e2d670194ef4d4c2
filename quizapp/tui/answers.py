"""Where an answer is given: a field, or one of the areas of `row_answers` and `cells`.

Every area holds what becomes a submission, the same text that the line mode would read.
"""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static

from quizapp.generate import (
    CardAsked,
    MatchAsked,
    OrderAsked,
    SolveAsked,
    TableAsked,
    Variant,
)
from quizapp.tui.echo import asked_for, echo
from quizapp.tui.field import PlainInput
from quizapp.words import Language, say


class AnswerArea(Vertical):
    """What an answer is given with. It judges nothing."""

    SCROLLS: ClassVar[bool] = True
    """Whether it stands in the body, under the question; a field stands below it."""

    changed: Callable[[], object] = staticmethod(lambda: None)
    """Called when what it holds is another than before: a message would come a repaint later."""

    class Finished(Message):
        """The answer is complete: it is to be judged without a further key."""

    def show(self, language: Language) -> None:
        """Write its texts."""

    def put_away(self) -> None:
        """Out of sight, once it is answered."""
        self.display = False

    def submission(self) -> str | None:
        """The answer so far; None where there is none yet."""
        raise NotImplementedError

    def takes_enter(self) -> bool:
        """Whether enter means something here before it means to check; then that is done."""
        return False

    def note(self, language: Language) -> str:  # noqa: ARG002 # for those that have one
        """What is read from it, or what is missing; may be empty."""
        return ""

    def how(self, language: Language) -> str:  # noqa: ARG002 # for those that need saying
        """How it is used, in a line; may be empty."""
        return ""

    def missing(self, language: Language) -> str:
        """What is to be done before there is a submission."""
        return self.note(language) or say("tui.choose-first", language)


class FieldArea(AnswerArea):
    """One field."""

    SCROLLS = False

    def __init__(self, variant: Variant, typed: str) -> None:
        super().__init__(id="field")
        self._asked = asked_for(variant)
        self._typed = typed

    def compose(self) -> ComposeResult:
        """The field, and room for a note."""
        field = PlainInput(self._typed)
        field.cursor_blink = False
        yield field
        yield Static(id="note")

    def on_mount(self) -> None:
        """Follow the field."""
        self.watch(self.query_one(PlainInput), "value", self._follow, init=False)

    def _follow(self) -> None:
        self.changed()

    def ask(self, variant: Variant, typed: str) -> None:
        """Take the answer to another question."""
        self.changed = lambda: None
        self._asked = asked_for(variant)
        field = self.query_one(PlainInput)
        field.value = typed
        field.select_all()

    def put(self, row: int) -> None:
        """Where it stands on a screen on which it has no place of its own."""
        self.query_one(PlainInput).asleep = False
        self._move(row)

    def put_away(self) -> None:
        """Out of sight, the focus still in it: the next question most likely has a field again."""
        self.query_one(PlainInput).asleep = True
        self._move(-self.size.height - 1)

    def _move(self, row: int) -> None:
        if self.styles.offset.y.value != row:
            self.styles.offset = (0, row)

    def submission(self) -> str:
        """What is in the field."""
        return self.query_one(PlainInput).value

    def note(self, language: Language) -> str:
        """How the text is read."""
        return echo(self._asked, self.submission(), language)

    def how(self, language: Language) -> str:
        """What may be typed."""
        return say(f"tui.advice-{self._asked}", language)


def area_of(variant: Variant, typed: str) -> AnswerArea:
    """The area a variant is answered in; ``typed`` already stands in a field."""
    if is_typed(variant):
        return FieldArea(variant, typed)
    if isinstance(variant.asked, TableAsked | SolveAsked) and not variant.options:
        from quizapp.tui.cells import cells_for

        return cells_for(variant.asked)
    from quizapp.tui.row_answers import rows_for

    return rows_for(variant)


def is_typed(variant: Variant) -> bool:
    """Whether a variant is answered in one field."""
    others = OrderAsked | MatchAsked | CardAsked | TableAsked | SolveAsked
    return not variant.options and not isinstance(variant.asked, others)
