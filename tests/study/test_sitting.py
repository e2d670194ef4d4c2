"""A whole sitting, without a terminal."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count, pairwise
from pathlib import Path

import pytest

from quizapp.bank import Library, Question, load_banks
from quizapp.errors import UsageError
from quizapp.generate import generate
from quizapp.history import History, Keeper, Review
from quizapp.study import Sitting, day_of, interleaved, quiz_questions, rating_of, selected
from quizapp.words import render

NUMBERS = count(1)

Banked = Callable[[str], Path]
Clock = Callable[[], datetime]

BANK = """
- id: weights
  topic: parameters
  vary: {c: [8, 16, 32]}
  network: {input: [3, 9, 9], layers: ["Conv2d(3, c, 3)"]}
  answer: parameters(network)
  prompt: {en: "Parameters?", ko: "파라미터는?"}
- id: side
  topic: sizes
  vary: {k: [3, 5]}
  network: {input: [3, 9, 9], layers: ["Conv2d(3, 8, k)"]}
  answer: height(network)
  prompt: {en: "Side?", ko: "한 변은?"}
- id: impossible
  topic: sizes
  vary: {k: [3]}
  where: k > 5
  network: {input: [3, 9, 9], layers: ["Conv2d(3, 8, k)"]}
  answer: height(network)
  prompt: {en: "Never?", ko: "없는 문제?"}
