"""Markup, escapes and bidi on every screen there is: nothing is lost, run or sent as it stands."""

import importlib
import pkgutil
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.screen import Screen

import quizapp.tui
from quizapp.bank import Library
from quizapp.errors import SettingsError
from quizapp.history import History, Keeper
from quizapp.settings import Settings
from quizapp.study import Deriver, Desk, Learner, Sitting, Verb, Wanted, begin, needs_in, topics_in
from quizapp.tui import Launch
from quizapp.tui.explanation import ExplainingScreen
from quizapp.tui.menu import NumberedModal
from quizapp.tui.page import PageScreen
from quizapp.tui.peers_group import GroupScreen
from quizapp.tui.question import AskedPart
from quizapp.tui.screen import CommandScreen
from quizapp.tui.verdict import AnsweredPart
from quizapp.words import LANGUAGES, Language, Text
from tests.tui.grouping import launch_group, launch_setup, sitting_of, vote, vote_all
from tests.tui.learning import Clock
from tests.tui.playing import NOON, Player, Script, play
from tests.tui.test_hostile_bank import BANK, TALL, hostile, missing

EVIL = "[@click=app.quit]evil[/] [/] [b]x[/b] \x1b[31m\x1b]52;c;eA==\x07 \u202eback\u202c \x9b2J"
"""Text from anywhere: a link that ends the program, marks, escapes, a word turned round."""

TAMED = "[@click=app.quit]evil[/] [/] [b]x[/b] ␛[31m␛]52;c;eA==␇ back \ufffd2J"
"""What is shown of it."""

CLICK = "[@click=app.quit]evil[/]"
BIDI = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
BASES: set[type[Screen[Any]]] = {
    CommandScreen, PageScreen, GroupScreen, NumberedModal, AskedPart, AnsweredPart, ExplainingScreen
}  # fmt: skip
OURS = {"OpeningScreen"}
"""Nothing stands there that is not ours, and it is gone before a key is pressed."""


@dataclass
class Looking:
    """Looks at one screen after the other."""

    seen: set[str] = field(default_factory=set)

    async def at(self, player: Player, *texts: str) -> None:
        """These texts stand there whole, no other than our own signs, and no link."""
        await player.settle()
        app, shown = player.app, player.shown
        assert app.is_running
        self.seen.add(type(app.screen).__name__)
        odd = [c for c in shown if c != "\n" and (unicodedata.category(c) == "Cc" or c in BIDI)]
        assert not odd
        for strip in app.screen._compositor.render_strips():
            assert not [s for s in strip if s.style and s.style.meta.get("@click")]
        for text in texts:
            assert not missing(text, shown), (type(app.screen).__name__, text)


async def paste(player: Player, text: str) -> None:
    player.app.post_message(events.Paste(text))
    await player.settle()


@contextmanager
def learner_of(
    folder: Path, library: Library, language: Language, verb: Verb | None = None
) -> Iterator[Launch]:
    """Somebody who got everything wrong for two days, and once in a way no catalogue knows."""
    clock = Clock(NOON - timedelta(days=2))
    questions = tuple(question for bank in library.banks for question in bank.questions)
    with History.open(folder / "history.db", lambda: datetime.now(UTC)) as history:
        keeper = Keeper(history, Deriver(topics_in(questions)))
        desk = Desk(Learner(history), keeper, clock, needs_in(library))
        for seed in range(2):
            answer_all(begin(desk, Wanted("quiz", questions, seed, len(questions))), clock)
            clock.on(days=1)
        last = list(history.reviews("default"))[-1]
        keeper.keep(replace(last, uuid="evil", mistakes=(EVIL,), answered_at=clock.now))
        wanted = None if verb is None else Wanted(verb, questions, 1, len(questions))
        notices = (Text(EVIL, EVIL),)
        yield Launch(library, desk, language, seed=1, wanted=wanted, notices=notices)


def answer_all(sitting: Sitting, clock: Clock) -> None:
    while sitting.item is not None:
        clock.on(seconds=20)
        sitting.submit(wrong(sitting))
        sitting.advance()


def wrong(sitting: Sitting) -> str:
    """An answer that is read and wrong."""
    assert sitting.item is not None
    variant = sitting.item.variant
    if variant.question.id == "number":
        return str(int(variant.shown_answer.en.replace(",", "")) + 1)
    if variant.question.id == "pairs":
        return "1a 2b 3c"
    return "3,2,1" if variant.question.id == "sequence" else "2"


