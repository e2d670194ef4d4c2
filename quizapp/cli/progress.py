"""The verb that looks at what has come of it."""

import argparse
import sys
from typing import TYPE_CHECKING

from quizapp import paths
from quizapp.cli.desk import models_in, open_history_for, plan_of
from quizapp.cli.places import library_of, now, path_named
from quizapp.cli.streams import complain, show, tell, width
from quizapp.errors import UsageError

if TYPE_CHECKING:
    from quizapp.bank import Library
    from quizapp.history import Note, Review
    from quizapp.study import TopicOf
    from quizapp.words import Language, Text

FINE, WRONG = 0, 1


def stats(options: argparse.Namespace, language: "Language") -> int:
    """One learner's progress; with files, a class."""
    from quizapp.study import topics_in

    library = library_of(options)
    topic_of = topics_in(question for bank in library.banks for question in bank.questions)
    if options.files:
        return _class(options, language, library, topic_of)
    return _own(options, language, library, topic_of)


def _own(
    options: argparse.Namespace, language: "Language", library: "Library", topic_of: "TopicOf"
) -> int:
    from datetime import timedelta

    from quizapp.plain.stats import stats_page
    from quizapp.study import Learner, today_at
    from quizapp.study.cards import MODEL
    from quizapp.study.optimizing import LEAST_REVIEWS
    from quizapp.study.progress import DAYS_BACK, progress_of, topics_of
    from quizapp.words import say

    history, notice = open_history_for(topic_of)
    if notice is not None:
        tell(notice, language)
    if history is None:
        return WRONG
    moment = now()
    pool = [question for bank in library.banks for question in bank.questions]
    desired = plan_of(options).desired(today_at(moment))
    with history:
        models = models_in(paths.settings_file())
        learner = Learner(history, options.profile, models.get(options.profile, MODEL))
        known = learner.known(pool)
        progress = progress_of(history, options.profile, moment, known, desired, learner.model)
        since = progress.today - timedelta(DAYS_BACK)
        rows = history.topic_totals(options.profile, since, progress.today)
        topics = topics_of(known, pool, moment, rows, desired)
    if options.profile != "default":
        show(say("study.progress", language, profile=options.profile))
    show(*stats_page(progress, topics, _titles(library), language, desired=desired, width=width()))
    if progress.retention.rated >= LEAST_REVIEWS and options.profile not in models:
        show(say("keeping.offer-fit", language))
    return FINE


def _class(
    options: argparse.Namespace, language: "Language", library: "Library", topic_of: "TopicOf"
) -> int:
    """A class; 1 where a line of an export could not be read, or there is none in it."""
    from quizapp.plain.stats import class_page
    from quizapp.study.classroom import classroom_of, rows_in
    from quizapp.words import say

    rows: list[Review | Note] = []
    code = FINE
    for name in options.files:
        found, unread = rows_in(_text_of(name).splitlines())
        rows += found
        if unread:
            complain(say("study.skipped-lines", language, path=name, count=unread))
        elif not found:
            complain(say("cli.no-rows", language, path=name))
        if unread or not found:
            code = WRONG
    classroom = classroom_of(rows, topic_of)
    show(*class_page(classroom, _titles(library), language, anonymous=options.anonymous))
    return code


def _text_of(name: str) -> str:
    try:
        if name == "-":
            return sys.stdin.read() if sys.stdin is not None else ""
        return path_named(name).read_text(encoding="utf-8-sig", errors="replace")
    except OSError as error:
        raise UsageError(
            "unreadable-file", "{path} cannot be read ({reason})",
            path=name, reason=error.strerror,
        ) from error  # fmt: skip


def _titles(library: "Library") -> "dict[str, Text]":
    """Titles of topics; what is asked of a network of one's own counts as one."""
    from quizapp.study.planning import OWN_BANK
    from quizapp.words import phrase

    titles = {name: topic.title for bank in library.banks for name, topic in bank.topics.items()}
    return {OWN_BANK: phrase("cli.own-network"), **titles}
