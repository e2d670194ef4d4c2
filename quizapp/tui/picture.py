"""Networks in pictures, one at a time, step by step."""

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.widgets import Static

from quizapp.calc import Network
from quizapp.tui.commands import bindings
from quizapp.tui.headings import titled
from quizapp.tui.picture_pages import ALL_KINDS, Room, pages_of
from quizapp.tui.screen import CommandScreen
from quizapp.tui.text import QUIET, STRONG, plain
from quizapp.words import say

_ROWS_AROUND = 3
"""Head, the line under it, the last line."""


class PictureScreen(CommandScreen):
    """Opened over another screen, to which it goes back."""

    CSS_PATH = "picture.tcss"
    NAMES = ("close", "step", "step-back", "other", "language", "quit")
    BINDINGS = bindings(NAMES)

    def __init__(
        self,
        networks: Mapping[str, Network],
        kinds: frozenset[str] | None = None,
        hidden: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__()
        self._several = len(networks) > 1
        self._pages = pages_of(networks, ALL_KINDS if kinds is None else kinds, hidden)
        self._page = 0
        self._step = 0

    def body(self) -> ComposeResult:
        """The picture with what is said of it."""
        yield Static(id="picture")

    def show(self) -> None:
        """Write it all."""
        if not self._pages:
            self.head(plain(""), plain(""))
            self.write("picture", plain(say("pictures.none", self.language)))
            return
        name, page = self._pages[self._page]
        title = say(f"pictures.{page.kind}", self.language)
        if self._several:
            title = f"{title}: {name}"
        place = self._place(self._page, len(self._pages))
        aside = plain(
            "" if page.steps == 1 else f"← {self._place(self._step, page.steps)} →", QUIET
        )
        self.head(plain(titled(title, place, self.room_beside(aside)), STRONG), aside)
        height = self.app.size.height - _ROWS_AROUND
        room = Room(self.language, self.body_width, height)
        self.write("picture", page.content(self._step, room))

    def _place(self, place: int, count: int) -> str:
        return say("pictures.step", self.language, number=place + 1, count=count)

    def unavailable(self) -> frozenset[str]:
        """No step past an end, no other picture where there is one."""
        steps = self._pages[self._page][1].steps if self._pages else 1
        shut = {
            "step": self._step + 1 >= steps,
            "step-back": self._step == 0,
            "other": len(self._pages) < 2,
        }
        return frozenset(name for name in shut if shut[name])

    def action_step(self) -> None:
        """A step on."""
        self._turn(self._page, self._step + 1)

    def action_step_back(self) -> None:
        """A step back."""
        self._turn(self._page, self._step - 1)

    def action_other(self) -> None:
        """The next picture, the first after the last."""
        self._turn((self._page + 1) % len(self._pages), 0)

    def action_scroll_up(self) -> None:
        """A row of the map back, or a line up."""
        if not self._leap(-1):
            super().action_scroll_up()

    def action_scroll_down(self) -> None:
        """A row of the map on, or a line down."""
        if not self._leap(1):
            super().action_scroll_down()

    def _leap(self, rows: int) -> bool:
        """Go by rows of the map, if the picture has any; whether it has."""
        page = self._pages[self._page][1] if self._pages else None
        if page is None or not page.leap:
            return False
        step = self._step + rows * page.leap
        if 0 <= step < page.steps:
            self._turn(self._page, step)
        return True

    def _turn(self, page: int, step: int) -> None:
        if page != self._page:
            self.query_one("#body").scroll_home(animate=False)
        self._page, self._step = page, step
        self.refill()
