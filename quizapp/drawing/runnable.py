"""A network as PyTorch code that runs."""

import re
from collections.abc import Mapping

from quizapp.calc import Network, Node, trace
from quizapp.calc.layers import Shape
from quizapp.calc.layers.learned import Parameter
from quizapp.drawing.calls import call_of, with_keyword
from quizapp.drawing.naming import names_in_code

_AS_MODULE = {"flatten": "Flatten", "relu": "ReLU", "sigmoid": "Sigmoid", "tanh": "Tanh"}
"""Functions that have a module of the same arguments."""

_FIRST_OF_SEVERAL = (
    "RNN", "LSTM", "GRU", "LSTMCell", "MultiheadAttention", "chunk", "split",
)  # fmt: skip

_OF_TENSORS = (
    "flatten", "permute", "reshape", "expand", "transpose", "squeeze", "unsqueeze", "narrow",
    "chunk", "split", "mean",
)  # fmt: skip
"""Functions that are methods of tensors as well, with the same arguments."""

_IN_FUNCTIONAL = ("interpolate", "pad", "scaled_dot_product_attention")
_SIGNS = {"add": " + ", "mul": " * "}


def torch_code(network: Network) -> list[str]:
    """Lines that make ``model``, which takes a batch and returns what the last layer leaves.

    An ``nn.Sequential`` where one module follows the other, else a module with its own
    ``forward``. Layers with several outputs hand on the first, and a max pool that another layer
    undoes hands on its places too. Raises NetworkError for a network with such layers that torch
    would refuse.
    """
    body = _sequential(network) if _is_chain(network) else _module(network)
    torch = ["import torch"] if any("torch." in line for line in body) else []
    return [*torch, "from torch import nn", "", *body]


def _is_chain(network: Network) -> bool:
    """Whether each node follows the one before it, and is a module with one output."""
    return len(network.inputs) == 1 and all(
        node.sources == (number,) and _alone(node) for number, node in enumerate(network.nodes)
    )


def _alone(node: Node) -> bool:
    """Whether a node can be a module that takes one tensor and gives one."""
    name, arguments = call_of(node.text)
    if name in _AS_MODULE:
        return name == "flatten" or not arguments
    several = name in _FIRST_OF_SEVERAL or getattr(node.layer, "return_indices", False)
    takes_more = node.layer.joins or name.startswith("MaxUnpool")
    return _is_module(name) and name != "Parameter" and not several and not takes_more


def _is_module(name: str) -> bool:
    return name[0].isupper()


def _sequential(network: Network) -> list[str]:
    lines = []
    for node in network.nodes:
        name, arguments = call_of(node.text)
        lines.append(f"    nn.{_AS_MODULE.get(name, name)}({arguments}),")
    return ["model = nn.Sequential(", *lines, ")"]


def _module(network: Network) -> list[str]:
    code = _Forward(network)
    count = len(network.inputs)
    for place, node in enumerate(network.nodes, count):
        code.add(place, node)
    arguments = ", ".join(code.values[:count])
    return [
        "class Network(nn.Module):",
        "    def __init__(self):",
        "        super().__init__()",
        *(f"        {line}" for line in code.setup),
        "",
        f"    def forward(self, {arguments}):",
        *(f"        {line}" for line in code.steps),
        f"        return {code.values[-1]}",
        "",
        "",
        "model = Network()",
    ]


class _Forward:
    """The modules of a network, and the steps from its inputs to its last value."""

    def __init__(self, network: Network) -> None:
        self.setup: list[str] = []
        self.steps: list[str] = []
        self.undone = _pools_undone(network)
        self.names, self.values = names_in_code(network)

    def add(self, place: int, node: Node) -> None:
        """A node's module, and its step."""
        sources = [self.values[source] for source in node.sources]
        right = self._right(place, node, sources)
        self.steps.append(f"{self._left(place)} = {right}")

    def _left(self, place: int) -> str:
        value = self.values[place]
        return f"{value}, {self._places(place)}" if place in self.undone.values() else value

    def _places(self, pool: int) -> str:
        return f"places_{self.names[pool]}"

    def _right(self, place: int, node: Node, sources: list[str]) -> str:
        name, arguments = call_of(node.text)
        first = "[0]" if name in _FIRST_OF_SEVERAL else ""
        if isinstance(node.layer, Parameter):
            return self._parameter(place, node.layer, sources[0])
        if name in _SIGNS:
            return _SIGNS[name].join(sources)
        roles = getattr(node.layer, "roles", sources)
        given = sources * len(roles) if len(sources) == 1 and len(roles) > 1 else sources
        if _is_module(name):
            return self._applied(place, node, given) + first
        if name in _OF_TENSORS:
            return f"{sources[0]}.{name}({arguments}){first}"
        if name in ("relu", "sigmoid", "tanh"):
            return f"{sources[0]}.{name}()"
        if name in ("cat", "stack"):
            dim = arguments or "1"
            return f"torch.{name}([{', '.join(sources)}], {dim})"
        where = "nn.functional" if name in _IN_FUNCTIONAL else "torch"
        return f"{where}.{name}({', '.join([*given, *([arguments] if arguments else [])])})"

    def _applied(self, place: int, node: Node, given: list[str]) -> str:
        """A call of a module, which is kept under the node's name."""
        name, arguments = call_of(node.text)
        picked = "[0]" if getattr(node.layer, "return_indices", False) else ""
        if place in self.undone.values():
            arguments = arguments if picked else with_keyword(arguments, "return_indices", "True")
            picked = ""
        module = f"self.layer_{self.names[place]}"
        self.setup.append(f"{module} = nn.{name}({arguments})")
        if name.startswith("MaxUnpool"):
            pool = self.undone.get(place)
            unknown = f"torch.zeros_like({given[0]}, dtype=torch.long)"
            given = [given[0], unknown if pool is None else self._places(pool)]
        return f"{module}({', '.join(given)}){picked}"

    def _parameter(self, place: int, layer: Parameter, beside: str) -> str:
        """What is learned, once for each example that comes in."""
        sides = ", ".join(map(str, layer.size))
        held = f"self.layer_{self.names[place]}"
        self.setup.append(f"{held} = nn.Parameter(torch.zeros({sides}))")
        return f"{held}.expand(len({beside}), {', '.join(['-1'] * len(layer.size))})"


def _pools_undone(network: Network) -> Mapping[int, int]:
    """For each layer that undoes a max pool the pool: the last of its shape not undone yet."""
    count = len(network.inputs)
    undoing = {
        place
        for place, node in enumerate(network.nodes, count)
        if call_of(node.text)[0].startswith("MaxUnpool")
    }
    if not undoing:
        return {}
    open_: list[tuple[int, Shape]] = []
    undone: dict[int, int] = {}
    for place, row in enumerate(trace(network, fields=False).rows, count):
        if re.match(r"MaxPool\dd\(", row.layer):
            open_.append((place, row.output_shape))
        fitting = [pool for pool in open_ if pool[1] == row.input_shapes[0]]
        if place in undoing and fitting:
            open_.remove(fitting[-1])
            undone[place] = fitting[-1][0]
    return undone
