"""What expressions may ask of a network: ``parameters(network)``, ``height(network)`` …

The same words are answered by the walk under a table of rules and by the second way.
"""

import math
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Any, Protocol

from quizapp.calc import proof
from quizapp.calc.graph import Network, Trace, trace
from quizapp.calc.layers import Shape
from quizapp.calc.layers.convolution import WeightedKernel
from quizapp.calc.layers.dense import Linear
from quizapp.calc.receptive_field import Misaligned, Seen
from quizapp.calc.rules import TRUE, Rules
from quizapp.errors import ExpressionError
from quizapp.expressions import ARITHMETIC, Function


class Measured(Protocol):
    """A network with its quantities, found one way or the other."""

    @property
    def output_shape(self) -> Shape:
        """Of the last node."""

    @property
    def parameters(self) -> int:
        """Learnable numbers."""

    @property
    def buffers(self) -> int:
        """Numbers kept but not learned."""

    @property
    def macs(self) -> int:
        """Multiply-accumulates."""

    @property
    def receptive_field(self) -> Seen:
        """Of the last map that has one."""


class Proved:
    """A network measured the second way, each quantity when it is asked for."""

    def __init__(self, network: Network) -> None:
        self._network = network

    @property
    def output_shape(self) -> Shape:
        """By walking the positions of windows."""
        return proof.output_shape(self._network)

    @property
    def parameters(self) -> int:
        """By adding up the tensors that would be allocated."""
        return proof.parameters(self._network)

    @property
    def buffers(self) -> int:
        """By adding up the tensors that would be kept."""
        return proof.buffers(self._network)

    @property
    def macs(self) -> int:
        """Outputs times the inputs each is summed over."""
        return proof.macs(self._network)

    @property
    def receptive_field(self) -> Seen:
        """By spreading one unit back to the input."""
        return proof.receptive_field(self._network)


def _channels(shape: Shape) -> int:
    if not shape:
        raise ExpressionError("no-channels", "the output is one number, without channels")
    return shape[0]


def _side(shape: Shape, axis: int) -> int:
    if len(shape) < 3:
        raise ExpressionError("no-side", "the output has no height and width")
    return shape[axis]


def _agreed(seen: Seen, field: str) -> Any:
    """One number where all axes agree, else one an axis."""
    if seen is None:
        raise ExpressionError("field-global", "every output depends on the whole input here")
    if isinstance(seen, Misaligned):
        raise ExpressionError(
            "field-misaligned", "the maps that meet do not lie over each other: each sees its own"
        )
    numbers: tuple[int | Fraction, ...] = getattr(seen, field)
    return numbers[0] if len(set(numbers)) == 1 else numbers


QUANTITIES: Mapping[str, Callable[[Measured], Any]] = {
    "parameters": lambda of: of.parameters,
    "buffers": lambda of: of.buffers,
    "macs": lambda of: of.macs,
    "flops": lambda of: 2 * of.macs,
    "output_shape": lambda of: of.output_shape,
    "channels": lambda of: _channels(of.output_shape),
    "height": lambda of: _side(of.output_shape, -2),
    "width": lambda of: _side(of.output_shape, -1),
    "elements": lambda of: math.prod(of.output_shape),
    "receptive_field": lambda of: _agreed(of.receptive_field, "size"),
    "effective_stride": lambda of: _agreed(of.receptive_field, "effective_stride"),
    "effective_padding": lambda of: _agreed(of.receptive_field, "effective_padding"),
}
"""By name. A receptive field is one number where all axes agree, else a tuple of them."""

SHAPE_QUANTITIES = frozenset({"output_shape", "channels", "height", "width", "elements"})
"""Those that are read off the last shape."""

FIELD_QUANTITIES = frozenset({"receptive_field", "effective_stride", "effective_padding"})
"""Those for which the walk has to follow receptive fields."""


def quantity(name: str, of: Measured) -> Any:
    """A quantity by its name. Raises ExpressionError where the network has none."""
    return QUANTITIES[name](of)


def _weighted_layers(network: Network) -> int:
    """Convolutions and dense layers: what papers count when they say sixteen layers."""
    rows = trace(network, fields=False).rows
    return sum(isinstance(row.operation, WeightedKernel | Linear) for row in rows)


class Answering(Mapping[str, Function]):
    """Arithmetic, and the quantities as ``ask`` answers them."""

    def __init__(self, ask: Callable[[str, Network], Any]) -> None:
        self._ask = ask

    def __getitem__(self, name: str) -> Function:
        if name in QUANTITIES:
            return Function(lambda network: self._answer(name, network))
        return _OTHERS[name]

    def __iter__(self) -> Iterator[str]:
        return iter((*QUANTITIES, *_OTHERS))

    def __len__(self) -> int:
        return len(QUANTITIES) + len(_OTHERS)

    def _answer(self, name: str, network: Any) -> Any:
        if not isinstance(network, Network):
            raise TypeError(network)
        return self._ask(name, network)


_OTHERS: Mapping[str, Function] = {
    **ARITHMETIC,
    "weighted_layers": Function(_weighted_layers),
}


class FirstWay:
    """The walk's answers under a table of rules, remembering what was asked of which network."""

    def __init__(self, rules: Rules = TRUE) -> None:
        self.rules = rules
        self.asked: list[tuple[str, Trace]] = []
        self.functions = Answering(self.ask)

    def ask(self, name: str, network: Network) -> Any:
        """The quantity the rules take ``name`` to mean."""
        meant = self.rules.asked(name)
        walked = self._walked(network, fields=meant in FIELD_QUANTITIES)
        self.asked.append((meant, walked))
        return quantity(meant, walked)

    def _walked(self, network: Network, *, fields: bool) -> Trace:
        for _, walked in self.asked:
            if walked.network is network and (walked.fields or not fields):
                return walked
        return trace(network, self.rules, fields=fields)


def second_way() -> Mapping[str, Function]:
    """The same words answered by :mod:`quizapp.calc.proof`."""
    return Answering(lambda name, network: quantity(name, Proved(network)))
