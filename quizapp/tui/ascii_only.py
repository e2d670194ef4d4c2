"""A terminal, or a reader, that has no signs but ASCII."""

import re

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from quizapp.drawing import ascii_twin

_SIGNS = str.maketrans(
    {
        **dict.fromkeys("›▶▸", ">"), "‹": "<",
        **dict.fromkeys("╭╮╰╯┌┐└┘", "+"),
        **dict.fromkeys("━═╸╺", "="),
        "–": "-", "‘": "'", "’": "'",
        **dict.fromkeys("▎▏▊▕", "|"),
        "✓": "+", "✗": "x", "≈": "~", "▾": "v", "●": "*", "○": "o", "↓": "v", "↑": "^", "²": "2",
    }
)  # fmt: skip
_BETWEEN_FACTORS = re.compile(r"(?<=[\w)])·(?=[\w(])")
_LINES = re.compile("[\u2500-\u257f]")
_BLOCKS = re.compile("[\u2580-\u259f]")


def ascii_text(text: str) -> str:
    """The text with each sign that is drawn in ASCII, as wide as before; letters stay."""
    if text.isascii():
        return text
    text = _BETWEEN_FACTORS.sub("*", text).replace("·", ".").translate(_SIGNS)
    return _BLOCKS.sub("#", _LINES.sub("+", ascii_twin([text])[0]))


class AsciiOnly(LineFilter):
    """Whatever is painted, frames too, passes through :func:`ascii_text`."""

    def __init__(self) -> None:
        super().__init__(enabled=False)

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 # Textual's face
        """A line of the screen."""
        return [Segment(ascii_text(text), style, control) for text, style, control in segments]
