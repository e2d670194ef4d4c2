"""PyTorch code: how it reads, and that it runs and gives the traced shape."""

from typing import Any

import pytest
from hypothesis import given, settings

from quizapp.calc import Network, read_network, trace, zoo
from quizapp.drawing import torch_code
from tests.calc.random_networks import networks


def code_of(written: Any) -> list[str]:
    return torch_code(read_network(written))


def test_a_chain_is_a_sequential_and_functions_become_modules() -> None:
    layers = "Conv2d(3, 8, 3, padding=1), relu(), LazyConv2d(4, 1), flatten(1), Linear(16, 2)"
    assert code_of({"input": [3, 2, 2], "layers": layers}) == [
        "from torch import nn",
        "",
        "model = nn.Sequential(",
        "    nn.Conv2d(3, 8, 3, padding=1),",
        "    nn.ReLU(),",
        "    nn.LazyConv2d(4, 1),",
        "    nn.Flatten(1),",
        "    nn.Linear(16, 2),",
        ")",
    ]


def test_a_graph_is_a_module_that_names_what_is_needed_again() -> None:
    written = {
        "input": [3, 8, 8],
        "layers": [
            {"name": "block.1", "layer": "Conv2d(3, 4, 3)"},
            "ReLU()",
            {"name": "both", "layer": "cat()", "from": ["2", "block.1"]},
            "mean([2, 3])",
        ],
    }
    assert code_of(written) == [
        "import torch",
        "from torch import nn",
        "",
        "class Network(nn.Module):",
        "    def __init__(self):",
        "        super().__init__()",
        "        self.layer_block_1 = nn.Conv2d(3, 4, 3)",
        "        self.layer_2 = nn.ReLU()",
        "",
        "    def forward(self, x):",
        "        x_block_1 = self.layer_block_1(x)",
        "        x = self.layer_2(x_block_1)",
        "        x = torch.cat([x, x_block_1], 1)",
        "        x = x.mean((2, 3))",
        "        return x",
        "",
        "",
        "model = Network()",
    ]


TWO = {"left": [4, 6], "right": [4, 6]}
WRITTEN: dict[str, Any] = {
    "several inputs": {
        "input": TWO,
        "layers": [
            {"layer": "matmul()", "from": ["left", "r"]} if name == "m" else
            {"name": "r", "layer": "transpose(1, 2)", "from": "right"}
            for name in ("r", "m")
        ],
    },
    "attention": {"input": [5, 8], "layers": ["MultiheadAttention(8, 2, batch_first=True)"]},
    "attention of two": {
        "input": {"query": [4, 8], "key": [6, 8]},
        "layers": [
            {"layer": "MultiheadAttention(8, 2, batch_first=True)", "from": ["query", "key", "key"]}
        ],
    },
    "products": {"input": [2, 5, 8], "layers": ["scaled_dot_product_attention()", "sigmoid()"]},
    "decoder": {
        "input": {"tgt": [3, 8], "memory": [4, 8]},
        "layers": [
            {"layer": "TransformerDecoderLayer(8, 2, 16, batch_first=True)",
             "from": ["tgt", "memory"]}
        ],
    },
    "recurrent": {
        "input": [5, 3],
        "layers": ["LSTM(3, 4, batch_first=True)", "GRU(4, 2, 1, True, True)"],
    },
    "cells": {"input": [3], "layers": ["LSTMCell(3, 4)", "GRUCell(4, 2)"]},
    "parts": {"input": [6, 4, 4], "layers": ["chunk(3, 1)", "split(1, 1)", "narrow(2, 1, 2)"]},
    "indices": {"input": [6, 4, 4], "layers": ["MaxPool2d(2, return_indices=True)", "ReLU()"]},
    "unpooled": {
        "input": [2, 8, 8],
        "layers": ["MaxPool2d(2), Conv2d(2, 2, 1), AdaptiveMaxPool2d(2, return_indices=True)",
                   "MaxUnpool2d(2)"],
    },
    "unpooled from nowhere": {"input": [2, 4, 4], "layers": ["Tanh(), MaxUnpool2d(2)"]},
    "unpooled twice": {
        "input": [2, 8, 8],
        "layers": ["MaxPool2d(2), MaxPool2d(2, return_indices=True)",
                   "MaxUnpool2d(2), MaxUnpool2d(2)"],
    },
    "learned": {"input": [4, 6], "layers": [{"cat": ["Parameter((1, 6))", []]}, "relu(True)"]},
    "gates": {
        "input": [4, 6, 6],
        "layers": [{"mul": [["AdaptiveAvgPool2d(1)", "Conv2d(4, 4, 1)", "sigmoid()"], []]},
                   {"add": [["Identity()"], ["tanh()"], []]}, "pad([1, 1])",
                   "interpolate(scale_factor=2)"],
    },
    "stacked": {"input": [4, 6], "layers": [{"layer": "stack(1)", "from": ["input", "input"]}]},
    "names alike": {
        "input": [4],
        "layers": [{"name": "a.b", "layer": "Linear(4, 4)"},
                   {"name": "a_b", "layer": "Linear(4, 4)"},
                   {"layer": "add()", "from": ["a.b", "a_b"]}],
    },
    "empty": {"input": [4], "layers": []},
}  # fmt: skip


@pytest.mark.parametrize("name", WRITTEN)
def test_every_layer_is_in_the_code_which_python_can_read(name: str) -> None:
    network = read_network(WRITTEN[name])
    code = "\n".join(torch_code(network))
    compile(code, "<network>", "exec")
    for node in network.nodes:
        call = node.text.partition("(")[0]
        assert {"add": " + ", "mul": " * "}.get(call, call.lower()) in code.lower()


def shape_and_parameters(network: Network) -> tuple[tuple[int, ...], int]:
    """What the code's model gives for a batch of two, and what it learns."""
    torch: Any = pytest.importorskip("torch")
    defined: dict[str, Any] = {}
    with torch.device("meta"):
        exec("\n".join(torch_code(network)), defined)  # noqa: S102 # our own code, made here
        model = defined["model"].eval()
        left = model(*[torch.zeros(2, *shape) for shape in network.inputs.values()])
    return tuple(left.shape[1:]), sum(number.numel() for number in model.parameters())


def traced(network: Network) -> tuple[tuple[int, ...], int]:
    walked = trace(network, fields=False)
    return walked.output_shape, walked.parameters


@pytest.mark.torch
@pytest.mark.filterwarnings("ignore")  # torch has much to say of lazy layers and even kernels
@pytest.mark.parametrize("name", WRITTEN)
def test_code_runs_and_gives_the_traced_shape(name: str) -> None:
    network = read_network(WRITTEN[name])
    assert shape_and_parameters(network) == traced(network)


@pytest.mark.torch
@pytest.mark.filterwarnings("ignore")  # torch has much to say of lazy layers and even kernels
@pytest.mark.parametrize("name", zoo.names())
def test_code_of_architectures_runs_and_gives_the_traced_shape(name: str) -> None:
    network = zoo.network(name)
    assert shape_and_parameters(network) == traced(network)


@pytest.mark.torch
@pytest.mark.filterwarnings("ignore")  # torch has much to say of lazy layers and even kernels
@given(written=networks())
@settings(max_examples=100, deadline=None)
def test_code_of_random_networks_runs_and_gives_the_traced_shape(written: Any) -> None:
    network = read_network(written)
    assert shape_and_parameters(network) == traced(network)
