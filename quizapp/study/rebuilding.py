"""All caches made again from the log."""

import hashlib
from dataclasses import field, replace
from operator import itemgetter

from quizapp.collector import collector_paused
from quizapp.frozen import dataclass
from quizapp.history import CardRow, Changes, DayRow, History, LogView, Note, SlipRow
from quizapp.study.cards import MODEL, Card, is_after_talk
from quizapp.study.deriving import (
    Folded,
    Made,
    Name,
    Sums,
    TopicOf,
    add_sums,
    card_row,
    day_rows,
    folded_from,
    retired_by,
    rows_of,
    slip_rows,
)
from quizapp.study.memory import Models
from quizapp.study.replaying import Days, replayer

DERIVED_VERSION = 3
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
        return _changes(log, topic_of, models or {})


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


@dataclass(frozen=True, slots=True)
class _Topic:
    """What is summed over a topic of a profile."""

    days: Days = field(default_factory=Days)
    sums: Sums = field(default_factory=dict)
    made: Made = field(default_factory=dict)

    def add(self, folded: Folded) -> None:
        """What a card adds that was folded by itself."""
        add_sums(self.sums, folded.sums)
        for at, number in folded.made.items():
            self.made[at] = self.made.get(at, 0) + number


def _changes(log: LogView, topic_of: TopicOf, models: Models) -> Changes:
    """What all the log comes to."""
    retired = _retired(log)
    apart = log.apart()
    topics: dict[tuple[str, str], _Topic] = {}
    cards: dict[Name, CardRow] = {}
    replays = {profile: replayer(model) for profile, model in models.items()}
    usual = replayer(MODEL)
    for profile, bank, question, told in log.told():
        name = (profile, bank, question)
        topic = topic_of(bank, question)
        summed = topics.get((profile, topic)) or topics.setdefault((profile, topic), _Topic())
        if name not in apart:
            card = replays.get(profile, usual)(told, summed.days, summed.made)
        else:
            reviews, notes = rows_of(name, log)
            if all(is_after_talk(review.shown) for review in reviews):
                continue
            folded = folded_from(reviews, notes, models.get(profile, MODEL))
            summed.add(folded)
            card = folded.card
        cards[name] = card_row(name, topic, card, retired=retired.get(name, False))
    for name in retired.keys() - cards.keys():
        cards[name] = card_row(name, topic_of(*name[1:]), Card(), retired=retired[name])
    days: list[DayRow] = []
    slips: list[SlipRow] = []
    for at, summed in sorted(topics.items(), key=itemgetter(0)):
        add_sums(summed.sums, summed.days.sums())
        days += day_rows(*at, summed.sums)
        slips += slip_rows(*at, summed.made)
    return Changes(tuple(cards.values()), tuple(days), tuple(slips))


def _retired(log: LogView) -> dict[Name, bool]:
    """Of the cards that were ever retired, whether they are."""
    words: dict[Name, list[Note]] = {}
    for kind in ("retire", "restore"):
        for note in log.notes(type=kind):
            bank, _, question = note.of.partition("/")
            words.setdefault((note.profile, bank, question), []).append(note)
    return {name: retired_by(notes) for name, notes in words.items()}
