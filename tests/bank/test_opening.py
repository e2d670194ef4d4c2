"""Banks opened from what was kept of them, held against the same banks read in full."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.bank import keeping, load_banks, open_banks
from quizapp.generate import generate
from quizapp.paths import shipped_banks
from tests.bank.kept_banks import BANK, LONG_AGO, Seen, all_of, assert_opens_as_read, written
from tests.bank.written_banks import two_questions


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The banks that come with the program, with the times of old files, and what was kept."""
    folder = tmp_path_factory.mktemp("shipped")
    banks = Path(copytree(shipped_banks(), folder / "questions"))
    for file in banks.iterdir():
        os.utime(file, (LONG_AGO, LONG_AGO))
    open_banks([banks], folder / "kept.jsonl")
    return banks, folder / "kept.jsonl"


def test_the_shipped_banks_are_the_same_from_what_was_kept(
    shipped: tuple[Path, Path], read_in_full: Seen
) -> None:
    banks, keep = shipped
    library = open_banks([banks], keep)
    assert read_in_full == []
    assert len(library.banks) == 20
    assert all_of(library) == all_of(load_banks([banks]))


def test_kept_questions_are_drawn_as_those_read_in_full(shipped: tuple[Path, Path]) -> None:
    banks, keep = shipped
    whole = {q.key: q for bank in load_banks([banks]).banks for q in bank.questions}
    for bank in open_banks([banks], keep).banks:
        for place, question in enumerate(bank.questions):
            if place % 3:
                continue
            one = generate(question, place, question.level)
            other = generate(whole[question.key], place, question.level)
            assert (one.signature, one.prompt) == (other.signature, other.prompt)
            assert one.drawn.variables == other.drawn.variables
            assert one.drawn.truth == other.drawn.truth


