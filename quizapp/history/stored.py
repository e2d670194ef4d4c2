"""Rows as SQLite holds them, in and out."""

import json
import sqlite3
from datetime import UTC, date, datetime, timedelta
from typing import Any

from quizapp.errors import HistoryError
from quizapp.history.derived import CardRow, DayRow, SlipRow
from quizapp.history.rows import Note, Review

_ADD_REVIEW = """
    INSERT INTO reviews (
        uuid, profile, bank, question, revision, level, variables, shown, seed, generator,
        submission, read_as, verdict, mistakes, hints, ms, rating, sitting, shown_at, answered_at,
        offset_minutes
    )
    VALUES (
        :uuid, :profile, :bank, :question, :revision, :level, :variables, :shown, :seed, :generator,
        :submission, :read_as, :verdict, :mistakes, :hints, :ms, :rating, :sitting, :shown_at,
        :answered_at, :offset_minutes
    )
    ON CONFLICT (uuid) DO NOTHING
"""
_ADD_NOTE = """
    INSERT INTO notes (uuid, type, of, profile, at, offset_minutes, body)
    VALUES (:uuid, :type, :of, :profile, :at, :offset_minutes, :body)
    ON CONFLICT (uuid) DO NOTHING
"""

REVIEWS = """
    SELECT uuid, profile, bank, question, revision, level, variables, shown, seed, generator,
        submission, read_as, verdict, mistakes, hints, ms, rating, sitting, shown_at, answered_at,
        offset_minutes
    FROM reviews
"""
NOTES = "SELECT uuid, type, of, profile, at, offset_minutes, body FROM notes"

_IN_JSON = ("variables", "shown", "mistakes", "body")
_JSON = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def insert(connection: sqlite3.Connection, row: Review | Note) -> bool:
    """Adds a row to the log; whether its uuid was new."""
    statement = _ADD_REVIEW if isinstance(row, Review) else _ADD_NOTE
    return connection.execute(statement, columns_of(row)).rowcount == 1


def columns_of(row: Review | Note) -> dict[str, object]:
    """A row of the log by its columns."""
    columns = row.as_json()
    for name in _IN_JSON:
        if name in columns:
            columns[name] = as_json(columns[name])
    if isinstance(row, Review):
        columns["seed"] = str(row.seed)
    # Half a surrogate pair, which a terminal can deliver, has no UTF-8: it is kept as "?".
    for name, value in columns.items():
        if isinstance(value, str) and not value.isascii():
            columns[name] = value.encode(errors="replace").decode()
    return columns


def record_in(row: sqlite3.Row) -> dict[str, object]:
    """The JSON form of a row of either table, nothing about it taken for granted.

    Raises HistoryError where a column does not hold what is written there.
    """
    record: dict[str, object] = dict(row)
    try:
        for name in _IN_JSON:
            if name in record:
                record[name] = json.loads(str(record[name]))
        if "seed" in record:
            record["seed"] = int(str(record["seed"]))
    except (ValueError, RecursionError):
        raise HistoryError("row-json", "what is stored there is not JSON") from None
    return record


def review_in(row: sqlite3.Row) -> Review:
    """The review that a row of ``reviews`` holds; sqlite3.DatabaseError for a damaged one."""
    columns: dict[str, Any] = dict(row)
    try:
        columns["variables"] = json.loads(columns["variables"])
        columns["shown"] = json.loads(columns["shown"])
        columns["mistakes"] = tuple(json.loads(columns["mistakes"]))
        columns["seed"] = int(columns["seed"])
        columns["shown_at"] = datetime.fromisoformat(columns["shown_at"])
        columns["answered_at"] = datetime.fromisoformat(columns["answered_at"])
        return Review(**columns)
    except (ValueError, TypeError) as fault:
        raise _damage(fault) from fault


def note_in(row: sqlite3.Row) -> Note:
    """The note that a row of ``notes`` holds; sqlite3.DatabaseError for a damaged one."""
    columns: dict[str, Any] = dict(row)
    try:
        columns["at"] = datetime.fromisoformat(columns["at"])
        columns["body"] = json.loads(columns["body"])
        return Note(**columns)
    except (ValueError, TypeError) as fault:
        raise _damage(fault) from fault


def _damage(fault: Exception) -> sqlite3.DatabaseError:
    found = sqlite3.DatabaseError(f"a row cannot be read: {fault}")
    found.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    return found


def card_columns(card: CardRow) -> tuple[object, ...]:
    """A card by its columns, in the order of the table."""
    due = None if card.due is None else microseconds(card.due)
    return (
        card.profile, card.bank, card.question, card.topic, due, int(card.ready),
        int(card.retired), as_json(dict(card.state)),
    )  # fmt: skip


def card_in(row: sqlite3.Row) -> CardRow:
    """The card that a row of ``cards`` holds."""
    profile, bank, question, topic, due, ready, retired, state = row
    return CardRow(
        profile,
        bank,
        question,
        topic,
        None if due is None else _EPOCH + due * _MICROSECOND,
        bool(ready),
        bool(retired),
        json.loads(state),
    )


def day_columns(row: DayRow) -> tuple[object, ...]:
    """A day by its columns, in the order of the table."""
    return (
        row.profile, row.day.isoformat(), row.topic, row.answers, row.right, row.ms, row.rated,
        row.recalled, row.predicted, row.first,
    )  # fmt: skip


def day_in(row: sqlite3.Row) -> DayRow:
    """The day that a row of ``days`` holds."""
    profile, day, *rest = row
    return DayRow(profile, date.fromisoformat(day), *rest)


def slip_columns(row: SlipRow) -> tuple[object, ...]:
    """A slip by its columns, in the order of the table."""
    return (row.profile, row.day.isoformat(), row.topic, row.mistake, row.count)


def slip_in(row: sqlite3.Row) -> SlipRow:
    """The slip that a row of ``slips`` holds."""
    profile, day, *rest = row
    return SlipRow(profile, date.fromisoformat(day), *rest)


def microseconds(moment: datetime) -> int:
    """Since 1970, exactly."""
    return (moment - _EPOCH) // _MICROSECOND


def as_json(value: object) -> str:
    """JSON that keeps Hangul readable and holds finite numbers only."""
    return _JSON.encode(value)
