"""Ten thousand random networks, layer by layer beside a real torch, refusals too.

Runs where torch is installed: ``pytest -m torch``. Torch really computes, on zeros: its ``meta``
device checks fewer arguments (``output_padding``, for one).
"""

import random
from collections.abc import Callable
from typing import Any

import pytest

from quizapp.calc import Network, Row, read_network, walk
from quizapp.errors import NetworkError

torch = pytest.importorskip("torch")
# Torch warns of slow copies and of statistics it will not need.
pytestmark = [pytest.mark.torch, pytest.mark.filterwarnings("ignore::UserWarning")]

NETWORKS = 10_000
BATCH = 2


def one_or_each(dice: random.Random, low: int, high: int, axes: int) -> Any:
    if dice.random() < 0.6:
        return dice.randint(low, high)
    return tuple(dice.randint(low, high) for _ in range(axes))


def convolution(dice: random.Random, c: int, axes: int) -> str:
    groups = dice.choice([1, 1, 1, 2, 3, c])
    c_in = c if dice.random() < 0.97 else c + 1
    padding: Any = dice.choice(["'same'", "'valid'", *[one_or_each(dice, 0, 3, axes)] * 4])
    mode = dice.choice(["zeros"] * 6 + ["reflect", "replicate", "circular"])
    return (
        f"Conv{axes}d({c_in}, {dice.randint(1, 6)}, {one_or_each(dice, 1, 5, axes)}, "
        f"stride={one_or_each(dice, 1, 3, axes)}, padding={padding}, "
        f"dilation={one_or_each(dice, 1, 3, axes)}, groups={groups}, "
        f"bias={dice.random() < 0.5}, padding_mode='{mode}')"
    )


def transposed(dice: random.Random, c: int, axes: int) -> str:
    return (
        f"ConvTranspose{axes}d({c}, {dice.randint(1, 6)}, {one_or_each(dice, 1, 5, axes)}, "
        f"stride={one_or_each(dice, 1, 3, axes)}, padding={one_or_each(dice, 0, 2, axes)}, "
        f"output_padding={one_or_each(dice, 0, 2, axes)}, groups={dice.choice([1, 1, 2])}, "
        f"bias={dice.random() < 0.5}, dilation={one_or_each(dice, 1, 2, axes)})"
    )


def pool(dice: random.Random, _c: int, axes: int) -> str:
    common = (
        f"{one_or_each(dice, 1, 4, axes)}, stride={dice.choice([None, dice.randint(1, 4)])}, "
        f"padding={one_or_each(dice, 0, 2, axes)}, ceil_mode={dice.random() < 0.5}"
    )
    if dice.random() < 0.5:
        return f"AvgPool{axes}d({common})"
    return f"MaxPool{axes}d({common}, dilation={dice.randint(1, 2)})"


def adaptive(dice: random.Random, _c: int, axes: int) -> str:
    sizes = tuple(dice.choice([None, 1, 2, 3, 5]) for _ in range(axes))
    written = f"{sizes[0]}" if axes == 1 else str(sizes)
    return f"Adaptive{dice.choice(['Avg', 'Max'])}Pool{axes}d({written})"


def quiet(dice: random.Random, c: int, axes: int) -> str:
    affine, tracked = dice.random() < 0.7, dice.random() < 0.7
    features = c if dice.random() < 0.95 else c + 1
    norm = f"BatchNorm{axes}d({features}, affine={affine}, track_running_stats={tracked})"
    return dice.choice(["ReLU()", "GELU()", "Dropout(0.3)", "Identity()", "SiLU()", norm])


def grouped(dice: random.Random, c: int, axes: int) -> str:
    """Norms that torch checks against the channels or the map."""
    affine = dice.random() < 0.6
    groups = dice.choice([1, 2, c])
    return dice.choice(
        [
            f"GroupNorm({groups}, {c}, affine={affine})",
            f"InstanceNorm{axes}d({c}, affine={affine}, track_running_stats={dice.random() < 0.5})",
            f"LocalResponseNorm({dice.randint(1, 4)})",
            f"PReLU({dice.choice([1, c])})",
            f"LayerNorm({dice.randint(1, 9)})",
            f"Softmax({dice.choice([1, -1, 2])})",
            f"GLU({dice.choice([1, -1])})",
        ]
    )


def resized(dice: random.Random, _c: int, axes: int) -> str:
    """Padding and upsampling; a negative padding crops."""
    pads = tuple(dice.randint(-1, 3) for _ in range(2 * axes))
    mode = {1: "linear", 2: "bilinear", 3: "trilinear"}[axes]
    factor = dice.choice([2, 3, 1.5, 0.5])
    return dice.choice(
        [
            f"ZeroPad{axes}d({pads})",
            f"ConstantPad{axes}d({pads}, 0.5)",
            f"ReflectionPad{axes}d({dice.randint(0, 3)})",
            f"ReplicationPad{axes}d({dice.randint(0, 3)})",
            f"CircularPad{axes}d({dice.randint(0, 3)})",
            f"Upsample(scale_factor={factor})",
            f"Upsample(scale_factor={factor}, mode='{mode}', align_corners={dice.random() < 0.5})",
            f"Upsample(size={one_or_each(dice, 1, 12, axes)})",
            "PixelShuffle(2)",
            "PixelUnshuffle(2)",
        ]
    )


def head(dice: random.Random, _c: int, _axes: int) -> str:
    return dice.choice(
        ["Flatten()", "Flatten(2)", "flatten(1)", f"LazyLinear({dice.randint(1, 9)})"]
    )


MAKERS: tuple[Callable[[random.Random, int, int], str], ...] = (
    convolution, convolution, convolution, transposed, pool, pool, adaptive, quiet, quiet,
    grouped, resized, head,
)  # fmt: skip


