"""A screen whose text is one page: written in place, it costs no layout as long as it fits."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from quizapp.tui.screen import WIDE, CommandScreen
from quizapp.tui.text import muted, plain, rows_of, side_by_side, stacked

_GUTTER = 6


class PageScreen(CommandScreen):
    """One text, as tall as the body at least: a layout costs more than writing all of it."""

    def body(self) -> ComposeResult:
        """The page."""
        page = Static(id="page")
        page.auto_links = False
        yield page

    def write_page(self, content: Content) -> int:
        """Write the page, seen from its top; the lines it takes."""
        page, body = self.query_one("#page", Static), self.query_one("#body")
        lines = rows_of(content, self.body_width)
        fits = max(lines, body.size.height) == page.size.height
        page.update(content, layout=not fits)
        return lines

    def two_pages(self, first: Content, second: Content) -> Content:
        """Side by side where the terminal is wide, else below each other, the second muted."""
        second = muted(second)
        if self.app.size.width < WIDE:
            rule = plain("─" * self.body_width, "$panel")
            return stacked([first, plain(""), rule, second])
        return stacked(self._in_columns(first, second))

    def _in_columns(self, first: Content, second: Content) -> Iterator[Content]:
        width = self.page_width
        left, right = first.wrap(width), second.wrap(self.second_page_width)
        for place in range(max(len(left), len(right))):
            line = left[place] if place < len(left) else plain("")
            if place < len(right):
                gap = plain(" " * (width + _GUTTER - line.cell_length))
                line = side_by_side([line, gap, right[place]])
            yield line
