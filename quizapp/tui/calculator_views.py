"""What stands beside the layers: their numbers, or the network drawn or written otherwise."""

from collections.abc import Sequence

from textual.content import Content

from quizapp.calc import Trace
from quizapp.drawing import (
    LineTable,
    comparison_table,
    diagram_lines,
    field_bars,
    keras_code,
    line_table,
    share_bars,
    torch_code,
)
from quizapp.drawing.line_tables import CHANGED
from quizapp.drawing.table import seen_text
from quizapp.tui.calculator_sheet import Sheet
from quizapp.tui.text import ODD, QUIET, STRONG, WRONG, plain, stacked
from quizapp.words import Language, fit, render, say

VIEWS = ("table", "sees", "shares", "diagram", "torch", "keras")
COMPARED = "compare"

Other = tuple[str, Trace]
"""A network to compare with, by a name."""


def head_line(sheet: Sheet, view: str, language: Language, width: int) -> Content:
    """The heads of the columns, or what is shown in place of the table."""
    if view == "table":
        return plain(_table(sheet, language, width).head, QUIET)
    return plain(say(f"calculator.view-{view}", language), QUIET)


def view_page(
    sheet: Sheet, view: str, other: Other | None, language: Language, width: int
) -> Content:
    """A view of what is typed."""
    if view == "table":
        return _table_page(sheet, language, width)
    lines = _drawn(sheet, view, other, language, width)
    if not lines:
        return plain(say("calculator.nothing", language), QUIET)
    return stacked(plain(line) for line in lines)


def pictures_page(sheet: Sheet, language: Language, width: int) -> Content:
    """The views that are drawn as bars, below each other."""
    parts = []
    for view in ("sees", "shares"):
        parts += [head_line(sheet, view, language, width)]
        parts += [view_page(sheet, view, None, language, width), plain("")]
    return stacked(parts)


def _drawn(
    sheet: Sheet, view: str, other: Other | None, language: Language, width: int
) -> Sequence[str]:
    walked = sheet.walked
    if view == COMPARED and other is not None:
        names = say("calculator.this", language), other[0]
        return comparison_table(names, (walked, other[1]), language)
    if not walked.rows:
        return ()
    if view == "sees":
        return field_bars(walked, width)
    if view == "shares":
        return share_bars(walked, width)
    if view == "diagram":
        return diagram_lines(walked.network, width)
    return torch_code(walked.network) if view == "torch" else keras_code(walked.network)


def _table(sheet: Sheet, language: Language, width: int) -> LineTable:
    true_rows = None if sheet.mistake is None else sheet.rows
    return line_table(
        sheet.line_count, sheet.written.lines, sheet.wrong_rows, language, width, true_rows
    )


def _table_page(sheet: Sheet, language: Language, width: int) -> Content:
    """The numbers line by line, and at the layer where it breaks the reason."""
    table = _table(sheet, language, width)
    lines = []
    for number, line in enumerate(table.lines):
        if sheet.fault is not None and number == sheet.fault.line:
            reason = sheet.fault.reason.in_language(language)
            lines.append(plain(fit(f"✗ {reason}", width), WRONG))
        else:
            lines.append(plain(line, STRONG if CHANGED in line else ""))
    return stacked(lines)


def total_line(sheet: Sheet, language: Language) -> Content:
    """What all layers come to, those up to the one at fault where there is one.

    With a mistake, the true number and what it becomes.
    """
    true, shown = sheet.walked, sheet.wrong
    whole = sheet.fault is None and len(shown.rows) == len(true.rows)

    def both(right: str, wrong: str) -> str:
        return right if right == wrong else f"{right} → {wrong}{CHANGED}"

    text = say(
        "calculator.total" if whole else "calculator.total-so-far",
        language,
        output=both(render(true.output_shape), render(shown.output_shape)),
        parameters=both(render(true.parameters), render(shown.parameters)),
        macs=both(render(true.macs), render(shown.macs)),
        field=both(seen_text(true.receptive_field), seen_text(shown.receptive_field)),
    )
    return plain(text, STRONG)


def remark(sheet: Sheet, language: Language) -> Content:
    """What is wrong in full, and which mistake the numbers have in them."""
    lines = []
    if sheet.fault is not None:
        lines.append(plain(f"✗ {sheet.fault.message.in_language(language)}", WRONG))
    if sheet.mistake is not None:
        way = sheet.mistake.way.in_language(language)
        lines.append(plain(say("calculator.gone-wrong", language, way=way), ODD))
    return stacked(lines)
