"""A wrong rule never goes unnoticed: for each, some network makes the two ways disagree."""

from dataclasses import fields
from typing import Any

import pytest

from quizapp.calc import TRUE, Network, ReceptiveField, Rules, proof, read_network, trace
from quizapp.calc.rules import Window
from quizapp.errors import NetworkError

NETWORKS = [
    {"input": [4, 15, 12], "layers": layers}
    for layers in (
        ["Conv2d(4, 6, 3, stride=2, padding=1, dilation=2, groups=2)", "ReLU()"],
        [
            "AvgPool2d(2, ceil_mode=True)",
            "MaxPool2d(3, 2, padding=1)",
            "Flatten()",
            "LazyLinear(5)",
        ],
        ["ConvTranspose2d(4, 6, 4, stride=2, output_padding=1)", "BatchNorm2d(6)"],
        [{"cat": ["Conv2d(4, 2, 1)", "Conv2d(4, 3, 3, padding=1)"]}, "LazyConv2d(3, 3)"],
        ["Conv2d(4, 2, 3, stride=3)", "Conv2d(2, 2, 3)"],
        ["ZeroPad2d(1)"],
    )
]


def shifted(window: Window) -> Window:
    return window._replace(kernel=1)


WRONG: dict[str, Any] = {
    "padding_total": lambda window: window.before,
    "kernel_extent": lambda kernel, dilation: kernel * dilation,
    "rounded_down": lambda span, stride: -(-span // stride),
    "rounded_up": lambda span, stride: span // stride,
    "first_window": lambda: 0,
    "window_count": lambda rules, size, window: size // window.stride,
    "pooled": lambda rules, size, window: size // window.kernel,
    "transposed_size": lambda size, window, extra: size * window.stride,
    "output_channels": lambda arriving, written: arriving,
    "pooled_channels": lambda channels: 1,
    "padded_channels": lambda channels, window: channels + 2 * window.before,
    "flat_length": sum,
    "kernel_area": lambda layer, shape, output: layer.kernel_size[0],
    "channels_seen": lambda layer: layer.in_channels,
    "filters": lambda layer: layer.out_channels + 1,
    "convolution_weights": lambda layer, area, channels, filters: area * channels,
    "biases": lambda count, layer: 1,
    "with_biases": lambda layer, weights, biases, output: weights,
    "has_bias": lambda layer: not layer.bias,
    "norm_parameters": lambda channels, layer, shape: 4 * channels,
    "pool_parameters": lambda layer: layer.kernel_size[0],
    "positions": lambda shape, output: output[1],
    "products_at": lambda layer, products, positions: products,
    "field_start": lambda: 0,
    "field_size": lambda size, extent, jump, window: size + extent * jump,
    "field_jump": lambda jump, stride: jump + stride - 1,
    "pool_window": shifted,
    "joined_shapes": lambda network, node, shapes: (shapes[node.sources[0]],),
    "joined_channels": max,
    "counted": lambda rules, rows: rows[1:],
    "total": max,
}

NOT_OF_THE_WALK = {"asked", "tables"}
"""Which quantity a word means is no number that two ways could find; the tables within have their
own wrong rules, in ``tests/calc/detection``."""


def figures(seen: Any) -> Any:
    return seen[:3] if isinstance(seen, ReceptiveField) else seen


def quantities(network: Network, rules: Rules) -> list[Any]:
    walked = trace(network, rules)
    shapes = tuple(row.output_shape for row in walked.rows)
    seen = walked.receptive_field
    return [shapes, walked.parameters, walked.buffers, walked.macs, figures(seen)]


def proved(network: Network) -> list[Any]:
    seen = proof.receptive_field(network)
    return [
        proof.shapes(network), proof.parameters(network), proof.buffers(network),
        proof.macs(network), figures(seen),
    ]  # fmt: skip


def noticed(rules: Rules) -> bool:
    """Whether a network makes the walk by these rules fall apart, or differ from the second way."""
    for written in NETWORKS:
        network = read_network(written)
        try:
            if quantities(network, rules) != proved(network):
                return True
        except NetworkError:
            continue
    return False


def test_the_true_rules_agree_on_all_these_networks() -> None:
    assert not noticed(TRUE)


def test_every_rule_of_the_walk_has_a_wrong_one_here() -> None:
    assert WRONG.keys() | NOT_OF_THE_WALK == {field.name for field in fields(Rules)}


@pytest.mark.parametrize("entry", WRONG)
def test_a_wrong_rule_is_noticed(entry: str) -> None:
    assert noticed(TRUE.with_(**{entry: WRONG[entry]}))
