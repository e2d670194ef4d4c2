"""What is refused before a file is parsed: what is no file, no UTF-8, no text to show."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from quizapp.bank import Mapping, Node, Reading, Scalar, read
from quizapp.bank.file_text import MOST_BYTES, in_quotes

ReadText = Callable[[str | bytes], Reading]


def places(reading: Reading) -> list[str]:
    return [f"{each.line}:{each.column} {each.code}" for each in reading.problems]


def value(reading: Reading, key: str) -> Node | None:
    assert isinstance(reading.node, Mapping)
    return reading.node.get(key)


def test_a_missing_file_is_a_problem_and_no_exception(tmp_path: Path) -> None:
    reading = read(tmp_path / "none.yaml")
    assert reading.node is None
    assert reading.problems[0].line_text("en") == (
        f"{tmp_path}/none.yaml:1:1: error[B001]: there is no such file"
    )


def test_the_file_is_named_as_it_was_given() -> None:
    assert read("./none.yaml").problems[0].file == "./none.yaml"


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert places(read(tmp_path)) == ["1:1 B001"]


def test_a_path_with_a_nul_is_refused() -> None:
    assert places(read("a\0b.yaml")) == ["1:1 B001"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_without_waiting_for_a_writer(tmp_path: Path) -> None:
    pipe = tmp_path / "bank.yaml"
    os.mkfifo(pipe)
    assert places(read(pipe)) == ["1:1 B001"]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no /dev/zero")
def test_an_endless_device_is_refused() -> None:
    assert places(read("/dev/zero")) == ["1:1 B001"]


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="this system has no such sockets")
def test_a_socket_is_refused(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening, pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path)  # the paths of sockets are short
        listening.bind("bank.yaml")
        assert places(read("bank.yaml")) == ["1:1 B001"]


@pytest.mark.parametrize(("size", "fits"), [(MOST_BYTES, True), (MOST_BYTES + 1, False)])
def test_four_mebibytes_are_read_and_no_more(read_text: ReadText, size: int, *, fits: bool) -> None:
    reading = read_text(b"a: " + b"x" * (size - 3))
    assert places(reading) == ([] if fits else ["1:1 B002"])


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("a: 1\n".encode("utf-16"), "1:1 B003"),
        ("a: 1\n".encode("utf-16-be"), "1:1 B004"),
        (b"a: 1\n: \xb0", "2:3 B003"),
        ("가: 나\n  다: ".encode() + b"\xb0\xa1\n", "2:6 B003"),
        (b"\xef\xbb\xbfa: \xff\n", "1:4 B003"),
        (b"a: \xed\xa0\x80\n", "1:4 B003"),  # a surrogate
    ],
)
def test_what_is_not_utf_8_is_refused_at_its_first_byte(
    read_text: ReadText, content: bytes, place: str
) -> None:
    assert places(read_text(content))[0] == place


def test_utf_16_is_told_what_to_do(read_text: ReadText) -> None:
    assert "save it as UTF-8" in read_text("a: 1\n".encode("utf-16")).problems[0].message.en


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n"])
def test_an_empty_file_is_told_of(read_text: ReadText, text: str) -> None:
    reading = read_text(text)
    assert places(reading) == ["1:1 B013"]
    assert reading.node is None


@pytest.mark.parametrize(
    "char",
    [*"\x00\x07\x08\x1b\x7f\x85\x9b\r", *"\u200b\u202e\u2066\u2028\ufeff\u3164\ufffe\U000e0041"],
)
def test_a_forbidden_character_is_refused_at_its_place(read_text: ReadText, char: str) -> None:
    reading = read_text(f"a: 1\n가: 나 {char}다\n")
    assert places(reading) == ["2:6 B004"]
    assert f"U+{ord(char):04X}" in reading.problems[0].message.en
    assert char not in reading.problems[0].line_text("en")
    assert value(reading, "가") == Scalar("나 \ufffd다", False, 2, 4)


def test_all_forbidden_characters_are_told_of_up_to_a_number(read_text: ReadText) -> None:
    assert places(read_text("a: \x1b\nb: \x1b\u202e\n")) == ["1:4 B004", "2:4 B004", "2:5 B004"]
    assert len(read_text("a: " + "\x1b" * 1000).problems) == 20


@pytest.mark.usefixtures("either_scanner")
@pytest.mark.parametrize(
    ("escape", "number"),
    [
        (r"\e", "U+001B"),
        (r"\a", "U+0007"),
        (r"\0", "U+0000"),
        (r"\r", "U+000D"),
        (r"\N", "U+0085"),
        (r"\L", "U+2028"),
        (r"\x9b", "U+009B"),
        (r"\u202e", "U+202E"),
        (r"\U000e0041", "U+E0041"),
        (r"\ud800", "U+D800"),
    ],
)
def test_an_escape_may_not_make_a_forbidden_character(
    read_text: ReadText, escape: str, number: str
) -> None:
    reading = read_text(f'a: 1\n가: "나 \\\\ {escape}"\n')
    assert places(reading) == ["2:10 B004"]
    assert escape in reading.problems[0].message.en
    assert number in reading.problems[0].message.en


@pytest.mark.usefixtures("either_scanner")
def test_a_forbidden_escape_is_found_in_a_later_line_of_its_text(read_text: ReadText) -> None:
    assert places(read_text('a: "b\n\n  c \\e d"\n')) == ["3:5 B004"]


def test_an_escape_beyond_unicode_is_no_traceback(read_text: ReadText) -> None:
    assert places(read_text('a: "\\U00110000"\n')) == ["1:5 B030"]


def test_an_escape_beyond_unicode_is_no_traceback_without_libyaml(
    read_text: ReadText, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    reading = read_text('a: "\\U00110000"\n')
    assert [each.code for each in reading.problems] == ["B030"]
    assert reading.problems[0].line == 1


@pytest.mark.usefixtures("either_scanner")
def test_harmless_escapes_are_text(read_text: ReadText) -> None:
    reading = read_text('a: "\\t\\n\\"\\u00d7\\U0001F600"\n')
    assert reading.problems == ()
    assert value(reading, "a") == Scalar('\t\n"×😀', True, 1, 4)


@pytest.mark.parametrize(
    ("text", "quoted", "meaning"),
    [
        ("a: b", '"a: b"', "a: b"),
        ("it's", '"it\'s"', "it's"),
        ('say "a"', "'say \"a\"'", 'say "a"'),
        ('it\'s "a"', "'it''s \"a\"'", 'it\'s "a"'),
        (r"a\b", r"'a\b'", r"a\b"),
        ("'Don't'", '"Don\'t"', "Don't"),
        ("'", '"\'"', "'"),
        ("", '""', ""),
    ],
)
def test_text_in_quotes_is_that_text_to_yaml(text: str, quoted: str, meaning: str) -> None:
    assert in_quotes(text) == quoted
    assert yaml.safe_load(quoted) == meaning
