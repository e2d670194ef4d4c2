"""How a group begins, or goes on with what it left unfinished."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from quizapp.bank import Library
from quizapp.errors import HistoryError, RoundError, UsageError
from quizapp.frozen import dataclass
from quizapp.history import History, Keeper, Review
from quizapp.peers.choosing import RoundKind, planned_rounds
from quizapp.peers.group import GroupSitting, resumed
from quizapp.peers.journal import Journal, journals_in
from quizapp.peers.plan import Plan
from quizapp.peers.reviews import Registrar
from quizapp.study import Learner, selected
from quizapp.study.planning import NEW_A_DAY

USUAL_ROUNDS = 8


@dataclass(frozen=True, slots=True)
class Wish:
    """What a group wants to play. ``people`` are as :func:`quizapp.peers.people.group_of` has them.

    ``apart``: everyone at their own machine, the first of them at this one, all with one ``seed``.
    """

    people: tuple[str, ...] = ()
    kind: RoundKind = "mix"
    rounds: int = USUAL_ROUNDS
    seed: int | None = None
    apart: bool = False
    topics: tuple[str, ...] = ()
    """Banks, questions or topics to which the rounds are limited."""

    def check(self) -> None:
        """Raises UsageError for what cannot be played by people who sit apart."""
        if self.apart and self.seed is None:
            raise UsageError(
                "peers-no-seed",
                "at machines of your own everyone needs the same seed: add --seed and a number you "
                "agree on",
            )
        if self.apart and self.kind in ("misses", "cards"):
            raise UsageError(
                "peers-not-apart",
                "{kind} need one keyboard; at machines of your own play --topic, --code or a mix",
                kind=f"--{self.kind}",
            )


@dataclass(frozen=True, slots=True)
class Gathering:
    """Where groups come together: the banks, what is known of people, the folder of journals."""

    library: Library
    history: History | None
    keeper: Keeper
    clock: Callable[[], datetime]
    """The aware local time."""
    folder: Path | None
    """Without one nothing is left behind to be gone on with."""
    new_a_day: int = NEW_A_DAY

    def sitting(self, wish: Wish) -> tuple[GroupSitting, bool]:
        """The sitting these people left unfinished, and True; else a new one, and False.

        What was left is gone on with where the wish is for the same, or for nothing in particular.
        Raises UsageError where there is nothing to ask, RoundError where this group is being played
        at another terminal.
        """
        wish.check()
        journal = Journal(self._journal_file(wish))
        if not journal.claim():
            raise RoundError(
                "round-elsewhere",
                "this group is being played at another terminal; close it there first",
            )
        try:
            left = self._left_in(journal)
            if left is not None and _is_wished(left.plan, wish):
                return left, True
            plan = self._plan(wish)
        except UsageError:
            journal.release()
            raise
        journal.remove()
        journal.claim()
        sitting = GroupSitting(
            plan,
            keeper=self.keeper,
            clock=self.clock,
            journal=journal,
            registrar=self._registrar(),
        )
        sitting.begin()
        return sitting, False

    def unfinished(self) -> tuple[Wish, ...]:
        """Groups that were broken off and can be gone on with here."""
        found = []
        for path in journals_in(self.folder) if self.folder is not None else ():
            records = Journal(path).records()
            plan = Plan.from_json(records[0], self.library) if records else None
            if plan is not None:
                seed = plan.seed if plan.me is not None else None
                found.append(Wish(plan.people, seed=seed, apart=plan.me is not None))
        return tuple(found)

    def _left_in(self, journal: Journal) -> GroupSitting | None:
        return resumed(
            journal,
            self.library,
            keeper=self.keeper,
            clock=self.clock,
            registrar=self._registrar(),
        )

    def _registrar(self) -> Registrar:
        return Registrar(
            lambda: str(uuid4()), lambda name: Learner(self.history, name), self.new_a_day
        )

    def _plan(self, wish: Wish) -> Plan:
        seed = wish.seed
        if seed is None:
            # Every sitting is another.
            seed = int(self.clock().timestamp() * 1000) % 2**31
        # At machines of their own they know only their own past, and must be asked the same.
        known = wish.people if not wish.apart else ()
        pool = selected(self.library, wish.topics)
        rounds = planned_rounds(wish.kind, pool, wish.rounds, seed, known, self._reviews)
        me = wish.people[0] if wish.apart else None
        return Plan(str(uuid4()), wish.kind, seed, wish.people, rounds, me, wish.topics)

    def _reviews(self, name: str) -> Iterable[Review]:
        """A person's reviews; none where they cannot be read."""
        if self.history is None:
            return ()
        try:
            return list(self.history.reviews(profile=name))
        except HistoryError:
            # Rounds are chosen without them; what cannot be saved is said with the first answer.
            return ()

    def _journal_file(self, wish: Wish) -> Path | None:
        """One file a group, whoever is named first; at a machine of one's own, another."""
        if self.folder is None:
            return None
        people: Sequence[str] = wish.people
        names = [*sorted(people), people[0] if wish.apart else ""]
        digest = hashlib.sha256("\x1f".join(names).encode()).hexdigest()
        return self.folder / f"{digest[:16]}.jsonl"


def _is_wished(plan: Plan, wish: Wish) -> bool:
    """Whether an unfinished sitting is what is meant: that need not be said again."""
    seeded = wish.seed is None or wish.seed == plan.seed
    wanted, found = (wish.kind, wish.topics), (plan.kind, plan.topics)
    return seeded and wanted in (found, ("mix", ()))
