"""The bottom line: what ``enter`` does, and what the menu holds under which number."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from textual.content import Content

from quizapp.tui.commands import COMMANDS, Command
from quizapp.tui.keys import MOST_DIGITS
from quizapp.tui.text import QUIET, STRONG, Remembered, plain, side_by_side
from quizapp.words import Language, cell_width

_GAP = "  "


def bottom_line(
    names: tuple[str, ...],
    unavailable: frozenset[str],
    language: Language,
    width: int,
    table: Mapping[str, Command] = COMMANDS,
) -> Content:
    """As many as fit into the width, the last of them an ellipsis where some do not."""
    return _line(tuple(table[name] for name in names), unavailable, language, width)


# A question and its verdict show theirs in turn.
@lru_cache(maxsize=32)
def _line(
    commands: tuple[Command, ...], unavailable: frozenset[str], language: Language, width: int
) -> Content:
    pieces = list(_pieces(commands, unavailable, language))
    shown: list[Content] = []
    used = 0
    for place, (content, length) in enumerate(pieces):
        spare = 0 if place == len(pieces) - 1 else cell_width(" …")
        if used + length + spare > width:
            shown.append(plain(" …", QUIET))
            break
        shown.append(content)
        used += length
    return Remembered(side_by_side(shown))


def _pieces(
    commands: Sequence[Command], unavailable: frozenset[str], language: Language
) -> Iterator[tuple[Content, int]]:
    first, open_ = commands[0], [each for each in commands if each.name not in unavailable]
    for command in open_:
        if command is first or command.shown:
            yield _piece(command.shown_keys[0], f" {command.label(language)}{_GAP}")
    yield _piece("esc", f" {COMMANDS['menu'].label(language)}:")
    numbered = (command for command in commands if command.in_menu)
    for number, command in enumerate(numbered, 1):
        if command in open_:
            key = str(number) if number <= MOST_DIGITS else command.shown_keys[0]
            yield _piece(f" {key}", f" {command.label(language)} ")


def _piece(key: str, label: str) -> tuple[Content, int]:
    return side_by_side([plain(key, STRONG), plain(label)]), cell_width(key + label)
