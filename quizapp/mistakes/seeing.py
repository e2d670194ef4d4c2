"""Receptive fields: kernels, strides, and the step between units (group E)."""

from typing import Any

from quizapp.calc.rules import Window
from quizapp.mistakes.mistake import FIELD, Mistake
from quizapp.words import Text

_GROWTH = Text("how much a layer adds", "한 층이 더하는 폭")
_JUMP = Text("how many input pixels one step is", "한 걸음이 입력에서 몇 픽셀인지")
_TRUE_GROWTH = Text(
    "the kernel less one, in steps of all strides before",
    "커널에서 1을 뺀 수에 앞선 스트라이드를 모두 곱한 폭",
)
_ALL_BEFORE = Text(
    "the product of all strides before the layer", "앞 층들의 스트라이드를 모두 곱한 수"
)


_STEPS = {"field_jump", "pool_window"}
"""Entries on which the step between units depends."""


def _mistake(
    id_: str, replaces: dict[str, Any], step: Text, way: Text, right_way: Text, named: Text
) -> Mistake:
    touches = FIELD | {"effective_stride"} if replaces.keys() & _STEPS else FIELD
    return Mistake(id_, replaces, touches, step, way, right_way, named)


def _without_jump(size: Any, extent: Any, _jump: Any, _window: Window) -> Any:
    return size + (extent - 1)


def _whole_kernel(size: Any, extent: Any, jump: Any, _window: Window) -> Any:
    return size + extent * jump


def _kernel_sum(size: Any, extent: Any, _jump: Any, _window: Window) -> Any:
    return size + extent


def _kernel_product(size: Any, extent: Any, _jump: Any, _window: Window) -> Any:
    return size * extent


def _own_stride_early(size: Any, extent: Any, jump: Any, window: Window) -> Any:
    return size + (extent - 1) * (jump * window.stride)


def _own_stride_alone(size: Any, extent: Any, _jump: Any, window: Window) -> Any:
    return size + (extent - 1) * window.stride


def _backward_formula(size: Any, extent: Any, _jump: Any, window: Window) -> Any:
    return (size - 1) * window.stride + extent


def _padding_added(size: Any, extent: Any, jump: Any, window: Window) -> Any:
    return size + (extent - 1) * jump + 2 * window.before


