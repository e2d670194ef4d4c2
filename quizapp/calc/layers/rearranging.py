"""torch's functions that rearrange a tensor: nothing is computed, nothing is learned.

Axes are counted with the batch, as in torch, and the batch stays in front: what would move, merge
or measure it is refused.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Any

from quizapp.calc.layers.layer import (
    REQUIRED,
    Kind,
    Layer,
    Shape,
    batch_touched,
    kind_of,
    place_of,
    whole,
)
from quizapp.calc.layers.rearrangement import Rearrangement
from quizapp.calc.rules import Rules
from quizapp.errors import NetworkError
from quizapp.frozen import dataclass
from quizapp.words import render


def whole_numbers(argument: str, value: Any, least: int | None = None) -> tuple[int, ...]:
    """One whole number, or a list of them, as a tuple."""
    listed = value if isinstance(value, tuple | list) else (value,)
    return tuple([whole(argument, number, least) for number in listed])


def places_of(dims: Sequence[int], shape: Shape) -> tuple[int, ...]:
    """Where the axes lie that torch calls by these numbers; none may come twice."""
    places = tuple([place_of(dim, shape) for dim in dims])
    for number, place in enumerate(places):
        if place in places[:number]:
            raise NetworkError("axis-twice", "names axis {dim} twice", dim=dims[number])
    return places


@dataclass(frozen=True)
class Permutation(Rearrangement):
    """torch.permute: the axes in another order, 0 (the batch) in front."""

    dims: Any

    def __post_init__(self) -> None:
        object.__setattr__(self, "dims", whole_numbers("dims", self.dims))

    def output_shape(self, shape: Shape, _rules: Rules) -> Shape:
        """The sides in the order of ``dims``."""
        return tuple([shape[place] for place in self._order(shape)])

    def _order(self, shape: Shape) -> tuple[int, ...]:
        rank = len(shape) + 1
        if len(self.dims) != rank:
            raise NetworkError(
                "permute-axes", "needs all {rank} axes, the batch counted, and gets {count}",
                rank=rank, count=len(self.dims),
            )  # fmt: skip
        if self.dims[0] not in (0, -rank):
            raise batch_touched()
        return places_of(self.dims[1:], shape)

    def landing(self, shape: Shape, _output: Shape) -> Sequence[int | None]:
        """Where ``dims`` names each."""
        order = self._order(shape)
        return [order.index(axis) for axis in range(len(shape))]


@dataclass(frozen=True)
class Transposition(Rearrangement):
    """torch.transpose: two axes change places."""

    dim0: int
    dim1: int

    def __post_init__(self) -> None:
        whole("dim0", self.dim0, None)
        whole("dim1", self.dim1, None)

    def output_shape(self, shape: Shape, _rules: Rules) -> Shape:
        """The shape with two sides changed about."""
        return tuple([shape[axis] for axis in self.landing(shape, shape)])

    def landing(self, shape: Shape, _output: Shape) -> Sequence[int]:
        """Each of the two where the other was."""
        places = list(range(len(shape)))
        one, other = place_of(self.dim0, shape), place_of(self.dim1, shape)
        places[one], places[other] = other, one
        return places


@dataclass(frozen=True)
class Reshape(Rearrangement):
    """torch.reshape: the same numbers in order, cut otherwise.

    The first of the new numbers stands for the batch and is −1; examples never mix.
    """

    shape: Any

    def __post_init__(self) -> None:
        sizes = whole_numbers("shape", self.shape)
        require_batch_kept("shape", sizes)
        object.__setattr__(self, "shape", sizes)
        for size in sizes[1:]:
            whole("shape", size)

    def output_shape(self, shape: Shape, _rules: Rules) -> Shape:
        """The numbers asked for, if they hold exactly what arrives."""
        asked: Shape = self.shape[1:]
        if math.prod(asked) != math.prod(shape):
            raise NetworkError(
                "reshape",
                "cannot make {asked} of {shape}: the {count} numbers of an example do not fill "
                "{room} places",
                asked=render(asked), shape=render(shape), count=math.prod(shape),
                room=math.prod(asked),
            )  # fmt: skip
        return asked

    def landing(self, shape: Shape, output: Shape) -> Sequence[int | None]:
        """An axis stays itself where as many numbers stand before it and its side is the same."""
        if shape == output:
            return range(len(shape))
        ends = {(math.prod(output[:axis]), side): axis for axis, side in enumerate(output)}
        keys = [(math.prod(shape[:axis]), side) for axis, side in enumerate(shape)]
        return [ends.get(key) if keys.count(key) == 1 else None for key in keys]


@dataclass(frozen=True)
class Squeezing(Rearrangement):
    """torch.squeeze: axes of one place are dropped, others left as they are."""

    dim: Any = None

    def __post_init__(self) -> None:
        if self.dim is None:
            raise NetworkError(
                "squeeze-all",
                "would drop the batch too where it holds one example; name the axes to drop",
            )
        object.__setattr__(self, "dim", whole_numbers("dim", self.dim))

    def output_shape(self, shape: Shape, _rules: Rules) -> Shape:
        """The shape without the sides of 1 among those named."""
        dropped = self._dropped(shape)
        return tuple([side for axis, side in enumerate(shape) if axis not in dropped])

    def _dropped(self, shape: Shape) -> list[int]:
        return [place for place in places_of(self.dim, shape) if shape[place] == 1]

    def landing(self, shape: Shape, _output: Shape) -> Sequence[int | None]:
        """Those kept move up."""
        return closed_up(range(len(shape)), self._dropped(shape))


@dataclass(frozen=True)
class Unsqueezing(Rearrangement):
    """torch.unsqueeze: a new axis of one place."""

    dim: int

    def __post_init__(self) -> None:
        whole("dim", self.dim, None)

    def output_shape(self, shape: Shape, _rules: Rules) -> Shape:
        """The shape with a 1 at the new axis."""
        place = place_of(self.dim, (*shape, 1))
        return (*shape[:place], 1, *shape[place:])

    def landing(self, shape: Shape, _output: Shape) -> Sequence[int]:
        """Those from the new one on move one behind."""
        place = place_of(self.dim, (*shape, 1))
        return [axis + (axis >= place) for axis in range(len(shape))]


@dataclass(frozen=True)
class Expansion(Rearrangement):
    """torch.Tensor.expand: sides of 1 are stretched, −1 keeps one; the batch's is −1."""

    sizes: Any

    def __post_init__(self) -> None:
        sizes = whole_numbers("sizes", self.sizes)
        require_batch_kept("sizes", sizes)
        object.__setattr__(self, "sizes", sizes)
        for size in sizes[1:]:
            if size != -1:
                whole("sizes", size)

    def output_shape(self, shape: Shape, _rules: Rules) -> Shape:
        """The sizes asked for."""
        asked = self.sizes[1:]
        if len(asked) != len(shape):
            raise NetworkError(
                "expand-axes", "needs {rank} numbers, the batch's −1 counted, and gets {count}",
                rank=len(shape) + 1, count=len(self.sizes),
            )  # fmt: skip
        for side, size in zip(shape, asked, strict=True):
            if size not in (-1, side) and side != 1:
                raise NetworkError(
                    "expand-side",
                    "cannot stretch a side of {side} to {size}: only a side of 1 can be",
                    side=side, size=size,
                )  # fmt: skip
        return tuple(
            [side if size == -1 else size for side, size in zip(shape, asked, strict=True)]
        )

    def landing(self, shape: Shape, output: Shape) -> Sequence[int | None]:
        """All stay; those that are stretched show one place everywhere."""
        sides = enumerate(zip(shape, output, strict=True))
        return [axis if before == after else None for axis, (before, after) in sides]


