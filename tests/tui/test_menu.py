import pytest

from quizapp.tui.bottom_line import bottom_line
from quizapp.tui.calculator import CalculatorScreen
from quizapp.tui.commands import COMMANDS, ON_EVERY_SCREEN, bindings, listed
from quizapp.tui.example import ExampleScreen
from quizapp.tui.help import HelpScreen, screens
from quizapp.tui.home import HomeScreen
from quizapp.tui.menu import Menu
from quizapp.tui.missed import MissedScreen
from quizapp.tui.picture import PictureScreen
from quizapp.tui.progress import ProgressScreen
from quizapp.tui.question import ASKED
from quizapp.tui.results import ResultsScreen
from quizapp.tui.screen import LEAST_COLUMNS, CommandScreen
from quizapp.tui.settings_screen import SettingsScreen
from quizapp.tui.sitting import SittingScreen
from quizapp.tui.verdict import ANSWERED
from quizapp.tui.what_if import WhatIfScreen
from quizapp.words import LANGUAGES, Language, cell_width
from tests.tui.playing import Kept, Player, launch, play

SCREENS: tuple[tuple[type[CommandScreen], tuple[str, ...]], ...] = (
    (SittingScreen, ASKED),
    (SittingScreen, ANSWERED),
    *(
        (screen, screen.NAMES)
        for screen in (
            HomeScreen, ResultsScreen, MissedScreen, CalculatorScreen, PictureScreen, WhatIfScreen,
            ProgressScreen, SettingsScreen, HelpScreen, ExampleScreen,
        )
    ),
)  # fmt: skip
"""With the commands that each has at one time."""

AROUND_LABEL = 13
"""Frame and padding of the menu, mark and number of a row."""

PLAIN_KEYS = {
    "enter", "space", "tab", "escape", "backspace", "up", "down", "left", "right", *"0123456789"
}  # fmt: skip


@pytest.mark.parametrize(("screen", "names"), SCREENS)
def test_every_command_of_a_screen_is_on_a_plain_key_or_in_the_menu(
    screen: type[CommandScreen],  # names the case
    names: tuple[str, ...],
) -> None:
    numbered = {command.name for command in listed(names)}
    assert len(numbered) <= 9
    for name in names:
        keys = COMMANDS[name].keys.split(",")
        assert name in numbered or keys[0] in PLAIN_KEYS


@pytest.mark.parametrize(("screen", "names"), SCREENS)
def test_every_command_of_a_screen_has_an_action(
    screen: type[CommandScreen], names: tuple[str, ...]
) -> None:
    for name in (*names, *ON_EVERY_SCREEN):
        command = COMMANDS[name]
        if not command.everywhere:
            assert callable(getattr(screen, f"action_{command.action}"))


def test_no_key_means_two_things_on_one_screen() -> None:
    for _, names in SCREENS:
        keys = [
            key for name in {*names, *ON_EVERY_SCREEN} for key in COMMANDS[name].keys.split(",")
        ]
        assert len(keys) == len(set(keys))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_has_a_label_and_a_help_in_both_languages(language: Language) -> None:
    for name, command in COMMANDS.items():
        if name not in ON_EVERY_SCREEN or name == "menu":
            assert command.label(language)
            assert command.help(language)


def test_bindings_are_those_of_the_keys_that_stay() -> None:
    made = bindings(("check", "take-back"))
    assert {(each.key, each.action) for each in made if not isinstance(each, tuple)} == {
        ("enter", "check"), ("backspace", "take_back"), ("escape", "menu"), ("up", "scroll_up"),
        ("down", "scroll_down"), ("pageup", "page_up"), ("pagedown", "page_down"),
    }  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [0, 10, 58, 78, 118])
def test_the_bottom_line_fits_its_width(language: Language, width: int) -> None:
    for _, names in SCREENS:
        line = bottom_line(names, frozenset(), language, width).plain
        assert cell_width(line) <= max(width, cell_width(" …"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_of_a_menu_is_cut_on_the_narrowest_terminal(language: Language) -> None:
    for names in screens().values():
        labels = Menu(listed(names), frozenset(), language).labels()
        assert [label for label in labels if cell_width(label) > LEAST_COLUMNS - AROUND_LABEL] == []


def test_the_bottom_line_names_no_number_that_is_no_key() -> None:
    for names in screens().values():
        line = bottom_line(names, frozenset(), "en", 300).plain
        assert not [word for word in line.split() if word.isdecimal() and len(word) > 1]


def test_what_cannot_be_done_is_not_on_the_bottom_line() -> None:
    names = ("check", "hint", "undo")
    line = bottom_line(names, frozenset({"hint"}), "en", 78).plain
    assert "hint" not in line
    assert "2 undo" in line


def test_the_menu_is_moved_through_with_arrows_and_closed_with_escape() -> None:
    async def script(player: Player) -> None:
        await player.press("escape")
        assert player.screen == "Menu"
        await player.press("escape")
        assert player.screen == "Question"
        await player.press("escape", "down", "enter")
        assert "2 of 2" in player.shown

    play(launch("weights", "sees"), script)


def test_the_mouse_opens_the_menu_too() -> None:
    async def script(player: Player) -> None:
        await player.pilot.click("#bottom-line")
        await player.settle()
        assert player.screen == "Menu"

    play(launch("weights"), script)


def test_the_menu_leaves_what_is_typed_to_be_typed_on() -> None:
    async def script(player: Player) -> None:
        await player.type("46")
        await player.press("escape", "1")
        await player.type("40")
        assert "read as 4,640" in player.shown

    play(launch("weights"), script)


def test_the_language_is_switched_while_an_answer_is_typed() -> None:
    async def script(player: Player) -> None:
        await player.type("4608")
        await player.press("escape", "8")
        assert "이 층의 파라미터는 모두 몇 개인가요?" in player.shown
        assert "4,608로 읽었어요" in player.shown
        assert "메뉴" in player.shown
        await player.press("enter")
        assert "✗ 오답이에요: 4,608" in player.shown
        assert "편향 32개" in player.shown
        await player.press("escape", "8")
        assert "✗ Not quite: 4,608" in player.shown

    play(launch("weights"), script)


def test_quitting_from_the_menu_ends_the_program() -> None:
    async def script(player: Player) -> None:
        await player.press("escape", "9")

    app = play(launch("weights"), script)
    assert not app.return_code


def test_ctrl_c_asks_once_and_ends_at_the_second_press() -> None:
    async def script(player: Player) -> None:
        await player.press("ctrl+c")
        assert "Leave quizapp? Every answer is saved." in player.shown
        await player.press("escape")
        assert player.screen == "Question"
        await player.press("ctrl+c", "ctrl+c")

    assert play(launch("weights"), script).return_code == 130


def test_ctrl_c_in_the_menu_asks_too() -> None:
    async def script(player: Player) -> None:
        await player.press("escape", "ctrl+c")
        assert player.screen == "Leave"

    play(launch("weights"), script)


def test_ctrl_c_copies_what_is_selected() -> None:
    async def script(player: Player) -> None:
        await player.type("4608")
        await player.press("shift+home", "ctrl+c")
        assert player.screen == "Question"
        assert player.app.clipboard == "4608"

    play(launch("weights"), script)


def test_leaving_says_how_much_is_not_saved() -> None:
    history = Kept()
    history.failing = True

    async def script(player: Player) -> None:
        await player.answer("4640")
        await player.press("ctrl+c")
        assert "Not saved and lost then: 1" in player.shown

    play(launch("weights", history=history), script)
