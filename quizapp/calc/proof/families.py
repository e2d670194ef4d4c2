"""Second ways that stand in files of their own, for families that not every network has."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from quizapp.calc.layers import Layer

_WAYS: Mapping[str, str] = {
    "normalization": "norms", "activations": "norms",
    "rearranging": "moving", "taking": "moving", "shuffling": "moving",
    "joining": "orders", "padding": "resizing", "resampling": "resizing",
    "embedding": "sequences", "multiplying": "sequences",
    "attention": "sequences", "recurrent": "sequences",
}  # fmt: skip
"""By the file of a family in ``calc/layers``; those of all others are always there."""


def prepare(layer: Layer) -> None:
    """Register the second ways of a layer's family with the others."""
    _import_ways(type(layer).__module__)


@cache
def _import_ways(module: str) -> None:
    family = module.rpartition(".")[2]
    if family in _WAYS:
        import_module(f"{__package__}.{_WAYS[family]}")
