"""The steps a group takes, as they are written down."""

from collections.abc import Mapping
from typing import Any, Literal, get_args

from quizapp.frozen import dataclass

StepKind = Literal["join", "leave", "vote", "turn", "ways", "ready", "go-on", "skip", "end"]
STEP_KINDS: tuple[StepKind, ...] = get_args(StepKind)


@dataclass(frozen=True, slots=True)
class Step:
    """One step: who joined, left or answered (with what was typed), or what all went on to."""

    kind: StepKind
    name: str = ""
    text: str = ""

    def as_json(self) -> dict[str, object]:
        """The line of the journal."""
        record: dict[str, object] = {"step": self.kind}
        if self.name:
            record["name"] = self.name
        if self.kind == "vote":
            record["text"] = self.text
        return record

    @classmethod
    def from_json(cls, record: Mapping[str, Any]) -> "Step":
        """The step of which :meth:`as_json` made the record. Raises ValueError for any other."""
        name, text = record.get("name", ""), record.get("text", "")
        kind = next((kind for kind in STEP_KINDS if kind == record.get("step")), None)
        if kind is None or not (isinstance(name, str) and isinstance(text, str)):
            raise ValueError(f"no such step: {record!r}")
        return cls(kind, name, text)
