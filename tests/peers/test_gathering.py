"""How a group begins, is kept to one terminal, goes on, and is forgotten."""

import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from quizapp.bank import Library
from quizapp.errors import RoundError, UsageError
from quizapp.peers import (
    Gathering,
    Journal,
    Wish,
    forget_in_journals,
    group_of,
    names_typed,
)
from tests.peers.gathering import Remembering, answer_with

Clock = Callable[[], datetime]
PROJECT = Path(__file__).parents[2]


@pytest.fixture
def gathering(library: Library, keeper: Remembering, clock: Clock, tmp_path: Path) -> Gathering:
    return Gathering(library, None, keeper, clock, tmp_path / "peers", new_a_day=100)


def wish(**more: object) -> Wish:
    return Wish(("Ana", "Ben"), rounds=2, topics=("test/weights",), **more)  # type: ignore[arg-type]


def test_a_group_that_was_left_goes_on_at_its_step(gathering: Gathering) -> None:
    sitting, goes_on = gathering.sitting(wish())
    assert not goes_on
    assert sitting.variant is not None
    sitting.vote("Ana", answer_with(sitting.variant, None))
    sitting.pause()
    again, goes_on = gathering.sitting(Wish(("Ben", "Ana")))
    assert goes_on
    assert again.table.waiting == ("Ben",)


def test_what_was_left_is_kept_where_something_else_cannot_be_played(gathering: Gathering) -> None:
    sitting, _ = gathering.sitting(wish())
    sitting.pause()
    with pytest.raises(UsageError):
        gathering.sitting(wish(kind="cards"))
    assert [left.people for left in gathering.unfinished()] == [("Ana", "Ben")]


def test_something_else_begins_anew(gathering: Gathering) -> None:
    sitting, _ = gathering.sitting(wish())
    sitting.pause()
    other, goes_on = gathering.sitting(wish(seed=sitting.plan.seed + 1))
    assert not goes_on
    assert other.plan.id != sitting.plan.id


@pytest.mark.skipif(sys.platform == "win32", reason="locks of POSIX")
def test_a_group_is_played_at_one_terminal(gathering: Gathering) -> None:
    sitting, _ = gathering.sitting(wish())
    with pytest.raises(RoundError, match="another terminal"):
        gathering.sitting(wish())
    sitting.pause()
    again, _ = gathering.sitting(wish())
    again.end()
    gathering.sitting(wish())


@pytest.mark.skipif(sys.platform == "win32", reason="locks of POSIX")
def test_a_terminal_that_was_killed_keeps_nobody_out(tmp_path: Path) -> None:
    file = tmp_path / "group.jsonl"
    code = (
        "import sys, pathlib; from quizapp.peers import Journal\n"
        "print(Journal(pathlib.Path(sys.argv[1])).claim(), flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(file)],
        cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as other:  # fmt: skip
        assert other.stdout is not None
        assert other.stdout.readline() == "True\n"
        assert not Journal(file).claim()
        other.kill()
    assert Journal(file).claim()


def test_where_nothing_was_begun_nothing_is_left(gathering: Gathering) -> None:
    with pytest.raises(UsageError):
        gathering.sitting(Wish(("Ana", "Ben"), kind="misses"))
    assert gathering.folder is not None
    assert not list(gathering.folder.iterdir())


def test_a_group_plays_where_the_folder_cannot_be_written(
    gathering: Gathering, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, *, missing_ok: bool = False) -> None:
        raise OSError(30, "Read-only file system", str(path))

    monkeypatch.setattr(Path, "unlink", refuse)
    sitting, goes_on = gathering.sitting(wish())
    assert not goes_on
    assert sitting.variant is not None


def test_a_group_that_has_ended_leaves_nothing(gathering: Gathering) -> None:
    sitting, _ = gathering.sitting(wish())
    sitting.end()
    assert gathering.unfinished() == ()
    assert gathering.folder is not None
    assert not list(gathering.folder.iterdir())


def test_forgetting_a_person_removes_what_names_them(gathering: Gathering) -> None:
    for people in (("Ana", "Ben"), ("Cho", "Dee"), ("Cho", "Eve")):
        sitting, _ = gathering.sitting(Wish(people, topics=("test/weights",)))
        if "Eve" in people:
            sitting.join("Ana")
        sitting.pause()
    assert gathering.folder is not None
    forget_in_journals(gathering.folder, "Ana")
    assert [left.people for left in gathering.unfinished()] == [("Cho", "Dee")]


def test_apart_needs_a_seed_and_rounds_that_all_can_know() -> None:
    with pytest.raises(UsageError, match="the same seed"):
        Wish(("Ana", "Ben"), apart=True).check()
    with pytest.raises(UsageError, match="need one keyboard"):
        Wish(("Ana", "Ben"), "misses", seed=1, apart=True).check()


def test_without_a_folder_a_group_plays_and_leaves_nothing(
    library: Library, keeper: Remembering, clock: Clock
) -> None:
    gathering = Gathering(library, None, keeper, clock, None)
    sitting, _ = gathering.sitting(wish())
    sitting.skip()
    assert gathering.unfinished() == ()


def test_names_are_composed_and_trimmed() -> None:
    assert group_of(names_typed(" 지민,  Ana ")) == ("지민", "Ana")


@pytest.mark.parametrize("names", [["Ana"], ["Ana", "Ana"], list("ABCDEFG"), ["Ana", "-x"]])
def test_what_is_no_group_is_refused(names: list[str]) -> None:
    with pytest.raises(UsageError):
        group_of(names)
