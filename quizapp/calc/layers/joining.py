"""Joins of branches: ``add``, ``mul``, ``cat`` and ``stack``, with torch's rules."""

from collections.abc import Sequence

from quizapp.calc.layers.layer import Kind, Layer, Shape, place_of, whole
from quizapp.calc.receptive_field import (
    Disagreement,
    Misaligned,
    Seen,
    landed,
    standing,
    union,
)
from quizapp.calc.rules import Rules
from quizapp.errors import NetworkError
from quizapp.frozen import dataclass
from quizapp.words import render


class Join(Layer):
    """An operation on several tensors; its shape is a tuple of theirs, in order."""

    joins = True
    heeds_places = True

    def united(self, fields: Sequence[Seen], _output: Shape) -> Seen | Disagreement:
        """What a unit sees through all inputs, from what it sees through each."""
        return union(fields)


@dataclass(frozen=True)
class Broadcast(Join):
    """Addition or multiplication element by element; a side of 1 is stretched to fit."""

    name: str

    def output_shape(self, shape: "tuple[Shape, ...]", _rules: Rules) -> Shape:  # type: ignore[override] # a join's shapes
        """The larger of the sides, where they are equal or 1."""
        if len(shape) < 2:
            raise NetworkError("join-alone", "joins two inputs or more and gets one")
        return stretched(shape, shape)

    def field(self, seen: Seen, shape: Shape, output: Shape, _rules: Rules) -> Seen:
        """The whole map through a single unit that is stretched over it: a global gate."""
        if shape == output:
            return seen
        places = standing(seen, len(shape))
        return seen if all(shape[place] == output[place] for place in places) else None


@dataclass(frozen=True)
class Concatenation(Join):
    """``cat``: one behind the other along an axis counted with the batch, 1 for the channels.

    Along the channels, units lie over each other and see what all branches see. Along an axis of
    the map they come one behind the other, each part with its own beginning: there is no one
    receptive field then, which is said as :class:`Misaligned`.
    """

    dim: int = 1

    def __post_init__(self) -> None:
        whole("dim", self.dim, None)

    def output_shape(self, shape: "tuple[Shape, ...]", rules: Rules) -> Shape:  # type: ignore[override] # a join's shapes
        """The sum along the axis; the other sides must agree."""
        axis = place_of(self.dim, shape[0])
        others = {(*side[:axis], *side[axis + 1 :]) for side in shape}
        if len(others) > 1 or any(len(side) != len(shape[0]) for side in shape):
            raise disagreement(shape)
        joined = rules.joined_channels([side[axis] for side in shape])
        return (*shape[0][:axis], joined, *shape[0][axis + 1 :])

    def united(self, fields: Sequence[Seen], output: Shape) -> Seen | Disagreement:
        """As of any join along the channels; along an axis of the map the first two disagree."""
        met = union(fields)
        if len(fields) < 2 or met is None or isinstance(met, Misaligned):
            return met
        axis = place_of(self.dim, output)
        if any(axis in standing(field, len(output)) for field in fields):
            return Disagreement(0, 1, met.places)
        return met


@dataclass(frozen=True)
class Stack(Join):
    """torch.stack: inputs of one shape beside each other, along a new axis ``dim``."""

    dim: int = 0

    def __post_init__(self) -> None:
        whole("dim", self.dim, None)

    def output_shape(self, shape: "tuple[Shape, ...]", _rules: Rules) -> Shape:  # type: ignore[override] # a join's shapes
        """The shape of one input, and their number at the new axis."""
        if len(set(shape)) > 1:
            raise disagreement(shape)
        place = place_of(self.dim, (*shape[0], 1))
        return (*shape[0][:place], len(shape), *shape[0][place:])

    def field(self, seen: Seen, shape: Shape, output: Shape, _rules: Rules) -> Seen:
        """The axes from the new one on move one place behind."""
        place = place_of(self.dim, (*shape, 1))
        landing = [axis + (axis >= place) for axis in range(len(shape))]
        return landed(seen, landing, len(output))


def stretched(sides: "tuple[Shape, ...]", shapes: "tuple[Shape, ...]") -> Shape:
    """The sides of all, those of 1 stretched to the others'. Refuses the shapes they belong to."""
    if len(set(map(len, sides))) > 1:
        raise disagreement(shapes)
    fitted = []
    for lengths in zip(*sides, strict=True):
        longest = max(lengths)
        if any(length not in (1, longest) for length in lengths):
            raise disagreement(shapes)
        fitted.append(longest)
    return tuple(fitted)


def disagreement(shapes: "tuple[Shape, ...]") -> NetworkError:
    """What is said of inputs whose sides do not fit each other."""
    return NetworkError(
        "join", "cannot join {shapes}: their sides differ",
        shapes=", ".join(render(shape) for shape in shapes),
    )  # fmt: skip


KINDS: tuple[Kind, ...] = (
    Kind("add", {}, lambda: Broadcast("add")),
    Kind("mul", {}, lambda: Broadcast("mul")),
    Kind("cat", {"dim": 1}, Concatenation),
    Kind("stack", {"dim": 0}, Stack),
)
