"""The numbers of a network beside the lines of the text in which it is written."""

from collections.abc import Sequence
from typing import NamedTuple

from quizapp.calc import Row
from quizapp.drawing.table import seen_text
from quizapp.words import Language, cell_width, fit, render, say

_GAP = "  "
CHANGED = "*"
"""Stands behind a number that is another with the true rules."""

_COLUMNS = ("output", "parameters", "macs", "field")
_CHOICES: tuple[tuple[tuple[int, ...], bool], ...] = (
    ((0, 1, 2, 3), False), ((0, 1, 2, 3), True), ((0, 1, 3), True), ((0, 1), True), ((0,), True),
)  # fmt: skip
"""Which columns to show, and whether large numbers are rounded, the best first."""


class LineTable(NamedTuple):
    """The heads of the columns, and a line for each line of the text."""

    head: str
    lines: list[str]


def line_table(
    count: int,
    begins: Sequence[int],
    rows: Sequence[Row],
    language: Language,
    width: int,
    true_rows: Sequence[Row] | None = None,
) -> LineTable:
    """What leaves each line of a text of ``count`` lines, its counts, and what is seen by then.

    ``begins`` says on which line each row's layer begins. The layers of one line are added up; its
    shape and receptive field are those of the last of them. Where the width does not suffice large
    numbers are rounded (``118.0 M``), then columns are left out. With ``true_rows`` the numbers
    that differ from theirs are marked.
    """
    numbers = _by_line(begins, rows)
    true = numbers if true_rows is None else _by_line(begins, true_rows)
    for columns, rounded in _CHOICES:
        head = [say(f"cli.column-{_COLUMNS[column]}", language) for column in columns]
        cells = {
            line: [
                _cell(shown[column], true.get(line, shown)[column], rounded=rounded)
                for column in columns
            ]
            for line, shown in numbers.items()
        }
        widths = [
            max(cell_width(texts[place]) for texts in (head, *cells.values()))
            for place in range(len(columns))
        ]
        if sum(widths) + len(_GAP) * (len(widths) - 1) <= width:
            break
    return LineTable(
        _line(head, widths), [_line(cells.get(line, []), widths) for line in range(count)]
    )


_Numbers = tuple[object, int, int, str]


def _by_line(begins: Sequence[int], rows: Sequence[Row]) -> dict[int, _Numbers]:
    found: dict[int, _Numbers] = {}
    for line, row in zip(begins, rows, strict=False):
        _, parameters, macs, _ = found.get(line, (None, 0, 0, ""))
        found[line] = (
            row.output_shape,
            parameters + row.parameters,
            macs + row.macs,
            seen_text(row.receptive_field),
        )
    return found


def _cell(shown: object, true: object, *, rounded: bool) -> str:
    text = rounded_count(shown) if rounded and isinstance(shown, int) else render(shown)
    return text if shown == true else text + CHANGED


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return _GAP.join(
        fit(cell, width) if place == 0 else fit(cell, width, "right")
        for place, (cell, width) in enumerate(zip(cells, widths, strict=False))
    ).rstrip()


def rounded_count(count: int) -> str:
    """``118.0 M``, ``1.8 G``: a count of a million or more to a tenth, smaller ones as they are."""
    for unit, size in (("G", 10**9), ("M", 10**6)):
        if count >= size:
            tenths = (20 * count + size) // (2 * size)
            return f"{tenths // 10:,}.{tenths % 10} {unit}"
    return render(count)
