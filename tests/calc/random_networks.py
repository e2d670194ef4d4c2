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
def layer(draw: st.DrawFn, shape: Shape) -> str:
    kinds = (convolution, convolution, transposed, pool, adaptive, quiet)
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
    joined = [{kind: draw(st.sampled_from(built))}]
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
        layers += draw(st.sampled_from([["Flatten()"], ["flatten(1)"], ["flatten(2)"], []]))
        layers += [f"LazyLinear(7, bias={bias})", "ReLU()", "Linear(7, 3)", "LazyLinear(2)"]
    return {"input": list(start), "layers": layers}
