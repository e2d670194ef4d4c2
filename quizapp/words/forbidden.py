"""Characters that never reach a terminal: they move its cursor, reorder its text or hide in it."""

import re

# Unicode's Cc (but newline and tab), Cf, Cs, Zl and Zp: controls, bidi, zero-width and tag
# characters, surrogates, line separators. Then the letters and marks that print as nothing.
# Written out, for going through the categories of all characters takes 100 ms.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"
    "\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f"
    "\ud800-\udfff"
    "\u034f\u115f\u1160\u3164\uffa0]"
)
_PICTURE_OF_DELETE = "\u2421"
_REPLACEMENT = "\ufffd"


def is_forbidden(char: str) -> bool:
    """Whether this one character is refused in a bank and kept from the terminal."""
    return _FORBIDDEN.fullmatch(char) is not None


def plain_text(text: str) -> str:
    """`text` with no forbidden character: a control is shown by its picture (``␛``).

    What has no picture but acts or breaks lines (C1, surrogates, line separators) becomes
    ``\ufffd``; what is invisible (bidi, zero-width) goes.
    """
    return _FORBIDDEN.sub(_shown, text)


def _shown(match: re.Match[str]) -> str:
    char = match[0]
    if char < " ":
        return chr(0x2400 + ord(char))
    if char == "\x7f":
        return _PICTURE_OF_DELETE
    return _REPLACEMENT if re.match("[\x80-\x9f\u2028\u2029\ud800-\udfff]", char) else ""
