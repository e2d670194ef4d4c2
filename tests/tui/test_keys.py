"""Keys that a learner has set hold at once, are kept, and leave a way that always suffices."""

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.widgets import Input, TextArea

import quizapp.tui
from quizapp.errors import SettingsError
from quizapp.settings import Settings, load_settings, save_settings
from quizapp.tui import Launch
from quizapp.tui.commands import COMMANDS, ON_EVERY_SCREEN, commands_with, free_bindings
from quizapp.tui.keys import FREE, meant, pressed_as
from quizapp.tui.keys_screen import CHANGEABLE, together, why_not
from quizapp.tui.numbered import NumberedList
from quizapp.tui.orderly import OrderlyApp
from quizapp.tui.palette import keys_of
from quizapp.tui.rows import RowList
from quizapp.tui.screen import CommandScreen
from quizapp.words import LANGUAGES, Language, Text, cell_width
from tests.tui.playing import Player, launch, play
from tests.tui.screen_text import expect_golden

JAMO = dict(
    zip("qwertyuiopasdfghlzxcvbnm", "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅣㅋㅌㅊㅍㅠㅜㅡ", strict=True)
)
SIZES = [(80, 24), (60, 18), (120, 40)]


def with_keys(start: Launch, **keys: str) -> Launch:
    pairs = tuple((name.replace("_", "-"), key) for name, key in keys.items())
    return replace(start, settings=Settings(keys=pairs))


async def open_keys(player: Player) -> None:
    """By way of the settings; their last row."""
    player.app.action_settings()
    await player.settle()
    await player.press("up", "enter")
    assert player.screen == "KeysScreen"


async def go_to(player: Player, name: str) -> None:
    rows = player.app.screen.query_one(RowList)
    while rows.cursor != CHANGEABLE.index(name):
        await player.press("down")


async def give(player: Player, name: str, *keys: str) -> None:
    await go_to(player, name)
    await player.press("enter", *keys)


def given_in(player: Player) -> dict[str, str]:
    return dict(player.app.settings.keys)


def subclasses(screen: type[CommandScreen]) -> Iterator[type[CommandScreen]]:
    for each in screen.__subclasses__():
        yield each
        yield from subclasses(each)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_the_list_of_keys_looks_as_it_did(language: Language, size: tuple[int, int]) -> None:
    async def script(player: Player) -> None:
        await open_keys(player)
        await give(player, "skip", "z")
        assert all(cell_width(line) <= size[0] for line in player.shown.splitlines())
        expect_golden(f"keys.{language}.{size[0]}", player.shown)
        await player.press("up", "enter", "x")
        assert all(cell_width(line) <= size[0] for line in player.shown.splitlines())
        expect_golden(f"keys-taken.{language}.{size[0]}", player.shown)

    play(launch(language=language), script, size)


