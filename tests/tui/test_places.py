"""Progress, help and the palette: where one goes from anywhere."""

from pathlib import Path

import pytest

from quizapp.tui.commands import COMMANDS, ON_EVERY_SCREEN
from quizapp.tui.help import screens
from quizapp.tui.palette import keys_of, offered
from quizapp.words import LANGUAGES, Language, cell_width
from tests.tui.learning import learner_in
from tests.tui.playing import Player, launch, play
from tests.tui.screen_text import expect_golden

SIZES = [(80, 24), (60, 18), (120, 40)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_progress_and_help_look_as_they_did(
    language: Language, size: tuple[int, int], tmp_path: Path
) -> None:
    async def script(player: Player) -> None:
        for key, name in (("9", "progress"), ("f1", "help")):
            await player.press(key)
            expect_golden(f"{name}.{language}.{size[0]}", player.shown)
            assert all(cell_width(line) <= size[0] for line in player.shown.splitlines())
            await player.press("enter")
        await player.press("ctrl+p")
        expect_golden(f"palette.{language}.{size[0]}", player.shown)

    with learner_in(tmp_path, language=language, days=12) as start:
        play(start, script, size)


def test_progress_shows_every_part(tmp_path: Path) -> None:
    async def script(player: Player) -> None:
        await player.press("9")
        for part in (
            "Remembered when due", "wanted", "Answers a day", "Minutes a day", "Calendar",
            "Due in the days to come", "By topic", "Counting parameters", "By mistake",
            "the weights alone",
        ):  # fmt: skip
            assert part in player.shown, part
        await player.press("backspace")
        assert player.screen == "HomeScreen"

    with learner_in(tmp_path, days=12) as start:
        play(start, script, size=(130, 60))


def test_progress_before_the_first_answer_says_so() -> None:
    async def script(player: Player) -> None:
        await player.press("9")
        assert "No answers yet." in player.shown

    play(launch(), script)


def test_help_begins_with_the_screen_it_was_opened_on() -> None:
    async def script(player: Player) -> None:
        await player.answer("1")
        await player.press("f1")
        assert "Here: A verdict" in player.shown
        await player.press("enter")
        assert player.screen == "Verdict"

    play(launch("weights"), script)


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_holds_every_command_of_every_screen(language: Language) -> None:
    async def script(player: Player) -> None:
        await player.press("f1")
        for names in screens().values():
            for name in names:
                assert COMMANDS[name].label(language) in player.shown

    play(launch(language=language), script, size=(120, 200))


def test_the_palette_finds_a_command_of_the_screen_and_does_it() -> None:
    async def script(player: Player) -> None:
        await player.press("ctrl+p")
        await player.type("next hint")
        await player.press("enter")
        assert "hint 1 of" in player.shown

    play(launch("weights"), script)


def test_the_palette_is_reached_with_digits_alone_and_goes_anywhere() -> None:
    async def script(player: Player) -> None:
        await player.press("escape", "0")
        assert player.screen == "Picker"
        await player.type("settings")
        await player.press("enter")
        assert player.screen == "SettingsScreen"
        await player.press("backspace")
        assert player.screen == "Question"

    play(launch("weights"), script)


def test_the_palette_begins_a_sitting_from_home(tmp_path: Path) -> None:
    async def script(player: Player) -> None:
        await player.press("ctrl+p")
        await player.type("mixed")
        await player.press("enter")
        assert player.screen == "Question"

    with learner_in(tmp_path, days=1) as start:
        play(start, script)


def test_home_may_be_gone_to_from_a_screen_over_a_question(tmp_path: Path) -> None:
    async def script(player: Player) -> None:
        await player.press("f1", "ctrl+p")
        await player.type("home screen")
        await player.press("enter")
        assert player.screen == "HomeScreen"
        assert len(player.app.screen_stack) == 2

    with learner_in(tmp_path, verb="quiz", names=("varied",)) as start:
        play(start, script)


def test_the_palette_understands_both_languages() -> None:
    async def script(player: Player) -> None:
        await player.press("ctrl+p")
        await player.type("settings")
        await player.press("enter")
        assert player.screen == "SettingsScreen"

    play(launch(language="ko"), script)


def test_the_palette_is_left_with_escape() -> None:
    async def script(player: Player) -> None:
        await player.press("ctrl+p", "escape")
        assert player.screen == "HomeScreen"

    play(launch(), script)


def test_a_place_is_opened_once_however_often_its_key_is_pressed() -> None:
    async def script(player: Player) -> None:
        await player.press("f1", "f1", "enter")
        assert player.screen == "HomeScreen"

    play(launch(), script)


def test_the_palette_offers_what_can_be_done_and_nothing_twice() -> None:
    for names in screens().values():
        commands = [command.name for command in offered(names, frozenset({"hint"}))]
        assert len(commands) == len(set(commands))
        assert "hint" not in commands
        assert {"settings", "help", "quit"} <= set(commands)
        assert "home" in commands or "go-home" in commands


def test_a_key_is_shown_where_it_works_and_without_its_jamo() -> None:
    assert keys_of(COMMANDS["hint"], ("check", "hint")) == "h  esc 1"
    assert keys_of(COMMANDS["hint"], ("check",)) == ""
    for name in ON_EVERY_SCREEN:
        assert keys_of(COMMANDS[name], ())
