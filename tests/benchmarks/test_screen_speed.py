"""From a key to the screen, against the least that Textual can do in the same run.

A plain run of pytest leaves these out. To run them::

    pytest -m benchmark -s tests/benchmarks/test_screen_speed.py

``QUIZAPP_BENCHMARK_SHARE=0.1`` takes a tenth of the history. Everything is timed in turn with its
peer, and medians of the ratios are compared. On a busy machine what takes longer is interrupted
more often: the ratio of the processor's time is printed too.
"""

import asyncio
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

import pytest
from textual.widgets import Input

from quizapp.bank import load_banks
from quizapp.bank.question import Calculated
from quizapp.collector import pause_collector
from quizapp.grade import grade
from quizapp.history import History, Keeper
from quizapp.paths import shipped_banks
from quizapp.study import Deriver, Desk, Learner, Wanted, needs_in, topics_in
from quizapp.study.rebuilding import DERIVED_VERSION, rebuild
from quizapp.tui import Launch, QuizApp
from tests.benchmarks.at_the_keys import PATIENCE, Bare, BareField, press, running
from tests.benchmarks.test_study_speed import NOW, in_time, topic_of

pytestmark = [
    pytest.mark.benchmark,
    pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals"),
]

Taken = tuple[float, float]
"""Seconds, and of them those worked."""

TURNS = 40
STARTS = 11
MOST_FIRST = 1.5
"""Of a Textual app that says one line, from the start of the process to the question."""
MOST_VERSION = 4.0
"""Of an interpreter that does nothing."""
MOST_VERDICT, MOST_VERDICT_TAIL = 3.0, 6.0
"""Of a line painted at a key, with the review committed; of the median line, one in twenty."""
MOST_NEXT = 5.0
"""Of the same."""
MOST_ECHO = 1.5
"""Of a bare field."""

HELLO = """
from textual.app import App
from textual.widgets import Static

class Hello(App):
    def compose(self):
        yield Static("HELLO")

Hello().run()
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a learner with a year of answers."""
    folder = tmp_path_factory.mktemp("home")
    with History.open(folder / "history.db", lambda: NOW) as made:
        made.append_all(replace(review, profile="default") for review in in_time())
        made.replace_derived(None, rebuild(made, topic_of), DERIVED_VERSION)
    return folder


@pytest.fixture
def launch(home: Path) -> Iterator[Launch]:
    """A quiz over what is answered by typing in the shipped banks."""
    pause_collector()  # as the program does, until its first screen is seen
    library = load_banks([shipped_banks()])
    questions = [question for bank in library.banks for question in bank.questions]
    typed = [q for q in questions if isinstance(q.task, Calculated) and not q.task.as_choice]
    with History.open(home / "history.db", lambda: NOW) as history:
        keeper = Keeper(history, Deriver(topics_in(questions)))
        desk = Desk(Learner(history), keeper, lambda: NOW, needs_in(library))
        wanted = Wanted("quiz", tuple(typed), 1, 3 * TURNS)
        yield Launch(library, desk, "en", 1, wanted=wanted)


def started(line: list[str], sought: bytes, settings: dict[str, str]) -> Taken:
    """What passes until a program at a terminal writes what is sought."""
    import pty
    import signal

    begun = perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.execve(line[0], line, settings)  # noqa: S606 # our own
    sent = b""
    try:
        while sought not in sent:
            assert perf_counter() - begun < PATIENCE, sent
            try:
                sent += os.read(terminal, 65536)
            except OSError:  # it has ended
                pytest.fail(sent.decode(errors="replace"))
        taken = perf_counter() - begun
    finally:
        os.kill(child, signal.SIGKILL)
        _, _, used = os.wait4(child, 0)
        os.close(terminal)
    return taken, used.ru_utime + used.ru_stime


@pytest.fixture
def surroundings(home: Path, tmp_path: Path) -> dict[str, str]:
    """Of a program that was started before: its compiled modules are kept."""
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return {
        **kept, "QUIZAPP_HOME": str(home), "PYTHONPYCACHEPREFIX": str(tmp_path / "compiled"),
        "PYTHONPATH": str(Path(__file__).parents[2]), "TERM": "xterm-256color",
        "COLUMNS": "80", "LINES": "24", "QUIZAPP_LANG": "en",
    }  # fmt: skip


def test_the_first_question(home: Path, tmp_path: Path, surroundings: dict[str, str]) -> None:
    hello = tmp_path / "hello.py"
    hello.write_text(HELLO, encoding="utf-8")
    times: list[tuple[Taken, Taken]] = []
    for number in range(STARTS + 1):
        (home / "sitting.json").unlink(missing_ok=True)
        line = [sys.executable, "-m", "quizapp", "study"]
        ours = started(line, b"1 of ", surroundings)
        theirs = started([sys.executable, str(hello)], b"HELLO", surroundings)
        if number:  # the first run compiles
            times.append((ours, theirs))
    assert said("first question", times, MOST_FIRST) <= MOST_FIRST


