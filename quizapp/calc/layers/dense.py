"""Flat layers: Linear, and Flatten on the way to it."""

import math
from collections.abc import Sequence

from quizapp.calc.layers.layer import (
    REQUIRED,
    Kind,
    Layer,
    Shape,
    kind_of,
    place_of,
    require_features,
    whole,
    yes_or_no,
)
from quizapp.calc.layers.rearrangement import Rearrangement
from quizapp.calc.receptive_field import Seen, standing
from quizapp.calc.rules import Rules
from quizapp.errors import NetworkError
from quizapp.frozen import dataclass


@dataclass(frozen=True)
class Linear(Layer):
    """torch.nn.Linear: works on the last axis; in_features·out_features weights."""

    in_features: int
    out_features: int
    bias: bool = True
    symbols = {"in_features": "n_in", "out_features": "n_out"}  # noqa: RUF012 # a ClassVar of the base
    heeds_places = True

    def __post_init__(self) -> None:
        whole("in_features", self.in_features)
        whole("out_features", self.out_features)
        yes_or_no("bias", self.bias)

    def output_shape(self, shape: Shape, _rules: Rules) -> Shape:
        """The last axis becomes out_features."""
        require_features(self.in_features, shape)
        return (*shape[:-1], self.out_features)

    def parameters(self, _shape: Shape, output: Shape, rules: Rules) -> int:
        """A weight for each pair, and with ``bias`` one bias for each output."""
        weights = self.in_features * self.out_features
        biases = rules.biases(self.out_features, self) if rules.has_bias(self) else 0
        total: int = rules.with_biases(self, weights, biases, output)
        return total

    def weight_shape(self, _rules: Rules) -> Shape:
        """Of torch's tensor: a row for each output."""
        return (self.out_features, self.in_features)

    def macs(self, shape: Shape, _output: Shape, rules: Rules) -> int:
        """in_features·out_features for each vector along the last axis."""
        products = self.in_features * self.out_features
        count: int = rules.products_at(self, products, math.prod(shape[:-1]))
        return count

    def field(self, seen: Seen, shape: Shape, _output: Shape, _rules: Rules) -> Seen:
        """Every output depends on the whole last axis; on no more, where it holds the channels."""
        return None if len(shape) - 1 in standing(seen, len(shape)) else seen


@dataclass(frozen=True)
class Flatten(Rearrangement):
    """torch.nn.Flatten and torch.flatten: axes start_dim … end_dim, counted with the batch."""

    start_dim: int = 1
    end_dim: int = -1

    def __post_init__(self) -> None:
        whole("start_dim", self.start_dim, None)
        whole("end_dim", self.end_dim, None)

    def output_shape(self, shape: Shape, rules: Rules) -> Shape:
        """The axes from start to end become one, as long as their product."""
        first, last = place_of(self.start_dim, shape), place_of(self.end_dim, shape)
        if first > last:
            raise NetworkError(
                "flatten-order", "cannot flatten from axis {first} back to {last}",
                first=first + 1, last=last + 1,
            )  # fmt: skip
        merged = rules.flat_length(shape[first : last + 1])
        return (*shape[:first], merged, *shape[last + 1 :])

    def landing(self, shape: Shape, output: Shape) -> Sequence[int | None]:
        """Positions are gone once axes merge; those behind move up."""
        if len(shape) == len(output):
            return range(len(shape))
        first, last = place_of(self.start_dim, shape), place_of(self.end_dim, shape)
        merged = last - first
        return [
            axis if axis < first else None if axis <= last else axis - merged
            for axis in range(len(shape))
        ]


KINDS: tuple[Kind, ...] = (
    kind_of(Linear),
    kind_of(Flatten),
    Kind("flatten", {"start_dim": REQUIRED, "end_dim": -1}, Flatten),
)
