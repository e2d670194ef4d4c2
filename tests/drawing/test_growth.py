"""What a unit sees of the input, growing layer by layer."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.calc import ReceptiveField, Trace, read_network, trace, zoo
from quizapp.calc.graph.sight import widths
from quizapp.drawing import field_grid, growth
from quizapp.words import cell_width
from tests.calc.random_networks import networks


def walk_of(layers: Any, shape: tuple[int, ...] = (3, 32, 32)) -> Trace:
    return trace(read_network({"input": list(shape), "layers": layers}))


def test_the_field_grows_around_its_middle() -> None:
    steps = growth(walk_of("Conv2d(3, 3, 3), MaxPool2d(2)", (3, 9, 9)))
    assert [step.call for step in steps] == ["", "Conv2d(3, 3, 3)", "MaxPool2d(2)"]
    assert field_grid(steps, 0, (3, 9, 9)) == (
        [
            ". . . . . .",
            ". . . . . .",
            ". . ██. . .",
            ". . . . . .",
            ". . . . . .",
            ". . . . . .",
        ],
        1,
    )
    assert field_grid(steps, 1, (3, 9, 9))[0] == [
        ". . . . . .",
        ". ▒▒▒▒▒▒. .",
        ". ▒▒██▒▒. .",
        ". ▒▒▒▒▒▒. .",
        ". . . . . .",
        ". . . . . .",
    ]
    assert field_grid(steps, 2, (3, 9, 9))[0] == [
        ". . . . . .",
        ". ██████▒▒.",
        ". ██████▒▒.",
        ". ██████▒▒.",
        ". ▒▒▒▒▒▒▒▒.",
        ". . . . . .",
    ]


def test_what_is_seen_of_the_padding_is_told_apart() -> None:
    walked = walk_of("Conv2d(1, 1, 3, padding=1), Conv2d(1, 1, 3, padding=1)", (1, 3, 3))
    steps = growth(walked)
    assert field_grid(steps, 2, (1, 3, 3), ascii_only=True)[0] == [
        "::::::::::",
        "::######::",
        "::######::",
        "::######::",
        "::::::::::",
    ]


def test_a_sequence_is_a_row() -> None:
    steps = growth(walk_of("Conv1d(1, 1, 3)", (1, 9)))
    assert field_grid(steps, 1, (1, 9)) == ([". ▒▒██▒▒."], 1)


def test_the_picture_grows_coarser_as_more_is_seen() -> None:
    steps = growth(trace(zoo.network("vgg16")))
    measures = [field_grid(steps, step, (3, 224, 224), 72, 14)[1] for step in range(len(steps))]
    assert measures == sorted(measures)
    assert (measures[0], measures[-1]) == (1, 16)


def test_only_what_is_seen_is_drawn_with_its_rim() -> None:
    lines, coarse = field_grid(growth(walk_of("Conv2d(3, 3, 3)", (3, 224, 224))), 1, (3, 224, 224))
    assert coarse == 1
    assert lines == [". . . . .", ". ▒▒▒▒▒▒.", ". ▒▒██▒▒.", ". ▒▒▒▒▒▒.", ". . . . ."]


def test_layers_that_see_no_more_are_no_steps() -> None:
    steps = growth(walk_of("Conv2d(3, 3, 3), ReLU(), Conv2d(3, 3, 1), Conv2d(3, 3, 3)"))
    assert [widths(step.stretches) for step in steps] == [(1, 1), (3, 3), (5, 5)]


def test_without_a_window_only_the_pixel_is_left() -> None:
    assert growth(walk_of("Linear(4, 2)", (4,))) == ()
    assert growth(walk_of("ReLU()")) == ()


@pytest.mark.parametrize("name", ["resnet50", "googlenet", "unet", "densenet121"])
def test_the_last_step_sees_as_much_as_the_largest_field(name: str) -> None:
    walked = trace(zoo.network(name))
    fields = [row.receptive_field for row in walked.rows]
    largest = max(field.size for field in fields if isinstance(field, ReceptiveField))
    assert widths(growth(walked)[-1].stretches) == largest


@given(written=networks(), width=st.integers(2, 100), height=st.integers(1, 20))
@settings(max_examples=60, deadline=None)
def test_no_grid_is_larger_than_asked(written: Any, width: int, height: int) -> None:
    walked = trace(read_network(written))
    steps = growth(walked)
    shape = next(iter(walked.network.inputs.values()))
    for step in range(len(steps)):
        lines, coarse = field_grid(steps, step, shape, width, height)
        assert len(lines) <= height
        assert all(cell_width(line) <= width for line in lines)
        assert coarse >= 1
        assert any("█" in line or "▒" in line or "░" in line for line in lines)
