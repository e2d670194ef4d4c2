from collections.abc import Callable
from dataclasses import fields
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.history import Note, NoteType, Review

MakeReview = Callable[..., Review]


def test_a_review_is_exported_under_its_field_names(review_of: MakeReview) -> None:
    names = [field.name for field in fields(Review)]
    assert list(review_of("a").as_json()) == ["type", *names]


def test_an_exported_review_carries_utc_times_with_milliseconds(review_of: MakeReview) -> None:
    exported = review_of("a").as_json()
    assert exported["type"] == "review"
    assert exported["answered_at"] == "2026-03-01T12:00:00.123Z"
    assert exported["shown_at"] == "2026-03-01T11:59:19.123Z"
    assert exported["offset_minutes"] == 540
    assert exported["mistakes"] == ["forgot-bias"]


def test_a_note_is_exported_with_its_body() -> None:
    moment = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
    note = Note("flag", "n", "convolution/conv-parameters", "ana", moment, -210, {"why": "unclear"})
    assert note.as_json() == {
        "type": "flag",
        "uuid": "n",
        "of": "convolution/conv-parameters",
        "profile": "ana",
        "at": "2026-03-01T09:00:00.000Z",
        "offset_minutes": -210,
        "body": {"why": "unclear"},
    }


@pytest.mark.parametrize("type_", get_args(NoteType))
def test_every_type_of_note_is_read_back_from_its_export(type_: NoteType) -> None:
    note = Note(type_, "n", "review", "ana", datetime(2026, 3, 1, tzinfo=UTC), 0, {"seed": 3})
    assert Note.from_json(note.as_json()) == note


def test_a_note_of_an_unknown_type_is_refused() -> None:
    with pytest.raises(ValueError, match="shrug"):
        Note("shrug", "n", "review", "ana", datetime(2026, 3, 1, tzinfo=UTC), 0, {})  # type: ignore[arg-type] # the point


@pytest.mark.parametrize("zone", [None, timezone(timedelta(hours=9))])
def test_a_time_that_is_not_utc_is_refused(review_of: MakeReview, zone: Any) -> None:
    with pytest.raises(ValueError, match="UTC"):
        review_of("a", shown_at=datetime(2026, 3, 1, tzinfo=zone))


@given(st.datetimes(timezones=st.just(UTC)))
def test_a_review_equals_the_one_read_back_from_its_export(
    review_of: MakeReview, moment: datetime
) -> None:
    review = review_of("a", shown_at=moment)
    assert Review.from_json(review.as_json()) == review
    assert timedelta(0) <= moment - review.shown_at < timedelta(milliseconds=1)


@given(st.datetimes(timezones=st.just(UTC)), st.datetimes(timezones=st.just(UTC)))
def test_exported_times_sort_as_the_moments_do(
    review_of: MakeReview, one: datetime, other: datetime
) -> None:
    first, second = review_of("a", shown_at=one), review_of("b", shown_at=other)
    as_text = [str(review.as_json()["shown_at"]) for review in (first, second)]
    assert (as_text[0] < as_text[1]) == (first.shown_at < second.shown_at)
