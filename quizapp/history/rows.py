"""The rows of the log, and their form in JSON."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal, get_args

NoteType = Literal["undo", "probe", "flag", "retire", "restore", "question"]


@dataclass(frozen=True, slots=True)
class Review:
    """One answer to one variant, with all that is needed to show that screen again.

    Times are aware and in UTC, and are kept to the millisecond; ``offset_minutes`` is what the
    learner's clock was ahead of UTC. ``variables`` and ``shown`` hold what JSON can hold.
    """

    uuid: str
    profile: str
    bank: str
    question: str
    revision: str
    """The hash of the question as it was written then."""
    level: int
    variables: Mapping[str, object]
    shown: Mapping[str, object]
    """``{"show": how the network was shown, "options": [texts, in the order on the screen]}``."""
    seed: int
    generator: int
    """The version of the drawing for which ``seed`` gives this variant."""
    submission: str
    read_as: str | None
    verdict: str
    mistakes: tuple[str, ...]
    hints: int
    ms: int
    rating: int | None
    """FSRS's 1 to 4, or None for an answer that is logged and rates nothing."""
    sitting: str
    shown_at: datetime
    answered_at: datetime
    offset_minutes: int

    def __post_init__(self) -> None:
        object.__setattr__(self, "shown_at", _to_the_millisecond(self.shown_at))
        object.__setattr__(self, "answered_at", _to_the_millisecond(self.answered_at))

    def as_json(self) -> dict[str, object]:
        """The line of ``history export``."""
        return {
            "type": "review",
            "uuid": self.uuid,
            "profile": self.profile,
            "bank": self.bank,
            "question": self.question,
            "revision": self.revision,
            "level": self.level,
            "variables": dict(self.variables),
            "shown": dict(self.shown),
            "seed": self.seed,
            "generator": self.generator,
            "submission": self.submission,
            "read_as": self.read_as,
            "verdict": self.verdict,
            "mistakes": list(self.mistakes),
            "hints": self.hints,
            "ms": self.ms,
            "rating": self.rating,
            "sitting": self.sitting,
            "shown_at": _written(self.shown_at),
            "answered_at": _written(self.answered_at),
            "offset_minutes": self.offset_minutes,
        }

    @classmethod
    def from_json(cls, record: Mapping[str, Any]) -> "Review":
        """The review of which :meth:`as_json` made ``record``; other keys are passed over."""
        return cls(
            uuid=record["uuid"],
            profile=record["profile"],
            bank=record["bank"],
            question=record["question"],
            revision=record["revision"],
            level=record["level"],
            variables=record["variables"],
            shown=record["shown"],
            seed=record["seed"],
            generator=record["generator"],
            submission=record["submission"],
            read_as=record["read_as"],
            verdict=record["verdict"],
            mistakes=tuple(record["mistakes"]),
            hints=record["hints"],
            ms=record["ms"],
            rating=record["rating"],
            sitting=record["sitting"],
            shown_at=datetime.fromisoformat(record["shown_at"]),
            answered_at=datetime.fromisoformat(record["answered_at"]),
            offset_minutes=record["offset_minutes"],
        )


@dataclass(frozen=True, slots=True)
class Note:
    """A row about a review or a question: an undo, a settled probe, a flag, ….

    ``of`` is the review's uuid, or ``bank/question``; ``body`` holds what JSON can hold. ``at`` and
    ``offset_minutes`` are as in :class:`Review`.
    """

    type: NoteType
    uuid: str
    of: str
    profile: str
    at: datetime
    offset_minutes: int
    body: Mapping[str, object]

    def __post_init__(self) -> None:
        if self.type not in get_args(NoteType):
            raise ValueError(f"no such type of note: {self.type!r}")
        object.__setattr__(self, "at", _to_the_millisecond(self.at))

    def as_json(self) -> dict[str, object]:
        """The line of ``history export``."""
        return {
            "type": self.type,
            "uuid": self.uuid,
            "of": self.of,
            "profile": self.profile,
            "at": _written(self.at),
            "offset_minutes": self.offset_minutes,
            "body": dict(self.body),
        }

    @classmethod
    def from_json(cls, record: Mapping[str, Any]) -> "Note":
        """The note of which :meth:`as_json` made ``record``; other keys are passed over."""
        return cls(
            type=record["type"],
            uuid=record["uuid"],
            of=record["of"],
            profile=record["profile"],
            at=datetime.fromisoformat(record["at"]),
            offset_minutes=record["offset_minutes"],
            body=record["body"],
        )


def _to_the_millisecond(moment: datetime) -> datetime:
    """What is left of a moment once it is written, so that a row equals the row read back."""
    if moment.utcoffset() != timedelta(0):
        raise ValueError(f"a row's time must be aware and in UTC, not {moment!r}")
    return moment.replace(tzinfo=UTC, microsecond=moment.microsecond // 1000 * 1000)


def _written(moment: datetime) -> str:
    """``2026-03-01T09:00:00.123Z``: of one width, so that the texts sort as the moments do."""
    return moment.replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"
