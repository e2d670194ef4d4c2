"""The tables of what is derived from the log: added to, replaced, found."""

import sqlite3
from collections.abc import Mapping
from datetime import date, datetime

from quizapp.history.derived import CardRow, Changes, DayRow, SlipRow
from quizapp.history.stored import (
    card_columns,
    card_in,
    day_columns,
    day_in,
    microseconds,
    slip_columns,
    slip_in,
)

_PUT_CARD = "INSERT OR REPLACE INTO cards VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
_ADD_DAY = """
    INSERT INTO days VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (profile, day, topic) DO UPDATE SET
        answers = answers + excluded.answers,
        right = right + excluded.right,
        ms = ms + excluded.ms,
        rated = rated + excluded.rated,
        recalled = recalled + excluded.recalled,
        predicted = predicted + excluded.predicted,
        first = first + excluded.first
"""
_ADD_SLIP = """
    INSERT INTO slips VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (profile, day, topic, mistake) DO UPDATE SET count = count + excluded.count
"""
_EMPTY = ("DELETE FROM cards", "DELETE FROM days", "DELETE FROM slips")
_EMPTY_OF_ONE = (
    "DELETE FROM cards WHERE profile = ?",
    "DELETE FROM days WHERE profile = ?",
    "DELETE FROM slips WHERE profile = ?",
)
_CARDS = "SELECT * FROM cards WHERE profile = ? ORDER BY bank, question"
_CARDS_OF_BANK = "SELECT * FROM cards WHERE profile = ? AND bank = ? ORDER BY question"
_COUNT = "SELECT count(*) FROM cards WHERE profile = ? AND bank <> ?"
_DAYS = "SELECT * FROM days WHERE profile = ? AND day BETWEEN ? AND ? ORDER BY day, topic"
_TOTALS = """
    SELECT profile, {day}, {topic}, sum(answers), sum(right), sum(ms), sum(rated), sum(recalled),
        sum(predicted), sum(first)
    FROM days WHERE profile = ? AND day BETWEEN ? AND ? GROUP BY {name} ORDER BY {name}
"""
_BY_DAY = _TOTALS.format(day="day", topic="''", name="day")
_TOPICS = _TOTALS.format(day="max(day)", topic="topic", name="topic")
_SLIPS = (
    "SELECT * FROM slips WHERE profile = ? AND day BETWEEN ? AND ? ORDER BY day, topic, mistake"
)

# From one bank or topic to the next by the index, and in each of them only to what is due: the many
# cards that are not are passed over.
_NAMES = """
    WITH RECURSIVE names (name) AS (
        SELECT (SELECT min({name}) FROM cards WHERE profile = :profile AND retired = 0)
        UNION ALL
        SELECT (SELECT min({name}) FROM cards
                WHERE profile = :profile AND retired = 0 AND {name} > names.name)
        FROM names WHERE names.name IS NOT NULL
    )
"""
_COUNTS = """
    SELECT names.name,
           (SELECT count(*) FROM cards
            WHERE profile = :profile AND retired = 0 AND {name} = names.name AND due <= :until)
    FROM names WHERE names.name IS NOT NULL
"""
_FOUND = """
    SELECT cards.* FROM names CROSS JOIN cards
    ON profile = :profile AND retired = 0 AND bank = names.name AND due <= :until
    ORDER BY due, bank, question
"""
_BY_BANK = (_NAMES + _COUNTS).format(name="bank")
_BY_TOPIC = (_NAMES + _COUNTS).format(name="topic")
_DUE = (_NAMES + _FOUND).format(name="bank")
_ALL = (
    ("SELECT * FROM cards", "SELECT * FROM cards WHERE profile = ?"),
    ("SELECT * FROM days", "SELECT * FROM days WHERE profile = ?"),
    ("SELECT * FROM slips", "SELECT * FROM slips WHERE profile = ?"),
)
_VERSION = "derived_version"


