import subprocess
import sys
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from quizapp.words import cell_width, fit


def between(first: str, last: str) -> list[str]:
    return [chr(code) for code in range(ord(first), ord(last) + 1)]


PRINTED = [
    *between("\x00", "\u02ff"),  # ASCII with its controls, Latin
    *between("Α", "ω"),
    *between("ᄀ", "ᇿ"),  # conjoining jamo
    *between("‐", "⁯"),  # punctuation, zero-width and bidi characters
    *between("₠", "⏿"),  # currency, letterlike, arrows, mathematics, technical
    *between("①", "➿"),  # enclosed, box drawing, blocks, shapes, dingbats
    *between("⠀", "⣿"),  # braille, for pictures
    *between("\u3000", "\u30ff"),
    *between("ㄱ", "ㆎ"),  # compatibility jamo
    *between("一", "鿋"),
    *between("가", "힣"),
    *between("！", "￦"),  # full-width forms
    *between("😀", "🙏"),
]


def test_every_character_printed_has_the_width_rich_gives_it() -> None:
    assert [char for char in PRINTED if cell_width(char) != cell_len(char)] == []


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("✓ 정답이에요", 12),
        ("64×56×56 → 3·3", 14),
        ("███▌··", 6),
        ("e\u0301", 1),
        ("\u1111\u1167\u11ab", 2),  # 편, decomposed
        ("⚠\ufe0f", 2),
        ("👍🏽!", 3),
        ("👩\u200d🔬", 2),
        ("🇰🇷", 2),
    ],
)
def test_a_line_has_the_width_rich_gives_it(text: str, cells: int) -> None:
    assert cell_width(text) == cells == cell_len(text)


# Joiners, and the tone marks of Middle Korean: of these rich and wcwidth judge differently.
TOGETHER = [char for char in PRINTED if char not in "\u200d\u302e\u302f"]


@given(st.text(st.sampled_from(TOGETHER)))
def test_a_line_of_printed_characters_has_the_width_rich_gives_it(text: str) -> None:
    assert cell_width(text) == cell_len(text)


@pytest.mark.parametrize(
    ("text", "width", "align", "fitted"),
    [
        ("bias", 6, "left", "bias  "),
        ("bias", 6, "right", "  bias"),
        ("편향", 5, "left", "편향 "),
        ("편향", 4, "left", "편향"),
        ("편향을 뺀 값", 5, "left", "편향…"),
        ("편향을 뺀 값", 4, "left", "편… "),
        ("편향을 뺀 값", 4, "right", " 편…"),
        ("bias", 1, "left", "…"),
        ("bias", 0, "left", ""),
        ("", 2, "left", "  "),
        ("e\u0301e\u0301e\u0301", 2, "left", "e\u0301…"),
    ],
)
def test_text_is_padded_or_cut_to_its_cells(
    text: str, width: int, align: Literal["left", "right"], fitted: str
) -> None:
    assert fit(text, width, align) == fitted


@given(st.text(), st.integers(0, 30))
def test_fitted_text_takes_exactly_its_width(text: str, width: int) -> None:
    assert cell_width(fit(text, width)) == width


def test_measuring_what_is_mostly_printed_loads_no_tables() -> None:
    program = (
        "import sys; from quizapp.words import fit; fit('✓ 64×56×56 → 편향 │', 12); "
        "sys.exit('wcwidth' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
