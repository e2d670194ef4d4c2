"""What a group will be asked, settled before the first answer."""

from collections.abc import Mapping
from typing import Any

from quizapp.bank import Library, Question
from quizapp.frozen import dataclass
from quizapp.generate import GENERATOR

LEAST_PEOPLE, MOST_PEOPLE = 2, 6


@dataclass(frozen=True, slots=True)
class Planned:
    """A question with the seed that draws its variant."""

    question: Question
    seed: int
    level: int
    explains: str | None = None
    """Who missed it before, and therefore explains first."""
    discussed: bool = True
    """False where everyone is below its level: answers, then the worked solution, and no talk."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The people who begin, and their rounds.

    ``me`` is whose machine this is where everyone sits at their own.
    """

    id: str
    kind: str
    seed: int
    people: tuple[str, ...]
    rounds: tuple[Planned, ...]
    me: str | None = None
    topics: tuple[str, ...] = ()
    """What the questions were limited to, as it was asked for."""

    def as_json(self) -> dict[str, object]:
        """The first line of the journal."""
        return {
            "step": "begin",
            "id": self.id,
            "kind": self.kind,
            "seed": self.seed,
            "people": list(self.people),
            "me": self.me,
            "topics": list(self.topics),
            "generator": GENERATOR,
            "rounds": [
                {
                    "question": planned.question.key,
                    "revision": planned.question.revision,
                    "seed": planned.seed,
                    "level": planned.level,
                    "explains": planned.explains,
                    "discussed": planned.discussed,
                }
                for planned in self.rounds
            ],
        }

    @classmethod
    def from_json(cls, record: Mapping[str, Any], library: Library) -> "Plan | None":
        """The plan written down; None where its questions can no longer be asked as they were."""
        try:
            if record["step"] != "begin" or record["generator"] != GENERATOR:
                return None
            return cls(
                str(record["id"]),
                str(record["kind"]),
                int(record["seed"]),
                tuple(map(str, record["people"])),
                tuple(_planned(entry, library) for entry in record["rounds"]),
                record["me"],
                tuple(map(str, record["topics"])),
            )
        except (LookupError, TypeError, ValueError, AttributeError):
            return None


def _planned(entry: Mapping[str, Any], library: Library) -> Planned:
    """Raises LookupError where the question is gone or another one now."""
    question = library.question(str(entry["question"]))
    if question is None or question.revision != entry["revision"]:
        raise LookupError(entry["question"])
    seed, level = int(entry["seed"]), int(entry["level"])
    return Planned(question, seed, level, entry["explains"], bool(entry["discussed"]))
