"""Activations that are more than a function of each number: learned, halving, or along an axis."""

from typing import Any

from quizapp.calc.layers.layer import (
    Kind,
    Layer,
    Shape,
    kind_of,
    place_of,
    require_channels,
    require_rank,
    whole,
)
from quizapp.calc.receptive_field import Seen, standing, through_standing
from quizapp.calc.rules import Rules, Window
from quizapp.errors import NetworkError
from quizapp.frozen import dataclass


@dataclass(frozen=True)
class PReLU(Layer):
    """torch.nn.PReLU: one learned slope for all, or one for each channel."""

    num_parameters: int = 1
    init: Any = 0.25
    symbols = {"num_parameters": "C"}  # noqa: RUF012 # a ClassVar of the base

    def __post_init__(self) -> None:
        whole("num_parameters", self.num_parameters)

    def output_shape(self, shape: Shape, _rules: Rules) -> Shape:
        """The shape that came in."""
        if self.num_parameters != 1:
            require_channels(self.num_parameters, shape[0])
        return shape

    def parameters(self, _shape: Shape, _output: Shape, _rules: Rules) -> int:
        """The slopes."""
        return self.num_parameters


@dataclass(frozen=True)
class GLU(Layer):
    """torch.nn.GLU: half of an axis, gated by the other half. ``dim`` counts the batch."""

    dim: int = -1
    heeds_places = True

    def __post_init__(self) -> None:
        whole("dim", self.dim, None)

    def output_shape(self, shape: Shape, _rules: Rules) -> Shape:
        """Half as long along the axis."""
        place = place_of(self.dim, shape)
        length = shape[place]
        if length % 2:
            raise NetworkError(
                "halving", "halves axis {dim}, which must be even and is {length}",
                dim=self.dim, length=length,
            )  # fmt: skip
        return (*shape[:place], length // 2, *shape[place + 1 :])

    def field(self, seen: Seen, shape: Shape, output: Shape, rules: Rules) -> Seen:
        """Along an axis of the map a unit sees its place and the one half the map further on."""
        place = place_of(self.dim, shape)
        window = Window(2, dilation=output[place])
        return through_standing(seen, {place: window}, len(shape), rules)


@dataclass(frozen=True)
class Softmax(Layer):
    """torch.nn.Softmax and its kin: shares of one along an axis. ``dim`` counts the batch."""

    dim: Any = None
    heeds_places = True

    def __post_init__(self) -> None:
        if self.dim is not None:
            whole("dim", self.dim, None)

    def place(self, shape: Shape) -> int:
        """Where in the shape the axis lies."""
        if self.dim is not None:
            return place_of(self.dim, shape)
        # Without dim torch takes axis 0 of three (with the batch), and axis 1 of two or four.
        return place_of(0 if len(shape) == 2 else 1, shape)

    def output_shape(self, shape: Shape, _rules: Rules) -> Shape:
        """The shape that came in."""
        self.place(shape)
        return shape

    def field(self, seen: Seen, shape: Shape, _output: Shape, _rules: Rules) -> Seen:
        """Along an axis of the map every unit depends on all the others of it."""
        place = self.place(shape)
        return None if shape[place] > 1 and place in standing(seen, len(shape)) else seen


class ChannelSoftmax(Softmax):
    """torch.nn.Softmax2d: over the channels of a map."""

    def output_shape(self, shape: Shape, rules: Rules) -> Shape:
        """The shape that came in, which has channels and two axes."""
        require_rank(shape, 3)
        return super().output_shape(shape, rules)


KINDS: tuple[Kind, ...] = (
    kind_of(PReLU),
    kind_of(GLU),
    *(Kind(name, {"dim": None}, Softmax) for name in ("Softmax", "LogSoftmax", "Softmin")),
    Kind("Softmax2d", {}, lambda: ChannelSoftmax(1)),
)
