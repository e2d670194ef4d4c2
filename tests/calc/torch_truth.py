"""Numbers that torch and torchvision gave, read from ``tests/data``, in the notation of calc.

Shapes there carry a batch in front; ours do not.
"""

import gzip
import json
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parents[1] / "data"

ARGUMENTS = {
    "Conv2d": (
        "in_channels", "out_channels", "kernel_size", "stride", "padding", "dilation", "groups",
        "bias", "padding_mode",
    ),
    "BatchNorm2d": ("num_features", "eps", "momentum", "affine", "track_running_stats"),
    "MaxPool2d": ("kernel_size", "stride", "padding", "dilation", "ceil_mode"),
    "AvgPool2d": ("kernel_size", "stride", "padding", "ceil_mode", "count_include_pad"),
    "AdaptiveAvgPool2d": ("output_size",),
    "Linear": ("in_features", "out_features", "bias"),
    "Dropout": ("p",),
    "flatten": ("start_dim", "end_dim"),
    "cat": ("dim",),
}  # fmt: skip
CLASS_OF_FUNCTION = {"adaptive_avg_pool2d": "AdaptiveAvgPool2d"}


@cache
def read(name: str) -> Any:
    with gzip.open(DATA / f"{name}.json.gz", "rt", encoding="utf-8") as file:
        return json.load(file)


def literal(value: Any) -> str:
    """A value of JSON as an argument of a call."""
    if isinstance(value, list):
        inner = ", ".join(map(literal, value))
        return f"({inner},)" if len(value) == 1 else f"({inner})"
    return repr(value)


def call(layer: str, arguments: dict[str, Any]) -> str:
    """The call with every argument by keyword."""
    keywords = ", ".join(f"{name}={literal(value)}" for name, value in arguments.items())
    return f"{layer}({keywords})"


def torch_network(model: str) -> dict[str, Any]:
    """A torchvision network as torch.fx sees it: its nodes, and what torch says of each."""
    found: dict[str, Any] = next(
        network for network in read("networks")["networks"] if network["model"] == model
    )
    return found


def operations(model: str) -> list[dict[str, Any]]:
    """The nodes that do something, in order."""
    ends = ("input", "output")
    return [node for node in torch_network(model)["nodes"] if node["op"] not in ends]


def written(model: str) -> dict[str, Any]:
    """The same network in our notation, every layer by itself."""
    network = torch_network(model)
    source = next(node["name"] for node in network["nodes"] if node["op"] == "input")
    layers = []
    for node in operations(model):
        kind = CLASS_OF_FUNCTION.get(node["op"], node["op"])
        kept = {name: node["attrs"][name] for name in ARGUMENTS.get(kind, ())}
        feeds = ["input" if name == source else name for name in node["inputs"]]
        layers.append(
            {
                "name": node["name"],
                "layer": call(kind, kept),
                "from": feeds if kind in ("add", "cat") else feeds[0],
            }
        )
    return {"input": network["input_shape"][1:], "layers": layers}


def distill_network(name: str, size: int) -> dict[str, Any]:
    """A network of the table behind the Distill article in our notation.

    TensorFlow's SAME pads both sides alike where every strided layer meets an odd size.
    """
    architectures = read("receptive_fields")["distill_2019"]["architectures"]
    pads: dict[str, tuple[str, int]] = {}
    layers = []
    for node in architectures[name]["nodes"]:
        if node["op"] == "input":
            continue
        sources = [pads.get(source, (source, 0)) for source in node["inputs"]]
        if node["op"] == "pad":
            # Merged into the convolution behind: there is no layer for it yet.
            pads[node["name"]] = (sources[0][0], node["pad"][0])
            continue
        padding = node["k"][0] // 2 if node.get("pad") == "SAME" else sources[0][1]
        feeds = [source for source, _ in sources]
        layers.append(
            {
                "name": node["name"],
                "layer": _distill_call(node, padding),
                "from": feeds if node["op"] == "add" else feeds[0],
            }
        )
    return {"input": [3, size, size], "layers": layers}


def _distill_call(node: dict[str, Any], padding: int) -> str:
    if node["op"] == "add":
        return "add()"
    window = f"{node['k'][0]}, stride={node['s']}, padding={padding}"
    if node["op"] == "maxpool":
        return f"MaxPool2d({window})"
    groups = node["cin"] if node["op"] == "dwconv" else 1
    return f"Conv2d({node['cin']}, {node['cout']}, {window}, groups={groups})"
