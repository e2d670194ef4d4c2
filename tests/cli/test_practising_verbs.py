"""The verbs that practise over days, as their users run them."""

import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from quizapp.cli import main
from quizapp.history import History

Banked = Callable[[str], Path]
PROJECT = Path(__file__).parents[2]

BANK = """
- id: weights
  topic: parameters
  vary: {c: [8, 16, 32, 64, 128, 256]}
  network: {input: [3, 19, 19], layers: ["Conv2d(3, c, 3)"]}
  answer: parameters(network)
  prompt: {en: "Parameters?", ko: "파라미터는?"}
- id: side
  topic: sizes
  vary: {n: [19, 21, 23, 25]}
  network: {input: [3, n, n], layers: ["Conv2d(3, 8, 3)"]}
  answer: height(network)
  prompt: {en: "Side?", ko: "한 변은?"}
- id: fact
  topic: facts
  front: {en: "What is a kernel?", ko: "커널은?"}
  back: {en: "Weights.", ko: "가중치."}
"""


@pytest.fixture
def run(
    bank_file: Banked, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., str]:
    """Runs a verb over the bank, with what is typed; what it printed."""
    bank = str(bank_file(BANK))

    def play(verb: str, *options: str, typed: str = "", code: int = 0) -> str:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(typed.encode())))
        assert main([verb, *([bank] if verb != "stats" else []), *options]) == code
        return capsys.readouterr().out

    return play


@pytest.fixture(autouse=True)
def plain_hooks() -> object:
    """``main`` installs its own hook and signal handlers: put back what was there."""
    hook, handlers = sys.excepthook, {n: signal.getsignal(n) for n in (signal.SIGTERM,)}
    yield
    sys.excepthook = hook
    for number, handler in handlers.items():
        signal.signal(number, handler)


def test_study_announces_what_is_new_and_shows_an_example(run: Callable[..., str]) -> None:
    out = run("study", "--plain", "--seed", "3", typed=":example\n:retire\n:quit\n")
    assert "Question 1 of 3" in out
    assert "New. :example" in out
    assert "A worked example:" in out or "There is no example" in out
    assert "this question is not asked again" in out


def test_study_says_when_nothing_is_left(run: Callable[..., str]) -> None:
    run("quiz", "--plain", "-n", "3", typed="1\n" * 3)
    assert "Nothing is due today" in run("study", "--plain")
    assert "오늘은 복습할 문제도" in run("study", "--plain", "--lang", "ko")


def test_mistakes_are_asked_again(run: Callable[..., str]) -> None:
    assert "Nothing to put right" in run("mistakes", "--plain")
    run("quiz", "--plain", "-n", "3", typed="1\n" * 3)
    assert "Question 1 of 3" in run("mistakes", "--plain")


def test_a_drill_goes_on_for_as_many_as_wanted(run: Callable[..., str]) -> None:
    out = run("drill", "--plain", "-n", "5", typed=":skip\n:skip\n:skip\n:skip\n:skip\n")
    assert "Question 5 of 5" in out


def test_cards_are_graded_by_oneself(run: Callable[..., str]) -> None:
    out = run("cards", "--plain", typed="\n3\n")
    assert "What is a kernel?" in out
    assert "Weights." in out
    assert "No card is due" in run("cards", "--plain")


def test_a_sprint_counts_up(run: Callable[..., str]) -> None:
    out = run("sprint", "--plain", typed="1\n1\n")
    assert "Three minutes" in out
    assert "Question 3\n" in out


def test_a_drill_about_a_network_of_ones_own(run: Callable[..., str]) -> None:
    layers = "Conv2d(3, 8, 3), ReLU()"
    out = run(
        "drill", "--network", layers, "--input", "3,16,16", "--plain",
        typed="8x14x14\n216\n", code=0,
    )  # fmt: skip
    assert "Layer 1, Conv2d(3, 8, 3), gets 3×16×16" in out
    assert "read as 8×14×14" in out
    assert "could be the count without the 8 biases" in out


def test_a_network_that_cannot_be_is_refused(run: Callable[..., str]) -> None:
    run("drill", "--network", "Conv2d(3, 8, 3)", "--plain", code=2)
    run("drill", "--network", "no-such-net", "--plain", code=2)


def test_a_tie_may_be_settled(run: Callable[..., str]) -> None:
    out = run("quiz", "--plain", "-n", "2", "--seed", "1", typed=":was 1\n:not\n:quit\n")
    assert out.count("names no slip") == 2


def test_stats_of_one_and_of_a_class(
    run: Callable[..., str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "No answers yet" in run("stats")
    run("quiz", "--plain", "-n", "3", "--profile", "ana", typed="1\n" * 3)
    page = run("stats", "--profile", "ana")
    assert "Answers: 3, right: " in page
    assert "too few answers yet" in page
    assert "Calendar" in page
    assert "달력" in run("stats", "--profile", "ana", "--lang", "ko")
    assert main(["history", "export"]) == 0
    export = tmp_path / "class.jsonl"
    text = capsys.readouterr().out
    reviews = [line for line in text.splitlines() if json.loads(line)["type"] == "review"]
    slip = {**json.loads(reviews[0]), "uuid": "another", "mistakes": ["forgot-bias"]}
    export.write_text("\n".join([*reviews, json.dumps(slip), "nonsense"]), encoding="utf-8")
    named = run("stats", str(export), code=1)
    assert "People: 1, answers: 4" in named
    assert "ana" in named
    assert "(forgot-bias)" in named
    own = {**slip, "uuid": "own", "bank": "own-network", "question": "0-total"}
    export.write_text("\n".join([*reviews, json.dumps(own)]), encoding="utf-8")
    assert "A network of one's own" in run("stats", str(export))
    anonymous = run("stats", str(export), "--anonymous")
    assert "ana" not in anonymous
    assert "person 1" in anonymous


def test_a_killed_sitting_is_taken_up_at_the_same_question(
    bank_file: Banked, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "quizapp", "study", str(bank_file(BANK)), "--plain"]
    environment = {**os.environ, "QUIZAPP_HOME": str(tmp_path / "home"), "QUIZAPP_LANG": "en"}
    child = subprocess.Popen(
        command, cwd=PROJECT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdin.write(b"12345\n")
    child.stdin.flush()
    seen = b""
    while b"Question 2 of" not in seen and b"Not quite" not in seen:
        seen += os.read(child.stdout.fileno(), 4096)
    while seen.count(b"\n> ") < 2:
        seen += os.read(child.stdout.fileno(), 4096)
    child.kill()
    child.wait()
    child.stdin.close()
    child.stdout.close()
    last = seen.decode().split("Question ")[-1].removesuffix("> ")
    again = subprocess.run(
        command, cwd=PROJECT, env=environment, input=b"", capture_output=True, check=True
    )
    out = again.stdout.decode()
    assert "Going on where you left off." in out
    assert last.splitlines()[1:] == out.split("Question ")[1].split("> ")[0].splitlines()[1:]
    with History.open(tmp_path / "home" / "history.db", lambda: pytest.fail("no clock")) as history:
        assert len(list(history.reviews())) <= 1
