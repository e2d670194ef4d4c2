"""Which questions a group is asked: a mix, what its people missed, code, or cards."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal, get_args

from quizapp.bank import Question
from quizapp.errors import DrawError, ProofError, UsageError
from quizapp.generate import GENERATOR, Chance, generate
from quizapp.generate.twins import twin
from quizapp.history import Review
from quizapp.peers.plan import Planned
from quizapp.study import interleaved

RoundKind = Literal["mix", "misses", "code", "cards"]
ROUND_KINDS: tuple[RoundKind, ...] = get_args(RoundKind)

Reviews = Callable[[str], Iterable[Review]]
"""A person's earlier reviews, in the order in which they were answered."""

_NOT_PUT_TO_A_VOTE = ("card", "trace")
"""Cards are graded by oneself, and a table is more than one line."""


def planned_rounds(
    kind: RoundKind,
    pool: Sequence[Question],
    count: int,
    seed: int,
    people: Sequence[str],
    reviews_of: Reviews,
) -> tuple[Planned, ...]:
    """The rounds of a kind. Raises UsageError where the pool has none for these people."""
    # By name and not as the files happen to lie, so that one seed asks the same everywhere.
    asked = sorted((q for q in pool if _belongs(kind, q)), key=lambda question: question.key)
    past = {name: list(reviews_of(name)) for name in people}
    if kind == "misses":
        rounds = _our_misses(asked, count, seed, past)
    else:
        rounds = _mixed(asked, count * (len(people) if kind == "cards" else 1), seed, past)
    if not rounds:
        raise _nothing(kind)
    return tuple(rounds)


def _nothing(kind: RoundKind) -> UsageError:
    if kind == "misses":
        return UsageError(
            "round-no-misses",
            "nobody here has a missed question among these; without --misses a mix is asked",
        )
    if kind == "code":
        return UsageError(
            "round-no-code",
            "none of these questions asks what code prints; `quizapp list` shows the banks",
        )
    if kind == "cards":
        return UsageError(
            "round-no-cards", "none of these questions is a card; `quizapp list` shows the banks"
        )
    return UsageError(
        "round-no-questions", "none of these questions can be put to a vote; name other topics"
    )


def levels_reached(
    reviews: Iterable[Review], topics: Mapping[tuple[str, str], str]
) -> Mapping[str, int]:
    """The level at which a person works in each topic: one above the highest answered right.

    A hint or another's help is no proof, so only rated answers without hints count. ``topics``
    are those of the questions, by bank and id; a topic never answered right in stands at 1.
    """
    reached: dict[str, int] = {}
    for review in reviews:
        topic = topics.get((review.bank, review.question))
        unaided = review.rating is not None and not review.hints
        if topic is not None and unaided and review.verdict == "correct":
            reached[topic] = max(reached.get(topic, 1), review.level + 1)
    return reached


def missed(reviews: Iterable[Review]) -> list[Review]:
    """The last answer to each question where it was wrong, the latest first."""
    last = {(review.bank, review.question): review for review in _in_order(reviews)}
    wrong = [review for review in last.values() if review.verdict == "wrong"]
    return sorted(wrong, key=lambda review: review.answered_at, reverse=True)


def _in_order(reviews: Iterable[Review]) -> list[Review]:
    return sorted(reviews, key=lambda review: review.answered_at)


def _belongs(kind: RoundKind, question: Question) -> bool:
    if kind == "cards":
        return question.kind == "card"
    if kind == "code":
        return question.kind == "output"
    return question.kind not in _NOT_PUT_TO_A_VOTE


def _mixed(
    pool: Sequence[Question], count: int, seed: int, past: Mapping[str, Sequence[Review]]
) -> list[Planned]:
    """Each question once before any comes twice, topics interleaved.

    What is above everyone's level is left out, unless that is all there is: then it is answered
    and explained, and not discussed.
    """
    topics = {(question.bank, question.id): question.topic for question in pool}
    reached = [levels_reached(reviews, topics) for reviews in past.values()]
    fitting = [q for q in pool if any(q.level <= levels.get(q.topic, 1) for levels in reached)]
    discussed = bool(fitting) or not reached
    chance = Chance("peers", seed)
    chosen: list[Question] = []
    questions = fitting or list(pool)
    while questions and len(chosen) < count:
        chosen += chance.shuffled(questions)[: count - len(chosen)]
    return [
        Planned(question, seed + place, question.level, discussed=discussed)
        for place, question in enumerate(interleaved(chosen))
    ]


def _our_misses(
    pool: Sequence[Question], count: int, seed: int, past: Mapping[str, Sequence[Review]]
) -> list[Planned]:
    """What each person missed, in turn; a question that several missed comes once."""
    by_key = {(question.bank, question.id): question for question in pool}
    left = {
        name: [review for review in missed(reviews) if (review.bank, review.question) in by_key]
        for name, reviews in past.items()
    }
    rounds: list[Planned] = []
    taken: set[str] = set()
    while any(left.values()) and len(rounds) < count:
        for name, reviews in left.items():
            while reviews and by_key[reviews[0].bank, reviews[0].question].key in taken:
                del reviews[0]
            if reviews and len(rounds) < count:
                review = reviews.pop(0)
                question = by_key[review.bank, review.question]
                taken.add(question.key)
                rounds.append(_like(question, review, seed + len(rounds), name))
    return rounds


def _like(question: Question, review: Review, seed: int, name: str) -> Planned:
    """A twin of what was missed; where that can no longer be drawn, the seed's own variant."""
    if review.generator == GENERATOR and review.revision == question.revision:
        try:
            again = twin(generate(question, review.seed, review.level))
        except (DrawError, ProofError):
            return Planned(question, seed, review.level, name)
        return Planned(question, again.seed, review.level, name)
    return Planned(question, seed, question.level, name)
