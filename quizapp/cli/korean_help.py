"""Help in Korean: argparse's layout with its texts in Korean, measured in cells."""

import argparse
import re
from collections.abc import Iterable
from typing import Any
from unicodedata import east_asian_width

from quizapp.cli.korean import HELP

_USAGE = "사용법: "


class KoreanHelp(argparse.HelpFormatter):
    """A Hangul syllable takes two cells where argparse counts one character."""

    def start_section(self, heading: str | None) -> None:
        """A group of options under its title."""
        super().start_section(heading and HELP.get(heading, heading))

    def add_text(self, text: str | None) -> None:
        """What a verb is for."""
        super().add_text(text and HELP.get(text, text))

    def _get_help_string(self, action: argparse.Action) -> str | None:
        return action.help and HELP.get(action.help, action.help)

    def _format_usage(
        self, usage: str | None, actions: Iterable[Any], groups: Iterable[Any], prefix: str | None
    ) -> str:
        # What goes on below is set in as far as the prefix is long: one of as many characters as
        # the Korean one has cells takes its place meanwhile.
        stand_in = prefix or "\0" * _cells(_USAGE)
        written = super()._format_usage(usage, actions, groups, stand_in)
        return written.replace(stand_in, _USAGE if prefix is None else prefix, 1)

    def _split_lines(self, text: str, width: int) -> list[str]:
        return _wrapped(text, width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(indent + line for line in _wrapped(text, width - len(indent)))


def _wrapped(text: str, width: int) -> list[str]:
    """The words of the text in lines of so many cells; a longer word has a line of its own."""
    lines: list[str] = []
    for word in re.split(r"\s+", text.strip()):
        if lines and _cells(lines[-1]) + 1 + _cells(word) <= width:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines


def _cells(text: str) -> int:
    # As the words room measures them, without the words room: help waits for nothing.
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
