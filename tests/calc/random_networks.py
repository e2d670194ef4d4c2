"""Random networks that torch would accept: chains, joins and gates of every kind of layer."""

from typing import Any

from hypothesis import strategies as st

from quizapp.calc import read_network, trace
from quizapp.calc.layers import Shape
from quizapp.errors import NetworkError

LARGEST_SIDE = 40

Layers = list[Any]


def shape_after(shape: Shape, layers: Layers) -> Shape | None:
    """The shape these layers leave; None where they are refused, or the map grows too large."""
    try:
        after = trace(read_network({"input": list(shape), "layers": layers})).output_shape
    except NetworkError:
        return None
    return after if min(after) > 0 and max(after[1:], default=1) <= LARGEST_SIDE else None


def one_or_each(draw: st.DrawFn, low: int, high: int, axes: int) -> int | tuple[int, ...]:
    """One number for all axes, or one an axis."""
    numbers = st.integers(low, high)
    either: int | tuple[int, ...] = draw(st.one_of(numbers, st.tuples(*[numbers] * axes)))
    return either


@st.composite
def convolution(draw: st.DrawFn, shape: Shape) -> str:
    axes, c_in = len(shape) - 1, shape[0]
    groups = draw(st.sampled_from([n for n in (1, 2, 3) if c_in % n == 0]))
    c_out = groups * draw(st.integers(1, 3))
    padding = draw(st.sampled_from(["'same'", "'valid'", one_or_each(draw, 0, 3, axes)]))
    stride = 1 if padding == "'same'" else one_or_each(draw, 1, 3, axes)
    rest = (
        f"{c_out}, {one_or_each(draw, 1, 5, axes)}, stride={stride}, padding={padding}, "
        f"dilation={one_or_each(draw, 1, 3, axes)}, groups={groups}, bias={draw(st.booleans())}"
    )
    lazy = draw(st.booleans())
    return f"LazyConv{axes}d({rest})" if lazy else f"Conv{axes}d({c_in}, {rest})"


@st.composite
def transposed(draw: st.DrawFn, shape: Shape) -> str:
    axes, c_in = len(shape) - 1, shape[0]
    groups = draw(st.sampled_from([n for n in (1, 2) if c_in % n == 0]))
    return (
        f"ConvTranspose{axes}d({c_in}, {groups * draw(st.integers(1, 2))}, "
        f"{one_or_each(draw, 1, 5, axes)}, stride={one_or_each(draw, 1, 3, axes)}, "
        f"padding={one_or_each(draw, 0, 2, axes)}, output_padding={draw(st.integers(0, 1))}, "
        f"dilation={one_or_each(draw, 1, 2, axes)}, groups={groups}, bias={draw(st.booleans())})"
    )


@st.composite
def pool(draw: st.DrawFn, shape: Shape) -> str:
    axes = len(shape) - 1
    kernel = one_or_each(draw, 1, 4, axes)
    smallest = kernel if isinstance(kernel, int) else min(kernel)
    stride = draw(st.sampled_from([None, one_or_each(draw, 1, 4, axes)]))
    common = (
        f"{kernel}, stride={stride}, padding={draw(st.integers(0, smallest // 2))}, "
        f"ceil_mode={draw(st.booleans())}"
    )
    if draw(st.booleans()):
        return f"AvgPool{axes}d({common})"
    return f"MaxPool{axes}d({common}, dilation={one_or_each(draw, 1, 2, axes)})"


@st.composite
def adaptive(draw: st.DrawFn, shape: Shape) -> str:
    sizes = tuple(draw(st.sampled_from([None, 1, 2, 3, side])) for side in shape[1:])
    kind = draw(st.sampled_from(["Avg", "Max"]))
    return f"Adaptive{kind}Pool{len(sizes)}d({sizes})"


@st.composite
def quiet(draw: st.DrawFn, shape: Shape) -> str:
    """A layer that keeps the shape."""
    axes, channels = len(shape) - 1, shape[0]
    affine, tracked = draw(st.booleans()), draw(st.booleans())
    norm = f"BatchNorm{axes}d({channels}, affine={affine}, track_running_stats={tracked})"
    choices = ["ReLU()", "Dropout(0.3)", "Identity()", "Sigmoid()", norm, f"LazyBatchNorm{axes}d()"]
    return draw(st.sampled_from(choices))


@st.composite
def norm(draw: st.DrawFn, shape: Shape) -> str:
    """A norm over groups of channels, single channels, neighbours, or the last axes."""
    axes, channels = len(shape) - 1, shape[0]
    last = shape[-draw(st.integers(1, len(shape))) :]
    affine, bias = draw(st.booleans()), draw(st.booleans())
    choices = [
        f"GroupNorm({draw(st.sampled_from([1, channels]))}, {channels}, bias={bias})",
        f"InstanceNorm{axes}d({channels}, affine={affine}, track_running_stats={bias})",
        f"LazyInstanceNorm{axes}d(affine={affine})",
        f"LayerNorm({last}, elementwise_affine={affine}, bias={bias})",
        f"RMSNorm({last})",
        "LocalResponseNorm(3)",
    ]
    return draw(st.sampled_from(choices))


