"""The calculator: layers are written on the left, and their numbers follow on the right."""

import asyncio
from functools import partial

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Input, Static, TextArea
from textual.widgets.text_area import Edit, EditResult

from quizapp.bank.network_text import notation
from quizapp.calc import trace, zoo
from quizapp.frozen import dataclass
from quizapp.mistakes import Mistake, differing
from quizapp.tui.calculator_picker import Picker
from quizapp.tui.calculator_sheet import Sheet, shape_typed, sheet_of
from quizapp.tui.calculator_views import (
    COMPARED,
    VIEWS,
    Other,
    head_line,
    pictures_page,
    remark,
    total_line,
    view_page,
)
from quizapp.tui.commands import bindings
from quizapp.tui.field import PlainInput
from quizapp.tui.screen import WIDE, CommandScreen
from quizapp.tui.text import QUIET, STRONG, WRONG, plain
from quizapp.words import Text, plain_text, render, say

PAUSE = 0.12
"""Seconds without a key after which what is typed is reckoned."""

_AROUND_PANES = 5
"""Cells left and right of the panes, and between them."""

_BORDER = 2
"""The line left of a pane, and the cell behind it."""

_TABLE = 49
"""Cells in which the table fits with all its figures."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the two fields."""

    shape: str = "3×224×224"
    layers: str = (
        "Conv2d(3, 64, 7, stride=2, padding=3)\nReLU()\nMaxPool2d(3, stride=2, padding=1)\n"
        "Conv2d(64, 128, 3, padding=1)\nReLU()"
    )


class LayerArea(TextArea):
    """A text of several lines that can be shown as it is: a paste may hold control characters."""

    def edit(self, edit: Edit) -> EditResult:
        """Put in only what may be shown."""
        edit.text = plain_text(edit.text).replace("\t", "    ")
        return super().edit(edit)


