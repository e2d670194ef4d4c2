"""Files that bring other readers down: each gets a verdict, at once and in little memory."""

from collections.abc import Callable

import pytest

from quizapp.bank import Reading
from quizapp.bank.syntax import MOST_LEVELS
from quizapp.bank.walk import MOST_NODES

ReadText = Callable[[str | bytes], Reading]


def places(reading: Reading) -> list[str]:
    return [f"{each.line}:{each.column} {each.code}" for each in reading.problems]


def nested(levels: int) -> str:
    return "[" * levels + "]" * levels


def test_twenty_four_levels_are_read_and_no_more(read_text: ReadText) -> None:
    assert places(read_text(nested(MOST_LEVELS))) == []
    too_deep = read_text(nested(MOST_LEVELS + 1))
    assert places(too_deep) == [f"1:{MOST_LEVELS + 1} B005"]
    assert too_deep.node is None


def test_four_hundred_thousand_values_are_read_and_no_more(read_text: ReadText) -> None:
    items = MOST_NODES - 1  # the list is one
    assert places(read_text("[" + "1," * items + "]")) == []
    too_many = read_text("[" + "1," * (items + 1) + "]")
    assert places(too_many) == [f"1:{2 * items + 2} B006"]
    assert too_many.node is None


MERGE_BOMB = "m0: &m0 {x: 1}\n" + "".join(
    f"m{level}: &m{level}\n  <<: [*m{level - 1}, *m{level - 1}]\n" for level in range(1, 25)
)
BILLION_LAUGHS = "a0: &a0 [x]\n" + "".join(
    f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]\n" for level in range(1, 31)
)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (MERGE_BOMB, {"B007", "B008"}),
        (BILLION_LAUGHS, {"B007", "B015"}),
        ("[" * 1_000_000, {"B005"}),
        ("{" * 1_000_000, {"B005"}),
        ("- " * 1_000_000, {"B005"}),
        ("? " * 1_000_000, {"B005"}),
        ("[a, " * 1_000_000, {"B005"}),
        ("".join(f"k{number}: 1\n" for number in range(210_000)), {"B006"}),
        ("k: 1\n" * 190_000, {"B011", "B015"}),
        ("[" + "*a, " * 390_000 + "]", {"B007", "B015"}),
        ("[" + "a(, " * 390_000 + "]", set()),
        ("{x: 1, " + "a, " * 190_000 + "}", {"B024"}),
        ("[" + "{x}, " * 120_000 + "]", {"B015", "B021"}),
        ("\u200b" * 1_000_000, {"B004"}),
        ('a: "' + "\\e" * 1_000_000 + '"', {"B004"}),
        ("\n" * 4_000_000, {"B013"}),
        ('"\n' * 1_000_000, {"B010"}),
        ("a: " * 1_000_000, {"B023"}),
        ("\t" * 1_000_000, {"B026"}),
        ("a" * 20_000_000, {"B002"}),
    ],
    ids=lambda value: None if isinstance(value, set) else f"{value[:8]!r}…",
)
def test_a_hostile_file_gets_a_verdict(read_text: ReadText, text: str, codes: set[str]) -> None:
    reading = read_text(text)
    assert {each.code for each in reading.problems} == codes
    assert len(reading.problems) <= 201
