"""What many rooms' tests need: questions from a few lines of YAML, and a clock that stands."""

import os
import signal
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from itertools import count
from pathlib import Path
from textwrap import dedent, indent

import pytest
from hypothesis import settings

from quizapp.bank import Library, Question, load_banks

# A shell that starts the tests in the background lets them ignore interrupts, and with them every
# program that they start to interrupt it.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# What a run of CI finds must be what the next one finds; new examples are looked for at home.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("home", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "home")

KST = timezone(timedelta(hours=9))

Ask = Callable[[str], Question]
Banked = Callable[[str], Path]


_HOMES = count()


@pytest.fixture(autouse=True)
def own_home(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No test sees or touches the developer's own history, banks or language.

    Most tests write nothing, and thousands of folders take their time: a home is only named.
    """
    if "tmp_path" in request.fixturenames:
        home: Path = request.getfixturevalue("tmp_path") / "home"
    else:
        home = tmp_path_factory.getbasetemp() / "homes" / str(next(_HOMES))
    monkeypatch.setenv("QUIZAPP_HOME", str(home))
    for name in ("QUIZAPP_BANKS", "QUIZAPP_LANG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def bank_file(tmp_path: Path) -> Banked:
    """Writes questions, given as YAML list items, as a bank called ``test``."""

    def write(questions: str) -> Path:
        path = tmp_path / "test.yaml"
        body = indent(dedent(questions).strip("\n"), "  ")
        text = f"bank: test\ntitle: {{en: Test, ko: 시험}}\nquestions:\n{body}\n"
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def ask(bank_file: Banked) -> Ask:
    """The one question that a YAML list item describes; any problem with it fails the test."""

    def read(question: str) -> Question:
        library: Library = load_banks([bank_file(question)])
        assert not library.problems, [p.line_text("en") for p in library.problems]
        (only,) = library.banks[0].questions
        return only

    return read


class StandingClock:
    """Half past nine in the morning in Seoul, and a second later each time it is asked."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 2, 9, 30, tzinfo=KST)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def clock() -> StandingClock:
    """A clock that goes on one second a look."""
    return StandingClock()
