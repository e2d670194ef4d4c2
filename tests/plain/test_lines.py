"""The line mode: what goes in, what comes out, to the line."""

from collections.abc import Callable
from datetime import datetime
from io import StringIO
from pathlib import Path

import pytest

from quizapp.bank import load_banks
from quizapp.generate.signature import signature_in
from quizapp.history import Keeper
from quizapp.plain import play
from quizapp.study import Sitting, selected
from quizapp.words import Language

Banked = Callable[[str], Path]
Clock = Callable[[], datetime]

BANK = """
- id: weights
  network: {input: [128, 40, 50], layers: ["Conv2d(128, 64, 3, padding=1)"]}
  answer: parameters(network)
  prompt: {en: "How many parameters?", ko: "파라미터는 모두 몇 개인가요?"}
- id: pick
  prompt: {en: "Which?", ko: "어느 것인가요?"}
  choices:
    - {text: {en: one, ko: 하나}, correct: true}
    - {text: {en: two, ko: 둘}, because: {en: Too many., ko: 너무 많아요.}}
"""


@pytest.fixture
def played(bank_file: Banked, clock: Clock) -> Callable[..., str]:
    questions = selected(load_banks([bank_file(BANK)]), [])

    def run(*typed: str, language: Language = "en") -> str:
        out = StringIO()
        sitting = Sitting(questions, 1, keeper=Keeper(None), clock=clock)
        play(sitting, [f"{line}\n" for line in typed], out, language)
        return out.getvalue()

    return run


def test_a_right_answer_says_so_and_goes_on(played: Callable[..., str]) -> None:
    out = played("73792")
    assert "✓ Right: 73,792\n" in out
    assert "Question 2 of 2" in out


def test_a_wrong_answer_names_its_slip_and_shows_where_the_ways_part(
    played: Callable[..., str],
) -> None:
    out = played("73728")
    assert "✗ Not quite: 73,728" in out
    assert "73,728 could be the count without the 64 biases" in out
    assert "3·3·128·64 = 73,728" in out
    assert "3·3·128·64 + 64 = 73,792  ←" in out
    assert "Right: 73,792" in out


def test_what_was_read_is_said_where_it_differs(played: Callable[..., str]) -> None:
    assert "✓ Right (read as 73,792)" in played("3*3*128*64 + 64")


def test_unreadable_and_empty_lines_ask_again(played: Callable[..., str]) -> None:
    out = played("", "abc", "73792")
    assert out.count("? Can't read that") == 2
    assert "✓ Right" in out
    assert "Right: 1 of 1" in out


def test_korean_from_first_line_to_last(played: Callable[..., str]) -> None:
    out = played("73728", "2", language="ko")
    assert "문제 1/2" in out
    assert "✗ 오답이에요" in out
    assert "73,728은 Conv2d(128, 64, 3, padding=1)의 편향 64개를" in out
    assert "너무 많아요." in out
    assert "Right" not in out


def test_commands_in_both_languages(played: Callable[..., str]) -> None:
    for hint, skip, undo, flag, end in (
        (":hint", ":skip", ":undo", ":flag", ":quit"),
        (":힌트", ":건너뛰기", ":되돌리기", ":신고", ":끝"),
    ):
        out = played(hint, undo, flag, "1", undo, skip, end)
        assert "k·k·C_in·C_out + C_out" in out
        assert "Nothing to undo." in out
        assert "Flagged." in out
        assert "Undone." in out
        assert "Skipped." in out
        assert "Right: 0 of 0" in out


def test_the_end_of_input_ends_with_the_summary(played: Callable[..., str]) -> None:
    out = played("1")
    assert out.rstrip().endswith("1 → 73,792")
    assert "Right: 0 of 1" in out


def test_a_choice_is_chosen_by_number(played: Callable[..., str]) -> None:
    out = played("73792", "2")
    assert "  1. " in out
    assert "  2. " in out


def test_nothing_typed_reaches_the_screen_as_a_control_code(played: Callable[..., str]) -> None:
    out = played("\x1b[31m5", "\x07", "\u202e5")
    assert "\x1b" not in out
    assert "\x07" not in out
    assert "\u202e" not in out


def test_a_missing_history_is_said_once(played: Callable[..., str]) -> None:
    assert played("1", "2").count("quizapp where") == 1


def test_a_signature_is_of_the_last_answer_and_of_what_is_asked_before_any(
    played: Callable[..., str],
) -> None:
    for word in (":signature", ":서명"):
        before, _, after = played(word, "1", word, ":quit").partition("✗ Not quite")
        signed = [line for line in before.splitlines() if signature_in(line.removeprefix("> "))]
        assert len(signed) == 1
        assert "/weights@" in signed[0]
        assert signed[0].removeprefix("> ") in after
