"""Where an answer is given: a field, options, an order, pairs, cells, a card.

Every area holds what becomes a submission, the same text that the line mode would read.
"""

from collections.abc import Callable
from typing import ClassVar

from textual import on
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
from quizapp.tui.numbered import NumberedList, Rows
from quizapp.tui.pairing import Ordering, Pairing
from quizapp.tui.text import QUIET, STRONG, plain
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


class OptionsArea(AnswerArea):
    """Options by number; several where several are right."""

    def __init__(self, variant: Variant) -> None:
        super().__init__(id="options")
        self._options = variant.options
        self._several = len(variant.right_places) > 1

    def compose(self) -> ComposeResult:
        """The rows."""
        yield NumberedList(len(self._options), cursor=None, several=self._several)

    def on_mount(self) -> None:
        """Follow what is chosen."""
        for what in ("cursor", "marked"):
            self.watch(self.query_one(NumberedList), what, self._follow, init=False)

    def _follow(self) -> None:
        self.changed()

    def show(self, language: Language) -> None:
        """Write the options."""
        labels = [option.text.in_language(language) for option in self._options]
        self.query_one(NumberedList).show(labels)

    def submission(self) -> str | None:
        """The places chosen."""
        places = self.query_one(NumberedList).chosen
        return ",".join(str(place + 1) for place in places) or None

    def how(self, language: Language) -> str:
        """That several may be right."""
        return say("tui.mark-all" if self._several else "tui.advice-choice", language)


class OrderArea(AnswerArea):
    """Rows picked one after the other."""

    def __init__(self, asked: OrderAsked) -> None:
        super().__init__(id="options")
        self._asked = asked

    def compose(self) -> ComposeResult:
        """The rows."""
        yield Ordering(len(self._asked.items), self.changed)

    def show(self, language: Language) -> None:
        """Write the items."""
        self.query_one(Ordering).show([item.in_language(language) for item in self._asked.items])

    def submission(self) -> str | None:
        """The numbers in the order picked, once all are."""
        order = self.query_one(Ordering).order
        complete = len(order) == len(self._asked.items)
        return " ".join(str(place + 1) for place in order) if complete else None

    def note(self, language: Language) -> str:
        """How many are left."""
        order = self.query_one(Ordering).order
        return _left(len(self._asked.items) - len(order), language) if order else ""

    def how(self, language: Language) -> str:
        """In which order to pick."""
        return say("asked.order-how", language)


class MatchArea(AnswerArea):
    """Rows, each with what was chosen for it; below them all that there is to choose from."""

    def __init__(self, asked: MatchAsked) -> None:
        super().__init__(id="options")
        self._asked = asked

    def compose(self) -> ComposeResult:
        """The rows."""
        yield Pairing(len(self._asked.lefts), len(self._asked.rights), self.changed)
        yield Rows(id="rights")

    def show(self, language: Language) -> None:
        """Write both sides."""
        lefts = [text.in_language(language) for text in self._asked.lefts]
        rights = [text.in_language(language) for text in self._asked.rights]
        self.query_one(Pairing).show_pairs(lefts, rights)
        self.query_one("#rights", Rows).show(rights)

    @on(Rows.Clicked)
    def _clicked(self, message: Rows.Clicked) -> None:
        """A click is a letter."""
        message.stop()
        self.query_one(Pairing).action_give(message.place)

    def submission(self) -> str | None:
        """``1b 2a``, once every row has a letter."""
        letters = self.query_one(Pairing).letters
        if "" in letters:
            return None
        return " ".join(f"{number}{letter}" for number, letter in enumerate(letters, 1))

    def note(self, language: Language) -> str:
        """How many rows are left."""
        letters = self.query_one(Pairing).letters
        return _left(letters.count(""), language) if any(letters) else ""

    def how(self, language: Language) -> str:
        """How a row is given its pair."""
        return say("asked.match-how", language)


class CardArea(AnswerArea):
    """A card: turned by enter, then graded by its learner."""

    def __init__(self, asked: CardAsked) -> None:
        super().__init__(id="options")
        self._asked = asked
        self._turned = False

    def compose(self) -> ComposeResult:
        """The back, and four grades."""
        yield Static(id="back")
        yield NumberedList(4, cursor=None)

    def show(self, language: Language) -> None:
        """Write what can be seen of it."""
        grades = self.query_one(NumberedList)
        grades.display = self._turned
        grades.disabled = not self._turned
        grades.show([say(f"asked.grade-{grade}", language) for grade in range(1, 5)])
        back = say("asked.turn-card", language)
        text = self._asked.back.in_language(language) if self._turned else back
        self.query_one("#back", Static).update(plain(text, STRONG if self._turned else QUIET))
        if self._turned:
            grades.focus()

    def takes_enter(self) -> bool:
        """The first enter turns it."""
        if self._turned:
            return False
        self._turned = True
        self.changed()
        return True

    def submission(self) -> str | None:
        """The grade."""
        places = self.query_one(NumberedList).chosen
        return str(places[0] + 1) if places and self._turned else None

    def how(self, language: Language) -> str:
        """That it is graded by its learner, once it is turned."""
        return say("asked.grade-how", language) if self._turned else ""

    @on(NumberedList.Picked)
    def _graded(self, message: NumberedList.Picked) -> None:
        message.stop()
        self.post_message(self.Finished())


def _left(count: int, language: Language) -> str:
    return say("asked.open-rows", language, count=count) if count else ""


def area_of(variant: Variant, typed: str) -> AnswerArea:
    """The area a variant is answered in; ``typed`` already stands in a field."""
    if is_typed(variant):
        return FieldArea(variant, typed)
    if variant.options:
        return OptionsArea(variant)
    from quizapp.tui.cells import SolveArea, TableArea

    match variant.asked:
        case OrderAsked() as asked:
            return OrderArea(asked)
        case MatchAsked() as asked:
            return MatchArea(asked)
        case CardAsked() as asked:
            return CardArea(asked)
        case TableAsked() as asked:
            return TableArea(asked)
        case SolveAsked() as asked:
            return SolveArea(asked)
    raise TypeError(variant.asked)


def is_typed(variant: Variant) -> bool:
    """Whether a variant is answered in one field."""
    others = OrderAsked | MatchAsked | CardAsked | TableAsked | SolveAsked
    return not variant.options and not isinstance(variant.asked, others)
