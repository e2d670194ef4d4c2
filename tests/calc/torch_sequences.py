"""Torch's functions, attention and recurrent layers, row by row in our notation.

Each maker gives the network, the batch, and the shape that leaves without it; no shape where torch
refuses or works on the batch, and no case at all where there is no shape without a batch to write.
"""

from typing import Any, NamedTuple

from tests.calc.torch_truth import call

NAMES = {"fn:sdpa": "scaled_dot_product_attention"}
DIMS = ("dim", "dim0", "dim1", "start_dim")
"""Arguments that name axes; one more of these axes is there once ``stack`` or ``unsqueeze`` ran."""


class Written(NamedTuple):
    """A row in our words, with torch's answer."""

    network: dict[str, Any]
    batch: int
    expected: tuple[int, ...] | None


def name_of(row: dict[str, Any]) -> str:
    """What the layer of a row is called in our notation."""
    layer: str = row["layer"]
    return NAMES.get(layer, layer.removeprefix("fn:"))


def first(shape: list[Any]) -> list[int]:
    """The shape of the first of several outputs."""
    return shape[0] if shape and isinstance(shape[0], list) else shape


def without(shape: list[int], axis: int) -> tuple[int, ...]:
    return (*shape[:axis], *shape[axis + 1 :])


def network_of(row: dict[str, Any], shapes: list[Any], arguments: dict[str, Any]) -> dict[str, Any]:
    """The layer by itself; an input of one number an example is squeezed out of vectors of one."""
    inputs = {f"x{number}": list(shape) or [1] for number, shape in enumerate(shapes)}
    squeezed = [
        {"name": f"y{number}", "layer": "squeeze(1)", "from": f"x{number}"}
        for number, shape in enumerate(shapes)
        if not shape
    ]
    feeds = [f"{'x' if shape else 'y'}{number}" for number, shape in enumerate(shapes)]
    layer = {"layer": call(name_of(row), arguments), "from": feeds}
    return {"input": inputs, "layers": [*squeezed, layer]}


def function(row: dict[str, Any]) -> Written:
    """A function of one tensor whose axis 0 is the batch."""
    shape, arguments = row["input_shape"], dict(row["args"])
    expected = first(row["out_shape"]) if row["valid"] else None
    if on_batch(row, len(shape)) or (expected and expected[0] != shape[0]):
        expected = None
    if expected:
        # Torch's rows write the number of the batch, ours the −1 of any.
        if row["layer"] == "fn:reshape":
            arguments["shape"] = [-1, *expected[1:]]
        if row["layer"] == "fn:expand":
            arguments["sizes"] = [-1, *arguments["sizes"][1:]]
    leaves = tuple(expected[1:]) if expected else None
    return Written(network_of(row, [shape[1:]], arguments), shape[0], leaves)


def on_batch(row: dict[str, Any], rank: int) -> bool:
    """Whether the call names axis 0, or all axes."""
    rank += row["layer"] in ("fn:stack", "fn:unsqueeze")
    if row["layer"] == "fn:permute":
        return bool(row["args"]["dims"][0] % rank)
    named = [row["args"][key] for key in DIMS if key in row["args"]]
    axes = [axis for dim in named for axis in (dim if isinstance(dim, list) else [dim])]
    return any(axis is None or axis % rank == 0 for axis in axes)


def product(row: dict[str, Any]) -> Written | None:
    """An operation on several tensors that have one batch in front of them."""
    shapes = row["input_shape"]
    # The rows of a matrix, and the numbers of a vector, are the batch.
    mixed = row["layer"] == "fn:matmul" and min(map(len, shapes)) < 3
    batches = {shape[0] for shape in shapes}
    if len(batches) > 1 and not mixed:
        return None
    refused = not row["valid"] or mixed or on_batch(row, len(shapes[0]))
    expected = None if refused else tuple(row["out_shape"][1:])
    given = [shape[1:] for shape in shapes]
    return Written(network_of(row, given, row["args"]), shapes[0][0], expected)


def join(row: dict[str, Any]) -> Written | None:
    """``add``, ``mul`` and ``cat``; the batch of an input that is stretched may be 1."""
    shapes = row["input_shape"]
    ranks, batches = {len(shape) for shape in shapes}, {shape[0] for shape in shapes}
    refused = on_batch(row, len(shapes[0]))
    if len(ranks) > 1 or (name_of(row) == "cat" and len(batches) > 1 and not refused):
        return None
    expected = None if refused or not row["valid"] else tuple(row["out_shape"][1:])
    given = [shape[1:] for shape in shapes]
    return Written(network_of(row, given, row["args"]), max(batches), expected)


def sequence(row: dict[str, Any]) -> Written:
    """A layer of sequences: the batch in front or in their midst, or no batch at all."""
    several = isinstance(row["input_shape"][0], list)
    shapes = row["input_shape"] if several else [row["input_shape"]]
    batched = len(shapes[0]) > 2
    axis = 0 if row["args"].get("batch_first", True) else 1
    given = [without(shape, axis) if batched else tuple(shape) for shape in shapes]
    expected = None
    if row["valid"]:
        out = first(row["out_shape"])
        expected = without(out, axis) if batched else tuple(out)
    batch = shapes[0][axis] if batched else 1
    return Written(network_of(row, given, row["args"]), batch, expected)


def cell(row: dict[str, Any]) -> Written:
    """One step of vectors, the batch in front."""
    batch, *shape = row["input_shape"]
    expected = tuple(first(row["out_shape"])[1:]) if row["valid"] else None
    return Written(network_of(row, [shape], row["args"]), batch, expected)


MAKERS = {
    **dict.fromkeys(
        (f"fn:{name}" for name in (
            "permute", "transpose", "reshape", "expand", "squeeze", "unsqueeze", "narrow", "chunk",
            "split", "mean",
        )),
        function,
    ),
    "Flatten": function,
    **dict.fromkeys(("fn:add", "fn:mul", "fn:cat"), join),
    **dict.fromkeys(("fn:stack", "fn:matmul", "fn:sdpa", "Bilinear"), product),
    **dict.fromkeys(
        ("RNN", "LSTM", "GRU", "MultiheadAttention", "TransformerEncoderLayer",
         "TransformerDecoderLayer"),
        sequence,
    ),
    **dict.fromkeys(("RNNCell", "LSTMCell", "GRUCell"), cell),
}  # fmt: skip
"""By the layer of the row."""
