"""Output sizes of convolutions and pools, and the way to flat layers (groups C and F)."""

from typing import Any

from quizapp.calc import TRUE, Rules
from quizapp.calc.rules import Window
from quizapp.mistakes.mistake import CHANNELS, FIELD, SIDES, Mistake
from quizapp.words import Text


def _true_count(_rules: Rules, size: Any, window: Window) -> Any:
    return TRUE.window_count(TRUE, size, window)


def _kept_size(_rules: Rules, size: Any, _window: Window) -> Any:
    return size


def _divided_by_stride(rules: Rules, size: Any, window: Window) -> Any:
    return size // window.stride if window.stride > 1 else _true_count(rules, size, window)


def _kernel_less_two(_rules: Rules, size: Any, window: Window) -> Any:
    return size - window.kernel + 2


def _up(span: Any, stride: Any) -> Any:
    return -(-span // stride)


def _down(span: Any, stride: Any) -> Any:
    return span // stride


def _padding_behind_only(window: Window) -> Any:
    return window.before


_WINDOWS = Text("fitting the windows", "창을 놓는 자리 세기")

SIZING: tuple[Mistake, ...] = (
    Mistake(
        "padding-once",
        {"padding_total": _padding_behind_only},
        SIDES,
        step=Text("adding the padding", "패딩 더하기"),
        way=Text("the padding added once", "한 번만 더한 패딩"),
        right_way=Text("the padding added on both sides", "양쪽에 더한 패딩"),
        named=Text(
            "{answer} could be the size with the padding {p} added once: {layer} pads both sides.",
            "{answer:은/는} 패딩 {p:을/를} 한 번만 더했을 때 나오는 값이에요. "
            "{layer:은/는} 양쪽에 패딩을 더해요.",
        ),
    ),
    Mistake(
        "forgot-padding",
        {"padding_total": lambda _window: 0},
        SIDES,
        step=Text("adding the padding", "패딩 더하기"),
        way=Text("the size without the padding", "패딩을 뺀 크기"),
        right_way=Text("the padding added on both sides", "양쪽에 더한 패딩"),
        named=Text(
            "{answer} could be the size without the padding {p} of {layer}.",
            "{answer:은/는} {layer}의 패딩 {p:을/를} 빼고 계산했을 때 나오는 값이에요.",
        ),
    ),
    Mistake(
        "padded-channels",
        {"padded_channels": lambda channels, window: channels + window.before + window.after},
        CHANNELS,
        step=Text("what padding is added to", "패딩을 더하는 곳"),
        way=Text("the channels as well", "채널에도 더하기"),
        right_way=Text("height and width alone", "높이와 너비에만 더하기"),
        named=Text(
            "{answer} could have the padding {p} added to the channels too; {layer} puts pixels "
            "around each of them and makes no new ones.",
            "{answer:은/는} 채널에도 패딩 {p:을/를} 더했을 때 나오는 값이에요. "
            "{layer:은/는} 채널마다 둘레에 픽셀을 두를 뿐 채널을 늘리지 않아요.",
        ),
    ),
    Mistake(
        "forgot-plus-one",
        {"first_window": lambda: 0},
        SIDES,
        step=_WINDOWS,
        way=Text("the number of steps", "움직인 횟수"),
        right_way=Text(
            "the number of steps and the first place", "움직인 횟수에 처음 자리를 더한 수"
        ),
        named=Text(
            "{answer} could be the size without the + 1: the window of {layer} stands somewhere "
            "before its first step.",
            "{answer:은/는} 마지막에 1을 더하지 않았을 때 나오는 값이에요. "
            "{layer}의 창은 움직이기 전에도 한 자리를 차지해요.",
        ),
    ),
    Mistake(
        "rounded-up",
        {"rounded_down": _up},
        SIDES,
        step=Text("a step that does not fit", "딱 떨어지지 않는 걸음"),
        way=Text("a last window that hangs over the edge", "가장자리를 넘는 마지막 창까지"),
        right_way=Text("only windows that fit", "안에 들어가는 창만"),
        named=Text(
            "{answer} could be the size rounded up: in {layer} a window that hangs over the edge "
            "is left out.",
            "{answer:은/는} 올림했을 때 나오는 값이에요. "
            "{layer}에서 가장자리를 넘는 창은 빼고 세요.",
        ),
    ),
    Mistake(
        "ignored-ceil-mode",
        {"rounded_up": _down},
        SIDES,
        step=Text("a step that does not fit", "딱 떨어지지 않는 걸음"),
        way=Text("only windows that fit", "안에 들어가는 창만"),
        right_way=Text("a last window that hangs over the edge", "가장자리를 넘는 마지막 창까지"),
        named=Text(
            "{answer} could be the size rounded down: {layer} is told to round up.",
            "{answer:은/는} 내림했을 때 나오는 값이에요. {layer:은/는} 올림하도록 되어 있어요.",
        ),
    ),
    Mistake(
        "forgot-stride",
        {"rounded_down": lambda span, _stride: span, "rounded_up": lambda span, _stride: span},
        SIDES,
        step=Text("dividing by the stride", "스트라이드로 나누기"),
        way=Text("a window at every pixel", "픽셀마다 놓은 창"),
        right_way=Text("a window every stride pixels", "스트라이드마다 놓은 창"),
        named=Text(
            "{answer} could be the size without the stride {s} of {layer}.",
            "{answer:은/는} {layer}의 스트라이드 {s:을/를} 빼고 계산했을 때 나오는 값이에요.",
        ),
    ),
    Mistake(
        "kept-size",
        {"window_count": _kept_size, "pooled": _true_count},
        SIDES,
        step=Text("what a convolution does to the size", "합성곱이 크기에 하는 일"),
        way=Text("a convolution that keeps the size", "크기를 그대로 두는 합성곱"),
        right_way=Text(
            "a convolution that loses the places its kernel cannot take",
            "커널이 놓일 수 없는 자리만큼 줄어드는 합성곱",
        ),
        named=Text(
            "{answer} could be the size kept as it came in: {layer} has other places for its "
            "kernel.",
            "{answer:은/는} 들어온 크기를 그대로 두었을 때 나오는 값이에요. "
            "{layer}에서는 커널을 놓을 자리가 달라져요.",
        ),
    ),
    Mistake(
        "divided-by-stride",
        {"window_count": _divided_by_stride},
        SIDES,
        step=_WINDOWS,
        way=Text("the size divided by the stride", "크기를 스트라이드로 나눈 수"),
        right_way=Text("the places where the whole window fits", "창 전체가 들어가는 자리 수"),
        named=Text(
            "{answer} could be the size divided by the stride {s}; in {layer} the window must also "
            "fit, padding and all.",
            "{answer:은/는} 크기를 스트라이드 {s:으로/로} 나누기만 했을 때 나오는 값이에요. "
            "{layer}에서는 패딩까지 더한 안에 창이 들어가야 해요.",
        ),
    ),
    Mistake(
        "ignored-dilation",
        {"kernel_extent": lambda kernel, _dilation: kernel},
        SIDES | FIELD,
        step=Text("how far a dilated kernel reaches", "팽창한 커널의 폭"),
        way=Text("the kernel without its gaps", "틈을 뺀 커널"),
        right_way=Text("the kernel with its gaps", "틈을 넣은 커널"),
        named=Text(
            "{answer} could come from a kernel {k} wide: with dilation {d} the one of {layer} "
            "has gaps and reaches further.",
            "{answer:은/는} 커널의 폭을 {k:으로/로} 보았을 때 나오는 값이에요. "
            "{layer}의 커널은 팽창률 {d:이/가} 만드는 틈만큼 더 넓어요.",
        ),
    ),
    Mistake(
        "dilation-times-kernel",
        {"kernel_extent": lambda kernel, dilation: kernel if dilation == 1 else kernel * dilation},
        SIDES | FIELD,
        step=Text("how far a dilated kernel reaches", "팽창한 커널의 폭"),
        way=Text("the kernel times the dilation", "커널에 팽창률을 곱한 폭"),
        right_way=Text("the gaps between the places of the kernel", "커널 칸 사이의 틈"),
        named=Text(
            "{answer} could come from a kernel {k}·{d} wide: dilation {d} stretches only the "
            "gaps between the {k} places of {layer}.",
            "{answer:은/는} 커널의 폭을 {k}·{d:으로/로} 보았을 때 나오는 값이에요. "
            "팽창률 {d:은/는} {layer}의 칸 {k}개 사이의 틈만 늘려요.",
        ),
    ),
    Mistake(
        "kernel-less-two",
        {"window_count": _kernel_less_two, "pooled": _true_count},
        SIDES,
        step=_WINDOWS,
        way=Text("the size less the kernel, and two", "크기에서 커널을 빼고 2를 더한 수"),
        right_way=Text("the places where the whole window fits", "창 전체가 들어가는 자리 수"),
        named=Text(
            "{answer} could be the size less the kernel {k}, plus 2; the places of {layer} are "
            "counted with its own padding and stride, plus 1.",
            "{answer:은/는} 크기에서 커널 {k:을/를} 빼고 2를 더했을 때 나오는 값이에요. "
            "{layer}의 자리는 패딩과 스트라이드를 넣고 1을 더해 세요.",
        ),
    ),
    Mistake(
        "kept-channels",
        {"output_channels": lambda arriving, _written: arriving},
        CHANNELS,
        step=Text("the channels that leave", "나가는 채널 수"),
        way=Text("as many channels as arrive", "들어온 만큼의 채널"),
        right_way=Text("a channel for each kernel", "커널마다 채널 하나"),
        named=Text(
            "{answer} could have the channels that arrive; {layer} makes one for each of its "
            "{biases} kernels.",
            "{answer:은/는} 채널 수를 들어온 그대로 두었을 때 나오는 값이에요. "
            "{layer:은/는} 커널 {biases}개마다 채널 하나를 만들어요.",
        ),
    ),
    Mistake(
        "pool-halved-channels",
        {"pooled_channels": lambda channels: channels // 2},
        CHANNELS,
        step=Text("what a pool does to the channels", "풀링이 채널에 하는 일"),
        way=Text("half the channels", "절반이 된 채널"),
        right_way=Text("the channels as they were", "그대로인 채널"),
        named=Text(
            "{answer} could have half the channels; {layer} pools each channel by itself and keeps "
            "them all.",
            "{answer:은/는} 채널을 절반으로 줄였을 때 나오는 값이에요. "
            "{layer:은/는} 채널마다 따로 풀링하고 채널 수는 그대로예요.",
        ),
    ),
    Mistake(
        "map-before-pooling",
        {"pooled": _kept_size},
        SIDES,
        step=Text("what a pool does to the size", "풀링이 크기에 하는 일"),
        way=Text("the map before the pool", "풀링하기 전의 특징 맵"),
        right_way=Text("the map after the pool", "풀링한 뒤의 특징 맵"),
        named=Text(
            "{answer} could come from the map before {layer} made it smaller.",
            "{answer:은/는} {layer:으로/로} 줄이기 전의 특징 맵으로 계산했을 때 나오는 값이에요.",
        ),
    ),
    Mistake(
        "flat-channels-only",
        {"flat_length": lambda shape: shape[0]},
        SIDES | CHANNELS,
        step=Text("the length of the flat vector", "펼친 벡터의 길이"),
        way=Text("the channels", "채널 수"),
        right_way=Text("channels times height times width", "채널 × 높이 × 너비"),
        named=Text(
            "{answer} could come from a flat vector as long as the channels; all of {arriving} "
            "goes into it.",
            "{answer:은/는} 펼친 길이를 채널 수로 보았을 때 나오는 값이에요. "
            "{arriving:이/가} 모두 들어가요.",
        ),
    ),
    Mistake(
        "flat-side-not-squared",
        {"flat_length": lambda shape: shape[0] * shape[-1]},
        SIDES | CHANNELS,
        step=Text("the length of the flat vector", "펼친 벡터의 길이"),
        way=Text("channels times one side", "채널 × 한 변"),
        right_way=Text("channels times height times width", "채널 × 높이 × 너비"),
        named=Text(
            "{answer} could come from a flat vector of channels times one side; all of {arriving} "
            "goes into it.",
            "{answer:은/는} 펼친 길이를 채널과 한 변의 곱으로 보았을 때 나오는 값이에요. "
            "{arriving:이/가} 모두 들어가요.",
        ),
    ),
    Mistake(
        "flat-one-channel",
        {"flat_length": lambda shape: shape[-1] if len(shape) < 3 else shape[-2] * shape[-1]},
        SIDES | CHANNELS,
        step=Text("the length of the flat vector", "펼친 벡터의 길이"),
        way=Text("one channel", "채널 하나"),
        right_way=Text("all channels", "모든 채널"),
        named=Text(
            "{answer} could come from a flat vector of one channel; all of {arriving} goes into "
            "it.",
            "{answer:은/는} 채널 하나만 펼쳤을 때 나오는 값이에요. {arriving:이/가} 모두 들어가요.",
        ),
    ),
)
