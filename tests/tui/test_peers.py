"""A group on the screens: private answers, the talk, the reveal, who comes and who goes."""

import asyncio
import re
import subprocess
import sys
from pathlib import Path

import pytest

from quizapp.peers import Recalling, Revealed, Talking, Turned, Voting, Wish
from quizapp.tui import peers_voting
from quizapp.words import LANGUAGES, Language, cell_width
from tests.peers.gathering import answer_with
from tests.tui.at_terminal import AtTerminal
from tests.tui.grouping import (
    PEOPLE,
    Full,
    launch_group,
    launch_setup,
    sitting_of,
    vote,
    vote_all,
)
from tests.tui.playing import BANKS, Kept, Player, play
from tests.tui.screen_text import expect_golden

SIZES = {60: (60, 18), 80: (80, 24), 120: (120, 40)}
SLIPS = ("forgot-bias", "forgot-input-channels", None)


@pytest.mark.parametrize("width", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_round_looks_as_it_did(language: Language, width: int) -> None:
    async def script(player: Player) -> None:
        async def look(moment: str) -> None:
            lines = player.shown.splitlines()
            assert all(cell_width(line) <= width for line in lines)
            expect_golden(f"peers-{moment}.{language}.{width}", player.shown)

        await player.type("4608")
        await look("vote")
        await player.press(*["backspace"] * 4)
        await vote_all(player, *SLIPS)
        await look("talk")
        await player.press("1")
        await look("ways")
        await player.press("enter")
        await look("again")
        await vote_all(player, None, None, None)
        await look("reveal")
        await player.press("enter")
        await look("over")

    play(launch_group("weights", language=language), script, size=SIZES[width])


@pytest.mark.parametrize("width", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_setting_up_looks_as_it_did(language: Language, width: int) -> None:
    async def script(player: Player) -> None:
        await player.answer("Ana, Ben")
        expect_golden(f"peers-setup.{language}.{width}", player.shown)

    play(launch_setup(language), script, size=SIZES[width])


def test_what_is_typed_shows_as_dots_but_for_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(peers_voting, "PEEK_SECONDS", 0.05)

    async def script(player: Player) -> None:
        await player.type("918273")
        assert "918273" not in player.shown
        assert "918,273" not in player.shown
        assert "••••••" in player.shown
        await player.press("tab")
        assert "918273" in player.shown
        assert "read as 918,273" in player.shown
        await asyncio.sleep(0.1)
        await player.settle()
        assert "918273" not in player.shown
        assert "918,273" not in player.shown

    play(launch_group("weights"), script)


def test_dots_go_to_no_clipboard() -> None:
    async def script(player: Player) -> None:
        await player.type("918273")
        await player.press("shift+home", "ctrl+x")
        assert "•" not in player.shown
        assert player.app.clipboard == ""
        await player.type("918273")
        await player.press("shift+home", "ctrl+c")
        assert player.app.clipboard == ""

    play(launch_group("weights"), script)


def test_ctrl_c_asks_over_the_people_and_over_a_newcomers_name() -> None:
    async def script(player: Player) -> None:
        await player.press("escape", "1", "ctrl+c")
        assert player.screen == "Leave"
        await player.press("escape")
        assert player.screen == "PeopleModal"
        await player.press("4")
        assert player.screen == "NewcomerModal"
        await player.press("ctrl+c")
        assert player.screen == "Leave"

    play(launch_group("weights"), script)


@pytest.mark.parametrize(
    ("id_", "keys"), [("pick", ("2",)), ("sequence", ("1", "2")), ("pairs", ("a", "b"))]
)
def test_a_choice_leaves_no_mark_on_the_screen(id_: str, keys: tuple[str, ...]) -> None:
    async def script(player: Player) -> None:
        def marks() -> str:
            """The rows, but for the row where one is, which is no answer."""
            rows = [line for line in player.shown.splitlines() if re.match(r"\s*[›123] ", line)]
            return "\n".join(rows).replace("›", " ")

        before = marks()
        await player.press(*keys)
        assert marks() == before
        await player.press("tab")
        assert marks() != before or "›" in player.shown

    play(launch_group(id_), script)


def test_a_chosen_option_is_voted_for() -> None:
    async def script(player: Player) -> None:
        phase = sitting_of(player).phase
        assert isinstance(phase, Voting)
        await player.press("enter")
        assert "Choose first" in player.shown
        for slip in (None, "other", None):
            assert "›" not in player.shown
            await player.press(answer_with(phase.variant, slip), "enter")
        assert isinstance(sitting_of(player).phase, Talking)

    play(launch_group("pick"), script)


def test_unknowns_are_typed_into_cells_that_show_dots() -> None:
    async def script(player: Player) -> None:
        await player.type("1")
        await player.press("enter")
        await player.type("2")
        assert player.shown.count("•") == 2
        await player.press("enter")
        assert sitting_of(player).table.waiting == ("Ben", "Cho")

    play(launch_group("solve"), script)


def test_an_answer_that_cannot_be_read_is_asked_again_and_not_shown() -> None:
    async def script(player: Player) -> None:
        await player.answer("wasser")
        assert "? Can't take that" in player.shown
        assert "wasser" not in player.shown
        assert sitting_of(player).table.waiting == PEOPLE

    play(launch_group("weights"), script)


def test_before_the_reveal_nothing_tells_who_how_many_or_which() -> None:
    """The same set of answers gives the same screen whoever gave which."""
    seen = []
    for order in (SLIPS, SLIPS[::-1], (SLIPS[1], SLIPS[0], SLIPS[2])):

        async def script(player: Player, order: tuple[str | None, ...] = order) -> None:
            await vote_all(player, *order)
            seen.append(player.shown)
            await player.press("1")
            seen[-1] += player.shown

        play(launch_group("weights"), script)
    assert len(set(seen)) == 1
    assert "of 3" not in seen[0].replace("Round 1 of 1", "")


def test_all_right_at_once_is_revealed_at_once() -> None:
    async def script(player: Player) -> None:
        await vote_all(player, None, None, None)
        assert "Your answers agree." in player.shown
        assert "Together: 3 of 3" in player.shown

    play(launch_group("weights"), script)


def test_all_wrong_is_explained_and_a_twin_follows() -> None:
    async def script(player: Player) -> None:
        await vote_all(player, *["forgot-bias"] * 3)
        assert "No answer was right this time" in player.shown
        await player.press("enter")
        phase = sitting_of(player).phase
        assert isinstance(phase, Voting)
        assert phase.ballot == 2

    play(launch_group("weights"), script)


def test_somebody_leaves_comes_back_and_somebody_comes_late() -> None:
    async def script(player: Player) -> None:
        await player.press("escape", "1", "1")
        assert "Ana" not in player.shown
        assert "Keyboard to Ben" in player.shown
        await player.press("escape", "1", "1")
        assert "Ben · " not in player.shown.splitlines()[0].split("Ana")[0]
        assert "Keyboard to Ana" in player.shown
        await player.press("escape", "1", "4")
        await player.answer("Ben")
        assert "cannot be a name" in player.shown
        await player.press(*["backspace"] * 3)
        await player.answer("Dee")
        assert "Ana · Ben · Cho · Dee" in player.shown

    play(launch_group("weights"), script)


def test_with_nobody_left_the_rounds_wait_for_somebody() -> None:
    async def script(player: Player) -> None:
        for place in "123":
            await player.press("escape", "1", place)
        assert "Nobody is here." in player.shown
        await player.press("2")
        assert "Keyboard to Ben" in player.shown

    play(launch_group("weights"), script)


def test_a_card_goes_round_the_table() -> None:
    async def script(player: Player) -> None:
        assert isinstance(sitting_of(player).phase, Recalling)
        assert "Ana's card" in player.shown
        assert "weight sharing" not in player.shown
        await player.press("enter")
        assert isinstance(sitting_of(player).phase, Turned)
        assert "weight sharing" in player.shown
        await player.press("3")
        assert "Ben's card" in player.shown

    play(launch_group("term", "term"), script)


def test_a_round_is_left_and_the_group_ends() -> None:
    async def script(player: Player) -> None:
        await player.press("escape", "2")
        assert "Round 2 of 2" in player.shown
        await player.press("escape", "3")
        assert player.screen == "OverScreen"

    play(launch_group("weights", "side"), script)


def test_every_answer_is_its_persons_review() -> None:
    history = Kept()

    async def script(player: Player) -> None:
        await vote_all(player, *SLIPS)
        await player.press("enter")
        await vote_all(player, None, None, None)

    play(launch_group("weights", history=history), script)
    kept = [(r.profile, r.verdict) for r in history.kept_reviews]
    first = [("Ana", "wrong"), ("Ben", "wrong"), ("Cho", "correct")]
    assert kept == [*first, *[(name, "correct") for name in PEOPLE]]


def test_an_answer_that_is_not_saved_is_told_and_the_rounds_go_on() -> None:
    history = Full()
    history.failing = True

    async def script(player: Player) -> None:
        await vote(player, None)
        assert "! the disk is full" in player.shown
        history.failing = False
        await vote(player, None)
        assert "disk" not in player.shown

    play(launch_group("weights", history=history), script)
    assert len(history.kept_reviews) == 2


def test_apart_each_answer_comes_as_a_code() -> None:
    codes = {}
    for me in PEOPLE:

        async def lock(player: Player, me: str = me) -> None:
            await vote(player, SLIPS[PEOPLE.index(me)])
            codes[me] = sitting_of(player).code or ""
            assert codes[me] in player.shown

        others = [name for name in PEOPLE if name != me]
        play(launch_group("weights", people=(me, *others), me=me), lock)

    async def script(player: Player) -> None:
        await vote(player, SLIPS[0])
        await player.answer(codes["Ben"][:-1] + ("A" if codes["Ben"][-1] != "A" else "B"))
        assert "copy it again" in player.shown
        await player.press(*["backspace"] * len(codes["Ben"]))
        await player.answer(codes["Ben"])
        assert "Cho" in player.shown
        await player.answer(codes["Cho"])
        assert "Your answers differ." in player.shown

    play(launch_group("weights", me="Ana"), script)


def test_a_group_is_set_up_and_gone_on_with_later(tmp_path: Path) -> None:
    async def begin(player: Player) -> None:
        await player.answer("Ana")
        assert "2 to 6 people" in player.shown
        await player.type(", Ben")
        await player.press("enter", "right", "1")
        assert "Round 1 of 9  ·  Ana · Ben" in player.shown
        await player.press("escape", "1", "1")
        assert "Keyboard to Ben" in player.shown

    async def again(player: Player) -> None:
        assert "Go on where it stopped: Ana · Ben" in player.shown
        await player.press("enter")
        assert "! Going on where it stopped." in player.shown
        assert "Keyboard to Ben" in player.shown

    play(launch_setup(journals=tmp_path), begin)
    play(launch_setup(journals=tmp_path), again)


def test_one_topic_is_chosen_by_its_title() -> None:
    async def script(player: Player) -> None:
        await player.answer("Ana Ben")
        await player.press("2")
        assert "Output sizes" in player.shown
        await player.press("2")
        assert "Round 1 of 8" in player.shown

    play(launch_setup(), script)


def test_rounds_that_cannot_be_played_are_said_why() -> None:
    async def script(player: Player) -> None:
        await player.answer("Ana Ben")
        await player.press("3")
        assert "nobody here has a missed question" in player.shown
        assert player.screen == "PeersSetupScreen"

    play(launch_setup(), script)


def test_names_of_the_command_line_stand_in_the_field() -> None:
    async def script(player: Player) -> None:
        assert "Ana, Ben" in player.shown

    play(launch_setup(wish=Wish(("Ana", "Ben"))), script)


def test_the_language_may_be_switched_at_any_moment() -> None:
    async def script(player: Player) -> None:
        await player.type("918273")
        player.app.action_language()
        await player.settle()
        assert "키보드 차례: Ana" in player.shown
        assert "918" not in player.shown
        await player.press(*["backspace"] * 6)
        await vote_all(player, *SLIPS)
        assert "답이 서로 달라요" in player.shown

    play(launch_group("weights"), script)


@pytest.mark.parametrize("size", [(60, 18), (12, 3)])
def test_no_moment_falls_over_in_a_small_terminal(size: tuple[int, int]) -> None:
    async def script(player: Player) -> None:
        await vote_all(player, *SLIPS)
        await player.press("1", "enter")
        await vote_all(player, None, None, None)
        assert isinstance(sitting_of(player).phase, Revealed)
        await player.press("enter", "escape", "escape")

    play(launch_group("weights"), script, size=size)


def test_screens_of_groups_are_imported_when_they_are_opened() -> None:
    code = (
        "import sys, quizapp.tui\n"
        "print([m for m in sys.modules if m.startswith(('quizapp.tui.peers', 'quizapp.tui.brow'))])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert ran.stdout.strip() == "[]"


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_what_is_typed_in_private_reaches_neither_terminal_nor_process_list(tmp_path: Path) -> None:
    bank = str(BANKS / "group.yaml")
    arguments = ["--lang", "en", "--bank", bank, "peers", "Ana", "Ben", "--topic", "group/weights"]
    player = AtTerminal([*arguments, "--seed", "3", "-n", "1"], tmp_path)
    player.until(b"locks it")
    player.press(b"918273")
    player.until("••••••".encode())
    assert b"918273" not in player.command_lines()
    sent = player.play([(b"", b"\r"), (b"Keyboard to Ben", b"\x03"), (b"ctrl+c", b"\x03")])
    assert b"918273" not in sent
    assert b"918,273" not in sent