@st.composite
def padding(draw: st.DrawFn, shape: Shape) -> str:
    axes = len(shape) - 1
    kind = draw(st.sampled_from(["Zero", "Reflection", "Replication", "Circular"]))
    return f"{kind}Pad{axes}d({one_or_each(draw, -2, 3, 2 * axes)})"


@st.composite
def resampling(draw: st.DrawFn, shape: Shape) -> str:
    axes = len(shape) - 1
    smooth = ("linear", "bilinear", "trilinear")[axes - 1]
    more = ["bicubic"] if axes == 2 else []
    mode = draw(st.sampled_from(["nearest", "nearest-exact", "area", smooth, smooth, *more]))
    corners = draw(st.sampled_from([None, True, False])) if mode in (smooth, *more) else None
    factors = st.sampled_from([0.5, 0.75, 1.5, 2, 3, 1.33])
    by = draw(st.one_of(factors, st.tuples(*[factors] * axes)))
    asked = draw(
        st.sampled_from(
            [f"scale_factor={by}", f"scale_factor={by}, recompute_scale_factor=True"]
            + [f"size={one_or_each(draw, 1, 12, axes)}"] * 2
        )
    )
    return f"Upsample({asked}, mode='{mode}', align_corners={corners})"


@st.composite
def rearranging(draw: st.DrawFn, shape: Shape) -> str:
    """Shuffles, halves, maps of weights along an axis; many do not fit."""
    axes, channels = len(shape) - 1, shape[0]
    choices = [
        "PixelShuffle(2)", "PixelUnshuffle(2)", "PixelUnshuffle(3)", f"PReLU({channels})",
        f"ChannelShuffle({channels})", f"GLU({draw(st.integers(1, axes + 1))})",
        f"Softmax({draw(st.integers(1, axes + 1))})", f"MaxUnpool{axes}d(3, 2, 1)",
        f"LPPool{axes}d(2, 2)", f"MaxUnpool{axes}d({one_or_each(draw, 1, 3, axes)})",
    ]  # fmt: skip
    return draw(st.sampled_from(choices))


@st.composite
def moving(draw: st.DrawFn, shape: Shape) -> str:
    """A function that moves axes about, merges, splits or cuts them; of one to three axes."""
    first, *sides = shape
    axes = st.integers(1, len(shape))
    dim = draw(axes)
    cut = draw(st.integers(0, shape[dim - 1] - 1))
    choices = [
        f"permute({(0, *draw(st.permutations(range(1, len(shape) + 1))))})",
        f"transpose({dim}, {draw(axes)})",
        f"narrow({dim}, {cut}, {draw(st.integers(1, shape[dim - 1] - cut))})",
        f"chunk({draw(st.integers(1, 3))}, {dim})",
        f"split({draw(st.integers(1, 4))}, {dim})",
        f"mean({dim}, keepdim=True)",
        f"reshape({(-1, *draw(st.permutations(shape)))})",
        f"expand({(-1, 3, *sides)})",
        f"Linear({shape[-1]}, 3)",
        f"pad({(0, 1) * (len(shape) - 1)}, 'replicate')",
        "interpolate(scale_factor=2)",
    ]
    if len(shape) > 2:
        choices += [f"reshape({(-1, first * sides[0], *sides[1:])})", "flatten(1, 2)"]
        choices += [f"squeeze({dim})", f"mean({dim})"]
    if len(shape) < 4:
        choices += [f"unsqueeze({draw(st.integers(1, len(shape) + 1))})"]
        choices += [f"reshape({(-1, 2, first // 2, *sides)})"] * (first % 2 == 0)
    return draw(st.sampled_from(choices))


@st.composite
def layer(draw: st.DrawFn, shape: Shape) -> str:
    kinds = (
        convolution, convolution, transposed, pool, adaptive, quiet,
        norm, padding, resampling, rearranging, moving, moving,
    )  # fmt: skip
    found: str = draw(draw(st.sampled_from(kinds))(shape))
    return found if shape_after(shape, [found]) is not None else "Identity()"


@st.composite
def chain(draw: st.DrawFn, shape: Shape, most: int) -> Layers:
    layers: Layers = []
    for _ in range(draw(st.integers(0, most))):
        layers.append(draw(layer(shape)))
        shape = shape_after(shape, layers[-1:]) or shape
    return layers


