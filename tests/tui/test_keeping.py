"""Answers, the disk, and how the program ends."""

import os
import signal
import subprocess
import sys
import threading

import pytest

from quizapp.history import Derive, Note, Review
from quizapp.tui.rows import RowList
from tests.tui.playing import PASSES, Kept, Player, launch, play


def test_an_answer_that_is_not_saved_says_so_and_the_sitting_goes_on() -> None:
    history = Kept()
    history.failing = True

    async def script(player: Player) -> None:
        await player.answer("4640")
        assert "✓ Right" in player.shown
        assert "! the disk is full, so this is not saved yet" in player.shown
        history.failing = False
        await player.press("enter")
        await player.answer("14")
        assert "not saved" not in player.shown

    play(launch("weights", "sees", history=history), script)
    assert len(history.kept_reviews) == 2


class Locked(Kept):
    """A history that waits until it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.released = threading.Event()

    def append(
        self, row: Review | Note, derive: Derive | None = None, source: Note | None = None
    ) -> None:
        assert self.released.wait(10)
        super().append(row, derive, source)


def test_the_screen_stays_awake_while_an_answer_is_being_saved() -> None:
    history = Locked()

    async def script(player: Player) -> None:
        for key in "4640":
            player.send(key)
        player.send("enter")
        player.send("enter")
        for _ in range(PASSES):
            await player.pilot.pause(0)
        assert player.screen == "Question"
        player.app.action_language()
        for _ in range(PASSES):
            await player.pilot.pause(0)
        assert "이 층의 파라미터는" in player.shown
        history.released.set()
        await player.settle()
        assert "✓ 정답이에요: 4,640" in player.shown

    play(launch("weights", history=history), script)
    assert len(history.kept_reviews) == 1


def test_a_verdict_that_comes_late_closes_the_menu() -> None:
    history = Locked()

    async def script(player: Player) -> None:
        for key in ("1", "enter", "escape"):
            player.send(key)
            for _ in range(PASSES):
                await player.pilot.pause(0)
        assert player.screen == "Menu"
        history.released.set()
        await player.settle()
        assert player.screen == "Verdict"
        await player.press("enter", "enter")
        assert player.screen == "MissedScreen"
        assert len(player.app.screen_stack) == 2

    play(launch("weights", history=history), script)


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_program_with_its_code(number: signal.Signals) -> None:
    async def script(player: Player) -> None:
        os.kill(os.getpid(), number)
        await player.settle()

    assert play(launch("weights"), script).return_code == 128 + number


def test_a_bug_is_kept_for_the_command_line_and_prints_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_args: object, **_kwargs: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(RowList, "show", broken)

    async def script(player: Player) -> None:
        await player.settle()

    with pytest.raises(ZeroDivisionError):
        play(launch(), script)
    assert capsys.readouterr() == ("", "")


def test_screens_are_imported_when_they_are_opened() -> None:
    code = (
        "import sys, quizapp.tui\n"
        "print([m for m in ('home', 'question', 'verdict', 'results', 'missed', 'menu')"
        " if f'quizapp.tui.{m}' in sys.modules])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=30
    )
    assert ran.stdout.strip() == "[]"
