"""Fitted parameters beside what a learner has set."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from quizapp.settings import (
    Settings,
    fitted_parameters,
    forget_settings,
    load_settings,
    save_parameters,
    save_settings,
)
from quizapp.study.memory import DEFAULT_PARAMETERS


def test_parameters_are_kept_for_a_profile_and_nothing_else_changes(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    save_settings(path, "ana", replace(Settings(), new_per_day=3))
    assert fitted_parameters(path) == {}
    save_parameters(path, "ana", DEFAULT_PARAMETERS)
    assert fitted_parameters(path) == {"ana": DEFAULT_PARAMETERS}
    assert load_settings(path, "ana").settings.new_per_day == 3
    save_settings(path, "ana", replace(Settings(), new_per_day=4))
    assert fitted_parameters(path) == {"ana": DEFAULT_PARAMETERS}
    save_parameters(path, "ana", None)
    assert fitted_parameters(path) == {}
    assert load_settings(path, "ana").settings.new_per_day == 4


def test_they_go_with_their_person(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    save_parameters(path, "ana", DEFAULT_PARAMETERS)
    assert forget_settings(path, "ana")
    assert fitted_parameters(path) == {}


@pytest.mark.parametrize(
    "value",
    [
        None, 7, "x", [], [1.0] * 20, [*DEFAULT_PARAMETERS[:20], 0], [-1, *DEFAULT_PARAMETERS[1:]],
        [1e9, *DEFAULT_PARAMETERS[1:]], ["1", *DEFAULT_PARAMETERS[1:]],
        [float("nan"), *DEFAULT_PARAMETERS[1:]],
    ],
)  # fmt: skip
def test_what_are_no_parameters_leaves_the_defaults(tmp_path: Path, value: object) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"profiles": {"ana": {"parameters": value}}}))
    assert fitted_parameters(path) == {}


def test_no_file_and_a_broken_one_have_none(tmp_path: Path) -> None:
    assert fitted_parameters(tmp_path / "none.json") == {}
    broken = tmp_path / "settings.json"
    broken.write_text("{")
    assert fitted_parameters(broken) == {}
