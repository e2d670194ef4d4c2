"""Where a learner sits: their history brought up to date, their plan, what is kept of answers."""

import argparse
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from quizapp import paths
from quizapp.cli.places import now
from quizapp.errors import HistoryError

if TYPE_CHECKING:
    from quizapp.bank import Library
    from quizapp.history import History
    from quizapp.study import Desk, Plan, TopicOf


def desk_of(options: argparse.Namespace, library: "Library") -> "tuple[Desk, HistoryError | None]":
    """The desk of a profile over a library, and what is wrong with its history, if anything is."""
    from quizapp.history import Keeper
    from quizapp.study import Deriver, Desk, Learner, needs_in, topics_in

    topic_of = topics_in(question for bank in library.banks for question in bank.questions)
    history, notice = open_history_for(topic_of)
    keeper = Keeper(history, Deriver(topic_of))
    learner = Learner(history, options.profile)
    return Desk(learner, keeper, now, needs_in(library), plan_of(options)), notice


def open_history_for(topic_of: "TopicOf") -> "tuple[History | None, HistoryError | None]":
    """The history, what is derived from it made anew where it does not follow."""
    from quizapp.history import History
    from quizapp.study import bring_up_to_date

    try:
        history = History.open(paths.history_file(), lambda: datetime.now(UTC))
    except HistoryError as error:
        return None, error
    try:
        bring_up_to_date(history, topic_of)
    except HistoryError as error:
        return history, history.notice or error
    return history, history.notice


def plan_of(options: argparse.Namespace) -> "Plan":
    """What a learner has set."""
    from quizapp.settings import Settings
    from quizapp.study.overview import plan_from

    return plan_from(getattr(options, "settings", None) or Settings())
