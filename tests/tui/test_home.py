"""The home screen: where a newcomer starts, and what a learner comes back to."""

import gc
from pathlib import Path
from time import sleep

import pytest

from quizapp.bank import Library
from quizapp.collector import pause_collector
from quizapp.errors import UsageError
from quizapp.tui import Launch
from quizapp.words import LANGUAGES, Language, cell_width
from tests.tui.learning import learner_in
from tests.tui.playing import Player, launch, play
from tests.tui.screen_text import expect_golden

SIZES = [(80, 24), (60, 18), (120, 40)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_the_first_run_looks_as_it_did(language: Language, size: tuple[int, int]) -> None:
    async def script(player: Player) -> None:
        expect_golden(f"first-run.{language}.{size[0]}", player.shown)

    play(launch(language=language), script, size)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_home_looks_as_it_did(language: Language, size: tuple[int, int], tmp_path: Path) -> None:
    async def script(player: Player) -> None:
        expect_golden(f"home.{language}.{size[0]}", player.shown)
        assert all(cell_width(line) <= size[0] for line in player.shown.splitlines())

    with learner_in(tmp_path, language=language, days=5) as start:
        play(start, script, size)


def test_a_newcomer_reads_three_lines_and_tastes_five_questions(tmp_path: Path) -> None:
    async def script(player: Player) -> None:
        assert "Answer, read why, come back when it says so." in player.shown
        assert "Numbers are new each time." in player.shown
        assert "Nothing leaves this machine." in player.shown
        await player.press("enter")
        assert "1 of 5" in player.shown

    with learner_in(tmp_path) as start:
        play(start, script)


def test_enter_studies_what_is_due_and_new(tmp_path: Path) -> None:
    async def script(player: Player) -> None:
        assert "▶ Study now" in player.shown
        assert "streak 3 d" in player.shown
        await player.press("enter")
        assert player.screen == "Question"
        assert player.app.wanted is not None
        assert player.app.wanted.verb == "study"

    with learner_in(tmp_path, days=3) as start:
        play(start, script)


@pytest.mark.parametrize(
    ("key", "verb"),
    [("1", "study"), ("2", "quiz"), ("3", "mistakes"), ("4", "quiz"), ("5", "cards"),
     ("6", "sprint")],
)  # fmt: skip
def test_a_digit_begins_each_kind_of_sitting(key: str, verb: str, tmp_path: Path) -> None:
    async def script(player: Player) -> None:
        await player.press(key)
        assert player.screen == "Question"
        assert player.app.wanted is not None
        assert player.app.wanted.verb == verb

    with learner_in(tmp_path, days=3) as start:
        play(start, script)


def test_what_there_is_nothing_of_cannot_be_begun(tmp_path: Path) -> None:
    async def script(player: Player) -> None:
        await player.press("3")
        assert player.screen == "HomeScreen"

    with learner_in(tmp_path) as start:
        play(start, script)


def test_a_bank_unfolds_into_its_topics_and_a_topic_is_practised(tmp_path: Path) -> None:
    async def script(player: Player) -> None:
        assert "Counting parameters" not in player.shown.replace("Today: Counting", "")
        await player.press("down", "right")
        assert "    Counting parameters" in player.shown
        await player.press("down", "down", "left")
        assert "    Output shapes" not in player.shown
        assert "› Convolution arithmetic" in player.shown
        await player.press("right", "down", "down", "enter")
        assert player.app.wanted is not None
        assert player.app.wanted.names == ("shapes",)

    with learner_in(tmp_path, days=1) as start:
        play(start, script)


def test_the_mark_passes_over_the_heads(tmp_path: Path) -> None:
    async def script(player: Player) -> None:
        for _ in range(4):
            marked = [line for line in player.shown.splitlines() if "›" in line]
            assert len(marked) == 1
            assert "Topic" not in marked[0]
            await player.press("down")

    with learner_in(tmp_path, days=1) as start:
        play(start, script)


def test_a_click_on_a_bank_begins_it(tmp_path: Path) -> None:
    async def script(player: Player) -> None:
        await player.pilot.click("RowList", offset=(6, 3))
        await player.settle()
        assert player.app.wanted is not None
        assert player.app.wanted.names == ("sample",)

    with learner_in(tmp_path, days=1) as start:
        play(start, script)


def test_a_sitting_left_alone_is_gone_on_with_from_home(tmp_path: Path) -> None:
    async def script(player: Player) -> None:
        await player.answer("1")
        await player.press("enter", "ctrl+p")
        await player.type("home")
        await player.press("enter")
        assert "› ▶ Go on: quiz, 1 of" in player.shown
        await player.press("enter")
        assert player.screen == "Question"

    with learner_in(tmp_path, days=1, verb="quiz", names=("varied",)) as start:
        play(start, script)


def test_a_sitting_that_a_crash_ended_is_offered_first(tmp_path: Path) -> None:
    async def answer_one(player: Player) -> None:
        await player.answer("1")
        await player.press("enter")

    with learner_in(tmp_path, verb="quiz", names=("varied",)) as start:
        play(start, answer_one)

    async def script(player: Player) -> None:
        assert "› ▶ Go on: quiz, 1 of 10" in player.shown, player.shown
        await player.press("enter")
        assert "! Going on where you left off." in player.shown
        assert "2 of 10" in player.shown

    with learner_in(tmp_path) as start:
        play(start, script)


def test_a_sitting_that_was_ended_is_not_offered(tmp_path: Path) -> None:
    async def script(player: Player) -> None:
        await player.press("escape", "7")
        assert player.screen == "ResultsScreen"
        await player.press("3")
        assert player.screen == "HomeScreen"
        assert "Go on" not in player.shown

    with learner_in(tmp_path, days=1, verb="quiz", names=("varied",)) as start:
        play(start, script)


@pytest.mark.parametrize(
    ("verb", "said"),
    [("mistakes", "Nothing to put right"), ("cards", "No card is due")],
)
def test_a_sitting_with_nothing_in_it_says_so(verb: str, said: str, tmp_path: Path) -> None:
    async def script(player: Player) -> None:
        assert player.screen == "ResultsScreen"
        assert said in player.shown

    names = ("varied",)
    with learner_in(tmp_path, verb=verb, names=names) as start:  # type: ignore[arg-type]
        play(start, script)


def test_the_banks_are_read_behind_the_first_frame(tmp_path: Path) -> None:
    whole = launch()
    empty = Launch(Library((), ()), whole.desk, "en", seed=1, load=lambda: whole)

    async def script(player: Player) -> None:
        assert player.screen == "HomeScreen"
        assert "Convolution arithmetic" in player.shown

    play(empty, script)


@pytest.mark.parametrize("seconds", [0.0, 0.4])
def test_garbage_is_collected_once_a_screen_is_seen_however_long_the_banks_take(
    seconds: float,
) -> None:
    whole = launch()

    def load() -> Launch:
        sleep(seconds)
        return whole

    async def script(player: Player) -> None:
        for _ in range(100):
            if player.screen == "HomeScreen" and gc.isenabled():
                return
            await player.settle()
        raise AssertionError(player.screen)

    pause_collector()
    try:
        play(Launch(Library((), ()), whole.desk, "en", seed=1, load=load), script)
    finally:
        gc.unfreeze()
        gc.enable()


def test_what_is_wrong_with_the_command_line_is_raised_when_the_terminal_is_restored() -> None:
    def load() -> Launch:
        raise UsageError("no-such-bank", "no bank, question or topic is called {name}", name="x")

    whole = launch()
    app = play(Launch(Library((), ()), whole.desk, "en", seed=1, load=load), nothing)
    assert isinstance(app.bug, UsageError)


async def nothing(player: Player) -> None:
    pass


def test_home_knows_what_was_done_on_a_screen_over_it(tmp_path: Path) -> None:
    async def script(player: Player) -> None:
        assert "new 8" in player.shown
        await player.press("comma", "6", *["left"] * 7, "backspace")
        assert "new 1" in player.shown

    with learner_in(tmp_path, days=1) as start:
        play(start, script)
