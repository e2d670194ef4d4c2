"""Numbers changed on a verdict."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.tui.what_if import values_line
from quizapp.words import LANGUAGES, Language
from tests.tui.playing import Player, launch, play
from tests.tui.screen_text import expect_golden


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(80, 24), (60, 18)])
def test_what_if_looks_as_it_did(language: Language, size: tuple[int, int]) -> None:
    async def script(player: Player) -> None:
        await player.answer("1")
        await player.press("escape", "4", "right", "right")
        expect_golden(f"what-if.{language}.{size[0]}", player.shown)

    play(launch("side", bank="varied", language=language), script, size=size)


def test_arrows_change_a_number_and_the_answer_moves_at_once() -> None:
    async def script(player: Player) -> None:
        await player.answer("1")
        await player.press("w", "2", "left", "up", *["left"] * 9)
        assert "[4]" in player.shown
        assert "Conv2d(3, 8, 3)" in player.shown
        assert "→ 1 (×" in player.shown
        await player.press("right")
        assert "[8]" in player.shown
        assert "answer: 3\n" in player.shown
        await player.press("down", "right")
        assert "Conv2d(3, 8, 5)" in player.shown
        await player.press("enter")
        assert player.screen == "Verdict"

    play(launch("side", bank="varied"), script)


def test_numbers_that_torch_refuses_say_why() -> None:
    async def script(player: Player) -> None:
        await player.answer("1")
        await player.press("w", "2", "right", "1", *["left"] * 9)
        assert "no answer: layer 1: `Conv2d(3, 8, 5)`" in player.shown

    play(launch("side", bank="varied"), script)


def test_numbers_that_are_not_asked_have_an_answer_and_say_so() -> None:
    async def script(player: Player) -> None:
        await player.answer("1")
        await player.press("w", "2", "left", "left", "3", "left", "left")
        assert "only asked with `c_in != c_out`" in player.shown
        assert "answer: " in player.shown

    play(launch("weights", bank="varied"), script)


def test_without_variables_there_is_nothing_to_change() -> None:
    async def script(player: Player) -> None:
        await player.answer("4640")
        assert "what if" not in player.shown
        await player.press("w")
        assert player.screen == "Verdict"

    play(launch("weights"), script, size=(120, 30))


@given(st.lists(st.integers(-99, 999), min_size=1, max_size=30, unique=True), st.data())
def test_the_chosen_value_is_always_in_sight(values: list[int], data: st.DataObject) -> None:
    chosen = data.draw(st.sampled_from(values))
    line = values_line(values, chosen)
    assert f"[{chosen}]" in line
    assert len(line.replace("…", "").split()) <= 7
