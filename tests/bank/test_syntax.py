"""What trips the authors of banks: each slip with its place, its code and the line to paste."""

from collections.abc import Callable

import pytest
import yaml

from quizapp.bank import Mapping, Reading, Scalar

ReadText = Callable[[str | bytes], Reading]

PASTED = [
    # text that starts with a placeholder or a shape
    ("prompt: {n} filters of {k}", "1:9 B021", 'prompt: "{n} filters of {k}"'),
    ("prompt: {n}", "1:9 B021", 'prompt: "{n}"'),
    ("prompt: {{n}} stays", "1:9 B021", 'prompt: "{{n}} stays"'),
    ("prompt: {n}: what is it?", "1:9 B021", 'prompt: "{n}: what is it?"'),
    ("prompt: [B, C] is which shape?", "1:9 B021", 'prompt: "[B, C] is which shape?"'),
    ("- [B, C] is which?", "1:3 B021", '- "[B, C] is which?"'),
    ("x: {en: {n} units, ko: b}", "1:9 B021", 'x: {en: "{n} units", ko: b}'),
    # text that starts with a character of YAML's own
    ("prompt: %d units", "1:9 B022", 'prompt: "%d units"'),
    ("- @home", "1:3 B022", '- "@home"'),
    ("prompt: `x` is", "1:9 B022", 'prompt: "`x` is"'),
    ("prompt: > 5 is", "1:9 B022", 'prompt: "> 5 is"'),
    ("prompt: |x| is", "1:9 B022", 'prompt: "|x| is"'),
    ("prompt: - is minus", "1:9 B022", 'prompt: "- is minus"'),
    ("prompt: ? is unknown", "1:9 B022", 'prompt: "? is unknown"'),
    ("prompt: , first", "1:9 B022", 'prompt: ", first"'),
    ("prompt: ] last", "1:9 B022", 'prompt: "] last"'),
    # anchors, aliases, tags, and text that only looks like them
    ("prompt: &amp; so", "1:9 B007", 'prompt: "&amp; so"'),
    ("prompt: &a so", "1:9 B007", 'prompt: "&a so"'),
    ("prompt: *bold* text", "1:9 B007", 'prompt: "*bold* text"'),
    ("prompt: *bold text", "1:9 B007", 'prompt: "*bold text"'),
    ("prompt: * is times", "1:9 B007", 'prompt: "* is times"'),
    ("prompt: !important", "1:9 B009", 'prompt: "!important"'),
    ("prompt: !a!b so", "1:9 B009", 'prompt: "!a!b so"'),
    # a colon inside
    ("prompt: Note: this", "1:13 B023", 'prompt: "Note: this"'),
    ('prompt: Note: "this"', "1:13 B023", "prompt: 'Note: \"this\"'"),
    ("prompt: Choose:", "1:15 B023", 'prompt: "Choose:"'),
    ("prompt: f[0]: this", "1:13 B023", 'prompt: "f[0]: this"'),
    ("prompt: Note: this  # why", "1:13 B023", 'prompt: "Note: this"  # why'),
    ("x: {text: a: b, c: d}", "1:12 B023", 'x: {text: "a: b", c: d}'),
    ("x: [a: b: c]", "1:9 B023", 'x: ["a: b: c"]'),
    # a comma or a bracket inside brackets
    (
        "- {text: Yes, it does, so, correct: true}",
        "1:15 B024",
        '- {text: "Yes, it does, so", correct: true}',
    ),
    (
        "- {layer: Conv2d(1, 2, 3), from: x}",
        "1:21 B024",
        '- {layer: "Conv2d(1, 2, 3)", from: x}',
    ),
    (
        "layers: [Conv2d(64, 64, (3, 5)), ReLU(), Linear(3, 4)]",
        "1:10 B024",
        'layers: ["Conv2d(64, 64, (3, 5))", ReLU(), "Linear(3, 4)"]',
    ),
    ("x: {en: shape [B, C]?, ko: b}", "1:15 B024", 'x: {en: "shape [B, C]?", ko: b}'),
    ("x: [pad([1, 1]), ReLU()]", "1:9 B024", 'x: ["pad([1, 1])", ReLU()]'),
    # a number sign inside
    ("prompt: How many # of them", "1:18 B025", 'prompt: "How many # of them"'),
    ("prompt: See #3", "1:13 B025", 'prompt: "See #3"'),
    # quotes around a part
    ('prompt: "A" or "B"?', "1:13 B033", 'prompt: \'"A" or "B"?\''),
    ("prompt: 'Don't do'", "1:14 B033", 'prompt: "Don\'t do"'),
    ('x: {en: "A" or B, ko: b}', "1:13 B033", "x: {en: '\"A\" or B', ko: b}"),
    ('prompt: "Note": this', "1:15 B033", "prompt: '\"Note\": this'"),
]

