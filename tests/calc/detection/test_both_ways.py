"""Both ways of every calculation agree, and would not if one of its rules were wrong."""

from contextlib import suppress
from dataclasses import fields
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.calc.detection import CALCULATIONS, iou
from quizapp.calc.proof.detection import SECOND_WAYS
from quizapp.errors import ExpressionError
from tests.calc.detection.arguments import ARGUMENTS


def test_every_calculation_has_a_second_way_and_random_arguments_here() -> None:
    assert CALCULATIONS.keys() == SECOND_WAYS.keys() == ARGUMENTS.keys()


@pytest.mark.parametrize("name", CALCULATIONS)
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_both_ways_agree(name: str, data: st.DataObject) -> None:
    arguments = data.draw(ARGUMENTS[name])
    assert CALCULATIONS[name](*arguments) == SECOND_WAYS[name](*arguments)


WHOLE_BOXES = st.tuples(*[st.integers(0, 6)] * 2, *[st.integers(7, 12)] * 2)


@given(one=WHOLE_BOXES, other=WHOLE_BOXES)
def test_overlap_is_the_pixels_in_both_to_the_pixels_in_either(
    one: tuple[int, ...], other: tuple[int, ...]
) -> None:
    def pixels(box: tuple[int, ...]) -> set[tuple[int, int]]:
        return set(product(range(box[0], box[2]), range(box[1], box[3])))

    both, either = pixels(one) & pixels(other), pixels(one) | pixels(other)
    assert iou(one, other) == Fraction(len(both), len(either))


ROW = (((0, 0, 10, 10), (3, 0, 13, 10), (6, 0, 16, 10)), (2, 3, 1), Fraction(1, 2))
CHAIN = (ROW[0], (3, 2, 1), Fraction(1, 2))
LEVEL = (((0, 0, 10, 10), (0, 0, 10, 5)), (2, 1), Fraction(1, 2))
HITS = ((0, 1, 1, 0, 1), 4)

