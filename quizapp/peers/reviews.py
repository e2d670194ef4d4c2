"""A vote as the review of the person who gave it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from quizapp.bank import Question
from quizapp.frozen import dataclass
from quizapp.generate import Variant
from quizapp.grade import Verdict
from quizapp.history import Review
from quizapp.study import Learner, today_at
from quizapp.study.planning import NEW_A_DAY
from quizapp.study.rating import rating_for
from quizapp.study.recording import Recorder
from quizapp.words import Language


@dataclass(frozen=True, slots=True)
class Registrar:
    """Writes each person's answers as their own reviews, rated by the rules of any sitting."""

    new_id: Callable[[], str]
    learner: Callable[[str], Learner] = lambda name: Learner(None, name)
    """What the history knows of a person."""
    new_a_day: int = NEW_A_DAY

    def review(
        self,
        name: str,
        sitting: str,
        variant: Variant,
        submission: str,
        verdict: Verdict,
        *,
        alone: bool,
        shown_at: datetime,
        now: datetime,
        language: Language = "en",
    ) -> Review:
        """The row for the log; times are aware and local.

        An answer that was not given alone, but after a talk, is logged and rates nothing. It says
        so (``after_talk``) and exposes no slip, so that nothing is learned from it either.
        """
        learner = self.learner(name)
        question = variant.question
        row = Recorder(name, sitting, self.new_id).review(
            variant,
            learner.id_of(question),
            submission,
            verdict,
            hints=0,
            rating=self._rating(learner, question, verdict, now) if alone else None,
            shown_at=shown_at,
            now=now,
            language=language,
        )
        if alone:
            return row
        return replace(row, shown={**row.shown, "exposes": [], "after_talk": True})

    def _rating(
        self, learner: Learner, question: Question, verdict: Verdict, now: datetime
    ) -> int | None:
        """Only the day's first answer rates, and no more first meetings than a day allows."""
        card, today = learner.card(question), today_at(now)
        if today.toordinal() <= card.tried:
            return None
        if card.is_new and learner.done(today)[1] >= self.new_a_day:
            return None
        return rating_for(verdict, 0)
