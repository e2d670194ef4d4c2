"""A bank of markup, escapes in words, long words and right-to-left letters, on every screen."""

import re
import sys
from pathlib import Path

import pytest

from quizapp.bank import Library, load_banks
from quizapp.peers import Talking
from quizapp.tui import Launch
from quizapp.tui.specimen import SpecimenScreen
from quizapp.words import LANGUAGES, Language
from tests.tui.at_terminal import AtTerminal
from tests.tui.grouping import desk, launch_group, sitting_of, vote_all
from tests.tui.playing import BANKS, Player, play

BANK = "hostile-all"
TALL = (120, 60)


def hostile() -> Library:
    library = load_banks([BANKS / f"{BANK}.yaml"])
    assert not [problem for problem in library.problems if problem.severity == "error"]
    return library


def missing(text: str, shown: str) -> list[str]:
    """The words of a text that do not stand on the screen; a long one may be broken."""
    letters = "".join(shown.split())
    return [word for word in text.split() if word not in letters]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_is_shown_whole_to_its_author(language: Language) -> None:
    seen = []

    async def script(player: Player) -> None:
        player.app.open_browse()
        await player.settle()
        title = hostile().banks[0].title.in_language(language)
        assert not missing(title, player.shown)
        await player.press("enter")
        screen = player.app.screen
        assert isinstance(screen, SpecimenScreen)
        for _ in screen.questions:
            assert screen.question is not None
            prompt = screen.question.prompt.sentences[language].template.fill(lambda _: "")
            assert not missing(prompt, player.shown)
            seen.append(player.shown)
            await player.press("enter")
        assert player.app.is_running

    play(Launch(hostile(), desk(), language, 1), script, size=TALL)
    for text in ("[@click=app.quit]back[/] [b]שלום[/b] 🙂", "[b]it[/b]", "[i]B[/i]", "list[int] C"):
        assert any(not missing(text, shown) for shown in seen), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_group_sees_every_question_as_it_is_written(language: Language) -> None:
    ids = [f"{BANK}/{id_}" for id_ in ("number", "pick", "word", "sequence", "pairs", "card")]

    async def script(player: Player) -> None:
        sitting = sitting_of(player)
        for _ in ids:
            planned = sitting.table.planned.question
            prompt = planned.prompt.sentences[language].template.fill(lambda _: "")
            assert not missing(prompt, player.shown)
            await player.press("escape", "2")
        assert player.screen == "OverScreen"

    play(launch_group(*ids, language=language, library=hostile()), script, size=TALL)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reveal_shows_what_was_typed_and_said_as_it_is_written(language: Language) -> None:
    async def script(player: Player) -> None:
        await player.answer("[/] [b]")
        assert player.app.is_running
        await player.press(*["backspace"] * 7)
        await vote_all(player, "own", None, None)
        assert isinstance(sitting_of(player).phase, Talking)
        await player.press("enter")
        await vote_all(player, None, None, None)
        assert "[@click=app.quit]x[/]" in player.shown
        assert ("[/] slip[int]" if language == "en" else "[/] 실수[int]") in player.shown
        await player.press("escape", "2", "right", "enter")
        assert player.app.is_running

    play(launch_group(f"{BANK}/number", language=language, library=hostile()), script, size=TALL)


def test_names_with_brackets_are_names() -> None:
    people = ("[b]Ana[/b]", "[/]", "[@click=app.quit]")

    async def script(player: Player) -> None:
        for name in people:
            assert name in player.shown
        await player.press("escape", "1")
        assert "[/] leaves" in player.shown
        await player.press("escape")
        await vote_all(player, "forgot-bias", None, None)
        await player.press("enter")
        await vote_all(player, None, None, None)
        assert "[@click=app.quit]   " in player.shown

    play(launch_group("weights", people=people), script, size=TALL)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_no_byte_of_a_bank_acts_on_the_terminal(tmp_path: Path) -> None:
    """Every escape sequence that is sent is Textual's own, and none is what the bank spells."""
    arguments = ["--lang", "en", "preview", str(BANKS / f"{BANK}.yaml")]
    steps = [
        (b"/number", b"\r"), (b"/pick", b"\r"), (b"/word", b"\r"), (b"/sequence", b"\r"),
        (b"/pairs", b"\r"), (b"/card", b"\x03"), (b"ctrl+c", b"\x03"),
    ]  # fmt: skip
    sent = AtTerminal(arguments, tmp_path).play(steps)
    assert "שלום".encode() in sent
    assert b"\\x1b[31m" in sent, "the letters are there"
    assert b"\x1b[31m" not in sent
    commands = re.findall(rb"\x1b\].{0,4}", sent)
    assert all(command.startswith(b"\x1b]22;") for command in commands)