def test_a_key_is_given_kept_and_followed_at_once(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"

    def save(settings: Settings) -> None:
        save_settings(path, "ana", settings)

    async def script(player: Player) -> None:
        await open_keys(player)
        await give(player, "hint", "f12")
        assert "Saved: “hint” is on F12." in player.shown
        assert "F12 (h)" in player.shown
        await player.press("backspace")
        assert "1 changed ›" in player.shown
        await player.press("backspace", "f12")
        assert "hint 1 of" in player.shown

    play(replace(launch("weights"), save=save), script)
    assert load_settings(path, "ana").settings.keys == (("hint", "f12"),)
    assert load_settings(path, "bo").settings.keys == ()


def test_a_key_works_while_a_field_takes_letters() -> None:
    """And its letter, which it had before, is typed."""

    async def script(player: Player) -> None:
        await player.type("h")
        await player.press("f9")
        assert "hint 1 of" in player.shown
        assert "hint 2 of" not in player.shown

    play(with_keys(launch("weights"), hint="f9"), script)


@pytest.mark.parametrize("key", ["z", "ㅋ"])
def test_the_jamo_of_a_key_does_what_its_letter_does(key: str) -> None:
    async def script(player: Player) -> None:
        await player.answer("4640")
        await player.press(key)
        assert player.screen == "PictureScreen"
        await player.press("backspace", "p", "ㅔ")
        assert player.screen == "Verdict"

    play(with_keys(launch("weights"), picture="z"), script)


@pytest.mark.parametrize("key", ["ㅋ", "Z", "z"])
def test_a_key_is_asked_for_in_whatever_way_it_is_pressed(key: str) -> None:
    async def script(player: Player) -> None:
        await open_keys(player)
        await give(player, "flag", key)
        assert given_in(player) == {"flag": "z"}

    play(launch(), script)


def test_a_key_that_stands_on_the_same_screen_is_refused_and_named() -> None:
    async def script(player: Player) -> None:
        await open_keys(player)
        await give(player, "skip", "h")
        assert player.screen == "KeyAsked"
        assert "h is already the key of “hint”" in player.shown
        await player.press("f1")
        assert "F1 is already the key of “help”" in player.shown
        await player.press("escape")
        assert given_in(player) == {}
        await give(player, "hint", "z")
        await give(player, "skip", "h")
        assert given_in(player) == {"hint": "z", "skip": "h"}

    play(launch(), script)


def test_a_key_may_mean_something_else_on_another_screen() -> None:
    async def script(player: Player) -> None:
        await open_keys(player)
        await give(player, "view", "h")
        assert given_in(player) == {"view": "h"}

    play(launch(), script)


@pytest.mark.parametrize(
    "key", ["enter", "7", "left", "up", "tab", "space", "j", "k", "ctrl+d", "f6", "pageup", "home"]
)
def test_a_key_that_always_suffices_is_no_commands(key: str) -> None:
    async def script(player: Player) -> None:
        await open_keys(player)
        await give(player, "skip", key)
        assert player.screen == "KeyAsked"
        assert "cannot be given to a command" in player.shown
        await player.press("escape")
        assert given_in(player) == {}

    play(launch(), script)


def test_ctrl_c_asks_to_leave_while_a_key_is_asked_for() -> None:
    async def script(player: Player) -> None:
        await open_keys(player)
        await give(player, "skip", "ctrl+c")
        assert player.screen == "Leave"

    play(launch(), script)


@pytest.mark.parametrize("key", ["backspace", "delete", "s"])
def test_a_command_is_given_its_own_key_back(key: str) -> None:
    async def script(player: Player) -> None:
        await open_keys(player)
        await give(player, "skip", "z")
        await give(player, "skip", key)
        assert "Saved: “skip” is on s." in player.shown
        assert given_in(player) == {}

    play(launch(), script)


def test_its_own_key_is_not_given_back_while_another_has_it() -> None:
    async def script(player: Player) -> None:
        await open_keys(player)
        await give(player, "skip", "z")
        await give(player, "hint", "s")
        await give(player, "skip", "backspace")
        assert "s is already the key of “hint”" in player.shown
        await player.press("escape")
        assert given_in(player) == {"skip": "z", "hint": "s"}

    play(launch(), script)


def test_one_row_gives_all_keys_back() -> None:
    async def script(player: Player) -> None:
        await open_keys(player)
        await player.press("up")
        assert player.app.screen.query_one(RowList).cursor == len(CHANGEABLE) - 1
        await give(player, "skip", "z")
        await give(player, "hint", "f9")
        rows = player.app.screen.query_one(RowList)
        while rows.cursor != len(CHANGEABLE) + 1:
            await player.press("down")
        await player.press("enter")
        assert given_in(player) == {}
        assert "all commands have their own keys" in player.shown

    play(launch(), script)


def test_keys_that_cannot_be_kept_hold_and_say_so() -> None:
    error = SettingsError("settings-unwritable", "{path} cannot be written ({reason})",
                          path="settings.json", reason="full")  # fmt: skip

    async def script(player: Player) -> None:
        await open_keys(player)
        await give(player, "skip", "z")
        assert "! settings.json cannot be written" in player.shown
        assert given_in(player) == {"skip": "z"}

    play(replace(launch(), save=lambda _: error), script)


def test_help_palette_and_settings_show_the_keys_that_are_set() -> None:
    async def script(player: Player) -> None:
        await player.press("f9")
        line = next(line for line in player.shown.splitlines() if " settings " in line)
        assert " t " in line
        await player.press("enter", "ctrl+t")
        assert player.screen == "Picker"
        await player.press("escape", "t")
        assert "F9 shows all keys, ctrl+t finds a command" in player.shown

    play(with_keys(launch(), help="f9", palette="ctrl+t", settings="t"), script, (120, 80))
    table = commands_with([("hint", "z")])
    assert keys_of(table["hint"], ("check", "hint")) == "z  esc 1"


def test_the_menu_does_everything_whatever_is_set() -> None:
    async def script(player: Player) -> None:
        await player.press("escape", "1")
        assert "hint 1 of" in player.shown

    play(with_keys(launch("weights"), hint="f9", help="z", palette="y"), script)


def test_what_a_hand_wrote_that_cannot_be_is_said_and_passed_over() -> None:
    async def script(player: Player) -> None:
        assert "there is no command `hnit`" in player.shown
        assert "`enter` cannot be the key of `hint`" in player.shown
        assert "no command `check`" in player.shown
        assert "[b]x" in player.shown
        assert player.app.commands == COMMANDS

    pairs = (("hnit", "z"), ("hint", "enter"), ("check", "z"), ("[b]x[/]" * 20, "\x1b[31m"))
    play(replace(launch(), settings=Settings(keys=pairs)), script, (120, 60))


def test_what_is_not_known_is_kept_when_another_key_is_set() -> None:
    kept: list[Settings] = []

    async def script(player: Player) -> None:
        await open_keys(player)
        await give(player, "skip", "z")

    play(replace(with_keys(launch(), of_tomorrow="z"), save=kept.append), script)
    assert kept[-1].keys == (("of-tomorrow", "z"), ("skip", "z"))


def test_no_key_means_two_things_on_any_screen() -> None:
    for names in together():
        here = dict.fromkeys((*names, *ON_EVERY_SCREEN))
        keys = [key for name in here for key in COMMANDS[name].keys.split(",")]
        assert len(keys) == len(set(keys)), names


def test_every_screen_is_asked_before_a_key_is_given() -> None:
    for module in pkgutil.iter_modules(quizapp.tui.__path__):
        importlib.import_module(f"quizapp.tui.{module.name}")
    for screen in subclasses(CommandScreen):
        assert any({*screen.NAMES} <= {*names} for names in together()), screen


def test_no_free_key_is_a_widgets_own() -> None:
    taken = {
        key.strip()
        for widget in (Input, TextArea, NumberedList, RowList, OrderlyApp)
        for base in widget.__mro__
        for binding in base.__dict__.get("BINDINGS", [])
        for key in (binding[0] if isinstance(binding, tuple) else binding.key).split(",")
    }
    assert not FREE & taken
    assert {"ctrl+q", "j", "f6", "ctrl+c"} <= taken


def test_a_letter_comes_with_the_jamo_of_its_key() -> None:
    bound = {each.key: each.action for each in free_bindings() if not isinstance(each, tuple)}
    for letter, jamo in JAMO.items():
        assert pressed_as(letter) == (letter, jamo)
        assert meant(jamo) == letter
        assert bound[jamo] == bound[letter]


@given(st.lists(st.tuples(st.sampled_from(CHANGEABLE), st.sampled_from(sorted(FREE))), max_size=12))
def test_keys_given_one_after_the_other_never_mean_two_things(
    wished: list[tuple[str, str]],
) -> None:
    given: dict[str, str] = {}
    for name, key in wished:
        if why_not(name, key, commands_with(given.items())) is None:
            given[name] = key
            if key in COMMANDS[name].own:
                del given[name]
    table = commands_with(given.items())
    for names in together():
        here = dict.fromkeys((*names, *ON_EVERY_SCREEN))
        keys = [key for name in here for key in table[name].keys.split(",")]
        assert len(keys) == len(set(keys))


def test_a_refusal_is_said_in_both_languages() -> None:
    fault = why_not("skip", "h", COMMANDS)
    assert isinstance(fault, Text)
    assert "hint" in fault.en
    assert "힌트" in fault.ko
