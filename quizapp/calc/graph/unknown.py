"""Numbers that are to be found: they reckon like numbers and are written by their name."""

from functools import lru_cache


class Unknown(int):
    """A number under which a network can be walked, and whose name stands in its calls.

    Arithmetic with it gives plain numbers: in a network, an unknown is an argument of its own.
    """

    symbol = "?"

    def __repr__(self) -> str:
        return self.symbol

    __str__ = __repr__

    def __format__(self, _spec: str) -> str:
        return self.symbol


@lru_cache(maxsize=256)
def _kind(symbol: str) -> type[Unknown]:
    # A class a name: calls are remembered by the values and the types of their arguments.
    return type("Unknown", (Unknown,), {"symbol": symbol})


def unknown(symbol: str, value: int) -> Unknown:
    """``value``, to be written as ``symbol``."""
    return _kind(symbol)(value)
