"""Flat layers: Linear, and Flatten on the way to it."""

import math
from dataclasses import dataclass

from quizapp.calc.layers.layer import Layer, Shape, whole, yes_or_no
from quizapp.calc.receptive_field import Seen
from quizapp.calc.rules import Rules
from quizapp.errors import NetworkError


@dataclass(frozen=True)
class Linear(Layer):
    """torch.nn.Linear: works on the last axis; in_features·out_features weights."""

    in_features: int
    out_features: int
    bias: bool = True
    symbols = {"in_features": "n_in", "out_features": "n_out"}  # noqa: RUF012 # a ClassVar of the base

    def __post_init__(self) -> None:
        whole("in_features", self.in_features)
        whole("out_features", self.out_features)
        yes_or_no("bias", self.bias)

    def output_shape(self, shape: Shape, _rules: Rules) -> Shape:
        """The last axis becomes out_features."""
        if shape[-1] != self.in_features:
            raise NetworkError(
                "features", "expects {expected} features and gets {arriving}",
                expected=self.in_features, arriving=shape[-1],
            )  # fmt: skip
        return (*shape[:-1], self.out_features)

    def parameters(self, _shape: Shape, output: Shape, rules: Rules) -> int:
        """A weight for each pair, and with ``bias`` one bias for each output."""
        weights = self.in_features * self.out_features
        biases = rules.biases(self.out_features, self) if self.bias else 0
        total: int = rules.with_biases(self, weights, biases, output)
        return total

    def macs(self, shape: Shape, _output: Shape, _rules: Rules) -> int:
        """in_features·out_features for each vector along the last axis."""
        return math.prod(shape[:-1]) * (self.in_features * self.out_features)

    def field(self, _seen: Seen, _shape: Shape, _output: Shape, _rules: Rules) -> Seen:
        """Every output depends on the whole axis."""
        return None


@dataclass(frozen=True)
class Flatten(Layer):
    """torch.nn.Flatten and torch.flatten: axes start_dim … end_dim, counted with the batch."""

    start_dim: int = 1
    end_dim: int = -1

    def __post_init__(self) -> None:
        whole("start_dim", self.start_dim, None)
        whole("end_dim", self.end_dim, None)

    def output_shape(self, shape: Shape, rules: Rules) -> Shape:
        """The axes from start to end become one, as long as their product."""
        first = self._axis(self.start_dim, len(shape) + 1)
        last = self._axis(self.end_dim, len(shape) + 1)
        if first == 0:
            raise NetworkError("batch-axis", "would work on the batch; axis 1 is the channels")
        if first > last:
            raise NetworkError(
                "flatten-order", "cannot flatten from axis {first} back to {last}",
                first=first, last=last,
            )  # fmt: skip
        merged = rules.flat_length(shape[first - 1 : last])
        return (*shape[: first - 1], merged, *shape[last:])

    def _axis(self, dim: int, rank: int) -> int:
        if not -rank <= dim < rank:
            raise NetworkError(
                "axis", "has no axis {dim}: with the batch there are {rank}", dim=dim, rank=rank
            )
        return dim % rank

    def field(self, seen: Seen, shape: Shape, output: Shape, _rules: Rules) -> Seen:
        """Positions are gone once axes merge."""
        return seen if len(shape) == len(output) else None
