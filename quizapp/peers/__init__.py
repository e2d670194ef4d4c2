"""Practising together, without a terminal: private votes, a talk where they differ, a revote.

A group has no host and no accounts. Everything that is known before the reveal is that answers
differ, and at which step; a face shows what the phase of the table holds, and nothing else.
"""

from quizapp.peers.choosing import ROUND_KINDS, RoundKind, planned_rounds
from quizapp.peers.differences import Parting, agree, is_right, parting
from quizapp.peers.gathering import USUAL_ROUNDS, Gathering, Wish
from quizapp.peers.group import GroupSitting, resumed
from quizapp.peers.journal import Journal, forget_in_journals
from quizapp.peers.people import group_of, names_typed, person
from quizapp.peers.plan import LEAST_PEOPLE, MOST_PEOPLE, Plan, Planned
from quizapp.peers.reveal import Answers, Reveal, Tally, Vote
from quizapp.peers.reviews import Registrar
from quizapp.peers.rounds import (
    Over,
    Phase,
    Recalling,
    Revealed,
    Table,
    Talking,
    Turned,
    Voting,
)

__all__ = [
    "LEAST_PEOPLE",
    "MOST_PEOPLE",
    "ROUND_KINDS",
    "USUAL_ROUNDS",
    "Answers",
    "Gathering",
    "GroupSitting",
    "Journal",
    "Over",
    "Parting",
    "Phase",
    "Plan",
    "Planned",
    "Recalling",
    "Registrar",
    "Reveal",
    "Revealed",
    "RoundKind",
    "Table",
    "Talking",
    "Tally",
    "Turned",
    "Vote",
    "Voting",
    "Wish",
    "agree",
    "forget_in_journals",
    "group_of",
    "is_right",
    "names_typed",
    "parting",
    "person",
    "planned_rounds",
    "resumed",
]
