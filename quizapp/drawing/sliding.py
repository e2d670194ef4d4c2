"""A window that slides over a map with its stride, padding and dilation, step by step."""

from collections.abc import Sequence
from math import prod
from typing import NamedTuple, TypeVar

from quizapp.calc import Trace
from quizapp.calc.layers.convolution import Convolution
from quizapp.calc.layers.pooling import WindowPool
from quizapp.calc.rules import Window
from quizapp.drawing.ascii import ascii_twin
from quizapp.words import cell_width, fit

PLACE, PADDING = ". ", "░░"
"""A place of the map, and one of the padding around it."""
TAKEN, TAKEN_PADDING = "██", "▓▓"
"""The same, taken by the window; the output being made."""
MADE = "▒▒"
"""An output made before."""

_ARROW = "  →  "
T = TypeVar("T")


class Sliding(NamedTuple):
    """A window moving over a map of one or two axes; a map of one axis is a row."""

    call: str
    sizes: tuple[int, int]
    windows: tuple[Window, Window]
    outputs: tuple[int, int]

    @property
    def steps(self) -> int:
        """How many places the window takes: the outputs of one channel."""
        return prod(self.outputs)

    def output(self, step: int) -> tuple[int, int]:
        """Row and column of the output made at a step."""
        row, column = divmod(step, self.outputs[1])
        return row, column

    def taken(self, step: int) -> tuple[range, range]:
        """The rows and the columns that the window takes; those below 0 lie in the padding."""
        rows, columns = map(_taps, self.windows, self.output(step))
        return rows, columns


def _taps(window: Window, output: int) -> range:
    first = output * window.stride - window.before
    return range(first, first + (window.kernel - 1) * window.dilation + 1, window.dilation)


def slidings(walked: Trace) -> tuple[Sliding, ...]:
    """The convolutions and pools of a network whose windows differ, each where it first stands."""
    found: dict[tuple[Window, ...], Sliding] = {}
    for row in walked.rows:
        layer = row.operation
        if not isinstance(layer, Convolution | WindowPool) or layer.axes > 2:
            continue
        windows = layer.windows
        if windows not in found and prod(window.kernel for window in windows) > 1:
            found[windows] = Sliding(
                row.layer,
                _two(row.input_shapes[0][1:], 1),
                _two(windows, Window(1)),
                _two(row.output_shape[1:], 1),
            )
    return tuple(found.values())


def _two(axes: Sequence[T], missing: T) -> tuple[T, T]:
    """Rows and columns; a single axis is a row of its own."""
    first, second = (missing, *axes)[-2:]
    return first, second


def kernel_step(
    sliding: Sliding, step: int, width: int = 72, height: int = 14, *, ascii_only: bool = False
) -> list[str]:
    """The padded map with the window on it, and the output as far as it is made.

    A sign takes two cells. Of a map too large to fit the part around the window is drawn, and
    ``…`` stands where it goes on.
    """
    room = max(4, (width - cell_width(_ARROW)) // 2 - 4)
    taken, output = sliding.taken(step), sliding.output(step)
    extents = [
        _extent(*axis) for axis in zip(sliding.sizes, sliding.windows, sliding.outputs, strict=True)
    ]
    made = min(sliding.outputs[1], room // 3)
    rows = _view(extents[0], taken[0], height)
    columns = _view(extents[1], taken[1], room - made)
    left = [
        _cut("".join(_place(sliding.sizes, taken, row, column) for column in columns), columns,
             extents[1])
        for row in rows
    ]  # fmt: skip
    outputs = [range(count) for count in sliding.outputs]
    here = [range(place, place + 1) for place in output]
    made_rows = _view(outputs[0], here[0], height)
    made_columns = _view(outputs[1], here[1], room - len(columns))
    right = [
        _cut("".join(_output(output, (row, column)) for column in made_columns), made_columns,
             outputs[1])
        for row in made_rows
    ]  # fmt: skip
    lines = _beside(_cut_below(left, rows, extents[0]), _cut_below(right, made_rows, outputs[0]))
    return ascii_twin(lines) if ascii_only else lines


def _extent(size: int, window: Window, outputs: int) -> range:
    """All places of an axis that a window may take, those of the padding too."""
    last = _taps(window, outputs - 1)[-1]
    return range(-window.before, max(size + window.after, last + 1))


def _view(whole: range, around: range, room: int) -> range:
    """As much of an axis as there is room for, with what lies around a part of it."""
    if len(whole) <= room:
        return whole
    start = (around[0] + around[-1] + 1 - room) // 2
    start = min(max(start, whole.start), whole.stop - room)
    return range(start, start + room)


def _place(sizes: tuple[int, int], taken: tuple[range, range], row: int, column: int) -> str:
    inside = 0 <= row < sizes[0] and 0 <= column < sizes[1]
    if row in taken[0] and column in taken[1]:
        return TAKEN if inside else TAKEN_PADDING
    return PLACE if inside else PADDING


def _output(now: tuple[int, int], place: tuple[int, int]) -> str:
    if place == now:
        return TAKEN
    return MADE if place < now else PLACE


def _cut(signs: str, shown: range, whole: range) -> str:
    """A row with a mark at each end at which it goes on."""
    if shown == whole:
        return signs
    before = "… " if shown.start > whole.start else "  "
    return before + signs + ("… " if shown.stop < whole.stop else "  ")


def _cut_below(lines: list[str], shown: range, whole: range) -> list[str]:
    """Rows, the first and the last of them a mark where more stand above or below."""
    width = max(map(cell_width, lines))
    mark = fit(" " * (width // 2) + "…", width)
    above = [mark] if shown.start > whole.start and len(lines) > 2 else []
    below = [mark] if shown.stop < whole.stop and len(lines) > 2 else []
    return [*above, *lines[len(above) : len(lines) - len(below)], *below]


def _beside(left: Sequence[str], right: Sequence[str]) -> list[str]:
    """Two drawings at one height, an arrow from the one to the other."""
    count = max(len(left), len(right))
    middle = (count - 1) // 2

    def placed(lines: Sequence[str]) -> list[str]:
        above = (count - len(lines)) // 2
        blank = " " * max(map(cell_width, lines))
        return [blank] * above + list(lines) + [blank] * (count - len(lines) - above)

    return [
        (one + (_ARROW if number == middle else " " * cell_width(_ARROW)) + other).rstrip()
        for number, (one, other) in enumerate(zip(placed(left), placed(right), strict=True))
    ]
