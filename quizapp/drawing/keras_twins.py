"""What Keras 3 has in place of torch's layers, channels last.

A step is code with ``{}`` where its input goes. Keras's tensors hold torch's axes in an order of
their own: channels last for maps, and as it comes for the rest; axes that torch permutes need no
step at all.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from quizapp.calc import Row

Held = tuple[int, ...]
"""Which of torch's axes, from 0 for the channels, lies at each of Keras's; the batch is first."""


class Twin(NamedTuple):
    """The steps that do what a layer of torch does, and the order of axes they leave."""

    steps: tuple[str, ...]
    held: Held
    remark: str = ""
    """Where they do not do quite the same."""


Maker = Callable[[Row, Held], Twin | None]
"""From a row and the order of axes that arrives; None where Keras has nothing like it."""


def channels_last(rank: int) -> Held:
    """The order that Keras's layers for maps want."""
    return (*range(1, rank), 0)


def turned(held: Held, wanted: Held) -> list[str]:
    """The step from one order of axes to another, if they differ."""
    if held == wanted:
        return []
    return [call("Permute", tuple(held.index(axis) + 1 for axis in wanted))]


def call(name: str, *args: Any, **keywords: Any) -> str:
    """A step that is a layer: keywords that are None are left out."""
    given = [_written(arg) for arg in args]
    given += [f"{key}={_written(value)}" for key, value in keywords.items() if value is not None]
    return f"layers.{name}({', '.join(given)})({{}})"


def each(numbers: Iterable[Any]) -> Any:
    """One number where all axes agree, else one an axis."""
    listed = tuple(numbers)
    return listed[0] if len(set(listed)) == 1 else listed


def unless(value: Any, usual: Any) -> Any:
    """The value, or None where it is what Keras takes by itself."""
    return None if value == usual else value


def padded(name: str, pads: Sequence[tuple[int, int]]) -> list[str]:
    """The step that puts pixels around a map, or cuts them off; none where there are none."""
    if not any(map(any, pads)):
        return []
    if all(before == after for before, after in pads):
        sides: Any = each(before for before, _ in pads)
    else:
        sides = tuple(pads) if len(pads) > 1 else pads[0]
    return [call(f"{name}{len(pads)}D", sides)]


def _written(value: Any) -> str:
    return repr(value) if isinstance(value, str | float) else str(value)


