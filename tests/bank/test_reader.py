"""From a file to a tree: positions, and what is refused before anything is built."""

import gc
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from quizapp.bank import Listing, Mapping, Node, Reading, Scalar, read
from quizapp.bank.file_text import is_refused
from quizapp.collector import collector_paused

ReadText = Callable[[str | bytes], Reading]


def places(reading: Reading) -> list[str]:
    return [f"{each.line}:{each.column} {each.code}" for each in reading.problems]


def entry(reading: Reading, *keys: str) -> Node:
    node = reading.node
    for key in keys:
        assert isinstance(node, Mapping)
        node = node.get(key)
    assert node is not None
    return node


# what is read


def test_every_node_knows_its_line_and_column(read_text: ReadText) -> None:
    reading = read_text("a: 1\nb:\n  - 'x'\n  - c: d\n")
    assert reading.problems == ()
    assert reading.node == Mapping(
        (
            (Scalar("a", False, 1, 1), Scalar("1", False, 1, 4)),
            (
                Scalar("b", False, 2, 1),
                Listing(
                    (
                        Scalar("x", True, 3, 5),
                        Mapping(((Scalar("c", False, 4, 5), Scalar("d", False, 4, 8)),), 4, 5),
                    ),
                    3,
                    3,
                ),
            ),
        ),
        1,
        1,
    )


@pytest.mark.usefixtures("either_scanner")
def test_columns_count_characters(read_text: ReadText) -> None:
    reading = read_text('제목: {en: "😀 합성곱", ko: 합성곱 층}\n')
    assert entry(reading, "제목", "en") == Scalar("😀 합성곱", True, 1, 10)
    assert entry(reading, "제목", "ko") == Scalar("합성곱 층", False, 1, 23)


@pytest.mark.parametrize(
    "written",
    ["no", "on", "3.10", "1:30", "007", "1_000", "1e3", "~", "null", "2024-01-02", "=", ""],
)
def test_scalars_are_read_as_written(read_text: ReadText, written: str) -> None:
    node = entry(read_text(f"a: {written}\n"), "a")
    assert isinstance(node, Scalar)
    assert (node.text, node.quoted) == (written, False)


@pytest.mark.parametrize("written", ["'3'", '"3"', "|-\n  3", ">-\n  3"])
def test_quotes_and_blocks_say_that_it_is_text(read_text: ReadText, written: str) -> None:
    assert entry(read_text(f"a: {written}\n"), "a") == Scalar("3", True, 1, 4)


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(read_text: ReadText) -> None:
    text = "a: |\n  x\n  y\nb: [1,\n 2]\n"
    other = read_text(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert other == read_text(text)
    assert other.problems == ()


def test_a_document_may_be_marked_as_one(read_text: ReadText) -> None:
    reading = read_text("%YAML 1.1\n---\na: 1\n...\n")
    assert reading.problems == ()
    assert entry(reading, "a") == Scalar("1", False, 3, 4)


PLAIN_DATA = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.text(st.characters(codec="utf-8").filter(lambda char: not is_refused(char))),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(
            st.text(st.characters(codec="utf-8").filter(lambda char: not is_refused(char))),
            inner,
            max_size=4,
        ),
    ),
    max_leaves=12,
)


def as_text(data: object) -> object:
    match data:
        case list():
            return [as_text(item) for item in data]
        case dict():
            return {key: as_text(value) for key, value in data.items()}
        case None:
            return "null"
        case bool():
            return str(data).lower()
        case _:
            return str(data)


def as_data(node: Node | None) -> object:
    match node:
        case Listing():
            return [as_data(item) for item in node.items]
        case Mapping():
            return {key.text: as_data(value) for key, value in node.entries}
        case Scalar():
            return node.text
        case None:
            return None


def read_bytes(content: bytes) -> Reading:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "bank.yaml"
        file.write_bytes(content)
        return read(file)


def scalars(node: Node | None) -> list[Scalar]:
    match node:
        case Listing():
            return [each for item in node.items for each in scalars(item)]
        case Mapping():
            return [each for key, value in node.entries for each in (key, *scalars(value))]
        case Scalar():
            return [node]
        case None:
            return []


@given(data=PLAIN_DATA, in_brackets=st.booleans(), as_characters=st.booleans())
def test_the_tree_of_dumped_data_is_that_data(
    data: object, *, in_brackets: bool, as_characters: bool
) -> None:
    dumped = yaml.safe_dump(
        data, default_flow_style=in_brackets, allow_unicode=as_characters, sort_keys=False
    )
    reading = read_bytes(dumped.encode())
    assert as_data(reading.node) == as_text(data)
    assert reading.problems == ()


@given(data=PLAIN_DATA, in_brackets=st.booleans())
def test_a_place_in_a_text_is_that_character_or_the_start(
    data: object, *, in_brackets: bool
) -> None:
    dumped = yaml.safe_dump(data, default_flow_style=in_brackets, allow_unicode=True)
    reading = read_bytes(dumped.encode())
    for scalar in scalars(reading.node):
        for offset, char in enumerate(scalar.text):
            line, column = scalar.place(offset, reading.lines)
            found = reading.lines[line - 1][column - 1 : column]
            assert (line, column) == (scalar.line, scalar.column) or char in {found, "\n"}


