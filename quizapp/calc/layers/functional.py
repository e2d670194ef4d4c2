"""torch's functions that do what a class of ``torch.nn`` does: ``interpolate`` and ``pad``."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from quizapp.calc.layers.layer import (
    REQUIRED,
    Kind,
    Layer,
    require_choice,
    yes_or_no,
)
from quizapp.calc.layers.padding import (
    CircularPad,
    ConstantPad,
    Padding,
    ReflectionPad,
    ReplicationPad,
)
from quizapp.calc.layers.rearranging import whole_numbers
from quizapp.calc.layers.resampling import Upsample
from quizapp.errors import NetworkError

PADDINGS: Mapping[str, type[Padding]] = {
    "constant": ConstantPad,
    "reflect": ReflectionPad,
    "replicate": ReplicationPad,
    "circular": CircularPad,
}


def _interpolated(antialias: Any = False, **given: Any) -> Layer:
    if yes_or_no("antialias", antialias):
        raise NetworkError("antialias", "is known here without antialias, which mixes more pixels")
    return Upsample(**given)


def _padded(pad: Any, mode: Any = "constant", value: Any = None) -> Layer:
    """The padding of as many axes as there are pairs of numbers, the last axis first."""
    pixels = whole_numbers("pad", pad)
    if not pixels or len(pixels) % 2:
        raise NetworkError(
            "pad-pairs", "needs two numbers for each axis, the last axis first, and gets {count}",
            count=len(pixels),
        )  # fmt: skip
    require_choice("mode", mode, tuple(PADDINGS))
    filling = {"value": value} if mode == "constant" else {}
    if value is not None and not filling:
        raise NetworkError("pad-value", "takes no value in mode {mode}", mode=mode)
    return _of_axes(mode, len(pixels) // 2)(padding=pixels, **filling)


@cache
def _of_axes(mode: str, axes: int) -> Callable[..., Layer]:
    """The class that pads so many axes, made once, so that equal calls are equal layers."""
    base = PADDINGS[mode]
    return type(base.__name__, (base,), {"axes": axes})


KINDS: tuple[Kind, ...] = (
    Kind(
        "interpolate",
        {
            "size": None,
            "scale_factor": None,
            "mode": "nearest",
            "align_corners": None,
            "recompute_scale_factor": None,
            "antialias": False,
        },
        _interpolated,
    ),
    Kind("pad", {"pad": REQUIRED, "mode": "constant", "value": None}, _padded),
)
