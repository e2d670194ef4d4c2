"""Whole sessions of simulated people, in every order, broken off and gone on with at any step."""

import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from textwrap import indent

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from quizapp.bank import Library, load_banks
from quizapp.peers import (
    GroupSitting,
    Journal,
    Over,
    Recalling,
    Registrar,
    Revealed,
    Talking,
    Turned,
    Voting,
    is_right,
    resumed,
)
from quizapp.plain.peers_pages import asked_page, talk_page
from tests.peers.gathering import BANK, Remembering, answer_with, plan_of

NAMES = ("Ana", "Ben", "Cho", "Dan", "Eve", "Fay", "Gus")
SLIPS = (None, "forgot-bias", "forgot-padding", "forgot-stride", "padding-once", "rounded-up")
IDS = ("weights", "side", "pick", "term", "shape", "fixed")


def made_library() -> tuple[Path, Library]:
    folder = Path(tempfile.mkdtemp(prefix="peers-"))
    path = folder / "test.yaml"
    text = f"bank: test\ntitle: {{en: Test, ko: 시험}}\nquestions:\n{indent(BANK, '  ')}"
    path.write_text(text, encoding="utf-8")
    return folder, load_banks([path])


FOLDER, LIBRARY = made_library()
FILES = count()


def ticking() -> Iterator[datetime]:
    moment = datetime(2026, 3, 2, 0, 30, tzinfo=UTC)
    while True:
        moment += timedelta(seconds=1)
        yield moment


class Session(RuleBasedStateMachine):
    """People with fixed slips, who come and go as they like."""

    @initialize(
        size=st.integers(2, 6),
        slips=st.lists(st.sampled_from(SLIPS), min_size=7, max_size=7),
        ids=st.lists(st.sampled_from(IDS), min_size=1, max_size=4),
    )
    def gather(self, size: int, slips: list[str | None], ids: list[str]) -> None:
        self.slips = dict(zip(NAMES, slips, strict=True))
        self.keeper = Remembering()
        self.path = FOLDER / f"{next(FILES)}.jsonl"
        self.ticks, self.ids = ticking(), count(1)
        self.votes = 0
        self.registrar = Registrar(lambda: f"id-{next(self.ids)}")
        self.sitting = GroupSitting(
            plan_of(LIBRARY, ids, NAMES[:size]),
            keeper=self.keeper,
            clock=lambda: next(self.ticks),
            journal=Journal(self.path),
            registrar=self.registrar,
        )
        self.sitting.begin()

    def teardown(self) -> None:
        if hasattr(self, "path"):
            self.path.unlink(missing_ok=True)

    @precondition(lambda self: self.sitting.table.waiting)
    @rule(data=st.data())
    def somebody_answers(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(self.sitting.table.waiting))
        variant = self.sitting.variant
        assert variant is not None
        card = isinstance(self.sitting.phase, Turned)
        typed = "2" if card else answer_with(variant, self.slips[name])
        assert self.sitting.vote(name, typed) is None
        self.votes += 1

    @precondition(lambda self: self.sitting.table.waiting)
    @rule(typed=st.sampled_from(["", "abc", "1/0", ":quit"]))
    def somebody_types_nothing_readable(self, typed: str) -> None:
        before = self.sitting.table
        assert self.sitting.vote(before.waiting[0], typed) is not None
        assert self.sitting.table == before

    @precondition(lambda self: "ways" in self.sitting.table.possible)
    @rule()
    def they_look_at_the_ways(self) -> None:
        self.sitting.show_ways()

    @precondition(lambda self: "ready" in self.sitting.table.possible)
    @rule()
    def they_have_talked(self) -> None:
        self.sitting.ready()

    @precondition(lambda self: "turn" in self.sitting.table.possible)
    @rule()
    def the_card_is_turned(self) -> None:
        self.sitting.turn()

    @precondition(lambda self: "go-on" in self.sitting.table.possible)
    @rule()
    def they_go_on(self) -> None:
        self.sitting.go_on()

    @precondition(lambda self: len(self.sitting.table.present) > 1)
    @rule(data=st.data())
    def somebody_leaves(self, data: st.DataObject) -> None:
        if "leave" in self.sitting.table.possible:
            self.sitting.leave(data.draw(st.sampled_from(self.sitting.table.here)))

    @rule(data=st.data())
    def somebody_comes(self, data: st.DataObject) -> None:
        table = self.sitting.table
        welcome = NAMES if len(table.people) < 6 else table.people
        away = [name for name in welcome if name not in table.present]
        if away and "join" in table.possible:
            self.sitting.join(data.draw(st.sampled_from(away)))

    @rule()
    def the_machine_is_switched_off(self) -> None:
        """Everything in memory is lost; what is on the disk gives the same table again."""
        before = self.sitting.table
        again = resumed(
            Journal(self.path),
            LIBRARY,
            keeper=self.keeper,
            clock=lambda: next(self.ticks),
            registrar=self.registrar,
        )
        if isinstance(before.phase, Over):
            assert again is None
            return
        assert again is not None
        assert again.table == before
        self.sitting = again

    @rule(cut=st.integers(1, 400))
    def the_last_step_is_half_written(self, cut: int) -> None:
        """A kill in the middle of writing a step: it was not taken, and can be."""
        before = self.sitting.table
        with self.path.open("ab") as file:
            file.write(b'{"step": "go-on", "name": "' + b"x" * cut)
        again = resumed(
            Journal(self.path), LIBRARY, keeper=self.keeper, clock=lambda: next(self.ticks)
        )
        assert again is None if isinstance(before.phase, Over) else again is not None
        if again is not None:
            assert again.table == before

    @invariant()
    def every_answer_is_a_review_of_its_own(self) -> None:
        if hasattr(self, "keeper"):
            assert len(self.keeper.rows) == self.votes
            assert {r.profile for r in self.keeper.rows.values()} <= set(NAMES)

    @invariant()
    def before_the_reveal_nothing_tells_who_or_which(self) -> None:
        if not hasattr(self, "sitting"):
            return
        table = self.sitting.table
        match table.phase:
            case Talking() as talk:
                said = "\n".join(talk_page(talk, "en"))
                assert not any(name in said for name in NAMES)
                assert not any(sign in said for sign in "✓✗0123456789") or talk.parting.compare
            case Voting() | Recalling():
                said = "\n".join(asked_page(table, "en"))
                assert "✓" not in said
                assert "✗" not in said

    @invariant()
    def the_tally_counts_what_was_answered(self) -> None:
        if not hasattr(self, "sitting"):
            return
        phase = self.sitting.phase
        if isinstance(phase, Revealed):
            first = self.sitting.table.votes[1]
            right = sum(is_right(vote.verdict) for vote in first)
            assert phase.reveal.tally.before == (right, len(first))
            assert {answers.name for answers in phase.reveal.answers} == {v.name for v in first}


TestSessions = Session.TestCase
TestSessions.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
