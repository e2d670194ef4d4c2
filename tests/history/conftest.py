from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quizapp.history import History, Note, Review

NOON = datetime(2026, 3, 1, 12, 0, 0, 123_000, tzinfo=UTC)

_REVIEW = Review(
    uuid="review",
    profile="ana",
    bank="convolution",
    question="conv-parameters",
    revision="5f0c",
    level=1,
    variables={"k": 3, "c_in": 128, "bias": True, "pad": "same"},
    shown={"show": "torch", "options": ["73,728", "73,792개"]},
    seed=7,
    generator=1,
    submission="73 728",
    read_as="73,728",
    verdict="wrong",
    mistakes=("forgot-bias",),
    hints=0,
    ms=41_250,
    rating=1,
    sitting="sitting-1",
    shown_at=NOON - timedelta(seconds=41),
    answered_at=NOON,
    offset_minutes=540,
)


@pytest.fixture(scope="session")
def review_of() -> Callable[..., Review]:
    """A review with the named fields changed; `after` puts it so many seconds later."""

    def make(uuid: str, after: int = 0, **changes: object) -> Review:
        moment = NOON + timedelta(seconds=after)
        return replace(_REVIEW, uuid=uuid, answered_at=moment, **changes)  # type: ignore[arg-type] # any field

    return make


@pytest.fixture(scope="session")
def undo_of() -> Callable[[str], Note]:
    def make(uuid: str) -> Note:
        return Note("undo", f"undo-{uuid}", uuid, "ana", NOON, 540, {})

    return make


@pytest.fixture(scope="session")
def clock() -> Callable[[], datetime]:
    return lambda: NOON


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "history.db"


@pytest.fixture
def history(path: Path, clock: Callable[[], datetime]) -> Iterator[History]:
    with History.open(path, clock) as opened:
        yield opened
