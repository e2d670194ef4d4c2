"""Parameters fitted to one's own history."""

import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quizapp.errors import UsageError
from quizapp.generate import Chance
from quizapp.history import History, Note, Review
from quizapp.study import Deriver, comparable, rebuild
from quizapp.study.cards import Card
from quizapp.study.memory import DEFAULT_PARAMETERS, Memory
from quizapp.study.optimizing import Story, fitted, library_fitter, loss_of, stories_of
from quizapp.study.rebuilding import bring_up_to_date, derived_version

START = datetime(2026, 3, 2, 0, 30, tzinfo=UTC)
OTHER = (1.0, *DEFAULT_PARAMETERS[1:2], 6.0, *DEFAULT_PARAMETERS[3:])
"""Of somebody who remembers better than most after a first meeting."""


def topic_of(_bank: str, _question: str) -> str:
    return "topic"


def review(number: int, day: float, rating: int | None = 3, **more: object) -> Review:
    at = START + timedelta(days=day)
    fields: dict[str, object] = {
        "uuid": f"r{number}", "profile": "me", "bank": "b", "question": "q", "revision": "1",
        "level": 1, "variables": {}, "shown": {}, "seed": 1, "generator": 1, "submission": "1",
        "read_as": "1", "verdict": "wrong" if rating == 1 else "correct", "mistakes": (),
        "hints": int(rating == 2), "ms": 500, "rating": rating, "sitting": "s", "shown_at": at,
        "answered_at": at, "offset_minutes": 0, **more,
    }  # fmt: skip
    return Review(**fields)  # type: ignore[arg-type] # any field


def stories(count: int) -> list[Story]:
    """Lived by somebody with the other parameters."""
    memory, lived = Memory(OTHER), []
    for card in range(count):
        chance = Chance("life", card)
        rating = 3 if chance.below(10) < 7 else 1
        stability, difficulty = memory.first(rating)
        story = [(rating, 0)]
        for _ in range(5):
            days = max(1, round(stability * (0.5 + chance.below(100) / 60)))
            recalled = chance.below(10_000) < 10_000 * memory.retrievability(stability, days)
            rating = 3 if recalled else 1
            stability, difficulty, _ = memory.after(stability, difficulty, days, rating)
            story.append((rating, days))
        lived.append(tuple(story))
    return lived


def giving(parameters: Sequence[float]) -> Callable[[Sequence[Story]], Sequence[float]]:
    return lambda _stories: parameters


def test_what_moved_the_memory_is_what_parameters_are_fitted_to(tmp_path: Path) -> None:
    with History.open(tmp_path / "h" / "history.db", lambda: START) as history:
        rows: list[Review | Note] = [
            review(1, 0),
            review(2, 0.1, rating=1),  # not the day's first
            review(3, 2, rating=2),
            review(4, 5, rating=2),  # a second Hard running is an Again
            review(5, 6, rating=None),  # drilled
            review(6, 9, shown={"after_talk": True}),
            review(7, 12),
            review(8, 15, rating=1),
            Note("undo", "n", "r8", "me", START, 0, {}),
            review(9, 3, profile="another"),
            review(10, 1, question="p", rating=None),
        ]
        for row in rows:
            history.append(row)
        assert stories_of(history, "me") == (((3, 0), (2, 2), (1, 3), (3, 7)),)


def test_parameters_that_foretell_better_are_better() -> None:
    lived = stories(150)
    fit = fitted(lived, giving(OTHER))
    assert fit.is_better
    assert fit.reviews == 900
    assert fit.loss == pytest.approx(loss_of(Memory(OTHER), lived))
    assert not fitted(lived, giving(DEFAULT_PARAMETERS)).is_better


def test_below_four_hundred_reviews_nothing_is_fitted() -> None:
    with pytest.raises(UsageError, match="there are 396") as caught:
        fitted(stories(66), giving(OTHER))
    assert caught.value.code == "optimize-few"
    fitted(stories(67), giving(OTHER))


@pytest.mark.parametrize("parameters", [(), (1.0,) * 19, (0.0,) * 21, (1e300,) * 21])
def test_what_are_no_parameters_is_refused(parameters: Sequence[float]) -> None:
    with pytest.raises(UsageError) as caught:
        fitted(stories(67), giving(parameters))
    assert caught.value.code == "optimize-nothing"


def test_without_the_extra_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsrs_rs_python", None)
    with pytest.raises(UsageError, match=r"pip install 'quizapp\[optimize\]'"):
        library_fitter()


def test_the_library_fits_the_history_better_than_the_defaults() -> None:
    pytest.importorskip("fsrs_rs_python")
    assert fitted(stories(300), library_fitter()).is_better


def test_cards_follow_the_parameters_of_their_learner(tmp_path: Path) -> None:
    models = {"me": Memory(OTHER)}
    with History.open(tmp_path / "h" / "history.db", lambda: START) as history:
        for number, (profile, day) in enumerate([("me", 0), ("me", 9), ("you", 0), ("you", 9)]):
            history.append(review(number, day, profile=profile), Deriver(topic_of, models))
        assert bring_up_to_date(history, topic_of, models)
        assert not bring_up_to_date(history, topic_of, models)
        history.append(review(9, 30, profile="me"), Deriver(topic_of, models))
        history.append(review(8, 20, profile="me"), Deriver(topic_of, models))
        assert comparable(history.derived()) == comparable(rebuild(history, topic_of, models))
        mine, yours = (history.card(name, "b", "q") for name in ("me", "you"))
        assert mine is not None
        assert yours is not None
        stability = Memory(OTHER).first(3)[0]
        assert Card.of(mine.state, models["me"]).stability > stability
        usual = comparable(rebuild(history, topic_of))
        assert usual.cards[0].state != mine.state
        assert usual.cards[1].state == yours.state


def test_other_parameters_make_the_caches_anew() -> None:
    assert derived_version({}) != derived_version({"me": Memory(OTHER)})
    assert derived_version({"me": Memory(OTHER)}) != derived_version({"you": Memory(OTHER)})
    assert derived_version({"me": Memory(OTHER)}) < 2**63
