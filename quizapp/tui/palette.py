"""Commands as the palette and the help list them: with their keys and what they do."""

from collections.abc import Mapping, Sequence

from quizapp.tui.commands import COMMANDS, ON_EVERY_SCREEN, PLACES, Command, listed
from quizapp.tui.keys import MOST_DIGITS
from quizapp.words import LANGUAGES, Language, cell_width, fit

_GAP = 2


def offered(
    names: Sequence[str], unavailable: frozenset[str], table: Mapping[str, Command] = COMMANDS
) -> tuple[Command, ...]:
    """What can be done on a screen with these commands, then the places to go from anywhere.

    What ``enter`` does is left out, for enter does it.
    """
    here = [name for name in names[1:] if name not in unavailable and name not in PLACES]
    places = [name for name in PLACES if name != "home" or "go-home" not in names]
    return tuple(table[name] for name in (*here, *places))


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
    keys = [*command.shown_keys]
    numbered = [each.name for each in listed(tuple(names))]
    if command.name in numbered[:MOST_DIGITS]:
        keys.append(f"esc {numbered.index(command.name) + 1}")
    return "  ".join(keys)
