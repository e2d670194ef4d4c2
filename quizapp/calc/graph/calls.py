"""Layer calls as functions of the little language."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from quizapp.calc.layers import KINDS, Layer, as_written, build_layer
from quizapp.errors import NetworkError
from quizapp.expressions import Function


@dataclass(frozen=True, slots=True)
class Written:
    """A layer together with the call that made it, arguments as they were written."""

    text: str
    layer: Layer


def _maker(name: str) -> Function:
    def run(*args: Any, **keywords: Any) -> Written:
        shown = [as_written(arg) for arg in args]
        shown += [f"{key}={as_written(value)}" for key, value in keywords.items()]
        text = f"{name}({', '.join(shown)})"
        try:
            return Written(text, build_layer(name, args, keywords))
        except NetworkError as error:
            raise NetworkError("call", "`{call}` {reason}", call=text, reason=error) from None

    return Function(run, free_form=True)


LAYER_CALLS: Mapping[str, Function] = {name: _maker(name) for name in KINDS}
"""Makers of layers by name."""
