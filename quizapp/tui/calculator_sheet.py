"""What the calculator has reckoned from what is typed: all that its screen shows."""

from collections.abc import Sequence
from functools import cached_property

from quizapp.bank.network_text import Fault, WrittenNetwork, written_network
from quizapp.calc import TRUE, Network, Row, Trace
from quizapp.frozen import dataclass
from quizapp.grade import Unreadable, read_shape
from quizapp.mistakes import Mistake
from quizapp.words import Text, phrase


@dataclass(frozen=True)
class Sheet:
    """A text of layers reckoned through, by the true rules and with a mistake in them."""

    text: str
    written: WrittenNetwork
    rows: tuple[Row, ...]
    fault: Fault | None
    mistake: Mistake | None
    wrong_rows: tuple[Row, ...]
    """The rows with the mistake; the true ones where there is none."""

    @property
    def line_count(self) -> int:
        """Lines of the text."""
        return self.text.count("\n") + 1

    @cached_property
    def walked(self) -> Trace:
        """The network as far as it holds together."""
        return self._so_far(self.rows)

    @cached_property
    def wrong(self) -> Trace:
        """The same with the mistake."""
        return self._so_far(self.wrong_rows)

    def _so_far(self, rows: tuple[Row, ...]) -> Trace:
        whole = self.written.network
        rules = TRUE if self.mistake is None or rows is self.rows else self.mistake.rules()
        return Trace(Network(whole.inputs, whole.nodes[: len(rows)]), rules, rows)


def sheet_of(text: str, shape: Sequence[int], mistake: Mistake | None) -> Sheet:
    """The text reckoned through, as far as it can be read and holds together."""
    written = written_network(text, shape)
    rows, fault = written.walked()
    wrong_rows = rows if mistake is None else written.walked(mistake.rules())[0]
    return Sheet(text, written, rows, fault, mistake, wrong_rows)


def shape_typed(text: str) -> tuple[int, ...] | Text:
    """The input shape that is typed, or what is to be said instead."""
    read = read_shape(text)
    if isinstance(read, Unreadable):
        return phrase("calculator.shape-unreadable")
    if min(read.value) < 1:
        return phrase("calculator.shape-empty")
    return tuple(read.value)
