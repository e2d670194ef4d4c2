"""A group sitting: the machine, with its answers kept as they are given, and its steps written."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime
from uuid import uuid4

from quizapp.bank import Library
from quizapp.errors import HistoryError, RoundError
from quizapp.generate import Variant
from quizapp.grade import Verdict, grade
from quizapp.history import Keeper, Review
from quizapp.peers.codes import Ballots, locked, unlocked
from quizapp.peers.journal import Journal, Record
from quizapp.peers.plan import Plan
from quizapp.peers.reviews import Registrar
from quizapp.peers.rounds import (
    Over,
    Phase,
    Table,
    Turned,
    Voting,
    after,
    begun,
    must_ask_again,
)
from quizapp.peers.steps import Step
from quizapp.study.recording import Sources
from quizapp.words import Language, Text, phrase


class GroupSitting:
    """Two to six people, round after round; out of turn nothing can be done (RoundError).

    Each answer is its person's review, committed before anything comes of it; where this machine
    is one person's (``plan.me``), only theirs are. Each step is in the journal before it is taken,
    so that :func:`resumed` goes on where a kill ended it. ``clock`` gives the aware local time.
    """

    def __init__(
        self,
        plan: Plan,
        *,
        keeper: Keeper,
        clock: Callable[[], datetime],
        journal: Journal | None = None,
        registrar: Registrar | None = None,
    ) -> None:
        self.plan = plan
        self.unsaved: HistoryError | None = None
        """Why the last answer, or the last step, is in memory only."""
        self.code: str | None = None
        """What to paste in the group's chat: the last answer locked on a machine of one's own."""
        self._keeper = keeper
        self._clock = clock
        self._journal = journal or Journal(None)
        self.language: Language = "en"
        """Of the screen; a face says which."""
        self._registrar = registrar or Registrar(lambda: str(uuid4()))
        self._sources = Sources(self._registrar.learner(plan.me or ""))
        self._table = begun(plan)
        self._shown_at = clock()

    @property
    def table(self) -> Table:
        """Who is here, which round it is, and what may be known of it now."""
        return self._table

    @property
    def phase(self) -> Phase:
        """What is to be shown."""
        return self._table.phase

    @property
    def variant(self) -> Variant | None:
        """The question that is to be answered now."""
        phase = self.phase
        return phase.variant if isinstance(phase, Voting | Turned) else None

    def begin(self) -> None:
        """Write the plan down; the first thing to be done with a new sitting."""
        self.unsaved = self._journal.append(self.plan.as_json())

    def vote(self, name: str, text: str) -> Text | None:
        """Lock an answer; or say why it cannot be read and is asked again.

        What is said is the same for right and wrong answers.
        """
        variant = self._asked_of(name)
        verdict = grade(variant, text)
        if must_ask_again(variant, verdict):
            if verdict.kind == "unreadable":
                return verdict.feedback
            return phrase("verdicts.form-sides", count=len(variant.answer))
        review = self._review(variant, name, text, verdict)
        record: Record = Step("vote", name, text).as_json()
        if review is not None:
            record = {**record, "review": review.as_json()}
        self.unsaved = self._journal.append(record)
        if review is not None:
            source = self._sources.missing(review, variant.question)
            unsaved = self._keeper.keep(review, source)
            self.unsaved = unsaved or self.unsaved
        self._take(Step("vote", name, text))
        return None

    def show_ways(self) -> None:
        """After the talk: the ways of doing the step on which answers part."""
        self._write(Step("ways"))

    def ready(self) -> None:
        """The talk is over: everyone answers a twin."""
        self._write(Step("ready"))

    def turn(self) -> None:
        """Turn the card over."""
        self._write(Step("turn"))

    def go_on(self) -> None:
        """From the reveal to the next round, or to the twin where all were wrong."""
        self._write(Step("go-on"))

    def skip(self) -> None:
        """Leave this round; its answers stay with those who gave them."""
        self._write(Step("skip"))

    def join(self, name: str) -> None:
        """Somebody comes, late or back."""
        self._write(Step("join", name))

    def leave(self, name: str) -> None:
        """Somebody goes, for now or for good; nobody waits for them."""
        self._write(Step("leave", name))

    def end(self) -> None:
        """No more rounds; nothing is left to go on with."""
        if not isinstance(self.phase, Over):
            self._write(Step("end"))
        self.finish()

    def pause(self) -> None:
        """Leave it for later, here or at another terminal."""
        self._journal.release()

    def finish(self) -> None:
        """Where it is over and everything is in the history, the journal has done its work."""
        if isinstance(self.phase, Over) and not self._keeper.pending:
            self._journal.remove()

    def enter_code(self, name: str, code: str) -> Text | None:
        """Take somebody else's answer from their code. Raises RoundError for one that is none."""
        self._asked_of(name)
        phase = self.phase
        if not isinstance(phase, Voting):
            raise RoundError("round-not-asked", "{name} is not asked now", name=name)
        return self.vote(name, unlocked(self._ballots(phase), code))

    def take_again(self, records: Iterable[Record]) -> None:
        """Go through the steps of a journal; one that is not possible there is passed over.

        A review that a kill kept from the history is kept now; one that is there changes nothing.
        """
        for record in records:
            if "review" in record:
                self.unsaved = self._keeper.keep(Review.from_json(record["review"]))
            with suppress(ValueError, RoundError):
                self._take(Step.from_json(record))

    def _asked_of(self, name: str) -> Variant:
        """What this person is to answer now. Raises RoundError where that is nothing."""
        variant = self.variant
        if variant is None or name not in self._table.waiting:
            raise RoundError("round-not-asked", "{name} is not asked now", name=name)
        return variant

    def _ballots(self, phase: Voting) -> Ballots:
        return Ballots(self.plan.seed, self._table.place, phase.ballot, phase.variant)

    def _write(self, step: Step) -> None:
        """Take a step that needs no answer; refused ones are not written."""
        moved = after(self._table, step)
        self.unsaved = self._journal.append(step.as_json())
        self._move(moved)

    def _take(self, step: Step) -> None:
        moved, phase = after(self._table, step), self.phase
        if step.kind == "vote" and step.name == self.plan.me and isinstance(phase, Voting):
            self.code = locked(self._ballots(phase), step.name, step.text)
        self._move(moved)

    def _move(self, table: Table) -> None:
        self._table = table
        self._shown_at = self._clock()

    def _review(self, variant: Variant, name: str, text: str, verdict: Verdict) -> Review | None:
        """None for somebody else's answer, and for one that costs nothing and proves nothing."""
        if self.plan.me not in (None, name) or not verdict.counts:
            return None
        phase = self.phase
        return self._registrar.review(
            name,
            self.plan.id,
            variant,
            text,
            verdict,
            alone=not (isinstance(phase, Voting) and phase.ballot == 2),
            shown_at=self._shown_at,
            now=self._clock(),
            language=self.language,
        )


def resumed(
    journal: Journal,
    library: Library,
    *,
    keeper: Keeper,
    clock: Callable[[], datetime],
    registrar: Registrar | None = None,
) -> GroupSitting | None:
    """The sitting that the journal tells of, at the step where it ended.

    None where there is none, where it is over, and where its questions have changed since; its
    answers are then kept all the same.
    """
    records = journal.records()
    if not records:
        return None
    plan = Plan.from_json(records[0], library)
    if plan is None:
        for record in records[1:]:
            if "review" in record:
                keeper.keep(Review.from_json(record["review"]))
        return None
    sitting = GroupSitting(plan, keeper=keeper, clock=clock, journal=journal, registrar=registrar)
    sitting.take_again(records[1:])
    return None if isinstance(sitting.phase, Over) else sitting
