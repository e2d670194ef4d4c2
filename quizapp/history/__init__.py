"""Everything ever answered on this machine: an append-only log in SQLite.

Rows go in and come out again; what a row means for the schedule is for ``study`` to say. A log is
a *set* of rows, each with a uuid: nothing is changed or deleted, taking a review back is a row of
its own, and what is read depends on which rows are there, never on the order in which they came.
"""

from quizapp.history.keeper import Keeper
from quizapp.history.log import History
from quizapp.history.rows import Note, NoteType, Review

__all__ = ["History", "Keeper", "Note", "NoteType", "Review"]
