"""A layer whose numbers carry the symbols they have in formulas."""

from typing import Any

from quizapp.calc.derivation.terms import Leaf
from quizapp.calc.layers import Layer, Shape

_AXES = {1: ("",), 2: ("_h", "_w"), 3: ("_d", "_h", "_w")}
_SIDES = {1: ("n",), 2: ("C", "L"), 3: ("C", "H", "W"), 4: ("C", "D", "H", "W")}


def named_layer(layer: Layer) -> Layer:
    """The layer with its numbers as leaves: run through the rules it writes the derivation."""
    copy: Layer = object.__new__(type(layer))
    for field, value in vars(layer).items():
        # Windows are made again, from the leaves.
        if field != "windows":
            symbol = layer.symbols.get(field)
            copy.__dict__[field] = value if symbol is None else _named(value, symbol)
    return copy


def named_shape(shape: Shape, last: tuple[str, ...] = ()) -> Any:
    """A shape as leaves C, H, W, or with ``last`` as symbols of its last sides."""
    known = ("",) * (len(shape) - len(last)) + last
    symbols = known if last else _SIDES.get(len(shape), known)
    return tuple(Leaf(side, symbol) for side, symbol in zip(shape, symbols, strict=True))


def named_input(layer: Layer, shapes: tuple[Shape, ...]) -> Any:
    """What a layer takes, as leaves: a shape, or of a join one for each input."""
    sides = layer.sides or ((),) * len(shapes)
    named = tuple(map(named_shape, shapes, sides))
    return named if layer.joins else named[0]


def _named(value: Any, symbol: str) -> Any:
    if isinstance(value, tuple):
        numbered = tuple(f"_{place}" for place in range(1, len(value) + 1))
        suffixes = _AXES.get(len(value), numbered) if len(set(value)) > 1 else ("",) * len(value)
        return tuple(Leaf(part, symbol + end) for part, end in zip(value, suffixes, strict=True))
    if isinstance(value, int) and not isinstance(value, bool):
        return Leaf(value, symbol)
    return value
