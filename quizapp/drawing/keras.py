"""A network as Keras 3 code, channels last."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from quizapp.calc import Network, Node, Row, trace
from quizapp.calc.layers import Shape
from quizapp.calc.layers.learned import Parameter
from quizapp.drawing.calls import call_of
from quizapp.drawing.code import wiring
from quizapp.drawing.keras_twins import MAPS, Held, call, channels_last, turned, unless
from quizapp.drawing.keras_vectors import VECTORS
from quizapp.drawing.naming import names_in_code
from quizapp.words import render

_TWINS = {**MAPS, **VECTORS}
_LISTED = ("add", "mul", "cat")


class Part(NamedTuple):
    """What stands for one node: steps in order, or none; and what is to be said of them."""

    steps: tuple[str, ...]
    feeds: tuple[str, ...]
    """For each source the step that turns its axes as the others' lie; empty where they do."""
    held: Held
    remark: str = ""


def keras_code(network: Network) -> list[str]:
    """Lines that make ``model``: a ``keras.Sequential`` of a chain, else a functional model.

    It gives what every layer leaves that feeds no other, that of the last layer last. What Keras
    has no layer for is a comment that says so, and code behind it goes on as if it had changed
    nothing. Raises NetworkError where torch would refuse the network.
    """
    parts = _parts(network)
    chain = len(network.inputs) == 1 and all(
        node.sources == (number,) for number, node in enumerate(network.nodes)
    )
    layered = all(step.startswith("layers.") for part in parts for step in part.steps)
    body = _sequential(network, parts) if chain and layered else _functional(network, parts)
    return ["import keras", "from keras import layers", "", *body]


def keras_lines(network: Network) -> list[str]:
    """The input's shape as Keras has it, then a layer a line, as :func:`torch_lines` of torch's.

    Raises NetworkError where torch would refuse the network.
    """
    lines = [
        f"{name}: {render(_as_held(shape, _input_held(network, place)))}"
        for place, (name, shape) in enumerate(network.inputs.items())
    ]
    for (name, text, feeds), part in zip(wiring(network), _parts(network), strict=True):
        shown = [_as_line(step) for step in part.steps]
        remark = f"  # {part.remark}" if part.remark and shown else ""
        if not shown:
            shown = [f"# {text}: {part.remark}"]
        lines += [f"{name}{shown[0]}{feeds}{'' if len(shown) > 1 else remark}", *shown[1:-1]]
        if len(shown) > 1:
            lines.append(f"{shown[-1]}{remark}")
    return lines


def axes_left(network: Network) -> Held:
    """Which of torch's axes lies at each axis of what :func:`keras_code`'s model gives last."""
    parts = _parts(network)
    return parts[-1].held if parts else _input_held(network, len(network.inputs) - 1)


def _sequential(network: Network, parts: Sequence[Part]) -> list[str]:
    lines = [_input(network, 0)]
    for node, part in zip(network.nodes, parts, strict=True):
        lines += [f"{step.removesuffix('({})')}," for step in part.steps]
        if not part.steps:
            lines.append(f"# {node.text}: {part.remark}")
        elif part.remark:
            lines[-1] += f"  # {part.remark}"
    return ["model = keras.Sequential([", *(f"    {line}" for line in lines), "])"]


def _input(network: Network, place: int) -> str:
    shape = list(network.inputs.values())[place]
    held = _as_held(shape, _input_held(network, place))
    return f"keras.Input({held}){',' if len(network.inputs) == 1 else ''}"


def _functional(network: Network, parts: Sequence[Part]) -> list[str]:
    code = _Functional(network)
    for place, part in enumerate(parts, len(network.inputs)):
        code.add(place, part)
    inputs = code.values[: len(network.inputs)]
    taken = {source for node in network.nodes for source in node.sources}
    left = [value for place, value in enumerate(code.values) if place not in taken]
    return [*code.lines, f"model = keras.Model({_listed(inputs)}, {_listed(left)})"]


def _listed(values: Sequence[str]) -> str:
    return values[0] if len(values) == 1 else f"[{', '.join(values)}]"


