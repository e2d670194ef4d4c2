"""Boxes: how much two of them overlap, and which are left when the doubles are struck out.

A box is ``(x1, y1, x2, y2)``, its left, top, right and bottom edge, as in ``torchvision.ops``.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from quizapp.calc.detection.table import N, RuleTable, quotient
from quizapp.errors import ExpressionError
from quizapp.frozen import dataclass
from quizapp.words import render

Box = Sequence[N]


def _shared(rules: "IouRules", one: tuple[N, N], other: tuple[N, N]) -> N:
    """How long two stretches of an axis lie over each other."""
    length = rules.side(max(one[0], other[0]), min(one[1], other[1]))
    return max(0, length)


@dataclass(frozen=True, slots=True)
class IouRules(RuleTable):
    """Everingham et al., *The PASCAL Visual Object Classes Challenge* (IJCV 2010), §4.2, eq. 1."""

    side: Callable[[N, N], N] = lambda low, high: high - low
    """PASCAL's own program counts whole pixels and so adds 1; torchvision does not."""
    shared: Callable[["IouRules", tuple[N, N], tuple[N, N]], N] = _shared
    area: Callable[[N, N], N] = lambda width, height: width * height
    union: Callable[[N, N, N], N] = lambda one, other, both: one + other - both
    """What both cover is in each of the two areas, and counts once."""
    ratio: Callable[[N, N], N] = quotient


IOU = IouRules()


def iou(one: Box, other: Box, rules: IouRules = IOU) -> N:
    """Intersection over union, an exact fraction from 0 to 1.

    Raises ExpressionError for a box without an area.
    """
    for box in (one, other):
        require_box(box)
    (left, top, right, bottom), (left_2, top_2, right_2, bottom_2) = one, other
    both = rules.area(
        rules.shared(rules, (left, right), (left_2, right_2)),
        rules.shared(rules, (top, bottom), (top_2, bottom_2)),
    )
    first = rules.area(rules.side(left, right), rules.side(top, bottom))
    second = rules.area(rules.side(left_2, right_2), rules.side(top_2, bottom_2))
    return rules.ratio(both, rules.union(first, second, both))


def require_box(box: Box) -> None:
    """Refuse what is not four numbers, the first two below the last two."""
    if len(box) != 4 or not (box[0] < box[2] and box[1] < box[3]):
        raise ExpressionError(
            "box", "a box is (x1, y1, x2, y2) with x1 < x2 and y1 < y2, not {box}",
            box=f"({', '.join(map(render, box))})",
        )  # fmt: skip


def _by_falling_score(scores: Sequence[N]) -> list[int]:
    return sorted(range(len(scores)), key=lambda place: scores[place], reverse=True)


@dataclass(frozen=True, slots=True)
class NmsRules(RuleTable):
    """Greedy suppression, as Girshick et al., *R-CNN* (arXiv:1311.2524), §2.2."""

    order: Callable[[Sequence[N]], Sequence[int]] = _by_falling_score
    """Of equal scores the first in the list comes first, as in torchvision on a CPU."""
    rivals: Callable[[Sequence[int], Sequence[int]], Sequence[int]] = lambda kept, _before: kept
    """The boxes a box is held against: those kept so far, of all that came before."""
    overlap: Callable[[Box, Box], N] = iou
    suppresses: Callable[[N, N], bool] = lambda overlap, threshold: overlap > threshold
    """torchvision.ops.nms strikes out above the threshold, and not at it."""


NMS = NmsRules()


class Comparison(NamedTuple):
    """A box held against one that comes before it, both by their places in the list from 0."""

    box: int
    rival: int
    overlap: N
    suppressed: bool


def nms_comparisons(
    boxes: Sequence[Box], scores: Sequence[N], threshold: N, rules: NmsRules = NMS
) -> tuple[Comparison, ...]:
    """Every comparison that is made on the way, in order; a box that is struck out meets no more.

    Raises ExpressionError for a box without an area, and where there is not one score a box.
    """
    return tuple(_suppression(boxes, scores, threshold, rules)[1])


def nms(
    boxes: Sequence[Box], scores: Sequence[N], threshold: N, rules: NmsRules = NMS
) -> tuple[int, ...]:
    """Places of the boxes that are kept, by falling score, from 0 as in ``torchvision.ops.nms``."""
    return tuple(_suppression(boxes, scores, threshold, rules)[0])


def nms_count(
    boxes: Sequence[Box], scores: Sequence[N], threshold: N, rules: NmsRules = NMS
) -> int:
    """How many boxes are kept."""
    return len(nms(boxes, scores, threshold, rules))


def _suppression(
    boxes: Sequence[Box], scores: Sequence[N], threshold: N, rules: NmsRules
) -> tuple[list[int], list[Comparison]]:
    if len(boxes) != len(scores):
        raise ExpressionError(
            "nms-scores", "{boxes} boxes need as many scores, not {scores}",
            boxes=len(boxes), scores=len(scores),
        )  # fmt: skip
    for each in boxes:
        require_box(each)
    before: list[int] = []
    kept: list[int] = []
    comparisons: list[Comparison] = []
    for box in rules.order(scores):
        suppressed = False
        for rival in rules.rivals(kept, before):
            overlap = rules.overlap(boxes[rival], boxes[box])
            suppressed = rules.suppresses(overlap, threshold)
            comparisons.append(Comparison(box, rival, overlap, suppressed))
            if suppressed:
                break
        before.append(box)
        if not suppressed:
            kept.append(box)
    return kept, comparisons
