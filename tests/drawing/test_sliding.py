"""A window sliding over a map."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.calc import read_network, trace, zoo
from quizapp.drawing import Sliding, kernel_step, slidings
from quizapp.words import cell_width


def sliding_of(layer: str, shape: tuple[int, ...]) -> Sliding:
    (sliding,) = slidings(trace(read_network({"input": list(shape), "layers": layer})))
    return sliding


def test_a_window_with_padding_and_a_stride_fills_the_output() -> None:
    sliding = sliding_of("Conv2d(1, 1, 3, padding=1, stride=2)", (1, 5, 5))
    assert sliding.steps == 9
    assert kernel_step(sliding, 0) == [
        "▓▓▓▓▓▓░░░░░░░░",
        "▓▓████. . . ░░",
        "▓▓████. . . ░░     ██. .",
        "░░. . . . . ░░  →  . . .",
        "░░. . . . . ░░     . . .",
        "░░. . . . . ░░",
        "░░░░░░░░░░░░░░",
    ]
    assert kernel_step(sliding, 4, ascii_only=True) == [
        "::::::::::::::",
        "::. . . . . ::",
        "::. ######. ::     oooooo",
        "::. ######. ::  >  oo##.",
        "::. ######. ::     . . .",
        "::. . . . . ::",
        "::::::::::::::",
    ]


def test_a_dilated_window_leaves_places_out() -> None:
    sliding = sliding_of("Conv1d(1, 1, 3, dilation=2)", (1, 7))
    assert kernel_step(sliding, 1) == [". ██. ██. ██.   →  ▒▒██."]
    assert [list(places) for places in sliding.taken(1)] == [[0], [1, 3, 5]]


def test_rounded_up_a_window_may_hang_over_the_edge() -> None:
    sliding = sliding_of("MaxPool2d(2, ceil_mode=True)", (1, 3, 3))
    assert kernel_step(sliding, 3) == [
        ". . . ░░",
        ". . . ░░  →  ▒▒▒▒",
        ". . ██▓▓     ▒▒██",
        "░░░░▓▓▓▓",
    ]


def test_of_a_large_map_the_part_around_the_window_is_drawn() -> None:
    sliding = sliding_of("Conv2d(3, 8, 3)", (3, 64, 64))
    lines = kernel_step(sliding, 30 * 62 + 30, 40, 7)
    assert len(lines) == 7
    assert lines[0].strip().replace(" ", "") == "……"
    assert all(cell_width(line) <= 40 for line in lines)
    assert sum(line.count("█") for line in lines) == 2 * (9 + 1)


def test_a_kind_of_window_is_shown_once_and_pointwise_ones_not_at_all() -> None:
    calls = [sliding.call for sliding in slidings(trace(zoo.network("resnet18")))]
    assert calls == [
        "Conv2d(3, 64, 7, stride=2, padding=3, bias=False)",
        "MaxPool2d(3, stride=2, padding=1)",
        "Conv2d(64, 64, 3, padding=1, bias=False)",
    ]


@given(
    size=st.integers(3, 40), kernel=st.integers(2, 3), stride=st.integers(1, 3),
    padding=st.integers(0, 1), width=st.integers(30, 90), height=st.integers(3, 20), data=st.data(),
)  # fmt: skip
@settings(max_examples=80, deadline=None)
def test_the_window_and_its_output_are_always_in_sight(
    size: int, kernel: int, stride: int, padding: int, width: int, height: int, data: Any
) -> None:
    layer = f"Conv2d(1, 1, {kernel}, stride={stride}, padding={padding})"
    sliding = sliding_of(layer, (1, size, size))
    step = data.draw(st.integers(0, sliding.steps - 1))
    lines = kernel_step(sliding, step, width, height)
    assert len(lines) <= height
    assert all(cell_width(line) <= width for line in lines)
    taken = sum(line.count("█") + line.count("▓") for line in lines)
    assert taken == 2 * (kernel * kernel + 1) or height < kernel + 2


@pytest.mark.parametrize("layer", ["Conv2d(1, 1, 3, padding=1)", "AvgPool2d(2)", "Conv2d(1, 1, 5)"])
def test_every_output_is_made_once_in_order(layer: str) -> None:
    sliding = sliding_of(layer, (1, 8, 8))
    made = [sliding.output(step) for step in range(sliding.steps)]
    assert made == sorted(set(made))
    assert len(made) == sliding.outputs[0] * sliding.outputs[1]
