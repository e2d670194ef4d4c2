"""Keras's twins of torch's layers for vectors and sequences, activations, and moved axes."""

from collections.abc import Mapping, Sequence
from math import prod
from typing import Any

from quizapp.calc import Row
from quizapp.drawing.calls import arguments_of, call_of
from quizapp.drawing.keras_twins import Held, Maker, Twin, call, channels_last, turned, unless

_ACTIVATIONS = {
    "SELU": "selu", "SiLU": "silu", "Mish": "mish", "Sigmoid": "sigmoid", "sigmoid": "sigmoid",
    "LogSigmoid": "log_sigmoid", "Tanh": "tanh", "tanh": "tanh", "Tanhshrink": "tanh_shrink",
    "Softsign": "softsign", "Hardsigmoid": "hard_sigmoid", "Hardswish": "hard_silu",
    "Hardtanh": "hard_tanh", "Hardshrink": "hard_shrink", "Softshrink": "soft_shrink",
    "Softplus": "softplus", "GELU": "gelu", "CELU": "celu",
}  # fmt: skip
_USUAL: Mapping[str, Mapping[str, Any]] = {
    "Hardtanh": {"min_val": -1.0, "max_val": 1.0}, "Hardshrink": {"lambd": 0.5},
    "Softshrink": {"lambd": 0.5}, "Softplus": {"beta": 1.0}, "GELU": {"approximate": "none"},
    "CELU": {"alpha": 1.0},
}  # fmt: skip
"""Arguments that Keras's activation of that name does not take."""


def activation(row: Row, held: Held) -> Twin | None:
    """Activation by its name, where torch's arguments are the usual ones."""
    name, _ = call_of(row.layer)
    given = arguments_of(row.layer)
    usual = _USUAL.get(name, {})
    if any(given[argument] != value for argument, value in usual.items()):
        return None
    return Twin((call("Activation", _ACTIVATIONS[name]),), held)


def _with(keras: str, **arguments: str) -> Maker:
    """A layer of Keras that takes some of torch's arguments under other names."""

    def make(row: Row, held: Held) -> Twin:
        given = arguments_of(row.layer)
        words = {theirs: given[ours] for theirs, ours in arguments.items()}
        return Twin((call(keras, **words),), held)

    return make


def _relu6(_row: Row, held: Held) -> Twin:
    return Twin((call("ReLU", max_value=6),), held)


def _parametric(row: Row, held: Held) -> Twin:
    alone = row.parameters == 1
    shared = [n + 1 for n, axis in enumerate(held) if axis or alone]
    return Twin((call("PReLU", shared_axes=shared or None),), held)


def _softmax(row: Row, held: Held) -> Twin:
    layer: Any = row.operation
    place = held.index(layer.place(row.input_shapes[0])) + 1
    return Twin((call("Softmax", axis=unless(place, len(held))),), held)


def _dropout(row: Row, held: Held) -> Twin:
    return Twin((call("Dropout", arguments_of(row.layer)["p"]),), held)


def _spatial_dropout(row: Row, held: Held) -> Twin:
    wanted = channels_last(len(held))
    step = call(f"SpatialDropout{len(held) - 1}D", arguments_of(row.layer)["p"])
    return Twin((*turned(held, wanted), step), wanted)


def dense(row: Row, held: Held) -> Twin:
    """Dense, which like Linear works on the last axis."""
    layer: Any = row.operation
    last = len(held) - 1
    wanted = (*(axis for axis in held if axis != last), last)
    step = call("Dense", layer.out_features, use_bias=unless(layer.bias, True))
    return Twin((*turned(held, wanted), step), wanted)


def reshaped(row: Row, held: Held) -> Twin:
    """Flatten, or Reshape: behind a Permute to torch's order unless axes only become one.

    A flat vector holds its numbers in Keras's order.
    """
    before, after = row.input_shapes[0], row.output_shape
    if before == after:
        return Twin((), held)
    if len(after) == 1:
        return Twin((call("Flatten"),), (0,))
    merged = _merged(before, after)
    places = [held.index(axis) for axis in merged]
    if merged and places == list(range(places[0], places[0] + len(merged))):
        left = [axis for axis in held if axis not in merged[1:]]
        order = tuple(axis - len(merged) + 1 if axis > merged[-1] else axis for axis in left)
        return Twin((_reshape(after, order),), order)
    plain, order = tuple(range(len(held))), tuple(range(len(after)))
    return Twin((*turned(held, plain), _reshape(after, order)), order)


def _merged(before: Sequence[int], after: Sequence[int]) -> list[int]:
    """The axes that became one; empty where the shape is no such merger."""
    count = len(before) - len(after) + 1
    for first in range(len(after)):
        axes = list(range(first, first + count))
        joined = (*before[:first], prod(before[first : first + count]), *before[first + count :])
        if count > 1 and joined == tuple(after):
            return axes
    return []


def _reshape(shape: Sequence[int], held: Held) -> str:
    return call("Reshape", tuple(shape[axis] for axis in held))


