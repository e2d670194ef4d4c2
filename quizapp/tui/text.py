"""The one door from text to the screen: nothing in this room reads markup.

Textual takes ``[...]`` in a bare string for markup, which may hide text, end the program or run an
action. Everything shown is therefore ``Content`` made here.
"""

from collections.abc import Iterable

from textual.content import Content
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions

from quizapp.words import plain_text

STRONG = "bold"
QUIET = "$text-muted"
RIGHT = "bold $text-success"
WRONG = "bold $text-error"
ODD = "bold $text-warning"


def plain(text: str, style: str = "") -> Content:
    """The text as it is written, without forbidden characters, in one style."""
    return Content.styled(plain_text(text), style)


class Remembered(Content):
    """The same, with the lines it came to last: shown once more, or laid out before it is shown,
    it costs next to nothing."""

    def __init__(self, content: Content) -> None:
        super().__init__(content.plain, list(content.spans))
        self._laid_out: tuple[object, list[Strip]] = (None, [])

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """Its lines at that size in those colours."""
        colours = tuple(map(options.get_style, (QUIET, RIGHT, WRONG, ODD)))
        standing = width, height, style, options.selection, colours
        if self._laid_out[0] != standing:
            self._laid_out = standing, super().render_strips(width, height, style, options)
        return self._laid_out[1]


def stacked(parts: Iterable[Content]) -> Content:
    """The parts below each other."""
    return plain("\n").join(parts)


def side_by_side(parts: Iterable[Content]) -> Content:
    """The parts behind each other in one line."""
    return plain("").join(parts)


def hanging(mark: Content, text: Content, width: int) -> Content:
    """The text behind the mark, and its further lines under its first."""
    indent = mark.cell_length
    lines = text.wrap(max(1, width - indent))
    rest = [side_by_side([plain(" " * indent), line]) for line in lines[1:]]
    return stacked([side_by_side([mark, *lines[:1]]), *rest])


def rows_of(content: Content, width: int) -> int:
    """The lines that it takes at that width."""
    return content.get_height({}, width)


def muted(content: Content) -> Content:
    """The same in the quiet colour, its own styles over it."""
    return content.stylize_before(QUIET)