class _Functional:
    """Line after line of a functional model."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self.count = len(network.inputs)
        words, values = names_in_code(network)
        self.values = [f"x_{word}" for word in words[: self.count]] + values[self.count :]
        self.missing: set[int] = set()
        self.lines = [
            f"{value} = {_input(network, place).removesuffix(',')}"
            for place, value in enumerate(self.values[: self.count])
        ]

    def add(self, place: int, part: Part) -> None:
        """The lines of a node."""
        node, value = self.network.nodes[place - self.count], self.values[place]
        if isinstance(node.layer, Parameter):
            self.missing.add(place)
            self.lines.append(f"# {node.text}: {part.remark}")
            return
        given = [
            turn.format(self.values[source]) if turn else self.values[source]
            for source, turn in zip(node.sources, part.feeds, strict=True)
            if source not in self.missing
        ]
        if not part.steps or len(given) < len(node.sources):
            self.lines.append(f"# {node.text}: {part.remark or 'something is missing above'}")
            self.lines += [f"{value} = {given[0]}"] if value != given[0] else []
            return
        self.lines.append(f"{value} = {part.steps[0].format(_arguments(node, given))}")
        self.lines += [f"{value} = {step.format(value)}" for step in part.steps[1:]]
        if part.remark:
            self.lines[-1] += f"  # {part.remark}"


def _arguments(node: Node, given: list[str]) -> str:
    """What a layer is called with; Keras's attention wants its values before its keys."""
    name, _ = call_of(node.text)
    if name in _LISTED:
        return _listed(given)
    if name == "MultiheadAttention":
        query, *others = given * 2 if len(given) == 1 else given
        return ", ".join([query, *reversed(others)])
    return given[0]


def _as_line(step: str) -> str:
    return step.removesuffix("({})").removeprefix("layers.").replace("{}", "x")


def _input_held(network: Network, place: int) -> Held:
    """Maps have their channels last; a sequence has unless a layer for one axis takes it."""
    rank = len(list(network.inputs.values())[place])
    takers = (node.text for node in network.nodes if place in node.sources)
    a_map = rank > 2 or any(call_of(text)[0].endswith("1d") for text in takers)
    return channels_last(rank) if a_map else tuple(range(rank))


def _as_held(shape: Shape, held: Held) -> Shape:
    return tuple(shape[axis] for axis in held)


def _parts(network: Network) -> list[Part]:
    held = [_input_held(network, place) for place in range(len(network.inputs))]
    parts = []
    for node, row in zip(network.nodes, trace(network, fields=False).rows, strict=True):
        arriving = [held[source] for source in node.sources]
        part = _joined(row, arriving) if row.operation.joins else _single(row, arriving[0])
        parts.append(part)
        held.append(part.held)
    return parts


def _single(row: Row, held: Held) -> Part:
    maker = _TWINS.get(call_of(row.layer)[0].removeprefix("Lazy"))
    twin = None if maker is None else maker(row, held)
    if twin is None:
        rank = len(row.output_shape)
        kept = held if len(held) == rank else tuple(range(rank))
        return Part((), ("",), kept, "Keras has no such layer")
    return Part(twin.steps, ("",), twin.held, twin.remark if twin.steps else "nothing to do")


def _joined(row: Row, arriving: Sequence[Held]) -> Part:
    """A join, its inputs turned as the first lies."""
    layer: Any = row.operation
    name, _ = call_of(row.layer)
    first = arriving[0]
    turns = tuple(["".join(turned(held, first)) for held in arriving])
    if name in ("add", "mul"):
        return Part((call({"add": "Add", "mul": "Multiply"}[name]),), turns, first)
    if name == "cat":
        axis = first.index(layer.dim % (len(first) + 1) - 1) + 1
        step = call("Concatenate", axis=unless(axis, len(first)))
        return Part((step,), turns, first)
    if name == "MultiheadAttention" and not (layer.add_bias_kv or layer.add_zero_attn):
        plain = (0, 1)
        turns = tuple(["".join(turned(held, plain)) for held in arriving])
        length = layer.embed_dim // layer.num_heads
        step = call(name.replace("head", "Head"), layer.num_heads, length,
                    use_bias=unless(layer.bias, True))  # fmt: skip
        return Part((step,), turns, plain)
    rank = len(row.output_shape)
    kept = first if len(first) == rank else tuple(range(rank))
    return Part((), turns, kept, "Keras has no such layer")