def moved(row: Row, held: Held) -> Twin:
    """Nothing: the axes stay where they lie and are only called otherwise."""
    layer: Any = row.operation
    landing = layer.landing(row.input_shapes[0], row.output_shape)
    return Twin((), tuple(landing[axis] for axis in held))


def dropped(row: Row, held: Held) -> Twin:
    """Reshape without the axes of one place."""
    layer: Any = row.operation
    landing = layer.landing(row.input_shapes[0], row.output_shape)
    order = tuple(landing[axis] for axis in held if landing[axis] is not None)
    return Twin((_reshape(row.output_shape, order),) if order != held else (), order)


def added(row: Row, held: Held) -> Twin:
    """Reshape with a new axis of one place, the last for Keras."""
    layer: Any = row.operation
    landing = layer.landing(row.input_shapes[0], row.output_shape)
    order = tuple(landing[axis] for axis in held)
    new = next(axis for axis in range(len(order) + 1) if axis not in order)
    return Twin((_reshape(row.output_shape, (*order, new)),), (*order, new))


def taken(row: Row, held: Held) -> Twin:
    """A slice of the one axis that gets shorter."""
    before, after = row.input_shapes[0], row.output_shape
    shorter = [axis for axis, (a, b) in enumerate(zip(before, after, strict=True)) if a != b]
    if not shorter:
        return Twin((), held)
    start = getattr(row.operation, "start", 0) % before[shorter[0]]
    cut = f"{start}:{start + after[shorter[0]]}"
    places = [":"] * (held.index(shorter[0]) + 1) + [cut]
    return Twin((f"{{}}[{', '.join(places)}]",), held)


def averaged(row: Row, held: Held) -> Twin | None:
    """GlobalAveragePooling2D over all axes of a map, else the mean of those axes."""
    layer: Any = row.operation
    before, after = row.input_shapes[0], row.output_shape
    gone = sorted({_axis(dim, len(before)) for dim in layer.dim})
    if len(after) == len(before):
        order = held
    else:
        kept = [axis for axis in range(len(before)) if axis not in gone]
        order = tuple(kept.index(axis) for axis in held if axis in kept)
    keepdims = True if len(after) == len(before) else None
    if gone == list(range(1, len(before))) and held == channels_last(len(held)) and len(gone) < 4:
        return Twin((call(f"GlobalAveragePooling{len(gone)}D", keepdims=keepdims),), order)
    axes = [held.index(axis) + 1 for axis in gone]
    ending = ", keepdims=True" if keepdims else ""
    return Twin((f"keras.ops.mean({{}}, axis={axes}{ending})",), order)


def _axis(dim: int, rank: int) -> int:
    return dim % (rank + 1) - 1


def embedded(row: Row, held: Held) -> Twin:
    """Embedding: a vector for each index, its numbers last."""
    layer: Any = row.operation
    step = call("Embedding", layer.num_embeddings, layer.embedding_dim)
    return Twin((step,), (*held, len(held)))


def recurrent(name: str) -> Maker:
    """LSTM, GRU or SimpleRNN, one for each of torch's layers."""

    def make(row: Row, held: Held) -> Twin | None:
        layer: Any = row.operation
        if getattr(layer, "proj_size", 0):
            return None
        activation_ = getattr(layer, "nonlinearity", "tanh")
        inner = call(
            name, layer.hidden_size, activation=unless(activation_, "tanh"),
            use_bias=unless(layer.bias, True), return_sequences=True,
        )  # fmt: skip
        if layer.bidirectional:
            inner = f"layers.Bidirectional({inner.removesuffix('({})')})({{}})"
        remark = "" if name == "GRU" or not layer.bias else "Keras has one bias where torch has two"
        return Twin((*turned(held, (0, 1)), *[inner] * layer.num_layers), (0, 1), remark)

    return make


VECTORS: Mapping[str, Maker] = {
    **dict.fromkeys(_ACTIVATIONS, activation),
    "ReLU": _with("ReLU"),
    "relu": _with("ReLU"),
    "ReLU6": _relu6,
    "LeakyReLU": _with("LeakyReLU", negative_slope="negative_slope"),
    "ELU": _with("ELU", alpha="alpha"),
    "PReLU": _parametric,
    "Softmax": _softmax,
    "Softmax2d": _softmax,
    "Identity": _with("Identity"),
    "Dropout": _dropout,
    "AlphaDropout": _with("AlphaDropout", rate="p"),
    **{f"Dropout{axes}d": _spatial_dropout for axes in (1, 2, 3)},
    "Linear": dense,
    "Flatten": reshaped,
    "flatten": reshaped,
    "reshape": reshaped,
    "Unflatten": reshaped,
    "permute": moved,
    "transpose": moved,
    "squeeze": dropped,
    "unsqueeze": added,
    "narrow": taken,
    "chunk": taken,
    "split": taken,
    "mean": averaged,
    "Embedding": embedded,
    "RNN": recurrent("SimpleRNN"),
    "LSTM": recurrent("LSTM"),
    "GRU": recurrent("GRU"),
}
"""By torch's names."""
