"""Layer calls: the layer and the text that a name with arguments stands for."""

from collections.abc import Mapping
from functools import lru_cache, partial
from typing import Any

from quizapp.calc.layers import KINDS, Layer, as_written, build_layer
from quizapp.errors import NetworkError
from quizapp.expressions import Function
from quizapp.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Written:
    """A layer together with the call that made it, arguments as they were written."""

    text: str
    layer: Layer


# Large networks repeat themselves: ResNet-152 makes 24 calls 515 times. Typed, for True == 1 == 1.0
# in Python, and only one of them is a channel count.
@lru_cache(maxsize=4096, typed=True)
def written(name: str, /, *args: Any, **keywords: Any) -> Written:
    """The layer that the call of ``name`` makes. Raises NetworkError as torch would refuse."""
    shown = [as_written(arg) for arg in args]
    shown += [f"{key}={as_written(value)}" for key, value in keywords.items()]
    text = f"{name}({', '.join(shown)})"
    try:
        return Written(text, build_layer(name, args, keywords))
    except NetworkError as error:
        raise NetworkError("call", "`{call}` {reason}", call=text, reason=error) from None


LAYER_CALLS: Mapping[str, Function] = {
    name: Function(partial(written, name), free_form=True) for name in KINDS
}
"""Makers of layers by name, as functions of the little language."""
