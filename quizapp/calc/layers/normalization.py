"""Batch normalization in one to three axes (torch.nn.BatchNorm1d … 3d)."""

from dataclasses import dataclass
from typing import Any, ClassVar

from quizapp.calc.layers.layer import (
    Layer,
    Shape,
    require_channels,
    require_rank,
    whole,
    yes_or_no,
)
from quizapp.calc.rules import Rules


@dataclass(frozen=True)
class BatchNorm(Layer):
    """A batch norm: 2C learnable numbers, 2C + 1 buffers (means, variances, and a counter)."""

    ranks: ClassVar[tuple[int, ...]]
    num_features: int
    eps: Any = 1e-5
    momentum: Any = 0.1
    affine: bool = True
    track_running_stats: bool = True
    symbols = {"num_features": "C"}  # noqa: RUF012 # a ClassVar of the base

    def __post_init__(self) -> None:
        whole("num_features", self.num_features)
        yes_or_no("affine", self.affine)
        yes_or_no("track_running_stats", self.track_running_stats)

    def output_shape(self, shape: Shape, _rules: Rules) -> Shape:
        """The shape that came in."""
        require_rank(shape, *self.ranks)
        # Without scale and statistics nothing in the layer is as long as the channels.
        if self.affine or self.track_running_stats:
            require_channels(self.num_features, shape[0])
        return shape

    def parameters(self, _shape: Shape, _output: Shape, rules: Rules) -> int:
        """γ and β for each channel."""
        count: int = rules.norm_parameters(self.num_features) if self.affine else 0
        return count

    def buffers(self) -> int:
        """Running mean and variance for each channel, and num_batches_tracked."""
        return 2 * self.num_features + 1 if self.track_running_stats else 0


class BatchNorm1d(BatchNorm):
    """torch.nn.BatchNorm1d: of (C) or (C, L)."""

    ranks = (1, 2)


class BatchNorm2d(BatchNorm):
    """torch.nn.BatchNorm2d: of (C, H, W)."""

    ranks = (3,)


class BatchNorm3d(BatchNorm):
    """torch.nn.BatchNorm3d: of (C, D, H, W)."""

    ranks = (4,)


NORMS: tuple[type[BatchNorm], ...] = (BatchNorm1d, BatchNorm2d, BatchNorm3d)
