"""A group under test: its screens, its people with fixed slips."""

from collections.abc import Sequence
from itertools import count
from pathlib import Path

from quizapp.bank import Library
from quizapp.errors import HistoryError
from quizapp.history import Derive, Keeper, Note, Review
from quizapp.peers import GroupSitting, Journal, Plan, Planned, Registrar, Voting, Wish
from quizapp.study import Desk, Learner
from quizapp.tui import Launch
from quizapp.words import Language
from tests.peers.gathering import answer_with
from tests.tui.playing import Kept, Player, bank_library, clock

PEOPLE = ("Ana", "Ben", "Cho")


class Full(Kept):
    """A history on a disk that may be full."""

    def append(
        self, row: Review | Note, derive: Derive | None = None, source: Note | None = None
    ) -> None:
        if self.failing:
            raise HistoryError(
                "history-full", "the disk is full, so {path} is not written", path="history.db"
            )
        super().append(row, derive, source)


def desk(history: Kept | None = None) -> Desk:
    return Desk(Learner(None), Keeper(history or Kept()), clock(), {})


def launch_group(
    *ids: str,
    people: Sequence[str] = PEOPLE,
    language: Language = "en",
    library: Library | None = None,
    me: str | None = None,
    history: Kept | None = None,
    journal: Path | None = None,
    explains: str | None = None,
) -> Launch:
    """A start at the first round; each question has a round, with seed 5, 6, …"""
    library = library or bank_library("group")
    place, numbers = desk(history), count(1)
    rounds = []
    for number, id_ in enumerate(ids):
        question = library.question(id_ if "/" in id_ else f"group/{id_}")
        assert question is not None
        rounds.append(Planned(question, 5 + number, question.level, explains))
    sitting = GroupSitting(
        Plan("sitting", "mix", 5, tuple(people), tuple(rounds), me),
        keeper=place.keeper,
        clock=place.clock,
        journal=Journal(journal),
        registrar=Registrar(lambda: f"id-{next(numbers)}"),
    )
    sitting.begin()
    return Launch(library, place, language, 1, group=(sitting, False))


def launch_setup(
    language: Language = "en", journals: Path | None = None, wish: Wish | None = None
) -> Launch:
    """A start where a group is set up."""
    return Launch(
        bank_library("group"), desk(), language, 1, group=wish or Wish(), journals=journals
    )


def sitting_of(player: Player) -> GroupSitting:
    group = player.app.launch.group
    assert isinstance(group, tuple)
    return group[0]


async def vote(player: Player, slip: str | None) -> None:
    """Whoever is asked answers as somebody with this slip would."""
    phase = sitting_of(player).phase
    assert isinstance(phase, Voting)
    answer = answer_with(phase.variant, slip)
    if phase.variant.options:
        await player.press(answer, "enter")
    else:
        await player.answer(answer)


async def vote_all(player: Player, *slips: str | None) -> None:
    for slip in slips:
        await vote(player, slip)
