"""The second ways of norms, and of activations that have weights or mix what they are given."""

from quizapp.calc.layers.activations import GLU, PReLU, Softmax
from quizapp.calc.layers.layer import Layer, Shape
from quizapp.calc.layers.normalization import (
    FeatureNorm,
    GroupNorm,
    InstanceNorm,
    LayerNorm,
    LocalResponseNorm,
    RMSNorm,
    TrailingNorm,
)
from quizapp.calc.proof.crossings import Crossing, Crossings, crossings, still
from quizapp.calc.proof.looks import ALONE, Below, Looks, alone, looks, measured_over
from quizapp.calc.proof.positions import Arriving, shape_after
from quizapp.calc.proof.products import products
from quizapp.calc.proof.weights import Tensors, buffer_tensors, tensors


@tensors.register
def _(layer: FeatureNorm) -> Tensors:
    return _scale((layer.num_features,), shift=layer.bias) if layer.affine else {}


@tensors.register
def _(layer: GroupNorm) -> Tensors:
    return _scale((layer.num_channels,), shift=layer.bias) if layer.affine else {}


@tensors.register
def _(layer: LayerNorm) -> Tensors:
    learns = layer.elementwise_affine
    return _scale(layer.normalized_shape, shift=layer.bias) if learns else {}


@tensors.register
def _(layer: RMSNorm) -> Tensors:
    return _scale(layer.normalized_shape, shift=False) if layer.elementwise_affine else {}


@tensors.register
def _(layer: PReLU) -> Tensors:
    return {"weight": (layer.num_parameters,)}


def _scale(shape: Shape, *, shift: bool) -> Tensors:
    return {"weight": shape, "bias": shape} if shift else {"weight": shape}


@tensors.register(GLU)
@tensors.register(Softmax)
@tensors.register(LocalResponseNorm)
def _(_layer: Layer) -> Tensors:
    return {}


@buffer_tensors.register
def _(layer: FeatureNorm) -> Tensors:
    # Statistics of the channels, and of how many batches.
    if not layer.track_running_stats:
        return {}
    statistics = (layer.num_features,)
    return {"running_mean": statistics, "running_var": statistics, "num_batches_tracked": ()}


@shape_after.register
def _(layer: GLU, arriving: Arriving) -> Shape:
    sides = list(arriving[0])
    place = range(len(sides) + 1)[layer.dim] - 1
    sides[place] = len(range(0, sides[place], 2))
    return tuple(sides)


@shape_after.register(FeatureNorm)
@shape_after.register(GroupNorm)
@shape_after.register(TrailingNorm)
@shape_after.register(LocalResponseNorm)
@shape_after.register(PReLU)
@shape_after.register(Softmax)
def _(_layer: Layer, arriving: Arriving) -> Shape:
    return arriving[0]


@products.register(FeatureNorm)
@products.register(GroupNorm)
@products.register(TrailingNorm)
@products.register(LocalResponseNorm)
@products.register(PReLU)
@products.register(GLU)
@products.register(Softmax)
def _(_layer: Layer, _arriving: Arriving, _leaving: Shape) -> int:
    return 0


@looks.register(PReLU)
@looks.register(FeatureNorm)
@looks.register(GroupNorm)
@looks.register(TrailingNorm)
def _(_layer: Layer, _arriving: Arriving, leaving: Shape) -> Looks:
    return alone(leaving)


@measured_over.register
def _(layer: InstanceNorm, shape: Shape) -> range:
    return range(0) if layer.track_running_stats else range(1, len(shape))


@measured_over.register
def _(layer: GroupNorm, shape: Shape) -> range:
    return range(int(shape[0] == layer.num_groups), len(shape))


@measured_over.register
def _(layer: TrailingNorm, shape: Shape) -> range:
    return range(len(shape))[-len(layer.normalized_shape) :]


@crossings.register
def _(_layer: LocalResponseNorm, arriving: Arriving, _leaving: Shape) -> Crossings:
    return (None, *still(arriving[0])[1:])


@crossings.register
def _(layer: Softmax, arriving: Arriving, _leaving: Shape) -> Crossings:
    found = still(arriving[0])
    together = 0 if layer.dim is None else range(len(found) + 1)[layer.dim] - 1
    if arriving[0][together] > 1:
        found[together] = None
    return tuple(found)


@crossings.register
def _(_layer: GLU, arriving: Arriving, leaving: Shape) -> Crossings:
    sides = enumerate(zip(arriving[0], leaving, strict=True))
    return tuple(
        [
            Crossing(place, ALONE if size == left else Below(range(0, left + 1, left)))
            for place, (size, left) in sides
        ]
    )
