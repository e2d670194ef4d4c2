"""Several programs at one history, and what they would do to each other."""

import subprocess
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from quizapp.history import Changes, History, Keeper, bring_in, connection, exported
from tests.faults.children import child, review

Clock = Callable[[], datetime]
Figure = Callable[[str], None]

WRITERS, EACH = 4, 500

WRITING = """
from quizapp.history import Changes, DayRow

def derive(row, log):
    return Changes(days=(DayRow(row.profile, row.answered_at.date(), "shapes", answers=1),))

name, count = sys.argv[2], int(sys.argv[3])
sys.stdin.readline()
with History.open(path, now) as history:
    keeper = Keeper(history, derive)
    for number in range(count):
        error = keeper.keep(review(f"{name}-{number}", after=number))
        acknowledge("saved" if error is None else error.code)
"""


def started(process: "subprocess.Popen[str]") -> None:
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def test_four_programs_at_once_save_all_their_answers_and_sums(
    path: Path, now: Clock, figure: Figure
) -> None:
    with History.open(path, now) as history:
        history.replace_derived(None, Changes(), version=1)
    processes = [child(WRITING, path, name, EACH) for name in "abcd"]
    for process in processes:
        started(process)
    said = [process.communicate(timeout=120) for process in processes]
    assert [err for _, err in said] == [""] * WRITERS
    assert {line for out, _ in said for line in out.split()} == {"saved"}
    with History.open(path, now) as history:
        saved = [row.uuid for row in history.reviews()]
        (day,) = history.days("ana", date(2026, 3, 1), date(2026, 3, 1))
        assert not history.derived_stale(1)
    assert len(saved) == len(set(saved)) == day.answers == WRITERS * EACH
    figure(f"{WRITERS} programs × {EACH} answers: {len(saved)} rows, sums {day.answers}")


def test_an_answer_that_finds_the_history_locked_waits_and_is_saved_after(
    path: Path, now: Clock, figure: Figure, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.05)
    with History.open(path, now) as history, History.open(path, now) as other:
        keeper = Keeper(history)
        with other.held():
            errors = [keeper.keep(review(str(number), after=number)) for number in range(3)]
            assert [error and error.code for error in errors] == ["history-locked"] * 3
            assert len([*history.reviews()]) == 0
        assert keeper.keep(review("3", after=3)) is None
        assert [row.uuid for row in history.reviews()] == ["0", "1", "2", "3"]
    figure("answers while locked out: 3, saved once after: 3")


def test_two_programs_making_the_same_history_at_once_make_one(path: Path, now: Clock) -> None:
    for _ in range(5):
        processes = [child(WRITING, path, name, 5) for name in "ab"]
        for process in processes:
            started(process)
        said = [process.communicate(timeout=60) for process in processes]
        assert [err for _, err in said] == ["", ""]
        with History.open(path, now) as history:
            assert history.size() == 10
            assert history.notice is None
        for file in path.parent.iterdir():
            file.unlink()


def test_histories_of_three_machines_come_to_the_same_in_any_order(
    tmp_path: Path, now: Clock, figure: Figure
) -> None:
    files = []
    for name in "abc":
        place = tmp_path / name / "history.db"
        with History.open(place, now) as history:
            history.append_all(review(f"{name}-{n}", after=n) for n in range(20))
            history.append_all(review(f"shared-{n}", after=n) for n in range(10))
        files.append(place)
    results = set()
    for label, order in (("one", files), ("two", files[::-1]), ("three", files * 2)):
        with History.open(tmp_path / label / "history.db", now) as history:
            bring_in(history, order)
            results.add("\n".join(exported(history)))
    assert len(results) == 1
    figure("3 histories of 30 rows merged in 3 orders: 70 rows each time")
