"""The log itself: opened, appended to, read."""

import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Self, TypeVar

from quizapp.frozen import dataclass
from quizapp.history import caches
from quizapp.history.connection import connect_to_look, reported, transaction
from quizapp.history.derived import CardRow, Changes, DayRow, Derive, SlipRow
from quizapp.history.opening import Opened, open_database
from quizapp.history.rows import Note, NoteType, Review, Row, revision_uuid
from quizapp.history.stored import NOTES, REVIEWS, insert, note_in, review_in
from quizapp.history.view import LogView

_PROFILES = """
    SELECT profile FROM reviews UNION SELECT profile FROM notes WHERE type <> 'question' ORDER BY 1
"""
_SIZE = "SELECT (SELECT count(*) FROM reviews) + (SELECT count(*) FROM notes)"
_DERIVES_NOTHING = ("flag", "question")


_ALL_REVIEWS = f"{REVIEWS} ORDER BY answered_at, shown_at, uuid"
_REVIEWS_OF_ONE = f"{REVIEWS} WHERE profile = :profile ORDER BY answered_at, shown_at, uuid"
_ALL_NOTES = f"{NOTES} ORDER BY at, uuid"
_NOTES_OF_ONE = f"""
    {NOTES} WHERE profile = :profile
    OR type = 'question'
    AND of IN (SELECT bank || '/' || question FROM reviews WHERE profile = :profile)
    ORDER BY at, uuid
"""  # noqa: S608 -- put together from constants alone

Parsed = TypeVar("Parsed", Review, Note)


