"""Diagrams: what they look like, and what holds of every one."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.calc import Network, read_network, zoo
from quizapp.drawing import diagram_lines
from quizapp.drawing.branching import Chain, Fork, Side, Woven, chain_of
from quizapp.words import cell_width
from tests.calc.random_networks import networks

RESIDUAL = {
    "input": [3, 32, 32],
    "layers": [
        "Conv2d(3, 8, 3), BatchNorm2d(8), ReLU()",
        {"add": [["Conv2d(8, 8, 3, padding=1), ReLU()", "Conv2d(8, 8, 1)"], []]},
        "ReLU(), MaxPool2d(2), Flatten(), LazyLinear(10)",
    ],
}
BRANCHED = {
    "input": [8, 16, 16],
    "layers": [
        {
            "cat": [
                ["Conv2d(8, 4, 1)"],
                ["Conv2d(8, 2, 1), Conv2d(2, 6, 3, padding=1)"],
                ["MaxPool2d(3, 1, 1)"],
            ]
        },
        "ReLU()",
    ],
}


def drawn(written: Any, width: int = 80, **more: Any) -> list[str]:
    return diagram_lines(read_network(written), width, **more)


def test_a_branch_beside_a_straight_line_is_further_in() -> None:
    assert drawn(RESIDUAL) == [
        "input",
        "│ 3×32×32",
        "Conv2d(3, 8, 3)",
        "BatchNorm2d(8)",
        "ReLU()",
        "│ 8×30×30",
        "├─┐",
        "│ Conv2d(8, 8, 3, padding=1)",
        "│ ReLU()",
        "│ Conv2d(8, 8, 1)",
        "│ │ 8×30×30",
        "├─┘",
        "add()",
        "ReLU()",
        "│ 8×30×30",
        "MaxPool2d(2)",
        "│ 8×15×15",
        "Flatten()",
        "│ 1800",
        "LazyLinear(10)",
        "▼ 10",
    ]


def test_branches_that_fit_stand_side_by_side() -> None:
    assert drawn(BRANCHED) == [
        "input",
        "│ 8×16×16",
        "├────────────────┬───────────────────────────┐",
        "Conv2d(8, 4, 1)  Conv2d(8, 2, 1)             MaxPool2d(3, 1, 1)",
        "│ 4×16×16        │ 2×16×16                   │ 8×16×16",
        "│                Conv2d(2, 6, 3, padding=1)  │",
        "│                │ 6×16×16                   │",
        "├────────────────┴───────────────────────────┘",
        "cat(1)",
        "ReLU()",
        "▼ 18×16×16",
    ]


def test_branches_that_do_not_fit_follow_one_another_and_are_gathered() -> None:
    assert drawn(BRANCHED, 40) == [
        "input",
        "│ 8×16×16",
        "├───┐",
        "│   Conv2d(8, 4, 1)",
        "│   │ 4×16×16",
        "│ ┌─┘",
        "├─┼─┐",
        "│ │ Conv2d(8, 2, 1)",
        "│ │ │ 2×16×16",
        "│ │ Conv2d(2, 6, 3, padding=1)",
        "│ │ │ 6×16×16",
        "│ ├─┘",
        "└─┼─┐",
        "  │ MaxPool2d(3, 1, 1)",
        "  │ │ 8×16×16",
        "  ├─┘",
        "┌─┘",
        "cat(1)",
        "ReLU()",
        "▼ 18×16×16",
    ]


def test_a_straight_line_beside_such_branches_goes_on_to_the_join() -> None:
    layers = [{"add": [["Conv2d(8, 8, 1)"], [], ["Conv2d(8, 8, 3, padding=1)"]]}]
    assert drawn({"input": [8, 9, 9], "layers": layers}, 34) == [
        "input",
        "│ 8×9×9",
        "├───┐",
        "│   Conv2d(8, 8, 1)",
        "│   │ 8×9×9",
        "│ ┌─┘",
        "├─┼─┐",
        "│ │ Conv2d(8, 8, 3, padding=1)",
        "│ │ │ 8×9×9",
        "│ ├─┘",
        "├─┘",
        "add()",
        "▼ 8×9×9",
    ]


def test_everything_has_an_ascii_twin_as_wide() -> None:
    lines, twin = drawn(BRANCHED, 40), drawn(BRANCHED, 40, ascii_only=True)
    assert [len(line) for line in lines] == [len(line) for line in twin]
    assert all(line.isascii() for line in twin)
    assert twin[9:13] == ["| | Conv2d(2, 6, 3, padding=1)", "| | | 6x16x16", "| +-+", "+-+-+"]
    assert twin[-1] == "v 18x16x16"


def test_inputs_that_meet_stand_side_by_side_or_follow_one_another() -> None:
    written = {
        "input": {"left": [3, 9, 9], "right": [3, 9, 9]},
        "layers": [
            {"name": "a", "layer": "Conv2d(3, 8, 3)", "from": "left"},
            {"name": "b", "layer": "Conv2d(3, 8, 3)", "from": "right"},
            {"layer": "cat(1)", "from": ["a", "b"]},
        ],
    }
    assert drawn(written) == [
        "left             right",
        "│ 3×9×9          │ 3×9×9",
        "Conv2d(3, 8, 3)  Conv2d(3, 8, 3)",
        "│ 8×7×7          │ 8×7×7",
        "├────────────────┘",
        "cat(1)",
        "▼ 16×7×7",
    ]
    assert drawn(written, 20) == [
        "  left",
        "  │ 3×9×9",
        "  Conv2d(3, 8, 3)",
        "  │ 8×7×7",
        "┌─┘",
        "│ right",
        "│ │ 3×9×9",
        "│ Conv2d(3, 8, 3)",
        "│ │ 8×7×7",
        "├─┘",
        "cat(1)",
        "▼ 16×7×7",
    ]


HEAD = {
    "input": [3, 9, 9],
    "layers": [
        {"name": "trunk", "layer": "Conv2d(3, 4, 3)"},
        "AdaptiveAvgPool2d(1), Flatten(), Linear(4, 5)",
        {"layer": "MaxPool2d(2)", "from": "trunk"},
    ],
}


def test_an_auxiliary_head_is_a_side_that_ends_by_itself() -> None:
    assert drawn(HEAD) == [
        "input",
        "│ 3×9×9",
        "Conv2d(3, 4, 3)",
        "│ 4×7×7",
        "├─┐",
        "│ AdaptiveAvgPool2d(1)",
        "│ │ 4×1×1",
        "│ Flatten()",
        "│ │ 4",
        "│ Linear(4, 5)",
        "│ ▼ 5",
        "MaxPool2d(2)",
        "▼ 4×3×3",
    ]


def test_a_side_too_deep_for_the_width_is_woven_in() -> None:
    assert drawn(HEAD, 10) == [
        "input",
        "│ 3×9×9",
        "trunk: Co…",
        "│ 4×7×7",
        "AdaptiveA…",
        "│ 4×1×1",
        "Flatten()",
        "│ 4",
        "Linear(4,…",
        "▼ 5",
        "MaxPool2d…",
        "  ← trunk",
        "▼ 4×3×3",
    ]


def test_a_side_has_its_own_branches_and_counts_in_the_width() -> None:
    head = ["Conv2d(3, 3, 1)", {"add": [["Conv2d(3, 3, 3, padding=1)"], ["Conv2d(3, 3, 1)"]]}]
    layers = [
        "Conv2d(3, 3, 1)",
        {"cat": [[{"name": "b", "layer": "ReLU()"}, *head, {"layer": "Tanh()", "from": "b"}], []]},
    ]
    lines = drawn({"input": [3, 9, 9], "layers": layers})
    assert lines[4:14] == [
        "│ ReLU()",
        "│ │ 3×9×9",
        "│ ├─┐",
        "│ │ Conv2d(3, 3, 1)",
        "│ │ │ 3×9×9",
        "│ │ ├───────────────────────────┐",
        "│ │ Conv2d(3, 3, 3, padding=1)  Conv2d(3, 3, 1)",
        "│ │ │ 3×9×9                     │ 3×9×9",
        "│ │ ├───────────────────────────┘",
        "│ │ add()",
    ]


def test_a_branch_that_forks_once_more_joins_with_both_its_ends() -> None:
    written = {
        "input": [8, 9, 9],
        "layers": [
            {"name": "s", "layer": "ReLU()"},
            {"name": "c", "layer": "Conv2d(8, 8, 1)"},
            {"name": "p", "layer": "Conv2d(8, 2, 1)", "from": "c"},
            {"name": "q", "layer": "Conv2d(8, 3, 1)", "from": "c"},
            {"name": "o", "layer": "Conv2d(8, 4, 1)", "from": "s"},
            {"layer": "cat(1)", "from": ["p", "q", "o"]},
        ],
    }
    assert drawn(written)[3:] == [
        "├─────────────────────────────────┐",
        "Conv2d(8, 8, 1)                   Conv2d(8, 4, 1)",
        "│ 8×9×9                           │ 4×9×9",
        "├────────────────┐                │",
        "Conv2d(8, 2, 1)  Conv2d(8, 3, 1)  │",
        "│ 2×9×9          │ 3×9×9          │",
        "├────────────────┴────────────────┘",
        "cat(1)",
        "▼ 9×9×9",
    ]
    assert "│ ┌─┴────────────────┘" not in drawn(written, 30)
    assert "│ ┌─┘" in drawn(written, 30)


def test_what_is_learned_comes_from_nowhere_and_joins_in() -> None:
    layers = ["Conv2d(3, 4, 3)", {"mul": [[], "Parameter((4, 1, 1))"]}]
    assert drawn({"input": [3, 9, 9], "layers": layers}) == [
        "input",
        "│ 3×9×9",
        "Conv2d(3, 4, 3)",
        "│ 4×7×7",
        "│ Parameter((4, 1, 1))",
        "│ │ 4×1×1",
        "├─┘",
        "mul()",
        "▼ 4×7×7",
    ]


def test_what_is_learned_may_come_first_or_be_taken_twice() -> None:
    first = [{"mul": ["Parameter((3, 1, 1))", ["Conv2d(3, 3, 1)"]]}]
    assert drawn({"input": [3, 9, 9], "layers": first}) == [
        "input",
        "│ 3×9×9",
        "Parameter((3, 1, 1))  Conv2d(3, 3, 1)",
        "│ 3×1×1               │ 3×9×9",
        "├─────────────────────┘",
        "mul()",
        "▼ 3×9×9",
    ]
    twice = [
        {"name": "p", "layer": "Parameter((3, 1, 1))"},
        {"name": "a", "layer": "mul()", "from": ["input", "p"]},
        {"layer": "add()", "from": ["a", "p"]},
    ]
    lines = drawn({"input": [3, 9, 9], "layers": twice})
    assert "a: mul() ← input, p" in lines
    assert "add() ← a, p" in lines


DENSE = {
    "input": [8, 9, 9],
    "layers": [
        {"name": "x0", "layer": "ReLU()"},
        {"name": "x1", "layer": "Conv2d(8, 4, 1)"},
        {"name": "c1", "layer": "cat(1)", "from": ["x0", "x1"]},
        {"name": "x2", "layer": "Conv2d(12, 4, 1)"},
        {"name": "c2", "layer": "cat(1)", "from": ["x0", "x1", "x2"]},
        "ReLU()",
    ],
}


def test_what_no_nesting_can_show_says_what_feeds_it() -> None:
    assert drawn(DENSE) == [
        "input",
        "x0: ReLU()",
        "│ 8×9×9",
        "├─┐",
        "│ x1: Conv2d(8, 4, 1)",
        "│ │ 4×9×9",
        "│ cat(1) ← x0, x1",
        "│ │ 12×9×9",
        "│ x2: Conv2d(12, 4, 1)",
        "│ │ 4×9×9",
        "├─┘",
        "cat(1) ← x0, x1, x2",
        "ReLU()",
        "▼ 16×9×9",
    ]


def test_what_feeds_a_layer_stands_below_it_where_the_line_is_too_short() -> None:
    lines = drawn(DENSE, 16)
    assert lines[lines.index("cat(1)") :] == ["cat(1)", "  ← x0, x1, x2", "ReLU()", "▼ 16×9×9"]


def test_a_join_of_one_node_with_itself_has_two_lines() -> None:
    written = {"input": [8, 9, 9], "layers": [{"layer": "add()", "from": ["input", "input"]}]}
    assert drawn(written) == ["input", "│ 8×9×9", "├─┐", "├─┘", "add()", "▼ 8×9×9"]
    assert drawn(written, 7) == ["input", "│ 8×9×9", "add()", "▼ 8×9×9"]


def test_hidden_shapes_are_asked_and_do_not_show_by_standing_close() -> None:
    lines = drawn(RESIDUAL, hidden=frozenset({"3", "6"}))
    assert lines[3:6] == ["BatchNorm2d(8)", "│ 8×30×30", "ReLU()"]
    assert "│ ?" in lines
    assert "8×15×15" not in "\n".join(lines)


def test_shapes_end_where_torch_refuses_and_the_drawing_goes_on() -> None:
    written = {"input": [3, 9, 9], "layers": "Conv2d(3, 4, 3), Conv2d(5, 4, 3), ReLU()"}
    assert drawn(written) == [
        "input", "│ 3×9×9", "Conv2d(3, 4, 3)", "│ 4×7×7", "Conv2d(5, 4, 3)", "ReLU()", "▼",
    ]  # fmt: skip


def test_a_network_without_layers_is_its_input() -> None:
    assert drawn({"input": [3, 9, 9], "layers": []}) == ["input", "▼ 3×9×9"]


def test_inputs_that_nothing_takes_and_heads_of_two_nodes_are_drawn_too() -> None:
    written = {
        "input": {"idle": [2, 2], "x": [3, 9, 9]},
        "layers": [
            {"name": "a", "layer": "ReLU()", "from": "x"},
            {"name": "b", "layer": "Conv2d(3, 3, 1)", "from": "a"},
            {"name": "head", "layer": "add()", "from": ["a", "b"]},
            {"layer": "Sigmoid()", "from": "b"},
        ],
    }
    assert drawn(written) == [
        "idle",
        "▼ 2×2",
        "x",
        "a: ReLU()",
        "b: Conv2d(3, 3, 1)",
        "Sigmoid()",
        "▼ 3×9×9",
        "add() ← a, b",
        "▼ 3×9×9",
    ]


def calls_in(network: Network, lines: list[str]) -> Counter[str]:
    text = "\n".join(lines)
    return Counter({node.text: text.count(node.text) for node in network.nodes})


def places_of(chain: Chain) -> list[int]:
    found: list[int] = []
    for item in chain:
        if isinstance(item, Fork):
            found += [place for branch in item.branches for place in places_of(branch)]
        elif isinstance(item, Side):
            found += places_of(item.branch)
        else:
            found += item.places if isinstance(item, Woven) else (item,)
    return found


@given(written=networks(), deepest=st.integers(0, 5))
@settings(max_examples=80, deadline=None)
def test_every_place_is_in_the_chain_once(written: Any, deepest: int) -> None:
    network = read_network(written)
    assert sorted(places_of(chain_of(network, deepest))) == list(range(1 + len(network.nodes)))


@given(written=networks(), width=st.integers(1, 120))
@settings(max_examples=80, deadline=None)
def test_no_line_is_wider_than_asked(written: Any, width: int) -> None:
    assert all(0 < cell_width(line) <= width for line in drawn(written, width))


@pytest.mark.parametrize("name", zoo.names())
def test_architectures_are_drawn_whole_and_within_the_width(name: str) -> None:
    network = zoo.network(name)
    for width in (20, 80):
        assert max(map(cell_width, diagram_lines(network, width))) <= width
    found = calls_in(network, diagram_lines(network, 500))
    for text, count in Counter(node.text for node in network.nodes).items():
        assert found[text] >= count
