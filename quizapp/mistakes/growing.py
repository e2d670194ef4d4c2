"""How dense blocks grow (group J): the arithmetic of DenseNet, without a network."""

from typing import Any

from quizapp.calc import detection
from quizapp.mistakes.mistake import Mistake
from quizapp.words import Text

_CHANNELS = frozenset({"densenet_channels", "densenet_layer_input"})
_GROWTH = Text("how a dense block grows", "덴스 블록이 커지는 방식")
_ADDED = Text("k channels more with each layer", "층마다 k채널씩 더하기")


def _mistake(
    id_: str, replaces: dict[str, Any], step: Text, way: Text, right_way: Text, named: Text
) -> Mistake:
    return Mistake(id_, replaces, _CHANNELS, step, way, right_way, named)


def _growth_compressed(_rules: Any, k0: Any, growth: Any, layers: Any, compression: Any) -> Any:
    return k0 + detection.DENSENET.compressed(growth * layers, compression)


GROWING: tuple[Mistake, ...] = (
    _mistake(
        "doubled-each-layer",
        {"densenet.grown": lambda k0, _growth, layers: k0 * 2**layers},
        _GROWTH,
        Text("twice the channels with each layer", "층마다 두 배로 늘리기"),
        _ADDED,
        Text(
            "{answer} could be {k0} doubled with each layer; each adds its {growth} channels to "
            "what is there, and no more.",
            "{answer:은/는} {k0:을/를} 층마다 두 배로 늘렸을 때 나오는 값이에요. "
            "한 층은 자기 {growth}채널만 더해요.",
        ),
    ),
    _mistake(
        "last-layer-alone",
        {"densenet.grown": lambda _k0, growth, _layers: growth},
        Text("what is passed on", "다음으로 넘어가는 것"),
        Text("the channels of the last layer", "마지막 층의 채널만"),
        Text("the channels of all layers so far", "앞선 모든 층의 채널"),
        Text(
            "{answer} could be what the last layer alone adds; everything before it is joined "
            "to its {growth} channels.",
            "{answer:은/는} 마지막 층이 더하는 채널만 세었을 때 나오는 값이에요. "
            "그 {growth}채널에 앞선 채널이 모두 이어져요.",
        ),
    ),
    _mistake(
        "own-layer-counted",
        {"densenet.layers_before": lambda layer: layer},
        Text("the layers before a layer", "그 층보다 앞선 층 세기"),
        Text("the layer itself among them", "그 층까지 센 수"),
        Text("one fewer than its number", "층 번호보다 하나 적은 수"),
        Text(
            "{answer} could count what layer {layer} itself adds; that leaves the layer and does "
            "not enter it.",
            "{answer:은/는} {layer}번째 층이 더하는 채널까지 세었을 때 나오는 값이에요. "
            "그 채널은 이 층에서 나갈 뿐 들어오지 않아요.",
        ),
    ),
    _mistake(
        "forgot-first-channels",
        {"densenet.grown": lambda _k0, growth, layers: growth * layers},
        Text("where a block starts from", "블록의 출발점"),
        Text("from nothing", "0에서 시작"),
        Text("from the channels that enter it", "들어온 채널에서 시작"),
        Text(
            "{answer} could leave out the {k0} channels that enter the block; they are joined to "
            "all that follows.",
            "{answer:은/는} 블록에 들어오는 {k0}채널을 뺐을 때 나오는 값이에요. "
            "그 채널도 끝까지 이어져요.",
        ),
    ),
    _mistake(
        "added-like-resnet",
        {"densenet.grown": lambda k0, _growth, _layers: k0},
        Text("how layers are joined", "층을 잇는 방법"),
        Text("element-wise addition", "원소별 덧셈"),
        Text("concatenation", "이어 붙이기"),
        Text(
            "{answer} could come from adding the maps as a ResNet does, which leaves {k0} channels;"
            " a dense block puts them one behind the other.",
            "{answer:은/는} ResNet처럼 더해서 {k0}채널 그대로일 때 나오는 값이에요. "
            "덴스 블록은 채널을 이어 붙여요.",
        ),
    ),
    _mistake(
        "forgot-compression",
        {"densenet.compressed": lambda channels, _compression: channels},
        Text("what the transition layer does", "전이 층이 하는 일"),
        Text("all channels kept", "채널을 그대로 두기"),
        Text("a share of the channels kept", "압축률만큼만 남기기"),
        Text(
            "{answer} could be the channels in front of the transition; it keeps {compression} of "
            "them.",
            "{answer:은/는} 전이 층을 지나기 전의 채널 수예요. "
            "전이 층은 그중 {compression}만 남겨요.",
        ),
    ),
    _mistake(
        "compressed-growth-alone",
        {"densenet.leaving": _growth_compressed},
        Text("what the transition layer does", "전이 층이 하는 일"),
        Text("a share of the new channels kept", "새로 늘어난 채널만 압축"),
        Text("a share of all channels kept", "모든 채널을 압축"),
        Text(
            "{answer} could come from compressing only what the block added; the transition takes "
            "the {k0} channels from the start together with the rest.",
            "{answer:은/는} 블록에서 늘어난 채널만 압축했을 때 나오는 값이에요. "
            "전이 층은 처음의 {k0}채널까지 함께 줄여요.",
        ),
    ),
    _mistake(
        "bottleneck-width-joined",
        {"densenet.grown": lambda k0, growth, layers: k0 + 4 * growth * layers},
        Text("what a layer of the block gives", "블록의 한 층이 내놓는 채널"),
        Text("the 4k channels of its bottleneck", "병목의 4k채널"),
        Text("the k channels of its 3×3 convolution", "3×3 합성곱의 k채널"),
        Text(
            "{answer} could join the 4·{growth} channels of each bottleneck; only the {growth} "
            "that come out of the 3×3 convolution are passed on.",
            "{answer:은/는} 병목의 4·{growth}채널을 이어 붙였을 때 나오는 값이에요. "
            "다음으로 넘어가는 것은 3×3 합성곱에서 나온 {growth}채널뿐이에요.",
        ),
    ),
    Mistake(
        "one-convolution-a-layer",
        {"densenet.convolutions_of_layer": lambda: 1},
        frozenset({"densenet_layers"}),
        step=Text("how deep one dense layer is", "덴스 블록 한 층의 깊이"),
        way=Text("one convolution a layer", "한 층에 합성곱 하나"),
        right_way=Text("a 1×1 and a 3×3 convolution a layer", "한 층에 1×1과 3×3 합성곱"),
        named=Text(
            "{answer} could come from one convolution a layer; with bottlenecks a layer takes up "
            "two of the {depth}.",
            "{answer:은/는} 한 층에 합성곱을 하나로 보았을 때 나오는 값이에요. "
            "병목이 있으면 한 층이 {depth}층 가운데 둘을 차지해요.",
        ),
    ),
    Mistake(
        "one-connection-a-layer",
        {"densenet.connections": lambda layers: layers},
        frozenset({"densenet_connections"}),
        step=Text("what each layer is joined with", "한 층이 이어지는 곳"),
        way=Text("the layer just before", "바로 앞 층"),
        right_way=Text("everything before it", "앞선 모든 층"),
        named=Text(
            "{answer} could be one connection a layer, as in a plain network; each of the {layers} "
            "layers is joined with everything before it.",
            "{answer:은/는} 보통 네트워크처럼 층마다 연결을 하나씩 세었을 때 나오는 값이에요. "
            "{layers}개 층은 저마다 앞선 것 모두와 이어져요.",
        ),
    ),
)
