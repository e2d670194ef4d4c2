"""Looking through banks, and the preview of a bank that is being written."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from textual.widgets import OptionList

from quizapp.bank import Library, load_banks
from quizapp.tui import Launch
from quizapp.tui.preview import PreviewScreen, WatchedFile
from quizapp.tui.specimen import SpecimenScreen
from quizapp.tui.text import QUIET, plain
from quizapp.words import LANGUAGES, Language, cell_width
from tests.tui.grouping import desk
from tests.tui.playing import BANKS, Player, bank_library, play
from tests.tui.screen_text import expect_golden

SIZES = {60: (60, 18), 80: (80, 24), 120: (120, 40)}

TWO = """bank: two
questions:
  - id: first
    vary: {c: [8, 16, 32, 64], k: [3, 5]}
    network: {input: [3, 20, 20], layers: ["Conv2d(3, c, k)"]}
    answer: parameters(network)
    prompt: {en: "How many parameters?", ko: "파라미터는 모두 몇 개인가요?"}
  - id: second
    vary: {n: [2, 3, 4, 5]}
    answer: n * n
    prompt: {en: "The square of {n}?", ko: "{n}의 제곱은 얼마인가요?"}
"""


def launch_browse(language: Language = "en", library: Library | None = None) -> Launch:
    return Launch(library or bank_library("group"), desk(), language, 1)


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    file = tmp_path / "two.yaml"
    file.write_text(TWO, encoding="utf-8")
    return file


def launch_preview(bank: Path, language: Language = "en") -> Launch:
    return Launch(Library((), ()), desk(), language, 1, preview=(bank, 1))


def specimen_of(player: Player) -> SpecimenScreen:
    screen = player.app.screen
    assert isinstance(screen, SpecimenScreen)
    return screen


async def save(player: Player, bank: Path, text: str) -> None:
    """Write the file as an editor does, and have it looked at."""
    before = bank.stat().st_mtime_ns if bank.exists() else 0
    bank.write_text(text, encoding="utf-8")
    os.utime(bank, ns=(before + 10**9, before + 10**9))
    screen = player.app.screen
    assert isinstance(screen, PreviewScreen)
    screen.look()
    await player.settle()


@pytest.mark.parametrize("width", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_list_and_question_look_as_they_did(language: Language, width: int) -> None:
    async def script(player: Player) -> None:
        player.app.open_browse()
        await player.settle()
        expect_golden(f"browse-list.{language}.{width}", player.shown)
        await player.press("enter")
        assert all(cell_width(line) <= width for line in player.shown.splitlines())
        expect_golden(f"browse-question.{language}.{width}", player.shown)

    play(launch_browse(language), script, size=SIZES[width])


def test_what_is_typed_narrows_the_list_and_the_arrows_move() -> None:
    async def script(player: Player) -> None:
        player.app.open_browse()
        await player.settle()
        await player.type("kind:c")
        assert "weights" in player.shown
        assert "sequence" not in player.shown
        await player.press("down", "enter")
        assert "group/side · 2 of" in player.shown
        await player.press("backspace")
        assert "kind:c" in player.shown
        row = next(line for line in player.shown.splitlines() if " side " in line)
        assert row.strip().startswith("›")

    play(launch_browse(), script)


def test_nothing_found_is_nothing_to_open() -> None:
    async def script(player: Player) -> None:
        player.app.open_browse()
        await player.settle()
        await player.type("zzz")
        assert "0 of 8" in player.shown
        await player.press("enter")
        assert player.screen == "BrowseScreen"

    play(launch_browse(), script)


def test_a_question_is_shown_with_proof_solution_and_wrong_answers() -> None:
    async def script(player: Player) -> None:
        player.app.open_browse(key="group/weights")
        await player.settle()
        await player.press("enter")
        for text in ("both ways: ", "Solution", "Known wrong answers", "(forgot-bias)", "✓ Right"):
            assert text in player.shown

    play(launch_browse(), script, size=(80, 50))


def test_left_and_right_are_seeds_and_wide_terminals_show_the_next_beside() -> None:
    async def script(player: Player) -> None:
        player.app.open_browse()
        await player.settle()
        await player.press("enter", "right", "right")
        assert "seed 3" in player.shown
        assert "seed 4" in player.shown
        await player.press(*["left"] * 5)
        assert "seed 0" in player.shown

    play(launch_browse(), script, size=(120, 40))


def test_a_click_opens_a_question() -> None:
    async def script(player: Player) -> None:
        player.app.open_browse()
        await player.settle()
        lines = player.shown.splitlines()
        row = next(place for place, line in enumerate(lines) if " pick " in line)
        await player.pilot.click(offset=(10, row))
        await player.settle()
        assert "group/pick" in player.shown

    play(launch_browse(), script)


def test_a_save_is_read_and_the_place_is_kept(bank: Path) -> None:
    async def script(player: Player) -> None:
        await player.press("enter", "right", "right")
        assert "The square of" in player.shown
        await save(player, bank, TWO.replace("The square of", "What is the square of"))
        assert "What is the square of" in player.shown
        assert "seed 3" in player.shown
        above = TWO.replace(
            "questions:\n", 'questions:\n  - {id: zero, answer: "1 + 1", prompt: x}\n'
        )
        await save(player, bank, above)
        assert "two/second · 3 of 3" in player.shown

    play(launch_preview(bank), script)


def test_no_error_ends_the_preview_and_the_last_good_questions_stay(bank: Path) -> None:
    async def script(player: Player) -> None:
        for broken in ("", ":[", TWO.replace("answer: p", "answr: p"), TWO.replace("k)", "k, 9)")):
            await save(player, bank, broken)
            assert player.app.is_running
            assert "✗ " in player.shown
        await save(player, bank, ":[")
        assert "as it was before" in player.shown
        assert "Nothing is wrong" not in player.shown
        assert "How many parameters?" in player.shown
        bank.unlink()
        await save(player, bank, TWO)
        assert "✗" not in player.shown.splitlines()[3]

    play(launch_preview(bank), script)


def test_a_file_that_is_taken_away_is_said(bank: Path) -> None:
    async def script(player: Player) -> None:
        bank.unlink()
        screen = player.app.screen
        assert isinstance(screen, PreviewScreen)
        screen.look()
        await player.settle()
        assert "as it was before" in player.shown

    play(launch_preview(bank), script)


def test_what_check_finds_stands_above_the_question(bank: Path) -> None:
    async def script(player: Player) -> None:
        await save(player, bank, TWO.replace("{n}?", "it?"))
        await player.press("enter")
        assert "Q007" in player.shown
        await save(player, bank, TWO)
        assert "Nothing is wrong with it" in player.shown or "!" in player.shown

    play(launch_preview(bank), script)


def test_a_question_that_cannot_be_drawn_says_why(bank: Path) -> None:
    async def script(player: Player) -> None:
        await save(player, bank, TWO.replace("answer: n * n", "where: n > 9\n    answer: n * n"))
        await player.press("enter")
        assert "fulfil `where`" in player.shown.replace("\n", " ")

    play(launch_preview(bank), script)


def test_a_file_is_read_only_when_it_has_changed(bank: Path) -> None:
    watched = WatchedFile(bank)
    first = watched.look()
    assert first is not None
    assert first.banks
    assert watched.look() is None


def test_every_kind_of_question_can_be_looked_at() -> None:
    from quizapp.tui.browse_pages import specimen_page

    library = load_banks([BANKS / "group.yaml", BANKS / "kinds.yaml", BANKS / "hostile-all.yaml"])
    for question in (question for bank in library.banks for question in bank.questions):
        for language in LANGUAGES:
            page = specimen_page(question, 1, question.level, language, 60)
            assert page.plain.count("\n") > 2


def test_of_very_many_questions_those_around_the_cursor_are_listed() -> None:
    (bank,) = bank_library("group").banks
    many = tuple(
        replace(question, id=f"{question.id}-{number}")
        for number in range(200)
        for question in bank.questions
    )
    library = Library((replace(bank, questions=many),), ())

    async def script(player: Player) -> None:
        player.app.open_browse(library)
        await player.press("down")
        rows = player.app.screen.query_one(OptionList)
        left_out = len(many) - 1000
        assert rows.option_count == 1 + 1000 + 1
        assert rows.get_option_at_index(rows.option_count - 1).prompt == plain(
            f"… {left_out} more: type another word", QUIET
        )
        player.app.open_browse(library, key=many[-1].key)
        await player.press("up")
        assert many[-2].id in player.shown

    play(launch_browse(), script)
