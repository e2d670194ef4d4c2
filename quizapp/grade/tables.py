"""A table of layers judged cell by cell: an error is charged once, where it was made.

A cell is right where it holds the truth, and follows through where it is one step from the cells
that the learner filled in before it.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from quizapp.bank import Column
from quizapp.calc import TRUE, Row
from quizapp.errors import NetworkError
from quizapp.generate import TableAsked, Variant, cell_of, cell_text
from quizapp.grade.reading import Answer, folded, read_number, read_shape
from quizapp.grade.verdict import Part, Verdict
from quizapp.words import Text, phrase

MOST_CHARACTERS = 4_000
EMPTY = ("-", "?", "_")
"""What may stand in a cell that is left open."""

Cells = Mapping[Column, Any]


def judge_table(variant: Variant, asked: TableAsked, submission: str) -> Verdict:
    """Row by row, cells apart by blanks, rows by line ends or semicolons.

    Rows that are given may be typed or left out; they count for nothing.
    """
    rows = read_table(asked, submission)
    if isinstance(rows, Text):
        return Verdict("unreadable", "", asked.shown, rows)
    parts = tuple(_parts(variant, asked, rows))[asked.given * len(asked.columns) :]
    shown = [" ".join(cell_text(row[column]) for column in asked.columns) for row in rows]
    read_as = "; ".join(shown)
    if all(part.correct for part in parts):
        return Verdict("correct", read_as, asked.shown, Text(), parts=parts)
    own = sum(not part.correct and not part.follow_through for part in parts)
    followed = sum(part.follow_through for part in parts)
    said = "table-followed" if followed else "table-own"
    feedback = phrase(f"verdicts.{said}", own=own, followed=followed, count=len(parts))
    return Verdict("wrong", read_as, asked.shown, feedback, parts=parts)


def read_table(asked: TableAsked, submission: str) -> list[Cells] | Text:
    """The cells as typed, by row and column; else what is wanted."""
    if len(submission) > MOST_CHARACTERS:
        return phrase("verdicts.unreadable-long", most=MOST_CHARACTERS)
    lines = [line for line in submission.replace(";", "\n").splitlines() if line.strip()]
    if len(lines) == len(asked.rows):
        lines = lines[asked.given :]
    if len(lines) != len(asked.rows) - asked.given:
        wanted = len(asked.rows) - asked.given
        figures = {"rows": wanted, "given": len(lines), "example": _example(asked)}
        return phrase("verdicts.unreadable-rows", **figures)
    rows = [given_row(asked, number) for number in range(asked.given)]
    for number, line in enumerate(lines, asked.given + 1):
        row = read_row(asked.columns, line)
        if row is None:
            return unread_row(asked, number)
        rows.append(row)
    return rows


def given_row(asked: TableAsked, place: int) -> Cells:
    """The cells of a row that is filled in already."""
    return {column: cell_of(asked.rows[place], column) for column in asked.columns}


def unread_row(asked: TableAsked, number: int) -> Text:
    """Why a row cannot be read, and how one looks."""
    return phrase("verdicts.unreadable-row", number=number, example=_example(asked))


def read_row(columns: Sequence[Column], line: str) -> Cells | None:
    """One row's cells; None where they are not what the columns ask for."""
    words = folded(line).replace(", ", " ").split()
    if len(words) != len(columns):
        return None
    cells: dict[Column, Any] = {}
    for column, word in zip(columns, words, strict=True):
        if word in EMPTY:
            cells[column] = None
            continue
        read = read_shape(word) if column == "shape" else read_number(word)
        if not isinstance(read, Answer) and column == "rf":
            read = read_shape(word)
        if not isinstance(read, Answer):
            return None
        cells[column] = read.value
    return cells


def _parts(variant: Variant, asked: TableAsked, rows: Sequence[Cells]) -> Iterator[Part]:
    names = [row.name for row in asked.rows]
    inputs = variant.drawn.networks["network"].inputs
    for row, cells in zip(asked.rows, rows, strict=True):
        own = {name: rows[names.index(name)] for name in row.inputs if name in names}
        arriving = [
            own[name].get("shape")
            if name in own and "shape" in asked.columns
            else _shape(asked, name, inputs)
            for name in row.inputs
        ]
        stepped = _stepped(row, arriving)
        for column in asked.columns:
            truth, given = cell_of(row, column), cells[column]
            follows = given is not None and given == _from_own(row, column, own, stepped, asked)
            yield Part(
                f"{row.name}.{column}",
                cell_text(given),
                given == truth,
                given != truth and follows,
                cell_text(truth),
            )


def _shape(asked: TableAsked, name: str, inputs: Mapping[str, tuple[int, ...]]) -> Any:
    if name in inputs:
        return inputs[name]
    return next(row.output_shape for row in asked.rows if row.name == name)


def _stepped(row: Row, arriving: Sequence[Any]) -> tuple[Any, int, int] | None:
    """Shape, parameters and MACs of the layer on what the learner says arrives."""
    if any(shape is None for shape in arriving):
        return None
    layer = row.operation
    shape: Any = tuple(arriving) if layer.joins else arriving[0]
    try:
        resolved = layer.resolved(shape)
        output = resolved.output_shape(shape, TRUE)
        parameters = resolved.parameters(shape, output, TRUE)
        return output, parameters, resolved.macs(shape, output, TRUE)
    except NetworkError:
        return None


def _from_own(
    row: Row,
    column: Column,
    own: Mapping[str, Cells],
    stepped: tuple[Any, int, int] | None,
    asked: TableAsked,
) -> Any:
    """What the cell would be, one step from the learner's own; None where that cannot be said."""
    if column == "rf":
        return _field_from_own(row, own, asked)
    if stepped is None:
        return None
    return dict(zip(("shape", "parameters", "macs"), stepped, strict=True))[column]


def _field_from_own(row: Row, own: Mapping[str, Cells], asked: TableAsked) -> Any:
    """The layer's share of the field on top of what was said to be seen before it."""
    if len(own) != 1 or len(row.inputs) != 1:
        return None
    before = next(iter(own.values())).get("rf")
    source = next(each for each in asked.rows if each.name == row.inputs[0])
    truth_before, truth = cell_of(source, "rf"), cell_of(row, "rf")
    if not all(isinstance(value, int) for value in (before, truth_before, truth)):
        return None
    return before + truth - truth_before


def _example(asked: TableAsked) -> str:
    samples = {"shape": "64x28x28", "parameters": "73728", "macs": "57802752", "rf": "5"}
    return " ".join(samples[column] for column in asked.columns)
