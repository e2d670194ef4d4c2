"""Joins of branches: ``add``, ``mul`` and ``cat``, with torch's rules."""

from dataclasses import dataclass

from quizapp.calc.layers.layer import Layer, Shape, whole
from quizapp.calc.receptive_field import Seen
from quizapp.calc.rules import Rules
from quizapp.errors import NetworkError
from quizapp.words import render


class Join(Layer):
    """An operation on several tensors; its shape is a tuple of theirs, in order."""

    joins = True


@dataclass(frozen=True)
class Broadcast(Join):
    """Addition or multiplication element by element; a side of 1 is stretched to fit."""

    name: str

    def output_shape(self, shape: "tuple[Shape, ...]", _rules: Rules) -> Shape:  # type: ignore[override] # a join's shapes
        """The larger of the sides, where they are equal or 1."""
        first = shape[0]
        if len(shape) < 2:
            raise NetworkError("join-alone", "joins two inputs or more and gets one")
        if any(len(other) != len(first) for other in shape):
            raise _disagreement(shape)
        sides = []
        for lengths in zip(*shape, strict=True):
            longest = max(lengths)
            if any(length not in (1, longest) for length in lengths):
                raise _disagreement(shape)
            sides.append(longest)
        return tuple(sides)

    def field(self, seen: Seen, shape: Shape, output: Shape, _rules: Rules) -> Seen:
        """The whole map through a single unit that is stretched over it: a global gate."""
        return seen if shape[1:] == output[1:] else None


@dataclass(frozen=True)
class Concatenation(Join):
    """``cat``: one behind the other along an axis counted with the batch, 1 for the channels."""

    dim: int = 1

    def __post_init__(self) -> None:
        whole("dim", self.dim, None)

    def output_shape(self, shape: "tuple[Shape, ...]", rules: Rules) -> Shape:  # type: ignore[override] # a join's shapes
        """The sum along the axis; the other sides must agree."""
        rank = len(shape[0]) + 1
        if not -rank <= self.dim < rank:
            raise NetworkError(
                "axis", "has no axis {dim}: with the batch there are {rank}",
                dim=self.dim, rank=rank,
            )  # fmt: skip
        axis = self.dim % rank - 1
        if axis < 0:
            raise NetworkError("batch-axis", "would work on the batch; axis 1 is the channels")
        others = {(*side[:axis], *side[axis + 1 :]) for side in shape}
        if len(others) > 1 or any(len(side) != rank - 1 for side in shape):
            raise _disagreement(shape)
        joined = rules.joined_channels([side[axis] for side in shape])
        return (*shape[0][:axis], joined, *shape[0][axis + 1 :])


def _disagreement(shapes: "tuple[Shape, ...]") -> NetworkError:
    return NetworkError(
        "join", "cannot join {shapes}: their sides differ",
        shapes=", ".join(render(shape) for shape in shapes),
    )  # fmt: skip
