import json
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest

from quizapp.errors import SettingsError
from quizapp.settings import _READERS, Settings, forget_settings, load_settings, save_settings
from quizapp.words import sentence


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "settings.json"


def write(path: Path, written: object) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(written), encoding="utf-8")


CHANGED = Settings(
    language="ko",
    theme="night",
    ascii=True,
    reduced_motion=True,
    desired_retention=0.85,
    new_per_day=0,
    reviews_per_day=50,
    exam_date=date(2026, 12, 14),
    exam_retention=0.95,
    keys=(("hint", "z"), ("skip", "f9")),
)


def test_without_a_file_everything_is_as_by_default(path: Path) -> None:
    loaded = load_settings(path, "default")
    assert loaded.settings == Settings()
    assert loaded.notice is None
    assert not path.parent.exists()


def test_every_setting_has_a_reader() -> None:
    assert [*_READERS] == [field.name for field in fields(Settings)]


def test_what_is_saved_is_loaded(path: Path) -> None:
    save_settings(path, "ana", CHANGED)
    assert load_settings(path, "ana").settings == CHANGED
    assert path.stat().st_mode & 0o777 == 0o600
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


def test_language_and_looks_are_everybodys_and_the_schedule_is_each_ones_own(path: Path) -> None:
    save_settings(path, "ana", CHANGED)
    other = load_settings(path, "bo").settings
    assert (other.language, other.theme, other.ascii) == ("ko", "night", True)
    assert (other.desired_retention, other.exam_date) == (0.9, None)


def test_what_stands_outside_of_the_profiles_holds_for_who_has_not_set_it(path: Path) -> None:
    write(path, {"new_per_day": 3, "profiles": {"ana": {"new_per_day": 5}}})
    assert load_settings(path, "ana").settings.new_per_day == 5
    assert load_settings(path, "bo").settings.new_per_day == 3


def test_a_default_is_not_written_and_going_back_to_one_is(path: Path) -> None:
    save_settings(path, "ana", Settings())
    assert json.loads(path.read_text()) == {}
    save_settings(path, "ana", CHANGED)
    save_settings(path, "ana", Settings())
    assert load_settings(path, "ana").settings == Settings()
    write(path, {"new_per_day": 3})
    save_settings(path, "ana", Settings())
    assert load_settings(path, "ana").settings.new_per_day == 8


def test_keys_that_are_not_known_are_kept(path: Path) -> None:
    write(path, {"font": "x", "profiles": {"ana": {"hat": 1}, "bo": {"new_per_day": 2}}})
    save_settings(path, "ana", replace(Settings(), new_per_day=4))
    assert json.loads(path.read_text()) == {
        "font": "x",
        "profiles": {"ana": {"hat": 1, "new_per_day": 4}, "bo": {"new_per_day": 2}},
    }


@pytest.mark.parametrize("text", ["{", "[]", "7", "", "\x00", "{" * 50_000, '{"a": \xff}'])
def test_a_broken_file_is_kept_aside_and_said_once(path: Path, text: str) -> None:
    path.parent.mkdir()
    path.write_text(text, encoding="latin-1")
    loaded = load_settings(path, "ana")
    aside = path.with_name("settings.broken.json")
    assert loaded.settings == Settings()
    assert loaded.notice is not None
    assert loaded.notice.code == "settings-broken"
    assert str(aside) in str(loaded.notice)
    assert aside.read_text(encoding="latin-1") == text
    assert load_settings(path, "ana").notice is None


def test_a_second_broken_file_does_not_replace_the_first(path: Path) -> None:
    path.parent.mkdir()
    for text in ("one", "two", "three"):
        path.write_text(text)
        load_settings(path, "ana")
    aside = [path.with_name(f"settings.broken{n}.json") for n in ("", "-2", "-3")]
    assert [file.read_text() for file in aside] == ["one", "two", "three"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("desired_retention", 0.69),
        ("desired_retention", 0.98),
        ("desired_retention", "0.9"),
        ("desired_retention", True),
        ("new_per_day", -1),
        ("new_per_day", 8.5),
        ("new_per_day", True),
        ("reviews_per_day", 10**6),
        ("exam_date", "14 December"),
        ("exam_date", 5),
        ("exam_retention", None),
        ("ascii", 1),
        ("language", ["ko"]),
        ("theme", "x" * 101),
        ("keys", ["hint", "z"]),
        ("keys", {"hint": 5}),
        ("keys", {"hint": "x" * 101}),
        ("keys", {str(number): "z" for number in range(1001)}),
    ],
)
def test_a_value_that_cannot_be_is_named_and_the_others_hold(
    path: Path, name: str, value: object
) -> None:
    write(path, {"profiles": {"ana": {name: value}}, "reduced_motion": True})
    loaded = load_settings(path, "ana")
    assert getattr(loaded.settings, name) == getattr(Settings(), name)
    assert loaded.settings.reduced_motion
    assert loaded.notice is not None
    assert f"`{name}`" in str(loaded.notice)
    assert f"`{name}`" in sentence(loaded.notice, "ko")


def test_keys_are_each_ones_own_and_kept_whatever_command_they_name(path: Path) -> None:
    write(path, {"profiles": {"ana": {"keys": {"of-tomorrow": "z"}}}})
    loaded = load_settings(path, "ana")
    assert loaded.notice is None
    assert loaded.settings.keys == (("of-tomorrow", "z"),)
    save_settings(path, "ana", replace(loaded.settings, keys=(("of-tomorrow", "z"), ("hint", "y"))))
    assert json.loads(path.read_text()) == {
        "profiles": {"ana": {"keys": {"of-tomorrow": "z", "hint": "y"}}}
    }
    assert load_settings(path, "bo").settings.keys == ()


def test_a_file_that_cannot_be_read_or_written_is_said(path: Path, tmp_path: Path) -> None:
    path.mkdir(parents=True)
    notice = load_settings(path, "ana").notice
    assert notice is not None
    assert notice.code == "settings-unreachable"
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(SettingsError) as caught:
        save_settings(tmp_path / "file" / "settings.json", "ana", CHANGED)
    assert caught.value.code in ("settings-unwritable", "settings-unreachable")


def test_a_person_who_is_forgotten_has_set_nothing(path: Path) -> None:
    assert not forget_settings(path, "ana")
    save_settings(path, "ana", CHANGED)
    save_settings(path, "bo", CHANGED)
    assert forget_settings(path, "ana")
    assert "ana" not in path.read_text()
    assert load_settings(path, "bo").settings == CHANGED