PLACED = [
    ("x: [Conv2d(64, 64, [3, 3])]", "1:26 B024"),
    ("x: {text: 'a', b}", "1:16 B024"),
    ("x: {b: 1, c}", "1:11 B024"),
    ("x: {b: , c}", "1:10 B024"),
    ("prompt: Some text\n  and a note: this\n", "2:13 B023"),
    ("prompt: #3 is", "1:9 B025"),
    ("prompt: How many # of\n  filters?\n", "1:18 B025"),
    ("a:\n\tb: 1\n", "2:1 B026"),
    ("a:\n  b: 1\n\tc: 2\n", "3:1 B026"),
    ("a:\n  - x\n\t- y\n", "3:1 B026"),
    ("a:\n \tb: 1\n", "2:2 B026"),
    ("\ta: 1\n", "1:1 B026"),
    ('a: "abc\nb: 1\n', "1:4 B027"),
    ("a: 'abc\nb: 1\n", "1:4 B027"),
    ('a: "abc\nb: "x"\nc: 1\n', "1:4 B027"),
    ('a: {en: "abc, ko: "가"}\n', "1:9 B027"),
    ('a: "x\n---\nb"\n', "1:4 B027"),
    ("a: [1, 2\nb: 1\n", "1:4 B028"),
    ("a: {x: 1\n", "1:4 B028"),
    ("a: {x: 1", "1:4 B028"),
    ("a: [1,\n", "1:4 B028"),
    ("- a: [1, 2\n  b: 1\n", "1:6 B028"),
    ("{", "1:1 B028"),
    ("- [1, [2, 3]\n- 4\n", "1:3 B028"),
    ("a: [1, 2}\nb: 1\n", "1:9 B028"),
    ("a: [1, 2]]\n", "1:10 B028"),
    ("a: [1, , 2]\n", "1:8 B029"),
    ('a: "\\d x"\n', "1:5 B030"),
    ('a: "\\\\ \\x4"\n', "1:8 B030"),
    ("a: 1\nb:2\nc: 3\n", "2:2 B031"),
    ("- id:x\n  kind: y\n", "1:5 B031"),
    ("a: {b:1, c: 2}\n", "1:6 B031"),
    ("a:\n    b: 1\n  c: 2\n", "3:3 B032"),
    ("a: 1\n  b: 2\n", "2:3 B032"),
    ("a:\n  - x\n - y\n", "3:2 B032"),
    ("a: 1\n- b\n", "2:1 B032"),
    ("- b\na: 1\n", "2:1 B032"),
    ("a:\n  p: |\n    x\n   y\n  q: 1\n", "4:4 B032"),
    ("a: 1\nfoo\nb: 2\n", "2:1 B034"),
    ("hello\nb: 1\n", "1:1 B034"),
    ('a: ["b" "c"]\n', "1:9 B035"),
    ("a: [[1, 2] [3, 4]]\n", "1:12 B035"),
    ('a: {text: "b" correct: true}\n', "1:15 B035"),
    ("a: [\n  {b: 1}\n  {b: 2}\n]\n", "3:3 B035"),
    ('a: [\n  "b"\n  "c"\n]\n', "3:3 B035"),
    ("a: {\n  b: 1\n  c: 2\n}\n", "3:3 B035"),
]


def places(reading: Reading) -> list[str]:
    return [f"{each.line}:{each.column} {each.code}" for each in reading.problems]


