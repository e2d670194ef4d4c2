import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.words import is_forbidden, plain_text

INVISIBLE_LETTERS = "\u034f\u115f\u1160\u3164\uffa0"


def test_exactly_the_controls_and_the_invisible_are_forbidden() -> None:
    acting = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    for char in map(chr, range(sys.maxunicode + 1)):
        category = unicodedata.category(char)
        expected = (category in acting and char not in "\n\t") or char in INVISIBLE_LETTERS
        unassigned = category == "Cn"  # in this Python's Unicode, perhaps not in the next
        assert unassigned or is_forbidden(char) == expected, ascii(char)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("bell\x07 null\x00", "bell␇ null␀"),
        ("gone\x7f", "gone␡"),
        ("\x9b2J", "\ufffd2J"),
        ("a\u202eb\u2069c", "abc"),
        ("a\u200bb\ufeffc\u200dd", "abcd"),
        ("a\ud800b", "a\ufffdb"),
        ("a\u2028b", "a\ufffdb"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("⚠\ufe0f 편향 64×56×56 ✓", "⚠\ufe0f 편향 64×56×56 ✓"),
        ("overwritten\rx", "overwritten␍x"),
    ],
)
def test_text_from_outside_cannot_act_on_a_terminal(text: str, plain: str) -> None:
    assert plain_text(text) == plain


@given(st.text(st.characters(categories=["C", "Z", "L", "P"])))
def test_plain_text_holds_nothing_forbidden_and_can_be_written(text: str) -> None:
    plain = plain_text(text)
    assert not any(is_forbidden(char) for char in plain)
    assert plain_text(plain) == plain
    plain.encode("utf-8")
