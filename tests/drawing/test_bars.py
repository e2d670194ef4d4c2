"""Bars of what is seen and of what is learned."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.calc import Trace, read_network, trace, zoo
from quizapp.drawing import field_bars, share_bars
from quizapp.drawing.progress import percentage
from quizapp.words import cell_width
from tests.calc.random_networks import networks

CHAIN = "Conv2d(3, 16, 5), MaxPool2d(2), Conv2d(16, 32, 3), Conv2d(32, 32, 3, stride=2)"


def walk_of(layers: Any, shape: tuple[int, ...] = (3, 32, 32)) -> Trace:
    return trace(read_network({"input": list(shape), "layers": layers}))


def test_what_a_unit_sees_grows_towards_the_input() -> None:
    assert field_bars(walk_of(CHAIN), 60) == [
        "input                        ██████████████  14",
        "Conv2d(3, 16, 5)               ██████████    10",
        "MaxPool2d(2)                      █████       5",
        "Conv2d(16, 32, 3)                  ███        3",
        "Conv2d(32, 32, 3, stride=2)         █         1",
    ]


def test_bars_are_scaled_where_they_do_not_fit_and_labels_are_cut() -> None:
    assert field_bars(walk_of(CHAIN), 30, ascii_only=True) == [
        "input             ########  14",
        "Conv2d(3, 16, 5)   ######   10",
        "MaxPool2d(2)         ###     5",
        "Conv2d(16, 32, ~     ##      3",
        "Conv2d(32, 32, ~      #      1",
    ]


def test_layers_that_change_nothing_are_left_out() -> None:
    lines = field_bars(walk_of("Conv2d(3, 3, 3), ReLU(), Conv2d(3, 3, 1), MaxPool2d(2), Tanh()"))
    assert [line.split()[-1] for line in lines] == ["4", "2", "1"]


def test_axes_that_differ_show_all_numbers_and_one_bar() -> None:
    walked = walk_of("Conv2d(3, 3, (7, 3))")
    assert field_bars(walked, 40) == [
        "input                 ███  7×3",
        "Conv2d(3, 3, (7, 3))   █     1",
    ]
    assert "███████" in field_bars(walked, 40, axis=0)[0]


def test_without_a_map_there_is_nothing_to_draw() -> None:
    assert field_bars(walk_of("Linear(4, 2)", (4,))) == []
    assert share_bars(walk_of("ReLU()")) == []


def test_shares_are_of_all_that_is_learned() -> None:
    walked = walk_of("Conv2d(3, 8, 3, bias=False), ReLU(), Conv2d(8, 16, 1, bias=False)")
    assert share_bars(walked, 60) == [
        "Conv2d(3, 8, 3, bias=False)   ████████████████  216   62.8 %",
        "Conv2d(8, 16, 1, bias=False)  █████████▍        128   37.2 %",
    ]


@pytest.mark.parametrize(
    ("part", "whole", "text"),
    [(1, 3, "33.3 %"), (2, 3, "66.7 %"), (1, 1, "100.0 %"), (1, 2000, "0.1 %"), (1, 2001, "0.0 %")],
)
def test_percentages_are_rounded_to_a_tenth_halves_up(part: int, whole: int, text: str) -> None:
    assert percentage(part, whole) == text


@given(written=networks(), width=st.integers(1, 100))
@settings(max_examples=60, deadline=None)
def test_no_line_is_wider_than_asked(written: Any, width: int) -> None:
    walked = trace(read_network(written))
    lines = field_bars(walked, width) + share_bars(walked, width)
    assert all(cell_width(line) <= width for line in lines)


@pytest.mark.parametrize("name", ["vgg16", "googlenet", "vit_b_16", "unet"])
def test_every_layer_that_learns_has_its_bar_and_the_counts_add_up(name: str) -> None:
    walked = trace(zoo.network(name))
    lines = share_bars(walked, 120)
    counts = [int(line.split()[-3].replace(",", "")) for line in lines]
    assert counts == [row.parameters for row in walked.rows if row.parameters]
    assert all("█" in line or "▏" in line or "▎" in line for line in share_bars(walked, 40)[:1])