def test_a_kept_question_is_read_when_it_is_first_asked_for(
    tmp_path: Path, keep: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bank = written(tmp_path / "a.yaml")
    open_banks([bank], keep)
    library = open_banks([bank], keep)
    bodies: list[object] = []
    reading = keeping._body

    def counted(*parts: Any) -> Any:
        bodies.append(parts)
        return reading(*parts)

    monkeypatch.setattr(keeping, "_body", counted)
    library = open_banks([bank], keep)
    (square, word, sides) = library.banks[0].questions
    assert [each.kind for each in (square, word, sides)] == ["calculated", "text", "solve"]
    assert library.question("sums/old-square") is square
    assert {square, word, sides, square} == {square, word, sides}
    assert [word, sides, square].index(square) == 2
    assert bodies == []
    assert square.vary["k"] == (1, 3, "5", True, "true")
    assert square.task is square.body.task
    assert len(bodies) == 1


def test_what_a_question_says_of_its_place_is_as_its_file_is_named_this_time(
    tmp_path: Path, keep: Path, monkeypatch: pytest.MonkeyPatch, read_in_full: Seen
) -> None:
    bank = written(tmp_path / "a.yaml")
    open_banks([bank], keep)
    monkeypatch.chdir(tmp_path)
    library = open_banks(["a.yaml", bank], keep)
    assert read_in_full == ["a.yaml"]
    assert library.banks[0].file == Path("a.yaml")
    assert library.banks[0].questions[0].place.file == "a.yaml"
    assert all_of(library) == all_of(load_banks(["a.yaml"]))


@pytest.mark.parametrize(
    "text",
    [
        BANK % "sums" + "  - {id: Bad Id, answer: 1 + 1, prompt: x}\n",
        (BANK % "sums").replace("needs: [counting]", "need: [counting]"),
        BANK % "sums" + "  - {id: a, code: print(1), pinned: {output: '1', by: hand}}\n",
        "bank: [",
    ],
    ids=["question", "topic", "warning", "syntax"],
)
def test_a_file_with_a_problem_is_read_each_time(
    tmp_path: Path, keep: Path, read_in_full: Seen, text: str
) -> None:
    folder = tmp_path / "banks"
    folder.mkdir()
    written(folder / "bad.yaml", text)
    written(folder / "good.yaml", BANK % "others")
    for _ in range(2):
        assert open_banks([folder], keep).problems != ()
    assert read_in_full == ["bad.yaml", "good.yaml", "bad.yaml"]
    assert_opens_as_read([folder], keep)


def edit(bank: Path) -> None:
    written(bank, (BANK % "sums").replace("3 * 3", "3 * 4"), LONG_AGO + 5)


def edit_and_set_the_time_back(bank: Path) -> None:
    written(bank, (BANK % "sums").replace("3 * 3", "3 * 4"))


def touch(bank: Path) -> None:
    os.utime(bank, (LONG_AGO + 5, LONG_AGO + 5))


def replace(bank: Path) -> None:
    other = (BANK % "sums").replace("3 * 3", "3 * 4")
    written(bank.with_name("new.txt"), other).replace(bank)


def break_(bank: Path) -> None:
    written(bank, BANK % "[sums]")


def remove(bank: Path) -> None:
    bank.unlink()


def put_a_folder_in_its_place(bank: Path) -> None:
    bank.unlink()
    bank.mkdir()


@pytest.mark.parametrize(
    "change",
    [
        edit, edit_and_set_the_time_back, touch, replace, break_, remove,
        put_a_folder_in_its_place,
    ],
)  # fmt: skip
def test_a_file_that_changed_is_read_again(
    tmp_path: Path, keep: Path, read_in_full: Seen, change: Callable[[Path], None]
) -> None:
    bank, other = written(tmp_path / "a.yaml"), written(tmp_path / "b.yaml", BANK % "others")
    open_banks([bank, other], keep)
    read_in_full.clear()
    change(bank)
    library = open_banks([bank, other], keep)
    assert read_in_full == ([] if bank.is_dir() else ["a.yaml"])
    assert all_of(library) == all_of(load_banks([bank, other]))


def test_a_renamed_file_is_read_under_its_new_name(
    tmp_path: Path, keep: Path, read_in_full: Seen
) -> None:
    bank = written(tmp_path / "a.yaml")
    open_banks([tmp_path], keep)
    bank.rename(tmp_path / "b.yaml")
    open_banks([tmp_path], keep)
    assert read_in_full == ["a.yaml", "b.yaml"]
    assert_opens_as_read([tmp_path], keep)


def test_a_file_changed_a_moment_ago_is_read_once_more(
    tmp_path: Path, keep: Path, read_in_full: Seen
) -> None:
    bank = tmp_path / "a.yaml"
    bank.write_text(BANK % "sums", encoding="utf-8")
    open_banks([bank], keep)
    open_banks([bank], keep)
    assert read_in_full == ["a.yaml", "a.yaml"]


def test_rules_between_files_hold_among_kept_ones(
    tmp_path: Path, keep: Path, read_in_full: Seen
) -> None:
    """Two banks of one id, topics described in two ways, and one that is needed and misspelt."""
    files = [
        written(tmp_path / "0.yaml"),
        written(tmp_path / "1.yaml"),
        written(tmp_path / "2.yaml", (BANK % "two").replace("{en: Sums,", "{en: Totals,")),
        written(tmp_path / "3.yaml", (BANK % "three").replace("counting", "emtpy")),
    ]
    for file in files[:3]:
        assert open_banks([file], keep.with_name(file.name)).problems == ()
    open_banks(files, keep)
    read_in_full.clear()
    library = open_banks(files, keep)
    assert read_in_full == []
    assert {problem.code for problem in library.problems} == {"B045", "B056", "B057"}
    assert library.problems[0].file == str(files[1])
    assert all_of(library) == all_of(load_banks(files))
    assert_opens_as_read(files[::-1], keep)


def test_problems_of_folders_are_said_each_time(tmp_path: Path, keep: Path) -> None:
    (tmp_path / "none").mkdir()
    bank = written(tmp_path / "a.yaml")
    for _ in range(2):
        assert_opens_as_read([tmp_path / "none", bank, tmp_path / "nowhere.yaml"], keep)


def test_nothing_is_written_where_nothing_is_new(tmp_path: Path, keep: Path) -> None:
    first, second = written(tmp_path / "a.yaml"), written(tmp_path / "b.yaml", BANK % "others")
    open_banks([first, second], keep)
    before = keep.stat()
    open_banks([first, second], keep)
    open_banks([second], keep)
    assert (keep.stat().st_ino, keep.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_what_is_new_is_kept_beside_what_was(
    tmp_path: Path, keep: Path, read_in_full: Seen
) -> None:
    first, second = written(tmp_path / "a.yaml"), written(tmp_path / "b.yaml", BANK % "others")
    open_banks([first], keep)
    open_banks([first, second], keep)
    open_banks([second, first], keep)
    assert read_in_full == ["a.yaml", "b.yaml"]
    assert_opens_as_read([second, first], keep)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names of files are Unicode")
def test_a_file_whose_name_is_no_unicode_is_kept_too(
    tmp_path: Path, keep: Path, read_in_full: Seen
) -> None:
    bank = written(tmp_path / "a\udcff.yaml")
    open_banks([bank], keep)
    assert_opens_as_read([bank], keep)
    assert len(read_in_full) == 2


CHANGES = ["edit", "break", "remove", "touch", "nothing"]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.lists(st.tuples(st.integers(0, 2), st.sampled_from(CHANGES)), max_size=2), max_size=6
    )
)
def test_whatever_becomes_of_the_files_they_open_as_they_are_read(
    tmp_path_factory: pytest.TempPathFactory, rounds: list[list[tuple[int, str]]]
) -> None:
    folder = tmp_path_factory.mktemp("files")
    keep, time = folder / "kept.jsonl", LONG_AGO
    for number in range(3):
        written(folder / f"{number}.yaml", BANK % f"bank-{number}")
    for changes in rounds:
        for number, change in changes:
            time += 1
            file = folder / f"{number}.yaml"
            if change == "edit":
                written(file, BANK % f"bank-{time}", time)
            elif change == "break":
                written(file, two_questions("id: a", "id: a"), time)
            elif change == "remove":
                file.unlink(missing_ok=True)
            elif change == "touch" and file.exists():
                os.utime(file, (time, time))
        assert_opens_as_read([folder], keep)