Walk = Callable[[Looking, Language, Path], None]


def at_home(looking: Looking, language: Language, folder: Path) -> None:
    """Home, the palette, progress, help, the settings with a fault, their fields, the keys."""
    library = hostile()
    bank = library.banks[0]
    title = bank.title.in_language(language)
    topic = bank.topics["odd"].title.in_language(language)
    error = SettingsError("settings-unwritable", "{path} cannot be written ({reason})",
                          path=EVIL, reason=EVIL)  # fmt: skip

    async def script(player: Player) -> None:
        await looking.at(player, title, TAMED)
        await player.press("right")
        await looking.at(player, topic)
        await player.press("ctrl+p")
        await paste(player, EVIL)
        await looking.at(player, CLICK)
        await player.press("escape", "9")
        await looking.at(player, topic[:20], CLICK)
        await player.press("f1")
        await looking.at(player)
        await player.press("enter", "comma", "6", "right")
        await looking.at(player, CLICK)
        await player.press("enter")
        await paste(player, EVIL)
        await player.press("enter")
        await looking.at(player, CLICK)
        await player.press("escape", "1", *["up"], "enter", "down", "enter")
        await looking.at(player)
        await player.press("z")
        await looking.at(player, CLICK)
        await player.press("escape")
        await looking.at(player)
        await player.press("escape", "ctrl+c")
        await looking.at(player)

    settings = Settings(theme=EVIL[:50], keys=((EVIL, "z"), ("hint", EVIL)))
    with learner_of(folder, library, language) as start:
        play(replace(start, settings=settings, save=lambda _: error), script, TALL)


def in_a_sitting(looking: Looking, language: Language, folder: Path) -> None:
    """Every kind of question asked and answered wrong, the score, what was missed."""

    async def script(player: Player) -> None:
        sitting = player.app.sitting
        assert sitting is not None
        while sitting.item is not None:
            prompt = sitting.item.variant.prompt.in_language(language)
            await looking.at(player, prompt, TAMED if sitting.item.number == 1 else "")
            sitting.submit(wrong(sitting))
            player.app.open_sitting(sitting)
            await looking.at(player, prompt)
            await player.press("enter")
        await looking.at(player)
        missed = sitting.summary().missed
        assert missed
        for place, outcome in enumerate(missed):
            player.app.open_missed(sitting, place)
            await looking.at(player, outcome.item.variant.prompt.in_language(language))

    with learner_of(folder, hostile(), language, "quiz") as start:
        play(start, script, TALL)


def beside_a_question(looking: Looking, language: Language, folder: Path) -> None:
    """What is typed, the example, the pictures, other numbers."""

    async def script(player: Player) -> None:
        sitting = player.app.sitting
        assert sitting is not None
        while sitting.item is not None and sitting.item.variant.question.id != "number":
            sitting.submit(wrong(sitting))
            sitting.advance()
        player.app.open_sitting(sitting)
        await player.settle()
        assert sitting.item is not None
        variant = sitting.item.variant
        prompt = variant.prompt.in_language(language)
        await paste(player, EVIL)
        await looking.at(player, prompt, CLICK)
        await player.press("enter")
        await looking.at(player, prompt, CLICK)
        player.app.open_example(variant)
        await looking.at(player, prompt)
        await player.press("enter")
        player.app.open_what_if(variant)
        await looking.at(player)
        await player.press("right", "enter")
        player.app.open_pictures(variant.drawn.networks)
        await looking.at(player)

    with learner_of(folder, hostile(), language, "quiz") as start:
        play(start, script, TALL)


def at_the_calculator(looking: Looking, language: Language, folder: Path) -> None:
    """Layers, a shape, and a name to load that are nothing of the kind."""

    async def script(player: Player) -> None:
        player.app.action_calculator()
        await player.settle()
        await player.press("f7", "delete")
        await paste(player, CLICK)
        await looking.at(player, CLICK)
        await paste(player, EVIL)
        await looking.at(player)
        await player.press("tab", "tab", "end", *["backspace"] * 20)
        await paste(player, EVIL)
        await player.press("home")
        await looking.at(player, CLICK)
        await player.press("f3")
        await paste(player, EVIL)
        await looking.at(player, CLICK)

    with learner_of(folder, hostile(), language) as start:
        play(start, script, TALL)


