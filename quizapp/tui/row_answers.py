"""Answers of numbered rows: options, an order, pairs, the grades of a card."""

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from quizapp.generate import CardAsked, MatchAsked, OrderAsked, Variant
from quizapp.tui.answers import AnswerArea
from quizapp.tui.numbered import NumberedList, Rows
from quizapp.tui.pairing import Ordering, Pairing
from quizapp.tui.text import QUIET, STRONG, plain
from quizapp.words import Language, say


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


def rows_for(variant: Variant) -> AnswerArea:
    """The area of a variant that is answered with rows. Raises TypeError for another."""
    if variant.options:
        return OptionsArea(variant)
    match variant.asked:
        case OrderAsked() as asked:
            return OrderArea(asked)
        case MatchAsked() as asked:
            return MatchArea(asked)
        case CardAsked() as asked:
            return CardArea(asked)
    raise TypeError(variant.asked)
