"""What a learner sees first."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from quizapp.bank import Library, load_banks
from quizapp.history import History, Keeper
from quizapp.settings import Settings
from quizapp.study import (
    BookmarkFile,
    Deriver,
    Desk,
    Exam,
    Learner,
    Sitting,
    Verb,
    Wanted,
    begin,
    needs_in,
    selected,
    topics_in,
)
from quizapp.study.overview import (
    USUAL_MS,
    left_off,
    minutes_a_day,
    minutes_for,
    next_due,
    overview_of,
    taste_of,
)
from quizapp.study.planning import plan_from
from quizapp.study.progress import Day

BANK = (
    """\
bank: sums
title: {en: Sums, ko: 합}
topics:
  sides: {title: {en: Sides, ko: 변}}
  weights: {title: {en: Weights, ko: 가중치}, needs: [sides]}
questions:
"""
    + "".join(
        f"""\
  - id: side-{n}
    topic: sides
    vary: {{n: 19..31}}
    network: {{input: [3, n, n], layers: ["Conv2d(3, {n}, 3)"]}}
    answer: height(network)
    prompt: {{en: "Side?", ko: "한 변은?"}}
"""
        for n in range(1, 5)
    )
    + """\
  - id: weight
    topic: weights
    vary: {c: [8, 16, 32, 64, 128]}
    network: {input: [3, 19, 19], layers: ["Conv2d(3, c, 3)"]}
    answer: parameters(network)
    prompt: {en: "Parameters?", ko: "파라미터는?"}
  - id: fact
    topic: weights
    front: {en: "What is a kernel?", ko: "커널은?"}
    back: {en: "Weights.", ko: "가중치."}
