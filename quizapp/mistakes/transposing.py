"""Output sizes of transposed convolutions (group D)."""

from typing import Any

from quizapp.calc import TRUE
from quizapp.calc.rules import Window
from quizapp.mistakes.mistake import SIDES, Mistake
from quizapp.words import Text

_SIZE = Text("how large the map becomes", "특징 맵이 커지는 크기")
_SPREAD = Text("every pixel spread over a whole kernel", "픽셀마다 커널 전체로 펼친 크기")


def _mistake(id_: str, size: Any, step: Text, way: Text, right_way: Text, named: Text) -> Mistake:
    return Mistake(id_, {"transposed_size": size}, SIDES, step, way, right_way, named)


def _as_convolution(size: Any, window: Window, _extra: Any) -> Any:
    extent = TRUE.kernel_extent(window.kernel, window.dilation)
    return (size + 2 * window.before - extent) // window.stride + 1


def _times_stride(size: Any, window: Window, _extra: Any) -> Any:
    return size * window.stride


def _without_extra(size: Any, window: Window, _extra: Any) -> Any:
    return TRUE.transposed_size(size, window, 0)


def _without_less_one(size: Any, window: Window, extra: Any) -> Any:
    return TRUE.transposed_size(size + 1, window, extra)


def _padding_added(size: Any, window: Window, extra: Any) -> Any:
    grown = (size - 1) * window.stride + 2 * window.before
    return grown + window.dilation * (window.kernel - 1) + extra + 1


def _zeros_at_ends(size: Any, window: Window, extra: Any) -> Any:
    reach = window.dilation * (window.kernel - 1)
    return size * window.stride + reach - 2 * window.before + extra


TRANSPOSING: tuple[Mistake, ...] = (
    _mistake(
        "transposed-as-convolution",
        _as_convolution,
        Text("which formula a transposed convolution takes", "전치 합성곱에 쓰는 식"),
        Text("the formula of a plain convolution", "보통 합성곱의 식"),
        Text("the convolution's formula turned round", "합성곱 식을 거꾸로 푼 식"),
        Text(
            "{answer} could be the size by the formula of a plain convolution; {layer} turns it "
            "round and makes the map larger.",
            "{answer:은/는} 보통 합성곱의 식으로 계산했을 때 나오는 값이에요. "
            "{layer:은/는} 그 식을 거꾸로 풀어 특징 맵을 키워요.",
        ),
    ),
    _mistake(
        "size-times-stride",
        _times_stride,
        _SIZE,
        Text("the size times the stride", "크기에 스트라이드를 곱한 수"),
        _SPREAD,
        Text(
            "{answer} could be the size times the stride {s}; the size that {layer} gives also "
            "depends on its kernel {k} and its padding {p}.",
            "{answer:은/는} 크기에 스트라이드 {s:을/를} 곱하기만 했을 때 나오는 값이에요. "
            "{layer}의 출력 크기는 커널 {k}, 패딩 {p:과/와}도 관계가 있어요.",
        ),
    ),
    _mistake(
        "forgot-output-padding",
        _without_extra,
        Text("what output_padding adds", "output_padding이 더하는 크기"),
        Text("the size without output_padding", "output_padding을 뺀 크기"),
        Text("the size with output_padding on one side", "한쪽에 output_padding을 더한 크기"),
        Text(
            "{answer} could be the size without output_padding={op}, which {layer} adds at one "
            "side.",
            "{answer:은/는} output_padding={op:을/를} 빼고 계산했을 때 나오는 값이에요. "
            "{layer:은/는} 그만큼을 한쪽에 더해요.",
        ),
    ),
    _mistake(
        "transposed-without-less-one",
        _without_less_one,
        Text("counting the gaps between pixels", "픽셀 사이의 간격 세기"),
        Text("as many steps as pixels", "픽셀 수만큼의 걸음"),
        Text("one step fewer than pixels", "픽셀 수보다 하나 적은 걸음"),
        Text(
            "{answer} could be the size with i·s for (i − 1)·s: in {layer} there is one step of {s}"
            " fewer than there are pixels.",
            "{answer:은/는} (i − 1)·s 대신 i·s를 썼을 때 나오는 값이에요. "
            "{layer}에서 {s}칸짜리 걸음은 픽셀 수보다 하나 적어요.",
        ),
    ),
    _mistake(
        "transposed-padding-widens",
        _padding_added,
        Text("what padding does in a transposed convolution", "전치 합성곱에서 패딩이 하는 일"),
        Text("a map enlarged by the padding", "패딩만큼 커진 특징 맵"),
        Text("a map cut by the padding", "패딩만큼 잘린 특징 맵"),
        Text(
            "{answer} could be the size with the padding {p} added; in {layer} it is cut off at "
            "both sides.",
            "{answer:은/는} 패딩 {p:을/를} 더했을 때 나오는 값이에요. "
            "{layer}에서는 양쪽에서 그만큼 잘라 내요.",
        ),
    ),
    _mistake(
        "zeros-at-both-ends",
        _zeros_at_ends,
        Text("where zeros are put in", "0을 끼워 넣는 자리"),
        Text("zeros beside every pixel", "픽셀마다 옆에 넣은 0"),
        Text("zeros only between pixels", "픽셀 사이에만 넣은 0"),
        Text(
            "{answer} could be the size with zeros put beside every pixel; {layer} has them only "
            "between two pixels, not behind the last.",
            "{answer:은/는} 마지막 픽셀 뒤에도 0을 넣었을 때 나오는 값이에요. "
            "{layer}에서 0은 픽셀과 픽셀 사이에만 들어가요.",
        ),
    ),
)
