"""Everything a key does on some screen, in one table.

Bindings, the bottom line, the ``esc`` menu, the palette and the help are all made from it, so a
command is never bound without being listed. Keys are digits, enter, space, arrows, tab, escape or
backspace; letters are aliases, each with the jamo of its key on a Hangul keyboard.
"""

from dataclasses import dataclass

from textual.binding import Binding, BindingType

from quizapp.words import Language, say


@dataclass(frozen=True, slots=True)
class Command:
    """Something a key does.

    ``name`` is the action of the screen (of the program, where ``everywhere``) that does it, and
    its phrases are ``tui.{name}`` and ``tui.{name}-help`` in words.
    """

    name: str
    keys: str
    everywhere: bool = False
    in_menu: bool = True
    shown: bool = False
    """Stands on the bottom line with its own key."""

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
        Command("next", "enter,space,right,n,ㅜ", in_menu=False),
        Command("study", "1", in_menu=False),
        Command("quiz", "2", in_menu=False),
        Command("mistakes", "3", in_menu=False),
        Command("todays-topic", "4", in_menu=False),
        Command("cards", "5", in_menu=False),
        Command("sprint", "6", in_menu=False),
        Command("peers", "7", everywhere=True, in_menu=False),
        Command("calculator", "8,c,ㅊ", everywhere=True, in_menu=False),
        Command("progress", "9", everywhere=True, in_menu=False),
        Command("browse", "0", everywhere=True, in_menu=False),
        Command("unfold", "right", in_menu=False),
        Command("fold", "left", in_menu=False),
        Command("not-mine", "0", in_menu=False, shown=True),
        Command("first-slip", "1", in_menu=False),
        Command("second-slip", "2", in_menu=False),
        Command("third-slip", "3", in_menu=False),
        Command("change", "enter", in_menu=False),
        Command("hint", "h,ㅗ"),
        Command("skip", "s,ㄴ"),
        Command("undo", "u,ㅕ"),
        Command("take-back", "backspace,u,ㅕ"),
        Command("flag", "f,ㄹ"),
        Command("previous", "left,p,ㅔ"),
        Command("picture", "p,ㅔ"),
        Command("what-if", "w,ㅈ"),
        Command("show-one", "x,ㅌ"),
        Command("retire", "r,ㄱ"),
        Command("signature", "g,ㅎ"),
        Command("finish", "e,ㄷ"),
        Command("back", "b,ㅠ"),
        Command("field", "tab", in_menu=False),
        Command("view", "f2"),
        Command("zoo", "f3"),
        Command("compare", "f4"),
        Command("mistake", "f5"),
        Command("go-home", "f10"),
        Command("close", "enter,backspace,b,ㅠ", in_menu=False),
        Command("go-back", "backspace,b,ㅠ"),
        Command("step", "right,space,n,ㅜ"),
        Command("step-back", "left,p,ㅔ"),
        Command("other", "tab,o,ㅐ"),
        Command("more", "right,plus,equals_sign"),
        Command("less", "left,minus"),
        Command("settings", "comma", everywhere=True),
        Command("home", "f10", everywhere=True),
        Command("help", "f1,question_mark", everywhere=True),
        Command("palette", "ctrl+p", in_menu=False),
        Command("lock", "enter", in_menu=False),
        Command("peek", "tab", in_menu=False),
        Command("ready", "enter", in_menu=False),
        Command("ways", "1,w,ㅈ"),
        Command("people", "o,ㅐ"),
        Command("begin-group", "enter", in_menu=False),
        Command("see", "enter", in_menu=False),
        Command("next-question", "enter,n,ㅜ"),
        Command("question-before", "p,ㅔ"),
        Command("next-seed", "right,plus,equals_sign"),
        Command("seed-before", "left,minus"),
        Command("other-level", "tab"),
        Command("list", "backspace,b,ㅠ"),
        Command("language", "l,ㅣ", everywhere=True),
        Command("quit", "q,ㅂ", everywhere=True),
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
    """The bindings of a screen with these commands, and of what every screen does."""
    return [
        Binding(COMMANDS[name].keys, COMMANDS[name].action, show=False)
        for name in dict.fromkeys((*names, *ON_EVERY_SCREEN))
    ]


def listed(names: tuple[str, ...]) -> tuple[Command, ...]:
    """Those of a screen's commands that its menu numbers, in order."""
    return tuple(COMMANDS[name] for name in names if COMMANDS[name].in_menu)
