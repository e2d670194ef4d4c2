"""1×1 convolutions, bottlenecks, separable convolutions, inception blocks (groups B and I)."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from quizapp.calc import TRUE, Network, Node, Row, Rules
from quizapp.calc.layers import Layer, Shape
from quizapp.calc.layers.convolution import Convolution
from quizapp.calc.layers.joining import Concatenation
from quizapp.calc.rules import Window
from quizapp.mistakes.mistake import CHANNELS, COUNTS, SIDES, Mistake
from quizapp.words import Text


def _is_1x1(layer: Layer) -> bool:
    return isinstance(layer, Convolution) and math.prod(layer.kernel_size) == 1


def _is_wide(layer: Layer) -> bool:
    return isinstance(layer, Convolution) and not _is_1x1(layer)


def _is_deep(layer: Layer) -> bool:
    return isinstance(layer, Convolution) and _is_wide(layer) and layer.in_channels > layer.groups


def _is_depthwise(layer: Layer) -> bool:
    return isinstance(layer, Convolution) and layer.groups == layer.in_channels > 1


def _holds(rows: Iterable[Row], kind: Any) -> bool:
    return any(kind(row.operation) for row in rows)


def _without_1x1(_rules: Rules, rows: Sequence[Row]) -> Sequence[Row]:
    if not _holds(rows, _is_wide):
        return rows
    return tuple(row for row in rows if not _is_1x1(row.operation))


def _without_depthwise(_rules: Rules, rows: Sequence[Row]) -> Sequence[Row]:
    if not _holds(rows, _is_1x1):
        return rows
    return tuple(row for row in rows if not _is_depthwise(row.operation))


def _one_channel_for_1x1(rules: Rules, rows: Sequence[Row]) -> Sequence[Row]:
    """Where no larger kernel sees several channels this is ``forgot-input-channels``."""
    if not _holds(rows, _is_deep):
        return rows
    return tuple([_flat(row, rules) for row in rows])


def _flat(row: Row, rules: Rules) -> Row:
    if not isinstance(row.operation, Convolution) or not _is_1x1(row.operation):
        return row
    layer = replace(row.operation, in_channels=1, groups=1)
    (shape,), output = row.input_shapes, row.output_shape
    return row._replace(
        operation=layer,
        parameters=layer.parameters(shape, output, rules),
        macs=layer.macs(shape, output, rules),
    )


def _halved(rules: Rules, size: Any, window: Window) -> Any:
    if window.kernel == window.stride == 1:
        return size // 2
    return TRUE.window_count(rules, size, window)


def _pooled_truly(rules: Rules, size: Any, window: Window) -> Any:
    return TRUE.window_count(rules, size, window)


def _behind(network: Network, place: int) -> tuple[int, Layer | None]:
    """Where a branch comes from, norms and activations left out, and the layer there."""
    from quizapp.calc.layers.pooling import MaxUnpool, WindowPool

    while place >= len(network.inputs):
        node = network.nodes[place - len(network.inputs)]
        shapes_it = isinstance(node.layer, Convolution | WindowPool | MaxUnpool)
        if shapes_it or node.layer.joins:
            return place, node.layer
        (place,) = node.sources
    return place, None


def _fed_by(network: Network, place: int) -> tuple[int, Layer | None]:
    """The same of what feeds the layer at a place; a join has no one layer in front of it."""
    node = network.nodes[place - len(network.inputs)]
    return (place, None) if node.layer.joins else _behind(network, node.sources[0])


def _joins_channels(node: Node) -> bool:
    return isinstance(node.layer, Concatenation) and node.layer.dim == 1


def _with_reducers(network: Network, node: Node, shapes: Sequence[Shape]) -> tuple[Shape, ...]:
    """What is joined, and the 1×1 convolutions in front of the larger ones among it."""
    joined = TRUE.joined_shapes(network, node, shapes)
    if not _joins_channels(node):
        return joined
    reducers = []
    for source in node.sources:
        place, layer = _behind(network, source)
        if layer is not None and _is_wide(layer):
            place, layer = _fed_by(network, place)
            if layer is not None and _is_1x1(layer):
                reducers.append(shapes[place])
    return (*joined, *reducers)


def _unprojected(network: Network, node: Node, shapes: Sequence[Shape]) -> tuple[Shape, ...]:
    """What is joined, of a pool's branch what the pool itself gives."""
    from quizapp.calc.layers.pooling import WindowPool

    if not _joins_channels(node):
        return TRUE.joined_shapes(network, node, shapes)
    joined = []
    for source in node.sources:
        place, layer = _behind(network, source)
        if layer is not None and _is_1x1(layer):
            pool, layer = _fed_by(network, place)
            source = pool if isinstance(layer, WindowPool) else source  # noqa: PLW2901 # the one meant
        joined.append(shapes[source])
    return tuple(joined)


_BRANCHES = Text("putting the branches together", "가지를 합치기")
_SUM = Text("the sum of the branches' channels", "가지별 채널의 합")
_ALL = Text("every layer with weights", "가중치가 있는 모든 층")
_WHICH = Text("which layers count", "세어야 할 층")