def test_the_version(surroundings: dict[str, str]) -> None:
    times = []
    for _ in range(STARTS):
        ours = started([sys.executable, "-m", "quizapp", "--version"], b"quizapp", surroundings)
        theirs = started([sys.executable, "-c", "print('nothing')"], b"nothing", surroundings)
        times.append((ours, theirs))
    assert said("--version", times, MOST_VERSION) <= MOST_VERSION


def test_verdicts_and_next_questions(launch: Launch) -> None:
    app, bare = QuizApp(launch), Bare()
    verdicts: list[tuple[Taken, Taken]] = []
    nexts: list[tuple[Taken, Taken]] = []

    async def script() -> None:
        async with running(app, bare):
            await until_asked(app)
            while len(verdicts) < TURNS and app.sitting is not None and app.sitting.item:
                item = app.sitting.item
                text = typed_answer(item.variant.answer, len(verdicts) % 3)
                if not grade(item.variant, text).counts:
                    app.sitting.skip()
                    app.open_sitting(app.sitting)
                    await until_asked(app)
                    continue
                app.screen.query_one(Input).value = text
                await asyncio.sleep(0.1)
                kept = launch.keeper.pending
                line = await press(bare, "a" if len(verdicts) % 2 else "b", "pressed")
                verdicts.append((await press(app, "enter", "enter next"), line))
                assert launch.keeper.pending == kept
                line = await press(bare, "c" if len(nexts) % 2 else "d", "pressed")
                nexts.append((await press(app, "enter", f"{item.number + 1} of "), line))

    asyncio.run(script())
    verdict = said("verdict", verdicts, MOST_VERDICT)
    usual = median(theirs[0] for _, theirs in verdicts)
    tail = quantiles((ours[0] for ours, _ in verdicts), n=20)[-1] / usual
    print(f"its slowest in twenty: {tail:.2f} (≤ {MOST_VERDICT_TAIL})")
    following = said("next question", nexts, MOST_NEXT)
    assert verdict <= MOST_VERDICT
    assert tail <= MOST_VERDICT_TAIL
    assert following <= MOST_NEXT


def test_the_echo_of_a_character(launch: Launch) -> None:
    app, bare = QuizApp(launch), BareField()
    times = []

    async def script() -> None:
        async with running(app, bare):
            await until_asked(app)
            while isinstance(answer(app), tuple):
                app.sitting.skip()  # type: ignore[union-attr] # there is an answer
                app.open_sitting(app.sitting)  # type: ignore[arg-type] # and so a sitting
                await until_asked(app)
            for turn in range(TURNS):
                text = "7" * (turn % 6 + 1)
                if len(text) == 1:
                    for each in (app, bare):
                        each.screen.query_one(Input).value = ""
                    await asyncio.sleep(0.1)
                theirs = await press(bare, "7", text)
                times.append((await press(app, "7", f"read as {int(text):,}"), theirs))

    asyncio.run(script())
    assert said("echo", times, MOST_ECHO) <= MOST_ECHO


async def until_asked(app: QuizApp) -> None:
    """Until there is a field to type into."""
    for _ in range(int(PATIENCE / 0.1)):
        await asyncio.sleep(0.1)
        if app.sitting is not None and app.screen.query(Input):
            return
    raise AssertionError(type(app.screen).__name__)


def answer(app: QuizApp) -> object:
    """What is right for the question that is open."""
    assert app.sitting is not None
    assert app.sitting.item is not None
    return app.sitting.item.variant.answer


def typed_answer(answer: object, turn: int) -> str:
    """What a learner types: two right answers, then one that is not."""
    if isinstance(answer, tuple):
        answer = (answer[0] + (turn == 0), *answer[1:])
        return "x".join(map(str, answer))
    return str(answer + 1 if isinstance(answer, int) and turn == 0 else answer)


def said(what: str, times: list[tuple[Taken, Taken]], most: float) -> float:
    """The median of the ratios, printed with both medians."""
    ours, theirs = median(a[0] for a, _ in times), median(b[0] for _, b in times)
    ratio = median(a[0] / b[0] for a, b in times)
    worked = median(a[1] / b[1] for a, b in times)
    print(
        f"\n{what}: {ours * 1000:.1f} ms to {theirs * 1000:.1f} ms, "
        f"{ratio:.2f} (≤ {most}), {worked:.2f} of the processor's time"
    )
    return ratio
