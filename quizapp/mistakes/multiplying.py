"""Multiply-accumulates and FLOPs, and what a separable convolution saves (groups B and H)."""

import math
from typing import Any

from quizapp.mistakes.mistake import PRODUCTS, Mistake
from quizapp.words import Text


def _map_that_arrives(shape: Any, _output: Any) -> Any:
    return math.prod(shape[1:])


def _bias_each_time(layer: Any, products: Any, positions: Any) -> Any:
    if not layer.bias:
        return products * positions
    outputs = layer.out_channels if hasattr(layer, "out_channels") else layer.out_features
    return (products + outputs) * positions


_OTHER = {"macs": "flops", "flops": "macs"}
_POSITIONS = Text("how often the kernel is put to the map", "커널을 대는 횟수")
_EACH_OUTPUT = Text("once for each place of the output map", "출력 특징 맵의 위치마다 한 번")

MULTIPLYING: tuple[Mistake, ...] = (
    Mistake(
        "swapped-macs-and-flops",
        {"asked": lambda quantity: _OTHER.get(quantity, quantity)},
        PRODUCTS,
        step=Text("MACs or FLOPs", "MAC과 FLOPs"),
        way=Text("the one for the other", "서로 바꾸어 센 수"),
        right_way=Text("two FLOPs for each MAC", "MAC 하나에 FLOPs 둘"),
        named=Text(
            "{answer} could be FLOPs given for MACs, or MACs for FLOPs: one multiply-accumulate "
            "is two operations.",
            "{answer:은/는} MAC과 FLOPs를 바꾸어 세었을 때 나오는 값이에요. "
            "곱셈-누산 한 번은 연산 두 번이에요.",
        ),
    ),
    Mistake(
        "positions-of-input",
        {"positions": _map_that_arrives},
        PRODUCTS,
        step=_POSITIONS,
        way=Text("once for each place of the input map", "입력 특징 맵의 위치마다 한 번"),
        right_way=_EACH_OUTPUT,
        named=Text(
            "{answer} could multiply by the places of the input map {arriving}; the kernel of "
            "{layer} is put to it once for each place of the output.",
            "{answer:은/는} 입력 특징 맵 {arriving}의 위치 수를 곱했을 때 나오는 값이에요. "
            "{layer}의 커널은 출력의 위치마다 한 번씩 대요.",
        ),
    ),
    Mistake(
        "forgot-positions",
        {"positions": lambda _shape, _output: 1},
        PRODUCTS,
        step=_POSITIONS,
        way=Text("only once", "한 번만"),
        right_way=_EACH_OUTPUT,
        named=Text(
            "{answer} could be the multiplications for a single place; {layer} does as many at "
            "every place of its output map.",
            "{answer:은/는} 한 위치의 곱셈만 세었을 때 나오는 값이에요. "
            "{layer:은/는} 출력 특징 맵의 모든 위치에서 그만큼 곱해요.",
        ),
    ),
    Mistake(
        "macs-with-biases",
        {"products_at": _bias_each_time},
        PRODUCTS,
        step=Text("what a multiply-accumulate is", "곱셈-누산으로 세는 것"),
        way=Text("the biases counted as well", "편향까지 센 수"),
        right_way=Text("products of a weight and a number alone", "가중치와 값의 곱만"),
        named=Text(
            "{answer} could count one more for the bias of each output; adding the bias of {layer} "
            "multiplies nothing.",
            "{answer:은/는} 출력마다 편향도 한 번씩 세었을 때 나오는 값이에요. "
            "{layer}의 편향은 더하기만 하고 곱하지 않아요.",
        ),
    ),
    Mistake(
        "multiplied-shares",
        {"separable.together": lambda depthwise, pointwise: depthwise * pointwise},
        frozenset({"separable_share"}),
        step=Text("putting the two parts together", "두 부분을 합치기"),
        way=Text("the product of the shares", "두 비율의 곱"),
        right_way=Text("the sum of the shares", "두 비율의 합"),
        named=Text(
            "{answer} could be 1/{filters} times 1/{kernel}²; the depthwise and the pointwise part "
            "come one after the other, and their shares add up.",
            "{answer:은/는} 1/{filters:과/와} 1/{kernel}²을 곱했을 때 나오는 값이에요. "
            "깊이별 합성곱과 점별 합성곱은 차례로 하므로 비율을 더해요.",
        ),
    ),
)
