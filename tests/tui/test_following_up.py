"""What can be said and looked at round a question besides its answer."""

from pathlib import Path

import pytest

from quizapp.generate.signature import signature_in
from quizapp.study import Desk
from quizapp.tui.sitting import SittingScreen
from quizapp.words import LANGUAGES, Language
from tests.tui.learning import learner_in
from tests.tui.playing import Kept, Player, launch, play
from tests.tui.screen_text import expect_golden

SIZES = [(80, 24), (60, 18), (120, 40)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_a_tie_and_an_example_look_as_they_did(
    language: Language, size: tuple[int, int], tmp_path: Path
) -> None:
    async def tie(player: Player) -> None:
        await player.answer("13")
        expect_golden(f"verdict-tied.{language}.{size[0]}", player.shown)

    play(launch("sees", language=language), tie, size)

    async def example(player: Player) -> None:
        expect_golden(f"question-new.{language}.{size[0]}", player.shown)
        await player.press("escape", "6")
        expect_golden(f"example.{language}.{size[0]}", player.shown)

    names = ("varied/weights",)
    with learner_in(tmp_path, language=language, verb="study", names=names) as start:
        play(start, example, size)


def test_one_is_shown_at_a_first_meeting_and_costs_nothing(tmp_path: Path) -> None:
    async def script(player: Player) -> None:
        assert "New: 6 in the menu shows one worked out." in player.shown
        prompt = player.shown
        await player.press("escape", "6")
        assert player.screen == "ExampleScreen"
        assert "Right:" in player.shown
        await player.press("enter")
        assert player.shown == prompt

    with learner_in(tmp_path, verb="study", names=("varied/weights",)) as start:
        play(start, script)
        assert start.desk.learner.history is not None
        assert not list(start.desk.learner.history.reviews("default"))


def test_nothing_is_shown_where_the_question_was_met_before() -> None:
    async def script(player: Player) -> None:
        await player.press("escape", "6")
        assert player.screen == "Menu"

    play(launch("weights"), script)


def test_which_slip_it_was_is_asked_and_kept() -> None:
    history = Kept()

    async def script(player: Player) -> None:
        await player.answer("13")
        assert "Which was it?" in player.shown
        await player.press("2")
        assert "Noted: " in player.shown
        assert "Which was it?" not in player.shown
        await player.press("1")

    play(launch("sees", history=history), script, size=(80, 40))
    review = history.kept_reviews[0]
    note = history.kept_notes[0]
    assert [(n.type, n.of) for n in history.kept_notes] == [("probe", review.uuid)]
    assert note.body == {"mistake": review.mistakes[1]}


def test_a_third_slip_is_named_and_a_fourth_digit_does_nothing() -> None:
    history = Kept()

    async def script(player: Player) -> None:
        await player.answer("112")
        await player.press("3", "4")
        assert "Which was it?" in player.shown

    play(launch("fewer", history=history), script, size=(80, 40))
    assert not history.kept_notes


def test_the_slip_that_is_named_can_be_denied() -> None:
    history = Kept()

    async def script(player: Player) -> None:
        await player.answer("4608")
        assert "0 not what I did" in player.shown
        await player.press("0")
        assert "Noted: not that." in player.shown
        assert "0 not what I did" not in player.shown
        await player.press("0")

    play(launch("weights", history=history), script)
    assert [note.body for note in history.kept_notes] == [{"mistake": None}]


def test_nothing_is_denied_where_nothing_is_named() -> None:
    history = Kept()

    async def script(player: Player) -> None:
        await player.answer("4640")
        assert "not what I did" not in player.shown
        await player.press("0")

    play(launch("weights", history=history), script)
    assert not history.kept_notes


def test_a_question_is_put_away_for_good(tmp_path: Path) -> None:
    async def script(player: Player) -> None:
        await player.answer("1")
        await player.press("escape", "5")
        assert "Put away: this question is not asked again." in player.shown

    with learner_in(tmp_path, verb="quiz", names=("varied/side",)) as start:
        play(start, script)
        assert retired(start.desk)


@pytest.mark.parametrize(("language", "said"), [("en", "Signature: "), ("ko", "서명: ")])
def test_a_verdict_is_signed_when_that_is_asked_for(language: Language, said: str) -> None:
    async def script(player: Player) -> None:
        await player.answer("4640")
        assert said not in player.shown
        await player.press("escape", "6")
        assert isinstance(player.app.screen, SittingScreen)
        signature = player.app.screen.outcome.item.variant.signature
        assert f"{said}{signature}" in player.shown
        assert signature_in(signature)

    play(launch("weights", language=language), script)


def retired(desk: Desk) -> bool:
    history = desk.learner.history
    assert history is not None
    return any(row.retired for row in history.cards("default"))


@pytest.mark.parametrize(
    ("verb", "answer", "said"),
    [("quiz", "1", "due tomorrow"), ("study", "1", "again today"), ("drill", "9", "again today")],
)
def test_the_verdict_says_when_the_question_comes_back(
    verb: str, answer: str, said: str, tmp_path: Path
) -> None:
    async def script(player: Player) -> None:
        await player.answer(answer)
        assert said in player.shown.splitlines()[0]

    names = ("varied/weights",)
    with learner_in(tmp_path, verb=verb, names=names) as start:  # type: ignore[arg-type]
        play(start, script)


def test_a_right_answer_is_due_in_some_days(tmp_path: Path) -> None:
    async def script(player: Player) -> None:
        assert player.app.sitting is not None
        assert player.app.sitting.item is not None
        await player.answer(player.app.sitting.item.variant.shown_answer.en)
        assert " days" in player.shown.splitlines()[0]

    with learner_in(tmp_path, verb="quiz", names=("varied/weights",)) as start:
        play(start, script)


def test_a_sprint_says_what_it_is_and_how_much_time_is_left(tmp_path: Path) -> None:
    async def script(player: Player) -> None:
        assert "Three minutes, as many as you can." in player.shown
        assert "3:00 left" in player.shown
        assert "question 1" in player.shown

    with learner_in(tmp_path, verb="sprint", names=("varied",)) as start:
        play(start, script)


@pytest.mark.parametrize(("grade", "head"), [("3", "✓ good"), ("1", "✗ forgotten")])
def test_a_card_shows_its_back_and_the_grade_in_a_word(grade: str, head: str) -> None:
    async def script(player: Player) -> None:
        await player.press("enter", grade)
        assert player.shown.startswith(f" {head}")
        assert "⌊(i + 2p − k)/s⌋ + 1" in player.shown
        assert "Right:" not in player.shown

    play(launch("card", bank="kinds"), script)
