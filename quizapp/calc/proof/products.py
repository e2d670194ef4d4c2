"""MACs, by counting elements and the numbers each is made of or spread to."""

import math
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
from quizapp.calc.proof.weights import tensors


@singledispatch
def products(layer: Layer, _arriving: tuple[Shape, ...], _leaving: Shape) -> int:
    """Multiply-accumulates of a layer for one example."""
    unproved(layer, "MACs")


@products.register(Convolution)
@products.register(Linear)
def _(layer: Convolution | Linear, _arriving: tuple[Shape, ...], leaving: Shape) -> int:
    _, *summed_over = tensors(layer)["weight"]
    return math.prod(leaving) * math.prod(summed_over)


@products.register
def _(layer: TransposedConvolution, arriving: tuple[Shape, ...], _leaving: Shape) -> int:
    _, *spread_to = tensors(layer)["weight"]
    return math.prod(arriving[0]) * math.prod(spread_to)


@products.register(MaxUnpool)
@products.register(MaxPool)
@products.register(AveragePool)
@products.register(AdaptivePool)
@products.register(Parameter)
@products.register(Rearrangement)
@products.register(Elementwise)
@products.register(Join)
def _(_layer: Layer, _arriving: tuple[Shape, ...], _leaving: Shape) -> int:
    return 0