class CalculatorScreen(CommandScreen):
    """Reckons a network while it is written."""

    CSS_PATH = "calculator.tcss"
    NAMES = (
        "field", "view", "zoo", "compare", "mistake", "picture", "go-home", "language", "quit",
    )  # fmt: skip
    BINDINGS = bindings(NAMES)
    AUTO_FOCUS = "LayerArea"

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self._draft = draft
        self._shape: tuple[int, ...] = ()
        self._shape_fault: Text | None = None
        self._read_shape(draft.shape)
        self._mistake: Mistake | None = None
        self._other: Other | None = None
        self._view = VIEWS[0]
        self._sheet: Sheet = sheet_of(draft.layers, self._shape, None)

    def body(self) -> ComposeResult:
        """The shape, the two panes, what it all comes to, what is wrong."""
        with Horizontal(id="shape"):
            yield Static(id="shape-label")
            shape = PlainInput(self._draft.shape, compact=True)
            shape.cursor_blink = False
            yield shape
        with Horizontal(id="panes"):
            with Vertical(id="left"):
                yield Static(id="layers-head")
                area = LayerArea(self._draft.layers, soft_wrap=False, compact=True)
                area.cursor_blink = False
                yield area
            with Vertical(id="right"):
                yield Static(id="view-head")
                with VerticalScroll(id="view"):
                    yield Static(id="page")
            with Vertical(id="beside"):
                yield Static(id="beside-page")
        yield Static(id="total")
        yield Static(id="remark")

    def on_mount(self) -> None:
        """Let the numbers scroll with the lines they stand beside."""
        self.watch(self.query_one(LayerArea), "scroll_y", self._follow, init=False)

    def show(self) -> None:
        """Write it all."""
        self.query_one(LayerArea).placeholder = plain(say("calculator.placeholder", self.language))
        self.write("shape-label", plain(say("calculator.input", self.language), QUIET))
        self.write("layers-head", plain(say("calculator.layers", self.language), QUIET))
        self._show_sheet()

    def unavailable(self) -> frozenset[str]:
        """Without a layer there is nothing to draw or to get wrong."""
        return frozenset() if self._sheet.rows else frozenset({"picture", "mistake"})

    @property
    def draft(self) -> Draft:
        """What stands in the fields now."""
        return Draft(self.query_one(PlainInput).value, self.query_one(LayerArea).text)

    @property
    def _widths(self) -> tuple[int, int]:
        """The cells of a line in the right pane, and in the one beside it if there is room."""
        across = self.app.size.width
        if across < WIDE:
            return (across - _AROUND_PANES) * 3 // 5, 0
        return (_TABLE, across // 4) if self._view == VIEWS[0] else (across // 2, 0)

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _typed(self) -> None:
        if self.draft != self._draft:
            self._reckon()

    @work(exclusive=True)
    async def _reckon(self) -> None:
        """Reckon once the typing pauses; a further key begins anew."""
        await asyncio.sleep(PAUSE)
        draft = self._draft = self.draft
        self._read_shape(draft.shape)
        reckoned = partial(sheet_of, draft.layers, self._shape, self._mistake)
        self._sheet = await asyncio.to_thread(reckoned)
        with self.app.batch_update():
            self._show_sheet()
            self.show_bottom_line()

    def _read_shape(self, text: str) -> None:
        """Keep the last shape that could be read while another is typed."""
        read = shape_typed(text)
        if isinstance(read, Text):
            self._shape_fault = read
            self._shape = self._shape or (1,)
        else:
            self._shape, self._shape_fault = read, None

    def _show_sheet(self) -> None:
        sheet, language, (width, beside) = self._sheet, self.language, self._widths
        self.query_one("#right").styles.width = width + _BORDER
        self.head(plain(say("calculator.title", language), STRONG), plain(""))
        self.write("view-head", head_line(sheet, self._view, language, width))
        self.query_one("#page", Static).update(
            view_page(sheet, self._view, self._other, language, width)
        )
        self._show_beside(beside)
        self.write("total", total_line(sheet, language))
        if self._shape_fault is not None:
            self.write("remark", plain(f"✗ {self._shape_fault.in_language(language)}", WRONG))
        else:
            self.write("remark", remark(sheet, language))
        self._follow()

    def _show_beside(self, width: int) -> None:
        """On a wide terminal two pictures, next to the table."""
        pane = self.query_one("#beside")
        pane.display = width > 0
        pane.styles.width = width + _BORDER
        if width:
            self.write("beside-page", pictures_page(self._sheet, self.language, width))

    def _follow(self) -> None:
        if self._view == VIEWS[0]:
            place = self.query_one(LayerArea).scroll_y
            self.query_one("#view").scroll_to(y=place, animate=False)

    def action_field(self) -> None:
        """From the shape to the layers, to the numbers, and round again."""
        self.focus_next()

    def action_view(self) -> None:
        """The next view."""
        views = VIEWS if self._other is None else (*VIEWS, COMPARED)
        self._turn_view(views[(views.index(self._view) + 1) % len(views)])

    def _turn_view(self, view: str) -> None:
        self._view = view
        with self.app.batch_update():
            self._show_sheet()
        self.query_one("#view").scroll_home(animate=False)
        self._follow()

    def action_zoo(self) -> None:
        """Pick an architecture, which takes the place of what is written."""
        title = say("calculator.load-title", self.language)
        self.app.push_screen(Picker(title, zoo.names(), self.language), self._load)

    def _load(self, place: int | None) -> None:
        if place is None:
            return
        network = zoo.network(zoo.names()[place])
        self.query_one(PlainInput).value = render(next(iter(network.inputs.values())))
        area = self.query_one(LayerArea)
        area.load_text(notation(network))
        area.move_cursor((0, 0))

    def action_compare(self) -> None:
        """Pick what to compare with; the totals stand side by side."""
        nothing, this = (
            say(f"calculator.compare-{name}", self.language) for name in ("none", "kept")
        )
        labels = (nothing, this, *zoo.names())
        title = say("calculator.compare-title", self.language)
        self.app.push_screen(Picker(title, labels, self.language, 1), self._compare)

    def _compare(self, place: int | None) -> None:
        if place is None:
            return
        if place == 0:
            self._other = None
        elif place == 1:
            self._other = say("calculator.kept", self.language), self._sheet.walked
        else:
            name = zoo.names()[place - 2]
            self._other = name, trace(zoo.network(name))
        self._turn_view(VIEWS[0] if self._other is None else COMPARED)

    def action_mistake(self) -> None:
        """Pick a way to get it wrong, of those that change anything here."""
        mistakes = differing(self._sheet.walked.network)
        ways = [mistake.way.in_language(self.language) for mistake in mistakes]
        labels = (say("calculator.mistake-none", self.language), *ways)
        title = say("calculator.mistake-title", self.language)
        cursor = 1 + mistakes.index(self._mistake) if self._mistake in mistakes else 0

        def picked(place: int | None) -> None:
            if place is not None:
                self._mistake = mistakes[place - 1] if place else None
                self._view = VIEWS[0]
                self._reckon()

        self.app.push_screen(Picker(title, labels, self.language, cursor), picked)

    def action_picture(self) -> None:
        """The network in pictures, step by step."""
        self.app.open_pictures({"network": self._sheet.walked.network})

    def action_go_home(self) -> None:
        """Back to the home screen, what is written kept for the next time."""
        self.app.draft = self.draft
        self.app.open_home()
