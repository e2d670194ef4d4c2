"""A network in a text that is still being written."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.bank.network_text import notation, written_network
from quizapp.calc import read_network, trace, zoo

IMAGE = (3, 32, 32)


def test_layers_know_the_line_on_which_they_begin() -> None:
    text = "# a comment\nConv2d(3, 8, 3), ReLU()\n\nMaxPool2d(\n    2)\nTanh()"
    written = written_network(text, IMAGE)
    assert written.fault is None
    assert written.lines == (1, 1, 3, 5)


def test_a_pasted_sequential_is_read() -> None:
    written = written_network("nn.Sequential(\n  nn.Conv2d(3, 8, 3),\n  nn.ReLU(),\n)", IMAGE)
    assert [node.text for node in written.network.nodes] == ["Conv2d(3, 8, 3)", "ReLU()"]
    assert written.lines == (1, 2)


@pytest.mark.parametrize("text", ["", "  \n", "# nothing yet", "layers:\n"])
def test_nothing_written_is_nothing_wrong(text: str) -> None:
    written = written_network(text, IMAGE)
    assert written.fault is None
    assert written.walked() == ((), None)


def test_what_cannot_be_read_ends_the_network_there() -> None:
    written = written_network("Conv2d(3, 8, 3)\nReLU(\nTanh()", IMAGE)
    assert [node.text for node in written.network.nodes] == ["Conv2d(3, 8, 3)"]
    assert written.fault is not None
    assert written.fault.line == 1
    assert "Tanh" not in written.fault.message.en


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("Conv2d(3, 8, 3)\nConv2d(9, 8, 3)", 1, "expects 9 channels and gets 8"),
        ("ReLU()\nConv2d(3, 8, 0)", 1, "needs `kernel_size` of at least 1, not 0"),
        ("Conv2d(3, 8, 3, strid=2)", 0, "has no argument `strid`; did you mean `stride`?"),
        ("layers:\n- ReLU()\n- Conv2d(9, 8, 3)", 2, "expects 9 channels and gets 3"),
        ("layers:\n- |\n  ReLU()\n  Conv2d(9, 8, 3)", 3, "expects 9 channels and gets 3"),
        ("layers:\n- {add: [a, 2]}", 1, "nothing before is named `a`"),
    ],
)
def test_a_fault_stands_at_its_layer(text: str, line: int, reason: str) -> None:
    _, fault = written_network(text, IMAGE).walked()
    assert fault is not None
    assert (fault.line, fault.reason.en) == (line, reason)
    assert fault.message.ko


def test_yaml_that_is_not_closed_says_where() -> None:
    _, fault = written_network("layers: [", IMAGE).walked()
    assert fault is not None
    assert "never closed" in fault.message.en


def test_an_input_in_the_text_comes_before_the_one_beside_it() -> None:
    written = written_network("input: [1, 8, 8]\nlayers:\n- ReLU()", IMAGE)
    assert written.network.inputs == {"input": (1, 8, 8)}


@pytest.mark.parametrize("name", zoo.names())
def test_every_architecture_is_read_again_as_it_was(name: str) -> None:
    network = zoo.network(name)
    text = notation(network)
    again = written_network(text, next(iter(network.inputs.values())))
    assert again.fault is None
    one, other = trace(network), trace(again.network)
    assert [row[3:8] for row in other.rows] == [row[3:8] for row in one.rows]
    assert list(again.lines) == sorted(set(again.lines))


def test_a_chain_is_written_as_calls_and_branches_name_what_is_named() -> None:
    chain = read_network({"input": [3, 8, 8], "layers": "Conv2d(3, 8, 3), ReLU()"})
    assert notation(chain) == "Conv2d(3, 8, 3)\nReLU()"
    branched = read_network({"input": [3, 8, 8], "layers": ["ReLU()", {"add": ["ReLU()", []]}]})
    assert notation(branched).split("\n") == [
        "layers:",
        '- {layer: "ReLU()", name: 1}',
        '- {layer: "ReLU()", name: 2.1.1}',
        '- {layer: "add()", from: [2.1.1, 1]}',
    ]


@given(st.text(alphabet="Conv2dReLU(), \n[]{}:-#'\"layers1", max_size=60))
@settings(max_examples=200, deadline=None)
def test_whatever_is_typed_is_answered(text: str) -> None:
    written = written_network(text, IMAGE)
    rows, fault = written.walked()
    assert len(rows) <= len(written.lines)
    assert fault is None or 0 <= fault.line <= text.count("\n")
