"""Text that is not ours is shown as it is written, on every screen, in both languages."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual import events
from textual.style import Style
from textual.visual import RenderOptions

import quizapp.tui
from quizapp.tui.text import RIGHT, STRONG, Remembered, plain, stacked
from quizapp.words import LANGUAGES, Language, Text
from tests.tui.playing import Player, launch, play

ROOM = Path(quizapp.tui.__file__).parent
SHOWING = {"Static", "Label", "Button", "Option", "notify", "update", "write", "Tooltip"}
SETTING = {"border_title", "border_subtitle", "tooltip"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_brackets_are_shown_while_a_number_is_asked(language: Language) -> None:
    async def script(player: Player) -> None:
        assert "[@click=app.quit]x[/]" in player.shown
        assert "list[int]" in player.shown
        await player.press("escape", "1")
        assert ("[/] list[int] hint" if language == "en" else "[/] list[int] 힌트") in player.shown
        await player.answer("[/] [b]")
        assert "[/] [b]" in player.shown
        await player.press(*["backspace"] * 7)
        await player.answer("4647")
        assert ("[/] list[int] slip" if language == "en" else "[/] list[int] 실수") in player.shown
        assert "[@click=app.quit]x[/]" in player.shown
        await player.press("enter")
        assert "list[int]?" in player.shown
        await player.press("enter")
        assert player.screen == "MissedScreen"
        assert "[@click=app.quit]x[/]" in player.shown

    play(launch("number", bank="hostile", language=language), script)


@pytest.mark.parametrize("language", LANGUAGES)
def test_brackets_are_shown_while_options_are_offered(language: Language) -> None:
    async def script(player: Player) -> None:
        option = "[@click=app.quit]two[/]" if language == "en" else "[@click=app.quit]둘[/]"
        row = next(line for line in player.shown.splitlines() if option in line)
        await player.press(row.split()[0], "enter")
        assert f". {option}" in player.shown
        assert ("[/] not list[int]" if language == "en" else "[/] list[int] 아님") in player.shown
        await player.press("enter")
        assert "list[int]" in player.shown

    play(launch("pick", bank="hostile", language=language), script)


@pytest.mark.parametrize("language", LANGUAGES)
def test_brackets_are_shown_on_the_home_screen(language: Language) -> None:
    async def script(player: Player) -> None:
        title = "[b]bold[/b] list[int]" if language == "en" else "[/] 은행 list[int]"
        assert title in player.shown
        assert "! [/] list[int] notice" in player.shown

    notices = (Text("[/] list[int] notice", "[/] list[int] notice"),)
    play(launch(bank="hostile", language=language, notices=notices), script)


def test_a_click_on_an_authors_link_runs_nothing() -> None:
    async def script(player: Player) -> None:
        lines = player.shown.splitlines()
        row = next(place for place, line in enumerate(lines) if "[@click" in line)
        for column in (lines[row].index("[@click"), lines[row].index("x[/]")):
            await player.pilot.click(offset=(column, row))
            await player.settle()
        assert player.app.is_running

    play(launch("number", bank="hostile"), script)


def test_control_characters_do_not_reach_the_terminal() -> None:
    assert plain("a\x1b[31mb\x9bc\u202ed").plain == "a␛[31mb\ufffdcd"


def test_a_paste_with_control_characters_is_shown_as_pictures() -> None:
    async def script(player: Player) -> None:
        player.app.post_message(events.Paste("46\x1b[31m40"))
        await player.settle()
        assert "46␛[31m40" in player.shown

    play(launch("weights"), script)


def calls() -> Iterator[tuple[str, ast.Call]]:
    for file in sorted(ROOM.glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield file.name, node


def name_of(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def content_makers() -> set[str]:
    """Functions of the room that give Content."""
    return {
        node.name
        for file in ROOM.glob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
        and isinstance(node.returns, ast.Name)
        and node.returns.id == "Content"
    }


def is_content(node: ast.expr, makers: set[str]) -> bool:
    if isinstance(node, ast.Constant):
        return not isinstance(node.value, str) or "[" not in node.value
    if isinstance(node, ast.IfExp):
        return is_content(node.body, makers) and is_content(node.orelse, makers)
    return isinstance(node, ast.Call) and name_of(node.func) in makers


# Names bound to Content in the few places where it is handed on.
HANDED_ON = {
    ("screen.py", "content"), ("screen.py", "title"), ("screen.py", "aside"),
    ("screen.py", "line"), ("screen.py", "too_small"), ("page.py", "content"),
}  # fmt: skip


def test_whatever_is_shown_goes_through_the_one_door() -> None:
    makers = content_makers()
    offenders = []
    for file, call in calls():
        name = name_of(call.func)
        if name not in SHOWING or not call.args:
            continue
        shown = call.args[-1] if name == "write" else call.args[0]
        handed_on = isinstance(shown, ast.Name) and (file, shown.id) in HANDED_ON
        note = isinstance(shown, ast.Call) and name_of(shown.func) in ("note", "_note")
        if not (is_content(shown, makers) or handed_on or note):
            offenders.append(f"{file}:{call.lineno}")
    assert not offenders


def test_content_is_made_in_one_file() -> None:
    """And markup nowhere."""
    for file, call in calls():
        assert name_of(call.func) != "from_markup"
        made = name_of(call.func) == "Content" or (
            isinstance(call.func, ast.Attribute) and name_of(call.func.value) == "Content"
        )
        assert not made or file == "text.py"
    for path in ROOM.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Assign):
                assert not {name_of(target) for target in node.targets} & SETTING
            if isinstance(node, ast.ImportFrom):
                assert "Markdown" not in [alias.name for alias in node.names]


def test_what_is_remembered_is_laid_out_anew_at_other_sizes_and_in_other_colours() -> None:
    content = stacked([plain("one two three", STRONG), plain("right", RIGHT)])
    kept = Remembered(content)
    for colour in ("green", "blue", "green"):

        def style_of(style: str | Style, colour: str = colour) -> Style:
            known = {STRONG: "bold", RIGHT: colour}
            return Style.parse(known.get(str(style), "yellow"))

        for width, height, base in ((20, 2, "red"), (20, 2, "red"), (5, 9, "red"), (5, 9, "white")):
            laid_out = [
                [*map(list, each.render_strips(width, height, Style.parse(base), options))]
                for each in (kept, content)
                for options in [RenderOptions(style_of, {})]
            ]
            assert laid_out[0] == laid_out[1]
