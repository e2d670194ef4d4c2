"""Networks put together in Python are those that the written form describes."""

import pytest

from quizapp.calc import read_network, trace
from quizapp.calc.graph import Builder
from quizapp.errors import NetworkError


def residual() -> Builder:
    net = Builder(8, 16, 16)
    net.part("block")
    net.layer("Conv2d", 8, 8, 3, padding=1, bias=False)
    main = net.layer("BatchNorm2d", 8)
    net.layer("add", after=(main, 0))
    net.part("head")
    net.layer("Linear", 16, 4)
    return net


def test_a_network_built_is_the_one_written() -> None:
    layers = [
        {"name": "block.1", "layer": "Conv2d(8, 8, 3, padding=1, bias=False)"},
        {"name": "block.2", "layer": "BatchNorm2d(8)"},
        {"name": "block.3", "add": ["block.2", "input"]},
        {"name": "head.1", "layer": "Linear(16, 4)"},
    ]
    described = read_network({"input": [8, 16, 16], "layers": layers})
    assert trace(residual().network()).rows == trace(described).rows


def test_a_network_built_is_read_again_from_what_it_writes() -> None:
    network = residual().network()
    assert trace(read_network(network.as_json())).rows == trace(network).rows


def test_nodes_are_numbered_in_their_part_and_without_one_from_the_start() -> None:
    net = Builder(4)
    net.layer("ReLU")
    net.part("a")
    net.layer("ReLU")
    net.layer("ReLU")
    net.part("b.0")
    net.layer("ReLU")
    names = [node.name for node in net.network().nodes]
    assert names == ["1", "a.1", "a.2", "b.0.1"]


def test_one_goes_back_to_an_earlier_place() -> None:
    net = Builder(3, 8, 8)
    entry = net.layer("Conv2d", 3, 4, 1)
    net.layer("Conv2d", 4, 5, 1)
    net.here = entry
    net.layer("Conv2d", 4, 6, 1)
    rows = trace(net.network()).rows
    assert [row.inputs for row in rows] == [("input",), ("1",), ("1",)]
    assert rows[-1].output_shape == (6, 8, 8)


def test_what_torch_refuses_to_construct_is_refused_with_the_call() -> None:
    with pytest.raises(NetworkError, match=r"`Conv2d\(3, 64, 0\)` needs `kernel_size`"):
        Builder(3, 8, 8).layer("Conv2d", 3, 64, 0)


@pytest.mark.parametrize("bias", [True, 1])
def test_a_call_is_told_from_one_with_equal_arguments_of_another_type(bias: object) -> None:
    """True equals 1 in Python, and only one of them says whether there is a bias."""
    Builder(3).layer("Linear", 3, 5, bias=True)
    net = Builder(3)
    if bias is True:
        net.layer("Linear", 3, 5, bias=bias)
        assert trace(net.network()).parameters == 20
    else:
        with pytest.raises(NetworkError, match="needs True or False for `bias`, not 1"):
            net.layer("Linear", 3, 5, bias=bias)
