"""Answers and what is said about them, as rows of the log."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from quizapp.bank import Question
from quizapp.frozen import dataclass
from quizapp.generate import GENERATOR, Variant
from quizapp.history import Note, NoteType, Review, question_note
from quizapp.study.learner import Learner
from quizapp.study.rating import offset_minutes
from quizapp.study.variants import exposed, numbers_of
from quizapp.words import Language

if TYPE_CHECKING:
    from quizapp.grade import Verdict


@dataclass(frozen=True, slots=True)
class Recorder:
    """Whose rows they are, of which sitting, and where their ids come from."""

    profile: str
    sitting: str
    new_id: Callable[[], str]

    def review(
        self,
        variant: Variant,
        question_id: str,
        submission: str,
        verdict: "Verdict",
        *,
        hints: int,
        rating: int | None,
        shown_at: datetime,
        now: datetime,
        language: Language = "en",
    ) -> Review:
        """An answer to a variant; ``shown_at`` and ``now`` are aware local times.

        ``language`` is that of the screen.
        """
        from quizapp.generate.past import shown_of

        question = variant.question
        return Review(
            uuid=self.new_id(),
            profile=self.profile,
            bank=question.bank,
            question=question_id,
            revision=question.revision,
            level=variant.level,
            variables=numbers_of(variant),
            shown={**shown_of(variant, language), "exposes": list(exposed(variant))},
            seed=variant.seed,
            generator=GENERATOR,
            submission=submission,
            read_as=verdict.read_as,
            verdict=verdict.kind,
            mistakes=verdict.mistakes,
            hints=hints,
            ms=max(0, round((now - shown_at).total_seconds() * 1000)),
            rating=rating,
            sitting=self.sitting,
            shown_at=shown_at.astimezone(UTC),
            answered_at=now.astimezone(UTC),
            offset_minutes=offset_minutes(now),
        )

    def note(self, kind: NoteType, of: str, body: dict[str, object], now: datetime) -> Note:
        """A row about a review or a question."""
        return Note(
            type=kind,
            uuid=self.new_id(),
            of=of,
            profile=self.profile,
            at=now.astimezone(UTC),
            offset_minutes=offset_minutes(now),
            body=body,
        )


class Sources:
    """The questions that were answered, as they were written then: each is kept once a revision.

    From it, past screens are made again.
    """

    def __init__(self, learner: Learner) -> None:
        self._learner = learner
        self._met: set[str] = set()

    def missing(self, review: Review, question: Question) -> Note | None:
        """What is to be kept with an answer; None where it is kept, or waits to be."""
        note = question_note(review.bank, review.question, review.revision, question.written)
        if note.uuid in self._met:
            return None
        self._met.add(note.uuid)
        return None if self._learner.has_source(review) else note
