"""The tensors torch would allocate for a layer: what is learned, and what is only kept."""

from collections.abc import Mapping
from functools import singledispatch

from quizapp.calc.layers.convolution import Convolution, TransposedConvolution
from quizapp.calc.layers.dense import Linear
from quizapp.calc.layers.elementwise import Elementwise
from quizapp.calc.layers.joining import Join
from quizapp.calc.layers.layer import Layer, Shape
from quizapp.calc.layers.learned import Parameter
from quizapp.calc.layers.pooling import AdaptivePool, AveragePool, MaxPool, MaxUnpool
from quizapp.calc.layers.rearrangement import Rearrangement
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


@tensors.register(MaxUnpool)
@tensors.register(MaxPool)
@tensors.register(AveragePool)
@tensors.register(AdaptivePool)
@tensors.register(Rearrangement)
@tensors.register(Elementwise)
@tensors.register(Join)
def _(_layer: Layer) -> Tensors:
    return {}


@singledispatch
def buffer_tensors(_layer: Layer) -> Tensors:
    """The tensors a layer keeps and does not learn: few have any."""
    return {}


def _with_bias(weight: dict[str, Shape], length: int | None) -> Tensors:
    return weight if length is None else {**weight, "bias": (length,)}
