"""A library of a small bank, and groups that gather over it."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from itertools import count
from pathlib import Path

import pytest

from quizapp.bank import Library, load_banks
from quizapp.history import Keeper
from quizapp.peers import GroupSitting, Journal, Registrar
from tests.peers.gathering import BANK, Gather, Remembering, plan_of

Banked = Callable[[str], Path]
Clock = Callable[[], datetime]


@pytest.fixture
def library(bank_file: Banked) -> Library:
    library = load_banks([bank_file(BANK)])
    assert not [p.line_text("en") for p in library.problems if p.severity == "error"]
    return library


@pytest.fixture
def keeper() -> Remembering:
    return Remembering()


@pytest.fixture
def gather(library: Library, keeper: Remembering, clock: Clock) -> Gather:
    """A sitting of these people over these questions."""
    numbers = count(1)

    def begin(
        ids: Sequence[str],
        people: Iterable[str] = ("Ana", "Ben", "Cho"),
        *,
        journal: Journal | None = None,
        me: str | None = None,
        discussed: bool = True,
        kept_by: Keeper = keeper,
    ) -> GroupSitting:
        plan = plan_of(library, ids, tuple(people), me=me, discussed=discussed)
        sitting = GroupSitting(
            plan,
            keeper=kept_by,
            clock=clock,
            journal=journal,
            registrar=Registrar(lambda: f"id-{next(numbers)}", new_a_day=100),
        )
        sitting.begin()
        return sitting

    return begin
