"""The schema of the log, one step a version.

A step that has been released is never edited: a change is a new step. The last statement of step
``n`` sets ``user_version`` to ``n``.
"""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from quizapp.history.connection import transaction
from quizapp.history.files import copy_database

Step = tuple[str, ...]

MAY_NOT_DELETE = {
    "reviews_remain": """
    CREATE TRIGGER reviews_remain BEFORE DELETE ON reviews
    BEGIN SELECT RAISE (ABORT, 'the history is append-only'); END
    """,
    "notes_remain": """
    CREATE TRIGGER notes_remain BEFORE DELETE ON notes
    BEGIN SELECT RAISE (ABORT, 'the history is append-only'); END
    """,
}
"""The triggers that are lifted only to forget a person."""

# A seed is text because it may be any integer, wider than the 64 bits of SQLite's. The tables name
# no foreign keys: in a union of histories a note may arrive before the review it is of.
_THE_LOG: Step = (
    """
    CREATE TABLE reviews (
        uuid TEXT NOT NULL PRIMARY KEY,
        profile TEXT NOT NULL,
        bank TEXT NOT NULL,
        question TEXT NOT NULL,
        revision TEXT NOT NULL,
        level INTEGER NOT NULL,
        variables TEXT NOT NULL,
        shown TEXT NOT NULL,
        seed TEXT NOT NULL,
        generator INTEGER NOT NULL,
        submission TEXT NOT NULL,
        read_as TEXT,
        verdict TEXT NOT NULL,
        mistakes TEXT NOT NULL,
        hints INTEGER NOT NULL,
        ms INTEGER NOT NULL,
        rating INTEGER,
        sitting TEXT NOT NULL,
        shown_at TEXT NOT NULL,
        answered_at TEXT NOT NULL,
        offset_minutes INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE notes (
        uuid TEXT NOT NULL PRIMARY KEY,
        type TEXT NOT NULL,
        of TEXT NOT NULL,
        profile TEXT NOT NULL,
        at TEXT NOT NULL,
        offset_minutes INTEGER NOT NULL,
        body TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX reviews_of_card ON reviews (profile, bank, question, answered_at)",
    "CREATE INDEX notes_of_subject ON notes (of, type)",
    """
    CREATE TRIGGER reviews_stay BEFORE UPDATE ON reviews
    BEGIN SELECT RAISE (ABORT, 'the history is append-only'); END
    """,
    MAY_NOT_DELETE["reviews_remain"],
    """
    CREATE TRIGGER notes_stay BEFORE UPDATE ON notes
    BEGIN SELECT RAISE (ABORT, 'the history is append-only'); END
    """,
    MAY_NOT_DELETE["notes_remain"],
    "PRAGMA user_version = 1",
)

# What is derived from the log: it can be made again, so it is changed and emptied at will. A card's
# time is in microseconds since 1970. Where ``meta`` names no version, the caches are to be rebuilt.
_THE_CACHES: Step = (
    """
    CREATE TABLE cards (
        profile TEXT NOT NULL,
        bank TEXT NOT NULL,
        question TEXT NOT NULL,
        topic TEXT NOT NULL,
        due INTEGER,
        ready INTEGER NOT NULL,
        retired INTEGER NOT NULL,
        state TEXT NOT NULL,
        PRIMARY KEY (profile, bank, question)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE days (
        profile TEXT NOT NULL,
        day TEXT NOT NULL,
        topic TEXT NOT NULL,
        answers INTEGER NOT NULL,
        right INTEGER NOT NULL,
        ms INTEGER NOT NULL,
        rated INTEGER NOT NULL,
        recalled INTEGER NOT NULL,
        predicted REAL NOT NULL,
        first INTEGER NOT NULL,
        PRIMARY KEY (profile, day, topic)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE slips (
        profile TEXT NOT NULL,
        day TEXT NOT NULL,
        topic TEXT NOT NULL,
        mistake TEXT NOT NULL,
        count INTEGER NOT NULL,
        PRIMARY KEY (profile, day, topic, mistake)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE TABLE meta (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE INDEX cards_due_by_bank ON cards (profile, retired, bank, due)",
    "CREATE INDEX cards_due_by_topic ON cards (profile, retired, topic, due)",
    "CREATE INDEX reviews_by_time ON reviews (profile, answered_at)",
    "PRAGMA user_version = 2",
)

# The list that ends what was shown, as ours does, with the brace after it, or nothing. It is cut
# out of its JSON: a schema that is not trusted may not call SQLite's functions for that.
_EXPOSES = """substr(shown, instr(shown || '"exposes": [', '"exposes": [') + 11)"""

UNUSUAL = (
    f"""instr(shown, '"after_talk"') OR instr({_EXPOSES} || ']', ']') + 1 < length({_EXPOSES})"""
)
"""Whether more of a review has to be looked at than it tells: it has the list elsewhere, or was
given after a talk."""

TOLD = (
    "CAST(julianday(answered_at) - 1721424.5 + (offset_minutes - 240) / 1440.0 + 0.5 / 86400000"
    " AS INTEGER) || ' ' || offset_minutes || ' ' || ifnull(rating, 0) || ' ' || level || ' ' ||"
    " (verdict = 'correct') || ' ' || hints || char(10) || ms || char(10) || answered_at || char(9)"
    " || sitting || char(9) || CASE verdict WHEN 'correct' THEN "
    f"{_EXPOSES} ELSE mistakes END"
)
"""What an answer tells its card, in three lines: numbers that recur, milliseconds, and what few
cards need.

The numbers: the learner's day, as the ordinal of its date, the offset of the clock, the rating (0
for none), the level, whether it was right, and hints. A day turns 240 minutes after midnight;
SQLite's Julian days are right to 40 µs, and half a millisecond keeps the first moment of a day on
its side. The last line, parted by tabs: the moment, the sitting, and in JSON the mistakes; where it
was right, the slips that would have shown and a brace, or nothing.
"""

# A rebuild takes what a million answers tell out of this index, card by card, and looks at no row:
# to read eight columns of each takes twice as long. An answer writes a tenth of pages more for it.
_THE_ANSWERS: Step = (
    "DROP INDEX reviews_of_card",
    f"""
    CREATE INDEX reviews_of_card
    ON reviews (profile, bank, question, answered_at, shown_at, uuid, {TOLD})
    """,
    f"CREATE INDEX reviews_unusual ON reviews (profile, bank, question) WHERE {UNUSUAL}",
    "PRAGMA user_version = 3",
)

MIGRATIONS: tuple[Step, ...] = (_THE_LOG, _THE_CACHES, _THE_ANSWERS)


def schema_version(connection: sqlite3.Connection) -> int:
    """How many steps the database has behind it: 0 for one that is empty or not of this program."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def migrate(connection: sqlite3.Connection, path: Path, steps: Sequence[Step] = MIGRATIONS) -> None:
    """Brings the database at ``path`` through all steps it lacks, or through none of them.

    What was there is first copied to ``<stem>.before-v<first step taken>.db`` beside it.
    """
    if schema_version(connection) >= len(steps):
        return
    with transaction(connection):
        # Asked again under the lock: another process may have done it meanwhile.
        version = schema_version(connection)
        if version >= len(steps):
            return
        if connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
            copy_database(path, path.with_name(f"{path.stem}.before-v{version + 1}{path.suffix}"))
        for step in steps[version:]:
            for statement in step:
                connection.execute(statement)
