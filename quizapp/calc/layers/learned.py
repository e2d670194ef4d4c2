"""Numbers that are learned and that nothing feeds (torch.nn.Parameter)."""

import math
from typing import Any

from quizapp.calc.layers.layer import Kind, Layer, Shape, as_written, kind_of, whole
from quizapp.calc.receptive_field import Seen
from quizapp.calc.rules import Rules
from quizapp.errors import NetworkError
from quizapp.frozen import dataclass


@dataclass(frozen=True)
class Parameter(Layer):
    """torch.nn.Parameter of a size written without the batch, as a branch of a join.

    It takes nothing of what comes in: ``mul: [[], "Parameter((64, 1, 1))"]`` scales each channel
    by a number of its own, and sees what the other branch sees.
    """

    size: Any

    def __post_init__(self) -> None:
        if not isinstance(self.size, tuple) or not self.size:
            raise NetworkError(
                "parameter-size", "needs a size such as (64, 1, 1), not {size}",
                size=as_written(self.size),
            )  # fmt: skip
        for side in self.size:
            whole("size", side)

    def output_shape(self, _shape: Shape, _rules: Rules) -> Shape:
        """The size."""
        size: Shape = self.size
        return size

    def parameters(self, _shape: Shape, output: Shape, _rules: Rules) -> int:
        """All its numbers."""
        return math.prod(output)

    def field(self, _seen: Seen, _shape: Shape, _output: Shape, _rules: Rules) -> Seen:
        """No one pixel, and none in particular."""
        return None


KINDS: tuple[Kind, ...] = (kind_of(Parameter),)
