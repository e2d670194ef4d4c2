"""Settings looked at and set on the command line."""

import json
from dataclasses import fields
from pathlib import Path

import pytest

from quizapp import paths
from quizapp.cli import main
from quizapp.cli.setting import ROWS
from quizapp.settings import THEMES, Settings, load_settings
from quizapp.tui import theme

# Kept as a table of its own, for which a value on a line is no room.
NOT_ON_A_LINE = {"keys"}


def held(profile: str = "default") -> Settings:
    return load_settings(paths.settings_file(), profile).settings


def test_everything_that_can_be_set_is_listed_with_its_value(
    capsys: pytest.CaptureFixture[str],
) -> None:
    listed = [row.field for row in ROWS.values()]
    assert listed == [each.name for each in fields(Settings) if each.name not in NOT_ON_A_LINE]
    assert main(["settings"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(ROWS)
    assert "retention        0.9      Remember when due" in lines
    assert main(["settings", "--lang", "ko"]) == 0
    assert "exam-date        없음    시험 날짜" in capsys.readouterr().out
    assert not paths.settings_file().exists()


@pytest.mark.parametrize(
    ("name", "typed", "field", "value"),
    [
        ("retention", "0.92", "desired_retention", 0.92),
        ("desired_retention", "85%", "desired_retention", 0.85),
        ("Exam-Retention", "97", "exam_retention", 0.97),
        ("new-per-day", "0", "new_per_day", 0),
        ("reviews-per-day", "1,000", "reviews_per_day", 1_000),
        ("language", "ko_KR.UTF-8", "language", "ko"),
        ("theme", "light", "theme", "light"),
        ("ascii", "켜기", "ascii", True),
        ("reduced-motion", "Yes", "reduced_motion", True),
    ],
)
def test_what_is_set_is_kept_and_shown(
    name: str, typed: str, field: str, value: object, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["settings", name, typed]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1
    assert getattr(held(), field) == value
    assert main(["settings", name, "default"]) == 0
    assert getattr(held(), field) == getattr(Settings(), field)


def test_an_exam_is_set_and_taken_away(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["settings", "exam-date", "2999-12-14"]) == 0
    assert main(["settings", "exam-date"]) == 0
    assert capsys.readouterr().out == "exam-date  2999-12-14  Exam on\n" * 2
    for word in ("none", "없음"):
        assert main(["settings", "exam-date", word]) == 0
        assert held().exam_date is None


def test_each_profile_has_its_own_and_the_language_is_everybodys() -> None:
    assert main(["settings", "retention", "0.8", "--profile", "ana"]) == 0
    assert main(["settings", "language", "ko", "--profile", "ana"]) == 0
    assert (held("ana").desired_retention, held("bo").desired_retention) == (0.8, 0.9)
    assert held("bo").language == "ko"


def test_the_json_of_settings_is_that_of_their_file(capsys: pytest.CaptureFixture[str]) -> None:
    main(["settings", "exam-date", "2999-12-14"])
    capsys.readouterr()
    assert main(["settings", "--json"]) == 0
    written = json.loads(capsys.readouterr().out)
    assert written["exam_date"] == "2999-12-14"
    assert list(written) == [row.field for row in ROWS.values()]
    assert main(["settings", "new-per-day", "5", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"new_per_day": 5}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["retnetion"], "did you mean retention?"),
        (["zzz", "1"], "there are: language, theme, ascii"),
        (["retention", "0.99"], "it takes a share from 0.7 to 0.97"),
        (["retention", "nan"], "it takes a share"),
        (["new-per-day", "1.5"], "it takes a whole number from 0 to 10,000"),
        (["exam-date", "2020-01-01"], "it takes a day to come such as 2026-12-14, or `none`"),
        (["exam-date", "tomorrow"], "exam-date cannot be tomorrow"),
        (["language", "fr"], "it takes `en` or `ko`"),
        (["theme", "blue"], "it takes one of safe-dark, safe-light, dark, light"),
        (["ascii", "perhaps"], "it takes `on` or `off`"),
    ],
)
def test_what_cannot_be_set_is_said_with_what_can(
    line: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["settings", *line]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert said in told.err
    assert main(["settings", *line, "--lang", "ko"]) == 2
    assert said not in capsys.readouterr().err
    assert held() == Settings()


def test_settings_that_cannot_be_written_are_not_said_to_be_set(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("QUIZAPP_HOME", str(tmp_path / "file"))
    assert main(["settings", "ascii", "on"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "nothing was set" in told.err
    assert "QUIZAPP_HOME" in told.err


def test_the_themes_are_those_of_the_screens() -> None:
    assert tuple(theme.THEMES) == THEMES
