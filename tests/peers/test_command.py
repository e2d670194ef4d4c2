"""``quizapp peers`` as its users run it: a pipe, a kill, a terminal."""

import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quizapp.bank import load_banks
from quizapp.cli import main
from quizapp.generate import generate
from quizapp.generate.twins import twin
from quizapp.history import History, backups_of

Banked = Callable[[str], Path]
PROJECT = Path(__file__).parents[2]

WEIGHTS = """
- id: weights
  vary: {c: [8, 16, 32, 48, 64], k: [3, 5]}
  network: {input: [3, 20, 20], layers: ["Conv2d(3, c, k, padding=1)"]}
  answer: parameters(network)
  prompt: {en: "How many parameters?", ko: "파라미터는 모두 몇 개인가요?"}
"""


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    def give(text: str) -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))

    return give


@pytest.fixture(autouse=True)
def plain_hooks() -> Iterator[None]:
    """``main`` installs its own hook and signal handlers: put back what was there."""
    hook, handlers = sys.excepthook, {n: signal.getsignal(n) for n in (signal.SIGTERM,)}
    yield
    sys.excepthook = hook
    for number, handler in handlers.items():
        signal.signal(number, handler)


def arguments(bank: Path, *more: str) -> list[str]:
    named = ["--bank", str(bank), "--topic", "test", "--seed", "3", "-n", "1", "--plain"]
    return ["peers", *named, *more]


def right_answers(bank: Path) -> tuple[str, str]:
    """Of the first round and of its twin."""
    (question,) = load_banks([bank]).banks[0].questions
    variant = generate(question, 3, 1)
    return str(variant.answer), str(twin(variant).answer)


def reviews(home: Path) -> list[tuple[str, str, int | None]]:
    history = History.open(home / "history.db", lambda: datetime.now(UTC))
    found = [(r.profile, r.verdict, r.rating) for r in history.reviews()]
    history.close()
    return found


def test_a_pipe_plays_a_round_and_each_persons_answers_are_theirs(
    bank_file: Banked,
    typed: Callable[[str], None],
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    bank = bank_file(WEIGHTS)
    right, again = right_answers(bank)
    typed(f"1\n{right}\n\n{again}\n{again}\n\n")
    assert main(arguments(bank, "Ana", "Ben")) == 0
    out = capsys.readouterr().out
    assert "Together: 1 of 2 → 2 of 2" in out
    assert "\x1b" not in out
    assert reviews(tmp_path / "home") == [
        ("Ana", "wrong", 1), ("Ben", "correct", 3), ("Ana", "correct", None),
        ("Ben", "correct", None),
    ]  # fmt: skip
    assert not list((tmp_path / "home" / "peers").iterdir())
    assert len(backups_of(tmp_path / "home" / "history.db")) == 1


def test_names_are_asked_for_where_none_are_given(
    bank_file: Banked, typed: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    typed("Ana, Ben\n1\n")
    assert main(arguments(bank_file(WEIGHTS))) == 0
    assert "Ana · Ben" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["Ana"], "2 to 6 people"),
        (list("ABCDEFG"), "2 to 6 people"),
        (["Ana", "Ana"], "cannot be a name"),
        (["Ana", ":quit"], "cannot be a name"),
        (["Ana", "x" * 40], "cannot be a name"),
        (["Ana", "가" * 20], "cannot be a name"),
        (["Ana", "a/b"], "cannot be a name"),
        (["Ana", ".Ben"], "cannot be a name"),
        (["Ana", "\x1b[31mBen"], "cannot be a name"),
        (["Ana", "Ben", "--apart", "--misses"], "need one keyboard"),
        (["Ana", "Ben", "--cards"], "none of these questions is a card"),
        (["Ana", "Ben", "--misses"], "nobody here has a missed question"),
    ],
)
def test_what_cannot_be_played_is_said(
    bank_file: Banked,
    typed: Callable[[str], None],
    capsys: pytest.CaptureFixture[str],
    names: list[str],
    said: str,
) -> None:
    typed("")
    assert main(arguments(bank_file(WEIGHTS), *names)) == 2
    assert said in capsys.readouterr().err


