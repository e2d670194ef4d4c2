"""Text measured in terminal cells: a Hangul syllable takes two, a combining mark none."""

import re
from bisect import bisect_right
from typing import Literal

# Most of what is printed consists of these: one cell each, and two for Hangul. Measuring it so
# spares a start the 30 ms of importing wcwidth's tables. `re` compiles these at first use.
_HANGUL = "ㄱ-ㅣ가-힣"
_SETTLED = f"[ -~¡-¬®-ÿ‐-‧‹›←-⇿∀-⋿①-⓿─-◼✓✗{_HANGUL}]*"
_WIDE = f"[{_HANGUL}]"
_CONTROLS = "[\x00-\x1f\x7f-\x9f]"


def cell_width(text: str) -> int:
    """The cells one line of `text` takes; control characters take none, as rich counts them."""
    if re.fullmatch(_SETTLED, text):
        return len(text) if text.isascii() else len(text) + len(re.findall(_WIDE, text))
    from wcwidth import wcswidth

    return wcswidth(re.sub(_CONTROLS, "", text))


def fit(text: str, width: int, align: Literal["left", "right"] = "left") -> str:
    """`text` in exactly `width` cells: padded with spaces, or cut with a ``…``."""
    if width < 1:
        return ""
    if cell_width(text) > width:
        ends = range(len(text) + 1)
        fitting = bisect_right(ends, width, key=lambda end: cell_width(text[:end] + "…"))
        text = text[: ends[fitting - 1]] + "…"
    padding = " " * (width - cell_width(text))
    return text + padding if align == "left" else padding + text
