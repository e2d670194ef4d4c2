"""Products of tensors with each other: matmul, scaled dot-product attention, Bilinear."""

import math
from collections.abc import Sequence
from typing import Any, ClassVar

from quizapp.calc.layers.joining import Join, disagreement, stretched
from quizapp.calc.layers.layer import (
    Kind,
    Shape,
    kind_of,
    require_probability,
    whole,
    yes_or_no,
)
from quizapp.calc.receptive_field import Seen
from quizapp.calc.rules import Rules
from quizapp.errors import NetworkError
from quizapp.frozen import dataclass
from quizapp.words import render

Shapes = tuple[Shape, ...]


class Product(Join):
    """An operation on inputs with a role each; every output depends on the whole of them."""

    roles: ClassVar[tuple[str, ...]]
    """Torch's names of the inputs, in order."""

    def fed(self, shapes: Shapes) -> Shapes:
        """The shapes, one for each role. Refuses another number of them."""
        if len(shapes) != len(self.roles):
            raise NetworkError(
                "inputs-count", "takes {count} inputs ({roles}) and gets {given}",
                count=len(self.roles), roles=", ".join(self.roles), given=len(shapes),
            )  # fmt: skip
        return shapes

    def field(self, _seen: Seen, _shape: Shape, _output: Shape, _rules: Rules) -> Seen:
        """Nothing is left of positions."""
        return None


class SelfProduct(Product):
    """A product that an input may form with itself: one node feeds all roles."""

    def fed(self, shapes: Shapes) -> Shapes:
        """The shapes, one for each role; a single one for all."""
        if len(shapes) == 1:
            return shapes * len(self.roles)
        if len(shapes) != len(self.roles):
            raise NetworkError(
                "inputs-or-one", "takes one input, or {count} ({roles}), and gets {given}",
                count=len(self.roles), roles=", ".join(self.roles), given=len(shapes),
            )  # fmt: skip
        return shapes


def require_input_features(role: str, expected: int, shape: Shape) -> None:
    """Refuse an input whose vectors are not as long as the layer was made for."""
    if shape[-1] != expected:
        raise NetworkError(
            "input-features", "expects {expected} features in {role} and gets {arriving}",
            expected=expected, role=role, arriving=shape[-1],
        )  # fmt: skip


def require_matrices(shapes: Sequence[Shape]) -> None:
    """Refuse what is no matrix an example, where torch would take the batch for rows."""
    for shape in shapes:
        if len(shape) < 2:
            raise NetworkError(
                "matrices", "would multiply over the batch: {shape} has no rows and columns",
                shape=render(shape),
            )  # fmt: skip


def fronts_stretched(shapes: Shapes) -> Shape:
    """The sides in front of the matrices, those of 1 stretched to the others'."""
    return stretched(tuple([shape[:-2] for shape in shapes]), shapes)


@dataclass(frozen=True)
class MatrixProduct(Product):
    """torch.matmul: matrices of m×k by matrices of k×n, one pair for each place in front."""

    roles = ("input", "other")
    sides = (("m", "k"), ("k", "n"))

    def output_shape(self, shape: Shapes, _rules: Rules) -> Shape:  # type: ignore[override] # a join's shapes
        """m×n, behind the sides in front."""
        left, right = self.fed(shape)
        require_matrices(shape)
        if left[-1] != right[-2]:
            raise NetworkError(
                "matmul", "cannot multiply {left} by {right}: {columns} columns meet {rows} rows",
                left=render(left), right=render(right), columns=left[-1], rows=right[-2],
            )  # fmt: skip
        return (*fronts_stretched(shape), left[-2], right[-1])

    def macs(self, shape: Shapes, _output: Shape, _rules: Rules) -> int:  # type: ignore[override] # a join's shapes
        """m·k·n for each pair of matrices."""
        left, right = shape
        return math.prod(fronts_stretched(shape)) * (left[-2] * left[-1] * right[-1])


