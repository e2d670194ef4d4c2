"""Attention with weights of its own (torch.nn.MultiheadAttention), and Transformer layers.

Shapes are sequences, L×E: so many vectors of so many features, whether torch is told to expect
the batch in front of them or in their midst. Counts after Vaswani et al., *Attention Is All You
Need* (arXiv:1706.03762), section 3.2.2.
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
from quizapp.calc.layers.multiplying import (
    Product,
    SelfProduct,
    Shapes,
    require_input_features,
    require_value_each,
)
from quizapp.calc.receptive_field import Seen
from quizapp.calc.rules import N, Rules
from quizapp.errors import NetworkError
from quizapp.frozen import dataclass

ACTIVATIONS = ("relu", "gelu")


def require_sequence(role: str, expected: int, shape: Shape) -> None:
    """Refuse what is no sequence of vectors of the length expected."""
    require_rank(shape, 2)
    require_input_features(role, expected, shape)


def require_heads(argument: str, features: int, heads: int) -> None:
    """Refuse heads that do not share the features evenly."""
    if features % heads:
        raise NetworkError(
            "heads", "cannot share `{argument}`={features} among {heads} heads",
            argument=argument, features=features, heads=heads,
        )  # fmt: skip


@dataclass(frozen=True)
class MultiheadAttention(SelfProduct):
    """torch.nn.MultiheadAttention; the first output, without the map of weights."""

    embed_dim: int
    num_heads: int
    dropout: Any = 0
    bias: bool = True
    add_bias_kv: bool = False
    add_zero_attn: bool = False
    kdim: Any = None
    vdim: Any = None
    batch_first: bool = False
    roles = ("query", "key", "value")
    sides = (("L", "E"), ("S", "E_k"), ("S", "E_v"))
    symbols = {"embed_dim": "E", "kdim": "E_k", "vdim": "E_v", "num_heads": "h"}  # noqa: RUF012 # a ClassVar of the base

    def __post_init__(self) -> None:
        whole("embed_dim", self.embed_dim)
        whole("num_heads", self.num_heads)
        require_heads("embed_dim", self.embed_dim, self.num_heads)
        require_probability(self.dropout)
        for argument in ("bias", "add_bias_kv", "add_zero_attn", "batch_first"):
            yes_or_no(argument, getattr(self, argument))
        for argument in ("kdim", "vdim"):
            if getattr(self, argument) is not None:
                whole(argument, getattr(self, argument))

    def _lengths(self) -> tuple[N, N, N]:
        """How long vectors of queries, keys and values arrive."""
        key = self.embed_dim if self.kdim is None else self.kdim
        value = self.embed_dim if self.vdim is None else self.vdim
        return self.embed_dim, key, value

    def output_shape(self, shape: Shapes, _rules: Rules) -> Shape:  # type: ignore[override] # a join's shapes
        """One vector of embed_dim features for each query."""
        query, key, value = shapes = self.fed(shape)
        for role, expected, arriving in zip(self.roles, self._lengths(), shapes, strict=True):
            require_sequence(role, expected, arriving)
        require_value_each(key, value)
        return (query[0], self.embed_dim)

    def parameters(self, _shape: Shape, output: Shape, rules: Rules) -> int:
        """Four matrices, E·(E + E_k + E_v + E), with ``bias`` 4E biases.

        ``add_bias_kv`` adds a learned key and value, 2E.
        """
        query, key, value = self._lengths()
        side = self.embed_dim
        weights = side * query + side * key + side * value + side * side
        biases = rules.biases(4 * side, self) if self.bias else 0
        extra = 2 * side if self.add_bias_kv else 0
        total: int = rules.with_biases(self, weights, biases, output) + extra
        return total

    def macs(self, shape: Shapes, _output: Shape, _rules: Rules) -> int:  # type: ignore[override] # a join's shapes
        """L·E·E + S·E_k·E + S·E_v·E + 2·L·S·E + L·E·E.

        Queries, keys and values projected in; scores and weighted values of all heads; the result
        projected out. The learned and the zero key of the options count among the S keys scored.
        """
        query, key, _ = self.fed(shape)
        queries, keys, side = query[0], key[0], self.embed_dim
        _, of_key, of_value = self._lengths()
        projected_in = queries * side * side + keys * of_key * side + keys * of_value * side
        scored = keys + int(self.add_bias_kv) + int(self.add_zero_attn)
        count: int = projected_in + 2 * (queries * scored * side) + queries * side * side
        return count


@dataclass(frozen=True)
class TransformerLayer(Layer):
    """What encoder and decoder layers share: attention, two layers fed forward, a norm for each."""

    attentions: ClassVar[int]
    symbols: ClassVar[Mapping[str, str]] = {
        "d_model": "E", "nhead": "h", "dim_feedforward": "F",
    }  # fmt: skip
    d_model: int
    nhead: int
    dim_feedforward: int = 2048
    dropout: Any = 0.1
    activation: str = "relu"
    layer_norm_eps: Any = 1e-5
    batch_first: bool = False
    norm_first: bool = False
    bias: bool = True

    def __post_init__(self) -> None:
        whole("d_model", self.d_model)
        whole("nhead", self.nhead)
        require_heads("d_model", self.d_model, self.nhead)
        whole("dim_feedforward", self.dim_feedforward)
        require_probability(self.dropout)
        require_choice("activation", self.activation, ACTIVATIONS)
        for argument in ("batch_first", "norm_first", "bias"):
            yes_or_no(argument, getattr(self, argument))

    def parameters(self, shape: Shape, output: Shape, rules: Rules) -> int:
        """4E·E for each attention, 2·E·F for the two layers, E of scale for each norm.

        With ``bias``, 4E, F + E, and E more.
        """
        side, hidden, norms = self.d_model, self.dim_feedforward, self.attentions + 1
        weights = self.attentions * (4 * side * side) + 2 * (side * hidden)
        biases = self.attentions * (4 * side) + hidden + side
        counted = rules.biases(biases, self) if self.bias else 0
        scales = rules.norm_parameters(side, self, shape) if self.bias else side
        total: int = rules.with_biases(self, weights, counted, output) + norms * scales
        return total

    def _own_macs(self, length: N) -> N:
        """Of attention to the sequence itself, and of the feed-forward part."""
        side = self.d_model
        attention = 4 * (length * side * side) + 2 * (length * length * side)
        return attention + 2 * (length * side * self.dim_feedforward)


class TransformerEncoderLayer(TransformerLayer):
    """torch.nn.TransformerEncoderLayer: a sequence attends to itself."""

    attentions = 1
    sides = (("L", "E"),)

    def output_shape(self, shape: Shape, _rules: Rules) -> Shape:
        """The shape that came in."""
        require_rank(shape, 2)
        require_features(self.d_model, shape)
        return shape

    def macs(self, shape: Shape, _output: Shape, _rules: Rules) -> int:
        """4·L·E·E + 2·L·L·E for attention, 2·L·E·F for the feed-forward part."""
        count: int = self._own_macs(shape[0])
        return count

    def field(self, _seen: Seen, _shape: Shape, _output: Shape, _rules: Rules) -> Seen:
        """Every vector depends on all."""
        return None


class TransformerDecoderLayer(TransformerLayer, Product):
    """torch.nn.TransformerDecoderLayer: a target attends to itself, then to a memory."""

    attentions = 2
    roles = ("tgt", "memory")
    sides = (("L", "E"), ("S", "E"))

    def output_shape(self, shape: Shapes, _rules: Rules) -> Shape:  # type: ignore[override] # a join's shapes
        """The shape of the target."""
        for role, arriving in zip(self.roles, self.fed(shape), strict=True):
            require_sequence(role, self.d_model, arriving)
        return shape[0]

    def macs(self, shape: Shapes, _output: Shape, _rules: Rules) -> int:  # type: ignore[override] # a join's shapes
        """As an encoder layer's for the target, and 2·L·E·E + 2·S·E·E + 2·L·S·E for the memory."""
        (length, side), (memory, _) = shape
        projected = 2 * (length * side * side) + 2 * (memory * side * side)
        count: int = self._own_macs(length) + projected + 2 * (length * memory * side)
        return count


KINDS: tuple[Kind, ...] = tuple(
    map(kind_of, (MultiheadAttention, TransformerEncoderLayer, TransformerDecoderLayer))
)
