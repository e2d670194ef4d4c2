"""Progress as pictures."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.drawing import calendar_lines, forecast_bars, progress_bar, retention_bars, spark
from quizapp.words import LANGUAGES, Language, cell_width

TUESDAY = date(2026, 11, 24)


def test_a_spark_has_a_sign_for_each_value() -> None:
    assert spark([0, 1, 4, 8, 16, 2]) == "▁▂▃▅█▂"
    assert spark([0, 1, 16], ascii_only=True) == "_.#"
    assert spark([]) == ""
    assert spark([0, 0]) == "▁▁"


@pytest.mark.parametrize(
    ("fraction", "bar"),
    [
        (0, "··········"), (1, "██████████"), (0.75, "███████▌··"), (0.04, "··········"),
        (Fraction(1, 20), "▌·········"), (0.999, "█████████▌"), (2, "██████████"),
        (-1, "··········"),
    ],
)  # fmt: skip
def test_a_bar_is_full_only_when_all_is_done(fraction: float, bar: str) -> None:
    assert progress_bar(fraction) == bar


def test_a_bar_in_ascii_is_as_wide() -> None:
    assert progress_bar(0.75, 10, ascii_only=True) == "########.."


def test_what_falls_due_is_a_bar_a_day() -> None:
    counts = {TUESDAY + timedelta(days=n): count for n, count in enumerate([12, 0, 3])}
    assert forecast_bars(counts, "en", 25) == [
        "Tue 24  █████████████  12",
        "Wed 25  0",
        "Thu 26  ███▌  3",
    ]
    assert forecast_bars(counts, "ko", 24)[0].startswith("화 24  █")


def test_retention_is_out_of_all() -> None:
    rows = [("Shapes", 9, 10), ("Fields", 1, 3), ("New", 0, 0)]
    assert retention_bars(rows, 27) == [
        "Shapes  █████████·   90.0 %",
        "Fields  ███·······   33.3 %",
        "New     ··········        —",
    ]


def test_a_calendar_shows_weeks_as_columns_up_to_a_day() -> None:
    counts = {TUESDAY: 10, TUESDAY - timedelta(days=1): 1, TUESDAY - timedelta(days=7): 5}
    assert calendar_lines(counts, TUESDAY, "en", 16) == [
        "    Oct Nov",
        "Mon . . . . . ░",
        "Tue . . . . ▒ █",
        "Wed . . . . .",
        "Thu . . . . .",
        "Fri . . . . .",
        "Sat . . . . .",
        "Sun . . . . .",
    ]
    assert calendar_lines(counts, TUESDAY, "en", 16, ascii_only=True)[2] == "Tue . . . . o #"


@given(
    days=st.dictionaries(st.dates(date(2024, 1, 1), date(2027, 1, 1)), st.integers(0, 99)),
    last=st.dates(date(2024, 6, 1), date(2026, 12, 31)),
    width=st.integers(8, 120),
    language=st.sampled_from(LANGUAGES),
)
def test_a_calendar_fits_and_is_eight_lines(
    days: dict[date, int], last: date, width: int, language: Language
) -> None:
    lines = calendar_lines(days, last, language, width)
    assert len(lines) == 8
    assert all(cell_width(line) <= width for line in lines)


@given(st.lists(st.integers(0, 10_000), max_size=40))
def test_what_is_not_nothing_is_never_drawn_as_nothing(values: list[int]) -> None:
    drawn = spark(values)
    assert [sign == "▁" for sign in drawn] == [value == 0 for value in values]
