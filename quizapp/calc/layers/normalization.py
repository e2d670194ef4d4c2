"""Normalization: over the batch, the map of each channel, groups of channels, or last axes.

Scale and shift (γ, β) are learned, statistics that torch keeps are buffers. What uses the
statistics of the map before it is like a gate: each unit depends on the whole map.
"""

from math import prod
from typing import Any, ClassVar

from quizapp.calc.layers.layer import (
    Kind,
    Layer,
    Shape,
    kind_of,
    require_channels,
    require_rank,
    whole,
    yes_or_no,
)
from quizapp.calc.receptive_field import Seen, standing
from quizapp.calc.rules import Rules
from quizapp.errors import NetworkError
from quizapp.frozen import dataclass
from quizapp.words import render


def _scale_and_shift(layer: Any, count: int, shape: Shape, rules: Rules) -> int:
    numbers: int = rules.norm_parameters(count, layer, shape) if layer.bias else count
    return numbers


class FeatureNorm(Layer):
    """What batch and instance norms share: numbers for each channel, learned and kept."""

    ranks: ClassVar[tuple[int, ...]]
    symbols = {"num_features": "C"}  # noqa: RUF012 # a ClassVar of the base
    num_features: int
    affine: bool
    track_running_stats: bool
    bias: bool

    def __post_init__(self) -> None:
        whole("num_features", self.num_features)
        for argument in ("affine", "track_running_stats", "bias"):
            yes_or_no(argument, getattr(self, argument))

    def output_shape(self, shape: Shape, _rules: Rules) -> Shape:
        """The shape that came in."""
        require_rank(shape, *self.ranks)
        # Without scale and statistics nothing in the layer is as long as the channels.
        if self.affine or self.track_running_stats:
            require_channels(self.num_features, shape[0])
        return shape

    def parameters(self, shape: Shape, _output: Shape, rules: Rules) -> int:
        """γ and with ``bias`` β for each channel."""
        return _scale_and_shift(self, self.num_features, shape, rules) if self.affine else 0

    def buffers(self) -> int:
        """Running mean and variance for each channel, and num_batches_tracked."""
        return 2 * self.num_features + 1 if self.track_running_stats else 0


@dataclass(frozen=True)
class BatchNorm(FeatureNorm):
    """A batch norm: 2C learnable numbers, 2C + 1 buffers (means, variances, and a counter)."""

    num_features: int
    eps: Any = 1e-5
    momentum: Any = 0.1
    affine: bool = True
    track_running_stats: bool = True
    bias: bool = True


@dataclass(frozen=True)
class InstanceNorm(FeatureNorm):
    """A norm over the map of each channel; by default it learns and keeps nothing."""

    num_features: int
    eps: Any = 1e-5
    momentum: Any = 0.1
    affine: bool = False
    track_running_stats: bool = False
    bias: bool = True

    def output_shape(self, shape: Shape, rules: Rules) -> Shape:
        """The shape that came in; a map of one pixel has no statistics of its own."""
        super().output_shape(shape, rules)
        if not self.track_running_stats and prod(shape[1:]) == 1:
            raise NetworkError(
                "norm-alone", "needs more than one number in each channel of {shape}",
                shape=render(shape),
            )  # fmt: skip
        return shape

    def gated(self, seen: Seen, shape: Shape) -> bool:
        """Unless running statistics stand in for those of the map."""
        if self.track_running_stats:
            return False
        together = (1, *shape[1:])
        return any(together[place] > 1 for place in standing(seen, len(shape)))


