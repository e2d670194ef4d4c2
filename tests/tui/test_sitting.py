from textual import events

from tests.tui.playing import Kept, Player, launch, play


def test_a_question_is_one_key_from_the_start() -> None:
    async def script(player: Player) -> None:
        assert player.screen == "HomeScreen"
        await player.press("enter")
        assert player.screen == "Question"
        assert "1 of 5" in player.shown

    play(launch(), script)


def test_a_digit_begins_a_quiz_of_one_bank() -> None:
    async def script(player: Player) -> None:
        await player.press("2")
        assert player.screen == "Question"

    play(launch(), script)


def test_a_sitting_goes_from_question_to_verdict_to_results_to_what_was_missed() -> None:
    history = Kept()

    async def script(player: Player) -> None:
        await player.answer("4608")
        assert player.screen == "Verdict"
        assert "✗ Not quite: 4,608" in player.shown
        assert "could be the count without the 32 biases" in player.shown
        assert "3·3·16·32 + 32 = 4,640  ←" in player.shown
        assert "Right: 4,640" in player.shown
        assert "Every output channel has a kernel of its own." in player.shown
        await player.press("enter")
        assert player.screen == "ResultsScreen"
        assert "0 of 1 right" in player.shown
        assert "4,608 → 4,640" in player.shown
        await player.press("enter")
        assert player.screen == "MissedScreen"
        assert "missed 1 of 1" in player.shown
        assert "3·3·16·32 + 32 = 4,640  ←" in player.shown
        await player.press("enter")
        assert player.screen == "ResultsScreen"

    play(launch("weights", history=history), script)
    assert [review.mistakes for review in history.kept_reviews] == [("forgot-bias",)]


def test_a_right_answer_is_quiet() -> None:
    async def script(player: Player) -> None:
        await player.answer("3*3*16*32 + 32")
        assert "✓ Right: 4,640" in player.shown
        assert "3*3*16*32 + 32  read as 4,640" in player.shown
        assert "3·3·16·32 + 32 = 4,640" in player.shown
        await player.press("space")
        assert "1 of 1 right: all of them" in player.shown
        assert "Look through" not in player.shown

    play(launch("weights"), script)


def test_what_is_read_is_said_while_it_is_typed() -> None:
    async def script(player: Player) -> None:
        assert "3*3*128*64 is fine" in player.shown
        await player.type("3*3")
        assert "read as 9" in player.shown
        await player.type("*")
        assert "A number is asked" in player.shown
        assert player.screen == "Question"

    play(launch("weights"), script)


def test_what_cannot_be_read_costs_nothing_and_stays_in_the_field() -> None:
    history = Kept()

    async def script(player: Player) -> None:
        for text in ("", "[/]", "x"):
            await player.answer(text)
            assert player.screen == "Question"
            assert "? Can't read that" in player.shown
        assert "[/]x" in player.shown
        await player.press("backspace", "backspace", "backspace", "backspace")
        await player.answer("4640")
        assert "✓ Right" in player.shown

    play(launch("weights", history=history), script)
    assert [review.verdict for review in history.kept_reviews] == ["correct"]


def test_another_form_is_asked_again() -> None:
    history = Kept()

    async def script(player: Player) -> None:
        await player.answer("14x14x8")
        assert "≈ Another form is asked: 14×14×8" in player.shown
        assert "channels come first" in player.shown
        assert "14x14x8" in player.shown

    play(launch("leaves", history=history), script)
    assert not history.rows


def test_a_table_hides_the_shapes_that_are_asked() -> None:
    async def script(player: Player) -> None:
        assert "Conv2d(3, 8, 5)  ?" in player.shown
        assert "channels first, without the batch: 64x56x56" in player.shown

    play(launch("leaves"), script)


def test_several_networks_carry_their_names() -> None:
    async def script(player: Player) -> None:
        assert "stacked:" in player.shown
        assert "single:" in player.shown

    play(launch("fewer"), script)


def test_undo_asks_again_with_the_answer_in_the_field() -> None:
    history = Kept()

    async def script(player: Player) -> None:
        await player.answer("4608")
        await player.press("backspace")
        assert player.screen == "Question"
        assert "read as 4,608" in player.shown
        await player.answer("4640")
        assert "✓ Right: 4,640" in player.shown
        await player.press("enter")
        assert "1 of 1 right" in player.shown

    play(launch("weights", history=history), script)
    first = history.kept_reviews[0]
    assert [(note.type, note.of) for note in history.kept_notes] == [("undo", first.uuid)]


