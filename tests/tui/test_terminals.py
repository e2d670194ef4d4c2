"""Screens as they stand on terminals of several sizes, in both languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.screen import Screen

from quizapp.bank import Library
from quizapp.tui import QuizApp
from quizapp.tui.headings import BAR_CELLS, bar, titled
from quizapp.tui.results import ResultsScreen
from quizapp.tui.text import hanging, plain
from quizapp.words import LANGUAGES, Language, cell_width
from tests.tui.playing import Player, bank_library, launch, play
from tests.tui.screen_text import expect_golden, painted_segments, screen_text


@pytest.mark.parametrize("language", LANGUAGES)
def test_question_and_verdict_and_results_look_as_they_did(language: Language) -> None:
    async def script(player: Player) -> None:
        await player.type("4608")
        expect_golden(f"question.{language}", player.shown)
        await player.press("enter")
        expect_golden(f"verdict.{language}", player.shown)
        await player.press("enter")
        expect_golden(f"results.{language}", player.shown)

    play(launch("weights", language=language), script)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_smallest_terminal_holds_field_note_and_bottom_line(language: Language) -> None:
    async def script(player: Player) -> None:
        await player.answer("x")
        lines = player.shown.splitlines()
        assert len(lines) == 18
        assert all(cell_width(line) <= 60 for line in lines)
        assert any(line.strip().startswith("╰") for line in lines)
        assert ("Can't read" if language == "en" else "읽지 못했어요") in player.shown
        assert lines[-1].startswith(" enter")
        await player.press("backspace")
        await player.answer("10")
        assert player.shown.splitlines()[-1].startswith(" enter")

    play(launch("sees", language=language), script, size=(60, 18))


def test_a_hint_is_in_sight_however_small_the_terminal() -> None:
    async def script(player: Player) -> None:
        for number in range(1, 5):
            await player.press("escape", "1")
            assert f"hint {number} of 4" in player.shown
        await player.press("pageup", "up")
        assert "One unit after the last layer" in player.shown

    play(launch("sees"), script, size=(60, 18))


@pytest.mark.parametrize("size", [(59, 24), (80, 17), (20, 5)])
def test_a_terminal_too_small_says_so_in_a_line(size: tuple[int, int]) -> None:
    async def script(player: Player) -> None:
        words = " ".join(player.shown.split())
        assert "60×18" in words
        assert "parameters" not in words

    play(launch("weights"), script, size=size)


def test_no_screen_falls_over_in_a_tiny_terminal() -> None:
    async def script(player: Player) -> None:
        await player.press("escape", "escape")
        for answer in ("1", "1x2x3"):
            await player.answer(answer)
            assert player.screen == "Verdict"
            await player.press("enter")
        await player.press("enter", "ctrl+c", "escape")
        assert player.screen == "MissedScreen"

    play(launch("sees", "leaves"), script, size=(12, 3))


def test_a_terminal_made_larger_shows_the_question_again() -> None:
    async def script(player: Player) -> None:
        await player.pilot.resize_terminal(80, 24)
        await player.settle()
        assert "How many parameters" in player.shown

    play(launch("weights"), script, size=(40, 10))


def test_a_narrow_terminal_puts_the_two_ways_below_each_other() -> None:
    async def script(player: Player) -> None:
        await player.answer("10")
        assert "that way   " in player.shown
        assert "Conv2d(32, 32, 3, stride=2)\n" in player.shown

    play(launch("sees"), script, size=(60, 40))


def test_a_wide_terminal_shows_the_question_beside_its_solution() -> None:
    async def script(player: Player) -> None:
        await player.answer("4608")
        row = next(line for line in player.shown.splitlines() if "The question" in line)
        assert "could be the count" in row

    play(launch("weights"), script, size=(130, 30))


@given(st.text("ab 한글", max_size=60), st.integers(8, 30))
def test_hanging_text_stays_under_its_first_line(text: str, width: int) -> None:
    first, *rest = hanging(plain("1. "), plain(text), width).plain.split("\n")
    assert first.startswith("1. ")
    assert all(line.startswith("   ") for line in rest)
    assert all(cell_width(line) <= width for line in (first, *rest))
    words = [word for line in (first[3:], *rest) for word in line.split()]
    assert "".join(words) == "".join(text.split())


def test_long_explanations_scroll() -> None:
    async def script(player: Player) -> None:
        await player.answer("10")
        assert "input: 3×64×64" not in player.shown
        await player.press("pagedown", "pagedown")
        assert "input: 3×64×64" in player.shown
        await player.press("pageup", "up", "pageup")
        assert "could be" in player.shown

    play(launch("sees"), script, size=(60, 18))


def test_without_colour_nothing_is_coloured_and_the_cursor_still_shows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def script(player: Player) -> None:
        segments = painted_segments(player.app)
        styles = [style for _, style, _ in segments if style is not None]
        assert all(style.color is None or style.color.is_default for style in styles)
        cursor = next(style for text, style, _ in segments if "Try 5 questions" in text)
        assert cursor is not None
        assert cursor.reverse

    play(launch(), script)


def test_a_library_without_banks_says_so() -> None:
    async def script(player: Player) -> None:
        assert "no bank could be read" in player.shown
        await player.press("enter", "2")
        assert player.screen == "HomeScreen"
        await player.press("escape", "3")
        assert "문제 은행이 없어서" in player.shown

    play(launch(library=Library((), ())), script)


def test_problems_in_banks_are_one_line() -> None:
    from quizapp.bank import Problem
    from quizapp.words import Text

    library = bank_library("sample")
    problem = Problem("a.yaml", 1, 1, "B012", "error", Text("x", "x"))

    async def script(player: Player) -> None:
        assert "Problems in bank files: 2. `quizapp check` lists them." in player.shown

    play(launch(library=Library(library.banks, (problem, problem))), script)


def test_a_key_is_painted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[str] = []
    display = QuizApp._display

    def counting(self: QuizApp, screen: Screen[None], renderable: object) -> None:
        if renderable is not None and not self._batch_count:
            painted.append(screen_text(self))
        display(self, screen, renderable)  # type: ignore[arg-type] # handed on as it came

    monkeypatch.setattr(QuizApp, "_display", counting)

    async def script(player: Player) -> None:
        await player.press("4", "6", "4")
        for key in ("0", "enter"):
            painted.clear()
            await player.press(key)
            assert len(painted) == 1, key
        painted.clear()
        await player.press("enter")
        assert isinstance(player.app.screen, ResultsScreen)
        assert len({*painted}) == 1, "Textual paints a screen that opens thrice, we the same thrice"

    async def arrows(player: Player) -> None:
        for key in ("1", "down", "up", "2"):
            painted.clear()
            await player.press(key)
            assert len(painted) == 1, key

    play(launch("weights"), script)
    play(launch("offered"), arrows)


@given(st.integers(0, 50), st.integers(0, 50))
def test_a_bar_is_always_as_long(part: int, whole: int) -> None:
    assert len(bar(min(part, whole), whole)) == BAR_CELLS


@pytest.mark.parametrize("room", [12, 20, 40, 80])
def test_a_title_is_cut_before_its_place_is(room: int) -> None:
    line = titled("Counting parameters of grouped convolutions", "4 of 12", room)
    assert line.endswith(" · 4 of 12")
    assert cell_width(line) <= max(room, cell_width(" · 4 of 12"))
