"""The calculator: what is typed is reckoned, and every command does something."""

import pytest

from quizapp.calc import zoo
from quizapp.tui import calculator
from quizapp.words import LANGUAGES, Language, cell_width
from tests.tui.playing import Player, launch, play
from tests.tui.screen_text import expect_golden, painted_segments

SIZES = [(80, 24), (60, 18), (120, 40)]


@pytest.fixture(autouse=True)
def no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calculator, "PAUSE", 0)


def line_with(player: Player, text: str) -> str:
    return next(line for line in player.shown.splitlines() if text in line)


async def write(player: Player, *lines: str) -> None:
    """These lines in place of the ones that stand there."""
    await player.press("f7", "delete")
    for number, line in enumerate(lines):
        if number:
            await player.press("enter")
        await player.type(line)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_the_calculator_looks_as_it_did(language: Language, size: tuple[int, int]) -> None:
    async def script(player: Player) -> None:
        await player.press("c")
        expect_golden(f"calculator.{language}.{size[0]}", player.shown)
        lines = player.shown.splitlines()
        assert len(lines) <= size[1]
        assert all(cell_width(line) <= size[0] for line in lines)

    play(launch(language=language), script, size=size)


def test_numbers_follow_what_is_typed() -> None:
    async def script(player: Player) -> None:
        await player.press("c")
        await write(player, "Conv2d(3, 8, 3), ReLU()", "MaxPool2d(2)")
        assert line_with(player, "MaxPool2d").split()[-4:] == ["8×111×111", "0", "0", "4"]
        assert "total  8×111×111   parameters 224   MACs 10,645,344   sees 4" in player.shown

    play(launch(), script)


def test_what_is_wrong_stands_at_its_layer_and_in_full_below() -> None:
    async def script(player: Player) -> None:
        await player.press("c")
        await write(player, "Conv2d(3, 8, 3)", "Conv2d(9, 8, 3)")
        assert "✗ expects 9 channels and gets 8" in line_with(player, "Conv2d(9, 8, 3)")
        assert "✗ layer 2: `Conv2d(9, 8, 3)` expects 9 channels and gets 8" in player.shown
        assert "so far  8×222×222" in player.shown
        await write(player, "Conv2d(3, 8,")
        assert "✗ this cannot be read" in player.shown

    play(launch(), script)


def test_the_input_is_a_field_of_its_own_and_keeps_its_last_shape() -> None:
    async def script(player: Player) -> None:
        await player.press("c", "tab", "tab")
        await player.press("end", *["backspace"] * 9)
        await player.type("3x64x64")
        assert "64×32×32" in player.shown
        await player.type("q")
        assert "✗ The input is a shape such as 3x224x224." in player.shown
        assert "64×32×32" in player.shown
        await player.press(*["backspace"] * 8)
        await player.type("0x4x4")
        assert "✗ Every side of the input is at least 1." in player.shown

    play(launch(), script)


def test_an_architecture_is_found_by_its_name_and_loaded() -> None:
    async def script(player: Player) -> None:
        await player.press("c", "escape", "2")
        assert f"1 of {len(zoo.names())}" in player.shown
        await player.type("resnet 18")
        assert "› 1  resnet18" in player.shown
        await player.press("enter")
        assert "parameters 11,689,512   MACs 1,814,073,344   sees 435" in player.shown
        assert '{layer: "MaxPool2d(' in player.shown

    play(launch(), script)


def test_a_digit_takes_a_row_until_something_is_typed() -> None:
    async def script(player: Player) -> None:
        await player.press("c", "f3", "2")
        assert "Conv2d(1, 6, 5" in player.shown
        assert "input  1×" in player.shown
        await player.press("f3")
        await player.type("zz9")
        assert "Nothing is called that." in player.shown
        await player.press("enter")
        assert player.screen == "Picker"
        await player.press("escape")
        assert player.screen == "CalculatorScreen"

    play(launch(), script)


def test_the_list_goes_by_pages_and_rows_can_be_clicked() -> None:
    async def script(player: Player) -> None:
        await player.press("c", "f3", "pagedown", "down", "up")
        assert "› 1  vgg19" in player.shown
        lines = player.shown.splitlines()
        row = next(number for number, line in enumerate(lines) if "vgg11_bn" in line)
        await player.pilot.click(offset=(lines[row].index("vgg11_bn"), row))
        await player.settle()
        assert "parameters 132,868,840" in player.shown

    play(launch(), script)


