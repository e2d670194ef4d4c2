"""Two solutions of one variant side by side: where do they part?"""

from collections.abc import Iterator, Sequence

from quizapp.frozen import dataclass
from quizapp.generate.solution import Line
from quizapp.words import Text


@dataclass(frozen=True, slots=True)
class ComparedLine:
    """The same step both ways; a way without that step has None."""

    label: Text
    wrong: Line | None
    right: Line | None
    parts: bool
    """True for the first step that comes out otherwise."""


def compare(wrong: Sequence[Line], right: Sequence[Line]) -> tuple[ComparedLine, ...]:
    """The steps of the right solution beside the wrong one's, then what only that one has."""
    left = dict(_placed(wrong))
    pairs = [(line.label, left.pop(place, None), line) for place, line in _placed(right)]
    rows: list[tuple[Text, Line | None, Line | None]] = [*pairs]
    rows += [(line.label, line, None) for line in left.values()]
    parted = [_result(one) != _result(other) for _, one, other in rows]
    first = parted.index(True) if True in parted else -1
    return tuple(ComparedLine(*row, number == first) for number, row in enumerate(rows))


def _result(line: Line | None) -> str | None:
    return None if line is None else line.result


def _placed(lines: Sequence[Line]) -> Iterator[tuple[tuple[str, int], Line]]:
    """Each line with its node and how many of that node came before: one an axis."""
    seen: dict[str, int] = {}
    for line in lines:
        seen[line.place] = seen.get(line.place, -1) + 1
        yield (line.place, seen[line.place]), line
