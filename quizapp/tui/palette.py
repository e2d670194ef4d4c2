"""Commands as the palette and the help list them: with their keys and what they do."""

from collections.abc import Iterable, Sequence

from quizapp.tui.commands import COMMANDS, ON_EVERY_SCREEN, PLACES, Command, listed
from quizapp.tui.numbered import MOST_DIGITS
from quizapp.words import LANGUAGES, Language, cell_width, fit

_GAP = 2
_SHOWN_AS = {
    "escape": "esc", "question_mark": "?", "left": "←", "right": "→", "up": "↑", "down": "↓",
    "f1": "F1", "f2": "F2", "f3": "F3", "f4": "F4", "f5": "F5", "f10": "F10",
    "plus": "+", "comma": ",", "pageup": "page up", "pagedown": "page down",
}  # fmt: skip
_UNSHOWN = {"equals_sign"}


def offered(names: Sequence[str], unavailable: frozenset[str]) -> tuple[Command, ...]:
    """What can be done on a screen with these commands, then the places to go from anywhere.

    What ``enter`` does is left out, for enter does it.
    """
    here = [name for name in names[1:] if name not in unavailable and name not in PLACES]
    places = [name for name in PLACES if name != "home" or "go-home" not in names]
    return tuple(COMMANDS[name] for name in (*here, *places))


def labels_of(
    commands: Sequence[Command], names: Sequence[str], language: Language, width: int
) -> list[str]:
    """A line a command: its label, what it does and, where there is room, its keys there."""
    labels = [command.label(language) for command in commands]
    helps = [command.help(language) for command in commands]
    column = max(map(cell_width, labels), default=0) + _GAP
    second = max(map(cell_width, helps), default=0) + _GAP
    keys = [keys_of(command, names) for command in commands]
    if column + second + max(map(cell_width, keys), default=0) > width:
        keys = [""] * len(keys)
    return [
        f"{fit(label, column)}{fit(text, second)}{key}".rstrip()
        for label, text, key in zip(labels, helps, keys, strict=True)
    ]


def names_of(command: Command) -> str:
    """What a command is found by: all that is said of it, in both languages."""
    return " ".join(f"{command.label(language)} {command.help(language)}" for language in LANGUAGES)


def keys_of(command: Command, names: Sequence[str]) -> str:
    """The keys of a command on a screen with those names, and its number in the menu there."""
    if command.name not in (*names, *ON_EVERY_SCREEN):
        return ""
    keys = [_SHOWN_AS.get(key, key) for key in _shown(command.keys.split(","))]
    numbered = [each.name for each in listed(tuple(names))]
    if command.name in numbered[:MOST_DIGITS]:
        keys.append(f"esc {numbered.index(command.name) + 1}")
    return "  ".join(keys)


def _shown(keys: Iterable[str]) -> list[str]:
    """Without the second names of a key: its jamo, and a plus without shift."""
    return [key for key in keys if key.isascii() and key not in _UNSHOWN]
