"""What expressions may ask of a network: ``parameters(network)``, ``height(network)`` …

The same words are answered by the walk under a table of rules and by the second way, and so are
the calculations that need no network: ``yolo_outputs(7, 2, 20)``, ``iou(one, other)`` …
"""

import math
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Protocol

from quizapp import calc
from quizapp.calc import detection, proof
from quizapp.errors import ExpressionError
from quizapp.expressions import ARITHMETIC, Function

if TYPE_CHECKING:
    from quizapp.calc.detection import Calculation
    from quizapp.calc.graph import Network, Trace
    from quizapp.calc.layers import Shape
    from quizapp.calc.receptive_field import Seen
    from quizapp.calc.rules import Rules


class Measured(Protocol):
    """A network with its quantities, found one way or the other."""

    @property
    def output_shape(self) -> "Shape":
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
    def activations(self) -> int:
        """Numbers that leave the nodes, each node's once."""

    @property
    def weight_shapes(self) -> "tuple[Shape, ...]":
        """Of the weights of convolutions and dense layers, as torch keeps them."""

    @property
    def receptive_field(self) -> "Seen":
        """Of the last map that has one."""


class Proved:
    """A network measured the second way, each quantity when it is asked for."""

    def __init__(self, network: "Network") -> None:
        self._network = network

    @property
    def output_shape(self) -> "Shape":
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
    def activations(self) -> int:
        """By adding up the maps found so."""
        return sum(map(math.prod, proof.shapes(self._network)))

    @property
    def weight_shapes(self) -> "tuple[Shape, ...]":
        """Of the tensors that would be allocated."""
        return proof.weight_shapes(self._network)

    @property
    def receptive_field(self) -> "Seen":
        """By spreading one unit back to the input."""
        return proof.receptive_field(self._network)


def _channels(shape: "Shape") -> int:
    if not shape:
        raise ExpressionError("no-channels", "the output is one number, without channels")
    return shape[0]


def _side(shape: "Shape", axis: int) -> int:
    if len(shape) < 3:
        raise ExpressionError("no-side", "the output has no height and width")
    return shape[axis]


def _only(shapes: "tuple[Shape, ...]") -> "Shape":
    if len(shapes) != 1:
        raise ExpressionError(
            "weights-several",
            "weight_shape() takes a network with one convolution or dense layer, not {count}",
            count=len(shapes),
        )  # fmt: skip
    return shapes[0]


def _agreed(seen: "Seen", field: str) -> Any:
    """One number where all axes agree, else one an axis."""
    if seen is None:
        raise ExpressionError("field-global", "every output depends on the whole input here")
    if isinstance(seen, calc.Misaligned):
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
    "activations": lambda of: of.activations,
    "weight_shape": lambda of: _only(of.weight_shapes),
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


def _weighted_layers(network: "Network") -> int:
    """Convolutions and dense layers: what papers count when they say sixteen layers."""
    from quizapp.calc.layers.convolution import WeightedKernel
    from quizapp.calc.layers.dense import Linear

    rows = calc.trace(network, fields=False).rows
    return sum(isinstance(row.operation, WeightedKernel | Linear) for row in rows)


class Answering(Mapping[str, Function]):
    """Arithmetic, the quantities as ``ask`` answers them, the calculations as ``reckon`` does."""

    def __init__(
        self,
        ask: Callable[[str, "Network"], Any],
        reckon: Callable[[str, tuple[Any, ...]], Any],
    ) -> None:
        self._ask = ask
        self._reckon = reckon

    def __getitem__(self, name: str) -> Function:
        if name in QUANTITIES:
            return Function(lambda network: self._answer(name, network))
        if name in detection.CALCULATIONS:
            least, most = _arity(detection.CALCULATIONS[name])
            return Function(lambda *arguments: self._reckon(name, arguments), least, most)
        return _OTHERS[name]

    def __iter__(self) -> Iterator[str]:
        return iter((*QUANTITIES, *detection.CALCULATIONS, *_OTHERS))

    def __len__(self) -> int:
        return len(QUANTITIES) + len(detection.CALCULATIONS) + len(_OTHERS)

    def _answer(self, name: str, network: Any) -> Any:
        if not isinstance(network, calc.Network):
            raise TypeError(network)
        return self._ask(name, network)


def _arity(calculation: "Calculation") -> tuple[int, int]:
    most = len(calculation.symbols)
    return most - calculation.optional, most


_OTHERS: Mapping[str, Function] = {
    **ARITHMETIC,
    "weighted_layers": Function(_weighted_layers),
}


class FirstWay:
    """The answers under a table of rules, remembering what was asked of which network.

    ``reckoned`` are the calculations without a network, and their arguments.
    """

    def __init__(self, rules: "Rules | None" = None) -> None:
        self.rules = rules or calc.TRUE
        self.asked: list[tuple[str, Trace]] = []
        self.reckoned: list[tuple[str, tuple[Any, ...]]] = []
        self.functions = Answering(self.ask, self.reckon)

    def ask(self, name: str, network: "Network") -> Any:
        """The quantity the rules take ``name`` to mean."""
        meant = self.rules.asked(name)
        walked = self._walked(network, fields=meant in FIELD_QUANTITIES)
        self.asked.append((meant, walked))
        return quantity(meant, walked)

    def reckon(self, name: str, arguments: tuple[Any, ...]) -> Any:
        """What a calculation comes to."""
        self.reckoned.append((name, arguments))
        calculation = detection.CALCULATIONS[name]
        return calculation(*arguments, rules=self.rules.table(calculation.table))

    def _walked(self, network: "Network", *, fields: bool) -> "Trace":
        for _, walked in self.asked:
            if walked.network is network and (walked.fields or not fields):
                return walked
        return calc.trace(network, self.rules, fields=fields)


def second_way() -> Mapping[str, Function]:
    """The same words answered by :mod:`quizapp.calc.proof`."""
    return Answering(
        lambda name, network: quantity(name, Proved(network)),
        lambda name, arguments: proof.SECOND_WAYS[name](*arguments),
    )
