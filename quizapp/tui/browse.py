"""Banks and their questions, found by typing."""

from collections.abc import Iterator, Sequence

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from quizapp.bank import Library, Question
from quizapp.bank.searching import Entry, entries_of, matching
from quizapp.tui.commands import bindings
from quizapp.tui.field import PlainInput
from quizapp.tui.screen import CommandScreen
from quizapp.tui.text import QUIET, STRONG, plain, side_by_side
from quizapp.words import Language, cell_width, fit, say

_WIDEST_ID = 28
_MOST_ROWS = 1000
"""More take a second and more to lay out, and nobody reads through them."""


class BrowseScreen(CommandScreen):
    """A field and the questions that have its words; the arrows move, enter opens."""

    CSS_PATH = "browse.tcss"
    NAMES = ("see", "home", "language", "quit")
    BINDINGS = bindings(NAMES)
    AUTO_FOCUS = "PlainInput"

    def __init__(self, library: Library, search: str = "", key: str = "") -> None:
        super().__init__()
        self._entries = entries_of(library)
        self._search = search
        self._found = matching(self._entries, search)
        self._key = key
        self._library = library

    def body(self) -> ComposeResult:
        """The field, how many there are, and they."""
        yield PlainInput(self._search, id="search")
        yield Static(id="count")
        rows = OptionList(id="found")
        rows.can_focus = False
        yield rows

    def on_mount(self) -> None:
        """Follow the field."""
        self.query_one(PlainInput).cursor_blink = False

    def show(self) -> None:
        """Write it all."""
        self.head(plain(say("browse.title", self.language), STRONG), plain(""))
        self._show_found()

    def _show_found(self) -> None:
        figures = {"found": len(self._found), "count": len(self._entries)}
        how = say("browse.how", self.language)
        count = say("browse.count", self.language, **figures)
        self.write("count", plain(f"{count}   {how}", QUIET))
        rows = self.query_one(OptionList)
        keys = [entry.question.key for entry in self._found]
        widths = (cell_width(entry.question.id) for entry in self._found)
        self._column = min(max(widths, default=0), _WIDEST_ID)
        if keys and self._key not in keys:
            self._key = keys[0]
        rows.clear_options()
        rows.add_options(self._rows(keys))
        if keys:
            rows.highlighted = rows.get_option_index(self._key)

    def _rows(self, keys: Sequence[str]) -> Iterator[Option]:
        """A heading for each bank, and its questions; of very many those around the cursor."""
        place = keys.index(self._key) if keys else 0
        begin = max(0, min(place - _MOST_ROWS // 2, len(keys) - _MOST_ROWS))
        yield from self._left_out(begin)
        yield from self._rows_of(self._found[begin : begin + _MOST_ROWS])
        yield from self._left_out(len(keys) - begin - _MOST_ROWS)

    def _left_out(self, count: int) -> Iterator[Option]:
        if count > 0:
            text = say("browse.left-out", self.language, count=count)
            yield Option(plain(text, QUIET), disabled=True)

    def _rows_of(self, entries: Sequence[Entry]) -> Iterator[Option]:
        bank = ""
        for entry in entries:
            if entry.bank.id != bank:
                bank = entry.bank.id
                title = entry.bank.title.in_language(self.language)
                yield Option(plain(f"{title} · {bank}", STRONG), disabled=True)
            yield Option(self._row(entry.question), id=entry.question.key)

    def _row(self, question: Question) -> Content:
        """Its id and the first line of its prompt; a sign at the one under the cursor."""
        sign = "›" if question.key == self._key else " "
        name = plain(f"{sign} {fit(question.id, self._column)}  ")
        room = self.body_width - self._column - 6
        text = headline(question, self.language)
        return side_by_side([name, plain(fit(text, min(room, cell_width(text))), QUIET)])

    @on(Input.Changed)
    def _searched(self, event: Input.Changed) -> None:
        if event.value != self._search:
            self._search = event.value
            self._found = matching(self._entries, event.value)
            self._show_found()
            self.show_bottom_line()

    @on(Input.Submitted)
    async def _entered(self) -> None:
        await self.run_action("see")

    @on(OptionList.OptionHighlighted)
    def _moved(self, event: OptionList.OptionHighlighted) -> None:
        if event.option.id in (None, self._key):
            return
        before, self._key = self._key, str(event.option.id)
        for entry in self._found:
            if entry.question.key in (before, self._key):
                row = self._row(entry.question)
                event.option_list.replace_option_prompt(entry.question.key, row)

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        if event.option.id is not None:
            self._key = event.option.id
            self.action_see()

    def unavailable(self) -> frozenset[str]:
        """Nothing to look at where nothing is found."""
        return frozenset() if self._found else frozenset({"see"})

    def action_see(self) -> None:
        """The question under the cursor."""
        if self._found:
            questions = [entry.question for entry in self._found]
            place = [question.key for question in questions].index(self._key)
            self.app.open_specimen(self._library, questions, place, self._search)

    def action_scroll_up(self) -> None:
        """The question before."""
        self.query_one(OptionList).action_cursor_up()

    def action_scroll_down(self) -> None:
        """The next question."""
        self.query_one(OptionList).action_cursor_down()

    def action_page_up(self) -> None:
        """A page up."""
        self.query_one(OptionList).action_page_up()  # type: ignore[no-untyped-call] # Textual's

    def action_page_down(self) -> None:
        """A page down."""
        self.query_one(OptionList).action_page_down()  # type: ignore[no-untyped-call] # Textual's


def headline(question: Question, language: Language) -> str:
    """The first line of the prompt as it is written, its holes open."""
    return question.prompt_text.in_language(language).strip().split("\n")[0]
