"""The same drawings in ASCII, sign for sign."""

from collections.abc import Iterable

_TWINS = {
    **dict.fromkeys("├┤┬┴┼┌┐└┘", "+"),
    **dict.fromkeys("█▉▊▋▌▍▎▏", "#"),
    "─": "-", "│": "|", "╵": "'", "▼": "v", "×": "x", "·": "*", "−": "-", "—": "-", "≠": "!",
    "←": "<", "→": ">", "…": "~", "░": ":", "▒": "o", "▓": "%",
    **dict(zip("▁▂▃▄▅▆▇", "_.,-=+*", strict=True)),
}  # fmt: skip
_TABLE = str.maketrans(_TWINS)


def ascii_twin(lines: Iterable[str]) -> list[str]:
    """Lines of a drawing with each sign in ASCII; what is as wide stays as wide."""
    return [line.translate(_TABLE) for line in lines]
