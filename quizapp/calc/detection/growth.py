"""How the channels of a dense block grow."""

from collections.abc import Callable
from dataclasses import dataclass

from quizapp.calc.detection.table import N, RuleTable, require_whole, within_reach
from quizapp.errors import ExpressionError
from quizapp.words import render


@dataclass(frozen=True, slots=True)
class DenseNetRules(RuleTable):
    """Huang et al., *Densely Connected Convolutional Networks* (arXiv:1608.06993), §3."""

    layers_before: Callable[[N], N] = lambda layer: layer - 1
    grown: Callable[[N, N, N], N] = lambda k0, growth, layers: k0 + growth * layers
    """Each layer adds its k maps to what the block was given."""
    compressed: Callable[[N, N], N] = lambda channels, compression: compression * channels // 1
    """⌊θm⌋ maps leave a transition."""


DENSENET = DenseNetRules()


def densenet_channels(
    k0: N, growth: N, layers: N, compression: N = 1, rules: DenseNetRules = DENSENET
) -> N:
    """Channels that leave a dense block of so many layers, and the transition behind it.

    ``compression`` is θ, above 0 and at most 1; 1 stands for no transition, or one that keeps all.
    """
    require_whole("k0", k0)
    require_whole("growth", growth)
    require_whole("layers", layers, least=0)
    if not 0 < compression <= 1:
        raise ExpressionError(
            "compression", "compression is above 0 and at most 1, not {compression}",
            compression=render(compression),
        )  # fmt: skip
    channels = within_reach(rules.grown(k0, growth, layers))
    return rules.compressed(channels, compression)


def densenet_layer_input(k0: N, growth: N, layer: N, rules: DenseNetRules = DENSENET) -> N:
    """Channels that reach a layer of a dense block, counted from 1."""
    require_whole("layer", layer)
    return densenet_channels(k0, growth, rules.layers_before(layer), rules=rules)
