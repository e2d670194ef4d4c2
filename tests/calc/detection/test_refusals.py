"""What no calculation can be made of is refused, with the figure that is wrong."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from quizapp.calc.detection import (
    CALCULATIONS,
    anchors,
    average_precision,
    densenet_channels,
    densenet_layers,
    iou,
    nms,
    roi_bins,
    roi_coordinates,
    roi_window,
    spp_length,
    yolo_outputs,
)
from quizapp.errors import ExpressionError
from quizapp.words import sentence

BOX = (0, 0, 4, 4)

REFUSED: list[tuple[Callable[[], Any], str]] = [
    (lambda: iou(BOX, (4, 0, 0, 4)), "x1 < x2 and y1 < y2, not (4, 0, 0, 4)"),
    (lambda: iou((0, 3, 4, 3), BOX), "not (0, 3, 4, 3)"),
    (lambda: iou(BOX, (0, 0, 4)), "not (0, 0, 4)"),
    (lambda: nms([BOX, BOX], [1], Fraction(1, 2)), "2 boxes need as many scores, not 1"),
    (lambda: anchors(38, 0, 3, 3), "width is a whole number of at least 1, not 0"),
    (lambda: anchors(38, Fraction(1, 2), 3, 3), "width is a whole number of at least 1, not 1/2"),
    (lambda: anchors(10**4, 10**4, 3, 3), "more than 10,000,000"),
    (lambda: roi_coordinates(BOX, 0), "stride is above zero, not 0"),
    (lambda: roi_window((1, 1, 2, 40), 16), "between two places"),
    (lambda: roi_window((1, 1, 40, 2), 16), "between two places"),
    (lambda: roi_window((-(10**9), 0, 0, 40), 16), "more than 10,000,000"),
    (lambda: roi_bins(10**4, 10**4), "more than 10,000,000"),
    (lambda: spp_length((1, -2), 256), "level is a whole number of at least 1, not -2"),
    (lambda: yolo_outputs(7, 2, 10**6), "more than 10,000,000"),
    (lambda: densenet_channels(64, 32, -1), "layers is a whole number of at least 0, not -1"),
    (lambda: densenet_channels(64, 32, 6, 2), "at most 1, not 2"),
    (lambda: densenet_channels(64, 32, 6, 0), "above 0 and at most 1, not 0"),
    (lambda: densenet_layers(121), "10, 16, 22 … layers deep, not 121"),
    (lambda: densenet_layers(4), "layers deep, not 4"),
    (lambda: average_precision((1, 1), 1), "at most 1 of them 1"),
    (lambda: average_precision((1, 2), 5), "detections are 1 or 0"),
    (lambda: average_precision((), 0), "positives is a whole number of at least 1, not 0"),
]


@pytest.mark.parametrize(("call", "said"), REFUSED)
def test_a_calculation_refuses(call: Callable[[], Any], said: str) -> None:
    with pytest.raises(ExpressionError) as refused:
        call()
    assert said in str(refused.value)
    assert sentence(refused.value, "ko") != str(refused.value)


@pytest.mark.parametrize("name", CALCULATIONS)
def test_text_is_no_number(name: str) -> None:
    count = len(CALCULATIONS[name].symbols)
    with pytest.raises((TypeError, ExpressionError)):
        CALCULATIONS[name](*["a"] * count)
