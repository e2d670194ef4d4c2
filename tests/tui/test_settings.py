"""Settings: what is changed holds at once, and is kept."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.errors import SettingsError
from quizapp.settings import Settings, load_settings, save_settings
from quizapp.tui.settings_rows import FORMS, stepped, typed, value_text
from quizapp.tui.sitting import SittingScreen
from quizapp.words import LANGUAGES, Language, cell_width
from tests.tui.learning import learner_in
from tests.tui.playing import NOON, Player, launch, play
from tests.tui.screen_text import expect_golden

TODAY = NOON.date()
SIZES = [(80, 24), (60, 18), (120, 40)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_settings_look_as_they_did(language: Language, size: tuple[int, int]) -> None:
    async def script(player: Player) -> None:
        await player.press("comma")
        expect_golden(f"settings.{language}.{size[0]}", player.shown)
        assert all(cell_width(line) <= size[0] for line in player.shown.splitlines())

    play(launch(language=language), script, size)


def test_arrows_change_a_value_and_it_is_kept_at_once(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"

    def save(settings: Settings) -> None:
        save_settings(path, "default", settings)

    async def script(player: Player) -> None:
        await player.press("comma", "5", "right", "right", "down", "left")
        assert "Saved." in player.shown
        assert "92 %" in player.shown

    play(replace(launch(), save=save), script)
    kept = load_settings(path, "default").settings
    assert kept.desired_retention == 0.92
    assert kept.new_per_day == 7


def test_what_is_set_is_planned_with() -> None:
    async def script(player: Player) -> None:
        await player.press("comma", "6", "left")
        assert player.app.launch.desk.plan.new_a_day == 7

    play(launch(), script)


def test_an_exam_is_typed_and_what_is_no_day_is_refused() -> None:
    async def script(player: Player) -> None:
        await player.press("comma", "8", "enter")
        await player.type("soon")
        await player.press("enter")
        assert "That cannot be set here." in player.shown
        await player.press(*["backspace"] * 4)
        await player.type("2026-06-01")
        await player.press("enter")
        assert "‹ 2026-06-01 ›" in player.shown
        exam = player.app.launch.desk.plan.exam
        assert exam is not None
        assert exam.day == date(2026, 6, 1)

    play(launch(), script)


def test_typing_is_left_with_escape_and_changes_nothing() -> None:
    async def script(player: Player) -> None:
        await player.press("comma", "6", "enter")
        await player.type("99")
        await player.press("escape", "backspace")
        assert player.screen == "HomeScreen"
        assert player.app.settings == Settings()

    play(launch(), script)


def test_the_language_changes_every_screen_below_too() -> None:
    kept: list[Settings] = []

    async def script(player: Player) -> None:
        await player.press("comma", "enter")
        assert "설정" in player.shown
        await player.press("backspace")
        assert "5문제 맛보기" in player.shown

    play(replace(launch(), save=kept.append), script)
    assert kept[-1].language == "ko"


@pytest.mark.parametrize("name", ["safe-light", "dark", "light", "safe-dark"])
def test_a_theme_is_put_on_while_running(name: str) -> None:
    async def script(player: Player) -> None:
        await player.press("comma", "2")
        for _ in range(["safe-light", "dark", "light", "safe-dark"].index(name) + 1):
            await player.press("enter")
        assert player.app.theme == f"quizapp-{name}"

    play(launch(), script)


def test_an_unknown_theme_is_the_usual_one() -> None:
    start = replace(launch(), settings=Settings(theme="neon"))

    async def script(player: Player) -> None:
        assert player.app.theme == "quizapp-safe-dark"

    play(start, script)


@pytest.mark.parametrize(("reduced", "seconds"), [(False, 1), (True, 10)])
def test_reduced_motion_slows_the_one_thing_that_moves(
    reduced: bool, seconds: int, tmp_path: Path
) -> None:
    async def script(player: Player) -> None:
        assert isinstance(player.app.screen, SittingScreen)
        assert player.app.screen.seconds_between == seconds
        assert player.app.animation_level == "none"

    settings = Settings(reduced_motion=reduced)
    with learner_in(tmp_path, verb="sprint", names=("varied",), settings=settings) as start:
        play(start, script)


def test_ascii_reaches_every_frame_and_picture_at_once(tmp_path: Path) -> None:
    async def script(player: Player) -> None:
        await player.press("comma", "3", "right")
        assert player.shown.replace("한국어", "").isascii()
        await player.press("backspace")
        assert "#" in player.shown.splitlines()[2]
        assert player.shown.replace("한국어", "").isascii()
        await player.press("comma", "3", "right", "backspace")
        assert "█" in player.shown

    with learner_in(tmp_path, days=2) as start:
        play(start, script)


def test_a_question_in_ascii_has_its_frame_in_ascii() -> None:
    start = replace(launch("sees"), settings=Settings(ascii=True))

    async def script(player: Player) -> None:
        assert player.shown.replace("한국어", "").isascii()
        assert "+-----" in player.shown
        await player.answer("10")
        assert player.shown.replace("한국어", "").isascii()

    play(start, script)


def test_settings_that_cannot_be_kept_say_so_and_hold() -> None:
    error = SettingsError("settings-unwritable", "{path} cannot be written ({reason})",
                          path="settings.json", reason="full")  # fmt: skip

    async def script(player: Player) -> None:
        await player.press("comma", "6", "right")
        assert "! settings.json cannot be written" in player.shown
        assert "‹ 9 ›" in player.shown

    play(replace(launch(), save=lambda _: error), script)


@given(st.sampled_from([n for n in FORMS if n != "language"]), st.lists(st.sampled_from([1, -1])))
def test_no_step_leaves_what_may_be_set(name: str, steps: list[int]) -> None:
    settings = Settings()
    for step in steps:
        settings = stepped(settings, name, step, TODAY)
    assert 0.70 <= settings.desired_retention <= 0.97
    assert settings.new_per_day >= 0
    assert settings.exam_date is None or settings.exam_date > TODAY
    assert value_text(settings, name, "en")


@given(st.integers(70, 97))
def test_a_share_that_is_typed_is_read_back(percent: int) -> None:
    settings = typed(Settings(), "desired_retention", f"{percent} %", TODAY)
    assert settings is not None
    assert value_text(settings, "desired_retention", "en") == f"{percent} %"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("desired_retention", "69"), ("desired_retention", "nan"), ("new_per_day", "-1"),
        ("new_per_day", "many"), ("exam_date", "2026-02-30"), ("exam_date", "2020-01-01"),
        ("theme", "dark"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_not_read(name: str, text: str) -> None:
    assert typed(Settings(), name, text, TODAY) is None


def test_an_empty_day_is_no_exam() -> None:
    settings = Settings(exam_date=TODAY + timedelta(days=3))
    cleared = typed(settings, "exam_date", " ", TODAY)
    assert cleared is not None
    assert cleared.exam_date is None
