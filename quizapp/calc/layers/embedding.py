"""Tables of vectors, looked up by index (torch.nn.Embedding, EmbeddingBag)."""

from typing import Any

from quizapp.calc.layers.layer import (
    Kind,
    Layer,
    Shape,
    kind_of,
    require_choice,
    require_rank,
    whole,
    yes_or_no,
)
from quizapp.calc.receptive_field import Seen
from quizapp.calc.rules import Rules
from quizapp.errors import NetworkError
from quizapp.frozen import dataclass

BAG_MODES = ("sum", "mean", "max")


class VectorTable(Layer):
    """What embeddings share: one vector for each index. What comes in are indices."""

    symbols = {"num_embeddings": "V", "embedding_dim": "d"}  # noqa: RUF012 # a ClassVar of the base
    num_embeddings: int
    embedding_dim: int
    padding_idx: Any

    def __post_init__(self) -> None:
        whole("num_embeddings", self.num_embeddings)
        whole("embedding_dim", self.embedding_dim)
        if self.padding_idx is None:
            return
        whole("padding_idx", self.padding_idx, None)
        if not -self.num_embeddings <= self.padding_idx < self.num_embeddings:
            raise NetworkError(
                "padding-index", "has {count} vectors, and none with the index {index}",
                count=self.num_embeddings, index=self.padding_idx,
            )  # fmt: skip

    def parameters(self, _shape: Shape, _output: Shape, _rules: Rules) -> int:
        """The vectors."""
        return self.num_embeddings * self.embedding_dim

    def field(self, _seen: Seen, _shape: Shape, _output: Shape, _rules: Rules) -> Seen:
        """Indices are no pixels."""
        return None


@dataclass(frozen=True)
class Embedding(VectorTable):
    """torch.nn.Embedding: a vector in the place of each index; V·d learnable numbers."""

    num_embeddings: int
    embedding_dim: int
    padding_idx: Any = None
    max_norm: Any = None
    norm_type: Any = 2.0
    scale_grad_by_freq: bool = False
    sparse: bool = False

    def output_shape(self, shape: Shape, _rules: Rules) -> Shape:
        """One axis more, as long as a vector."""
        return (*shape, self.embedding_dim)


@dataclass(frozen=True)
class EmbeddingBag(VectorTable):
    """torch.nn.EmbeddingBag: the sum, mean or maximum of a list's vectors; V·d numbers learned."""

    num_embeddings: int
    embedding_dim: int
    max_norm: Any = None
    norm_type: Any = 2.0
    scale_grad_by_freq: bool = False
    mode: str = "mean"
    sparse: bool = False
    include_last_offset: bool = False
    padding_idx: Any = None

    def __post_init__(self) -> None:
        super().__post_init__()
        yes_or_no("scale_grad_by_freq", self.scale_grad_by_freq)
        yes_or_no("sparse", self.sparse)

    def output_shape(self, shape: Shape, _rules: Rules) -> Shape:
        """One vector for the list."""
        require_choice("mode", self.mode, BAG_MODES)
        if self.mode == "max" and (self.scale_grad_by_freq or self.sparse):
            raise NetworkError(
                "bag-max", "cannot scale gradients by frequency, or make them sparse, in mode max"
            )
        require_rank(shape, 1)
        return (self.embedding_dim,)


KINDS: tuple[Kind, ...] = (kind_of(Embedding), kind_of(EmbeddingBag))
