"""`quizapp pin` as its users run it."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from quizapp import exchange
from quizapp.cli import main
from quizapp.errors import ExchangeError
from tests.exchange.interpreters import Fails, Prints

Banked = Callable[[str], Path]
TWO = """
- id: one
  code: print(1)
- id: two
  code: print(1)
"""


@pytest.fixture(autouse=True)
def plain_hooks() -> Iterator[None]:
    hook = sys.excepthook
    yield
    sys.excepthook = hook


@pytest.fixture
def sandbox(monkeypatch: pytest.MonkeyPatch) -> Callable[[Prints], list[str]]:
    """Puts an interpreter in the sandbox's place; gives the names it is opened by."""

    def put(interpreter: Prints) -> list[str]:
        opened: list[str] = []

        def open_(python: str) -> Prints:
            opened.append(python)
            return interpreter

        monkeypatch.setattr(exchange.Sandbox, "open", open_)
        return opened

    return put


def test_without_run_nothing_is_run_and_what_is_unpinned_is_wrong(
    bank_file: Banked, sandbox: Callable[[Prints], list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    opened = sandbox(Prints("1"))
    path = bank_file(TWO)
    before = path.read_bytes()
    assert main(["pin", str(path)]) == 1
    assert capsys.readouterr().out == (f"{path}:5: one: not pinned\n{path}:7: two: not pinned\n")
    assert not opened
    assert path.read_bytes() == before


def test_with_run_all_is_pinned_and_found_pinned_afterwards(
    bank_file: Banked, sandbox: Callable[[Prints], list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    prints = Prints("1")
    opened = sandbox(prints)
    path = bank_file(TWO)
    assert main(["pin", str(path), "--run", "--python", "python9"]) == 0
    assert opened == ["python9"]
    assert "two: pinned (python 3.12.1)" in capsys.readouterr().out
    assert main(["pin", str(path), "--lang", "ko"]) == 0
    assert "two: 기록됨 (python 3.12.1)" in capsys.readouterr().out
    assert main(["pin", str(path), "--run"]) == 0
    assert len(prints.asked) == 4
    assert main(["pin", str(path), "--run", "--again"]) == 0
    assert len(prints.asked) == 8
    assert opened[1:] == [sys.executable]


def test_code_edited_since_is_stale(
    bank_file: Banked, sandbox: Callable[[Prints], list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    sandbox(Prints("1"))
    path = bank_file(TWO)
    main(["pin", str(path), "--run"])
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("code: print(1)", "code: print(2)", 1), encoding="utf-8")
    capsys.readouterr()
    assert main(["pin", str(path)]) == 1
    out = capsys.readouterr().out
    assert "one: stale" in out
    assert "two: pinned" in out


def test_code_that_fails_is_said_with_its_place_and_the_rest_goes_on(
    bank_file: Banked, sandbox: Callable[[Prints], list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    sandbox(Fails(""))
    path = bank_file(TWO)
    assert main(["pin", str(path), "--run", "--lang", "ko"]) == 1
    err = capsys.readouterr().err
    assert f"{path}:5: one: 코드가 오류로 끝납니다: ValueError: no\n" in err
    assert f"{path}:7: two: " in err


def test_without_a_sandbox_nothing_is_run(
    bank_file: Banked, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def none(python: str) -> Prints:
        raise ExchangeError("sandbox-linux", "Linux only")

    monkeypatch.setattr(exchange.Sandbox, "open", none)
    path = bank_file(TWO)
    assert main(["pin", str(path), "--run"]) == 1
    assert capsys.readouterr().err == "quizapp: Linux only\n"
    assert path.read_text(encoding="utf-8").count("pinned") == 0


def test_a_bank_without_code_is_fine(bank_file: Banked, capsys: pytest.CaptureFixture[str]) -> None:
    path = bank_file("- id: x\n  prompt: X?\n")
    assert main(["pin", str(path), "--run"]) == 0
    assert "no question asks what code prints" in capsys.readouterr().out


def test_what_is_wrong_with_the_file_is_told_in_the_language_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "latin.yaml"
    path.write_bytes(b"bank: \xff")
    assert main(["pin", str(path), "--lang", "ko"]) == 1
    assert "error[B003]: 0xFF 바이트는" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pin", "nowhere.yaml"]) == 2
    assert "there is no file nowhere.yaml" in capsys.readouterr().err
