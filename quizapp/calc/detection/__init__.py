"""Arithmetic of detection, of dense blocks and of separable convolutions that needs no network.

Each calculation is a function with a small table of rules of its own; the defaults are right, and
a table with an entry replaced is a way of getting it wrong. All run on numbers and on derivation
terms alike; whole numbers and fractions stay exact.
"""

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from quizapp.on_demand import Table, on_demand

if TYPE_CHECKING:
    from quizapp.calc.detection.boxes import (
        IOU,
        NMS,
        Box,
        Comparison,
        IouRules,
        NmsRules,
        iou,
        nms,
        nms_comparisons,
        nms_count,
    )
    from quizapp.calc.detection.functions import TABLES, Calculation
    from quizapp.calc.detection.grids import (
        YOLO,
        YOLO_2,
        YoloRules,
        yolo2_channels,
        yolo2_outputs,
        yolo_channels,
        yolo_outputs,
    )
    from quizapp.calc.detection.growth import (
        DENSENET,
        DenseNetRules,
        densenet_channels,
        densenet_connections,
        densenet_layer_input,
        densenet_layers,
    )
    from quizapp.calc.detection.precision import (
        PRECISION,
        PrecisionRules,
        average_precision,
        average_precision_11,
    )
    from quizapp.calc.detection.proposals import (
        ANCHORS,
        BINS,
        ROI,
        ROI_ROUNDED,
        RPN,
        RPN_OF_TORCHVISION,
        SPP,
        AnchorRules,
        BinRules,
        RoiRules,
        RpnRules,
        SppRules,
        anchors,
        roi_bins,
        roi_coordinates,
        roi_window,
        rpn_offsets,
        rpn_outputs,
        rpn_scores,
        spp_length,
    )
    from quizapp.calc.detection.separable import SEPARABLE, SeparableRules, separable_share
    from quizapp.calc.detection.table import RuleTable
else:
    __getattr__ = on_demand(
        __name__,
        {
            "boxes": "IOU NMS Box Comparison IouRules NmsRules iou nms nms_comparisons nms_count",
            "functions": "TABLES Calculation",
            "grids": (
                "YOLO YOLO_2 YoloRules yolo2_channels yolo2_outputs yolo_channels yolo_outputs"
            ),
            "growth": (
                "DENSENET DenseNetRules densenet_channels densenet_connections "
                "densenet_layer_input densenet_layers"
            ),
            "precision": "PRECISION PrecisionRules average_precision average_precision_11",
            "proposals": (
                "ANCHORS BINS ROI ROI_ROUNDED RPN RPN_OF_TORCHVISION SPP AnchorRules BinRules "
                "RoiRules RpnRules SppRules anchors roi_bins roi_coordinates roi_window "
                "rpn_offsets rpn_outputs rpn_scores spp_length"
            ),
            "separable": "SEPARABLE SeparableRules separable_share",
            "table": "RuleTable",
        },
    )


def calculations_in(module: str) -> "Mapping[str, Calculation]":
    """Those of a module of this room, which is read for them: few questions need any."""
    found: Mapping[str, Calculation] = import_module(f"{__name__}.{module}").CALCULATIONS
    return found


CALCULATIONS: "Mapping[str, Calculation]" = Table(
    {
        "functions": (
            "iou nms nms_count anchors rpn_scores rpn_offsets rpn_outputs "
            "roi_coordinates roi_window roi_bins spp_length "
            "yolo_channels yolo_outputs yolo2_channels yolo2_outputs "
            "densenet_channels densenet_layer_input densenet_layers densenet_connections "
            "average_precision average_precision_11 separable_share"
        ),
    },
    calculations_in,
)
"""By the name that expressions call it by."""

__all__ = [
    "ANCHORS",
    "BINS",
    "CALCULATIONS",
    "DENSENET",
    "IOU",
    "NMS",
    "PRECISION",
    "ROI",
    "ROI_ROUNDED",
    "RPN",
    "RPN_OF_TORCHVISION",
    "SEPARABLE",
    "SPP",
    "TABLES",
    "YOLO",
    "YOLO_2",
    "AnchorRules",
    "BinRules",
    "Box",
    "Calculation",
    "Comparison",
    "DenseNetRules",
    "IouRules",
    "NmsRules",
    "PrecisionRules",
    "RoiRules",
    "RpnRules",
    "RuleTable",
    "SeparableRules",
    "SppRules",
    "YoloRules",
    "anchors",
    "average_precision",
    "average_precision_11",
    "calculations_in",
    "densenet_channels",
    "densenet_connections",
    "densenet_layer_input",
    "densenet_layers",
    "iou",
    "nms",
    "nms_comparisons",
    "nms_count",
    "roi_bins",
    "roi_coordinates",
    "roi_window",
    "rpn_offsets",
    "rpn_outputs",
    "rpn_scores",
    "separable_share",
    "spp_length",
    "yolo2_channels",
    "yolo2_outputs",
    "yolo_channels",
    "yolo_outputs",
]
