"""A kill at any step loses nothing, and the rounds go on at it."""

import json
import stat
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quizapp.bank import Library
from quizapp.errors import HistoryError
from quizapp.history import History, Keeper, Note, Review
from quizapp.peers import GroupSitting, Journal, Over, Table, Voting, resumed
from tests.peers.gathering import Gather, Remembering, answer_with

Clock = Callable[[], datetime]


class Killed(BaseException):
    """What a kill is to a test: nothing handles it."""


class Fragile(Remembering):
    """A keeper during whose work on an answer the machine is switched off, once."""

    def __init__(self, after: int) -> None:
        super().__init__()
        self.after = after

    def keep(self, row: Review | Note, source: Note | None = None) -> HistoryError | None:
        self.after -= isinstance(row, Review)
        if self.after < 0:
            raise Killed
        return super().keep(row, source)


def play(sitting: GroupSitting) -> None:
    """A round to its end: they differ, talk, agree; then one card each."""
    slips = {"Ana": "forgot-bias"}
    while not isinstance(sitting.phase, Over):
        table = sitting.table
        if table.waiting:
            phase, name = table.phase, table.waiting[0]
            assert sitting.variant is not None
            solo = isinstance(phase, Voting) and phase.ballot == 1
            typed = answer_with(sitting.variant, slips.get(name) if solo else None)
            sitting.vote(name, typed if isinstance(phase, Voting) else "3")
        else:
            step = {"ready": sitting.ready, "go-on": sitting.go_on, "turn": sitting.turn}
            next(act for kind, act in step.items() if kind in table.possible)()


ROUNDS = ["weights", "term"]


def test_a_kill_before_any_commit_is_made_good(
    gather: Gather, library: Library, clock: Clock, tmp_path: Path
) -> None:
    whole = Remembering()
    play(gather(ROUNDS, kept_by=whole))
    expected = [(r.profile, r.verdict, r.submission, r.rating) for r in whole.rows.values()]
    for kept in range(len(expected)):
        path = tmp_path / f"{kept}.jsonl"
        keeper = Fragile(kept)
        with pytest.raises(Killed):
            play(gather(ROUNDS, journal=Journal(path), kept_by=keeper))
        assert len(keeper.rows) == kept
        keeper.after = 1000
        again = resumed(Journal(path), library, keeper=keeper, clock=clock)
        assert len(keeper.rows) == kept + 1
        if again is not None:
            play(again)
        rows = keeper.rows.values()
        assert [(r.profile, r.verdict, r.submission, r.rating) for r in rows] == expected


def test_a_line_that_is_cut_leaves_the_step_before_and_a_whole_one_the_step_after(
    gather: Gather, library: Library, clock: Clock, tmp_path: Path
) -> None:
    path = tmp_path / "rounds.jsonl"
    sitting = gather(["weights"], journal=Journal(path))
    sitting.vote("Ana", "1")
    before, size = sitting.table, path.stat().st_size
    sitting.vote("Ben", "2")
    after, whole = sitting.table, path.read_bytes()

    def table_of(cut: int) -> Table:
        path.write_bytes(whole[:cut])
        again = resumed(Journal(path), library, keeper=Remembering(), clock=clock)
        assert again is not None
        return again.table

    for cut in (*range(size, len(whole), 11), len(whole) - 1):
        assert table_of(cut) == before
        assert path.stat().st_size == size
    assert table_of(len(whole)) == after


def test_steps_go_on_behind_a_line_that_was_cut(
    gather: Gather, library: Library, clock: Clock, tmp_path: Path
) -> None:
    path = tmp_path / "rounds.jsonl"
    gather(["weights"], journal=Journal(path)).vote("Ana", "1")
    with path.open("ab") as file:
        file.write(b'{"step": "vo')
    again = resumed(Journal(path), library, keeper=Remembering(), clock=clock)
    assert again is not None
    again.vote("Ben", "2")
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert [line.get("name") for line in lines] == [None, "Ana", "Ben"]