SEEING: tuple[Mistake, ...] = (
    _mistake(
        "ignored-strides",
        {"field_size": _without_jump},
        _JUMP,
        Text("one input pixel a step in every layer", "어느 층에서나 한 걸음이 입력 한 픽셀"),
        _ALL_BEFORE,
        Text(
            "{answer} could be the field without the strides: before {layer} one step is already "
            "several input pixels.",
            "{answer:은/는} 스트라이드를 빼고 계산했을 때 나오는 값이에요. "
            "{layer} 앞에서 한 걸음은 이미 입력의 여러 픽셀이에요.",
        ),
    ),
    _mistake(
        "added-whole-kernel",
        {"field_size": _whole_kernel},
        _GROWTH,
        Text("the whole kernel", "커널 전체"),
        Text("the kernel less one", "커널에서 1을 뺀 수"),
        Text(
            "{answer} could be the field with {k} steps added for {layer}; a window of {k} reaches "
            "one step less, since it begins on a pixel already counted.",
            "{answer:은/는} {layer}에서 {k}칸을 모두 더했을 때 나오는 값이에요. "
            "첫 칸은 이미 세었으니 하나를 뺀 만큼만 더해요.",
        ),
    ),
    _mistake(
        "summed-kernels",
        {"field_size": _kernel_sum, "field_start": lambda: 0},
        _GROWTH,
        Text("the sum of the kernels", "커널 크기의 합"),
        _TRUE_GROWTH,
        Text(
            "{answer} could be the sum of the kernel sizes; windows overlap, so {layer} adds less "
            "than its whole kernel.",
            "{answer:은/는} 커널 크기를 더했을 때 나오는 값이에요. "
            "창은 서로 겹치므로 {layer:이/가} 더하는 폭은 커널보다 작아요.",
        ),
    ),
    _mistake(
        "multiplied-kernels",
        {"field_size": _kernel_product},
        _GROWTH,
        Text("the product of the kernels", "커널 크기의 곱"),
        _TRUE_GROWTH,
        Text(
            "{answer} could be the product of the kernel sizes; {layer} adds to the field and does "
            "not multiply it.",
            "{answer:은/는} 커널 크기를 곱했을 때 나오는 값이에요. "
            "{layer:은/는} 수용 영역을 곱하지 않고 더해요.",
        ),
    ),
    _mistake(
        "own-stride-early",
        {"field_size": _own_stride_early},
        _JUMP,
        Text("the layer's own stride counted in", "그 층의 스트라이드까지 곱한 수"),
        _ALL_BEFORE,
        Text(
            "{answer} could be the field with each layer's own stride counted in; the stride of "
            "{layer} spreads only the layers after it.",
            "{answer:은/는} 그 층의 스트라이드까지 곱했을 때 나오는 값이에요. "
            "{layer}의 스트라이드는 다음 층부터 영향을 줘요.",
        ),
    ),
    _mistake(
        "previous-stride-only",
        {"field_jump": lambda _jump, stride: stride},
        _JUMP,
        Text("the stride of the layer just before", "바로 앞 층의 스트라이드"),
        _ALL_BEFORE,
        Text(
            "{answer} could come from the stride just before each layer alone; at {layer} all "
            "strides so far multiply.",
            "{answer:은/는} 바로 앞 층의 스트라이드만 곱했을 때 나오는 값이에요. "
            "{layer}에서는 앞선 스트라이드를 모두 곱해요.",
        ),
    ),
    _mistake(
        "own-stride-alone",
        {"field_size": _own_stride_alone},
        _JUMP,
        Text("the layer's own stride", "그 층의 스트라이드"),
        _ALL_BEFORE,
        Text(
            "{answer} could be the field with each layer's own stride alone; for {layer} the "
            "strides before it count, not its own.",
            "{answer:은/는} 층마다 자기 스트라이드만 곱했을 때 나오는 값이에요. "
            "{layer}에서는 자기 것이 아니라 앞선 스트라이드를 곱해요.",
        ),
    ),
    _mistake(
        "backward-formula-forward",
        {"field_size": _backward_formula},
        Text("the direction of the recursion", "계산하는 방향"),
        Text("(r − 1)·s + k from the input up", "입력 쪽에서부터 (r − 1)·s + k"),
        Text("(r − 1)·s + k from the last layer down", "마지막 층에서부터 (r − 1)·s + k"),
        Text(
            "{answer} could be (r − 1)·s + k run from the input up; that formula starts at the "
            "last layer and goes back (here it parts at {layer}).",
            "{answer:은/는} (r − 1)·s + k를 입력 쪽에서부터 적용했을 때 나오는 값이에요. "
            "이 식은 마지막 층에서 거꾸로 내려가요({layer}에서 갈라져요).",
        ),
    ),
    _mistake(
        "field-without-pools",
        {"pool_window": lambda window: Window(1, 1, 0, 0, 1, window.ceil)},
        Text("what a pool does to the field", "풀링이 수용 영역에 하는 일"),
        Text("pools left out", "풀링을 뺀 계산"),
        Text("pools counted like convolutions", "합성곱처럼 센 풀링"),
        Text(
            "{answer} could come from leaving the pools out; {layer} widens the field and "
            "lengthens the steps after it.",
            "{answer:은/는} 풀링을 빼고 계산했을 때 나오는 값이에요. "
            "{layer}도 수용 영역을 넓히고 다음 걸음을 늘려요.",
        ),
    ),
    _mistake(
        "padding-widens-field",
        {"field_size": _padding_added},
        Text("what padding does to the field", "패딩이 수용 영역에 하는 일"),
        Text("a field widened by the padding", "패딩만큼 넓어진 수용 영역"),
        Text("a field only shifted by the padding", "패딩만큼 옮겨진 수용 영역"),
        Text(
            "{answer} could be the field widened by the padding {p}; the padding of {layer} shifts "
            "what a unit sees and adds nothing to it.",
            "{answer:은/는} 패딩 {p:을/를} 더해 넓혔을 때 나오는 값이에요. "
            "{layer}의 패딩은 보는 곳을 옮길 뿐 넓히지 않아요.",
        ),
    ),
    Mistake(
        "gave-output-size",
        {"asked": lambda quantity: "height" if quantity == "receptive_field" else quantity},
        FIELD,
        Text("what is asked", "묻는 것"),
        Text("how many units the map has", "특징 맵에 있는 유닛 수"),
        Text("how many input pixels one unit sees", "유닛 하나가 보는 입력 픽셀 수"),
        Text(
            "{answer} could be the size of the last map; asked is how much of the input one of its "
            "units sees.",
            "{answer:은/는} 마지막 특징 맵의 크기예요. "
            "여기서는 유닛 하나가 입력을 얼마나 보는지 물어요.",
        ),
    ),
)