"""
)
TODAY = date(2026, 3, 1)


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def library(tmp_path: Path) -> Library:
    path = tmp_path / "sums.yaml"
    path.write_text(BANK, encoding="utf-8")
    library = load_banks([path])
    assert not [problem for problem in library.problems if problem.severity == "error"]
    return library


@pytest.fixture
def desk(tmp_path: Path, library: Library, clock: Clock) -> Iterator[Desk]:
    topic_of = topics_in(question for bank in library.banks for question in bank.questions)
    with History.open(tmp_path / "history.db", clock) as history:
        keeper = Keeper(history, Deriver(topic_of))
        yield Desk(Learner(history), keeper, clock, needs_in(library))


def sitting(
    desk: Desk, library: Library, verb: Verb, *names: str, bookmark: BookmarkFile | None = None
) -> Sitting:
    return begin(desk, Wanted(verb, tuple(selected(library, names)), 1, names=names), bookmark)


def answer(sitting: Sitting, *, right: bool = True) -> None:
    item = sitting.item
    assert item is not None
    sitting.submit(item.variant.shown_answer.en if right else "1")


def test_before_the_first_answer_all_is_new(desk: Desk, library: Library) -> None:
    overview = overview_of(desk, library)
    assert overview.is_first
    assert (overview.due, overview.new, overview.owed, overview.streak) == (0, 4, 0, 0)
    assert overview.minutes == -(-4 * USUAL_MS // 60_000)


def test_a_locked_topic_is_neither_new_nor_todays(desk: Desk, library: Library) -> None:
    overview = overview_of(desk, library)
    assert [topic.new for topic in overview.topics] == [4, 0]
    assert overview.topic is not None
    assert overview.topic.name == "sides"


def test_a_bank_sums_up_its_topics(desk: Desk, library: Library) -> None:
    (bank,) = overview_of(desk, library).subjects
    assert bank.standing.count == sum(topic.standing.count for topic in bank.topics) == 6
    assert bank.new == sum(topic.new for topic in bank.topics)


def test_what_was_answered_is_seen_the_same_day(desk: Desk, library: Library, clock: Clock) -> None:
    going = sitting(desk, library, "quiz", "sides")
    clock.now += timedelta(seconds=30)
    answer(going, right=False)
    overview = overview_of(desk, library)
    assert not overview.is_first
    assert overview.owed == 1
    assert overview.streak == 1
    assert overview.last_days == (0,) * 13 + (1,)


def test_what_is_due_is_counted_in_its_topic(desk: Desk, library: Library, clock: Clock) -> None:
    answer(sitting(desk, library, "quiz", "sides"), right=False)
    clock.now += timedelta(days=1)
    overview = overview_of(desk, library)
    assert overview.due == 1
    assert [topic.due for topic in overview.topics] == [1, 0]


def test_a_retired_question_is_owed_no_more(desk: Desk, library: Library) -> None:
    going = sitting(desk, library, "quiz", "sides")
    answer(going, right=False)
    going.retire()
    assert overview_of(desk, library).owed == 0


def test_todays_topic_takes_turns(desk: Desk, library: Library, clock: Clock) -> None:
    going = sitting(desk, library, "quiz", "sides")
    for _ in range(2):
        answer(going)
        going.advance()
    seen = set()
    for _ in range(2):
        topic = overview_of(desk, library).topic
        assert topic is not None
        seen.add(topic.name)
        clock.now += timedelta(days=1)
    assert seen == {"sides", "weights"}


def test_minutes_follow_what_answers_took() -> None:
    days = [Day(TODAY, answers=4, right=4, ms=4 * 90_000)]
    assert minutes_for(10, days) == 15
    assert minutes_for(0, days) == 0
    assert minutes_a_day(days, TODAY, 3) == [0, 0, 6]


def test_a_taste_begins_with_what_needs_nothing(desk: Desk, library: Library) -> None:
    pool = [question for bank in library.banks for question in bank.questions]
    assert [q.topic for q in taste_of(pool, desk.needs)] == ["sides"] * 4 + ["weights"]
    assert taste_of(pool[-1:], desk.needs) == tuple(pool[-1:])


@pytest.mark.parametrize(
    ("verb", "right", "days"),
    [("quiz", False, 1), ("study", False, 0), ("drill", True, None), ("sprint", True, None)],
)
def test_when_an_answer_comes_back(
    desk: Desk, library: Library, verb: Verb, right: bool, days: int | None
) -> None:
    going = sitting(desk, library, verb, "sides")
    answer(going, right=right)
    assert next_due(desk, verb, going.outcomes[-1]) == days


def test_a_sitting_of_today_is_offered_again(
    desk: Desk, library: Library, tmp_path: Path, clock: Clock
) -> None:
    with BookmarkFile(tmp_path / "mark.json") as bookmark:
        going = sitting(desk, library, "quiz", "sides", bookmark=bookmark)
        answer(going)
        going.advance()
        found = left_off(desk, library, bookmark)
        assert found is not None
        assert (found.done, found.count) == (1, 10)
        assert begin(desk, found.wanted, bookmark).id == going.id
        clock.now += timedelta(days=1)
        assert left_off(desk, library, bookmark) is None


def test_a_sitting_whose_questions_are_gone_is_not_offered(
    desk: Desk, library: Library, tmp_path: Path
) -> None:
    with BookmarkFile(tmp_path / "mark.json") as bookmark:
        sitting(desk, library, "quiz", "sides", bookmark=bookmark)
        assert left_off(desk, Library((), ()), bookmark) is None


def test_settings_are_what_is_planned_with() -> None:
    plan = plan_from(Settings(new_per_day=3, exam_date=TODAY, exam_retention=0.95))
    assert plan.new_a_day == 3
    assert plan.exam == Exam(TODAY, 0.95)
    assert plan_from(Settings()).exam is None


def test_without_a_history_there_is_no_progress(
    library: Library, clock: Callable[[], datetime]
) -> None:
    overview = overview_of(Desk(Learner(None), Keeper(None), clock, {}), library)
    assert overview.progress is None
    assert overview.is_first
