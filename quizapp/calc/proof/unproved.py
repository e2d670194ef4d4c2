"""What happens to a layer that has no second way."""

from typing import NoReturn

from quizapp.calc.layers import Layer


def unproved(layer: Layer, quantity: str) -> NoReturn:
    """Say which class lacks which way: a mistake of the program, found by its tests."""
    raise NotImplementedError(f"calc/proof has no second way to the {quantity} of {layer!r}")
