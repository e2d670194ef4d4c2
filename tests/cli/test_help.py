"""Help and usage errors, in the language of whoever asked."""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp import paths
from quizapp.cli import main
from quizapp.cli.arguments import parser
from quizapp.cli.korean import HELP
from quizapp.cli.speaking import Parser
from quizapp.cli.verbs import PLACES, SITTINGS, run_of
from quizapp.words import cell_width

PROJECT = Path(__file__).parents[2]
OF_ARGPARSE = {
    "positional arguments",
    "options",
    "show this help message and exit",
    "show program's version number and exit",
}


def parsers(top: Parser) -> Iterator[Parser]:
    """A parser and those of its verbs, with all they take."""
    top.format_usage()
    yield top
    for action in top._actions:
        if isinstance(action, argparse._SubParsersAction):
            for made in action.choices.values():
                yield from parsers(made)


def texts(made: Parser) -> Iterator[str]:
    yield made.description or ""
    for group in made._action_groups:
        yield group.title or ""
    for action in made._actions:
        yield action.help or ""
        if isinstance(action, argparse._SubParsersAction):
            yield from (choice.help or "" for choice in action._get_subactions())


EVERY = tuple(parsers(parser(lambda: "en")))
LINES = [made.prog.split()[1:] for made in EVERY]


def said(line: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int | str | None, str]:
    """The code with which a line ends, and what is printed."""
    with pytest.raises(SystemExit) as ended:
        main(line)
    told = capsys.readouterr()
    return ended.value.code, told.out + told.err


def test_every_text_of_the_grammar_has_its_korean_and_no_korean_is_left_over() -> None:
    written = {text for made in EVERY for text in texts(made)} - {"", argparse.SUPPRESS}
    assert written | OF_ARGPARSE == set(HELP)


def test_every_verb_has_its_function() -> None:
    verbs = {made.get_default("verb") for made in EVERY if made.get_default("verb") != "history"}
    assert verbs == {*PLACES, *SITTINGS}
    assert all(callable(run_of(verb)) for verb in verbs)


@pytest.mark.parametrize("line", LINES, ids=" ".join)
def test_help_is_all_korean_and_fits_the_screen(
    line: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    code, page = said([*line, "--lang", "ko", "--help"], capsys)
    assert code == 0
    assert page.startswith("사용법: quizapp")
    english = [text for text in HELP if len(text.split()) > 1]
    assert not [text for text in english if text in " ".join(page.split())]
    assert max(map(cell_width, page.splitlines())) <= 80
    _, page = said([*line, "--help"], capsys)
    assert page.isascii() or "…" in page


def test_usage_goes_on_below_where_it_began(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for language in ("en", "ko"):
        first, second, *_ = said(["calc", "--help", "--lang", language], capsys)[1].splitlines()
        assert cell_width(first.partition("[-h]")[0]) == len(second) - len(second.lstrip())


@pytest.mark.parametrize(
    "line",
    [
        ["--lang", "ko", "quiz", "--help"],
        ["quiz", "--lang=ko", "--help"],
        ["--help", "--lang", "ko_KR.UTF-8"],
        ["--lang", "en", "quiz", "--la", "ko", "--nonsense"],
        ["quiz", "--seed", "x", "--lang", "ko"],
    ],
)
def test_the_language_asked_for_anywhere_is_spoken(
    line: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUIZAPP_LANG", "en")
    assert "사용법" in said(line, capsys)[1]


def test_else_the_setting_the_environment_and_the_locale_choose_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    assert said(["--help"], capsys)[1].startswith("usage:")
    monkeypatch.setenv("LANG", "ko_KR.UTF-8")
    assert said(["--help"], capsys)[1].startswith("사용법:")
    monkeypatch.setenv("QUIZAPP_LANG", "en")
    assert said(["--help"], capsys)[1].startswith("usage:")
    paths.settings_file().parent.mkdir(parents=True)
    paths.settings_file().write_text('{"language": "ko"}', encoding="utf-8")
    assert said(["--help"], capsys)[1].startswith("사용법:")
    assert said(["--help", "--lang", "en"], capsys)[1].startswith("usage:")
    assert said(["--help", "--lang", "fr"], capsys)[1].startswith("사용법:")
    for broken in ("{", '{"language": 1}', "[]", '{"language": "fr"}'):
        paths.settings_file().write_text(broken, encoding="utf-8")
        assert said(["--help"], capsys)[1].startswith("usage:")


@pytest.mark.parametrize(
    ("line", "korean"),
    [
        (["calc"], "quizapp calc: 오류: 빠진 인자가 있습니다: network"),
        (["history"], "quizapp history: 오류: 빠진 인자가 있습니다: VERB"),
        (["quizz"], "quizapp: 오류: VERB: 쓸 수 없는 값입니다: 'quizz'"),
        (["generate", "a", "--level", "9"], "--level: 쓸 수 없는 값입니다: 9"),
        (["quiz", "--seed"], "--seed: 값을 하나 쓰십시오"),
        (["quiz", "--seed", "x"], "--seed: 정수 값이 아닙니다: 'x'"),
        (["quiz", "-n", "0"], "-n/--count: 1부터 100,000까지의 정수를 쓰십시오"),
        (["explain"], "빠진 인자가 있습니다: CODE"),
        (["where", "--nowhere"], "알 수 없는 인자입니다: --nowhere"),
        (["quiz", "--p"], "--p 옵션은 여러 가지로 읽힙니다: --profile, --plain"),
        (["stats", "--anonymous=1"], "--anonymous: 값을 받지 않는 옵션입니다: '1'"),
        (["calc", "vgg16", "--json", "--derive"], "--derive: --json 옵션과 함께 쓸 수 없습니다"),
    ],
)
def test_every_usage_error_is_said_in_korean_and_ends_with_two(
    line: list[str], korean: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, told = said([*line, "--lang", "ko"] if line[-1] != "--seed" else line, capsys)
    if line[-1] == "--seed":
        code, told = said(["--lang", "ko", *line], capsys)
    assert code == 2
    assert told.startswith("사용법: quizapp")
    assert korean in told
    assert "오류: 오류" not in told
    code, told = said(line, capsys)
    assert code == 2
    assert ": error: " in told


def test_an_unknown_language_is_refused_in_the_one_that_is_spoken_otherwise(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUIZAPP_LANG", "ko")
    assert main(["where", "--lang", "fr"]) == 2
    assert "'fr'에 맞는 언어가 없습니다" in capsys.readouterr().err


@pytest.mark.parametrize("line", [["--version"], ["--help"], ["quiz", "--help", "--lang", "ko"]])
def test_what_is_answered_at_once_loads_little(line: list[str]) -> None:
    program = (
        "import sys\nfrom quizapp.cli import main\n"
        f"try:\n    main({line!r})\nexcept SystemExit:\n    pass\n"
        "import json\nprint(json.dumps([*sys.modules]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    loaded = set(json.loads(done.stdout.splitlines()[-1]))
    assert loaded.isdisjoint(
        {"textual", "yaml", "pydantic", "dataclasses", "quizapp.words", "quizapp.settings"}
    )
    assert ("quizapp.cli.korean" in loaded) == ("ko" in line)
