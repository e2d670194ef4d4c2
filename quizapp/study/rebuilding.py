"""All caches made again from the log, by the same steps that the one turn takes."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from typing import cast

from quizapp.collector import collector_paused
from quizapp.history import Changes, DayRow, History, LogView, Note, SlipRow
from quizapp.study.cards import MODEL, TURN_MINUTES, Answer, Card, exposed_in, is_after_talk
from quizapp.study.deriving import (
    Made,
    Name,
    Sums,
    TopicOf,
    card_row,
    count,
    count_slips,
    day_rows,
    retired_by,
    settled_by,
    slip_rows,
)
from quizapp.study.memory import Models

DERIVED_VERSION = 2
"""Rises when the same log gives other caches: then they are made again."""


def derived_version(models: Models) -> int:
    """The number of these rules with these models: one that is fitted makes other caches."""
    if not models:
        return DERIVED_VERSION
    fitted = [(name, models[name].parameters) for name in sorted(models)]
    digest = hashlib.sha256(repr(fitted).encode()).digest()
    return DERIVED_VERSION << 48 | int.from_bytes(digest[:6])


def rebuild(history: History, topic_of: TopicOf, models: Models | None = None) -> Changes:
    """All caches as the log has them. Nobody writes meanwhile. Raises HistoryError."""
    with history.held() as log, collector_paused():
        return _Rebuilding(log, topic_of, models or {}).changes(history.profiles())


def bring_up_to_date(history: History, topic_of: TopicOf, models: Models | None = None) -> bool:
    """Rebuild what does not follow the log, or was made by other rules; whether that was so.

    A history that can only be read stays as it is. Raises HistoryError.
    """
    version = derived_version(models or {})
    if history.read_only or not history.derived_stale(version):
        return False
    with history.held():
        history.replace_derived(None, rebuild(history, topic_of, models), version)
    return True


def comparable(changes: Changes) -> Changes:
    """Caches as they may be held against each other.

    A day whose answers were all taken back leaves a row of nothing behind, and sums of floats
    depend in their last digits on the order of adding.
    """
    days = (replace(r, predicted=round(r.predicted, 6) + 0.0) for r in changes.days if r.answers)
    return Changes(
        tuple(sorted(changes.cards, key=lambda row: (row.profile, row.bank, row.question))),
        tuple(sorted(days, key=lambda row: (row.profile, row.day, row.topic))),
        tuple(
            sorted(
                (row for row in changes.slips if row.count),
                key=lambda row: (row.profile, row.day, row.topic, row.mistake),
            )
        ),
    )


class _Rebuilding:
    """Cards and sums as they grow over a log read in the order of its times."""

    def __init__(self, log: LogView, topic_of: TopicOf, models: Models) -> None:
        self._log = log
        self._models = models
        self._topic_of = topic_of
        self._cards: dict[Name, Card] = {}
        self._sums: dict[tuple[str, str], Sums] = {}
        self._made: dict[tuple[str, str], Made] = {}

    def changes(self, profiles: list[str]) -> Changes:
        """What all the log comes to."""
        words: dict[Name, list[Note]] = {}
        for kind in ("retire", "restore"):
            for note in self._log.notes(type=kind):
                bank, _, question = note.of.partition("/")
                words.setdefault((note.profile, bank, question), []).append(note)
        settled = settled_by(self._log.notes(type="probe"))
        undone = frozenset(note.of for note in self._log.notes(type="undo"))
        for profile in profiles:
            self._take_all(profile, settled, undone)
        for name in words.keys() - self._cards.keys():
            self._cards[name] = Card()
        retired = {name for name, notes in words.items() if retired_by(notes)}
        cards = tuple(
            card_row(name, self._topic_of(name[1], name[2]), card, retired=name in retired)
            for name, card in sorted(self._cards.items())
        )
        days: list[DayRow] = []
        for at, sums in sorted(self._sums.items()):
            days += day_rows(*at, sums)
        slips: list[SlipRow] = []
        for at, made in sorted(self._made.items()):
            slips += slip_rows(*at, made)
        return Changes(cards, tuple(days), tuple(slips))

    def _take_all(
        self, profile: str, settled: Mapping[str, tuple[str, ...]], undone: frozenset[str]
    ) -> None:
        """Every answer of a profile, in the order of its times."""
        places: dict[tuple[str, str], tuple[Card, Sums, Made]] = {}
        for (
            bank, question, at, shown_at, uuid, day, offset, rating, right, hints, level, mistakes,
            shown, sitting, ms,
        ) in self._log.answers(profile, TURN_MINUTES):  # fmt: skip
            # Few are read for it: the word stands in no other answer's.
            if "after_talk" in shown and is_after_talk(json.loads(shown)):
                continue
            place = places.get((bank, question))
            if place is None:
                place = places[bank, question] = self._place(profile, bank, question)
            if undone and uuid in undone:
                continue
            card, sums, made = place
            # What few answers have is read only where it is needed.
            known = () if mistakes is None else tuple(json.loads(mistakes))
            if settled:
                known = settled.get(uuid, known)
            exposes = exposed_in(json.loads(shown)) if card.slips and right else ()
            # The fields of an Answer as they stand: one is made a million times.
            answer = cast("Answer", (
                at, shown_at, uuid, day, offset, rating, right, hints, level, known, exposes,
                sitting, ms,
            ))  # fmt: skip
            count(sums, day, rating, ms, card.take(answer), right=right)
            if known:
                count_slips(made, Answer(*answer))

    def _place(self, profile: str, bank: str, question: str) -> tuple[Card, Sums, Made]:
        """A card, and the sums of its topic."""
        card = Card(self._models.get(profile, MODEL))
        self._cards[profile, bank, question] = card
        at = (profile, self._topic_of(bank, question))
        return card, self._sums.setdefault(at, {}), self._made.setdefault(at, {})
