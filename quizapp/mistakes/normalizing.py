"""What a batch norm learns, and what it does to the layer before it (group G)."""

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeGuard

from quizapp.calc import Row, Rules
from quizapp.calc.layers import Layer
from quizapp.calc.layers.convolution import WeightedKernel
from quizapp.mistakes.mistake import WEIGHTS, Mistake
from quizapp.words import Text

if TYPE_CHECKING:
    from quizapp.calc.layers.normalization import BatchNorm


def _with_statistics(channels: Any, layer: Any, _shape: Any) -> Any:
    from quizapp.calc.layers.normalization import FeatureNorm

    kept = isinstance(layer, FeatureNorm) and layer.track_running_stats
    return 4 * channels if kept else 2 * channels


def _one_pair(_channels: Any, _layer: Any, _shape: Any) -> Any:
    return 2


def _at_every_place(channels: Any, layer: Any, shape: Any) -> Any:
    from quizapp.calc.layers.normalization import FeatureNorm, GroupNorm

    if len(shape) < 2 or not isinstance(layer, FeatureNorm | GroupNorm):
        return 2 * channels
    return 2 * channels * math.prod(shape[1:])


def _is_batch_norm(layer: Layer) -> "TypeGuard[BatchNorm]":
    if not hasattr(layer, "num_features"):  # the file of norms is read for networks with norms
        return False
    from quizapp.calc.layers.normalization import BatchNorm

    return isinstance(layer, BatchNorm)


def _of_what_enters(rules: Rules, rows: Sequence[Row]) -> Sequence[Row]:
    """Batch norms that follow a convolution counted by the channels that enter it."""
    by_name = {row.name: row for row in rows}
    counted = []
    for row in rows:
        before = by_name.get(row.inputs[0])
        follows = before is not None and isinstance(before.operation, WeightedKernel)
        if before is None or not follows or not _is_batch_norm(row.operation):
            counted.append(row)
            continue
        layer = replace(row.operation, num_features=before.operation.in_channels)  # type: ignore[attr-defined] # a convolution's
        shape = (layer.num_features, *row.input_shapes[0][1:])
        parameters = layer.parameters(shape, shape, rules)
        counted.append(row._replace(operation=layer, parameters=parameters, input_shapes=(shape,)))
    return tuple(counted)


_LEARNED = Text("what a norm learns", "정규화 층에서 학습되는 값")
_PAIRS = Text("γ and β for each channel", "채널마다 γ와 β")

NORMALIZING: tuple[Mistake, ...] = (
    Mistake(
        "counted-running-statistics",
        {"norm_parameters": _with_statistics},
        WEIGHTS,
        step=_LEARNED,
        way=Text("running mean and variance counted too", "이동 평균과 이동 분산까지 센 수"),
        right_way=_PAIRS,
        named=Text(
            "{answer} could count the running mean and variance of {layer} too, four numbers a "
            "channel; only γ and β are learned, the statistics are kept.",
            "{answer:은/는} {layer}의 이동 평균과 이동 분산까지 채널마다 네 개씩 세었을 때 "
            "나오는 값이에요. 학습되는 값은 γ와 β뿐이고, 통계값은 저장될 뿐이에요.",
        ),
    ),
    Mistake(
        "one-pair-for-norm",
        {"norm_parameters": _one_pair},
        WEIGHTS,
        step=_LEARNED,
        way=Text("one γ and one β for the whole layer", "층 전체에 γ와 β 하나씩"),
        right_way=_PAIRS,
        named=Text(
            "{answer} could count one γ and one β for the whole of {layer}; each channel has its "
            "own pair.",
            "{answer:은/는} {layer} 전체에 γ와 β를 하나씩만 세었을 때 나오는 값이에요. "
            "채널마다 한 쌍씩 있어요.",
        ),
    ),
    Mistake(
        "norm-per-position",
        {"norm_parameters": _at_every_place},
        WEIGHTS,
        step=_LEARNED,
        way=Text("γ and β for each place of the map", "특징 맵의 위치마다 γ와 β"),
        right_way=_PAIRS,
        named=Text(
            "{answer} could count γ and β for every place of the map {arriving}; {layer} shares "
            "them over the places of a channel.",
            "{answer:은/는} 특징 맵 {arriving}의 위치마다 γ와 β를 세었을 때 나오는 값이에요. "
            "{layer:은/는} 한 채널의 모든 위치에서 같은 값을 써요.",
        ),
    ),
    Mistake(
        "counted-absent-bias",
        {"has_bias": lambda layer: layer.bias or isinstance(layer, WeightedKernel)},
        WEIGHTS,
        step=Text("convolutions without a bias", "편향이 없는 합성곱"),
        way=Text("a bias for each output channel all the same", "그래도 출력 채널마다 편향 하나"),
        right_way=Text("no bias where bias=False", "bias=False이면 편향 없음"),
        named=Text(
            "{answer} could count biases for {layer}, which has none: it is written with "
            "bias=False.",
            "{answer:은/는} 편향이 없는 {layer}에도 편향을 세었을 때 나오는 값이에요. "
            "이 층은 bias=False예요.",
        ),
    ),
    Mistake(
        "norm-of-input-channels",
        {"counted": _of_what_enters},
        WEIGHTS,
        step=Text("which channels are normalized", "정규화하는 채널"),
        way=Text("the channels that enter the convolution", "합성곱에 들어가는 채널"),
        right_way=Text("the channels that leave it", "합성곱에서 나오는 채널"),
        named=Text(
            "{answer} could count γ and β for the channels that enter the convolution; {layer} "
            "stands behind it and takes the {channels} that leave.",
            "{answer:은/는} 합성곱에 들어가는 채널로 γ와 β를 세었을 때 나오는 값이에요. "
            "{layer:은/는} 합성곱 뒤에 있어 나오는 {channels}채널을 받아요.",
        ),
    ),
)
