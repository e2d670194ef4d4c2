"""Clocks that are wrong, zones that change: what the log makes of them."""

import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.history import CardRow, Changes, History, exported, keep_backup, rows_in
from tests.faults.children import NOON, review

Clock = Callable[[], datetime]
Figure = Callable[[str], None]

ZONES = (
    "UTC", "Asia/Seoul", "America/New_York", "Asia/Kolkata", "Asia/Kathmandu", "Pacific/Chatham",
    "Australia/Lord_Howe", "Pacific/Kiritimati", "Africa/Casablanca",
)  # fmt: skip

YEARS = (1, 1970, 1999, 2026, 2038, 2039, 2106, 9999)


def test_an_answer_of_any_year_is_kept_exported_and_found(
    path: Path, tmp_path: Path, now: Clock, figure: Figure
) -> None:
    with History.open(path, now) as history:
        for year in YEARS:
            at = datetime(year, 6, 1, tzinfo=UTC)
            history.append(review(f"{year:04}", shown_at=at, answered_at=at))
        assert [row.uuid for row in history.reviews()] == [f"{year:04}" for year in YEARS]
        late = history.reviews("ana", since=datetime(2038, 1, 19, 3, 14, 8, tzinfo=UTC))
        assert [row.uuid for row in late] == ["2038", "2039", "2106", "9999"]
        file = tmp_path / "rows.jsonl"
        file.write_text("".join(f"{line}\n" for line in exported(history)))
        assert [*rows_in(file)] == [*history.everything()]
    figure(f"years kept and read back: {len(YEARS)} of {len(YEARS)}")


@pytest.mark.parametrize("year", [1970, 2038, 2500, 9999])
def test_a_card_is_due_to_the_microsecond_in_any_year(path: Path, now: Clock, year: int) -> None:
    due = datetime(year, 3, 1, 1, 2, 3, 123_457, tzinfo=UTC)
    card = CardRow("ana", "conv", "q", "shapes", due, ready=False, retired=False, state={})
    with History.open(path, now) as history:
        history.replace_derived(None, Changes((card,)))
        assert history.card("ana", "conv", "q") == card
        assert history.due_counts("ana", due) == {"conv": 1}
        assert history.due_counts("ana", due - timedelta(microseconds=1)) == {}


def test_a_clock_that_jumps_changes_no_file_but_by_its_name(path: Path, now: Clock) -> None:
    moments = [NOON, NOON - timedelta(days=30), NOON + timedelta(days=3650), NOON]
    with History.open(path, now) as history:
        for number, moment in enumerate(moments):
            history.append(review(str(number), shown_at=moment, answered_at=moment))
            keep_backup(path, moment)
    with History.open(path, lambda: datetime(1970, 1, 1, tzinfo=UTC)) as history:
        assert [row.uuid for row in history.reviews()] == ["1", "0", "3", "2"]
        assert history.notice is None


@settings(max_examples=500, deadline=None)
@given(
    st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2060, 1, 1)),  # noqa: DTZ001 -- a wall clock
    st.sampled_from(ZONES),
    st.sampled_from((0, 1)),
)
def test_what_the_wall_clock_said_can_be_told_from_a_row_in_any_zone(
    wall: datetime, zone: str, fold: int
) -> None:
    local = wall.replace(tzinfo=ZoneInfo(zone), fold=fold)
    # An hour that is left out in spring is none that a clock shows.
    local = local.astimezone(UTC).astimezone(ZoneInfo(zone))
    offset = local.utcoffset() or timedelta()
    row = review(
        "a",
        shown_at=local.astimezone(UTC),
        answered_at=local.astimezone(UTC),
        offset_minutes=round(offset.total_seconds() / 60),
    )
    told = row.answered_at + timedelta(minutes=row.offset_minutes)
    assert told.replace(tzinfo=None, microsecond=0) == local.replace(tzinfo=None, microsecond=0)


def test_rows_of_travellers_keep_the_order_of_the_moments(now: Clock) -> None:
    """Across midnight and across the hour that autumn has twice."""
    zone = ZoneInfo("America/New_York")
    first = datetime(2026, 11, 1, 1, 30, tzinfo=zone, fold=0)
    second = datetime(2026, 11, 1, 1, 30, tzinfo=zone, fold=1)
    seoul = second.astimezone(ZoneInfo("Asia/Seoul")) + timedelta(minutes=1)
    with tempfile.TemporaryDirectory() as name, History.open(Path(name, "h.db"), now) as history:
        for uuid, moment in (("third", seoul), ("second", second), ("first", first)):
            at = moment.astimezone(UTC)
            history.append(review(uuid, shown_at=at, answered_at=at))
        rows = [*history.reviews()]
    assert [row.uuid for row in rows] == ["first", "second", "third"]
    assert rows[1].answered_at - rows[0].answered_at == timedelta(hours=1)
    assert date(2026, 11, 1) == rows[2].answered_at.date()
