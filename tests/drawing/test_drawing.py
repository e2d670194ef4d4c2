"""Networks as lines of text."""

from quizapp.calc import read_network, trace
from quizapp.drawing import network_lines, shape_lines, torch_lines, trace_table
from quizapp.words import cell_width

CHAIN = {"input": [3, 28, 28], "layers": ["Conv2d(3, 16, 5), ReLU(), MaxPool2d(2)"]}
BRANCHED = {
    "input": [8, 8, 8],
    "layers": [
        "Conv2d(8, 8, 3, padding=1)",
        {"name": "sum", "add": [["Conv2d(8, 8, 1)"], []]},
        {"layer": "ReLU()", "from": "sum"},
    ],
}


def test_a_chain_is_its_calls() -> None:
    assert torch_lines(read_network(CHAIN)) == [
        "input: 3×28×28", "Conv2d(3, 16, 5)", "ReLU()", "MaxPool2d(2)",
    ]  # fmt: skip


def test_branches_say_what_feeds_them_and_only_named_nodes_carry_names() -> None:
    assert torch_lines(read_network(BRANCHED)) == [
        "input: 8×8×8",
        "1: Conv2d(8, 8, 3, padding=1)",
        "2.1.1: Conv2d(8, 8, 1)",
        "add() ← 2.1.1, 1",
        "ReLU()",
    ]


def test_shapes_line_up_and_hidden_ones_are_asked() -> None:
    network = read_network(CHAIN)
    lines = shape_lines(network, frozenset({"3"}))
    assert lines == [
        "input             3×28×28",
        "Conv2d(3, 16, 5)  16×24×24",
        "ReLU()            16×24×24",
        "MaxPool2d(2)      ?",
    ]


def test_several_networks_carry_their_names() -> None:
    networks = {"one": read_network(CHAIN), "other": read_network(CHAIN)}
    lines = network_lines(networks, "torch")
    assert lines[0] == "one:"
    assert lines.count("  ReLU()") == 2
    assert network_lines(networks, "none") == []


def test_a_table_adds_up_and_fits() -> None:
    network = read_network(
        {"input": [3, 64, 64], "layers": [
            "Conv2d(3, 16, 5, stride=2, padding=2, bias=False), ReLU()",
            "Conv2d(16, 32, 3), AdaptiveAvgPool2d(1), Flatten(), Linear(32, 10)",
        ]}
    )  # fmt: skip
    walked = trace(network)
    for width in (60, 80, 140):
        lines = trace_table(network, walked.rows, walked, "en", width)
        assert all(cell_width(line) <= width for line in lines)
        assert f"{walked.parameters:,}" in lines[-1]
    cells = [line.split() for line in trace_table(network, walked.rows, walked, "en", 140)]
    places = [-5 if "%" in cell else -3 for cell in cells]
    counts = [int(c[at].replace(",", "")) for c, at in zip(cells[3:-2], places[3:-2], strict=True)]
    assert sum(counts) == walked.parameters


def test_a_broken_table_stands_without_totals() -> None:
    network = read_network(CHAIN)
    rows = trace(network).rows[:2]
    lines = trace_table(network, rows, None, "ko", 80)
    assert len(lines) == 2 + 1 + 2
    assert "층" in lines[0]


def test_a_network_is_shown_in_every_way_and_each_of_several_under_its_name() -> None:
    networks = {"one": read_network(CHAIN)}
    assert network_lines(networks, "keras")[:2] == ["input: 28×28×3", "Conv2D(16, 5)"]
    assert network_lines(networks, "diagram")[:3] == ["input", "│ 3×28×28", "Conv2d(3, 16, 5)"]
    assert "│ ?" in network_lines(networks, "diagram", frozenset({"2"}))
    both = network_lines({**networks, "other": read_network(BRANCHED)}, "diagram", width=20)
    assert both[0] == "one:"
    assert all(cell_width(line) <= 20 for line in both)
