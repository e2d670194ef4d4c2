"""Every kind answered on its own area, with digits, arrows, enter and typing alone."""

from dataclasses import replace

import pytest

from quizapp.generate import MatchAsked, OrderAsked, TableAsked
from quizapp.tui.sitting import SittingScreen
from quizapp.words import Language
from tests.tui.playing import Kept, Player, bank_library, launch, play


def asked(player: Player) -> object:
    screen = player.app.screen
    assert isinstance(screen, SittingScreen)
    return screen.item.variant.asked


def answered(kept: Kept) -> tuple[str, str]:
    (review,) = kept.kept_reviews
    return review.verdict, review.submission


def test_unknowns_have_a_field_each_and_enter_goes_on() -> None:
    kept = Kept()

    async def script(player: Player) -> None:
        await player.press("enter", "enter")
        assert "type into the fields first" in player.shown
        await player.press("up")
        await player.type("1")
        await player.press("enter")
        assert player.screen == "Question"
        await player.answer("2")
        assert player.screen == "Verdict"

    play(launch("solve", bank="kinds", history=kept), script)
    assert answered(kept) == ("correct", "p=1 s=2")


def test_a_table_is_filled_cell_by_cell_and_its_own_errors_are_marked() -> None:
    kept = Kept()

    async def script(player: Player) -> None:
        for cell in ("8x30x30", "608", "8x15x15", "0"):
            await player.answer(cell)
        assert "✗ 1.shape: 8×30×30, right: 8×28×28" in player.shown
        assert "→ 2.shape: 8×15×15, right: 8×14×14" in player.shown

    play(launch("table", bank="kinds", history=kept), script)
    assert answered(kept) == ("wrong", "8x30x30 608; 8x15x15 0")


def test_rows_that_are_given_stand_filled_in_and_are_passed_over() -> None:
    kept = Kept()

    async def script(player: Player) -> None:
        await player.answer("8x14x14")
        await player.answer("0")
        assert player.screen == "Verdict"

    start = launch("table", bank="kinds", history=kept)

    async def given(player: Player) -> None:
        screen = player.app.screen
        assert isinstance(screen, SittingScreen)
        item = screen.item
        table = item.variant.asked
        assert isinstance(table, TableAsked)
        variant = replace(item.variant, asked=replace(table, given=1))
        screen.sitting._item = replace(item, variant=variant)
        player.app.open_sitting(screen.sitting)
        await player.settle()
        assert "8×28×28" in player.shown
        await script(player)

    play(start, given)
    assert answered(kept) == ("correct", "8x14x14 0")


@pytest.mark.parametrize("size", [(80, 24), (60, 18)])
def test_no_argument_of_a_layer_is_cut_off_without_being_shown_elsewhere(
    size: tuple[int, int],
) -> None:
    async def script(player: Player) -> None:
        table = asked(player)
        assert isinstance(table, TableAsked)
        assert all(row.layer in player.shown for row in table.rows)

    play(launch("long-calls", bank="long"), script, size)


def test_arrows_go_up_and_down_a_column() -> None:
    async def script(player: Player) -> None:
        await player.type("8x28x28")
        await player.press("down")
        await player.type("8x14x14")
        await player.press("up", "tab")
        await player.type("608")
        shown = player.shown.splitlines()
        assert any("8x28x28" in line and "608" in line for line in shown)
        assert any("8x14x14" in line and "608" not in line for line in shown)

    play(launch("table", bank="kinds"), script)


def test_an_order_is_picked_row_by_row_and_taken_back() -> None:
    kept = Kept()

    async def script(player: Player) -> None:
        order = asked(player)
        assert isinstance(order, OrderAsked)
        await player.press("enter")
        assert player.screen == "Question"
        first, *rest = (str(place) for place in order.answer)
        await player.press(rest[0], rest[0], first, *rest, "enter")
        assert player.screen == "Verdict"

    play(launch("order", bank="kinds", history=kept), script)
    assert answered(kept)[0] == "correct"


def test_pairs_are_chosen_with_arrows_alone() -> None:
    kept = Kept()

    async def script(player: Player) -> None:
        pairs = asked(player)
        assert isinstance(pairs, MatchAsked)
        for letter in pairs.answer:
            await player.press(*["right"] * ("ab".index(letter) + 1), "down")
        await player.press("enter")
        assert player.screen == "Verdict"

    play(launch("match", bank="kinds", history=kept), script)
    assert answered(kept)[0] == "correct"


def test_pairs_take_letters_also_from_a_hangul_keyboard() -> None:
    kept = Kept()

    async def script(player: Player) -> None:
        pairs = asked(player)
        assert isinstance(pairs, MatchAsked)
        for letter in pairs.answer:
            await player.press({"a": "ㅁ", "b": "b"}[letter])
        await player.press("enter")
        assert player.screen == "Verdict"

    play(launch("match", bank="kinds", history=kept), script)
    assert answered(kept)[0] == "correct"


def test_all_that_can_be_paired_is_listed_and_a_click_gives_it() -> None:
    kept = Kept()

    async def script(player: Player) -> None:
        pairs = asked(player)
        assert isinstance(pairs, MatchAsked)
        for letter, text in zip("ab", pairs.rights, strict=True):
            assert f"{letter}.  {text.en}" in player.shown
        for letter in pairs.answer:
            await player.pilot.click("#rights", offset=(6, "ab".index(letter)))
            await player.settle()
        await player.press("enter")

    play(launch("match", bank="kinds", history=kept), script)
    assert answered(kept)[0] == "correct"


def test_a_card_is_turned_before_it_is_graded() -> None:
    kept = Kept()

    async def script(player: Player) -> None:
        assert "(i + 2p" not in player.shown
        await player.press("3")
        assert player.screen == "Question"
        await player.press("enter")
        assert "⌊(i + 2p − k)/s⌋ + 1" in player.shown
        assert "How well did it come?" in player.shown
        await player.press("3")
        assert player.screen == "Verdict"

    play(launch("card", bank="kinds", history=kept), script)
    assert answered(kept) == ("correct", "3")


def test_a_card_that_was_forgotten_is_said_so_in_the_results() -> None:
    async def script(player: Player) -> None:
        await player.press("enter", "1", "e")
        assert player.screen == "ResultsScreen"
        assert "forgotten → " in player.shown

    play(launch("card", bank="kinds"), script)


@pytest.mark.parametrize(("id_", "typed"), [("text", "지름길 연결"), ("output", "[1,2] 3")])
def test_texts_are_typed(id_: str, typed: str) -> None:
    kept = Kept()

    async def script(player: Player) -> None:
        await player.answer(typed)
        assert player.screen == "Verdict"

    play(launch(id_, bank="kinds", history=kept), script)
    assert answered(kept) == ("correct", typed)


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("size", [(80, 24), (60, 18), (120, 40)])
def test_every_kind_fits(size: tuple[int, int], language: Language) -> None:
    async def script(player: Player) -> None:
        for question in bank_library("kinds").banks[0].questions:
            screen = player.app.screen
            assert isinstance(screen, SittingScreen)
            prompt = screen.item.variant.prompt.in_language(language)
            assert prompt[:20] in player.shown, question.id
            await player.press("escape", "2")

    ids = [question.id for question in bank_library("kinds").banks[0].questions]
    play(launch(*ids, bank="kinds", language=language), script, size)
