"""Pixels put around a map, or cut off where the number is negative (torch.nn.ZeroPad1d …)."""

from typing import Any, ClassVar

from quizapp.calc.layers.layer import (
    Kind,
    Layer,
    Shape,
    batch_touched,
    kind_of,
    not_one_an_axis,
    require_map,
    require_rank,
    require_room,
    whole,
)
from quizapp.calc.receptive_field import Seen, through_standing
from quizapp.calc.rules import Rules, Window
from quizapp.errors import NetworkError
from quizapp.frozen import dataclass
from quizapp.words import render


class Padding(Layer):
    """What all ways to pad share: so many pixels before and after each of the last axes."""

    axes: ClassVar[int]
    heeds_places = True
    symbols = {"before": "p", "after": "p′"}  # noqa: RUF012 # a ClassVar of the base
    padding: Any
    before: tuple[int, ...]
    """Pixels in front of each axis, the last axis last."""
    after: tuple[int, ...]

    def __post_init__(self) -> None:
        given = self.padding
        sides = tuple(given) if isinstance(given, tuple | list) else (given,) * (2 * self.axes)
        if len(sides) != 2 * self.axes:
            raise not_one_an_axis("padding", 2 * self.axes, len(sides))
        for side in sides:
            whole("padding", side, None)
        object.__setattr__(self, "padding", sides)
        # torch begins with the last axis: left, right, top, bottom, front, back.
        object.__setattr__(self, "before", sides[-2::-2])
        object.__setattr__(self, "after", sides[::-2])

    def _windows(self) -> list[Window]:
        pads = zip(self.before, self.after, strict=True)
        return [Window(1, 1, before, after) for before, after in pads]

    def output_shape(self, shape: Shape, rules: Rules) -> Shape:
        """Each of the last axes longer by what is put before and after it."""
        self._require_room_to_pad(shape)
        inside, windows = len(shape) - self.axes, self._windows()
        sides = [
            size + rules.padding_total(window)
            for size, window in zip(shape[inside:], windows, strict=True)
        ]
        front = [rules.padded_channels(size, windows[-1]) for size in shape[:inside]]
        return require_room((*front, *sides), shape, least=0)

    def _require_room_to_pad(self, _shape: Shape) -> None:
        """Refuse a shape that cannot be padded so."""

    def field(self, seen: Seen, shape: Shape, _output: Shape, rules: Rules) -> Seen:
        """As before, further left by the pixels in front."""
        windows = enumerate(self._windows(), len(shape) - self.axes)
        return through_standing(seen, dict(windows), len(shape), rules)


class FilledPadding(Padding):
    """Padding with one value, which takes any axes in front of those it pads."""

    def _require_room_to_pad(self, shape: Shape) -> None:
        if len(shape) == self.axes - 1:
            raise batch_touched()
        if len(shape) < self.axes:
            require_rank(shape, self.axes + 1)
        for size, before, after in zip(shape[-self.axes :], self.before, self.after, strict=True):
            if size + min(before, 0) + min(after, 0) < 0:
                raise NetworkError(
                    "cropping", "cannot cut {pixels} pixels off {size}",
                    pixels=-min(before, 0) - min(after, 0), size=size,
                )  # fmt: skip


class MapPadding(Padding):
    """Padding with pixels of the map itself."""

    mode: ClassVar[str]
    reach: ClassVar[int | None] = None
    """How many pixels fewer than the map has can be taken from it; None: as many as one likes."""

    def _require_room_to_pad(self, shape: Shape) -> None:
        require_map(shape, self.axes)
        if self.reach is None:
            return
        for size, *sides in zip(shape[1:], self.before, self.after, strict=True):
            if max(sides) > size - self.reach:
                raise NetworkError(
                    "padding-room", "cannot pad {size} pixels by {padding} in mode {mode}",
                    size=size, padding=max(sides), mode=self.mode,
                )  # fmt: skip


class EdgePadding(MapPadding):
    """Padding from the edges inwards, which torch refuses where nothing at all would be left."""

    def output_shape(self, shape: Shape, rules: Rules) -> Shape:
        """As every padding."""
        output = super().output_shape(shape, rules)
        if max(output[1:]) < 1:
            raise NetworkError(
                "too-small", "leaves nothing of {shape}: the result would be {output}",
                shape=render(shape), output=render(output),
            )  # fmt: skip
        return output


@dataclass(frozen=True)
class ConstantPad(FilledPadding):
    """Padding with a value, which torch wants written; no figure depends on it."""

    padding: Any
    value: Any = 0


@dataclass(frozen=True)
class ZeroPad(FilledPadding):
    """Padding with zeros."""

    padding: Any


@dataclass(frozen=True)
class ReflectionPad(EdgePadding):
    """Padding with the map mirrored at its edge, the edge itself left out."""

    mode = "reflect"
    reach = 1
    padding: Any


@dataclass(frozen=True)
class ReplicationPad(EdgePadding):
    """Padding with the pixel at the edge."""

    mode = "replicate"
    padding: Any


@dataclass(frozen=True)
class CircularPad(MapPadding):
    """Padding with the pixels of the other end, once round at most."""

    mode = "circular"
    reach = 0
    padding: Any


def _pad_classes() -> tuple[type[Padding], ...]:
    """ConstantPad1d … CircularPad3d: the same rules for one, two and three axes."""
    bases = (ConstantPad, ZeroPad, ReflectionPad, ReplicationPad, CircularPad)
    return tuple(
        type(f"{base.__name__}{axes}d", (base,), {"axes": axes, "__doc__": base.__doc__})
        for base in bases
        for axes in (1, 2, 3)
    )


KINDS: tuple[Kind, ...] = tuple(map(kind_of, _pad_classes()))
