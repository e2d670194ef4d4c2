"""The numbers of a learner's year, and of a class."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from quizapp.history import History, Note, Review
from quizapp.study import Deriver
from quizapp.study.cards import MODEL
from quizapp.study.classroom import classroom_of, rows_in
from quizapp.study.memory import DEFAULT_PARAMETERS, Memory
from quizapp.study.progress import Day, Progress, by_day, daily, progress_of, streak_of

TODAY = date(2026, 3, 20)
NOW = datetime.fromisoformat("2026-03-20T21:00:00+09:00")


def topic_of(_bank: str, question: str) -> str:
    return question.split("-", maxsplit=1)[0]


def review(
    number: int,
    back: float,
    *,
    question: str = "conv-a",
    rating: int | None = 3,
    profile: str = "default",
    mistakes: tuple[str, ...] = (),
) -> Review:
    at = (NOW - timedelta(days=back, minutes=number % 50)).astimezone(UTC)
    return Review(
        uuid=f"{profile}-{number}", profile=profile, bank="b", question=question, revision="1",
        level=1, variables={}, shown={}, seed=1, generator=1, submission="1", read_as="1",
        verdict="wrong" if mistakes or rating == 1 else "correct", mistakes=mistakes, hints=0,
        ms=30_000, rating=rating, sitting="s", shown_at=at, answered_at=at, offset_minutes=540,
    )  # fmt: skip


def progress(tmp_path: Path, *rows: Review | Note, model: Memory = MODEL) -> Progress:
    with History.open(tmp_path / "history.db", lambda: NOW) as history:
        for row in sorted(rows, key=lambda r: r.answered_at if isinstance(r, Review) else r.at):
            history.append(row, Deriver(topic_of, {"default": model}))
        return progress_of(history, "default", NOW, model=model)


def days(*back: int) -> list[Day]:
    return [Day(TODAY - timedelta(days=n), 1) for n in sorted(back, reverse=True)]


def test_days_running_up_to_today_are_a_streak() -> None:
    assert streak_of(days(0, 1, 2), TODAY, lambda day: True) == 3
    assert streak_of([], TODAY, lambda day: True) == 0


def test_today_is_not_over_yet() -> None:
    assert streak_of(days(1, 2), TODAY, lambda day: True) == 2
    assert streak_of(days(2, 3), TODAY, lambda day: True) == 0


def test_a_day_with_nothing_due_breaks_no_streak() -> None:
    assert streak_of(days(0, 1, 3, 4), TODAY, lambda day: True) == 2
    assert streak_of(days(0, 1, 3, 4), TODAY, lambda day: False) == 4


def test_of_several_empty_days_the_last_is_asked() -> None:
    asked: list[date] = []

    def was_due(day: date) -> bool:
        asked.append(day)
        return False

    streak_of(days(0, 5), TODAY, was_due)
    assert asked == [TODAY - timedelta(days=1)]


def test_the_history_says_whether_something_was_due(tmp_path: Path) -> None:
    # What was answered first comes back two days later: the day between is free.
    kept = progress(tmp_path / "kept", review(1, 4), review(2, 2), review(3, 0, question="conv-b"))
    assert kept.streak == 3
    free = progress(tmp_path / "free", review(1, 2), review(2, 0))
    assert free.streak == 2
    missed = progress(tmp_path / "missed", review(1, 5), review(2, 2), review(3, 0, rating=None))
    assert missed.streak == 2


def test_what_was_due_is_for_the_learners_own_model_to_say(tmp_path: Path) -> None:
    fitted = Memory([10.0 if n < 4 else w for n, w in enumerate(DEFAULT_PARAMETERS)])
    rows = (review(1, 5), review(2, 0))
    # Answered right for the first time it comes back in two days, and by that model in ten.
    assert progress(tmp_path / "usual", *rows).streak == 1
    assert progress(tmp_path / "fitted", *rows, model=fitted).streak == 2


def test_sums_answers_minutes_and_retention(tmp_path: Path) -> None:
    rows = [review(n, 20 - n, question=f"conv-{n}") for n in range(12)]
    rows += [review(20 + n, 3, question=f"conv-{n}", rating=1 + 2 * (n > 2)) for n in range(12)]
    found = progress(tmp_path, *rows)
    assert (found.answers, found.right, found.minutes) == (24, 21, 12)
    assert (found.retention.rated, found.retention.recalled) == (12, 9)
    assert found.retention.true == 0.75
    assert 0.5 < found.retention.expected < 1
    assert found.retention.is_telling


def test_the_forecast_counts_what_comes_due(tmp_path: Path) -> None:
    found = progress(tmp_path, review(1, 0), review(2, 0, question="conv-b"),
                     review(3, 9, question="conv-c"))  # fmt: skip
    assert found.due == 1
    assert sum(count for _, count in found.forecast) == 2
    assert found.forecast[0][0] == TODAY + timedelta(days=1)
    assert dict(found.forecast)[TODAY + timedelta(days=2)] >= 1


def test_slips_are_ranked(tmp_path: Path) -> None:
    found = progress(
        tmp_path,
        review(1, 1, mistakes=("a",)), review(2, 2, mistakes=("b",)),
        review(3, 3, mistakes=("b+a",)), review(4, 4, mistakes=("b", "c")),
        review(5, 90, mistakes=("a",)),
    )  # fmt: skip
    assert found.slips == (("a", 2), ("b", 2))


def test_the_sums_of_days_are_those_of_the_log(tmp_path: Path) -> None:
    rows = [
        review(n, (n * 7) % 40, question=f"conv-{n % 5}", rating=(None, 1, 3)[n % 3])
        for n in range(60)
    ]
    with History.open(tmp_path / "history.db", lambda: NOW) as history:
        for row in rows:
            history.append(row, Deriver(topic_of))
        history.append(
            Note("undo", "u", rows[7].uuid, "default", NOW.astimezone(UTC), 540, {}),
            Deriver(topic_of),
        )
        summed = by_day(history.day_totals("default", TODAY - timedelta(days=364), TODAY))
        counted: dict[date, int] = {}
        for row in history.reviews("default"):
            local = row.answered_at + timedelta(minutes=row.offset_minutes) - timedelta(hours=4)
            counted[local.date()] = counted.get(local.date(), 0) + 1
    assert {day.day: day.answers for day in summed} == counted
    assert sum(daily(summed, TODAY, 45)) == 59


def lines(*rows: Review | Note) -> list[str]:
    return [json.dumps(row.as_json()) for row in rows]


def test_a_class_is_topic_by_mistake() -> None:
    at = NOW.astimezone(UTC)
    rows, unread = rows_in(
        [
            *lines(
                review(1, 1, profile="ana", mistakes=("forgot-bias",)),
                review(2, 1, profile="ana"),
                review(3, 1, profile="ben", mistakes=("forgot-bias",)),
                review(4, 1, profile="ben", question="pool-a", mistakes=("a+b",)),
                review(5, 1, profile="ben", mistakes=("x", "y")),
                review(6, 1, profile="ben", mistakes=("z",)),
                Note("undo", "u", "ben-6", "ben", at, 0, {}),
                Note("probe", "p", "ben-5", "ben", at, 0, {"mistake": "x"}),
            ),
            "", "not json", "[]", '{"type": "review"}',
        ]
    )  # fmt: skip
    assert unread == 3
    found = classroom_of([*rows, *rows], topic_of)
    assert [(p.name, p.answers, p.right) for p in found.people] == [("ana", 2, 1), ("ben", 3, 0)]
    assert found.slips == (
        ("conv", "forgot-bias", 2, 2),
        ("conv", "x", 1, 1),
        ("pool", "a", 1, 1),
        ("pool", "b", 1, 1),
    )
    assert found.topics == (("conv", 4, 1), ("pool", 1, 0))
    assert (found.answers, found.right) == (5, 1)


def test_what_was_answered_after_a_talk_is_not_a_persons_own() -> None:
    alone = review(1, 1, profile="ana", mistakes=("forgot-bias",))
    together = replace(review(2, 1, profile="ana"), shown={"exposes": [], "after_talk": True})
    found = classroom_of([alone, together], topic_of)
    assert found == classroom_of([alone], topic_of)
    assert (found.answers, found.right) == (1, 0)


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_files_changes_nothing(order: int) -> None:
    rows = [review(n, n, profile="ana", mistakes=("a",) if n % 2 else ()) for n in range(6)]
    assert classroom_of(rows[::order], topic_of) == classroom_of(rows, topic_of)