@pytest.mark.usefixtures("either_scanner")
@pytest.mark.parametrize(("line", "place", "pasted"), PASTED)
def test_a_slip_is_told_with_the_line_to_paste(
    read_text: ReadText, line: str, place: str, pasted: str
) -> None:
    reading = read_text(f"{line}\n")
    assert places(reading) == [place]
    message = reading.problems[0].message
    assert message.en.endswith(f": {pasted}")
    assert message.ko.endswith(f": {pasted}")


@pytest.mark.parametrize(("line", "pasted"), [(line, pasted) for line, _, pasted in PASTED])
def test_the_line_to_paste_is_read_without_complaint(
    read_text: ReadText, line: str, pasted: str
) -> None:
    assert read_text(line).problems
    reading = read_text(pasted)
    assert reading.problems == ()
    assert reading.node is not None


@pytest.mark.usefixtures("either_scanner")
@pytest.mark.parametrize(("text", "place"), PLACED)
def test_a_slip_is_told_at_its_place(read_text: ReadText, text: str, place: str) -> None:
    assert places(read_text(text)) == [place]


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="the pure scanner takes it for a key")
def test_a_key_in_brackets_whose_colon_lacks_its_space(read_text: ReadText) -> None:
    assert places(read_text("a: {b: 1, c:}\n")) == ["1:12 B031"]


@pytest.mark.usefixtures("either_scanner")
def test_a_syntax_error_ends_its_file_and_keeps_what_was_found_before(read_text: ReadText) -> None:
    reading = read_text("a: 1\na: 2\nb: {c: x, y}\nd: e: f\ng: 1\ng: 2\n")
    assert places(reading) == ["2:1 B011", "3:11 B024", "4:5 B023"]
    assert reading.node is None


@pytest.mark.parametrize(
    "text",
    [
        "where: a != b  # two spaces before a comment\n",
        "k: 3 # a word, then a comment\n",
        "vary: # what follows\n  k: 3\n",
        "vary:\n  # a line of its own\n  k: [1, 3] # odd ones\n",
        'prompt: "the # of filters"\n',
        "prompt: C# and F#\n",
        "code: |\n  x = 1 # one\n",
    ],
)
def test_a_comment_is_no_cut_text(read_text: ReadText, text: str) -> None:
    assert read_text(text).problems == ()


def test_a_maybe_cut_text_is_a_warning_and_the_tree_stands(read_text: ReadText) -> None:
    reading = read_text("prompt: How many # of filters\n")
    assert [each.severity for each in reading.problems] == ["warning"]
    assert isinstance(reading.node, Mapping)


def test_text_that_a_comment_broke_is_an_error(read_text: ReadText) -> None:
    reading = read_text("prompt: How many # of\n  filters\n")
    assert [each.severity for each in reading.problems] == ["error"]


def test_a_text_that_goes_on_below_is_not_pasted_by_halves(read_text: ReadText) -> None:
    reading = read_text("prompt: {n} filters\n  of size {k}\n")
    assert places(reading) == ["1:9 B021"]
    assert reading.problems[0].message.en == "text that starts with '{' needs quotes"


def test_a_line_too_long_for_a_message_is_not_pasted(read_text: ReadText) -> None:
    reading = read_text(f"prompt: {{n}} {'x' * 500}\n")
    assert reading.problems[0].message.en == "text that starts with '{' needs quotes"


def test_what_was_refused_stands_as_the_text_it_was_meant_to_be(read_text: ReadText) -> None:
    tree = read_text("prompt: {n}\nlayers: [Conv2d(3, 8, 3)]\nhint: *bold\n").node
    assert isinstance(tree, Mapping)
    assert tree.get("prompt") == Scalar("{n}", quoted=False, line=1, column=9)
    layers = tree.get("layers")
    assert layers is not None
    assert layers.items == (Scalar("Conv2d(3, 8, 3)", quoted=False, line=2, column=10),)  # type: ignore[union-attr]
    assert tree.get("hint") == Scalar("*bold", quoted=False, line=3, column=7)
