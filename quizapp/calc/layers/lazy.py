"""The lazy kin: layers that take the channels or features that arrive (torch.nn.LazyConv2d …)."""

from collections.abc import Mapping
from typing import Any

from quizapp.calc.layers.convolution import CONVOLUTIONS
from quizapp.calc.layers.dense import Linear
from quizapp.calc.layers.layer import REQUIRED, Kind, Layer, Shape, kind_of
from quizapp.calc.layers.normalization import FEATURE_NORMS, InstanceNorm
from quizapp.errors import NetworkError
from quizapp.frozen import dataclass


@dataclass(frozen=True)
class Lazy(Layer):
    """A layer still without its first argument, which is read off the input."""

    kind: Kind
    missing: str
    axis: int
    """Which number of the arriving shape fills it: 0 the channels, −1 the features."""
    given: Mapping[str, Any]

    def resolved(self, shape: Shape) -> Layer:
        """The layer with what arrives filled in."""
        arriving = shape[self.axis]
        return self.kind.build(**{self.missing: int(arriving)}, **self.given)


def _lazy(kind: Kind, missing: str, axis: int) -> Kind:
    def build(**given: Any) -> Layer:
        # A first argument of 1 suits every layer, so the others are checked at once.
        trial = given["groups"] if isinstance(given.get("groups"), int) else 1
        if trial < 1:
            raise NetworkError(
                "argument-least", "needs `{argument}` of at least {least}, not {value}",
                argument="groups", least=1, value=trial,
            )  # fmt: skip
        kind.build(**{missing: trial}, **given)
        return Lazy(kind, missing, axis, given)

    arguments = {name: default for name, default in kind.arguments.items() if name != missing}
    return Kind(f"Lazy{kind.name}", arguments, build)


def _as_lazy(cls: type[Layer]) -> Kind:
    """The kind of a norm with the defaults it has when lazy: an instance norm then learns."""
    kind = kind_of(cls)
    if not issubclass(cls, InstanceNorm):
        return kind
    learns = {"affine": True, "track_running_stats": True}
    arguments = {**kind.arguments, **learns}
    return Kind(kind.name, arguments, lambda **given: cls(**{**learns, **given}))


KINDS: tuple[Kind, ...] = (
    *(_lazy(kind_of(cls), "in_channels", 0) for cls in CONVOLUTIONS),
    *(_lazy(_as_lazy(cls), "num_features", 0) for cls in FEATURE_NORMS),
    _lazy(Kind("Linear", {"in_features": REQUIRED, "out_features": REQUIRED, "bias": True}, Linear),
          "in_features", -1),
)  # fmt: skip
