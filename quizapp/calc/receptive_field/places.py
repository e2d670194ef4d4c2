"""Where the axes of a map stand once layers have moved them about.

A map has its axes behind the channels, and most layers take it so. ``permute``, ``reshape`` and
their kin may put them elsewhere: rows of pixels in front, the channels shared out in groups. What
a unit sees of the input does not change with that.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol

from quizapp.calc.receptive_field.field import (
    Misaligned,
    Phases,
    ReceptiveField,
    Seen,
    through_windows,
)
from quizapp.calc.rules import Rules, Window

_OWN_PLACE = Phases(1, ((0, 0),))


class Looking(Protocol):
    """A layer that says what its units see."""

    def field(
        self, seen: Seen, shape: tuple[int, ...], output: tuple[int, ...], rules: Rules
    ) -> Seen:
        """What one unit of the output sees, from what one unit of the input sees."""


def standing(seen: Seen, rank: int) -> tuple[int, ...]:
    """The places of the map's axes in a shape of ``rank`` numbers."""
    return (seen and seen.places) or tuple(range(1, rank))


def landed(seen: Seen, landing: Sequence[int | None], rank: int) -> Seen:
    """The same field in a shape of ``rank`` numbers; None where an axis of the map is lost.

    ``landing`` says of each axis of the shape before where it stands now.
    """
    if seen is None:
        return None
    places = []
    for place in standing(seen, len(landing)):
        now = landing[place]
        if now is None:
            return None
        places.append(now)
    behind = tuple(places) == tuple(range(1, rank))
    return _placed(seen, None if behind else tuple(places))


def _placed(seen: ReceptiveField | Misaligned, places: tuple[int, ...] | None) -> Seen:
    if isinstance(seen, Misaligned):
        return Misaligned(seen.paths, places)
    return seen._replace(places=places)


def through_standing(seen: Seen, windows: Mapping[int, Window], rank: int, rules: Rules) -> Seen:
    """Through windows, each given for the place of the axis it moves along; other axes stay."""
    if not isinstance(seen, ReceptiveField):
        return seen
    along = [windows.get(place, Window(1)) for place in standing(seen, rank)]
    after = through_windows(seen, along, rules)
    return after and _placed(after, seen.places)


def through_elsewhere(
    layer: Looking,
    seen: ReceptiveField | Misaligned,
    shape: tuple[int, ...],
    output: tuple[int, ...],
    rules: Rules,
) -> Seen:
    """What a layer makes of a map whose axes stand in other places than it takes them to.

    An axis it takes for one of the map's, and which is none, lets every unit see its own place.
    None where it takes an axis of the map for the channels, which it mixes.
    """
    places = standing(seen, len(shape))
    phases = dict.fromkeys(places, _OWN_PLACE)
    if isinstance(seen, ReceptiveField):
        phases = dict(zip(places, seen.axis_phases(), strict=True))
    taken = range(1, len(shape))
    before = ReceptiveField.of_phases([phases.get(place, _OWN_PLACE) for place in taken])
    after = layer.field(before, shape, output, rules)
    if after is before:
        return seen
    if not isinstance(after, ReceptiveField) or 0 in places:
        return None
    if isinstance(seen, Misaligned):
        return seen
    found = after.axis_phases()
    return ReceptiveField.of_phases([found[place - 1] for place in places])._replace(places=places)
