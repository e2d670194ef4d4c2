"""What a transaction sees of the log and of what was derived from it."""

import sqlite3
from collections.abc import Iterator, Mapping
from datetime import date, datetime

from quizapp.history.derived import CardRow, DayRow
from quizapp.history.migrations import TOLD, UNUSUAL
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

# By the index named, which no other plan may take the place of: it has the answers of a card in
# their order, and so they are put together. The line's end is written out: char(10) would be called
# once an answer, which is a sixth of the reading.
_TOLD = f"""
    SELECT profile, bank, question, group_concat({TOLD}, '\n')
    FROM reviews INDEXED BY reviews_of_card GROUP BY profile, bank, question
"""  # noqa: S608 -- put together from constants alone
_APART = f"""
    SELECT profile, bank, question FROM reviews
    WHERE uuid IN (SELECT of FROM notes WHERE type IN ('undo', 'probe'))
    UNION SELECT profile, bank, question FROM reviews WHERE {UNUSUAL}
"""  # noqa: S608 -- put together from constants alone
_LATER = """
    SELECT 1 FROM reviews
    WHERE profile = :profile AND bank = :bank AND question = :question
    AND (answered_at, shown_at, uuid) > (:answered_at, :shown_at, :uuid)
    UNION ALL SELECT 1 FROM notes WHERE of = :uuid LIMIT 1
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

    def told(self) -> Iterator[tuple[str, str, str, str]]:
        """All cards: profile, bank, question, and what the reviews say, taken back or not.

        Each review says :data:`~quizapp.history.migrations.TOLD`, which is three lines, in the
        order of their times. Nothing may be appended before the last is read.
        """
        cursor = self._connection.cursor()
        cursor.row_factory = None
        return cursor.execute(_TOLD)

    def apart(self) -> set[tuple[str, str, str]]:
        """The cards of which not every review counts as it is told: one was taken back, or its
        mistakes settled, or more of it has to be looked at."""
        return {tuple(row) for row in self._connection.execute(_APART).fetchall()}

    def is_last(self, review: Review) -> bool:
        """Whether no review of the same card, taken back or not, is of a later moment, and no note
        about this one is there before it."""
        values = {
            "profile": review.profile,
            "bank": review.bank,
            "question": review.question,
            "answered_at": written(review.answered_at),
            "shown_at": written(review.shown_at),
            "uuid": review.uuid,
        }
        return self._connection.execute(_LATER, values).fetchone() is None

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
