"""What a transaction sees of the log and of what was derived from it."""

import sqlite3
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from quizapp.history.derived import CardRow, DayRow
from quizapp.history.rows import Note, NoteType, Review, written
from quizapp.history.stored import NOTES, REVIEWS, card_in, day_in, note_in, review_in

# Ties are broken by the rows themselves: the order is that of the set, not of arrival.
_REVIEWS = (REVIEWS, "ORDER BY answered_at, shown_at, uuid")
_NOTES = (NOTES, "ORDER BY at, uuid")
_CONDITIONS = {
    "profile": "profile = :profile",
    "bank": "bank = :bank",
    "question": "question = :question",
    "since": "answered_at >= :since",
    "type": "type = :type",
    "of": "of = :of",
}
STANDS = "NOT EXISTS (SELECT 1 FROM notes WHERE notes.of = reviews.uuid AND notes.type = 'undo')"

# A day as the ordinal of its date, counted from the turn of the learner's day. SQLite's Julian days
# are right to 40 µs: half a millisecond keeps the first moment of a day on its side.
_ANSWERS = """
    SELECT bank, question, answered_at, shown_at, uuid,
        CAST(julianday(answered_at) - 1721424.5
            + (offset_minutes - :turn) / 1440.0 + 0.5 / 86400000 AS INTEGER),
        offset_minutes, rating, verdict = 'correct', hints, level,
        nullif(mistakes, '[]'), shown, sitting, ms
    FROM reviews WHERE profile = :profile ORDER BY answered_at, shown_at, uuid
"""
_CARD = "SELECT * FROM cards WHERE profile = ? AND bank = ? AND question = ?"
_DAY = "SELECT * FROM days WHERE profile = ? AND day = ? ORDER BY topic"


class LogView:
    """Reads, through the connection whose transaction it is made in."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def card(self, profile: str, bank: str, question: str) -> CardRow | None:
        """The card as it was left by the rows before; None for one never met."""
        row = self._connection.execute(_CARD, (profile, bank, question)).fetchone()
        return None if row is None else card_in(row)

    def reviews(
        self,
        profile: str | None = None,
        bank: str | None = None,
        question: str | None = None,
        undone: bool = False,
        since: datetime | None = None,
    ) -> list[Review]:
        """As :meth:`quizapp.history.History.reviews`."""
        rows = self.review_rows(profile, bank, question, undone=undone, since=since)
        return [review_in(row) for row in rows]

    def answers(self, profile: str, turn: int) -> Iterator[tuple[Any, ...]]:
        """What of each review makes its card, those taken back too, one after the other.

        Bank, question, answered_at, shown_at, uuid, the learner's day, which turns so many minutes
        after midnight, as an ordinal, offset, rating, whether right, hints, level, mistakes as JSON
        or None, shown as JSON, sitting, ms. Nothing may be appended before the last is read.
        """
        cursor = self._connection.cursor()
        cursor.row_factory = None
        return cursor.execute(_ANSWERS, {"profile": profile, "turn": turn})

    def notes(
        self,
        profile: str | None = None,
        of: str | None = None,
        type: NoteType | None = None,  # noqa: A002 -- the name of the field
    ) -> list[Note]:
        """As :meth:`quizapp.history.History.notes`."""
        return [note_in(row) for row in self.note_rows(profile, of, type)]

    def day(self, profile: str, day: date) -> list[DayRow]:
        """The sums of a learner's day, a row a topic."""
        found = self._connection.execute(_DAY, (profile, day.isoformat()))
        return [day_in(row) for row in found.fetchall()]

    def known_review(self, uuid: str) -> Review | None:
        """The review of that uuid, taken back or not."""
        found = self._connection.execute(f"{REVIEWS} WHERE uuid = ?", (uuid,)).fetchone()
        return None if found is None else review_in(found)

    def known_note(self, uuid: str) -> Note | None:
        """The note of that uuid."""
        found = self._connection.execute(f"{NOTES} WHERE uuid = ?", (uuid,)).fetchone()
        return None if found is None else note_in(found)

    def review_rows(
        self,
        profile: str | None,
        bank: str | None,
        question: str | None,
        *,
        undone: bool,
        since: datetime | None,
    ) -> list[sqlite3.Row]:
        """The reviews asked for, as SQLite holds them."""
        wanted = {
            "profile": profile,
            "bank": bank,
            "question": question,
            "since": None if since is None else written(since),
        }
        return self._rows(_REVIEWS, wanted, () if undone else (STANDS,))

    def note_rows(
        self, profile: str | None, of: str | None, type_: NoteType | None
    ) -> list[sqlite3.Row]:
        """The notes asked for, as SQLite holds them."""
        return self._rows(_NOTES, {"profile": profile, "of": of, "type": type_})

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
        return self._connection.execute(statement, values).fetchall()