# For each entry of a calculation's rules: a wrong one, and arguments that give it away.
WRONG: list[tuple[str, str, Any, tuple[Any, ...]]] = [
    ("iou", "side", lambda low, high: high - low + 1, ((0, 0, 4, 4), (2, 2, 6, 6))),
    ("iou", "shared", lambda rules, one, other: rules.side(other[0], one[1]),
     ((0, 0, 4, 4), (5, 5, 6, 6))),
    ("iou", "area", lambda width, height: width + height, ((0, 0, 4, 4), (2, 2, 6, 6))),
    ("iou", "union", lambda one, other, both: one + other, ((0, 0, 4, 4), (2, 2, 6, 6))),
    ("iou", "ratio", lambda both, either: both - either, ((0, 0, 4, 4), (2, 2, 6, 6))),
    ("nms", "order", lambda scores: range(len(scores)), ROW),
    ("nms", "rivals", lambda kept, before: before, CHAIN),
    ("nms", "overlap", lambda one, other: 0, ROW),
    ("nms", "suppresses", lambda overlap, threshold: overlap >= threshold, LEVEL),
    ("nms_count", "order", lambda scores: range(len(scores)), ROW),
    ("nms_count", "rivals", lambda kept, before: before, CHAIN),
    ("nms_count", "overlap", lambda one, other: 0, ROW),
    ("nms_count", "suppresses", lambda overlap, threshold: overlap >= threshold, LEVEL),
    ("anchors", "anchors_at_place", lambda scales, ratios: scales + ratios, (4, 5, 3, 3)),
    ("anchors", "places", lambda height, width: height, (4, 5, 3, 3)),
    ("anchors", "total", lambda places, each: each, (4, 5, 3, 3)),
    ("rpn_scores", "scores", lambda k, classes: k, (9,)),
    ("rpn_offsets", "offsets", lambda k: 5 * k, (9,)),
    ("rpn_outputs", "scores", lambda k, classes: k * classes, (9, 20)),
    ("rpn_outputs", "offsets", lambda k: 5 * k, (9,)),
    ("rpn_outputs", "total", max, (9,)),
    ("roi_coordinates", "projected", lambda edge, stride: edge // stride, ((1, 1, 40, 40), 16)),
    ("roi_window", "first", lambda edge, stride: edge // stride, ((1, 1, 40, 40), 16)),
    ("roi_window", "last", lambda edge, stride: edge // stride + 1, ((1, 1, 40, 40), 16)),
    ("roi_bins", "start", lambda number, size, bins: number * (size // bins), (13, 5)),
    ("roi_bins", "end", lambda number, size, bins: (number + 1) * size // bins, (13, 6)),
    ("spp_length", "bins_of_level", lambda side: side, ((1, 2, 3, 6), 256)),
    ("spp_length", "all_bins", max, ((1, 2, 3, 6), 256)),
    ("spp_length", "length", lambda bins, channels: bins, ((1, 2, 3, 6), 256)),
    ("yolo_channels", "numbers_of_box", lambda: 4, (2, 20)),
    ("yolo_channels", "channels", lambda numbers, boxes, classes: boxes * (numbers + classes),
     (2, 20)),
    ("yolo_outputs", "numbers_of_box", lambda: 4, (7, 2, 20)),
    ("yolo_outputs", "channels", lambda numbers, boxes, classes: numbers * boxes, (7, 2, 20)),
    ("yolo_outputs", "cells", lambda side: side, (7, 2, 20)),
    ("yolo_outputs", "total", lambda cells, channels: channels, (7, 2, 20)),
    ("yolo2_channels", "numbers_of_box", lambda: 4, (5, 20)),
    ("yolo2_channels", "channels", lambda numbers, boxes, classes: numbers * boxes + classes,
     (5, 20)),
    ("yolo2_outputs", "numbers_of_box", lambda: 4, (13, 5, 20)),
    ("yolo2_outputs", "channels", lambda numbers, boxes, classes: numbers * boxes, (13, 5, 20)),
    ("yolo2_outputs", "cells", lambda side: side, (13, 5, 20)),
    ("yolo2_outputs", "total", lambda cells, channels: channels, (13, 5, 20)),
    ("densenet_channels", "grown", lambda k0, growth, layers: k0 * 2**layers, (48, 24, 8)),
    ("densenet_channels", "leaving", lambda rules, k0, growth, layers, theta: k0, (48, 24, 8)),
    ("densenet_channels", "compressed", lambda channels, theta: channels,
     (48, 24, 8, Fraction(1, 2))),
    ("densenet_layer_input", "layers_before", lambda layer: layer, (48, 24, 8)),
    ("densenet_layer_input", "grown", lambda k0, growth, layers: k0, (48, 24, 8)),
    ("densenet_layer_input", "compressed", lambda channels, theta: channels // 2, (48, 24, 8)),
    ("densenet_layer_input", "leaving", lambda rules, k0, growth, layers, theta: k0,
     (48, 24, 8)),
    ("densenet_layers", "outside", lambda: 10, (100,)),
    ("densenet_layers", "convolutions_of_layer", lambda: 1, (100,)),
    ("densenet_connections", "connections", lambda layers: layers, (8,)),
    ("average_precision", "precision", lambda right, rank: right, HITS),
    ("average_precision", "interpolated", lambda precisions: precisions[0], HITS),
    ("average_precision", "recall_step", lambda positives: Fraction(1, 3), HITS),
    ("average_precision_11", "precision", lambda right, rank: right, HITS),
    ("average_precision_11", "interpolated", lambda precisions: precisions[0], HITS),
    ("average_precision_11", "recall_step", lambda positives: Fraction(1, 3), HITS),
    ("average_precision_11", "recall_levels", lambda: 10, HITS),
    ("separable_share", "depthwise", lambda filters: 1, (3, 40)),
    ("separable_share", "pointwise", lambda kernel: Fraction(1, kernel), (3, 40)),
    ("separable_share", "together", lambda depthwise, pointwise: depthwise * pointwise, (3, 40)),
]  # fmt: skip

UNUSED = {
    ("rpn_scores", "offsets"), ("rpn_scores", "total"),
    ("rpn_offsets", "scores"), ("rpn_offsets", "total"),
    ("roi_coordinates", "first"), ("roi_coordinates", "last"), ("roi_window", "projected"),
    ("yolo_channels", "cells"), ("yolo_channels", "total"),
    ("yolo2_channels", "cells"), ("yolo2_channels", "total"),
    ("average_precision", "recall_levels"),
    *((name, entry) for name, entries in {
        "densenet_channels": ("layers_before", "connections", "outside", "convolutions_of_layer"),
        "densenet_layer_input": ("connections", "outside", "convolutions_of_layer"),
        "densenet_layers": ("layers_before", "grown", "compressed", "leaving", "connections"),
        "densenet_connections": (
            "layers_before", "grown", "compressed", "leaving", "outside", "convolutions_of_layer",
        ),
    }.items() for entry in entries),
}  # fmt: skip
"""Entries of a table that serve another calculation of the family."""


def test_every_rule_has_a_wrong_one_here() -> None:
    entries = {
        (name, field.name)
        for name, calculation in CALCULATIONS.items()
        for field in fields(calculation.rules)
    }
    assert {(name, entry) for name, entry, *_ in WRONG} | UNUSED == entries


@pytest.mark.parametrize(("name", "entry", "wrong", "arguments"), WRONG)
def test_a_wrong_rule_is_noticed(
    name: str, entry: str, wrong: Any, arguments: tuple[Any, ...]
) -> None:
    calculation, proved = CALCULATIONS[name], SECOND_WAYS[name](*arguments)
    assert calculation(*arguments) == proved
    rules = calculation.rules.with_(**{entry: wrong})
    with suppress(ExpressionError):  # one that falls apart is noticed as well
        assert calculation(*arguments, rules=rules) != proved


def test_an_entry_that_is_none_is_refused() -> None:
    with pytest.raises(TypeError, match="unexpected keyword"):
        CALCULATIONS["iou"].rules.with_(sides=max)
