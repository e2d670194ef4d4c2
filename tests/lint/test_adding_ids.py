"""``check --add-ids``: ids put into the text, everything else as it was."""

import signal
import subprocess
import sys
from pathlib import Path
from time import sleep

import pytest

from quizapp.bank import load_banks
from quizapp.errors import ExchangeError
from quizapp.lint.adding_ids import add_ids

PROJECT = Path(__file__).parents[2]
BANK = """\
# my bank
bank: demo
questions:
  - answer: 1 + 1  # two
    prompt: {en: "How much is it?", ko: "얼마인가요?"}
  - {answer: 2 + 2, prompt: How much is it?}
  -
    aliases: [how-much-is-it-2]
    answer: 3 + 3
    prompt: 얼마인가요?
  - id: kept
    answer: 4 + 4
    prompt: x
  - id:
    answer: 5 + 5
    prompt: Last one
"""
WITH_IDS = """\
# my bank
bank: demo
questions:
  - id: how-much-is-it
    answer: 1 + 1  # two
    prompt: {en: "How much is it?", ko: "얼마인가요?"}
  - {id: how-much-is-it-3, answer: 2 + 2, prompt: How much is it?}
  -
    id: question
    aliases: [how-much-is-it-2]
    answer: 3 + 3
    prompt: 얼마인가요?
  - id: kept
    answer: 4 + 4
    prompt: x
  - id: last-one
    answer: 5 + 5
    prompt: Last one
"""


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return tmp_path / "bank.yaml"


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("start", ["", "\ufeff"], ids=["plain", "bom"])
def test_ids_are_put_in_and_nothing_else_changes(bank: Path, ending: str, start: str) -> None:
    bank.write_bytes((start + BANK.replace("\n", ending)).encode())
    assert add_ids(bank) == ("how-much-is-it", "how-much-is-it-3", "question", "last-one")
    assert bank.read_bytes() == (start + WITH_IDS.replace("\n", ending)).encode()
    assert load_banks([bank]).problems == ()


def test_a_second_time_changes_nothing(bank: Path) -> None:
    bank.write_text(WITH_IDS, encoding="utf-8")
    before = bank.stat().st_mtime_ns
    assert add_ids(bank) == ()
    assert bank.stat().st_mtime_ns == before


@pytest.mark.parametrize(
    "text", ["bank: [", "- a\n", BANK.replace("  - id:\n    answer", "  - answer").replace(
        "    prompt: Last one", "    id:\n    prompt: Last one")],
    ids=["no yaml", "no bank", "an empty id further down"],
)  # fmt: skip
def test_what_cannot_be_edited_stays_as_it_is(bank: Path, text: str) -> None:
    bank.write_text(text, encoding="utf-8")
    with pytest.raises(ExchangeError):
        add_ids(bank)
    assert bank.read_text(encoding="utf-8") == text


def test_a_bank_that_cannot_be_written_is_told(bank: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("quizapp.lint.adding_ids.write_whole", refuse)
    bank.write_text(BANK, encoding="utf-8")
    with pytest.raises(ExchangeError, match="cannot be written: Read-only"):
        add_ids(bank)


@pytest.mark.parametrize("saved_first", [True, False], ids=["before its text", "after it"])
def test_what_is_saved_meanwhile_is_not_lost(
    bank: Path, monkeypatch: pytest.MonkeyPatch, *, saved_first: bool
) -> None:
    """An editor saves once the questions were found: before the file's text is taken, or after."""
    saved = BANK.replace("# my bank", "# my other bank")

    def read_bytes(path: Path) -> bytes:
        if saved_first:
            bank.write_text(saved, encoding="utf-8")
        with path.open("rb") as stream:
            content = stream.read()
        bank.write_text(saved, encoding="utf-8")
        return content

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    bank.write_text(BANK, encoding="utf-8")
    with pytest.raises(ExchangeError, match="has changed meanwhile"):
        add_ids(bank)
    assert bank.read_text(encoding="utf-8") == saved


WRITE = "import sys; from pathlib import Path; from quizapp.lint.adding_ids import add_ids; \
print('here', flush=True); add_ids(Path(sys.argv[1]))"


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="nothing kills like that here")
def test_a_killed_writer_leaves_the_old_file_or_the_new_one(bank: Path) -> None:
    old = "bank: demo\nquestions:\n" + "  - answer: 1 + 1\n    prompt: What?\n" * 300
    outcomes = set()
    for delay in (0, 2, 5, 10, 20, 40, 80, 160):
        bank.write_text(old, encoding="utf-8")
        command = [sys.executable, "-c", WRITE, str(bank)]
        with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            sleep(delay / 1000)
            writer.kill()
        text = bank.read_text(encoding="utf-8")
        outcomes.add(text.count("id: what") // 300)
        assert text == old or text.count("id: what") == 300
    add_ids(bank)
    assert [each.name for each in bank.parent.iterdir()] == [bank.name]
    assert outcomes <= {0, 1}
