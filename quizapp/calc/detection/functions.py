"""Every calculation here by the name that expressions call it by."""

from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Any

from quizapp.calc.detection import boxes, grids, growth, precision, proposals, separable
from quizapp.calc.detection.table import N, RuleTable
from quizapp.frozen import dataclass

Symbols = str | tuple[str, ...] | None
"""Of an argument: one symbol for its number or numbers, or one for each; None for what only picks.

An empty one stands for a number that has no symbol.
"""

_FIRST = ("x1", "y1", "x2", "y2")
_SECOND = ("u1", "v1", "u2", "v2")


TABLES: Mapping[str, RuleTable] = {
    "iou": boxes.IOU,
    "nms": boxes.NMS,
    "anchors": proposals.ANCHORS,
    "rpn": proposals.RPN,
    "roi": proposals.ROI,
    "bins": proposals.BINS,
    "spp": proposals.SPP,
    "yolo": grids.YOLO,
    "yolo2": grids.YOLO_2,
    "densenet": growth.DENSENET,
    "precision": precision.PRECISION,
    "separable": separable.SEPARABLE,
}
"""The right tables, by the name that those who replace an entry call them by."""


@dataclass(frozen=True, slots=True)
class Calculation:
    """A function over numbers or terms, the rules it follows, and its arguments in formulas."""

    run: Callable[..., N]
    """Takes a table like ``rules`` as the keyword of that name."""
    table: str
    """The name of its table among :data:`TABLES`."""
    symbols: Mapping[str, Symbols]
    """By the name of the argument, in order."""
    optional: int = 0
    """How many arguments at the end may be left out."""
    steps: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Entries of the rules whose results are numbers of their own in a derivation.

    Each with its label, or labels in turn where it is looked at several times.
    """

    @property
    def rules(self) -> RuleTable:
        """The right ones."""
        return TABLES[self.table]

    def __call__(self, *arguments: Any, rules: RuleTable | None = None) -> N:
        """The result by these rules, or the right ones."""
        return self.run(*arguments, rules=rules or self.rules)


_BOXES: Mapping[str, Symbols] = {"boxes": "", "scores": None, "threshold": None}
_HITS: Mapping[str, Symbols] = {"hits": None, "positives": "P"}
_YOLO: Mapping[str, Symbols] = {"boxes": "B", "classes": "C"}
_ANCHORS: Mapping[str, Symbols] = {"k": "k", "classes": "C"}
_ROI: Mapping[str, Symbols] = {"box": _FIRST, "stride": "S"}

CALCULATIONS: Mapping[str, Calculation] = {
    "iou": Calculation(
        boxes.iou,
        "iou",
        {"one": _FIRST, "other": _SECOND},
        steps={"area": ("A ∩ B", "A", "B")},
    ),
    "nms": Calculation(boxes.nms, "nms", _BOXES, steps={"overlap": ("IoU",)}),
    "nms_count": Calculation(boxes.nms_count, "nms", _BOXES, steps={"overlap": ("IoU",)}),
    "anchors": Calculation(
        proposals.anchors,
        "anchors",
        {"height": "H", "width": "W", "scales": "n_scales", "ratios": "n_ratios"},
    ),
    "rpn_scores": Calculation(proposals.rpn_scores, "rpn", _ANCHORS, optional=1),
    "rpn_offsets": Calculation(proposals.rpn_offsets, "rpn", {"k": "k"}),
    "rpn_outputs": Calculation(proposals.rpn_outputs, "rpn", _ANCHORS, optional=1),
    "roi_coordinates": Calculation(proposals.roi_coordinates, "roi", _ROI),
    "roi_window": Calculation(proposals.roi_window, "roi", _ROI),
    "roi_bins": Calculation(proposals.roi_bins, "bins", {"size": "w", "bins": "n"}),
    "spp_length": Calculation(proposals.spp_length, "spp", {"levels": "", "channels": "C"}),
    "yolo_channels": Calculation(grids.yolo_channels, "yolo", _YOLO),
    "yolo_outputs": Calculation(grids.yolo_outputs, "yolo", {"side": "S", **_YOLO}),
    "yolo2_channels": Calculation(grids.yolo2_channels, "yolo2", _YOLO),
    "yolo2_outputs": Calculation(grids.yolo2_outputs, "yolo2", {"side": "S", **_YOLO}),
    "densenet_channels": Calculation(
        growth.densenet_channels,
        "densenet",
        {"k0": "k0", "growth": "k", "layers": "l", "compression": "θ"},
        optional=1,
    ),
    "densenet_layer_input": Calculation(
        growth.densenet_layer_input, "densenet", {"k0": "k0", "growth": "k", "layer": "l"}
    ),
    "densenet_layers": Calculation(growth.densenet_layers, "densenet", {"depth": "L"}),
    "densenet_connections": Calculation(growth.densenet_connections, "densenet", {"layers": "L"}),
    "average_precision": Calculation(
        precision.average_precision, "precision", _HITS, steps={"precision": ("precision",)}
    ),
    "average_precision_11": Calculation(
        precision.average_precision_11, "precision", _HITS, steps={"precision": ("precision",)}
    ),
    "separable_share": Calculation(
        separable.separable_share, "separable", {"kernel": "k", "filters": "C_out"}
    ),
}
"""By name."""
