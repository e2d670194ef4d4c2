"""The fields of a row that came from elsewhere: each is what it must be, or is refused by name."""

import math
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import TypeVar

from quizapp.errors import HistoryError
from quizapp.words import is_forbidden

MOST = 2**63 - 1
MOST_SEED = 2**256
MINUTES_OF_A_DAY = 24 * 60
LONGEST_NAME = 200
DEEPEST = 24

_MOMENT = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?(Z|\+00:00)"  # compiled at the first

Value = TypeVar("Value")


class Fields:
    """Reads a record field by field; each method raises HistoryError naming the field."""

    def __init__(self, record: Mapping[str, object]) -> None:
        self._record = record

    def optional(self, field: str, read: Callable[[str], Value]) -> Value | None:
        """None where the field is null."""
        return None if self._of(field) is None else read(field)

    def text(self, field: str) -> str:
        """Any text: what a learner typed may hold anything."""
        value = self._of(field)
        if not isinstance(value, str):
            raise HistoryError("row-text", "{field} must be a text", field=field)
        return value

    def name(self, field: str) -> str:
        """A short text without control characters."""
        value = self._of(field)
        if not isinstance(value, str) or not _is_name(value):
            raise HistoryError(
                "row-name",
                "{field} must be a text of 1 to {longest} characters, none of them a control "
                "character",
                field=field,
                longest=LONGEST_NAME,
            )
        return value

    def profile(self, field: str) -> str:
        """A person's name."""
        from quizapp.history.profiles import WIDEST, is_profile

        value = self._of(field)
        if not isinstance(value, str) or not is_profile(value):
            raise HistoryError(
                "row-profile",
                "{field} must be a name of 1 to {widest} columns without slashes and control "
                "characters",
                field=field,
                widest=WIDEST,
            )
        return value

    def one_of(self, field: str, names: Sequence[str]) -> str:
        """One of the names."""
        value = self._of(field)
        if not isinstance(value, str) or value not in names:
            raise HistoryError(
                "row-choice",
                "{field} must be one of {names}",
                field=field,
                names=", ".join(names),
            )
        return value

    def names(self, field: str) -> tuple[str, ...]:
        """A list of short texts."""
        value = self._of(field)
        if not isinstance(value, list) or not all(
            isinstance(item, str) and _is_name(item) for item in value
        ):
            raise HistoryError("row-names", "{field} must be a list of short texts", field=field)
        return tuple(value)

    def whole(self, field: str, low: int, high: int = MOST) -> int:
        """A whole number in those bounds."""
        value = self._of(field)
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise HistoryError(
                "row-whole",
                "{field} must be a whole number from {low} to {high}",
                field=field,
                low=low,
                high=high,
            )
        return value

    def moment(self, field: str) -> datetime:
        """A time in UTC."""
        value = self._of(field)
        refusal = HistoryError(
            "row-moment",
            "{field} must be a time in UTC such as 2026-03-01T09:00:00.123Z",
            field=field,
        )
        if not isinstance(value, str) or not re.fullmatch(_MOMENT, value, re.ASCII):
            raise refusal
        try:
            return datetime.fromisoformat(value).astimezone(UTC)
        except ValueError:
            raise refusal from None

    def mapping(self, field: str) -> Mapping[str, object]:
        """What JSON can hold, under names."""
        value = self._of(field)
        if not isinstance(value, dict) or not _is_plain(value, DEEPEST):
            raise HistoryError(
                "row-mapping",
                "{field} must be an object of texts, finite numbers, lists and objects, at most "
                "{deepest} levels deep",
                field=field,
                deepest=DEEPEST,
            )
        return value

    def _of(self, field: str) -> object:
        if field not in self._record:
            raise HistoryError("row-missing", "{field} is missing", field=field)
        return self._record[field]


def _is_name(text: str) -> bool:
    return 0 < len(text) <= LONGEST_NAME and not any(
        char in "\n\t" or is_forbidden(char) for char in text
    )


def _is_plain(value: object, deepest: int) -> bool:
    match value:
        case None | bool() | int() | str():
            return True
        case float():
            return math.isfinite(value)
        case list() | tuple():
            return deepest > 0 and all(_is_plain(item, deepest - 1) for item in value)
        case dict():
            return deepest > 0 and all(_is_plain(item, deepest - 1) for item in value.values())
        case _:
            return False