@dataclass(frozen=True)
class DotProductAttention(SelfProduct):
    """torch.nn.functional.scaled_dot_product_attention: softmax(Q·Kᵀ/√E)·V.

    Queries are L×E, keys S×E, values S×E_v, one of each for each head in front. A mask leaves
    shapes and counts alone, so there is no place for one.
    """

    attn_mask: None = None
    dropout_p: Any = 0
    is_causal: bool = False
    scale: Any = None
    enable_gqa: bool = False
    roles = ("query", "key", "value")
    sides = (("L", "E"), ("S", "E"), ("S", "E_v"))

    def __post_init__(self) -> None:
        if self.attn_mask is not None:
            raise NetworkError("no-mask", "takes no mask here: it changes no shape and no count")
        require_probability(self.dropout_p)
        yes_or_no("is_causal", self.is_causal)
        yes_or_no("enable_gqa", self.enable_gqa)

    def output_shape(self, shape: Shapes, _rules: Rules) -> Shape:  # type: ignore[override] # a join's shapes
        """A value for each query."""
        query, key, value = shapes = self.fed(shape)
        require_matrices(shapes)
        if query[-1] != key[-1]:
            raise NetworkError(
                "query-key", "needs queries and keys of one length and gets {query} and {key}",
                query=query[-1], key=key[-1],
            )  # fmt: skip
        require_value_each(key, value)
        return (*self._fronts(shapes), query[-2], value[-1])

    def _fronts(self, shapes: Shapes) -> Shape:
        """The sides in front, heads last."""
        query, key, value = shapes
        if self.enable_gqa:
            key, value = self._shared(query, key), self._shared(query, value)
        return fronts_stretched((query, key, value))

    def _shared(self, query: Shape, shared: Shape) -> Shape:
        """Keys or values as many queries' heads share them, repeated for each."""
        heads = query[:-2][-1:]
        fewer = shared[:-2][-1:]
        if not heads or not fewer or heads[0] % fewer[0]:
            raise NetworkError(
                "shared-heads", "cannot share {shared} among the heads of {query}",
                shared=render(shared), query=render(query),
            )  # fmt: skip
        return (*shared[:-3], heads[0], *shared[-2:])

    def macs(self, shape: Shapes, _output: Shape, _rules: Rules) -> int:  # type: ignore[override] # a join's shapes
        """L·S·E for the scores of a head and L·S·E_v for its values; a causal mask saves none."""
        query, key, value = shapes = self.fed(shape)
        scores = query[-2] * key[-2] * query[-1]
        return math.prod(self._fronts(shapes)) * (scores + query[-2] * key[-2] * value[-1])


def require_value_each(key: Shape, value: Shape) -> None:
    """Refuse another number of values than of keys."""
    if key[-2] != value[-2]:
        raise NetworkError(
            "key-value", "needs a value for each key and gets {keys} keys and {values} values",
            keys=key[-2], values=value[-2],
        )  # fmt: skip


@dataclass(frozen=True)
class Bilinear(Product):
    """torch.nn.Bilinear: x₁ᵀ·A·x₂ + b, one matrix A for each output."""

    in1_features: int
    in2_features: int
    out_features: int
    bias: bool = True
    roles = ("input1", "input2")
    sides = (("n_1",), ("n_2",))
    symbols = {"in1_features": "n_1", "in2_features": "n_2", "out_features": "n_out"}  # noqa: RUF012 # a ClassVar of the base

    def __post_init__(self) -> None:
        for argument in ("in1_features", "in2_features", "out_features"):
            whole(argument, getattr(self, argument))
        yes_or_no("bias", self.bias)

    def output_shape(self, shape: Shapes, _rules: Rules) -> Shape:  # type: ignore[override] # a join's shapes
        """out_features for each pair of vectors."""
        one, other = self.fed(shape)
        if one[:-1] != other[:-1] or not one or not other:
            raise disagreement(shape)
        require_input_features("input1", self.in1_features, one)
        require_input_features("input2", self.in2_features, other)
        return (*one[:-1], self.out_features)

    def parameters(self, _shape: Shape, output: Shape, rules: Rules) -> int:
        """A weight for each pair of inputs and each output, and with ``bias`` one bias each."""
        weights = self.in1_features * self.in2_features * self.out_features
        biases = rules.biases(self.out_features, self) if self.bias else 0
        total: int = rules.with_biases(self, weights, biases, output)
        return total

    def macs(self, shape: Shapes, _output: Shape, _rules: Rules) -> int:  # type: ignore[override] # a join's shapes
        """in1·in2·out for each pair of vectors: every weight meets one product of two inputs."""
        weights = self.in1_features * self.in2_features * self.out_features
        return math.prod(shape[0][:-1]) * weights


KINDS: tuple[Kind, ...] = (
    Kind("matmul", {}, MatrixProduct),
    Kind("scaled_dot_product_attention", kind_of(DotProductAttention).arguments,
         DotProductAttention),
    kind_of(Bilinear),
)  # fmt: skip
