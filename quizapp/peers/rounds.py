"""The machine of a group's rounds: which step is possible when, and what comes of it.

::

    Voting 1 ─┬─ all have answered, and differ ──→ Talking ── ready ──→ Voting 2 ──┐
              └─ they agree ─────────────────────────────────────────────────→ Revealed ─→ next
                                          Voting 2 ←── go-on, where all were wrong ──┘
    Recalling ── turn ──→ Turned ── vote ──→ next        (cards: one person each)

Everything is pure: a table and a step give the next table, the same on every machine.
"""

from collections.abc import Mapping
from dataclasses import field, replace
from typing import Literal

from quizapp.errors import DrawError, ProofError, RoundError
from quizapp.frozen import dataclass
from quizapp.generate import CardAsked, Variant, generate
from quizapp.generate.twins import has_other_numbers, twin
from quizapp.grade import Verdict, grade
from quizapp.peers.differences import Parting, agree, is_right, parting
from quizapp.peers.plan import MOST_PEOPLE, Plan, Planned
from quizapp.peers.reveal import Reveal, Tally, Vote
from quizapp.peers.steps import Step, StepKind

Ballot = Literal[1, 2]


@dataclass(frozen=True, slots=True)
class Voting:
    """Everyone answers in private; nothing is shown until all have."""

    ballot: Ballot
    variant: Variant
    twin_of: Variant | None = None
    """In the second ballot, what the first was about."""


@dataclass(frozen=True, slots=True)
class Talking:
    """Answers differ: at which step, and, once asked for, the ways of doing it."""

    variant: Variant
    parting: Parting
    ways_shown: bool = False


@dataclass(frozen=True, slots=True)
class Revealed:
    """The truth and everyone's answers; with ``again`` a twin is next.

    That is where all were wrong, and the question has other numbers than those now explained.
    """

    reveal: Reveal
    again: bool


@dataclass(frozen=True, slots=True)
class Recalling:
    """The front of a card, which one person answers aloud."""

    name: str
    variant: Variant


@dataclass(frozen=True, slots=True)
class Turned:
    """The back of the card; the person grades how well it was recalled."""

    name: str
    variant: Variant


@dataclass(frozen=True, slots=True)
class Over:
    """No round is left, or the group has ended."""


Phase = Voting | Talking | Revealed | Recalling | Turned | Over

_ANY_TIME: tuple[StepKind, ...] = ("join", "leave", "skip", "end")
_POSSIBLE: Mapping[type, tuple[StepKind, ...]] = {
    Voting: ("vote", *_ANY_TIME),
    Talking: ("ways", "ready", *_ANY_TIME),
    Revealed: ("go-on", "join", "leave", "end"),
    Recalling: ("turn", *_ANY_TIME),
    Turned: ("vote", *_ANY_TIME),
    Over: (),
}
_WITH_NOBODY: tuple[StepKind, ...] = ("join", "end")


@dataclass(frozen=True, slots=True)
class Table:
    """A group at one moment of its rounds."""

    plan: Plan
    people: tuple[str, ...]
    """Everyone who ever came, in the order in which the keyboard goes round."""
    present: frozenset[str]
    place: int
    phase: Phase
    votes: Mapping[Ballot, tuple[Vote, ...]]
    """Of this round, by ballot."""
    tallies: Mapping[int, Tally] = field(default_factory=dict)
    """Of the rounds decided, by place."""
    undrawn: tuple[DrawError | ProofError, ...] = ()
    """Why questions were left out."""
    seat: int = 0
    """Whose card comes next, round the table."""

    @property
    def planned(self) -> Planned:
        """The round being played."""
        return self.plan.rounds[self.place]

    @property
    def here(self) -> tuple[str, ...]:
        """Those who are present, in the keyboard's order."""
        return tuple(name for name in self.people if name in self.present)

    @property
    def waiting(self) -> tuple[str, ...]:
        """Who is here and has yet to answer, the next one first."""
        match self.phase:
            case Voting(ballot):
                answered = {vote.name for vote in self.votes[ballot]}
                # Who came during the talk has nothing to revise: theirs is the next round.
                voters = {vote.name for vote in self.votes[1]} if ballot == 2 else self.present
                return tuple(n for n in self.here if n in voters and n not in answered)
            case Turned(name) if name in self.present:
                return (name,)
        return ()

    @property
    def possible(self) -> tuple[StepKind, ...]:
        """The steps that can be taken now."""
        steps = _POSSIBLE[type(self.phase)]
        return steps if self.present else tuple(kind for kind in steps if kind in _WITH_NOBODY)


def begun(plan: Plan) -> Table:
    """The first round, everybody present."""
    return _next(Table(plan, plan.people, frozenset(plan.people), -1, Over(), _no_votes()))


def after(table: Table, step: Step) -> Table:
    """What a step comes to. Raises RoundError for one that cannot be taken now."""
    if step.kind not in table.possible:
        raise RoundError(
            "round-step", "{step} is not possible now; possible: {possible}",
            step=step.kind, possible=", ".join(table.possible),
        )  # fmt: skip
    return _settled(_taken(table, step))


