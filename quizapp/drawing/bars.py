"""Bars: what one unit sees of each map, and the share that each layer has in the parameters."""

from collections.abc import Mapping

from quizapp.calc import Trace
from quizapp.calc.graph.sight import Sight, sight, widths
from quizapp.drawing.ascii import ascii_twin
from quizapp.drawing.progress import percentage
from quizapp.words import cell_width, fit, render

_GAP = "  "
_EIGHTHS = "▏▎▍▌▋▊▉█"


def field_bars(
    walked: Trace, width: int = 80, *, axis: int = -1, ascii_only: bool = False
) -> list[str]:
    """What one unit of the last map sees of the maps before it, from the input down to itself.

    A line for each map of which it sees more or less than of the one above, with a bar in the
    middle, as many cells long as places it sees, or in that measure where they do not fit, and the
    number: of the ``axis`` drawn, or of all where they differ. Empty where there are no maps.
    """
    shown = _changes(sight(walked))
    if not shown:
        return []
    calls = {row.name: row.layer for row in walked.rows}
    labels = [calls.get(name, name) for name in shown]
    numbers = [render(_number(widths(seen))) for seen in shown.values()]
    lengths = [widths(seen)[axis] for seen in shown.values()]
    left, middle, right = _columns(labels, numbers, width, max(lengths))
    lines = []
    for label, length, number in zip(labels, lengths, numbers, strict=True):
        cells = _cells(length, max(lengths), middle)
        bar = " " * ((middle - cells + 1) // 2) + "█" * cells
        lines.append(_line(fit(label, left), fit(bar, middle), fit(number, right, "right"), width))
    return ascii_twin(lines) if ascii_only else lines


def share_bars(walked: Trace, width: int = 80, *, ascii_only: bool = False) -> list[str]:
    """A line for each layer that learns: its bar, its parameters, and their share of all.

    The longest bar is that of the layer with most.
    """
    rows = [row for row in walked.rows if row.parameters]
    if not rows:
        return []
    most = max(row.parameters for row in rows)
    total = sum(row.parameters for row in rows)
    labels = [row.layer for row in rows]
    counts = [render(row.parameters) for row in rows]
    shares = [percentage(row.parameters, total) for row in rows]
    right = max(map(cell_width, counts))
    ends = [f"{fit(n, right, 'right')}{_GAP}{s:>7}" for n, s in zip(counts, shares, strict=True)]
    left, middle, right = _columns(labels, ends, width, width)
    lines = []
    for label, row, end in zip(labels, rows, ends, strict=True):
        bar = _fine_bar(row.parameters, most, middle)
        lines.append(_line(fit(label, left), fit(bar, middle), fit(end, right, "right"), width))
    return ascii_twin(lines) if ascii_only else lines


def _changes(seen: Mapping[str, Sight]) -> dict[str, Sight]:
    """Without the maps of which as much is seen as of the one before; the last stays."""
    shown: dict[str, Sight] = {}
    before: tuple[int, ...] = ()
    for name, stretches in seen.items():
        if widths(stretches) != before:
            shown[name] = stretches
        before = widths(stretches)
    return shown


def _number(numbers: tuple[int, ...]) -> int | tuple[int, ...]:
    return numbers[0] if len(set(numbers)) == 1 else numbers


def _columns(labels: list[str], ends: list[str], width: int, longest: int) -> tuple[int, int, int]:
    """Cells for labels, bars no longer than ``longest``, and numbers; the labels give way first."""
    right = min(max(map(cell_width, ends)), max(1, width - 2 * len(_GAP) - 2))
    room = max(2, width - right - 2 * len(_GAP))
    left = min(max(map(cell_width, labels)), max(1, room - min(longest, room // 3)))
    return left, max(1, min(longest, room - left)), right


def _line(label: str, bar: str, end: str, width: int) -> str:
    return fit(_GAP.join((label, bar, end)), width).rstrip()


def _cells(length: int, longest: int, middle: int) -> int:
    """How many cells a bar takes: one a place where the longest fits, and one at least."""
    if longest <= middle:
        return length
    return max(1, (2 * length * middle + longest) // (2 * longest))


def _fine_bar(part: int, most: int, cells: int) -> str:
    """A bar to an eighth of a cell, and an eighth at least."""
    eighths = max(1, 8 * cells * part // most)
    return "█" * (eighths // 8) + _EIGHTHS[eighths % 8 - 1] * (eighths % 8 > 0)