@given(st.text(st.sampled_from("ab: -\n#,[]{}\"'&*!|>%@`\\\t?<.가\x1b")))
def test_any_text_is_a_tree_or_an_error_inside_the_file(text: str) -> None:
    reading = read_bytes(text.encode())
    errors = [each for each in reading.problems if each.severity == "error"]
    assert reading.node is not None or errors
    for problem in reading.problems:
        assert 1 <= problem.line <= len(reading.lines)
        assert 1 <= problem.column <= len(reading.lines[problem.line - 1]) + 1
        assert "\x1b" not in problem.line_text("en") + problem.line_text("ko")


@pytest.mark.parametrize(
    ("text", "needle", "place"),
    [
        ("a: parameters(net)\n", "net", (1, 15)),
        ("a: 'parameters(net)'\n", "net", (1, 16)),
        ('a: "parameters(net)"\n', "net", (1, 16)),
        ('가: "파라미터 {net}"\n', "net", (1, 11)),
        ("a: |\n  first\n\n    second net\n", "net", (4, 12)),
        ("b:\n  a: |-  # why\n    first\n    net\n", "net", (4, 5)),
        ("a: >\n  first net\n", "net", (2, 9)),
        # not in the file as it reads: the start of the text
        ('a: "x\\ty net"\n', "net", (1, 4)),
        ("a: 'it''s net'\n", "net", (1, 4)),
        ("a: first\n  net\n", "net", (1, 4)),
        ("a: >\n  first\n  net\n", "net", (1, 4)),
    ],
)
def test_a_place_inside_a_text(
    read_text: ReadText, text: str, needle: str, place: tuple[int, int]
) -> None:
    reading = read_text(text)
    scalar = next(each for each in scalars(reading.node) if needle in each.text)
    assert scalar.place(scalar.text.index(needle), reading.lines) == place


# structure


@pytest.mark.usefixtures("either_scanner")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x 1\nb: *x\n", ["1:4 B007", "2:4 B007"]),
        ("a: &x [1]\n", ["1:4 B007"]),
        ("&x a: 1\n", ["1:1 B007"]),
        ("- &x [*x]\n", ["1:3 B007", "1:7 B007"]),
        ("a:\n  <<: *x\n  b: 1\n", ["2:3 B008"]),
        ("a: {<<: [*x, *y]}\n", ["1:5 B008", "1:10 B007", "1:14 B007"]),
        ("a: !!python/object:os.system x\n", ["1:4 B009"]),
        ("a: !!set {b: 1}\n", ["1:4 B009"]),
        ("!x a: 1\n", ["1:1 B009"]),
        ("a: 1\n---\nb: 2\n", ["2:1 B010"]),
        ("a: 1\n...\nb: 2\n", ["3:1 B010"]),
        ("a: 1\nb: 2\na: 3\n", ["3:1 B011"]),
        ("a: {b: 1, c: 2, b: 3, 'b': 4}\n", ["1:17 B011", "1:23 B011"]),
        ("? [a, b]\n: c\n", ["1:3 B014"]),
        ("? - a\n: c\n", ["1:3 B014"]),
        ("a: {[b]: c, {d: e}: f}\n", ["1:5 B014", "1:13 B014"]),
        ("a: {{n}: 1}\n", ["1:5 B014"]),
    ],
)
def test_what_banks_do_without_is_refused(
    read_text: ReadText, text: str, expected: list[str]
) -> None:
    assert places(read_text(text)) == expected


def test_a_duplicate_key_names_the_line_of_the_first(read_text: ReadText) -> None:
    reading = read_text("a: 1\nb: 2\na: 3\n")
    assert reading.problems[0].message.en == "duplicate key 'a'; the first is on line 1"
    assert entry(reading, "a") == Scalar("1", False, 1, 4)


def test_what_is_refused_leaves_the_rest_to_be_judged(read_text: ReadText) -> None:
    reading = read_text("<<: *x\na: &y 1\nb: *y\nb: 2\nc: !z 3\n")
    assert as_data(reading.node) == {"a": "1", "b": "*y", "c": "3"}


def test_of_two_documents_the_first_is_kept(read_text: ReadText) -> None:
    assert as_data(read_text("a: 1\n---\nb: 2\n").node) == {"a": "1"}


def test_a_quoted_merge_key_is_a_key(read_text: ReadText) -> None:
    assert read_text("'<<': 1\n").problems == ()


# the interpreter around it


@pytest.mark.parametrize("enabled", [True, False])
def test_the_collector_is_left_as_it_was_found(*, enabled: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        with collector_paused():
            assert not gc.isenabled()
        assert gc.isenabled() is enabled
    finally:
        (gc.enable if before else gc.disable)()


def test_importing_the_room_does_not_import_yaml() -> None:
    code = "import sys, quizapp.bank; print('yaml' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"
