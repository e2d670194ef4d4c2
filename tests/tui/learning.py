"""A learner with a history that is really there."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from quizapp.bank import Library, load_banks
from quizapp.history import History, Keeper
from quizapp.settings import Settings
from quizapp.study import (
    BookmarkFile,
    Deriver,
    Desk,
    Learner,
    Verb,
    Wanted,
    begin,
    needs_in,
    selected,
    topics_in,
)
from quizapp.tui import Launch
from quizapp.words import Language
from tests.tui.playing import BANKS, NOON

SECONDS_AN_ANSWER = 20


class Clock:
    """Stands still unless it is put on."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def on(self, **by: float) -> None:
        self.now += timedelta(**by)


def learners_library() -> Library:
    library = load_banks([BANKS / f"{name}.yaml" for name in ("sample", "varied", "kinds")])
    assert not library.problems
    return library


@contextmanager
def desk_in(folder: Path, clock: Callable[[], datetime]) -> Iterator[tuple[Desk, Library]]:
    """A desk over a history in a folder."""
    library = learners_library()
    topic_of = topics_in(question for bank in library.banks for question in bank.questions)
    with History.open(folder / "history.db", lambda: datetime.now(UTC)) as history:
        keeper = Keeper(history, Deriver(topic_of))
        yield Desk(Learner(history), keeper, clock, needs_in(library)), library


@contextmanager
def learner_in(
    folder: Path,
    *,
    language: Language = "en",
    days: int = 0,
    verb: Verb | None = None,
    names: tuple[str, ...] = (),
    settings: Settings | None = None,
) -> Iterator[Launch]:
    """A start on the home screen, or in a sitting, of somebody who practised for some days."""
    clock = Clock(NOON - timedelta(days=days))
    with desk_in(folder, clock) as (desk, library), BookmarkFile(folder / "mark.json") as bookmark:
        for day in range(days):
            practise(desk, library, clock, day)
            clock.on(days=1)
        pool = tuple(selected(library, names))
        wanted = None if verb is None else Wanted(verb, pool, 1, names=names)
        start = Launch(library, desk, language, seed=1, wanted=wanted, bookmark=bookmark)
        if settings is not None:
            start = start.with_settings(settings)
        yield start


def practise(desk: Desk, library: Library, clock: Clock, seed: int) -> None:
    """A quiz over the sums: the first answer forgets the biases, every third one is wrong."""
    pool = selected(library, ["sample", "varied"])
    wanted = Wanted("quiz", tuple(pool), seed, 6)
    sitting = begin(replace(desk, clock=clock), wanted)
    number = 0
    while sitting.item is not None:
        number += 1
        clock.on(seconds=SECONDS_AN_ANSWER)
        variant = sitting.item.variant
        if variant.question.id == "weights" and variant.question.bank == "sample":
            sitting.submit("4608")
        elif variant.options:
            sitting.submit(",".join(map(str, variant.right_places)))
        elif number % 3:
            sitting.submit(variant.shown_answer.en)
        else:
            sitting.submit("1×1×1" if "×" in variant.shown_answer.en else "1")
        sitting.advance()
    clock.on(seconds=-number * SECONDS_AN_ANSWER)
