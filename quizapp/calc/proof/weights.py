"""The tensors torch would allocate for a layer: what is learned, and what is only kept."""

from collections.abc import Mapping
from functools import singledispatch

from quizapp.calc.layers.activations import GLU, PReLU, Softmax
from quizapp.calc.layers.convolution import Convolution, TransposedConvolution
from quizapp.calc.layers.dense import Flatten, Linear
from quizapp.calc.layers.elementwise import Elementwise
from quizapp.calc.layers.embedding import VectorTable
from quizapp.calc.layers.joining import Join
from quizapp.calc.layers.layer import Layer, Shape
from quizapp.calc.layers.learned import Parameter
from quizapp.calc.layers.normalization import (
    FeatureNorm,
    GroupNorm,
    LayerNorm,
    LocalResponseNorm,
    RMSNorm,
)
from quizapp.calc.layers.padding import Padding
from quizapp.calc.layers.pooling import AdaptivePool, AveragePool, MaxPool, MaxUnpool
from quizapp.calc.layers.resampling import Upsample
from quizapp.calc.layers.shuffling import (
    ChannelShuffle,
    Columns,
    PixelShuffle,
    PixelUnshuffle,
    Unflatten,
)
from quizapp.calc.proof.unproved import unproved

Tensors = Mapping[str, Shape]
"""Shapes by torch's names."""


@singledispatch
def tensors(layer: Layer) -> Tensors:
    """The learned tensors of a layer."""
    unproved(layer, "weights")


@tensors.register
def _(layer: Convolution) -> Tensors:
    weight = (layer.out_channels, layer.in_channels // layer.groups, *layer.kernel_size)
    return _with_bias({"weight": weight}, layer.out_channels if layer.bias else None)


@tensors.register
def _(layer: TransposedConvolution) -> Tensors:
    weight = (layer.in_channels, layer.out_channels // layer.groups, *layer.kernel_size)
    return _with_bias({"weight": weight}, layer.out_channels if layer.bias else None)


@tensors.register
def _(layer: Linear) -> Tensors:
    weight = (layer.out_features, layer.in_features)
    return _with_bias({"weight": weight}, layer.out_features if layer.bias else None)


@tensors.register
def _(layer: Parameter) -> Tensors:
    return {"": layer.size}


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


@tensors.register
def _(layer: VectorTable) -> Tensors:
    return {"weight": (layer.num_embeddings, layer.embedding_dim)}


@tensors.register(GLU)
@tensors.register(Softmax)
@tensors.register(LocalResponseNorm)
@tensors.register(Padding)
@tensors.register(Upsample)
@tensors.register(MaxUnpool)
@tensors.register(PixelShuffle)
@tensors.register(PixelUnshuffle)
@tensors.register(ChannelShuffle)
@tensors.register(Columns)
@tensors.register(Unflatten)
@tensors.register(MaxPool)
@tensors.register(AveragePool)
@tensors.register(AdaptivePool)
@tensors.register(Flatten)
@tensors.register(Elementwise)
@tensors.register(Join)
def _(_layer: Layer) -> Tensors:
    return {}


def buffer_tensors(layer: Layer) -> Tensors:
    """The tensors a layer keeps and does not learn: statistics of the channels, and no others."""
    if not isinstance(layer, FeatureNorm) or not layer.track_running_stats:
        return {}
    statistics = (layer.num_features,)
    return {"running_mean": statistics, "running_var": statistics, "num_batches_tracked": ()}


def _scale(shape: Shape, *, shift: bool) -> Tensors:
    return {"weight": shape, "bias": shape} if shift else {"weight": shape}


def _with_bias(weight: dict[str, Shape], length: int | None) -> Tensors:
    return weight if length is None else {**weight, "bias": (length,)}