def among_banks(looking: Looking, language: Language, folder: Path) -> None:
    """The list, what is sought in it, a question; a bank that is being written, full of faults."""
    file = folder / "[b]evil[b].yaml"
    file.write_text(
        'bank: odd\nquestions:\n  - {id: a, "[@click=app.quit]evil[/]": 1, answer: "[/]+",'
        ' prompt: "[/] {[b]x[/b]} [@click=app.quit]evil[/]"}\n'
        "  - {id: b, vary: {n: [2, 3]}, answer: n * n,"
        ' prompt: "[/] {n} [@click=app.quit]evil[/]"}\n',
        encoding="utf-8",
    )

    async def browsed(player: Player) -> None:
        player.app.open_browse()
        await looking.at(player, hostile().banks[0].title.in_language(language))
        await player.press("enter")
        await looking.at(player)
        await player.press("backspace")
        await paste(player, EVIL)
        await looking.at(player, CLICK)

    async def written(player: Player) -> None:
        await looking.at(player, CLICK, file.name)

    with learner_of(folder, hostile(), language) as start:
        play(start, browsed, TALL)
        play(replace(start, preview=(file, 1)), written, TALL)


def round_a_table(looking: Looking, language: Language, folder: Path) -> None:
    """Names, questions, cards and codes of a group, and its people coming and going."""
    names = ("[b]Ana[/b]", "[/]", "[@click=app.quit]")

    def of(*ids: str, me: str | None = None) -> Launch:
        keys = [f"{BANK}/{id_}" for id_ in ids]
        return launch_group(*keys, people=names, language=language, library=hostile(), me=me)

    async def setup(player: Player) -> None:
        await paste(player, EVIL)
        await player.press("enter")
        await looking.at(player, CLICK)

    async def rounds(player: Player) -> None:
        await looking.at(player, *names)
        await player.press("escape", "1")
        await looking.at(player, *names)
        await player.press("4")
        await paste(player, EVIL)
        await player.press("enter")
        await looking.at(player, CLICK)
        await player.press("escape")
        await vote_all(player, "own", None, None)
        await looking.at(player)
        await player.press("enter")
        await vote_all(player, None, None, None)
        await looking.at(player, *names)
        await player.press("enter")
        await looking.at(player)

    async def cards(player: Player) -> None:
        await looking.at(player, "[/] front[int]" if language == "en" else "[/] 앞[int]", names[0])
        await player.press("enter")
        await looking.at(player, "[@click=app.quit]back[/] [b]שלום[/b] 🙂")

    async def nobody(player: Player) -> None:
        for place in "123":
            await player.press("escape", "1", place)
        await looking.at(player, *names)
        assert not sitting_of(player).table.present

    async def codes(player: Player) -> None:
        await vote(player, None)
        await paste(player, EVIL)
        await player.press("enter")
        await looking.at(player, CLICK, names[1])

    scripts: list[tuple[Launch, Script]] = [
        (launch_setup(language, folder), setup), (of("number"), rounds), (of("card"), cards),
        (of("number"), nobody), (of("number", me=names[0]), codes),
    ]  # fmt: skip
    for start, script in scripts:
        play(start, script, TALL)


WALKS: tuple[Walk, ...] = (
    at_home, in_a_sitting, beside_a_question, at_the_calculator, among_banks, round_a_table
)  # fmt: skip


def every_screen() -> set[str]:
    for module in pkgutil.iter_modules(quizapp.tui.__path__):
        importlib.import_module(f"quizapp.tui.{module.name}")

    def below(screen: type[Screen[Any]]) -> Iterator[type[Screen[Any]]]:
        for each in screen.__subclasses__():
            yield each
            yield from below(each)

    return {
        screen.__name__
        for screen in below(Screen)
        if screen.__module__.startswith("quizapp.tui") and screen not in BASES
    } - OURS


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_every_screen_nothing_is_lost_run_or_sent(language: Language, tmp_path: Path) -> None:
    looking = Looking()
    for walk in WALKS:
        folder = tmp_path / walk.__name__
        folder.mkdir()
        walk(looking, language, folder)
    assert every_screen() - looking.seen == set()
