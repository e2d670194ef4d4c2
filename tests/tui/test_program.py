"""The program as it is run: at a terminal, from its command line."""

import json
import os
from pathlib import Path

import pytest

from quizapp.settings import load_settings
from tests.tui.at_terminal import AtTerminal

pytestmark = pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals of POSIX")


def test_what_is_set_is_there_the_next_time(tmp_path: Path) -> None:
    steps = [("▶".encode(), b","), (b"Settings", b"\r"), ("설정".encode(), b"q")]
    AtTerminal(["--lang", "en"], tmp_path).play(steps)
    assert load_settings(tmp_path / "settings.json", "default").settings.language == "ko"
    sent = AtTerminal([], tmp_path).play([("맛보기".encode(), b"q")])
    assert b"Try" not in sent


def test_a_sitting_is_opened_by_its_verb_and_marked_for_the_case_of_a_crash(
    tmp_path: Path,
) -> None:
    program = AtTerminal(["quiz", "parameters", "-n", "3", "--lang", "en"], tmp_path)
    program.play([(b"1 of 3", b"\x1b"), (b"Menu", b"9")])
    mark = json.loads((tmp_path / "sitting.json").read_text(encoding="utf-8"))
    assert (mark["verb"], mark["names"], mark["count"]) == ("quiz", ["parameters"], 3)
    AtTerminal(["--lang", "en"], tmp_path).play([(b"Go on: quiz, 0 of 3", b"q")])


def test_an_unknown_name_is_said_on_the_terminal_that_was_restored(tmp_path: Path) -> None:
    sent = AtTerminal(["study", "parametres", "--lang", "en"], tmp_path).play([])
    left = sent.rindex(b"\x1b[?1049l")
    assert b"did you mean" in sent[left:]
    assert b"Traceback" not in sent
