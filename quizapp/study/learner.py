"""What the history knows of one learner, read as a sitting needs it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date

from quizapp.bank import Question
from quizapp.errors import HistoryError
from quizapp.history import CardRow, History, Review
from quizapp.study.cards import MODEL, Card, answer_of, card_of, held_slips, is_after_talk
from quizapp.study.memory import Memory
from quizapp.study.planning import Known

Past = Callable[[Question], Iterable[Review]]


class Learner:
    """One profile of a history. What cannot be read is as if it were not there.

    A question that was renamed keeps the name its card was met under: :meth:`id_of`.
    """

    def __init__(
        self, history: History | None, profile: str = "default", model: Memory = MODEL
    ) -> None:
        self.history = history
        self.profile = profile
        self.model = model

    def id_of(self, question: Question) -> str:
        """The id under which the question's answers stand: a former one where it was met so."""
        if question.aliases and self._row(question.bank, question.id) is None:
            for alias in question.aliases:
                if self._row(question.bank, alias) is not None:
                    return alias
        return question.id

    def card(self, question: Question) -> Card:
        """The question's card as it stands."""
        row = self._row(question.bank, self.id_of(question))
        return Card.of({} if row is None else row.state, self.model)

    def past(self, question: Question) -> Sequence[Review]:
        """Earlier answers to the question, those taken back left out."""
        found: list[Review] = []
        with _readable():
            if self.history is not None:
                found += self.history.reviews(self.profile, question.bank, self.id_of(question))
        return found

    def known(self, questions: Sequence[Question]) -> dict[str, Known]:
        """The cards of these questions, by key; those never met are left out."""
        rows: dict[tuple[str, str], CardRow] = {}
        with _readable():
            for bank in {question.bank for question in questions}:
                if self.history is not None:
                    for row in self.history.cards(self.profile, bank):
                        rows[row.bank, row.question] = row
        known = {}
        for question in questions:
            for id_ in (question.id, *question.aliases):
                if (question.bank, id_) in rows:
                    row = rows[question.bank, id_]
                    known[question.key] = Known(
                        Card.of(row.state, self.model), row.due, row.retired
                    )
                    break
        return known

    def slips(self, questions: Sequence[Question]) -> tuple[str, ...]:
        """The slips held over these questions, the latest first."""
        return held_slips(known.card for known in self.known(questions).values())

    def done(self, day: date) -> tuple[int, int]:
        """How many cards were rated on a day, and how many of them for the first time."""
        with _readable():
            if self.history is not None:
                rows = self.history.days(self.profile, day, day)
                met = sum(row.first for row in rows)
                return met + sum(row.rated for row in rows), met
        return 0, 0

    def has_source(self, review: Review) -> bool:
        """Whether the history holds what the review's question said then."""
        with _readable():
            if self.history is not None:
                return self.history.knows_revision(review.bank, review.question, review.revision)
        return False

    def _row(self, bank: str, question: str) -> CardRow | None:
        with _readable():
            if self.history is not None:
                return self.history.card(self.profile, bank, question)
        return None


class PastLearner(Learner):
    """A learner of whom only the earlier answers are known."""

    def __init__(self, past: Past, profile: str = "default") -> None:
        super().__init__(None, profile)
        self._past = past

    def past(self, question: Question) -> Sequence[Review]:
        """Earlier answers to the question."""
        return list(self._past(question))

    def card(self, question: Question) -> Card:
        """The card that they make."""
        past = self.past(question)
        return card_of(answer_of(review) for review in past if not is_after_talk(review.shown))


@contextmanager
def _readable() -> Iterator[None]:
    """A history that cannot be read just now is said when an answer cannot be saved."""
    try:
        yield
    except HistoryError:
        return
