"""The tensors torch would allocate for a layer: what is learned, and what is only kept."""

from collections.abc import Mapping
from functools import singledispatch

from quizapp.calc.layers.convolution import Convolution, TransposedConvolution
from quizapp.calc.layers.dense import Flatten, Linear
from quizapp.calc.layers.elementwise import Elementwise
from quizapp.calc.layers.joining import Join
from quizapp.calc.layers.layer import Layer, Shape
from quizapp.calc.layers.normalization import BatchNorm
from quizapp.calc.layers.pooling import AdaptivePool, AveragePool, MaxPool
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
def _(layer: BatchNorm) -> Tensors:
    scale = (layer.num_features,)
    return {"weight": scale, "bias": scale} if layer.affine else {}


@tensors.register(MaxPool)
@tensors.register(AveragePool)
@tensors.register(AdaptivePool)
@tensors.register(Flatten)
@tensors.register(Elementwise)
@tensors.register(Join)
def _(_layer: Layer) -> Tensors:
    return {}


def buffer_tensors(layer: Layer) -> Tensors:
    """The tensors a layer keeps and does not learn; of the layers here only batch norm has any."""
    if not isinstance(layer, BatchNorm) or not layer.track_running_stats:
        return {}
    statistics = (layer.num_features,)
    return {"running_mean": statistics, "running_var": statistics, "num_batches_tracked": ()}


def _with_bias(weight: dict[str, Shape], length: int | None) -> Tensors:
    return weight if length is None else {**weight, "bias": (length,)}
