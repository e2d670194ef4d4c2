"""The screen of a sitting: its question, and in its place the verdict.

Both are parts of one screen, which turns from the one to the other by writing other text into the
same widgets: opening a screen takes ten times as long.
"""

from collections.abc import Callable
from functools import partial

from textual import work
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Static

from quizapp.generate.pictures import harmless_pictures
from quizapp.study import Item, Outcome, Sitting, prepare_for_answers
from quizapp.tui.answers import AnswerArea, FieldArea, area_of, is_typed
from quizapp.tui.commands import COMMANDS, bindings
from quizapp.tui.question import ASKED, AskedPart
from quizapp.tui.unawaited import unawaited
from quizapp.tui.verdict import ANSWERED, AnsweredPart

_ACTIONS = frozenset(COMMANDS[name].action for name in (*ASKED, *ANSWERED))


class SittingScreen(AskedPart, AnsweredPart):
    """Where a sitting stands; ``typed`` already stands in the field."""

    BINDINGS = bindings((*ASKED, *ANSWERED))

    def __init__(self, sitting: Sitting, item: Item, typed: str = "") -> None:
        super().__init__()
        self.sitting = sitting
        self.is_answered = False
        self._take_area(item, area_of(item.variant, typed))

    def _take_area(self, item: Item, area: AnswerArea) -> None:
        area.add_class("answering")
        self._settled = None
        self.ask(item, area)
        self.set_class(area.SCROLLS, "-listed")

    def compose(self) -> ComposeResult:
        """The frame; a field lies over it, so that it may be moved without a layout of the rest."""
        yield from super().compose()
        if not self.area.SCROLLS:
            yield self.area

    def body(self) -> ComposeResult:
        """The page; under it what is not typed into one field."""
        yield from super().body()
        if self.area.SCROLLS:
            yield from _listed(self.area)

    def on_mount(self) -> None:
        """Say how it stands, and let the time run where there is little of it."""
        if self.sitting.seconds_left is not None:
            self.set_interval(self.seconds_between, self._tick)
        if self.sitting.answered is not None:
            self.turn()
        else:
            self.call_after_refresh(self._meanwhile, _prepare_for_verdicts)

    @work(description="meanwhile")  # else Textual writes out the arguments
    async def _meanwhile(self, call: Callable[[], None]) -> None:
        """Do beforehand what the next key needs, while the learner reads."""
        await unawaited(call)

    def think(self) -> None:
        """Judge what stands there and write its verdict, in case it is the answer."""
        is_asking = self.is_current and not (self.is_answered or self.busy)
        if is_asking and (text := self.area.submission()):
            judged, page = self.sitting.judge_ahead(text), self.query_one("#page")
            self._meanwhile(partial(self._judge_ahead, judged, page))

    def _judge_ahead(self, judged: Callable[[], Outcome | None], page: Widget) -> None:
        outcome = judged()
        if outcome is not None:
            self.write_ahead(outcome, page)

    def _tick(self) -> None:
        if not self.is_answered:
            self.show_place()

    def turn(self, typed: str = "") -> None:
        """Go where the sitting stands now."""
        outcome, item = self.sitting.answered, self.sitting.item
        if outcome is not None:
            self.is_answered = True
            self.answered_with(outcome)
            with self.app.batch_update():
                self._put_away()
                self._from_the_top()
            self.call_after_refresh(lambda: self._meanwhile(self.sitting.draw_ahead()))
        elif item is not None:
            if is_typed(item.variant) and isinstance(self.area, FieldArea):
                self.area.ask(item.variant, typed)
                self._ask(item, self.area)
            else:
                self.busy = True
                self._ask_elsewhere(item, area_of(item.variant, typed))

    def _ask(self, item: Item, area: AnswerArea) -> None:
        self.is_answered = False
        self._take_area(item, area)
        self._from_the_top()

    def _from_the_top(self) -> None:
        self.refill()
        body = self.query_one("#body")
        if body.scroll_y:
            body.scroll_home(animate=False)

    def _put_away(self) -> None:
        self.area.put_away()
        if self.area.SCROLLS:
            for widget in self.query("#body > .answering"):
                widget.display = False
            self.remove_class("-listed")

    @work(description="ask elsewhere")
    async def _ask_elsewhere(self, item: Item, area: AnswerArea) -> None:
        """Ask what is answered in another area than the question before."""
        with self.app.batch_update():
            await self.query(".answering").remove()
            if area.SCROLLS:
                await self.query_one("#body").mount_all(_listed(area))
            else:
                await self.mount(area)
            self.busy = False
            self._ask(item, area)
            focusable = (widget for widget in area.query(self.AUTO_FOCUS) if widget.focusable)
            self.set_focus(next(focusable, None))

    def show(self) -> None:
        """Write it all."""
        if self.is_answered:
            self.show_explained()
        else:
            self.show_asked()

    @property
    def names(self) -> tuple[str, ...]:
        """What can be done with a question, or with a verdict."""
        return ANSWERED if self.is_answered else ASKED

    @property
    def known_as(self) -> str:
        """Which of both it is."""
        return "Verdict" if self.is_answered else "Question"

    def unavailable(self) -> frozenset[str]:
        """What means nothing just now."""
        return self.shut_when_answered() if self.is_answered else self.shut_when_asked()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Of two commands with the same key the one that belongs to this part."""
        if action in _ACTIONS and action not in (COMMANDS[name].action for name in self.names):
            return False
        return super().check_action(action, parameters)

    def action_flag(self) -> None:
        """Note that something is wrong here."""
        if self.is_answered:
            self.meanwhile(self.sitting.flag, lambda _: self.remark("flagged"))
        else:
            self.meanwhile(self.sitting.flag, lambda _: self.note(partial(self.say, "flagged")))

    def action_picture(self) -> None:
        """The networks of the question; while it is open those that do not give it away."""
        variant = self.item.variant
        if self.is_answered:
            self.app.open_pictures(variant.drawn.networks)
        else:
            kinds = harmless_pictures(variant)
            self.app.open_pictures(variant.drawn.networks, kinds, variant.hidden)

    def action_finish(self) -> None:
        """End the quiz here."""
        self.app.open_results(self.sitting)


def _prepare_for_verdicts() -> None:
    import quizapp.tui.solution  # noqa: F401 # to have it

    prepare_for_answers()


def _listed(area: AnswerArea) -> list[Widget]:
    """What stands in the body under the page."""
    return [area, Static(id="note", classes="answering"), Static(id="hints", classes="answering")]