@dataclass(frozen=True, slots=True)
class Added:
    """What became of rows: ``new`` of those ``read`` were added, the others were known."""

    read: int = 0
    new: int = 0
    differing: int = 0
    """Known ones that are otherwise here under the same uuid; what is here stays."""

    def __add__(self, other: "Added") -> "Added":
        return Added(self.read + other.read, self.new + other.new, self.differing + other.differing)


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
        self._lock = threading.RLock()

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

    def append(
        self, row: Review | Note, derive: Derive | None = None, source: Note | None = None
    ) -> None:
        """Commits the row, and with it the ``source`` of what was answered where that is not there
        yet: once this returns, both outlast a kill and a power cut.

        Where it is new, the changes that ``derive`` finds are committed with it; without ``derive``
        the caches are marked as stale. A row whose uuid is there already changes nothing. Raises
        HistoryError where the row could not be committed, and may wait for the busy timeout before
        that.
        """
        with self.held():
            if source is not None:
                insert(self._connection, source)
            if not insert(self._connection, row):
                return
            if derive is not None:
                caches.add(self._connection, derive(row, LogView(self._connection)))
            elif not isinstance(row, Note) or row.type not in _DERIVES_NOTHING:
                caches.set_version(self._connection, None)

    def append_all(self, rows: Iterable[Row]) -> Added:
        """Commits all the rows that are new, or none; the caches are then to be rebuilt.

        What ``rows`` raises, and HistoryError, leave the log as it was.
        """
        read = new = differing = 0
        with self.held() as log:
            for row in rows:
                read += 1
                if insert(self._connection, row):
                    new += 1
                else:
                    known = log.known_review if isinstance(row, Review) else log.known_note
                    differing += known(row.uuid) != row
            if new:
                caches.set_version(self._connection, None)
        return Added(read, new, differing)

    def forget(self, profile: str) -> None:
        """Deletes a person's rows and all that was derived from them, and leaves no trace of them
        in the file. Raises HistoryError where that could not be done."""
        from quizapp.history import forgetting

        with self.held():
            forgetting.remove(self._connection, profile)
        with self._reading() as connection:
            forgetting.wipe(connection)

    @contextmanager
    def held(self) -> Iterator[LogView]:
        """Nobody else writes until the block ends; then all it did is committed, or none of it.

        What is read and written inside belongs to it. Raises HistoryError where nothing can be
        written.
        """
        if self.read_only and self.notice:
            raise self.notice
        with self._lock, reported(self.path):
            if self._connection.in_transaction:
                yield LogView(self._connection)
                return
            with transaction(self._connection):
                yield LogView(self._connection)

    def reviews(
        self,
        profile: str | None = None,
        bank: str | None = None,
        question: str | None = None,
        *,
        undone: bool = False,
        since: datetime | None = None,
    ) -> Iterator[Review]:
        """Reviews in the order in which they were answered; with ``undone``, those taken back too.

        They are those of the moment of the call, from ``since`` on where it is given. Raises
        HistoryError at the call.
        """
        with self._reading() as connection:
            rows = LogView(connection).review_rows(
                profile, bank, question, undone=undone, since=since
            )
        return self._parsed(review_in, rows)

    def notes(
        self,
        profile: str | None = None,
        of: str | None = None,
        type: NoteType | None = None,  # noqa: A002 -- the name of the field
    ) -> Iterator[Note]:
        """Notes in the order of their times, those of the moment of the call.

        Raises HistoryError at the call.
        """
        with self._reading() as connection:
            rows = LogView(connection).note_rows(profile, of, type)
        return self._parsed(note_in, rows)

    def everything(self, profile: str | None = None) -> Iterator[Row]:
        """Every row, reviews taken back too, without holding them all in memory.

        With ``profile`` that person's, and the sources of the questions they met. The rows alone
        decide their order. Raises HistoryError while it is gone through.
        """
        every = profile is None
        reviews, notes = (_ALL_REVIEWS, _ALL_NOTES) if every else (_REVIEWS_OF_ONE, _NOTES_OF_ONE)
        values = {} if every else {"profile": profile}
        with reported(self.path), closing(connect_to_look(self.path)) as connection:
            connection.execute("BEGIN")
            yield from map(review_in, connection.execute(reviews, values))
            yield from map(note_in, connection.execute(notes, values))

    def size(self) -> int:
        """How many reviews and notes there are."""
        with self._reading() as connection:
            count: int = connection.execute(_SIZE).fetchone()[0]
        return count

    def profiles(self) -> list[str]:
        """Everybody who ever answered or noted something, by name."""
        with self._reading() as connection:
            return [name for (name,) in connection.execute(_PROFILES).fetchall()]

    def knows_revision(self, bank: str, question: str, revision: str) -> bool:
        """Whether the source of that revision is kept (:func:`~quizapp.history.question_note`)."""
        uuid = revision_uuid(bank, question, revision)
        with self._reading() as connection:
            found = connection.execute("SELECT 1 FROM notes WHERE uuid = ?", (uuid,)).fetchone()
        return found is not None

    def card(self, profile: str, bank: str, question: str) -> CardRow | None:
        """One card; None for one never met."""
        with self._reading() as connection:
            return LogView(connection).card(profile, bank, question)

    def cards(self, profile: str, bank: str | None = None) -> list[CardRow]:
        """The cards of a profile, of one bank or of all, by bank and question."""
        with self._reading() as connection:
            return caches.cards(connection, profile, bank)

    def card_count(self, profile: str, besides: str) -> int:
        """How many cards a profile has, those of one bank left out."""
        with self._reading() as connection:
            return caches.card_count(connection, profile, besides)

    def due(self, profile: str, until: datetime) -> list[CardRow]:
        """The cards due by then and not retired, the longest due first."""
        with self._reading() as connection:
            return caches.due(connection, profile, until)

    def due_counts(self, profile: str, until: datetime) -> Mapping[str, int]:
        """How many cards are due by then in each bank; banks without any are left out."""
        with self._reading() as connection:
            return caches.due_counts(connection, profile, until, by_topic=False)

    def due_topics(self, profile: str, until: datetime) -> Mapping[str, int]:
        """How many cards are due by then in each topic; topics without any are left out."""
        with self._reading() as connection:
            return caches.due_counts(connection, profile, until, by_topic=True)

    def days(self, profile: str, since: date, until: date) -> list[DayRow]:
        """The sums of those days, the last one too, by day and topic."""
        with self._reading() as connection:
            return caches.days(connection, profile, since, until)

    def day_totals(self, profile: str, since: date, until: date) -> list[DayRow]:
        """The sums of those days over all topics, which is empty in them, by day."""
        with self._reading() as connection:
            return caches.totals(connection, profile, since, until, by_topic=False)

    def topic_totals(self, profile: str, since: date, until: date) -> list[DayRow]:
        """The sums of each topic over those days, of which the last is in them, by topic."""
        with self._reading() as connection:
            return caches.totals(connection, profile, since, until, by_topic=True)

    def slips(self, profile: str, since: date, until: date) -> list[SlipRow]:
        """The slips of those days, the last one too, by day, topic and mistake."""
        with self._reading() as connection:
            return caches.slips(connection, profile, since, until)

    def derived(self, profile: str | None = None) -> Changes:
        """All that is cached, of one profile or of all."""
        with self._reading() as connection:
            return caches.everything(connection, profile)

    def derived_stale(self, version: int) -> bool:
        """Whether the caches are to be rebuilt: they miss rows, or other rules made them."""
        with self._reading() as connection:
            return caches.version(connection) != str(version)

    def replace_derived(
        self, profile: str | None, changes: Changes, version: int | None = None
    ) -> None:
        """Puts ``changes`` in the place of all that is cached, of one profile or of all.

        With ``version`` the caches count as made by those rules. Inside :meth:`held`, so that no
        row is added between the reading of the log and this.
        """
        with self.held():
            caches.empty(self._connection, profile)
            caches.add(self._connection, changes)
            if version is not None:
                caches.set_version(self._connection, version)

    def _parsed(
        self, parse: Callable[[sqlite3.Row], Parsed], rows: Iterable[sqlite3.Row]
    ) -> Iterator[Parsed]:
        with reported(self.path):
            yield from map(parse, rows)

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self._lock, reported(self.path):
            yield self._connection