def test_apart_needs_a_seed(
    typed: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    typed("")
    assert main(["peers", "Ana", "Ben", "--apart", "--plain"]) == 2
    assert "the same seed" in capsys.readouterr().err


def test_without_a_terminal_the_plain_mode_is_named(
    typed: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    typed("")
    assert main(["peers", "Ana", "Ben"]) == 2
    assert "--plain" in capsys.readouterr().err


class Played:
    """A group in a process of its own, fed line by line."""

    def __init__(self, bank: Path, home: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "quizapp", *arguments(bank, "Ana", "Ben")],
            cwd=PROJECT,
            env={**os.environ, "QUIZAPP_HOME": str(home)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        self.out = ""

    def until_asked(self) -> None:
        """Read on to the next prompt."""
        assert self.process.stdout is not None
        asked = False
        while not asked:
            sign = self.process.stdout.read(1)
            assert sign, self.out
            self.out += sign
            asked = self.out.endswith("> ")

    def type(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()


def test_a_kill_at_every_prompt_loses_nothing(bank_file: Banked, tmp_path: Path) -> None:
    """Each line goes to a process that is killed as soon as it asks for the next one."""
    bank, home = bank_file(WEIGHTS), tmp_path / "killed"
    right, again = right_answers(bank)
    for line in ("1", right, "", again):
        played = Played(bank, home)
        played.until_asked()
        played.type(line)
        played.until_asked()
        played.kill()
    played = Played(bank, home)
    out, _ = played.process.communicate(f"{again}\n\n", timeout=60)
    assert "Going on where it stopped" in out
    assert "Together: 1 of 2 → 2 of 2" in out
    assert reviews(home) == [
        ("Ana", "wrong", 1), ("Ben", "correct", 3), ("Ana", "correct", None),
        ("Ben", "correct", None),
    ]  # fmt: skip
    assert not list((home / "peers").iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_what_is_typed_at_a_terminal_shows_nowhere(bank_file: Banked, tmp_path: Path) -> None:
    answer = "918273"
    line = [sys.executable, "-m", "quizapp", *arguments(bank_file(WEIGHTS), "Ana", "Ben")]
    at_terminal = subprocess.Popen(
        [sys.executable, "-c", "import pty, sys; pty.spawn(sys.argv[1:])", *line],
        cwd=PROJECT,
        env={**os.environ, "QUIZAPP_HOME": str(tmp_path / "masked")},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert at_terminal.stdin is not None
    seen = read_until(at_terminal, b"Ana> ")
    at_terminal.stdin.write(f"{answer}\n".encode())
    at_terminal.stdin.flush()
    seen += read_until(at_terminal, b"Ben> ")
    assert answer.encode() not in command_lines_under(at_terminal.pid)
    at_terminal.stdin.write(b"\x04")
    at_terminal.stdin.flush()
    seen += read_until(at_terminal, b"Rounds: ")
    at_terminal.communicate()
    assert answer not in seen.decode()
    assert "Locked." in seen.decode()


def read_until(process: subprocess.Popen[bytes], end: bytes) -> bytes:
    assert process.stdout is not None
    seen = b""
    while not seen.endswith(end):
        more = process.stdout.read(1)
        assert more, seen.decode()
        seen += more
    return seen


def command_lines_under(pid: int) -> bytes:
    """The command lines of a process and its children, where the system shows them."""
    children = Path(f"/proc/{pid}/task/{pid}/children")
    if not children.exists():
        return b""
    pids = [str(pid), *children.read_text(encoding="ascii").split()]
    return b"".join(Path(f"/proc/{one}/cmdline").read_bytes() for one in pids)


def test_the_rounds_know_no_terminal(tmp_path: Path) -> None:
    code = "import sys, quizapp.peers; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=PROJECT,
        env={**os.environ, "QUIZAPP_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(done.stdout.split())
    assert loaded.isdisjoint({"textual", "rich", "getpass", "termios", "curses", "quizapp.plain"})
