"""The screen as text, and as text compared with a file."""

import os
from pathlib import Path

from rich.segment import Segment

from quizapp.tui import QuizApp

GOLDENS = Path(__file__).parents[1] / "data" / "tui"
"""Set ``QUIZAPP_WRITE_GOLDENS=1`` to write the files anew, and read what changed."""


def screen_text(app: QuizApp) -> str:
    """What is on the terminal, without spaces at the ends of lines."""
    # Textual has no public way to ask for this.
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


def painted_segments(app: QuizApp) -> list[Segment]:
    """Pieces of text with the styles that reach the terminal."""
    screen = app.screen
    background = screen.background_colors[1]
    return [
        segment
        for strip in screen._compositor.render_strips()
        for line_filter in app._filters[-1:]
        for segment in strip.apply_filter(line_filter, background)
    ]


def expect_golden(name: str, text: str) -> None:
    """The text is that of the file."""
    file = GOLDENS / f"{name}.txt"
    if os.environ.get("QUIZAPP_WRITE_GOLDENS"):
        file.write_text(text + "\n", encoding="utf-8")
    assert text + "\n" == file.read_text(encoding="utf-8")