def _same(window: Any) -> bool:
    """Whether Keras's padding='same' is this window's padding, whatever the size of the map."""
    total = window.dilation * (window.kernel - 1)
    return window.stride == 1 and (window.before, window.after) == (total // 2, total - total // 2)


def convolution(row: Row, held: Held) -> Twin | None:
    """Conv2D with padding='same' where that is the same, else behind a ZeroPadding2D."""
    layer: Any = row.operation
    windows = layer.windows
    strided = max(layer.stride) > 1 and max(layer.dilation) > 1
    if layer.padding_mode != "zeros" or strided:
        return None
    pads = [(window.before, window.after) for window in windows]
    same = any(map(any, pads)) and all(map(_same, windows))
    wanted = channels_last(len(row.output_shape))
    main = call(
        f"Conv{len(windows)}D", layer.out_channels, each(layer.kernel_size),
        strides=unless(each(layer.stride), 1), padding="same" if same else None,
        dilation_rate=unless(each(layer.dilation), 1), groups=unless(layer.groups, 1),
        use_bias=unless(layer.bias, True),
    )  # fmt: skip
    zeros = [] if same else padded("ZeroPadding", pads)
    return Twin((*turned(held, wanted), *zeros, main), wanted)


def transposed(row: Row, held: Held) -> Twin | None:
    """Conv2DTranspose; torch's padding is cut off behind it."""
    layer: Any = row.operation
    extra, stride, windows = layer.output_padding, layer.stride, layer.windows
    strided = max(stride) > 1 and max(layer.dilation) > 1
    if layer.groups > 1 or strided or (any(extra) and any(map(int.__ge__, extra, stride))):
        return None
    reach = [window.dilation * (window.kernel - 1) + 1 for window in windows]
    even = [
        not more and window.dilation == 1 and window.kernel - window.stride == 2 * window.before
        for window, more in zip(windows, extra, strict=True)
    ]
    same = all(even) and any(window.before for window in windows)
    crops = [
        # Without output_padding Keras makes room for a whole stride.
        (window.before, window.before + (0 if any(extra) else max(0, window.stride - size)))
        for window, size in zip(windows, reach, strict=True)
    ]
    wanted = channels_last(len(row.output_shape))
    main = call(
        f"Conv{len(windows)}DTranspose", layer.out_channels, each(layer.kernel_size),
        strides=unless(each(stride), 1), padding="same" if same else None,
        output_padding=each(extra) if any(extra) else None,
        dilation_rate=unless(each(layer.dilation), 1), use_bias=unless(layer.bias, True),
    )  # fmt: skip
    cropped = [] if same else padded("Cropping", crops)
    return Twin((*turned(held, wanted), main, *cropped), wanted)


def pool(kind: str) -> Maker:
    """MaxPooling2D or AveragePooling2D, behind a ZeroPadding2D where torch pads."""

    def make(row: Row, held: Held) -> Twin | None:
        layer: Any = row.operation
        if max(layer.dilation if isinstance(layer.dilation, tuple) else (1,)) > 1:
            return None
        if getattr(layer, "divisor_override", None) is not None:
            return None
        pads = _pool_pads(row)
        inside = not getattr(layer, "count_include_pad", False)
        same = inside and any(map(any, pads)) and all(map(_same, layer.windows))
        wanted = channels_last(len(row.output_shape))
        size, stride = each(layer.kernel_size), each(layer.stride)
        main = call(
            f"{kind}Pooling{len(pads)}D", size, strides=unless(stride, size),
            padding="same" if same else None,
        )  # fmt: skip
        zeros = [] if same else padded("ZeroPadding", pads)
        remark = "" if not zeros else _pool_remark(kind, inside=inside)
        return Twin((*turned(held, wanted), *zeros, main), wanted, remark)

    return make


def _pool_pads(row: Row) -> list[tuple[int, int]]:
    """The pixels around the map, with those that the last window of ceil mode reaches into."""
    layer: Any = row.operation
    pads = []
    for window, size, places in zip(
        layer.windows, row.input_shapes[0][1:], row.output_shape[1:], strict=True
    ):
        reached = (places - 1) * window.stride + window.kernel - size - window.before
        pads.append((window.before, max(window.after, reached)))
    return pads


def _pool_remark(kind: str, *, inside: bool) -> str:
    if kind == "Max":
        return "torch pads with -inf, which zeros stand for behind a ReLU"
    return "torch leaves the padding out of the mean" if inside else ""


def adaptive(kind: str) -> Maker:
    """GlobalAveragePooling2D where one place is left, else AdaptiveAveragePooling2D."""

    def make(row: Row, held: Held) -> Twin:
        before, after = row.input_shapes[0][1:], row.output_shape[1:]
        wanted = channels_last(len(row.output_shape))
        if before == after:
            return Twin((), held)
        if set(after) == {1}:
            step = call(f"Global{kind}Pooling{len(after)}D", keepdims=True)
        else:
            step = call(f"Adaptive{kind}Pooling{len(after)}D", each(after))
        return Twin((*turned(held, wanted), step), wanted)

    return make


def batch_norm(row: Row, held: Held) -> Twin | None:
    """BatchNormalization over the channels; Keras's momentum is 1 less torch's."""
    layer: Any = row.operation
    if not layer.track_running_stats or layer.momentum is None:
        return None
    step = call(
        "BatchNormalization", axis=unless(held.index(0) + 1, len(held)),
        momentum=round(1 - float(layer.momentum), 9), epsilon=float(layer.eps),
        center=unless(layer.affine and layer.bias, True), scale=unless(layer.affine, True),
    )  # fmt: skip
    return Twin((step,), held)


def group_norm(row: Row, held: Held) -> Twin | None:
    """GroupNormalization; an instance norm has a group for each channel."""
    layer: Any = row.operation
    if getattr(layer, "track_running_stats", False):
        return None
    step = call(
        "GroupNormalization", getattr(layer, "num_groups", row.output_shape[0]),
        axis=unless(held.index(0) + 1, len(held)), epsilon=float(layer.eps),
        center=unless(layer.affine and layer.bias, True), scale=unless(layer.affine, True),
    )  # fmt: skip
    return Twin((step,), held)


def layer_norm(row: Row, held: Held) -> Twin:
    """LayerNormalization over torch's last axes."""
    layer: Any = row.operation
    rank = len(held)
    axes = [held.index(axis) + 1 for axis in range(rank - len(layer.normalized_shape), rank)]
    step = call(
        "LayerNormalization", axis=unless(axes, [rank]), epsilon=float(layer.eps),
        center=unless(layer.elementwise_affine and layer.bias, True),
        scale=unless(layer.elementwise_affine, True),
    )  # fmt: skip
    return Twin((step,), held)


def zeros_around(row: Row, held: Held) -> Twin | None:
    """ZeroPadding2D, or Cropping2D where torch's numbers are negative."""
    layer: Any = row.operation
    pads = list(zip(layer.before, layer.after, strict=True))
    outwards, inwards = min(map(min, pads)) >= 0, max(map(max, pads)) <= 0
    if getattr(layer, "value", 0) not in (0, None) or not (outwards or inwards):
        return None
    wanted = channels_last(len(row.output_shape))
    if len(held) != len(pads) + 1:
        return None
    if outwards:
        return Twin((*turned(held, wanted), *padded("ZeroPadding", pads)), wanted)
    cuts = [(-before, -after) for before, after in pads]
    return Twin((*turned(held, wanted), *padded("Cropping", cuts)), wanted)


def upsampled(row: Row, held: Held) -> Twin | None:
    """UpSampling2D by whole factors; Keras aligns no corners."""
    layer: Any = row.operation
    sides = list(zip(row.input_shapes[0][1:], row.output_shape[1:], strict=True))
    smooth = layer.mode == "bilinear" and len(sides) == 2
    if any(after % before for before, after in sides) or layer.align_corners:
        return None
    if layer.mode != "nearest" and not smooth:
        return None
    wanted = channels_last(len(row.output_shape))
    factors = each(after // before for before, after in sides)
    step = call(f"UpSampling{len(sides)}D", factors, interpolation="bilinear" if smooth else None)
    return Twin((*turned(held, wanted), step), wanted)


MAPS: Mapping[str, Maker] = {
    f"{name}{axes}d": maker
    for axes in (1, 2, 3)
    for name, maker in {
        "Conv": convolution,
        "ConvTranspose": transposed,
        "MaxPool": pool("Max"),
        "AvgPool": pool("Average"),
        "AdaptiveAvgPool": adaptive("Average"),
        "AdaptiveMaxPool": adaptive("Max"),
        "BatchNorm": batch_norm,
        "InstanceNorm": group_norm,
        "ZeroPad": zeros_around,
        "ConstantPad": zeros_around,
    }.items()
} | {
    "GroupNorm": group_norm,
    "LayerNorm": layer_norm,
    "Upsample": upsampled,
    "UpsamplingNearest2d": upsampled,
    "interpolate": upsampled,
    "pad": zeros_around,
}
"""Layers for maps, by torch's names."""
