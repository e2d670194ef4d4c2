"""Recurrent layers and cells (torch.nn.RNN, LSTM, GRU and their cells).

A layer takes a sequence, L×features: L steps, whether torch is told to expect the batch in front
of them or in their midst. Every step takes the input and the hidden state of the step before, each
with weights and, in torch, a bias of its own. The first output is meant: the hidden states of the
last layer, step by step.
"""

from collections.abc import Mapping
from typing import Any, ClassVar

from quizapp.calc.layers.layer import (
    Kind,
    Layer,
    Shape,
    kind_of,
    require_choice,
    require_features,
    require_probability,
    require_rank,
    whole,
    yes_or_no,
)
from quizapp.calc.receptive_field import Seen
from quizapp.calc.rules import N, Rules
from quizapp.errors import NetworkError
from quizapp.frozen import dataclass

NONLINEARITIES = ("tanh", "relu")


class Recurrence(Layer):
    """What layers and cells share: ``gates`` times the weights of a plain step."""

    gates: ClassVar[int]
    """A plain RNN has 1, a GRU 3 (reset, update, new), an LSTM 4 (input, forget, cell, output)."""
    symbols: ClassVar[Mapping[str, str]] = {
        "input_size": "n_in", "hidden_size": "n_h", "num_layers": "layers", "proj_size": "n_p",
    }  # fmt: skip
    input_size: int
    hidden_size: int
    bias: bool

    def field(self, _seen: Seen, _shape: Shape, _output: Shape, _rules: Rules) -> Seen:
        """Each step depends on all before it, and on all features of a step."""
        return None


class RecurrentLayer(Recurrence):
    """A recurrent layer, or ``num_layers`` on top of each other, in one direction or in both."""

    sides = (("L", "n_in"),)

    num_layers: int
    batch_first: bool
    dropout: Any
    bidirectional: bool
    proj_size: int = 0

    def __post_init__(self) -> None:
        for argument in ("input_size", "hidden_size", "num_layers"):
            whole(argument, getattr(self, argument))
        for argument in ("bias", "batch_first", "bidirectional"):
            yes_or_no(argument, getattr(self, argument))
        require_probability(self.dropout)

    def output_shape(self, shape: Shape, _rules: Rules) -> Shape:
        """As many steps; the hidden state, or those of both directions, one behind the other."""
        require_rank(shape, 2)
        require_features(self.input_size, shape)
        return (shape[0], self._directions() * self._state())

    def _directions(self) -> int:
        return 2 if self.bidirectional else 1

    def _state(self) -> N:
        """How long the hidden state is that one step hands to the next."""
        return self.proj_size or self.hidden_size

    def _weights(self) -> N:
        """All weights, layer by layer: the first takes the input, others the states below."""
        total = self._directions() * self._weights_of(self.input_size)
        if self.num_layers > 1:
            below = self._weights_of(self._directions() * self._state())
            total = total + (self.num_layers - 1) * (self._directions() * below)
        return total

    def _weights_of(self, arriving: N) -> N:
        """Weights of one layer in one direction."""
        step = self.gates * self.hidden_size * (arriving + self._state())
        return step + self.proj_size * self.hidden_size if self.proj_size else step

    def parameters(self, _shape: Shape, output: Shape, rules: Rules) -> int:
        """gates·H·(input + H) for each layer and direction, with ``bias`` 2·gates·H biases.

        With ``proj_size`` P the state is P long, and P·H weights more shorten it.
        """
        # A single layer is not written as a factor.
        layers = max(1, self.num_layers)
        vectors = 2 * self._directions() * layers * (self.gates * self.hidden_size)
        biases = rules.biases(vectors, self) if self.bias else 0
        total: int = rules.with_biases(self, self._weights(), biases, output)
        return total

    def macs(self, shape: Shape, _output: Shape, _rules: Rules) -> int:
        """Every weight once a step: L·gates·H·(input + H) for each layer and direction.

        The gates' products of two states, element by element, are not counted.
        """
        count: int = shape[0] * self._weights()
        return count


@dataclass(frozen=True)
class RNN(RecurrentLayer):
    """torch.nn.RNN: one matrix for the input, one for the state."""

    input_size: int
    hidden_size: int
    num_layers: int = 1
    nonlinearity: str = "tanh"
    bias: bool = True
    batch_first: bool = False
    dropout: Any = 0
    bidirectional: bool = False
    gates = 1

    def __post_init__(self) -> None:
        super().__post_init__()
        require_choice("nonlinearity", self.nonlinearity, NONLINEARITIES)


@dataclass(frozen=True)
class GatedLayer(RecurrentLayer):
    """What LSTM and GRU share: their arguments, in torch's order."""

    input_size: int
    hidden_size: int
    num_layers: int = 1
    bias: bool = True
    batch_first: bool = False
    dropout: Any = 0
    bidirectional: bool = False


@dataclass(frozen=True)
class LSTM(GatedLayer):
    """torch.nn.LSTM: four of each; ``proj_size`` shortens the state that is handed on."""

    proj_size: int = 0
    gates = 4

    def __post_init__(self) -> None:
        super().__post_init__()
        whole("proj_size", self.proj_size, 0)
        if self.proj_size >= self.hidden_size:
            raise NetworkError(
                "proj-size", "needs a `proj_size` below hidden_size={hidden}, not {proj}",
                hidden=self.hidden_size, proj=self.proj_size,
            )  # fmt: skip


class GRU(GatedLayer):
    """torch.nn.GRU: three of each."""

    gates = 3


@dataclass(frozen=True)
class Cell(Recurrence):
    """One step by itself, from an empty state; the first output is the new hidden state."""

    input_size: int
    hidden_size: int
    bias: bool = True
    sides = (("n_in",),)

    def __post_init__(self) -> None:
        whole("input_size", self.input_size)
        whole("hidden_size", self.hidden_size)
        yes_or_no("bias", self.bias)

    def output_shape(self, shape: Shape, _rules: Rules) -> Shape:
        """The hidden state."""
        require_rank(shape, 1)
        require_features(self.input_size, shape)
        return (self.hidden_size,)

    def _weights(self) -> N:
        return self.gates * self.hidden_size * (self.input_size + self.hidden_size)

    def parameters(self, _shape: Shape, output: Shape, rules: Rules) -> int:
        """gates·H·(input + H), and with ``bias`` 2·gates·H biases."""
        biases = rules.biases(2 * (self.gates * self.hidden_size), self) if self.bias else 0
        total: int = rules.with_biases(self, self._weights(), biases, output)
        return total

    def macs(self, _shape: Shape, _output: Shape, _rules: Rules) -> int:
        """Every weight once: gates·H·(input + H)."""
        count: int = self._weights()
        return count


@dataclass(frozen=True)
class RNNCell(Cell):
    """torch.nn.RNNCell."""

    nonlinearity: str = "tanh"
    gates = 1

    def __post_init__(self) -> None:
        super().__post_init__()
        require_choice("nonlinearity", self.nonlinearity, NONLINEARITIES)


class LSTMCell(Cell):
    """torch.nn.LSTMCell."""

    gates = 4


class GRUCell(Cell):
    """torch.nn.GRUCell."""

    gates = 3


KINDS: tuple[Kind, ...] = tuple(map(kind_of, (RNN, LSTM, GRU, RNNCell, LSTMCell, GRUCell)))