JOINING: tuple[Mistake, ...] = (
    Mistake(
        "summed-reducers",
        {"joined_shapes": _with_reducers},
        CHANNELS,
        step=_BRANCHES,
        way=Text("the 1×1 reducers joined too", "채널을 줄이는 1×1까지 합치기"),
        right_way=Text("the last layer of each branch", "가지마다 마지막 층만 합치기"),
        named=Text(
            "{answer} could add the channels of the 1×1 convolutions that reduce; only what comes "
            "out at the end of a branch is joined.",
            "{answer:은/는} 채널을 줄이는 1×1 합성곱의 채널까지 더했을 때 나오는 값이에요. "
            "가지 끝에서 나온 채널만 이어 붙여요.",
        ),
    ),
    Mistake(
        "multiplied-branches",
        {"joined_channels": math.prod},
        CHANNELS,
        step=_BRANCHES,
        way=Text("the product of the branches' channels", "가지별 채널의 곱"),
        right_way=_SUM,
        named=Text(
            "{answer} could be the channels of the branches multiplied; put one behind the other "
            "they add up.",
            "{answer:은/는} 가지별 채널을 곱했을 때 나오는 값이에요. "
            "이어 붙이면 채널 수는 더해져요.",
        ),
    ),
    Mistake(
        "largest-branch",
        {"joined_channels": max},
        CHANNELS,
        step=_BRANCHES,
        way=Text("the channels of the largest branch", "가장 큰 가지의 채널"),
        right_way=_SUM,
        named=Text(
            "{answer} could be the channels of the largest branch; joined, all branches keep "
            "theirs.",
            "{answer:은/는} 가장 큰 가지의 채널 수예요. 이어 붙이면 모든 가지의 채널이 남아요.",
        ),
    ),
    Mistake(
        "pool-branch-unprojected",
        {"joined_shapes": _unprojected},
        CHANNELS,
        step=Text("the branch with the pool", "풀링이 있는 가지"),
        way=Text("the channels that the pool keeps", "풀링이 그대로 둔 채널"),
        right_way=Text("the channels of the 1×1 behind it", "그 뒤 1×1 합성곱의 채널"),
        named=Text(
            "{answer} could count all channels that come out of the pool; the 1×1 convolution "
            "behind it makes them fewer before they are joined.",
            "{answer:은/는} 풀링에서 나온 채널을 모두 더했을 때 나오는 값이에요. "
            "그 뒤의 1×1 합성곱이 채널 수를 바꾼 다음에 이어 붙여요.",
        ),
    ),
    Mistake(
        "left-out-1x1",
        {"counted": _without_1x1},
        COUNTS,
        step=_WHICH,
        way=Text("the larger kernels alone", "큰 커널만"),
        right_way=_ALL,
        named=Text(
            "{answer} could leave out the 1×1 convolutions; {layer} is one, with a weight for each "
            "pair of channels.",
            "{answer:은/는} 1×1 합성곱을 뺐을 때 나오는 값이에요. "
            "{layer}에도 입력 채널과 출력 채널의 짝마다 가중치가 있어요.",
        ),
    ),
    Mistake(
        "left-out-depthwise",
        {"counted": _without_depthwise},
        COUNTS,
        step=_WHICH,
        way=Text("the pointwise part alone", "점별 합성곱만"),
        right_way=Text("the depthwise and the pointwise part", "깊이별 합성곱과 점별 합성곱"),
        named=Text(
            "{answer} could leave out the depthwise part {layer}; a separable convolution is both.",
            "{answer:은/는} 깊이별 합성곱 {layer:을/를} 뺐을 때 나오는 값이에요. "
            "깊이별 분리 합성곱은 둘로 이루어져요.",
        ),
    ),
    Mistake(
        "1x1-sees-one-channel",
        {"counted": _one_channel_for_1x1},
        COUNTS,
        step=Text("the depth of a 1×1 kernel", "1×1 커널의 깊이"),
        way=Text("a 1×1 kernel one channel deep", "깊이가 1인 1×1 커널"),
        right_way=Text("a 1×1 kernel as deep as the channels", "채널 수만큼 깊은 1×1 커널"),
        named=Text(
            "{answer} could let a 1×1 kernel look at one channel: the ones of {layer} span all "
            "{c_in}.",
            "{answer:은/는} 1×1 커널이 채널 하나만 본다고 계산했을 때 나오는 값이에요. "
            "{layer}의 커널은 {c_in}채널을 모두 봐요.",
        ),
    ),
    Mistake(
        "1x1-halves-map",
        {"window_count": _halved, "pooled": _pooled_truly},
        SIDES,
        step=Text("what a 1×1 convolution does to the map", "1×1 합성곱이 특징 맵 크기에 하는 일"),
        way=Text("height and width halved", "절반이 된 높이와 너비"),
        right_way=Text("height and width as they were", "그대로인 높이와 너비"),
        named=Text(
            "{answer} could come from a 1×1 convolution that halves the map; {layer} changes the "
            "channels and leaves height and width alone.",
            "{answer:은/는} 1×1 합성곱이 크기를 절반으로 줄인다고 보았을 때 나오는 값이에요. "
            "{layer:은/는} 채널만 바꾸고 높이와 너비는 그대로 둬요.",
        ),
    ),
)
