"""Everything a key does on some screen, in one table.

Bindings, the bottom line, the ``esc`` menu, the palette and the help are all made from it, so a
command is never bound without being listed. Keys are digits, enter, space, arrows, tab, escape or
backspace; letters and other keys are aliases, and a learner may put another in their place.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from textual.binding import Binding, BindingType

from quizapp.frozen import dataclass
from quizapp.tui.keys import FREE, pressed_as, shown_keys
from quizapp.words import Language, Text, cell_width, fit, phrase, say

_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Command:
    """Something a key does.

    ``name`` is the action of the screen (of the program, where ``everywhere``) that does it, and
    its phrases are ``tui.{name}`` and ``tui.{name}-help`` in words.
    """

    name: str
    keys: str
    """By Textual's names, apart by commas."""
    everywhere: bool = False
    in_menu: bool = True
    shown: bool = False
    """Stands on the bottom line with its own key."""

    @property
    def fixed(self) -> tuple[str, ...]:
        """The keys it always has."""
        return tuple(key for key in self.keys.split(",") if key not in FREE)

    @property
    def own(self) -> tuple[str, ...]:
        """The keys in whose place it may be given another."""
        return tuple(key for key in self.keys.split(",") if key in FREE)

    @property
    def shown_keys(self) -> tuple[str, ...]:
        """Its keys as they are called."""
        return shown_keys(self.keys.split(","))

    @property
    def action(self) -> str:
        """What Textual calls."""
        name = self.name.replace("-", "_")
        return f"app.{name}" if self.everywhere else name

    def label(self, language: Language) -> str:
        """One or two words for the bottom line."""
        return say(f"tui.{self.name}", language)

    def help(self, language: Language) -> str:
        """What it does, in a line."""
        return say(f"tui.{self.name}-help", language)


COMMANDS = {
    command.name: command
    for command in (
        Command("check", "enter", in_menu=False),
        Command("start", "enter", in_menu=False),
        Command("choose", "enter", in_menu=False),
        Command("next", "enter,space,right,n", in_menu=False),
        Command("study", "1", in_menu=False),
        Command("quiz", "2", in_menu=False),
        Command("mistakes", "3", in_menu=False),
        Command("todays-topic", "4", in_menu=False),
        Command("cards", "5", in_menu=False),
        Command("sprint", "6", in_menu=False),
        Command("peers", "7", everywhere=True, in_menu=False),
        Command("calculator", "8,c", everywhere=True, in_menu=False),
        Command("progress", "9", everywhere=True, in_menu=False),
        Command("browse", "0", everywhere=True, in_menu=False),
        Command("unfold", "right", in_menu=False),
        Command("fold", "left", in_menu=False),
        Command("not-mine", "0", in_menu=False, shown=True),
        Command("first-slip", "1", in_menu=False),
        Command("second-slip", "2", in_menu=False),
        Command("third-slip", "3", in_menu=False),
        Command("change", "enter", in_menu=False),
        Command("new-key", "enter", in_menu=False),
        Command("hint", "h"),
        Command("skip", "s"),
        Command("undo", "u"),
        Command("take-back", "backspace,u"),
        Command("flag", "f"),
        Command("previous", "left,p"),
        Command("picture", "p"),
        Command("what-if", "w"),
        Command("show-one", "x"),
        Command("retire", "r"),
        Command("signature", "g"),
        Command("finish", "e"),
        Command("back", "b"),
        Command("field", "tab", in_menu=False),
        Command("view", "f2"),
        Command("zoo", "f3"),
        Command("compare", "f4"),
        Command("mistake", "f5"),
        Command("go-home", "f10"),
        Command("close", "enter,backspace,b", in_menu=False),
        Command("go-back", "backspace,b"),
        Command("step", "right,space,n"),
        Command("step-back", "left,p"),
        Command("other", "tab,o"),
        Command("more", "right,plus,equals_sign"),
        Command("less", "left,minus"),
        Command("settings", "comma", everywhere=True),
        Command("home", "f10", everywhere=True),
        Command("help", "f1,question_mark", everywhere=True),
        Command("palette", "ctrl+p", in_menu=False),
        Command("lock", "enter", in_menu=False),
        Command("peek", "tab", in_menu=False),
        Command("ready", "enter", in_menu=False),
        Command("ways", "1,w"),
        Command("people", "o"),
        Command("begin-group", "enter", in_menu=False),
        Command("see", "enter", in_menu=False),
        Command("next-question", "enter,n"),
        Command("question-before", "b"),
        Command("next-seed", "right,plus,equals_sign"),
        Command("seed-before", "left,minus"),
        Command("other-level", "tab"),
        Command("list", "backspace"),
        Command("language", "l", everywhere=True),
        Command("quit", "q", everywhere=True),
        Command("menu", "escape", in_menu=False),
        Command("scroll-up", "up", in_menu=False),
        Command("scroll-down", "down", in_menu=False),
        Command("page-up", "pageup", in_menu=False),
        Command("page-down", "pagedown", in_menu=False),
    )
}

ON_EVERY_SCREEN = (
    "menu", "help", "palette", "scroll-up", "scroll-down", "page-up", "page-down"
)  # fmt: skip
PLACES = (
    "home", "progress", "calculator", "peers", "browse", "settings", "help", "language", "quit"
)  # fmt: skip
"""What the palette offers on every screen, whatever else can be done there."""


def bindings(names: tuple[str, ...]) -> list[BindingType]:
    """The bindings of a screen with these commands, and of what every screen does.

    Of the keys they always have: the others are in :func:`free_bindings`.
    """
    return [
        Binding(",".join(command.fixed), command.action, show=False)
        for command in map(COMMANDS.__getitem__, dict.fromkeys((*names, *ON_EVERY_SCREEN)))
        if command.fixed
    ]


def free_bindings() -> list[BindingType]:
    """A binding for each key that a command may be given: which has it is found when it is pressed.

    Textual's own keymap is no help here: it gives no key to a command whose letters a field takes.
    """
    return [
        Binding(pressed, f"own_key('{key}')", show=False)
        for key in sorted(FREE)
        for pressed in pressed_as(key)
    ]


def listed(names: tuple[str, ...]) -> tuple[Command, ...]:
    """Those of a screen's commands that its menu numbers, in order."""
    return tuple(COMMANDS[name] for name in names if COMMANDS[name].in_menu)


def commands_with(given: Iterable[tuple[str, str]]) -> Mapping[str, Command]:
    """The table where commands have been given other keys; pairs that cannot be are passed over."""
    changed = {
        name: replace(COMMANDS[name], keys=",".join((*COMMANDS[name].fixed, key)))
        for name, key in given
        if name in COMMANDS and COMMANDS[name].own and key in FREE
    }
    return {**COMMANDS, **changed}


def faults_in(given: Iterable[tuple[str, str]]) -> list[Text]:
    """What is wrong with keys that were written by hand."""
    faults = []
    for name, key in given:
        figures = {"name": _cut(name), "pressed": _cut(key)}
        if name not in COMMANDS or not COMMANDS[name].own:
            faults.append(phrase("options.key-of-nothing", **figures))
        elif key not in FREE:
            faults.append(phrase("options.key-impossible", **figures))
    return faults


def _cut(text: str) -> str:
    return fit(text, min(cell_width(text), _LONGEST_NAME))


def with_key(names: Iterable[str], key: str, table: Mapping[str, Command]) -> list[Command]:
    """Those of the commands named, and of what every screen does, that have a key."""
    here = dict.fromkeys((*names, *ON_EVERY_SCREEN))
    return [table[name] for name in here if key in table[name].keys.split(",")]
