import re

from tests.tui.playing import Kept, Player, launch, play


def numbered(shown: str) -> dict[str, str]:
    """The digit before each row's text."""
    rows = re.findall(r"^[ ›]*(\d)(?: \[.\])?  (\S.*)$", shown, re.MULTILINE)
    return {text: digit for digit, text in rows}


def test_a_digit_chooses_and_enter_judges() -> None:
    history = Kept()

    async def script(player: Player) -> None:
        place = numbered(player.shown)["4,640"]
        await player.press(place)
        assert player.screen == "Question"
        assert f"› {place}  4,640" in player.shown
        await player.press("enter")
        assert "✓ Right" in player.shown

    play(launch("offered", history=history), script)
    assert [review.verdict for review in history.kept_reviews] == ["correct"]


def test_nothing_is_chosen_before_a_key_is_pressed() -> None:
    history = Kept()

    async def script(player: Player) -> None:
        assert "›" not in player.shown
        await player.press("enter")
        assert player.screen == "Question"
        assert "Choose first" in player.shown
        await player.press("down", "down", "up")
        assert "Choose first" not in player.shown
        await player.press("enter")
        assert player.screen == "Verdict"

    play(launch("offered", history=history), script)
    assert [review.submission for review in history.kept_reviews] == ["1"]


def test_a_wrong_option_names_its_slip_and_is_marked() -> None:
    async def script(player: Player) -> None:
        places = numbered(player.shown)
        wrong = next(text for text in places if text != "4,640")
        await player.press(places[wrong], "enter")
        assert f"{wrong} could be" in player.shown
        assert f"✗ {places[wrong]}. {wrong}" in player.shown
        assert f"✓ {places['4,640']}. 4,640" in player.shown

    play(launch("offered"), script)


def test_several_options_are_marked_with_digits_and_space() -> None:
    history = Kept()

    async def script(player: Player) -> None:
        assert "mark all that are right" in player.shown
        places = numbered(player.shown)
        right = [places["a 3×3 kernel with padding 1"], places["a 1×1 kernel"]]
        wrong = places["max pooling with stride 2"]
        await player.press(right[0], wrong)
        assert player.shown.count("[x]") == 2
        await player.press("space")
        assert player.shown.count("[x]") == 1
        await player.press(right[1], "enter")
        assert "✓ Right" in player.shown

    play(launch("keeps-height", history=history), script)
    assert [review.verdict for review in history.kept_reviews] == ["correct"]


def test_a_wrong_mark_is_explained_by_its_author() -> None:
    async def script(player: Player) -> None:
        places = numbered(player.shown)
        await player.press(places["max pooling with stride 2"], "enter")
        assert "Stride 2 halves it." in player.shown

    play(launch("keeps-height"), script)


def test_letters_are_aliases_also_with_the_hangul_keyboard_on() -> None:
    async def script(player: Player) -> None:
        await player.press("ㅗ")
        assert "hint 1 of 2" in player.shown
        await player.press("h")
        assert "hint 2 of 2" in player.shown
        await player.press("ㅓ")
        assert "› 1" in player.shown

    play(launch("offered"), script)


def test_a_click_is_a_digit() -> None:
    async def script(player: Player) -> None:
        await player.pilot.click("NumberedList")
        await player.settle()
        assert "› 1" in player.shown

    play(launch("offered"), script)