def test_undo_on_the_next_question_goes_back_to_the_last() -> None:
    async def script(player: Player) -> None:
        first = player.shown.splitlines()[2]
        await player.answer("1")
        await player.press("enter")
        assert "2 of 2" in player.shown
        await player.press("escape", "3")
        assert "1 of 2" in player.shown
        assert first in player.shown

    play(launch("weights", "sees"), script)


def test_hints_come_one_by_one_and_are_counted() -> None:
    history = Kept()

    async def script(player: Player) -> None:
        assert "hints: 4" in player.shown
        await player.press("escape", "1")
        assert "hint 1 of 4" in player.shown
        assert "hint 2 of 4" not in player.shown
        for _ in range(3):
            await player.press("escape", "1")
        assert "hint 4 of 4" in player.shown
        await player.press("escape", "1")
        assert player.screen == "Menu"
        await player.press("escape")
        await player.answer("14")

    play(launch("sees", history=history), script)
    assert [review.hints for review in history.kept_reviews] == [4]


def test_skipping_leaves_no_trace() -> None:
    history = Kept()

    async def script(player: Player) -> None:
        await player.press("escape", "2")
        assert player.screen == "ResultsScreen"
        assert "Nothing was answered." in player.shown

    play(launch("weights", history=history), script)
    assert not history.rows


def test_a_flag_is_noted_and_said() -> None:
    history = Kept()

    async def script(player: Player) -> None:
        await player.press("escape", "4")
        assert "Noted" in player.shown
        await player.answer("4640")
        await player.press("escape", "2")
        assert "Noted" in player.shown

    play(launch("weights", history=history), script)
    assert [(note.type, note.of) for note in history.kept_notes] == [("flag", "sample/weights")] * 2


def test_ending_early_shows_the_score_and_leads_back() -> None:
    async def script(player: Player) -> None:
        await player.press("escape", "7")
        assert "Nothing was answered." in player.shown
        await player.press("1")
        assert player.screen == "Question"

    play(launch("weights"), script)


def test_another_quiz_asks_the_same_questions_with_a_seed_of_its_own() -> None:
    history = Kept()

    async def script(player: Player) -> None:
        await player.answer("4640")
        await player.press("enter", "1")
        assert player.screen == "Question"
        await player.answer("4640")

    play(launch("weights", history=history), script)
    first, second = history.kept_reviews
    assert first.question == second.question
    assert first.seed != second.seed


def test_two_presses_of_enter_skip_no_question() -> None:
    async def script(player: Player) -> None:
        await player.answer("1")
        player.send("enter")
        player.send("enter")
        await player.settle()
        assert "2 of 3" in player.shown

    play(launch("weights", "sees", "fewer"), script)


def test_a_question_that_cannot_be_drawn_is_left_out_and_said() -> None:
    async def script(player: Player) -> None:
        assert "! undrawable/never: no values" in player.shown
        assert "1 of 1" in player.shown
        await player.press("escape", "8")
        assert "! undrawable/never:" in player.shown

    play(launch("never", "always", bank="undrawable"), script)


def test_the_end_of_a_long_answer_is_seen_while_it_is_typed() -> None:
    async def script(player: Player) -> None:
        await player.type("1" * 90 + "+234567")
        assert "11+234567" in player.shown
        await player.press("home")
        assert "11+234567" not in player.shown

    play(launch("weights"), script)


def test_one_screen_serves_all_questions_of_a_sitting_and_their_verdicts() -> None:
    screens = set()

    async def script(player: Player) -> None:
        while player.screen == "Question":
            screens.add(id(player.app.screen))
            await player.press("1", "enter")
            assert player.screen == "Verdict"
            screens.add(id(player.app.screen))
            await player.press("n")
        assert "of 3 right" in player.shown

    play(launch("weights", "offered", "keeps-height"), script)
    assert len(screens) == 1


def test_while_a_verdict_is_read_no_key_and_no_paste_goes_into_the_field() -> None:
    async def script(player: Player) -> None:
        await player.answer("4608")
        player.app.post_message(events.Paste("99"))
        await player.press("z", "7", "left", "home", "delete", "enter")
        assert "4608" not in player.shown
        assert "2 of 2" in player.shown
        assert "799" not in player.shown
        await player.type("12")
        assert "read as 12" in player.shown

    play(launch("weights", "fewer"), script)


def test_a_question_after_options_has_its_field_under_the_fingers() -> None:
    async def script(player: Player) -> None:
        for _ in range(2):
            if player.app.screen.query("NumberedList"):
                await player.press("1", "enter", "enter")
            else:
                await player.type("12")
                assert "read as 12" in player.shown
                await player.press("enter", "enter")

    play(launch("offered", "fewer"), script)
