"""Detectors without proposals: what YOLO gives at each cell of its grid."""

from collections.abc import Callable

from quizapp.calc.detection.table import N, RuleTable, require_whole, within_reach
from quizapp.frozen import dataclass


@dataclass(frozen=True, slots=True)
class YoloRules(RuleTable):
    """Redmon et al., *You Only Look Once* (arXiv:1506.02640), §2: S×S×(5B + C)."""

    numbers_of_box: Callable[[], N] = lambda: 5
    """Two for its centre, two for its size, and how sure it is."""
    channels: Callable[[N, N, N], N] = lambda numbers, boxes, classes: numbers * boxes + classes
    """The boxes of a cell share one set of class scores."""
    cells: Callable[[N], N] = lambda side: side * side
    total: Callable[[N, N], N] = lambda cells, channels: cells * channels


YOLO = YoloRules()
YOLO_2 = YOLO.with_(channels=lambda numbers, boxes, classes: boxes * (numbers + classes))
"""Redmon and Farhadi, *YOLO9000* (arXiv:1612.08242), §2: class scores for each box, B·(5 + C)."""


def yolo_channels(boxes: N, classes: N, rules: YoloRules = YOLO) -> N:
    """Numbers that YOLO's first version gives for one cell: 30 for 2 boxes and 20 classes."""
    require_whole("boxes", boxes)
    require_whole("classes", classes)
    return within_reach(rules.channels(rules.numbers_of_box(), boxes, classes))


def yolo_outputs(side: N, boxes: N, classes: N, rules: YoloRules = YOLO) -> N:
    """Numbers that YOLO's first version gives for an image cut into side×side cells."""
    require_whole("side", side)
    return within_reach(rules.total(rules.cells(side), yolo_channels(boxes, classes, rules)))


def yolo2_channels(boxes: N, classes: N, rules: YoloRules = YOLO_2) -> N:
    """Numbers that YOLO's second version gives for one cell: 125 for 5 boxes and 20 classes."""
    return yolo_channels(boxes, classes, rules)


def yolo2_outputs(side: N, boxes: N, classes: N, rules: YoloRules = YOLO_2) -> N:
    """Numbers that YOLO's second version gives for an image cut into side×side cells."""
    return yolo_outputs(side, boxes, classes, rules)