@st.composite
def join(draw: st.DrawFn, shape: Shape) -> Layers:
    """Branches that fit together, by luck or by construction."""
    axes, c = len(shape) - 1, shape[0]
    built = [
        [[f"Conv{axes}d({c}, {c}, 3, padding=1)"], []],
        [[f"Conv{axes}d({c}, {c}, 3, stride=2, padding=1)"], [f"Conv{axes}d({c}, {c}, 1, 2)"]],
        [[f"AdaptiveAvgPool{axes}d(1)", f"Conv{axes}d({c}, {c}, 1)", "Sigmoid()"], []],
        [[f"Conv{axes}d({c}, {c}, 5)"], [f"MaxPool{axes}d(2)"]],
        [[f"MaxPool{axes}d(2), ConvTranspose{axes}d({c}, {c}, 2, 2)"], []],
        [draw(chain(shape, 2)), draw(chain(shape, 2))],
    ]
    kind = draw(st.sampled_from(["add", "mul", "cat"]))
    joined: Layers = [{kind: draw(st.sampled_from(built))}]
    if kind == "cat":
        joined[0]["dim"] = draw(st.integers(1, len(shape)))
    return joined if shape_after(shape, joined) is not None else []


@st.composite
def networks(draw: st.DrawFn, most: int = 5) -> dict[str, Any]:
    """The written form of a network of one to three axes, with a flat head or without."""
    axes = draw(st.integers(1, 3))
    shape: Shape = tuple(draw(st.integers(1, 6)) for _ in range(1))
    shape += tuple(draw(st.integers(3, 14)) for _ in range(axes))
    start, layers = shape, []
    for _ in range(draw(st.integers(1, most))):
        part = draw(st.one_of(chain(shape, 2), join(shape)))
        after = shape_after(shape, part)
        if after is not None:
            layers += part
            shape = after
    if draw(st.booleans()):
        bias = draw(st.booleans())
        heads = [["Flatten()"], ["flatten(1)"], ["flatten(2)"], []]
        if len(shape) == 3 and min(shape[1:]) > 1:
            heads += [["Unfold(2, padding=1)"], ["Flatten(), Unflatten(1, (1, -1))"]]
        layers += draw(st.sampled_from(heads))
        layers += [f"LazyLinear(7, bias={bias})", "ReLU()", "Linear(7, 3)", "LazyLinear(2)"]
    return {"input": list(start), "layers": layers}


@st.composite
def recurrent(draw: st.DrawFn, features: int) -> str:
    kind = draw(st.sampled_from(["RNN", "LSTM", "GRU"]))
    hidden, flags = draw(st.integers(2, 5)), [draw(st.booleans()) for _ in range(3)]
    projected = f", proj_size={draw(st.integers(0, hidden - 1))}" if kind == "LSTM" else ""
    return (
        f"{kind}({features}, {hidden}, {draw(st.integers(1, 3))}, bias={flags[0]}, "
        f"batch_first={flags[1]}, bidirectional={flags[2]}{projected})"
    )


@st.composite
def sequence_networks(draw: st.DrawFn) -> dict[str, Any]:
    """The written form of a network of two sequences: attending, multiplied, recurrent."""
    length, other, half = (draw(st.integers(1, 6)) for _ in range(3))
    side, flags = 2 * half, [draw(st.booleans()) for _ in range(4)]
    kdim, vdim = (draw(st.sampled_from([None, side])) for _ in range(2))
    attention = (
        f"MultiheadAttention({side}, 2, bias={flags[0]}, add_bias_kv={flags[1]}, "
        f"add_zero_attn={flags[2]}, kdim={kdim}, vdim={vdim})"
    )
    sizes = f"{side}, 2, {draw(st.integers(1, 9))}, bias={flags[3]}"
    cell = draw(st.sampled_from(["RNNCell", "LSTMCell", "GRUCell"]))
    layers: Layers = [
        {"name": "attended", "layer": attention, "from": ["x", "y", "y"]},
        {"name": "decoded", "layer": f"TransformerDecoderLayer({sizes})", "from": ["x", "y"]},
        {"name": "turned", "layer": "transpose(1, 2)", "from": "y"},
        {"name": "scores", "layer": "matmul()", "from": ["decoded", "turned"]},
        {"name": "paired", "layer": f"Bilinear({side}, {side}, 3, bias={flags[0]})",
         "from": ["attended", "decoded"]},
        {"name": "heads", "layer": "stack(1)", "from": ["y", "y"]},
        {"name": "query", "layer": "unsqueeze(1)", "from": "decoded"},
        {"name": "dotted", "layer": "scaled_dot_product_attention()",
         "from": ["query", "heads", "heads"]},
        "scaled_dot_product_attention()",
        {"layer": f"TransformerEncoderLayer({sizes})", "from": "x"},
        attention,
        "mean(1)",
        f"{cell}({side}, 3, bias={flags[1]})",
        {"layer": draw(recurrent(side)), "from": "x"},
    ]  # fmt: skip
    return {"input": {"x": [length, side], "y": [other, side]}, "layers": layers}
