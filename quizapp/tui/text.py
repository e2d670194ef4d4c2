"""The one door from text to the screen: nothing in this room reads markup.

Textual takes ``[...]`` in a bare string for markup, which may hide text, end the program or run an
action. Everything shown is therefore ``Content`` made here.
"""

from collections.abc import Iterable

from textual.content import Content

from quizapp.words import plain_text

STRONG = "bold"
QUIET = "$text-muted"
RIGHT = "bold $text-success"
WRONG = "bold $text-error"
ODD = "bold $text-warning"


def plain(text: str, style: str = "") -> Content:
    """The text as it is written, without forbidden characters, in one style."""
    return Content.styled(plain_text(text), style)


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
