"""The keys a command may be given, and how a key is written for people.

Digits, enter, space, the arrows, tab, escape and backspace are not among them: with these alone
everything can be done, whatever has been set. Nor are j and k, which move in lists, alt with a
letter, which fields take for the letter, and what fields and terminals keep for themselves.
"""

from collections.abc import Sequence

MOST_DIGITS = 9
"""Rows and commands that a digit can pick."""

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_JAMO = dict(zip(_LETTERS, "ㅁㅠㅊㅇㄷㄹㅎㅗㅑㅓㅏㅣㅡㅜㅐㅔㅂㄱㄴㅅㅕㅍㅈㅌㅛㅋ", strict=True))
"""What each key writes on the two-set Hangul keyboard."""

_LETTER_OF = {jamo: letter for letter, jamo in _JAMO.items()}
_SIGNS = {
    "comma": ",", "full_stop": ".", "slash": "/", "semicolon": ";", "colon": ":",
    "apostrophe": "'", "question_mark": "?", "exclamation_mark": "!", "plus": "+", "minus": "-",
    "equals_sign": "=", "asterisk": "*", "at": "@", "number_sign": "#",
    "left_square_bracket": "[", "right_square_bracket": "]", "less_than_sign": "<",
    "greater_than_sign": ">",
}  # fmt: skip
_FUNCTION_KEYS = {f"f{number}": f"F{number}" for number in (*range(1, 6), *range(8, 13))}

FREE = frozenset({
    *(letter for letter in _LETTERS if letter not in "jk"), *_SIGNS, *_FUNCTION_KEYS,
    *(f"ctrl+{letter}" for letter in "bglnoprt"),
})  # fmt: skip
"""By Textual's names."""

_SHOWN_AS = {
    **_SIGNS, **_FUNCTION_KEYS, "escape": "esc", "left": "←", "right": "→", "up": "↑", "down": "↓",
    "pageup": "page up", "pagedown": "page down",
}  # fmt: skip


def meant(key: str) -> str:
    """The key that was pressed, whether Hangul or capitals are switched on or not."""
    return _LETTER_OF.get(key, key.lower())


def pressed_as(key: str) -> tuple[str, ...]:
    """What arrives when a key is pressed: a letter, or its jamo."""
    return (key, _JAMO[key]) if key in _JAMO else (key,)


def shown_key(key: str) -> str:
    """The key as it is called."""
    return _SHOWN_AS.get(key, key)


def shown_keys(keys: Sequence[str]) -> tuple[str, ...]:
    """The keys as they are called; ``=`` beside ``+`` is a plus without shift."""
    return tuple(shown_key(key) for key in keys if key != "equals_sign" or "plus" not in keys)
