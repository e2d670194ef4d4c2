"""torch's functions that take a part of a tensor, or the mean of one: ``narrow``, ``split`` …

Axes are counted with the batch, and the batch is left alone. Of several parts the first is meant.
"""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any

from quizapp.calc.layers.layer import (
    REQUIRED,
    Kind,
    Layer,
    Shape,
    kind_of,
    place_of,
    whole,
    yes_or_no,
)
from quizapp.calc.layers.rearrangement import Rearrangement
from quizapp.calc.layers.rearranging import closed_up, places_of, whole_numbers
from quizapp.calc.receptive_field import Seen, through_standing
from quizapp.calc.rules import Rules, Window
from quizapp.errors import NetworkError
from quizapp.frozen import dataclass


@dataclass(frozen=True)
class Narrowing(Layer):
    """torch.narrow: ``length`` places of one axis, from ``start`` on."""

    dim: int
    start: int
    length: int
    heeds_places = True

    def __post_init__(self) -> None:
        whole("dim", self.dim, None)
        whole("start", self.start, None)
        whole("length", self.length)

    def output_shape(self, shape: Shape, _rules: Rules) -> Shape:
        """The side becomes ``length``."""
        place = place_of(self.dim, shape)
        start = self._start(shape)
        if start < 0 or start + self.length > shape[place]:
            raise NetworkError(
                "narrow", "cannot take {length} places from {start} on: there are {size}",
                length=self.length, start=self.start, size=shape[place],
            )  # fmt: skip
        return (*shape[:place], self.length, *shape[place + 1 :])

    def _start(self, shape: Shape) -> int:
        return self.start + (shape[place_of(self.dim, shape)] if self.start < 0 else 0)

    def field(self, seen: Seen, shape: Shape, _output: Shape, rules: Rules) -> Seen:
        """Unit 0 is now the one that was unit ``start``."""
        window = Window(1, before=-self._start(shape))
        return through_standing(seen, {place_of(self.dim, shape): window}, len(shape), rules)


class FirstPart(Rearrangement):
    """The first of several parts into which an axis is cut; the others have no name here."""

    dim: int

    @abstractmethod
    def part(self, size: int, rules: Rules) -> int:
        """How long the first part of a side is."""

    def output_shape(self, shape: Shape, rules: Rules) -> Shape:
        """The side becomes that of the first part."""
        place = place_of(self.dim, shape)
        return (*shape[:place], self.part(shape[place], rules), *shape[place + 1 :])

    def landing(self, shape: Shape, _output: Shape) -> Sequence[int]:
        """Every unit is the one it was."""
        return range(len(shape))


@dataclass(frozen=True)
class Chunking(FirstPart):
    """torch.chunk: at most ``chunks`` parts, all but the last ⌈size/chunks⌉ long."""

    chunks: int
    dim: int = 0
    symbols = {"chunks": "c"}  # noqa: RUF012 # a ClassVar of the base

    def __post_init__(self) -> None:
        whole("chunks", self.chunks)
        whole("dim", self.dim, None)

    def part(self, size: int, rules: Rules) -> int:
        """⌈size/chunks⌉."""
        longest: int = rules.rounded_up(size, self.chunks)
        return longest


@dataclass(frozen=True)
class Splitting(FirstPart):
    """torch.split: parts of ``split_size``, or of the sizes in a list, which add up."""

    split_size: Any
    dim: int = 0

    def __post_init__(self) -> None:
        whole("dim", self.dim, None)
        sizes = whole_numbers("split_size", self.split_size, 1)
        if isinstance(self.split_size, tuple | list):
            object.__setattr__(self, "split_size", sizes)

    def part(self, size: int, _rules: Rules) -> int:
        """The size written, or the whole side where it is shorter."""
        if not isinstance(self.split_size, tuple):
            shorter: int = min(self.split_size, size)
            return shorter
        if sum(self.split_size) != size:
            raise NetworkError(
                "split-sum", "needs parts that add up to {size}, not to {total}",
                size=size, total=sum(self.split_size),
            )  # fmt: skip
        first: int = self.split_size[0]
        return first


@dataclass(frozen=True)
class Averaging(Rearrangement):
    """torch.mean over some axes: one number is left of each, or with ``keepdim`` a side of 1."""

    dim: Any = None
    keepdim: bool = False

    def __post_init__(self) -> None:
        yes_or_no("keepdim", self.keepdim)
        dims = () if self.dim is None else whole_numbers("dim", self.dim)
        if not dims:
            raise NetworkError(
                "mean-all", "would average over the batch too; name the axes, as in mean([2, 3])"
            )
        object.__setattr__(self, "dim", dims)

    def output_shape(self, shape: Shape, _rules: Rules) -> Shape:
        """The shape without the axes averaged over, or with 1 in their place."""
        averaged = places_of(self.dim, shape)
        if self.keepdim:
            return tuple([1 if axis in averaged else side for axis, side in enumerate(shape)])
        return tuple([side for axis, side in enumerate(shape) if axis not in averaged])

    def landing(self, shape: Shape, _output: Shape) -> Sequence[int | None]:
        """An axis of more than one place is gone, and so is one whose side is dropped."""
        averaged = places_of(self.dim, shape)
        if self.keepdim:
            return [
                None if axis in averaged and side > 1 else axis for axis, side in enumerate(shape)
            ]
        return closed_up(range(len(shape)), averaged)


KINDS: tuple[Kind, ...] = (
    Kind("narrow", kind_of(Narrowing).arguments, Narrowing),
    Kind("chunk", {"chunks": REQUIRED, "dim": 0}, Chunking),
    Kind("split", {"split_size": REQUIRED, "dim": 0}, Splitting),
    Kind("mean", kind_of(Averaging).arguments, Averaging),
)