def must_ask_again(variant: Variant, verdict: Verdict) -> bool:
    """Whether an answer cannot be taken.

    Only what is refused of right and wrong answers alike is: to be asked again because the numbers
    are right in another form would tell that they are right.
    """
    if verdict.kind == "other-form" and isinstance(variant.answer, tuple):
        return len(verdict.read_as.split("×")) != len(variant.answer)
    return verdict.kind == "unreadable"


def _taken(table: Table, step: Step) -> Table:
    match table.phase, step.kind:
        case _, "join":
            return _joined(table, step.name)
        case _, "leave":
            _check_here(table, step.name)
            return replace(table, present=table.present - {step.name})
        case _, "end":
            return replace(table, phase=Over())
        case _, "skip":
            return _next(table)
        case Voting(ballot, variant), "vote":
            return _voted(table, ballot, variant, step)
        case Talking() as talk, "ways":
            return replace(table, phase=replace(talk, ways_shown=True))
        case Talking(variant), "ready":
            return _again(table, variant)
        case Revealed(reveal, again), "go-on":
            return _again(table, reveal.variant) if again else _next(table)
        case Recalling(name, variant), "turn":
            return replace(table, phase=Turned(name, variant))
        case Turned(_, variant), "vote":
            return _graded(_voted(table, 1, variant, step))
    raise AssertionError(table.phase, step)


def _again(table: Table, variant: Variant) -> Table:
    return replace(table, phase=Voting(2, twin(variant), variant))


def _joined(table: Table, name: str) -> Table:
    if name in table.present:
        raise RoundError("round-name-taken", "{name} is here already", name=name)
    people = table.people if name in table.people else (*table.people, name)
    if len(people) > MOST_PEOPLE:
        raise RoundError("round-full", "a group has room for {most} people", most=MOST_PEOPLE)
    return replace(table, people=people, present=table.present | {name})


def _check_here(table: Table, name: str) -> None:
    if name not in table.present:
        raise RoundError(
            "round-nobody", "nobody called {name} is here; here: {people}",
            name=name, people=", ".join(table.here),
        )  # fmt: skip


def _voted(table: Table, ballot: Ballot, variant: Variant, step: Step) -> Table:
    _check_here(table, step.name)
    if step.name not in table.waiting:
        raise RoundError("round-not-asked", "{name} is not asked now", name=step.name)
    vote = Vote(step.name, step.text, grade(variant, step.text))
    if must_ask_again(variant, vote.verdict):
        raise RoundError("round-unreadable", "this answer cannot be read, and is asked again")
    return replace(table, votes={**table.votes, ballot: (*table.votes[ballot], vote)})


def _graded(table: Table) -> Table:
    """A card is done with: on to the next one, of the next person."""
    right = sum(is_right(vote.verdict) for vote in table.votes[1])
    tally = Tally((right, len(table.votes[1])), None)
    return _next(replace(table, tallies={**table.tallies, table.place: tally}))


def _settled(table: Table) -> Table:
    """What follows by itself once nobody is waited for."""
    if not table.present:
        return table
    match table.phase:
        case Voting() as voting if not table.waiting:
            return _closed(table, voting)
        case Recalling(name, variant) if name not in table.present:
            return _dealt(table, variant)
        case Turned(name) if name not in table.present:
            return _next(table)
    return table


def _closed(table: Table, voting: Voting) -> Table:
    """All have answered: the talk, or the reveal."""
    first, second = table.votes[1], table.votes[2]
    here = [vote.verdict for vote in first if vote.name in table.present]
    again = False
    if voting.twin_of is not None:
        reveal = Reveal.of(voting.twin_of, first, voting.variant, second)
    elif len(here) > 1 and not agree(here) and table.planned.discussed:
        return replace(table, phase=Talking(voting.variant, parting(voting.variant, here)))
    else:
        reveal = Reveal.of(voting.variant, first, None, ())
        all_wrong = not any(map(is_right, here))
        again = all_wrong and has_other_numbers(voting.variant, twin(voting.variant))
    tallies = {**table.tallies, table.place: reveal.tally}
    return replace(table, phase=Revealed(reveal, again), tallies=tallies)


def _next(table: Table) -> Table:
    """The next round that can be drawn."""
    rounds = table.plan.rounds
    undrawn = table.undrawn
    for place in range(table.place + 1, len(rounds)):
        planned = rounds[place]
        try:
            variant = generate(planned.question, planned.seed, planned.level)
        except (DrawError, ProofError) as error:
            undrawn = (*undrawn, error)
            continue
        table = replace(table, place=place, undrawn=undrawn, votes=_no_votes())
        if isinstance(variant.asked, CardAsked):
            return _dealt(table, variant)
        return replace(table, phase=Voting(1, variant))
    return replace(table, undrawn=undrawn, phase=Over())


def _dealt(table: Table, variant: Variant) -> Table:
    """A card goes to the next person round the table who is here; with nobody here it waits."""
    count = len(table.people)
    seats = [(table.seat + further) % count for further in range(count)]
    seat = next((seat for seat in seats if table.people[seat] in table.present), seats[0])
    return replace(table, phase=Recalling(table.people[seat], variant), seat=seat + 1)


def _no_votes() -> Mapping[Ballot, tuple[Vote, ...]]:
    return {1: (), 2: ()}
