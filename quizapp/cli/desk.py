"""Where a learner sits: their history brought up to date, their plan, what is kept of answers."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from quizapp import paths
from quizapp.cli.places import now, utc_now
from quizapp.errors import HistoryError, SettingsError

if TYPE_CHECKING:
    from quizapp.bank import Library
    from quizapp.history import History
    from quizapp.settings import Settings
    from quizapp.study import Desk, Plan, TopicOf
    from quizapp.study.memory import Memory


def desk_of(options: argparse.Namespace, library: "Library") -> "tuple[Desk, HistoryError | None]":
    """The desk of a profile over a library, and what is wrong with its history, if anything is."""
    from quizapp.history import Keeper
    from quizapp.study import Deriver, Desk, Learner, needs_in, topics_in
    from quizapp.study.cards import MODEL

    topic_of = topics_in(question for bank in library.banks for question in bank.questions)
    history, notice = open_history_for(topic_of)
    models = models_in(paths.settings_file())
    keeper = Keeper(history, Deriver(topic_of, models))
    learner = Learner(history, options.profile, models.get(options.profile, MODEL))
    return Desk(learner, keeper, now, needs_in(library), plan_of(options)), notice


def open_history_for(topic_of: "TopicOf") -> "tuple[History | None, HistoryError | None]":
    """The history, what is derived from it made anew where it does not follow."""
    from quizapp.history import History
    from quizapp.study import bring_up_to_date

    try:
        history = History.open(paths.history_file(), utc_now)
    except HistoryError as error:
        return None, error
    try:
        bring_up_to_date(history, topic_of, models_in(paths.settings_file()))
    except HistoryError as error:
        return history, history.notice or error
    return history, history.notice


def models_in(settings: Path) -> "dict[str, Memory]":
    """The models that were fitted, by profile."""
    from quizapp.settings import fitted_parameters
    from quizapp.study.memory import Memory

    fitted = fitted_parameters(settings)
    return {profile: Memory(parameters) for profile, parameters in fitted.items()}


def plan_of(options: argparse.Namespace) -> "Plan":
    """What a learner has set."""
    from quizapp.settings import Settings
    from quizapp.study.planning import plan_from

    return plan_from(getattr(options, "settings", None) or Settings())


def saving(profile: str) -> "Callable[[Settings], SettingsError | None]":
    """Writes down what a learner sets; gives what keeps it from being written."""

    def save(settings: "Settings") -> SettingsError | None:
        from quizapp.settings import save_settings

        try:
            save_settings(paths.settings_file(), profile, settings)
        except SettingsError as error:
            return error
        return None

    return save
