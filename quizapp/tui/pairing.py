"""Rows put into an order, and rows given their pairs, with digits and arrows alone."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from quizapp.generate import LETTERS
from quizapp.tui.keys import MOST_DIGITS
from quizapp.tui.numbered import CONCEALED, NumberedList
from quizapp.words import cell_width

_AROUND_PAIR = 9
"""Mark and number of a row, the gaps, and the arrow."""


class Ordering(NumberedList):
    """Picking a row gives it the next place; picking it again takes it and those after it back."""

    def __init__(self, count: int, changed: Callable[[], object]) -> None:
        super().__init__(count, cursor=0)
        self._changed = changed
        self.order: tuple[int, ...] = ()

    def action_pick(self, place: int) -> None:
        """Give a row its place, or take it back."""
        if place >= self._count:
            return
        self.cursor = place
        picked = place in self.order
        self.order = self.order[: self.order.index(place)] if picked else (*self.order, place)
        self.refresh()
        self._changed()

    def _mark(self, place: int) -> str:
        at_cursor = "›" if self._is_at(place) else " "
        number = str(place + 1) if place < MOST_DIGITS else " "
        taken = str(self.order.index(place) + 1) if place in self.order else " "
        return f"{at_cursor} {number} [{CONCEALED if self._concealed else taken}]"


class Pairing(NumberedList):
    """Left and right go through what may belong to the row; a letter names it outright."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space", "turn(1)", show=False),
        Binding("left", "turn(-1)", show=False),
        *(Binding(letter, f"give({n})", show=False) for n, letter in enumerate(LETTERS)),
        *(Binding(jamo, f"give({n})", show=False) for n, jamo in enumerate("ㅁㅠㅊㅇㄷㄹㅎㅗㅑ")),
    ]

    def __init__(self, lefts: int, rights: int, changed: Callable[[], object]) -> None:
        super().__init__(lefts, cursor=0)
        self._changed = changed
        self.letters = [""] * lefts
        self._choices = rights
        self._lefts: Sequence[str] = ()
        self._rights: Sequence[str] = ()

    def show_pairs(self, lefts: Sequence[str], rights: Sequence[str]) -> None:
        """Write the rows with what was chosen for each."""
        self._lefts, self._rights = lefts, rights
        self.show(lefts, [self._aside(place) for place in range(len(lefts))])

    def action_turn(self, step: int) -> None:
        """The next that may belong to the row under the cursor."""
        if self.cursor is not None:
            letter = self.letters[self.cursor]
            start = -1 if step > 0 else self._choices
            place = LETTERS.index(letter) if letter else start
            self._give(self.cursor, (place + step) % self._choices)

    def action_give(self, choice: int) -> None:
        """What has this letter; the cursor goes on to the next row."""
        if self.cursor is not None and choice < self._choices:
            self._give(self.cursor, choice)
            self.cursor = min(self.cursor + 1, len(self.letters) - 1)

    def action_pick(self, place: int) -> None:
        """Go to the row of this number; from there on, its next pair."""
        if place >= len(self.letters):
            return
        if place == self.cursor:
            self.action_turn(1)
        self.cursor = place

    def conceal(self, *, hidden: bool) -> None:
        """Hide what was given; at which row one is may be seen."""
        self._concealed = hidden
        if self._lefts:
            self.show_pairs(self._lefts, self._rights)

    def _is_at(self, place: int) -> bool:
        return place == self.cursor

    def _give(self, place: int, choice: int) -> None:
        self.letters[place] = LETTERS[choice]
        self.show_pairs(self._lefts, self._rights)
        self._changed()

    def _aside(self, place: int) -> str:
        if self._concealed:
            return f"→ {CONCEALED}"
        letter = self.letters[place]
        if not letter:
            return "→ ?"
        text = f"{letter}. {self._rights[LETTERS.index(letter)]}"
        room = self.size.width - cell_width(self._lefts[place]) - _AROUND_PAIR
        return f"→ {text if cell_width(text) <= room else letter}"