@dataclass(frozen=True)
class GroupNorm(Layer):
    """torch.nn.GroupNorm: over groups of channels; 2C learnable numbers."""

    num_groups: int
    num_channels: int
    eps: Any = 1e-5
    affine: bool = True
    bias: bool = True
    symbols = {"num_groups": "g", "num_channels": "C"}  # noqa: RUF012 # a ClassVar of the base

    def __post_init__(self) -> None:
        whole("num_groups", self.num_groups)
        whole("num_channels", self.num_channels)
        yes_or_no("affine", self.affine)
        yes_or_no("bias", self.bias)
        self._require_groups("num_channels", self.num_channels)

    def _require_groups(self, argument: str, channels: int) -> None:
        if channels % self.num_groups:
            raise NetworkError(
                "norm-groups",
                "needs `{argument}` divisible by num_groups={groups}, not {channels}",
                argument=argument, groups=self.num_groups, channels=channels,
            )  # fmt: skip

    def output_shape(self, shape: Shape, _rules: Rules) -> Shape:
        """The shape that came in."""
        if self.affine:
            require_channels(self.num_channels, shape[0])
        self._require_groups("channels", shape[0])
        return shape

    def parameters(self, shape: Shape, _output: Shape, rules: Rules) -> int:
        """γ and with ``bias`` β for each channel."""
        return _scale_and_shift(self, self.num_channels, shape, rules) if self.affine else 0

    def gated(self, seen: Seen, shape: Shape) -> bool:
        """Where there is more than one place, or the map stands for the channels of a group."""
        together = (shape[0] // self.num_groups, *shape[1:])
        return any(together[place] > 1 for place in standing(seen, len(shape)))


class TrailingNorm(Layer):
    """What norms over the last axes share: as many numbers as those axes hold."""

    symbols = {"normalized_shape": "n"}  # noqa: RUF012 # a ClassVar of the base
    normalized_shape: Any
    elementwise_affine: bool

    def __post_init__(self) -> None:
        # One number is the last axis.
        given = self.normalized_shape
        sides = tuple(given) if isinstance(given, tuple | list) else (given,)
        if not sides:
            raise NetworkError("norm-empty", "needs at least one number for `normalized_shape`")
        for side in sides:
            whole("normalized_shape", side)
        object.__setattr__(self, "normalized_shape", sides)
        yes_or_no("elementwise_affine", self.elementwise_affine)

    def output_shape(self, shape: Shape, _rules: Rules) -> Shape:
        """The shape that came in; its last axes are those normalized."""
        if shape[-len(self.normalized_shape) :] != self.normalized_shape:
            raise NetworkError(
                "norm-shape", "normalizes {normalized} and gets {shape}",
                normalized=render(self.normalized_shape), shape=render(shape),
            )  # fmt: skip
        return shape

    def gated(self, seen: Seen, shape: Shape) -> bool:
        """Where one of the axes normalized together is the map's."""
        alone = len(shape) - len(self.normalized_shape)
        together = (*(1,) * alone, *self.normalized_shape)
        return any(together[place] > 1 for place in standing(seen, len(shape)))


@dataclass(frozen=True)
class LayerNorm(TrailingNorm):
    """torch.nn.LayerNorm: γ and β for each number of the last axes."""

    normalized_shape: Any
    eps: Any = 1e-5
    elementwise_affine: bool = True
    bias: bool = True

    def __post_init__(self) -> None:
        super().__post_init__()
        yes_or_no("bias", self.bias)

    def parameters(self, shape: Shape, _output: Shape, rules: Rules) -> int:
        """γ and with ``bias`` β for each number normalized together."""
        if not self.elementwise_affine:
            return 0
        return _scale_and_shift(self, prod(self.normalized_shape), shape, rules)


@dataclass(frozen=True)
class RMSNorm(TrailingNorm):
    """torch.nn.RMSNorm: γ for each number of the last axes, and no β."""

    normalized_shape: Any
    eps: Any = None
    elementwise_affine: bool = True

    def parameters(self, _shape: Shape, _output: Shape, _rules: Rules) -> int:
        """γ for each number normalized together."""
        return prod(self.normalized_shape) if self.elementwise_affine else 0


@dataclass(frozen=True)
class LocalResponseNorm(Layer):
    """torch.nn.LocalResponseNorm: over ``size`` neighbouring channels, as AlexNet has it."""

    size: int
    alpha: Any = 1e-4
    beta: Any = 0.75
    k: Any = 1.0
    heeds_places = True

    def __post_init__(self) -> None:
        whole("size", self.size)

    def output_shape(self, shape: Shape, _rules: Rules) -> Shape:
        """The shape that came in, which has places beside its channels."""
        if len(shape) < 2:
            require_rank(shape, 2, 3)
        return shape

    def field(self, seen: Seen, shape: Shape, _output: Shape, _rules: Rules) -> Seen:
        """As before, unless the map itself stands where the channels are looked for."""
        return None if 0 in standing(seen, len(shape)) else seen


def _feature_norms() -> "tuple[type[BatchNorm | InstanceNorm], ...]":
    """BatchNorm1d … InstanceNorm3d: the same rules for one, two and three axes."""
    # A batch norm of one axis also takes vectors.
    ranks = {1: (1, 2), 2: (3,), 3: (4,)}
    made: list[type[BatchNorm | InstanceNorm]] = []
    for base in (BatchNorm, InstanceNorm):
        for axes in (1, 2, 3):
            name = f"{base.__name__}{axes}d"
            taken = ranks[axes] if base is BatchNorm else (axes + 1,)
            made.append(type(name, (base,), {"ranks": taken, "__doc__": f"torch.nn.{name}."}))
    return tuple(made)


FEATURE_NORMS = _feature_norms()
KINDS: tuple[Kind, ...] = tuple(
    map(kind_of, (*FEATURE_NORMS, GroupNorm, LayerNorm, RMSNorm, LocalResponseNorm))
)