"""


@pytest.fixture
def library(bank_file: Banked) -> Library:
    return load_banks([bank_file(BANK)])


@pytest.fixture
def questions(library: Library) -> list[Question]:
    return [q for q in selected(library, []) if q.id != "impossible"]


@pytest.fixture
def history(tmp_path: Path) -> History:
    return History.open(tmp_path / "h" / "history.db", lambda: datetime(2026, 1, 1, tzinfo=UTC))


def sitting(
    questions: list[Question], clock: Clock, history: History | None, seed: int = 5
) -> Sitting:
    def past(question: Question) -> list[Review]:
        return list(history.reviews(question=question.id)) if history else []

    return Sitting(
        questions,
        seed,
        keeper=Keeper(history),
        clock=clock,
        past=past,
        new_id=lambda: f"id-{next(NUMBERS)}",
    )


def right_answer(playing: Sitting) -> str:
    assert playing.item is not None
    return render(playing.item.variant.answer)


def test_a_quiz_plays_to_its_score(
    questions: list[Question], clock: Clock, history: History
) -> None:
    playing = sitting(questions, clock, history)
    assert playing.item is not None
    assert (playing.item.number, playing.item.count) == (1, 2)
    assert playing.submit(right_answer(playing)).verdict.kind == "correct"
    playing.advance()
    missed = playing.submit("1")
    assert missed.verdict.kind == "wrong"
    assert playing.advance() is None
    summary = playing.summary()
    assert (summary.right, summary.asked) == (1, 2)
    assert summary.missed == (missed,)


def test_a_review_is_committed_before_the_verdict_is_given_out(
    questions: list[Question], clock: Clock, history: History, tmp_path: Path
) -> None:
    playing = sitting(questions, clock, history)
    playing.submit("1")
    with History.open(tmp_path / "h" / "history.db", lambda: clock().astimezone(UTC)) as other:
        (review,) = other.reviews()
    assert review.submission == "1"
    assert review.verdict == "wrong"
    assert review.rating == 1
    assert review.offset_minutes == 540
    assert review.ms == 1000
    assert review.seed == 5


def test_a_past_screen_is_made_again_from_its_review(
    questions: list[Question], clock: Clock, history: History
) -> None:
    playing = sitting(questions, clock, history)
    assert playing.item is not None
    shown = playing.item.variant
    playing.submit("1")
    (review,) = history.reviews()
    again = generate(
        next(q for q in questions if q.id == review.question), review.seed, review.level
    )
    assert again.prompt == shown.prompt
    assert dict(again.drawn.variables) == dict(review.variables)


def test_what_cannot_be_read_counts_for_nothing(
    questions: list[Question], clock: Clock, history: History
) -> None:
    playing = sitting(questions, clock, history)
    before = playing.item
    for typed in ("", "abc", "[/]"):
        assert not playing.submit(typed).verdict.counts
    assert playing.item is before
    assert playing.summary().asked == 0
    assert list(history.reviews()) == []


def test_only_the_days_first_answer_is_rated(
    questions: list[Question], clock: Clock, history: History
) -> None:
    playing = sitting([questions[0], questions[0]], clock, history)
    playing.submit("1")
    playing.advance()
    playing.submit("1")
    assert [review.rating for review in history.reviews()] == [1, None]
    later = sitting([questions[0]], clock, history)
    later.submit("1")
    assert [review.rating for review in history.reviews()] == [1, None, None]


def test_the_next_day_rates_again(
    questions: list[Question], clock: Clock, history: History
) -> None:
    sitting([questions[0]], clock, history).submit("1")
    tomorrow = lambda: clock() + timedelta(days=1)  # noqa: E731 # a clock
    second = Sitting(
        [questions[0]], 9, keeper=Keeper(history), clock=tomorrow, past=lambda q: history.reviews()
    )
    second.submit("1")
    assert [review.rating for review in history.reviews()] == [1, 1]


def test_hints_lower_the_rating(questions: list[Question], clock: Clock, history: History) -> None:
    playing = sitting(questions, clock, history)
    assert playing.hint() is not None
    playing.submit(right_answer(playing))
    playing.advance()
    while playing.hint() is not None:
        pass
    assert playing.hint() is None
    playing.submit(right_answer(playing))
    assert [review.rating for review in history.reviews()] == [2, 1]


def test_undo_takes_an_answer_back_and_asks_the_same_again(
    questions: list[Question], clock: Clock, history: History
) -> None:
    playing = sitting(questions, clock, history)
    assert playing.undo() is None
    asked = playing.item
    playing.submit("1")
    playing.advance()
    assert playing.undo() is asked
    assert playing.item is asked
    assert list(history.reviews()) == []
    playing.submit(right_answer(playing))
    assert playing.summary().right == 1
    assert len(list(history.reviews())) == 1


def test_skipping_asks_the_next_and_keeps_nothing(
    questions: list[Question], clock: Clock, history: History
) -> None:
    playing = sitting(questions, clock, history)
    item = playing.skip()
    assert item is not None
    assert item.number == 2
    assert playing.skip() is None
    assert playing.summary().asked == 0
    assert list(history.reviews()) == []


def test_a_flag_is_kept_with_its_signature(
    questions: list[Question], clock: Clock, history: History
) -> None:
    playing = sitting(questions, clock, history)
    playing.flag()
    (note,) = history.notes(type="flag")
    assert playing.item is not None
    assert note.of == playing.item.variant.question.key
    assert note.body == {"signature": playing.item.variant.signature}


def test_without_a_history_it_is_said_and_the_sitting_goes_on(
    questions: list[Question], clock: Clock
) -> None:
    playing = sitting(questions, clock, None)
    outcome = playing.submit("1")
    assert outcome.verdict.kind == "wrong"
    assert outcome.unsaved is not None
    assert playing.advance() is not None


def test_what_cannot_be_drawn_is_left_out_and_said(library: Library, clock: Clock) -> None:
    everything = selected(library, [])
    playing = sitting(everything, clock, None)
    asked = []
    while playing.item is not None:
        asked.append(playing.item.variant.question.id)
        playing.skip()
    assert "impossible" not in asked
    assert len(playing.notices) == 1


def test_nothing_is_judged_twice(questions: list[Question], clock: Clock) -> None:
    playing = sitting(questions, clock, None)
    playing.submit("1")
    with pytest.raises(RuntimeError):
        playing.submit("2")


def test_a_seed_repeats_a_quiz(questions: list[Question]) -> None:
    for seed in range(5):
        assert quiz_questions(questions, 7, seed) == quiz_questions(questions, 7, seed)
    assert len(quiz_questions(questions, 7, 1)) == 7


def test_each_question_comes_once_before_any_comes_twice(questions: list[Question]) -> None:
    for seed in range(20):
        assert len({q.id for q in quiz_questions(questions, 2, seed)}) == 2


def test_no_topic_follows_itself_where_that_can_be_done(questions: list[Question]) -> None:
    first, second = questions
    mixed = interleaved([first] * 4 + [second] * 4)
    assert all(a.topic != b.topic for a, b in pairwise(mixed))
    crowded = interleaved([first] * 4 + [second] * 3)
    assert all(a.topic != b.topic for a, b in pairwise(crowded))


def test_names_mean_banks_questions_and_topics(library: Library) -> None:
    assert {q.id for q in selected(library, ["test"])} == {"weights", "side", "impossible"}
    assert [q.id for q in selected(library, ["test/side"])] == ["side"]
    assert [q.id for q in selected(library, ["parameters"])] == ["weights"]
    assert [q.id for q in selected(library, ["parameters", "test/weights"])] == ["weights"]


def test_an_unknown_name_lists_the_near_one(library: Library) -> None:
    with pytest.raises(UsageError, match="did you mean parameters"):
        selected(library, ["parametres"])


def test_a_day_turns_at_four() -> None:
    late = datetime(2026, 3, 2, 18, 30, tzinfo=UTC)  # 03:30 in Seoul
    assert day_of(late, 540).isoformat() == "2026-03-02"
    assert day_of(late + timedelta(hours=1), 540).isoformat() == "2026-03-03"


@pytest.mark.parametrize(
    ("right", "hints", "rating"),
    [(True, 0, 3), (True, 1, 2), (True, 2, 1), (False, 0, 1), (False, 1, 1)],
)
def test_ratings(right: bool, hints: int, rating: int) -> None:
    assert rating_of(right=right, hints=hints) == rating


def signatures(playing: Sitting, *, ahead: bool) -> list[str]:
    """Of all that is asked: the first of each three answers is wrong."""
    seen: list[str] = []
    while playing.item is not None and len(seen) < 12:
        seen.append(playing.item.variant.signature)
        playing.submit("1" if len(seen) % 3 == 1 else right_answer(playing))
        if ahead:
            playing.draw_ahead()()
        playing.advance()
    return seen


def test_what_is_drawn_ahead_is_what_would_be_asked_anyway(
    questions: list[Question], clock: Clock
) -> None:
    drawn = [
        signatures(sitting(questions * 4, clock, None), ahead=which) for which in (True, False)
    ]
    assert drawn[0] == drawn[1]
    assert len(drawn[0]) > 4


def test_what_was_drawn_ahead_is_left_where_something_else_is_asked(
    questions: list[Question], clock: Clock
) -> None:
    playing, plain = (sitting(questions, clock, None) for _ in range(2))
    for each in (playing, plain):
        each.submit(right_answer(each))
    draw = playing.draw_ahead()
    for each in (playing, plain):
        each.undo()
        each.skip()
    draw()
    for each in (playing, plain):
        assert each.item is not None
    assert playing.item.variant.signature == plain.item.variant.signature  # type: ignore[union-attr] # above


def test_nothing_is_drawn_ahead_of_the_end_nor_of_what_cannot_be_drawn(
    library: Library, clock: Clock
) -> None:
    playing = sitting(selected(library, ["test/weights", "test/impossible"]), clock, None)
    playing.submit(right_answer(playing))
    playing.draw_ahead()()
    playing.advance()
    assert playing.item is None
    assert len(playing.notices) == 1
    playing.draw_ahead()()


def test_an_answer_that_was_judged_ahead_is_worth_the_same_and_only_then_kept(
    questions: list[Question], clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    playing, plain = (sitting(questions, clock, None) for _ in range(2))
    thought = playing.judge_ahead("1")()
    assert thought is not None
    assert (playing.answered, playing.outcomes, thought.review) == (None, [], None)
    with monkeypatch.context() as patched:
        patched.setattr("quizapp.grade.grade", None)  # it is judged once
        given = playing.submit("1")
    assert given.review is not None
    assert thought.verdict == given.verdict == plain.submit("1").verdict


def test_of_what_was_judged_ahead_nothing_is_taken_for_another_answer_or_item(
    questions: list[Question], clock: Clock
) -> None:
    playing, plain = (sitting(questions, clock, None) for _ in range(2))
    later = playing.judge_ahead("1")
    assert playing.judge_ahead("what?")() is None
    assert playing.submit(right_answer(playing)).verdict.kind == "correct"
    plain.submit(right_answer(plain))
    for each in (playing, plain):
        each.advance()
    later()
    assert playing.submit("1").verdict == plain.submit("1").verdict