def require_batch_kept(argument: str, sizes: Sequence[int]) -> None:
    """Refuse sizes that do not begin with the −1 of a batch of any size."""
    if not sizes or sizes[0] != -1:
        raise NetworkError(
            "batch-number", "needs `{argument}` to begin with −1, which stands for the batch",
            argument=argument,
        )  # fmt: skip


def closed_up(axes: Sequence[int], gone: Sequence[int]) -> list[int | None]:
    """Where axes stand once some are gone."""
    kept = [axis for axis in axes if axis not in gone]
    return [kept.index(axis) if axis in kept else None for axis in axes]


@dataclass(frozen=True, slots=True)
class ListedKind(Kind):
    """A function of one list, which torch's tensor methods also take number by number."""

    def layer(self, args: Sequence[Any], keywords: Mapping[str, Any]) -> Layer:
        """``permute(0, 2, 1)`` is ``permute([0, 2, 1])``."""
        listed = (tuple(args),) if args and isinstance(args[0], int) else args
        return Kind.layer(self, listed, keywords)


KINDS: tuple[Kind, ...] = (
    ListedKind("permute", {"dims": REQUIRED}, Permutation),
    ListedKind("reshape", {"shape": REQUIRED}, Reshape),
    ListedKind("expand", {"sizes": REQUIRED}, Expansion),
    Kind("transpose", kind_of(Transposition).arguments, Transposition),
    Kind("squeeze", kind_of(Squeezing).arguments, Squeezing),
    Kind("unsqueeze", kind_of(Unsqueezing).arguments, Unsqueezing),
)
