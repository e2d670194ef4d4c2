"""Layers that change numbers but neither shape nor count: activations, dropout, identity."""

from typing import Any

from quizapp.calc.layers.layer import REQUIRED, Kind, Layer, Shape, require_probability
from quizapp.calc.rules import Rules
from quizapp.frozen import dataclass


@dataclass(frozen=True)
class Elementwise(Layer):
    """An operation on each number by itself; ``name`` is torch's."""

    name: str

    def output_shape(self, shape: Shape, _rules: Rules) -> Shape:
        """The shape that came in."""
        return shape


# Arguments in torch's order, with torch's defaults.
_ARGUMENTS: dict[str, dict[str, Any]] = {
    "Identity": {},
    "ReLU": {"inplace": False},
    "ReLU6": {"inplace": False},
    "LeakyReLU": {"negative_slope": 0.01, "inplace": False},
    "ELU": {"alpha": 1.0, "inplace": False},
    "SELU": {"inplace": False},
    "CELU": {"alpha": 1.0, "inplace": False},
    "GELU": {"approximate": "none"},
    "SiLU": {"inplace": False},
    "Mish": {"inplace": False},
    "Sigmoid": {},
    "LogSigmoid": {},
    "Tanh": {},
    "Tanhshrink": {},
    "Softsign": {},
    "Hardsigmoid": {"inplace": False},
    "Hardswish": {"inplace": False},
    "Hardtanh": {"min_val": -1.0, "max_val": 1.0, "inplace": False},
    "Hardshrink": {"lambd": 0.5},
    "Softshrink": {"lambd": 0.5},
    "Softplus": {"beta": 1.0, "threshold": 20.0},
    "Threshold": {"threshold": REQUIRED, "value": REQUIRED, "inplace": False},
    "RReLU": {"lower": 1 / 8, "upper": 1 / 3, "inplace": False},
    "relu": {"inplace": False},
    "sigmoid": {},
    "tanh": {},
}
_DROPOUTS = (
    "Dropout", "Dropout1d", "Dropout2d", "Dropout3d", "AlphaDropout", "FeatureAlphaDropout",
)  # fmt: skip


def _dropout(name: str, p: Any = 0.5, **_given: Any) -> Layer:
    require_probability(p)
    return Elementwise(name)


KINDS: tuple[Kind, ...] = (
    *(
        Kind(name, arguments, lambda _name=name, **_given: Elementwise(_name))
        for name, arguments in _ARGUMENTS.items()
    ),
    *(
        Kind(
            name, {"p": 0.5, "inplace": False}, lambda _name=name, **given: _dropout(_name, **given)
        )
        for name in _DROPOUTS
    ),
)
