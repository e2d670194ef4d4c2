"""After damage: what can be read of the old file, and the newest good backup, added to the log."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from itertools import chain
from pathlib import Path

from quizapp.errors import HistoryError
from quizapp.history.connection import connect_to_other, reported
from quizapp.history.examining import damage_of, set_aside, unreadable_rows
from quizapp.history.files import move_aside
from quizapp.history.log import Added, History
from quizapp.history.rows import Note, Review, Row
from quizapp.history.stored import NOTES, REVIEWS, record_in
from quizapp.history.transfer import rows_in


def restore(path: Path, backup: Path | None, clock: Callable[[], datetime]) -> Added:
    """Adds to the history at ``path`` what its damaged files and the backup hold.

    A database with a damaged page or row is moved aside first, and a new one begun. Nothing is
    removed: what the log holds already stays. Raises HistoryError.
    """
    if path.exists() and _is_damaged(path, clock):
        with reported(path):
            move_aside(path, clock())
    with History.open(path, clock) as history:
        damaged = chain.from_iterable(map(salvaged, set_aside(path)))
        good = () if backup is None else rows_in(backup)
        return history.append_all(chain(good, damaged))


def _is_damaged(path: Path, clock: Callable[[], datetime]) -> bool:
    if damage_of(path):
        return True
    with History.open(path, clock) as history:
        return bool(unreadable_rows(history))


def salvaged(path: Path) -> Iterator[Row]:
    """The rows of a damaged database that can still be read, from both of its ends."""
    for end in ("", " DESC"):
        yield from _readable(path, f"{REVIEWS} ORDER BY rowid{end}", Review)
        yield from _readable(path, f"{NOTES} ORDER BY rowid{end}", Note)


def _readable(path: Path, statement: str, kind: type[Review] | type[Note]) -> Iterator[Row]:
    """Rows up to the first that SQLite cannot reach; those that are none are passed over."""
    try:
        with closing(connect_to_other(path)) as connection:
            for row in connection.execute(statement):
                try:
                    read = kind.from_json(record_in(row))
                except HistoryError:
                    continue
                yield read
    except sqlite3.DatabaseError:
        return
