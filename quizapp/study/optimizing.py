"""FSRS's parameters fitted to one's own history, by the optimizer of Open Spaced Repetition.

It is an extra of the installation (``fsrs-rs-python``), for what is learned from fewer than some
hundreds of reviews is not better than the defaults, which were learned from millions.
"""

from collections.abc import Callable, Iterable, Sequence
from math import log

from quizapp.errors import UsageError
from quizapp.frozen import dataclass
from quizapp.history import History, Review
from quizapp.study.cards import Answer, Card, answer_of, is_after_talk
from quizapp.study.deriving import settled_by
from quizapp.study.memory import DEFAULT_PARAMETERS, Memory
from quizapp.study.rating import AGAIN, HARD

LEAST_REVIEWS = 400
"""Rated answers before parameters are fitted."""

Story = tuple[tuple[int, int], ...]
"""A card's rated answers: the rating that counted, and the days since the one before."""

Fitter = Callable[[Sequence[Story]], Sequence[float]]


@dataclass(frozen=True, slots=True)
class Fit:
    """Parameters, and how well they and the defaults foretell the history they are from."""

    parameters: tuple[float, ...]
    reviews: int
    loss: float
    """The mean of −ln of the chance given to what happened: the lower, the better."""
    default_loss: float

    @property
    def is_better(self) -> bool:
        """Whether they are worth having."""
        return self.loss < self.default_loss


def fitted(stories: Sequence[Story], fit: Fitter) -> Fit:
    """The parameters that fit these stories best.

    Raises UsageError where there are too few reviews, or nothing comes of them.
    """
    reviews = sum(map(len, stories))
    if reviews < LEAST_REVIEWS:
        raise UsageError(
            "optimize-few",
            "parameters are fitted from {least} rated reviews on; there are {count}",
            least=LEAST_REVIEWS, count=reviews,
        )  # fmt: skip
    parameters = tuple(map(float, fit(stories)))
    try:
        loss = loss_of(Memory(parameters), stories)
    except (ValueError, ArithmeticError):
        raise UsageError(
            "optimize-nothing", "no parameters came of these reviews; the defaults stay"
        ) from None
    return Fit(parameters, reviews, loss, loss_of(Memory(DEFAULT_PARAMETERS), stories))


def stories_of(history: History, profile: str) -> tuple[Story, ...]:
    """A learner's cards as a model sees them. Raises HistoryError."""
    settled = settled_by(history.notes(profile, type="probe"))
    cards: dict[tuple[str, str], list[Review]] = {}
    for review in history.reviews(profile):
        if not is_after_talk(review.shown):
            cards.setdefault((review.bank, review.question), []).append(review)
    stories = (
        _story(answer_of(review, settled) for review in reviews) for reviews in cards.values()
    )
    return tuple(story for story in stories if story)


def loss_of(memory: Memory, stories: Iterable[Story]) -> float:
    """The mean of −ln of the chance that a model gave to what happened, first answers left out."""
    total, count = 0.0, 0
    for story in stories:
        stability, difficulty = memory.first(story[0][0])
        for rating, days in story[1:]:
            stability, difficulty, recall = memory.after(stability, difficulty, days, rating)
            chance = recall if rating > AGAIN else 1 - recall
            total -= log(min(max(chance, 1e-6), 1.0))
            count += 1
    return total / max(count, 1)


def library_fitter() -> Fitter:
    """The optimizer, where it is installed. Raises UsageError where it is not."""
    try:
        from fsrs_rs_python import FSRS, FSRSItem, FSRSReview
    except ImportError:
        raise UsageError(
            "optimize-missing",
            "the optimizer is not installed; `pip install 'quizapp[optimize]'` brings it",
        ) from None

    def fit(stories: Sequence[Story]) -> Sequence[float]:
        # An item is what was known before a review, and that review: one for each but the first.
        items = [
            FSRSItem([FSRSReview(rating, days) for rating, days in story[: end + 1]])
            for story in stories
            for end in range(1, len(story))
        ]
        parameters: Sequence[float] = FSRS(list(DEFAULT_PARAMETERS)).compute_parameters(
            items, enable_short_term=False
        )
        return parameters

    return fit


def _story(answers: Iterable[Answer]) -> Story:
    """The answers that moved the memory."""
    card, story = Card(), []
    for answer in sorted(answers):
        day, was_hard = card.day, card.hard
        if card.take(answer) is not None and answer.rating is not None:
            rating = AGAIN if answer.rating == HARD and was_hard else answer.rating
            story.append((rating, card.day - day if day else 0))
    return tuple(story)
