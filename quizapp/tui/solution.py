"""Worked solutions in columns; a slip's own lines beside the right ones."""

from collections.abc import Sequence

from textual.content import Content

from quizapp.generate import (
    ComparedLine,
    Line,
    Variant,
    abridged,
    compare,
    lines_of,
    wrong_lines,
)
from quizapp.study import Outcome
from quizapp.tui.text import QUIET, STRONG, plain, side_by_side, stacked
from quizapp.words import Language, cell_width, fit, say

_GAP = "   "
_HERE = "  ←"
_NO_STEP = "—"


def solution(lines: Sequence[Line], language: Language, width: int) -> Content:
    """The lines, what each is about on its left, or above it where the width does not suffice."""
    column = max((cell_width(line.label.in_language(language)) for line in lines), default=0)
    room = width - column - len(_GAP)
    fits = max((cell_width(line.arithmetic) for line in lines), default=0) <= room

    def written(line: Line | int) -> Content:
        if isinstance(line, int):
            return plain(say("verdicts.left-out", language, count=line), QUIET)
        label = line.label.in_language(language)
        if fits:
            return plain(f"{fit(label, column)}{_GAP}{line.arithmetic}")
        return plain(f"{label}\n{_GAP}{line.arithmetic}")

    return stacked(map(written, abridged(lines)))


def compared_solution(outcome: Outcome, language: Language, width: int) -> Content:
    """The right lines; where one known slip is behind the answer, its lines beside them."""
    verdict = outcome.verdict
    known = verdict.mistakes and verdict.diagnosis.catalogued and not verdict.diagnosis.ties
    slips = verdict.mistakes[0].split("+") if known else ()
    return worked(outcome.item.variant, slips, language, width)


def worked(variant: Variant, slips: Sequence[str], language: Language, width: int) -> Content:
    """The right lines of a variant; beside them those that these mistakes give, if any do."""
    right = lines_of(variant)
    if not slips:
        return solution(right, language, width)
    wrong = wrong_lines(variant, slips)
    compared = compare(wrong, right)
    parting = next((place for place, line in enumerate(compared) if line.parts), None)
    rows = [_row(line, language) for line in abridged(compared, parting)]
    heads = say("verdicts.that-way", language), say("verdicts.right-way", language)
    widths = [
        max(cell_width(text) for text in texts)
        for texts in (
            [row[0] for row in rows],
            [heads[0], *(row[1] for row in rows)],
            [heads[1], *(row[2] for row in rows)],
        )
    ]
    fits = sum(widths) + 2 * len(_GAP) + cell_width(_HERE) <= width
    return _in_columns(rows, heads, widths) if fits else _below_each_other(rows, heads)


_Row = tuple[str, str, str, bool]


def _row(line: ComparedLine | int, language: Language) -> _Row:
    if isinstance(line, int):
        return say("verdicts.left-out", language, count=line), "", "", False
    return line.label.in_language(language), _sum(line.wrong), _sum(line.right), line.parts


def _in_columns(rows: Sequence[_Row], heads: tuple[str, str], widths: Sequence[int]) -> Content:
    def cells(label: str, wrong: str, right: str) -> str:
        return _GAP.join([fit(label, widths[0]), fit(wrong, widths[1]), fit(right, widths[2])])

    lines = [plain(cells("", *heads), QUIET)]
    for label, wrong, right, parts in rows:
        line = cells(label, wrong, right)
        lines.append(plain(line + _HERE, STRONG) if parts else plain(line))
    return stacked(lines)


def _below_each_other(rows: Sequence[_Row], heads: tuple[str, str]) -> Content:
    column = max(map(cell_width, heads))
    lines = []
    for label, wrong, right, parts in rows:
        lines.append(plain(label + (_HERE if parts else ""), STRONG if parts else ""))
        for head, text in zip(heads, (wrong, right), strict=True):
            lines.append(
                side_by_side([plain(f"{_GAP}{fit(head, column)}{_GAP}", QUIET), plain(text)])
            )
    return stacked(lines)


def _sum(line: Line | None) -> str:
    return _NO_STEP if line is None else line.arithmetic
