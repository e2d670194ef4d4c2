"""The rows of the log, and their form in JSON."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Literal, cast, get_args
from uuid import UUID, uuid5

from quizapp.frozen import dataclass
from quizapp.history.fields import MINUTES_OF_A_DAY, MOST_SEED, Fields

NoteType = Literal["undo", "probe", "flag", "retire", "restore", "question"]

_REVISIONS = UUID("5d1f2f6e-61f4-4c6c-9d0a-3a4e9f4b7c11")


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
    """``{"show": how the network was shown, "options": [texts as they were read, in their order]}``
    and what else of a screen does not follow from the question and its variables."""
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
            "shown_at": written(self.shown_at),
            "answered_at": written(self.answered_at),
            "offset_minutes": self.offset_minutes,
        }

    @classmethod
    def from_json(cls, record: Mapping[str, object]) -> "Review":
        """The review of which :meth:`as_json` made ``record``; other keys are passed over.

        Raises HistoryError, with the field's name, for what no review can hold.
        """
        read = Fields(record)
        return cls(
            uuid=read.name("uuid"),
            profile=read.profile("profile"),
            bank=read.name("bank"),
            question=read.name("question"),
            revision=read.name("revision"),
            level=read.whole("level", 0),
            variables=read.mapping("variables"),
            shown=read.mapping("shown"),
            seed=read.whole("seed", -MOST_SEED, MOST_SEED),
            generator=read.whole("generator", 0),
            submission=read.text("submission"),
            read_as=read.optional("read_as", read.text),
            verdict=read.name("verdict"),
            mistakes=read.names("mistakes"),
            hints=read.whole("hints", 0),
            ms=read.whole("ms", 0),
            rating=read.optional("rating", lambda field: read.whole(field, 1, 4)),
            sitting=read.name("sitting"),
            shown_at=read.moment("shown_at"),
            answered_at=read.moment("answered_at"),
            offset_minutes=read.whole("offset_minutes", -MINUTES_OF_A_DAY, MINUTES_OF_A_DAY),
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
            "at": written(self.at),
            "offset_minutes": self.offset_minutes,
            "body": dict(self.body),
        }

    @classmethod
    def from_json(cls, record: Mapping[str, object]) -> "Note":
        """The note of which :meth:`as_json` made ``record``; other keys are passed over.

        Raises HistoryError, with the field's name, for what no note can hold.
        """
        read = Fields(record)
        kind = cast("NoteType", read.one_of("type", get_args(NoteType)))
        # A question's source is nobody's.
        nobody = kind == "question" and record.get("profile") == ""
        return cls(
            type=kind,
            uuid=read.name("uuid"),
            of=read.name("of"),
            profile="" if nobody else read.profile("profile"),
            at=read.moment("at"),
            offset_minutes=read.whole("offset_minutes", -MINUTES_OF_A_DAY, MINUTES_OF_A_DAY),
            body=read.mapping("body"),
        )


Row = Review | Note


def question_note(bank: str, question: str, revision: str, source: str) -> Note:
    """The note that keeps a question's source, once for each revision.

    It is nobody's and of no moment, and its uuid follows from what it is of: whoever adds it, on
    whatever machine, adds the same row.
    """
    return Note(
        type="question",
        uuid=revision_uuid(bank, question, revision),
        of=f"{bank}/{question}",
        profile="",
        at=datetime(1970, 1, 1, tzinfo=UTC),
        offset_minutes=0,
        body={"revision": revision, "source": source},
    )


def revision_uuid(bank: str, question: str, revision: str) -> str:
    """The uuid of the note that keeps this revision of a question (RFC 9562, version 5)."""
    return str(uuid5(_REVISIONS, f"{bank}/{question}@{revision}"))


def _to_the_millisecond(moment: datetime) -> datetime:
    """What is left of a moment once it is written, so that a row equals the row read back."""
    if moment.utcoffset() != timedelta(0):
        raise ValueError(f"a row's time must be aware and in UTC, not {moment!r}")
    return moment.replace(tzinfo=UTC, microsecond=moment.microsecond // 1000 * 1000)


def written(moment: datetime) -> str:
    """``2026-03-01T09:00:00.123Z``: of one width, so that the texts sort as the moments do."""
    return moment.replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"
