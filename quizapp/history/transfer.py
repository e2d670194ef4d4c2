"""The log as JSON lines, out and in, and the log of another database: a union by uuid."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import BinaryIO, NoReturn

from quizapp.errors import HistoryError
from quizapp.history.connection import connect_to_other, reported
from quizapp.history.log import Added, History
from quizapp.history.rows import Note, Review, Row
from quizapp.history.stored import NOTES, REVIEWS, record_in
from quizapp.words import is_forbidden

LONGEST_LINE = 4 * 2**20

_OF_SQLITE = b"SQLite format 3\0"


def exported(history: History, profile: str | None = None) -> Iterator[str]:
    """A JSON object a row, the reviews taken back too; the rows alone decide their order.

    With ``profile`` that person's, and the sources of the questions they met.
    """
    for row in history.everything(profile):
        yield _line_of(row)


def bring_in(history: History, files: Iterable[Path]) -> Added:
    """Adds the rows of exports and of other databases, all of them or none.

    A file that begins as a database is read as one. Raises HistoryError, with the place, for the
    first row that is not one.
    """
    total = Added()
    with history.held():
        for path in files:
            if path.exists() and path.samefile(history.path):
                # Reading it as a file would drop the locks that are held on it.
                raise HistoryError(
                    "history-itself", "{path} is this very history; name another", path=path
                )
            total += history.append_all(rows_in(path))
    return total


def rows_in(path: Path) -> Iterator[Row]:
    """The rows of an export or of another database. Raises HistoryError with the place."""
    with reported(path):
        if not path.exists():
            raise HistoryError("history-nothing-there", "there is no file {path}", path=path)
        if not path.is_file():
            raise HistoryError("history-not-a-file", "{path} is not a file", path=path)
        with path.open("rb") as stream:
            database = stream.read(len(_OF_SQLITE)) == _OF_SQLITE
            stream.seek(0)
            if not database:
                yield from rows_of_lines(stream, str(path))
    if database:
        yield from rows_of_database(path)


def rows_of_lines(stream: BinaryIO, name: str) -> Iterator[Row]:
    """The rows of JSON lines; blank lines are passed over. Raises HistoryError with the line."""
    number = 0
    while line := stream.readline(LONGEST_LINE + 1):
        number += 1
        try:
            text = _decoded(line).removeprefix("\ufeff" if number == 1 else "")
            if text.strip():
                yield row_of_line(text)
        except HistoryError as fault:
            raise _refused(f"{name}:{number}", fault) from None


def rows_of_database(path: Path) -> Iterator[Row]:
    """The rows of another history, which is only read and may be of an older version."""
    with reported(path), closing(connect_to_other(path)) as connection:
        for statement, kind in ((REVIEWS, Review), (NOTES, Note)):
            try:
                found = connection.execute(statement)
            except sqlite3.OperationalError:
                raise HistoryError(
                    "history-foreign", "{path} is a database, and no history of quizapp", path=path
                ) from None
            for row in found:
                try:
                    yield kind.from_json(record_in(row))
                except HistoryError as fault:
                    raise _refused(f"{path}:{row['uuid']}", fault) from None


def _line_of(row: Row) -> str:
    line = json.dumps(row.as_json(), ensure_ascii=False, allow_nan=False)
    if any(map(is_forbidden, line)):
        # What was typed may hold what moves a terminal's cursor: here it is only ever written out.
        return json.dumps(row.as_json(), allow_nan=False).replace("\x7f", "\\u007f")
    return line


def _decoded(line: bytes) -> str:
    if len(line) > LONGEST_LINE:
        raise HistoryError(
            "line-long", "the line is longer than {longest} bytes", longest=LONGEST_LINE
        )
    try:
        return line.decode()
    except UnicodeDecodeError:
        raise HistoryError("line-encoding", "the line is not UTF-8") from None


def row_of_line(text: str) -> Row:
    """The row in a line of an export. Raises HistoryError."""
    try:
        record = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError):
        record = None
    if not isinstance(record, dict):
        raise HistoryError(
            "line-json", "the line is not a JSON object such as `quizapp history export` writes"
        )
    return Review.from_json(record) if record.get("type") == "review" else Note.from_json(record)


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


def _refused(place: str, fault: HistoryError) -> HistoryError:
    return HistoryError(
        "history-line", "{place}: {fault}; nothing was imported", place=place, fault=fault
    )
