"""The line mode: for pipes, screen readers and tests. Any sitting, one prompt line at a time."""

from quizapp.plain.lines import play

__all__ = ["play"]
