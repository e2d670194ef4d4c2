"""Everything a key does on some screen, in one table.

Bindings, the bottom line and the ``esc`` menu are all made from it, so a command is never bound
without being listed. Keys are digits, enter, space, arrows, tab, escape or backspace; letters are
aliases, each with the jamo of its key on a Hangul keyboard.
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
        Command("hint", "h,ㅗ"),
        Command("skip", "s,ㄴ"),
        Command("undo", "u,ㅕ"),
        Command("take-back", "backspace,u,ㅕ"),
        Command("flag", "f,ㄹ"),
        Command("previous", "left,p,ㅔ"),
        Command("finish", "e,ㄷ"),
        Command("back", "b,ㅠ"),
        Command("language", "l,ㅣ", everywhere=True),
        Command("quit", "q,ㅂ", everywhere=True),
        Command("menu", "escape,f1,question_mark", in_menu=False),
        Command("scroll-up", "up", in_menu=False),
        Command("scroll-down", "down", in_menu=False),
        Command("page-up", "pageup", in_menu=False),
        Command("page-down", "pagedown", in_menu=False),
    )
}

ON_EVERY_SCREEN = ("menu", "scroll-up", "scroll-down", "page-up", "page-down")


def bindings(names: tuple[str, ...]) -> list[BindingType]:
    """The bindings of a screen with these commands, and of what every screen does."""
    return [
        Binding(COMMANDS[name].keys, COMMANDS[name].action, show=False)
        for name in (*names, *ON_EVERY_SCREEN)
    ]


def listed(names: tuple[str, ...]) -> tuple[Command, ...]:
    """Those of a screen's commands that its menu numbers, in order."""
    return tuple(COMMANDS[name] for name in names if COMMANDS[name].in_menu)
