"""A sitting, played without a terminal: what is asked, what was answered, what comes next.

The faces (plain, tui) and the tests are clients of the same sittings.
"""

from typing import TYPE_CHECKING

from quizapp.on_demand import on_demand

if TYPE_CHECKING:
    from quizapp.study.ahead import prepare_for_answers
    from quizapp.study.bookmark import BookmarkFile
    from quizapp.study.cards import Card
    from quizapp.study.choosing import interleaved, quiz_questions
    from quizapp.study.deriving import Deriver, TopicOf, topics_in
    from quizapp.study.learner import Learner
    from quizapp.study.outcomes import Item, Outcome, Summary
    from quizapp.study.planning import Exam, Plan, Today, needs_in
    from quizapp.study.practising import Desk, Verb, Wanted, begin
    from quizapp.study.rating import day_of, rating_of, today_at
    from quizapp.study.rebuilding import DERIVED_VERSION, bring_up_to_date, comparable, rebuild
    from quizapp.study.rules import Rules
    from quizapp.study.selecting import selected
    from quizapp.study.sitting import Sitting
else:
    __getattr__ = on_demand(
        __name__,
        {
            "ahead": "prepare_for_answers",
            "bookmark": "BookmarkFile",
            "cards": "Card",
            "choosing": "interleaved quiz_questions",
            "deriving": "Deriver TopicOf topics_in",
            "learner": "Learner",
            "outcomes": "Item Outcome Summary",
            "planning": "Exam Plan Today needs_in",
            "practising": "Desk Verb Wanted begin",
            "rating": "day_of rating_of today_at",
            "rebuilding": "DERIVED_VERSION bring_up_to_date comparable rebuild",
            "selecting": "selected",
            "rules": "Rules",
            "sitting": "Sitting",
        },
    )

__all__ = [
    "DERIVED_VERSION",
    "BookmarkFile",
    "Card",
    "Deriver",
    "Desk",
    "Exam",
    "Item",
    "Learner",
    "Outcome",
    "Plan",
    "Rules",
    "Sitting",
    "Summary",
    "Today",
    "TopicOf",
    "Verb",
    "Wanted",
    "begin",
    "bring_up_to_date",
    "comparable",
    "day_of",
    "interleaved",
    "needs_in",
    "prepare_for_answers",
    "quiz_questions",
    "rating_of",
    "rebuild",
    "selected",
    "today_at",
    "topics_in",
]