def written_network(seed: int) -> dict[str, Any]:
    """A network whose layers fit one another more often than not."""
    dice = random.Random(seed)
    axes = dice.randint(1, 3)
    shape = [dice.randint(1, 6), *(dice.randint(3, 16) for _ in range(axes))]
    layers: list[Any] = []
    for _ in range(dice.randint(1, 6)):
        channels = channels_after(shape, layers) or shape[0]
        make = dice.choice(MAKERS)
        if dice.random() < 0.15:
            branches = [
                [make(dice, channels, axes)],
                dice.choice([[], [make(dice, channels, axes)]]),
            ]
            layers.append({dice.choice(["add", "mul", "cat"]): branches})
        else:
            layers.append(make(dice, channels, axes))
    return {"input": shape, "layers": layers}


def channels_after(shape: list[int], layers: list[Any]) -> int | None:
    try:
        rows = list(walk(read_network({"input": shape, "layers": layers})))
    except NetworkError:
        return None
    return rows[-1].output_shape[0] if rows else shape[0]


def applied(text: str, arriving: list[Any]) -> tuple[Any, Any]:
    """The call done by torch: the tensor, and the module if it is one."""
    if text.startswith(("add", "mul")):
        one, *others = arriving
        if any(other.dim() != one.dim() for other in others):
            raise RuntimeError("one batch would meet the other's channels, which we refuse")
        for other in others:
            one = torch.add(one, other) if text.startswith("add") else torch.mul(one, other)
        return one, None
    if text.startswith("cat"):
        return torch.cat(arriving, dim=1), None
    if text.startswith("flatten"):
        return torch.flatten(arriving[0], 1), None
    if reads_batch_as_channels(text, arriving[0]):
        raise RuntimeError(text)
    module = eval(f"nn.{text}", {"nn": torch.nn}).eval()  # our own text
    with torch.no_grad():
        return module(arriving[0]), module


def reads_batch_as_channels(text: str, tensor: Any) -> bool:
    """Torch takes a tensor of one axis fewer for one without a batch; we write none, and refuse."""
    name = text.split("(", maxsplit=1)[0]
    if name.startswith("Pixel"):
        return bool(tensor.dim() == 3)
    if name.startswith(("ZeroPad", "ConstantPad")):
        return bool(tensor.dim() <= int(name[-2]))
    if not name.endswith("d") or not name[-2].isdigit():
        return False
    return bool(tensor.dim() == int(name[-2]) + 1 and not name.endswith("BatchNorm1d"))


def torch_rows(network: Network) -> tuple[list[tuple[Any, Any]], bool]:
    """What torch makes of each node, as far as it goes; whether a kernel's limit stopped it.

    An empty map ends it too: some of torch's kernels refuse one, others go on.
    """
    tensors = [torch.zeros((BATCH, *shape)) for shape in network.inputs.values()]
    done: list[tuple[Any, Any]] = []
    for node in network.nodes:
        try:
            tensor, module = applied(node.text, [tensors[source] for source in node.sources])
        except (RuntimeError, ValueError, IndexError, TypeError) as error:
            # A limit of one CPU kernel, not of torch: what comes after it cannot be compared.
            limited = "memory descriptor" in str(error)
            return done, limited
        if tensor.numel() == 0:
            return done, False
        tensors.append(tensor)
        done.append((tensor, module))
    return done, False


def our_rows(network: Network) -> list[Row]:
    rows = []
    try:
        for row in walk(network):
            if 0 in row.output_shape:
                break
            rows.append(row)
    except NetworkError:
        pass
    return rows


@pytest.mark.parametrize("share", range(20))
def test_every_layer_of_random_networks_agrees_with_torch(share: int) -> None:
    accepted = refused = 0
    for seed in range(share, NETWORKS, 20):
        written = written_network(seed)
        try:
            network = read_network(written)
        except NetworkError:
            assert not constructible(written["layers"]), written
            refused += 1
            continue
        (theirs, limited), ours = torch_rows(network), our_rows(network)
        assert limited or len(theirs) == len(ours), (written, len(theirs), len(ours))
        accepted += 1
        for (tensor, module), row in zip(theirs, ours, strict=not limited):
            assert tuple(tensor.shape[1:]) == row.output_shape, (written, row)
            if module is not None:
                assert sum(p.numel() for p in module.parameters()) == row.parameters, written
                assert sum(b.numel() for b in module.buffers()) == row.buffers, written
    assert accepted > 150
    assert refused > 5


def constructible(layers: list[Any]) -> bool:
    """Whether torch builds every call of the written layers."""
    for item in layers:
        if isinstance(item, dict):
            (branches,) = item.values()
            if not all(constructible(branch) for branch in branches):
                return False
            continue
        if item.startswith("flatten"):
            continue
        try:
            with torch.device("meta"):
                module = eval(f"nn.{item}", {"nn": torch.nn})  # our own text
        except (RuntimeError, ValueError, TypeError):
            return False
        if refused_when_applied(item, module):
            return False
    return True


def refused_when_applied(item: str, module: Any) -> bool:
    """What torch notices only with a tensor at hand, and we on reading the call."""
    padding = getattr(module, "padding", 0)
    kernel = getattr(module, "kernel_size", 1)
    if item.startswith("Adaptive"):
        return item.endswith("Pool1d(None)")
    if "Pool" not in item:
        return False
    axes = int(item.split("Pool")[1][0])
    pads = padding if isinstance(padding, tuple) else (padding,) * axes
    kernels = kernel if isinstance(kernel, tuple) else (kernel,) * axes
    return any(pad > k // 2 for pad, k in zip(pads, kernels, strict=True))
