"""What a day holds."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from quizapp.bank import Question, load_banks
from quizapp.study.cards import Card, turn_of
from quizapp.study.planning import Exam, Known, Plan, Today, today_of

TODAY = date(2026, 3, 20)
NOW = datetime(2026, 3, 20, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def question(tmp_path_factory: pytest.TempPathFactory) -> Question:
    path = tmp_path_factory.mktemp("bank") / "b.yaml"
    path.write_text(
        "bank: b\ntitle: B\nquestions:\n- {id: q, answer: 2 + 3, prompt: How many?}\n",
        encoding="utf-8",
    )
    return load_banks([path]).banks[0].questions[0]


def pool(question: Question, count: int, topics: int = 2) -> list[Question]:
    return [replace(question, id=f"q{n}", topic=f"t{n % topics}") for n in range(count)]


def card(days_ago: int, interval: int, *, right: bool = True, retired: bool = False) -> Known:
    """A card answered so long ago that was to come back after ``interval`` days."""
    made = Card()
    made.day = made.tried = TODAY.toordinal() - days_ago
    made.stability, made.difficulty, made.right = float(interval), 5.0, right
    return Known(made, turn_of(made.day + interval, 0), retired)


def planned(
    questions: list[Question],
    known: dict[str, Known],
    plan: Plan | None = None,
    *,
    needs: Mapping[str, tuple[str, ...]] | None = None,
    done: int = 0,
    met: int = 0,
) -> Today:
    return today_of(
        questions, known, NOW, TODAY, plan or Plan(), needs=needs or {}, done=done, met=met
    )


def test_what_is_due_comes_before_what_is_new(question: Question) -> None:
    questions = pool(question, 4)
    today = planned(questions, {"b/q3": card(5, 3), "b/q2": card(1, 3)})
    assert [q.id for q in today.due] == ["q3"]
    assert [q.id for q in today.questions] == ["q3", "q0", "q1"]


def test_eight_are_new_a_day_and_what_was_met_counts(question: Question) -> None:
    questions = pool(question, 20)
    assert len(planned(questions, {}).new) == 8
    assert len(planned(questions, {}, done=5, met=5).new) == 3
    assert planned(questions, {}, done=9, met=9).new == ()


def test_topics_take_turns_among_what_is_new(question: Question) -> None:
    questions = sorted(pool(question, 20), key=lambda q: q.topic)
    new = planned(questions, {}).new
    assert [q.topic for q in new] == ["t0", "t1"] * 4


def test_a_topic_is_locked_until_half_of_what_it_needs_came_right(question: Question) -> None:
    questions = pool(question, 8)
    needs = {"t1": ("t0",)}
    assert {q.topic for q in planned(questions, {}, needs=needs).new} == {"t0"}
    right = {f"b/q{n}": card(1, 9) for n in (0, 2)}
    assert {q.topic for q in planned(questions, right, needs=needs).new} == {"t0", "t1"}
    missed = {f"b/q{n}": card(1, 9, right=False) for n in (0, 2)}
    assert {q.topic for q in planned(questions, missed, needs=needs).new} == {"t0"}


def test_what_is_needed_and_not_asked_about_locks_nothing(question: Question) -> None:
    only = [q for q in pool(question, 8) if q.topic == "t1"]
    assert planned(only, {}, needs={"t1": ("t0",)}).new


def test_a_backlog_is_spread_over_days_the_best_remembered_first(question: Question) -> None:
    questions = pool(question, 10)
    known = {f"b/q{n}": card(20 + n, 10) for n in range(10)}
    today = planned(questions, known, Plan(most_a_day=4))
    assert {q.id for q in today.due} == {"q0", "q1", "q2", "q3"}
    assert today.later == 6
    assert len(planned(questions, known, Plan(most_a_day=4), done=3).due) == 1


def test_what_was_answered_today_is_not_due_again(question: Question) -> None:
    answered = card(5, 3)
    answered.card.tried = TODAY.toordinal()
    assert planned(pool(question, 1), {"b/q0": answered}).due == ()


def test_what_was_retired_is_neither_due_nor_new(question: Question) -> None:
    away = planned(pool(question, 1), {"b/q0": card(5, 3, retired=True)})
    assert away.questions == ()


def test_an_exam_brings_forward_what_would_be_remembered_too_badly(question: Question) -> None:
    questions, known = pool(question, 1), {"b/q0": card(6, 10)}
    assert not planned(questions, known, Plan(0.9)).due
    exam = Exam(TODAY + timedelta(days=3), 0.95)
    assert planned(questions, known, Plan(0.9, exam=exam)).due
    past = Exam(TODAY - timedelta(days=1), 0.95)
    assert not planned(questions, known, Plan(0.9, exam=past)).due


def test_who_wants_to_remember_less_is_asked_later(question: Question) -> None:
    questions, known = pool(question, 1), {"b/q0": card(11, 10)}
    assert planned(questions, known, Plan(0.9)).due
    assert not planned(questions, known, Plan(0.8)).due
    assert planned(questions, known, Plan(0.8, exam=Exam(TODAY, 0.9))).due
