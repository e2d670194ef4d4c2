"""The verb that fits FSRS to one's own history."""

import argparse
from typing import TYPE_CHECKING

from quizapp import paths
from quizapp.cli.desk import open_history_for
from quizapp.cli.places import library_of
from quizapp.cli.streams import show, tell
from quizapp.settings import save_parameters

if TYPE_CHECKING:
    from quizapp.study import TopicOf
    from quizapp.words import Language

FINE, WRONG = 0, 1


def optimize(options: argparse.Namespace, language: "Language") -> int:
    """Fits the parameters of a profile and keeps them where they foretell its answers better."""
    from quizapp.study import topics_in
    from quizapp.study.optimizing import fitted, library_fitter, stories_of
    from quizapp.words import say

    topic_of = topics_in(q for bank in library_of(options).banks for q in bank.questions)
    if options.forget:
        save_parameters(paths.settings_file(), options.profile, None)
        show(say("keeping.defaults-back", language))
        return _brought_up_to_date(topic_of, language)
    history, notice = open_history_for(topic_of)
    if history is None:
        if notice is not None:
            tell(notice, language)
        return WRONG
    with history:
        stories = stories_of(history, options.profile)
    fit = fitted(stories, library_fitter())
    figures = {"loss": f"{fit.loss:.4f}", "before": f"{fit.default_loss:.4f}"}
    if not fit.is_better:
        show(say("keeping.not-better", language, count=fit.reviews, **figures))
        return FINE
    save_parameters(paths.settings_file(), options.profile, fit.parameters)
    show(say("keeping.fitted", language, count=fit.reviews, **figures))
    return _brought_up_to_date(topic_of, language)


def _brought_up_to_date(topic_of: "TopicOf", language: "Language") -> int:
    """The cards are made again with the parameters that hold now."""
    history, notice = open_history_for(topic_of)
    if history is not None:
        history.close()
    if notice is not None:
        tell(notice, language)
    return FINE if history is not None else WRONG
