"""Everything ever answered on this machine: an append-only log in SQLite.

Rows go in and come out again; what a row means for the schedule is for ``study`` to say. A log is
a *set* of rows, each with a uuid: nothing is changed or deleted, taking a review back is a row of
its own, and what is read depends on which rows are there, never on the order in which they came.
What is derived from it (cards, days, slips) is kept beside it in the same transaction, and can be
made again. The one deletion is that of a person, for good.
"""

from typing import TYPE_CHECKING

from quizapp.on_demand import on_demand

if TYPE_CHECKING:
    from quizapp.history.backups import (
        back_up,
        backup_named_by_hand,
        backups_of,
        keep_backup,
        newest_good,
    )
    from quizapp.history.derived import CardRow, Changes, DayRow, Derive, SlipRow, differences
    from quizapp.history.examining import damage_of, loose_files, set_aside, unreadable_rows
    from quizapp.history.forgetting import forget_in_backups
    from quizapp.history.keeper import Keeper
    from quizapp.history.log import Added, History
    from quizapp.history.profiles import is_profile, profile_name
    from quizapp.history.restoring import restore
    from quizapp.history.rows import Note, NoteType, Review, Row, question_note
    from quizapp.history.transfer import bring_in, exported, row_of_line, rows_in, rows_of_lines
    from quizapp.history.view import LogView
else:
    __getattr__ = on_demand(
        __name__,
        {
            "backups": "back_up backup_named_by_hand backups_of keep_backup newest_good",
            "derived": "CardRow Changes DayRow Derive SlipRow differences",
            "examining": "damage_of loose_files set_aside unreadable_rows",
            "forgetting": "forget_in_backups",
            "keeper": "Keeper",
            "log": "Added History",
            "profiles": "is_profile profile_name",
            "restoring": "restore",
            "rows": "Note NoteType Review Row question_note",
            "transfer": "bring_in exported row_of_line rows_in rows_of_lines",
            "view": "LogView",
        },
    )

__all__ = [
    "Added",
    "CardRow",
    "Changes",
    "DayRow",
    "Derive",
    "History",
    "Keeper",
    "LogView",
    "Note",
    "NoteType",
    "Review",
    "Row",
    "SlipRow",
    "back_up",
    "backup_named_by_hand",
    "backups_of",
    "bring_in",
    "damage_of",
    "differences",
    "exported",
    "forget_in_backups",
    "is_profile",
    "keep_backup",
    "loose_files",
    "newest_good",
    "profile_name",
    "question_note",
    "restore",
    "row_of_line",
    "rows_in",
    "rows_of_lines",
    "set_aside",
    "unreadable_rows",
]
