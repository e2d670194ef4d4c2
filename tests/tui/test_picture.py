"""Pictures over a question, a verdict and the calculator."""

import pytest

from quizapp.words import LANGUAGES, Language, cell_width
from tests.tui.playing import Player, launch, play
from tests.tui.screen_text import expect_golden

SIZES = [(80, 24), (60, 18), (120, 40)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_pictures_look_as_they_did(language: Language, size: tuple[int, int]) -> None:
    async def script(player: Player) -> None:
        await player.answer("14")
        await player.press("escape", "3", "right", "right", "right")
        expect_golden(f"growth.{language}.{size[0]}", player.shown)
        await player.press("tab", "right", "down")
        expect_golden(f"kernel.{language}.{size[0]}", player.shown)
        lines = player.shown.splitlines()
        assert len(lines) <= size[1]
        assert all(cell_width(line) <= size[0] for line in lines)

    play(launch("sees", language=language), script, size=size)


def test_steps_go_on_and_back_and_stop_at_the_ends() -> None:
    async def script(player: Player) -> None:
        await player.answer("14")
        await player.press("p")
        assert "← 1 of 5 →" in player.shown
        await player.press("left")
        assert "← 1 of 5 →" in player.shown
        await player.press("space", "right", "right", "right", "right")
        assert "← 5 of 5 →" in player.shown
        assert "sees 14 of the input" in player.shown
        await player.press("left")
        assert "← 4 of 5 →" in player.shown

    play(launch("sees"), script)


def test_up_and_down_move_a_window_by_rows() -> None:
    async def script(player: Player) -> None:
        await player.answer("4640")
        await player.press("p", "tab")
        assert "it takes rows 0..2 and columns 0..2." in player.shown
        await player.press("down", "right")
        assert "it takes rows 1..3 and columns 1..3." in player.shown
        await player.press("up", "up")
        assert "it takes rows 0..2 and columns 1..3." in player.shown

    play(launch("weights"), script)


def test_pictures_go_round_and_back_leads_to_the_verdict() -> None:
    async def script(player: Player) -> None:
        await player.answer("4640")
        await player.press("p")
        for seen in ("A window slides", "The network and its shapes", "Where the parameters are"):
            await player.press("tab")
            assert seen in player.shown
        await player.press("tab")
        assert "What one unit sees" in player.shown
        await player.press("backspace")
        assert "✓ Right: 4,640" in player.shown

    play(launch("weights"), script)


def test_before_the_answer_there_is_no_picture_of_it() -> None:
    async def script(player: Player) -> None:
        await player.press("escape", "5")
        assert "A window slides" in player.shown
        for _ in range(4):
            await player.press("tab")
            assert "What one unit sees" not in player.shown
        assert "│ 3×64×64" in player.shown
        await player.press("enter")
        assert player.screen == "Question"

    play(launch("sees"), script, size=(80, 30))


def test_a_shape_that_is_asked_is_a_question_mark() -> None:
    async def script(player: Player) -> None:
        await player.press("escape", "5", "tab")
        assert "▼ ?" in player.shown
        assert "8×14×14" not in player.shown
        await player.press("tab", "tab")
        assert "A window slides" not in player.shown

    play(launch("leaves"), script)


def test_what_is_not_calculated_has_no_picture_before_the_answer() -> None:
    async def script(player: Player) -> None:
        assert "picture" not in player.shown
        await player.press("escape", "5")
        assert player.screen == "Menu"

    play(launch("keeps-height"), script, size=(120, 30))


def test_several_networks_carry_their_names() -> None:
    async def script(player: Player) -> None:
        await player.answer("1")
        await player.press("p")
        assert "What one unit sees of the input: stacked · 1 of 8" in player.shown
        await player.press(*["tab"] * 4)
        assert "What one unit sees of the input: single · 5 of 8" in player.shown

    play(launch("fewer"), script)


def test_the_language_is_switched_over_a_picture() -> None:
    async def script(player: Player) -> None:
        await player.answer("14")
        await player.press("p", "l")
        assert "한 칸이 보는 입력 영역" in player.shown
        await player.press("enter")
        assert "✓ 정답이에요: 14" in player.shown

    play(launch("sees"), script)
