"""Every calculation here by the name that expressions call it by."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from quizapp.calc.detection import boxes, grids, growth, precision, proposals
from quizapp.calc.detection.table import N, RuleTable

Symbols = str | tuple[str, ...] | None
"""Of an argument: one symbol for its number or numbers, or one for each; None for what only picks.

An empty one stands for a number that has no symbol.
"""

_FIRST = ("x1", "y1", "x2", "y2")
_SECOND = ("u1", "v1", "u2", "v2")


@dataclass(frozen=True, slots=True)
class Calculation:
    """A function over numbers or terms, the rules it follows, and its arguments in formulas."""

    run: Callable[..., N]
    """Takes a table like ``rules`` as the keyword of that name."""
    rules: RuleTable
    symbols: Mapping[str, Symbols]
    """By the name of the argument, in order."""
    optional: int = 0
    """How many arguments at the end may be left out."""
    steps: tuple[str, ...] = ()
    """Entries of the rules whose results are numbers of their own in a derivation."""

    def __call__(self, *arguments: Any, rules: RuleTable | None = None) -> N:
        """The result by these rules, or the right ones."""
        return self.run(*arguments, rules=rules or self.rules)


_BOXES: Mapping[str, Symbols] = {"boxes": "", "scores": None, "threshold": None}
_HITS: Mapping[str, Symbols] = {"hits": None, "positives": "P"}
_YOLO: Mapping[str, Symbols] = {"boxes": "B", "classes": "C"}

CALCULATIONS: Mapping[str, Calculation] = {
    "iou": Calculation(boxes.iou, boxes.IOU, {"one": _FIRST, "other": _SECOND}),
    "nms": Calculation(boxes.nms, boxes.NMS, _BOXES),
    "nms_count": Calculation(boxes.nms_count, boxes.NMS, _BOXES),
    "anchors": Calculation(
        proposals.anchors,
        proposals.ANCHORS,
        {"height": "H", "width": "W", "scales": "n_scales", "ratios": "n_ratios"},
    ),
    "rpn_scores": Calculation(proposals.rpn_scores, proposals.RPN, {"k": "k"}),
    "rpn_offsets": Calculation(proposals.rpn_offsets, proposals.RPN, {"k": "k"}),
    "rpn_outputs": Calculation(proposals.rpn_outputs, proposals.RPN, {"k": "k"}),
    "roi_coordinates": Calculation(
        proposals.roi_coordinates, proposals.ROI, {"box": _FIRST, "stride": "S"}
    ),
    "roi_window": Calculation(proposals.roi_window, proposals.ROI, {"box": _FIRST, "stride": "S"}),
    "roi_bins": Calculation(proposals.roi_bins, proposals.BINS, {"size": "w", "bins": "n"}),
    "spp_length": Calculation(proposals.spp_length, proposals.SPP, {"levels": "", "channels": "C"}),
    "yolo_channels": Calculation(grids.yolo_channels, grids.YOLO, _YOLO),
    "yolo_outputs": Calculation(grids.yolo_outputs, grids.YOLO, {"side": "S", **_YOLO}),
    "yolo2_channels": Calculation(grids.yolo2_channels, grids.YOLO_2, _YOLO),
    "yolo2_outputs": Calculation(grids.yolo2_outputs, grids.YOLO_2, {"side": "S", **_YOLO}),
    "densenet_channels": Calculation(
        growth.densenet_channels,
        growth.DENSENET,
        {"k0": "k0", "growth": "k", "layers": "l", "compression": "θ"},
        optional=1,
    ),
    "densenet_layer_input": Calculation(
        growth.densenet_layer_input, growth.DENSENET, {"k0": "k0", "growth": "k", "layer": "l"}
    ),
    "average_precision": Calculation(
        precision.average_precision, precision.PRECISION, _HITS, steps=("precision",)
    ),
    "average_precision_11": Calculation(
        precision.average_precision_11, precision.PRECISION, _HITS, steps=("precision",)
    ),
}
"""By name."""
