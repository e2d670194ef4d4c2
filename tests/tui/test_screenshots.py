"""The pictures of the README."""

import re
from pathlib import Path

from quizapp.words import LANGUAGES

TOP = Path(__file__).parents[2]
NAMES = ("home", "question", "verdict", "picture", "together", "preview")


def test_the_readme_shows_every_picture_there_is_and_no_other() -> None:
    shown = set(re.findall(r"\.screenshots/[\w.-]+\.svg", (TOP / "README.md").read_text("utf-8")))
    assert shown == {f".screenshots/{name}.{lang}.svg" for name in NAMES for lang in LANGUAGES}
    assert shown == {f".screenshots/{file.name}" for file in (TOP / ".screenshots").glob("*.svg")}


def test_pictures_tell_nothing_of_the_machine_they_were_made_on() -> None:
    for file in (TOP / ".screenshots").glob("*.svg"):
        text = file.read_text("utf-8")
        assert not re.search(r"/(home|Users|tmp|root|work)/", text.replace("&#160;", " "))
