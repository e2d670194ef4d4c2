"""Every layer that can be written, each in the file of its family.

To add one: a class with its shape, parameters and MACs in the file where it belongs, its kind in
the table here, the tensors it allocates and the windows it takes in ``calc/proof``, and rows of
torch's own numbers in ``tests/calc``.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from quizapp.calc.layers.activations import ACTIVATIONS
from quizapp.calc.layers.attention import ATTENTIONS
from quizapp.calc.layers.convolution import CONVOLUTIONS
from quizapp.calc.layers.dense import Flatten, Linear
from quizapp.calc.layers.elementwise import ELEMENTWISE
from quizapp.calc.layers.embedding import EMBEDDINGS
from quizapp.calc.layers.functional import FUNCTIONS
from quizapp.calc.layers.joining import JOINS
from quizapp.calc.layers.layer import REQUIRED, Kind, Layer, Shape, as_written, kind_of
from quizapp.calc.layers.lazy import LAZY
from quizapp.calc.layers.learned import Parameter
from quizapp.calc.layers.multiplying import PRODUCTS
from quizapp.calc.layers.normalization import NORMS
from quizapp.calc.layers.padding import PADS
from quizapp.calc.layers.pooling import LP_POOLS, POOLS
from quizapp.calc.layers.rearranging import REARRANGEMENTS
from quizapp.calc.layers.recurrent import RECURRENT
from quizapp.calc.layers.resampling import UPSAMPLING
from quizapp.calc.layers.shuffling import SHUFFLES
from quizapp.calc.layers.taking import TAKINGS

KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        *map(kind_of, CONVOLUTIONS),
        *map(kind_of, POOLS),
        *LP_POOLS,
        *map(kind_of, NORMS),
        *map(kind_of, PADS),
        *map(kind_of, SHUFFLES),
        *map(kind_of, EMBEDDINGS),
        *UPSAMPLING,
        *ACTIVATIONS,
        kind_of(Linear),
        kind_of(Parameter),
        kind_of(Flatten),
        Kind("flatten", {"start_dim": REQUIRED, "end_dim": -1}, Flatten),
        *ELEMENTWISE,
        *LAZY,
        *FUNCTIONS,
        *JOINS,
        *PRODUCTS,
        *REARRANGEMENTS,
        *TAKINGS,
        *ATTENTIONS,
        *RECURRENT,
    )
}
"""By the name a layer is written with: a class of ``torch.nn``, or a function of torch."""


def build_layer(name: str, args: Sequence[Any], keywords: Mapping[str, Any]) -> Layer:
    """The layer that the call of ``name`` describes. Raises NetworkError as torch would refuse."""
    return KINDS[name].layer(args, keywords)


__all__ = ["KINDS", "REQUIRED", "Kind", "Layer", "Shape", "as_written", "build_layer"]
