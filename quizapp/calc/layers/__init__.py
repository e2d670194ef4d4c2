"""Every layer that can be written, each in the file of its family.

To add one: a class with its shape, parameters and MACs in the file where it belongs, its kind in
the table here, the tensors it allocates and the windows it takes in ``calc/proof``, and rows of
torch's own numbers in ``tests/calc``.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from quizapp.calc.layers.convolution import CONVOLUTIONS
from quizapp.calc.layers.dense import Flatten, Linear
from quizapp.calc.layers.elementwise import ELEMENTWISE
from quizapp.calc.layers.joining import Broadcast, Concatenation
from quizapp.calc.layers.layer import REQUIRED, Kind, Layer, Shape, as_written, kind_of
from quizapp.calc.layers.lazy import LAZY
from quizapp.calc.layers.normalization import NORMS
from quizapp.calc.layers.pooling import POOLS

KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        *map(kind_of, CONVOLUTIONS),
        *map(kind_of, POOLS),
        *map(kind_of, NORMS),
        kind_of(Linear),
        kind_of(Flatten),
        Kind("flatten", {"start_dim": REQUIRED, "end_dim": -1}, Flatten),
        *ELEMENTWISE,
        *LAZY,
        Kind("add", {}, lambda: Broadcast("add")),
        Kind("mul", {}, lambda: Broadcast("mul")),
        Kind("cat", {"dim": 1}, Concatenation),
    )
}
"""By the name a layer is written with: a class of ``torch.nn``, or a function of torch."""


@lru_cache(maxsize=4096)
def _built(
    name: str,
    args: tuple[Any, ...],
    keywords: tuple[tuple[str, Any], ...],
    _types: tuple[type, ...],
) -> Layer:
    return KINDS[name].layer(args, dict(keywords))


def build_layer(name: str, args: Sequence[Any], keywords: Mapping[str, Any]) -> Layer:
    """The layer that the call of ``name`` describes. Raises NetworkError as torch would refuse."""
    # True == 1 == 1.0 in Python, and only one of them is a channel count.
    types = (*map(type, args), *map(type, keywords.values()))
    return _built(name, tuple(args), tuple(keywords.items()), types)


__all__ = ["KINDS", "REQUIRED", "Kind", "Layer", "Shape", "as_written", "build_layer"]
