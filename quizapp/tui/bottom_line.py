"""The bottom line: what ``enter`` does, and what the menu holds under which number."""

from collections.abc import Iterator

from textual.content import Content

from quizapp.tui.commands import COMMANDS, listed
from quizapp.tui.numbered import MOST_DIGITS
from quizapp.tui.text import QUIET, STRONG, plain, side_by_side
from quizapp.words import Language, cell_width

_GAP = "  "


def bottom_line(
    names: tuple[str, ...], unavailable: frozenset[str], language: Language, width: int
) -> Content:
    """As many as fit into the width, the last of them an ellipsis where some do not."""
    pieces = list(_pieces(names, unavailable, language))
    shown: list[Content] = []
    used = 0
    for place, (content, length) in enumerate(pieces):
        spare = 0 if place == len(pieces) - 1 else cell_width(" …")
        if used + length + spare > width:
            shown.append(plain(" …", QUIET))
            break
        shown.append(content)
        used += length
    return side_by_side(shown)


def _pieces(
    names: tuple[str, ...], unavailable: frozenset[str], language: Language
) -> Iterator[tuple[Content, int]]:
    first = COMMANDS[names[0]]
    if first.name not in unavailable:
        key, label = first.keys.partition(",")[0], first.label(language)
        yield _piece(key, f" {label}{_GAP}")
    for name in names[1:]:
        if COMMANDS[name].shown and name not in unavailable:
            key = COMMANDS[name].keys.partition(",")[0]
            yield _piece(key, f" {COMMANDS[name].label(language)}{_GAP}")
    yield _piece("esc", f" {COMMANDS['menu'].label(language)}:")
    for number, command in enumerate(listed(names), 1):
        if command.name not in unavailable:
            key = str(number) if number <= MOST_DIGITS else command.keys.partition(",")[0]
            yield _piece(f" {key}", f" {command.label(language)} ")


def _piece(key: str, label: str) -> tuple[Content, int]:
    return side_by_side([plain(key, STRONG), plain(label)]), cell_width(key + label)
