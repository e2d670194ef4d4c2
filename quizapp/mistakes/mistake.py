"""What a mistake is: a way of getting it wrong, as entries of the rule table that it replaces."""

from collections.abc import Mapping
from typing import Any

from quizapp.calc import TRUE, Row, Rules
from quizapp.frozen import dataclass
from quizapp.words import Language, Template, Text

WEIGHTS = frozenset({"parameters"})
PRODUCTS = frozenset({"macs", "flops"})
COUNTS = WEIGHTS | PRODUCTS
KERNELS = COUNTS | {"weight_shape"}
SIDES = PRODUCTS | {"output_shape", "height", "width", "elements", "activations"}
CHANNELS = frozenset({"output_shape", "channels", "elements", "activations"})
FIELD = frozenset({"receptive_field"})
"""Quantities that a mistake can change, by what it is about."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """A known way to get it wrong.

    ``replaces`` are the entries of the rule table that differ; ``touches`` the quantities, and the
    calculations without a network, whose arithmetic consults them. ``step`` names the step on
    which people part, ``way`` its way, ``right_way`` torch's, all as noun phrases that do not say
    which is right. ``named`` is the sentence that names it: it may use ``{answer}`` and the
    figures of the first layer that differs (:func:`figures_of`), or the arguments of the
    calculation by their names.
    """

    id: str
    replaces: Mapping[str, Any]
    touches: frozenset[str]
    step: Text
    way: Text
    right_way: Text
    named: Text

    def rules(self, base: Rules = TRUE) -> Rules:
        """The table with this mistake in it."""
        return base.with_(**self.replaces)

    def sentence(self, language: Language, answer: str, figures: Mapping[str, object]) -> str:
        """The sentence that names it, with its numbers."""
        known = {"answer": answer, **figures}
        template = Template.parse(self.named.in_language(language))
        return template.fill(lambda hole: known[hole.source])


def figures_of(row: Row | None) -> Mapping[str, object]:
    """The numbers of a layer that a sentence may use; ``?`` for those it has not."""
    layer = row.operation if row is not None else None
    first = {
        "k": _one(getattr(layer, "kernel_size", "?")),
        "s": _one(getattr(layer, "stride", "?")),
        "p": _one(getattr(layer, "padding", "?")),
        "d": _one(getattr(layer, "dilation", "?")),
        "groups": getattr(layer, "groups", "?"),
        "op": _one(getattr(layer, "output_padding", "?")),
        "channels": getattr(layer, "num_features", getattr(layer, "num_channels", "?")),
        "c_in": getattr(layer, "in_channels", getattr(layer, "in_features", "?")),
        "biases": getattr(layer, "out_channels", getattr(layer, "out_features", "?")),
    }
    if row is None:
        return {**first, "layer": "?", "arriving": "?"}
    return {**first, "layer": row.layer, "arriving": row.input_shapes[0]}


def _one(value: Any) -> object:
    """A size as one number where all axes agree, else as it is written: ``(2, 3)``."""
    if not isinstance(value, tuple):
        return value
    return value[0] if len(set(value)) == 1 else f"({', '.join(map(str, value))})"
