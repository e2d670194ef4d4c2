"""How the channels of a dense block grow."""

from collections.abc import Callable

from quizapp.calc.detection.table import N, RuleTable, require_whole, within_reach
from quizapp.errors import ExpressionError
from quizapp.frozen import dataclass
from quizapp.words import render


def _leaving(rules: "DenseNetRules", k0: N, growth: N, layers: N, compression: N) -> N:
    return rules.compressed(rules.grown(k0, growth, layers), compression)


@dataclass(frozen=True, slots=True)
class DenseNetRules(RuleTable):
    """Huang et al., *Densely Connected Convolutional Networks* (arXiv:1608.06993), §3."""

    layers_before: Callable[[N], N] = lambda layer: layer - 1
    grown: Callable[[N, N, N], N] = lambda k0, growth, layers: k0 + growth * layers
    """Each layer adds its k maps to what the block was given."""
    compressed: Callable[[N, N], N] = lambda channels, compression: compression * channels // 1
    """⌊θm⌋ maps leave a transition."""
    leaving: Callable[["DenseNetRules", N, N, N, N], N] = _leaving
    connections: Callable[[N], N] = lambda layers: layers * (layers + 1) // 2
    """Each of L layers is joined with all before it, the input among them: L(L + 1)/2."""
    outside: Callable[[], N] = lambda: 4
    """Weighted layers outside the blocks: the first convolution, two transitions, the last one."""
    convolutions_of_layer: Callable[[], N] = lambda: 2
    """A bottleneck of 1×1 in front of each 3×3: DenseNet-BC."""


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
    within_reach(k0 + growth * layers)
    return within_reach(rules.leaving(rules, k0, growth, layers, compression))


def densenet_layer_input(k0: N, growth: N, layer: N, rules: DenseNetRules = DENSENET) -> N:
    """Channels that reach a layer of a dense block, counted from 1."""
    require_whole("layer", layer)
    return densenet_channels(k0, growth, rules.layers_before(layer), rules=rules)


def densenet_layers(depth: N, rules: DenseNetRules = DENSENET) -> N:
    """Layers of each of the three dense blocks of a DenseNet-BC that is so many layers deep.

    Raises ExpressionError for a depth that is not 4 more than a multiple of 6.
    """
    require_whole("depth", depth)
    if (depth - 4) % 6 or depth < 10:
        raise ExpressionError(
            "densenet-depth", "a DenseNet-BC is 10, 16, 22 … layers deep, not {depth}",
            depth=render(depth),
        )  # fmt: skip
    within_reach(depth)
    return (depth - rules.outside()) // (3 * rules.convolutions_of_layer())


def densenet_connections(layers: N, rules: DenseNetRules = DENSENET) -> N:
    """Connections among the layers of a dense block."""
    require_whole("layers", layers)
    return within_reach(rules.connections(layers))
