"""The log itself: opened, appended to, read."""

import json
import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Self

from quizapp.history.connection import reported, transaction
from quizapp.history.opening import Opened, open_database
from quizapp.history.rows import Note, NoteType, Review

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

# Ties are broken by the rows themselves: the order is that of the set, not of arrival.
_REVIEWS = ("SELECT * FROM reviews", "ORDER BY answered_at, shown_at, uuid")
_NOTES = ("SELECT * FROM notes", "ORDER BY at, uuid")
_CONDITIONS = {
    "profile": "profile = :profile",
    "bank": "bank = :bank",
    "question": "question = :question",
    "type": "type = :type",
    "of": "of = :of",
}
_STANDS = "NOT EXISTS (SELECT 1 FROM notes WHERE notes.of = reviews.uuid AND notes.type = 'undo')"

_IN_JSON = ("variables", "shown", "mistakes", "body")


class History:
    """An append-only log in one file, which other processes may read and append to meanwhile.

    Threads may share it: they take turns.
    """

    def __init__(self, path: Path, opened: Opened) -> None:
        self.path = path
        self.read_only = opened.read_only
        self.notice = opened.notice
        """What the learner has to be told once: that the file is a newer program's, or that it was
        damaged and where it lies now."""
        self._connection = opened.connection
        self._lock = threading.Lock()

    @classmethod
    def open(cls, path: Path, clock: Callable[[], datetime]) -> Self:
        """The history at ``path``; the file and its folder are made where there are none.

        A damaged file is moved aside under a name with ``clock``'s time and a new one begun; one
        of a newer program is opened for reading only. Both are said in ``notice``. Raises
        HistoryError where neither is possible.
        """
        return cls(path, open_database(path, clock))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the use of the file; closing twice is fine."""
        with self._lock:
            self._connection.close()

    def append(self, row: Review | Note) -> None:
        """Commits the row: once this returns, it outlasts a kill and a power cut.

        A row whose uuid is there already changes nothing. Raises HistoryError where the row could
        not be committed, and may wait for the busy timeout before that.
        """
        if self.read_only and self.notice:
            raise self.notice
        statement = _ADD_REVIEW if isinstance(row, Review) else _ADD_NOTE
        with self._lock, reported(self.path), transaction(self._connection):
            self._connection.execute(statement, _columns(row))

    def reviews(
        self,
        profile: str | None = None,
        bank: str | None = None,
        question: str | None = None,
        *,
        undone: bool = False,
    ) -> Iterator[Review]:
        """Reviews in the order in which they were answered; with ``undone``, those taken back too.

        They are those of the moment of the call. Raises HistoryError at the call.
        """
        rows = self._rows(
            _REVIEWS,
            {"profile": profile, "bank": bank, "question": question},
            () if undone else (_STANDS,),
        )
        return (Review.from_json(_record(row)) for row in rows)

    def notes(
        self,
        profile: str | None = None,
        of: str | None = None,
        type: NoteType | None = None,  # noqa: A002 -- the name of the field
    ) -> Iterator[Note]:
        """Notes in the order of their times, those of the moment of the call.

        Raises HistoryError at the call.
        """
        rows = self._rows(_NOTES, {"profile": profile, "of": of, "type": type})
        return (Note.from_json(_record(row)) for row in rows)

    def _rows(
        self,
        query: tuple[str, str],
        wanted: Mapping[str, str | None],
        conditions: tuple[str, ...] = (),
    ) -> list[sqlite3.Row]:
        # All at once: a statement left open would hold the snapshot on which it began, and the next
        # append of this connection would be refused for it.
        values = {column: value for column, value in wanted.items() if value is not None}
        select, order = query
        where = " AND ".join(("TRUE", *conditions, *(_CONDITIONS[column] for column in values)))
        statement = " ".join((select, "WHERE", where, order))
        with self._lock, reported(self.path):
            return self._connection.execute(statement, values).fetchall()


def _columns(row: Review | Note) -> dict[str, object]:
    """A row's JSON form as SQLite takes it."""
    columns = row.as_json()
    for name in _IN_JSON:
        if name in columns:
            columns[name] = json.dumps(columns[name], ensure_ascii=False, allow_nan=False)
    if isinstance(row, Review):
        columns["seed"] = str(row.seed)
    # Half a surrogate pair, which a terminal can deliver, has no UTF-8: it is kept as "?".
    return {
        name: value.encode(errors="replace").decode() if isinstance(value, str) else value
        for name, value in columns.items()
    }


def _record(row: sqlite3.Row) -> dict[str, object]:
    """The JSON form of a row that SQLite gave."""
    record = dict(row)
    for name in _IN_JSON:
        if name in record:
            record[name] = json.loads(record[name])
    if "seed" in record:
        record["seed"] = int(record["seed"])
    return record
