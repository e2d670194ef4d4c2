"""The place where PyYAML's scanner gave up on a file."""

from typing import TYPE_CHECKING

from quizapp.bank.file_text import FileText
from quizapp.bank.nodes import Node
from quizapp.frozen import dataclass

if TYPE_CHECKING:
    from yaml import Mark, YAMLError


@dataclass(frozen=True, slots=True)
class Halt:
    """The place where the scanner gave up, and where what it was reading began."""

    complaint: str
    """PyYAML's words for what it met; the two scanners share parts of them only."""
    while_reading: str
    line: int
    column: int
    start_line: int
    start_column: int
    source: FileText
    last: Node | None
    """The node that ended last before the halt."""
    bracket: tuple[int, int] | None
    """The place of the bracket that was open, if one was."""

    @classmethod
    def of(
        cls,
        error: "YAMLError",
        source: FileText,
        last: Node | None,
        bracket: tuple[int, int] | None,
    ) -> "Halt":
        """From PyYAML's error; one without a place (none is known) is put at the file's start."""
        halt = getattr(error, "problem_mark", None)
        line, column = _inside(source, halt) if halt else (1, 1)
        start = getattr(error, "context_mark", None)
        start_line, start_column = _inside(source, start) if start else (line, column)
        complaint = getattr(error, "problem", None) or ""
        while_reading = getattr(error, "context", None) or ""
        return cls(
            complaint,
            while_reading,
            line,
            column,
            start_line,
            start_column,
            source,
            last,
            bracket,
        )

    @property
    def char(self) -> str:
        """What stands where the scanner gave up; nothing at the end of a line."""
        return self.source.rest(self.line, self.column)[:1]

    @property
    def start_char(self) -> str:
        """What stands where the thing being read began."""
        return self.source.rest(self.start_line, self.start_column)[:1]

    @property
    def before(self) -> str:
        """The line up to the halt, without spaces at its end."""
        return self.source.before(self.line, self.column).rstrip()

    @property
    def last_here(self) -> Node | None:
        """The node that ended last, if it began on this line."""
        return self.last if self.last is not None and self.last.line == self.line else None


def _inside(source: FileText, mark: "Mark") -> tuple[int, int]:
    """The place of a mark; one below the last line (libyaml's end of a file) is put at its end."""
    if mark.line < len(source.lines):
        return mark.line + 1, mark.column + 1
    return len(source.lines), len(source.lines[-1]) + 1