def add(connection: sqlite3.Connection, changes: Changes) -> None:
    """Replaces the cards; adds the sums to those that are there."""
    connection.executemany(_PUT_CARD, map(card_columns, changes.cards))
    connection.executemany(_ADD_DAY, map(day_columns, changes.days))
    connection.executemany(_ADD_SLIP, map(slip_columns, changes.slips))


def empty(connection: sqlite3.Connection, profile: str | None) -> None:
    """Forgets what was derived, of one profile or of all."""
    if profile is None:
        for statement in _EMPTY:
            connection.execute(statement)
    else:
        for statement in _EMPTY_OF_ONE:
            connection.execute(statement, (profile,))


def version(connection: sqlite3.Connection) -> str | None:
    """By which rules the caches were made; None where they do not follow the log."""
    found = connection.execute("SELECT value FROM meta WHERE name = ?", (_VERSION,)).fetchone()
    return None if found is None else str(found[0])


def set_version(connection: sqlite3.Connection, number: int | None) -> None:
    """None says that the caches do not follow the log any more."""
    if number is None:
        connection.execute("DELETE FROM meta WHERE name = ?", (_VERSION,))
    else:
        connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (_VERSION, str(number)))


def cards(connection: sqlite3.Connection, profile: str, bank: str | None) -> list[CardRow]:
    """The cards of a profile, of one bank or of all, by bank and question."""
    if bank is None:
        found = connection.execute(_CARDS, (profile,))
    else:
        found = connection.execute(_CARDS_OF_BANK, (profile, bank))
    return [card_in(row) for row in found.fetchall()]


def card_count(connection: sqlite3.Connection, profile: str, besides: str) -> int:
    """How many cards a profile has in all banks but one."""
    found = connection.execute(_COUNT, (profile, besides)).fetchone()
    return int(found[0])


def due(connection: sqlite3.Connection, profile: str, until: datetime) -> list[CardRow]:
    """The cards due by then, the longest due first."""
    values = {"profile": profile, "until": microseconds(until)}
    return [card_in(row) for row in connection.execute(_DUE, values).fetchall()]


def due_counts(
    connection: sqlite3.Connection, profile: str, until: datetime, *, by_topic: bool
) -> Mapping[str, int]:
    """How many cards are due by then, by bank or by topic; where none are, the name is left out."""
    values = {"profile": profile, "until": microseconds(until)}
    found = connection.execute(_BY_TOPIC if by_topic else _BY_BANK, values).fetchall()
    return {name: count for name, count in found if count}


def days(connection: sqlite3.Connection, profile: str, since: date, until: date) -> list[DayRow]:
    """The sums of the days, both ends counted."""
    found = connection.execute(_DAYS, (profile, since.isoformat(), until.isoformat()))
    return [day_in(row) for row in found.fetchall()]


def totals(
    connection: sqlite3.Connection, profile: str, since: date, until: date, *, by_topic: bool
) -> list[DayRow]:
    """The sums of the days over all topics, or of the topics over all days."""
    statement = _TOPICS if by_topic else _BY_DAY
    found = connection.execute(statement, (profile, since.isoformat(), until.isoformat()))
    return [day_in(row) for row in found.fetchall()]


def slips(connection: sqlite3.Connection, profile: str, since: date, until: date) -> list[SlipRow]:
    """The slips of the days, both ends counted."""
    found = connection.execute(_SLIPS, (profile, since.isoformat(), until.isoformat()))
    return [slip_in(row) for row in found.fetchall()]


def everything(connection: sqlite3.Connection, profile: str | None) -> Changes:
    """All that is in the caches, of one profile or of all."""
    tables = []
    for every, of_one in _ALL:
        found = (
            connection.execute(every) if profile is None else connection.execute(of_one, (profile,))
        )
        tables.append(found.fetchall())
    of_cards, of_days, of_slips = tables
    return Changes(
        tuple(map(card_in, of_cards)), tuple(map(day_in, of_days)), tuple(map(slip_in, of_slips))
    )