def test_two_networks_stand_side_by_side() -> None:
    async def script(player: Player) -> None:
        await player.press("c", "f4")
        await player.type("alexnet")
        await player.press("down", "enter")
        assert "alexnet" in line_with(player, "this one")
        assert "61,100,840" in line_with(player, "83,328   ")
        await player.press("f4", "1")
        assert "this one" not in player.shown

    play(launch(), script, size=(120, 30))


def test_a_network_is_compared_with_what_it_was() -> None:
    async def script(player: Player) -> None:
        await player.press("c", "f4", "2")
        await write(player, "Conv2d(3, 64, 7, stride=2, padding=3, bias=False)")
        assert "as it was" in player.shown
        assert "9,408" in line_with(player, "83,328")

    play(launch(), script, size=(120, 30))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mistake_marks_what_it_changes(language: Language) -> None:
    async def script(player: Player) -> None:
        await player.press("c", "escape", "4", "2")
        assert "9,408*" in player.shown
        assert "83,328 → 83,136*" in player.shown
        remark = "* gone wrong: " if language == "en" else "* 실수한 값이에요: "
        assert remark in player.shown
        await player.press("f5", "up", "enter")
        assert "9,408*" not in player.shown

    play(launch(language=language), script)


def test_the_views_go_round() -> None:
    async def script(player: Player) -> None:
        await player.press("c")
        for seen in (
            "what a unit sees", "parameters by layer", "▼ 128×56×56",
            "nn.Conv2d(64, 128, 3, padding=1)", "layers.Conv2D(128, 3, padding='same')",
        ):  # fmt: skip
            await player.press("f2")
            assert seen in player.shown
        await player.press("escape", "1")
        assert "231,211,008" in player.shown

    play(launch(), script)


def test_nothing_written_has_nothing_to_draw() -> None:
    async def script(player: Player) -> None:
        await player.press("c")
        await write(player, "")
        assert "Layers as in PyTorch" in player.shown
        await player.press("f2")
        assert "Nothing to draw yet." in player.shown
        assert "5 picture" not in player.shown

    play(launch(), script)


def test_numbers_scroll_with_their_lines() -> None:
    async def script(player: Player) -> None:
        await player.press("c", "f3")
        await player.type("vgg16")
        await player.press("enter", *["pagedown"] * 4)
        assert line_with(player, "Linear(4096, 1000)").split()[-2] == "4,096,000"

    play(launch(), script)


def test_what_is_written_is_there_when_one_comes_back_and_in_the_other_language() -> None:
    async def script(player: Player) -> None:
        await player.press("c")
        await write(player, "ReLU()")
        await player.press("escape", "7")
        assert "계산기" in player.shown
        assert "합계  3×224×224" in player.shown
        await player.press("escape", "6")
        assert player.screen == "HomeScreen"
        await player.press("c")
        assert "합계  3×224×224" in player.shown

    play(launch(), script)


def test_brackets_and_controls_are_shown_as_they_are() -> None:
    from textual import events

    async def script(player: Player) -> None:
        await player.press("c")
        await write(player, "")
        player.app.post_message(events.Paste("[/] [b]\x1b[31mlist[int]"))
        await player.settle()
        assert "[/] [b]␛[31mlist[int]" in player.shown

    play(launch(), script)


def test_a_network_is_looked_at_in_pictures() -> None:
    async def script(player: Player) -> None:
        await player.press("c", "escape", "5")
        assert player.screen == "PictureScreen"
        await player.press("enter")
        assert player.screen == "CalculatorScreen"

    play(launch(), script)


def test_without_colour_nothing_is_coloured_and_the_cursor_still_shows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def script(player: Player) -> None:
        await player.press("c")
        styles = [style for _, style, _ in painted_segments(player.app) if style is not None]
        assert all(style.color is None or style.color.is_default for style in styles)
        assert any(style.reverse for style in styles)

    play(launch(), script)


@pytest.mark.parametrize("size", [(12, 3), (59, 17)])
def test_nothing_falls_over_in_a_tiny_terminal(size: tuple[int, int]) -> None:
    async def script(player: Player) -> None:
        await player.press("c", "f2", "f2", "f2", "f3", "down", "enter", "f4", "enter", "f5", "2")
        await player.press("escape", "5", "right", "tab", "tab", "down", "enter")
        assert player.screen == "CalculatorScreen"
        await player.pilot.resize_terminal(80, 24)
        await player.settle()
        assert "Conv2d(1, 6, 5" in player.shown

    play(launch(), script, size=size)
