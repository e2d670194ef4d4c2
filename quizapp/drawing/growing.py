"""What a unit sees of the input, growing layer by layer: a grid over the input."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from quizapp.calc import ReceptiveField, Row, Trace
from quizapp.calc.graph.sight import Sight, Stretch, widths
from quizapp.drawing.ascii import ascii_twin

UNSEEN, BEFORE, NEW, PADDED, NOTHING = ". ", "██", "▒▒", "░░", "  "
"""A place not seen, seen a step before, seen since, seen outside the input, and none at all."""


class Grown(NamedTuple):
    """A step of the growth: a layer, and what its unit in the middle sees of the input."""

    call: str
    """The layer as written; empty for the input itself."""
    stretches: Sight
    stride: tuple[int | Fraction, ...]
    """How far the next unit starts from this one, in places of the input."""


def growth(walked: Trace) -> tuple[Grown, ...]:
    """The steps at which a unit comes to see more than any before it, from one place on.

    The unit is the one in the middle of the last map, and on the way down always the one nearest
    to the middle of what is seen; where units differ, of those that see most. Of one axis or more;
    empty where no map has a receptive field.
    """
    rows = list(_growing(walked))
    if not rows:
        return ()
    steps: list[Grown] = []
    last, field = rows[-1]
    centre = field.centre([(side - 1) // 2 for side in last.output_shape[1:]])
    middle = tuple([place or Fraction(0) for place in centre])
    for row, field in reversed(rows):
        region = _solid(field.region(_nearest_unit(field, row.output_shape[1:], middle)))
        if region is None:
            return ()
        middle = tuple([Fraction(sum(stretch), 2) for stretch in region])
        steps.append(Grown(row.layer, region, field.effective_stride))
    pixel = tuple([(int(place), int(place)) for place in middle])
    return (Grown("", pixel, (1,) * len(pixel)), *reversed(steps))


def _growing(walked: Trace) -> Iterator[tuple[Row, ReceptiveField]]:
    largest: tuple[int, ...] = ()
    for row in walked.rows:
        field = row.receptive_field
        if not isinstance(field, ReceptiveField) or field.places is not None:
            continue
        if not largest:
            largest = (1,) * len(field.size)
        if len(field.size) != len(largest) or field.size == largest:
            continue
        if all(now >= before for now, before in zip(field.size, largest, strict=True)):
            largest = field.size
            yield row, field


def _solid(region: Sequence[Stretch | None]) -> Sight | None:
    """The region, if something is seen along every axis."""
    stretches = [stretch for stretch in region if stretch is not None]
    return tuple(stretches) if len(stretches) == len(region) else None


def _nearest_unit(
    field: ReceptiveField, sides: Sequence[int], middle: Sequence[Fraction]
) -> tuple[int, ...]:
    """The unit of a map whose region is largest, and of several the nearest around a place."""
    unit = []
    for phases, side, place in zip(field.axis_phases(), sides, middle, strict=True):
        count = len(phases.edges)
        near: dict[int, tuple[int, Fraction]] = {}
        for phase, edge in enumerate(phases.edges):
            if edge is None:
                continue
            turns = (place - Fraction(sum(edge), 2)) // phases.step
            for number in ((turns + more) * count + phase for more in (0, 1)):
                here = min(max(number, 0), side - 1)
                if around := phases.edge(here):
                    first, last = around
                    near[here] = first - last, abs(Fraction(first + last, 2) - place)
        unit.append(min(sorted(near), key=lambda number: near[number], default=0))
    return tuple(unit)


def field_grid(
    steps: Sequence[Grown],
    step: int,
    shape: Sequence[int],
    width: int = 72,
    height: int = 14,
    *,
    ascii_only: bool = False,
) -> tuple[list[str], int]:
    """The input at one step, two cells a sign, and how many places a side one sign stands for.

    ``shape`` is the input's; of more than two axes the last two are drawn. What the step sees is
    drawn with its rim, as coarse as it must be to fit, by powers of two; and as much around it as
    the last of the steps sees that fit in the same measure, so that most steps keep the place.
    """
    ends = _plane([(0, side - 1) for side in shape[1:]])
    room = max(1, height), max(1, width // 2)
    coarse = 1
    while not _fits(_rimmed(steps[step], ends, coarse), room, coarse):
        coarse *= 2
    views = [_rimmed(grown, ends, coarse) for grown in steps[step:]]
    view = [view for view in views if _fits(view, room, coarse)][-1]
    now, before = _plane(steps[step].stretches), _plane(steps[max(0, step - 1)].stretches)
    rows, columns = (
        [
            (_inside(at, coarse, a), _inside(at, coarse, b), _inside(at, coarse, end))
            for at in range(first, last + 1, coarse)
        ]
        for (first, last), a, b, end in zip(view, now, before, ends, strict=True)
    )
    lines = ["".join(_sign(row, column) for column in columns).rstrip() for row in rows]
    return (ascii_twin(lines) if ascii_only else lines), coarse


def _rimmed(grown: Grown, ends: Sequence[Stretch], rim: int) -> tuple[Stretch, ...]:
    """What is seen at a step, and of the input around it so much more at each side."""
    return tuple(
        (min(first, max(first - rim, 0)), max(last, min(last + rim, end)))
        for (first, last), (_, end) in zip(_plane(grown.stretches), ends, strict=True)
    )


def _fits(view: Sequence[Stretch], room: tuple[int, int], coarse: int) -> bool:
    """Whether rows and columns are no more than there is room for."""
    return all(-(-long // coarse) <= most for long, most in zip(widths(view), room, strict=True))


_Places = tuple[bool, bool, bool]
"""Whether a sign lies in what is seen now, in what was seen before, and in the input."""


def _plane(stretches: Sequence[Stretch]) -> tuple[Stretch, Stretch]:
    """The last two axes, or a single one as a row."""
    return (stretches[-2] if len(stretches) > 1 else (0, 0)), stretches[-1]


def _inside(at: int, coarse: int, stretch: Stretch) -> bool:
    """Whether places from ``at`` on stand for a stretch: by their middle, or as they hold its."""
    first, last = stretch
    return first <= at + coarse // 2 <= last or at <= (first + last) // 2 < at + coarse


def _sign(row: _Places, column: _Places) -> str:
    now, before, inside = (a and b for a, b in zip(row, column, strict=True))
    if now and not inside:
        return PADDED
    if before:
        return BEFORE
    if now:
        return NEW
    return UNSEEN if inside else NOTHING