def test_the_same_history_keeps_each_answer_once(
    gather: Gather, library: Library, clock: Clock, tmp_path: Path
) -> None:
    history = History.open(tmp_path / "h" / "history.db", lambda: datetime.now(UTC))
    path = tmp_path / "rounds.jsonl"
    sitting = gather(["weights"], journal=Journal(path), kept_by=Keeper(history))
    sitting.vote("Ana", "1")
    sitting.vote("Ben", "2")
    for _ in range(3):
        assert resumed(Journal(path), library, keeper=Keeper(history), clock=clock) is not None
    assert [r.profile for r in history.reviews()] == ["Ana", "Ben"]
    history.close()


def test_the_journal_is_its_owners_alone_and_goes_when_the_rounds_are_over(
    gather: Gather, tmp_path: Path
) -> None:
    path = tmp_path / "folder" / "rounds.jsonl"
    sitting = gather(["weights"], journal=Journal(path))
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    sitting.end()
    assert not path.exists()


def test_an_unsaved_answer_keeps_the_journal(gather: Gather, tmp_path: Path) -> None:
    path = tmp_path / "rounds.jsonl"
    sitting = gather(["weights"], journal=Journal(path), kept_by=Keeper(None))
    sitting.vote("Ana", "1")
    assert sitting.unsaved is not None
    sitting.end()
    assert path.exists()


def test_a_journal_that_cannot_be_written_is_said_and_the_rounds_go_on(
    gather: Gather, library: Library, clock: Clock, tmp_path: Path
) -> None:
    path = tmp_path / "no-folder" / "rounds.jsonl"
    path.parent.write_text("a file where the folder belongs")
    sitting = gather(["weights"], journal=Journal(path))
    sitting.vote("Ana", "1")
    assert code_of(sitting.unsaved) == "round-not-kept"
    path.parent.unlink()
    sitting.vote("Ben", "2")
    assert code_of(sitting.unsaved) is None
    again = resumed(Journal(path), library, keeper=Remembering(), clock=clock)
    assert again is not None
    assert again.table == sitting.table


def code_of(unsaved: HistoryError | None) -> str | None:
    return None if unsaved is None else unsaved.code


@pytest.mark.parametrize(
    "written",
    ["", "nonsense\n", "[]\n", "{}\n", '{"step": "begin"}\n', '{"step": "begin", "rounds": 3}\n'],
)
def test_a_file_that_is_no_journal_is_nothing_to_go_on_with(
    library: Library, clock: Clock, tmp_path: Path, written: str
) -> None:
    path = tmp_path / "rounds.jsonl"
    path.write_text(written, encoding="utf-8")
    assert resumed(Journal(path), library, keeper=Remembering(), clock=clock) is None


def test_questions_that_changed_are_not_gone_on_with_but_their_answers_are_kept(
    gather: Gather, library: Library, clock: Clock, tmp_path: Path
) -> None:
    path = tmp_path / "rounds.jsonl"
    gather(["weights"], journal=Journal(path)).vote("Ana", "1")
    text = path.read_text(encoding="utf-8")
    revision = library.banks[0].questions[0].revision
    path.write_text(text.replace(revision, "0" * len(revision), 1), encoding="utf-8")
    keeper = Remembering()
    assert resumed(Journal(path), library, keeper=keeper, clock=clock) is None
    assert [row.profile for row in keeper.rows.values()] == ["Ana"]


def test_a_step_that_is_not_possible_there_is_passed_over(
    gather: Gather, library: Library, clock: Clock, tmp_path: Path
) -> None:
    path = tmp_path / "rounds.jsonl"
    gather(["weights"], journal=Journal(path)).vote("Ana", "1")
    with path.open("a", encoding="utf-8") as file:
        file.write(
            '{"step": "go-on"}\n{"step": "what"}\n{"step": "vote", "name": "Ben", "text": "2"}\n'
        )
    again = resumed(Journal(path), library, keeper=Remembering(), clock=clock)
    assert again is not None
    assert again.table.waiting == ("Cho",)
