"""A program under test: keys in, text out, nothing slept through."""

import asyncio
import unicodedata
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from textual import events
from textual.pilot import Pilot

from quizapp.bank import Library, load_banks
from quizapp.errors import HistoryError
from quizapp.history import Derive, History, Keeper, Note, Review
from quizapp.study import Desk, Wanted, needs_in
from quizapp.study.learner import PastLearner
from quizapp.tui import Launch, QuizApp
from quizapp.tui.screen import CommandScreen
from quizapp.words import Language, Text
from tests.tui.screen_text import screen_text

BANKS = Path(__file__).parents[1] / "data" / "tui"
NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
DESIGNED = (80, 24)

PASSES = 4
"""A key passes from the program to the screen to a widget, and back as a message."""


class Kept(History):
    """A history that is a list; ``failing`` makes it refuse."""

    def __init__(self) -> None:
        self.rows: list[Review | Note] = []
        self.failing = False

    def append(
        self,
        row: Review | Note,
        derive: Derive | None = None,  # noqa: ARG002 # the history's face
        source: Note | None = None,
    ) -> None:
        if self.failing:
            raise HistoryError("history-full", "the disk is full, so this is not saved yet")
        self.rows += [row] if source is None else [source, row]

    @property
    def kept_reviews(self) -> list[Review]:
        return [row for row in self.rows if isinstance(row, Review)]

    @property
    def kept_notes(self) -> list[Note]:
        """Without the sources of questions, which are kept besides."""
        return [row for row in self.rows if isinstance(row, Note) and row.type != "question"]


def clock() -> Callable[[], datetime]:
    """A clock that goes on by a second each time it is looked at."""

    def moments() -> Iterator[datetime]:
        moment = NOON
        while True:
            yield moment
            moment += timedelta(seconds=1)

    ticking = moments()
    return lambda: next(ticking)


def bank_library(name: str) -> Library:
    library = load_banks([BANKS / f"{name}.yaml"])
    assert not library.problems
    return library


def launch(
    *ids: str,
    bank: str = "sample",
    language: Language = "en",
    history: History | None = None,
    library: Library | None = None,
    count: int | None = None,
    notices: tuple[Text, ...] = (),
) -> Launch:
    """A start on the home screen, or at a quiz over the questions named."""
    library = library or bank_library(bank)
    named = [library.question(f"{bank}/{id_}") for id_ in ids]
    questions = tuple(question for question in named if question is not None)
    assert len(questions) == len(ids)
    keeper = Keeper(history or Kept())
    desk = Desk(PastLearner(lambda _question: ()), keeper, clock(), needs_in(library))
    wanted = Wanted("quiz", questions, 1, count or len(questions)) if questions else None
    return Launch(library, desk, language, seed=1, wanted=wanted, notices=notices)


class Player:
    """Presses keys and reads the screen."""

    def __init__(self, app: QuizApp, pilot: Pilot[int]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def shown(self) -> str:
        return screen_text(self.app)

    @property
    def screen(self) -> str:
        screen = self.app.screen
        return screen.known_as if isinstance(screen, CommandScreen) else type(screen).__name__

    async def press(self, *keys: str) -> None:
        """The keys one after the other, each seen through to its end."""
        for key in keys:
            self.send(key)
            await self.settle()

    def send(self, key: str) -> None:
        """A key, not waited for."""
        character = key if len(key) == 1 else None
        name = key
        if character is not None and not character.isalnum():
            name = unicodedata.name(character).lower().replace(" ", "_").replace("-", "_")
        self.app.post_message(events.Key(name, character))

    async def settle(self) -> None:
        """Until nothing is left to do. Textual's own pilot sleeps 60 ms a key instead."""
        while True:
            for _ in range(PASSES):
                await self.pilot.pause(0)
            if all(worker.is_finished for worker in self.app.workers):
                break
            await self.app.workers.wait_for_complete()
        for _ in range(PASSES):
            await self.pilot.pause(0)

    async def type(self, text: str) -> None:
        for character in text:
            self.send(character)
        await self.settle()

    async def answer(self, text: str) -> None:
        await self.type(text)
        await self.press("enter")


Script = Callable[[Player], Awaitable[None]]


def play(start: Launch, script: Script, size: tuple[int, int] = DESIGNED) -> QuizApp:
    """Run the program with this script; the program as it was left."""
    app = QuizApp(start)

    async def played() -> None:
        async with app.run_test(size=size) as pilot:
            player = Player(app, pilot)
            await player.settle()
            await script(player)

    asyncio.run(played())
    return app
