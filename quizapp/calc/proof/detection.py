"""A second way to the calculations of :mod:`quizapp.calc.detection`: by laying out and counting.

Boxes are cut into pieces, anchors, channels and bins are written out one by one, a dense block is
grown map by map, the precision is looked up for each object. All take arguments that the first way
accepts, and its right rules are meant.
"""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise, product
from typing import Any

Number = int | Fraction
Box = Sequence[Number]


def iou(one: Box, other: Box) -> Fraction:
    """Cut the plane along every edge, and add up the pieces in both boxes and those in either."""
    columns = pairwise(sorted({one[0], one[2], other[0], other[2]}))
    rows = pairwise(sorted({one[1], one[3], other[1], other[3]}))
    both = either = Fraction(0)
    for (left, right), (top, bottom) in product(columns, rows):
        piece = (left, top, right, bottom)
        held = [_holds(box, piece) for box in (one, other)]
        area = Fraction((right - left) * (bottom - top))
        both += area * all(held)
        either += area * any(held)
    return both / either


def _holds(box: Box, piece: Box) -> bool:
    return box[0] <= piece[0] and box[1] <= piece[1] and piece[2] <= box[2] and piece[3] <= box[3]


def nms(boxes: Sequence[Box], scores: Sequence[Number], threshold: Number) -> tuple[int, ...]:
    """Take the best box, strike out all that lie over it too far, and so on with what is left."""
    kept: list[int] = []
    left = set(range(len(boxes)))
    while left:
        best = next(
            box for box in sorted(left)
            if all(scores[box] >= scores[other] for other in left)
        )  # fmt: skip
        kept.append(best)
        left = {box for box in left if box != best and iou(boxes[box], boxes[best]) <= threshold}
    return tuple(kept)


def nms_count(boxes: Sequence[Box], scores: Sequence[Number], threshold: Number) -> int:
    """How many boxes are kept."""
    return len(nms(boxes, scores, threshold))


def anchors(height: int, width: int, scales: int, ratios: int) -> int:
    """Each anchor once."""
    return sum(1 for _ in product(range(height), range(width), range(scales), range(ratios)))


def rpn_scores(k: int, _classes: int = 1) -> int:
    """Each score once."""
    return len(list(product(range(k), ("object", "background"))))


def rpn_offsets(k: int) -> int:
    """Each offset once."""
    return len(list(product(range(k), ("x", "y", "width", "height"))))


def rpn_outputs(k: int, _classes: int = 1) -> int:
    """Each channel once."""
    channels = [*product(range(k), ("object", "background", "x", "y", "width", "height"))]
    return len(channels)


def roi_coordinates(box: Box, stride: Number) -> tuple[Fraction, ...]:
    """The numbers that, so many strides long, reach the edges again."""
    return tuple(Fraction(edge) * (1 / Fraction(stride)) for edge in box)


def roi_window(box: Box, stride: Number) -> tuple[int, ...]:
    """The first and last places whose centres lie within the box."""
    left, top, right, bottom = box
    columns, rows = _inside(left, right, stride), _inside(top, bottom, stride)
    return columns[0], rows[0], columns[-1], rows[-1]


def _inside(low: Number, high: Number, stride: Number) -> list[int]:
    reach = max(int(Fraction(edge) / Fraction(stride)) for edge in (-low, low, -high, high)) + 1
    return [place for place in range(-reach, reach + 1) if low < place * stride < high]


def roi_bins(size: int, bins: int) -> tuple[tuple[int, int], ...]:
    """Each place is cut into as many crumbs as there are bins; a bin is ``size`` crumbs."""
    places = [place for place in range(size) for _ in range(bins)]
    shares = [places[first : first + size] for first in range(0, size * bins, size)]
    return tuple((share[0], share[-1] + 1) for share in shares)


def spp_length(levels: Sequence[int], channels: int) -> int:
    """Each number of the pyramid once."""
    grids = [list(product(range(side), range(side))) for side in levels]
    return len(
        [(channel, place) for channel in range(channels) for grid in grids for place in grid]
    )


_OF_BOX = ("x", "y", "width", "height", "confidence")


def yolo_channels(boxes: int, classes: int) -> int:
    """The numbers of one cell, written out: each box, then each class."""
    cell = [*product(range(boxes), _OF_BOX), *range(classes)]
    return len(cell)


def yolo_outputs(side: int, boxes: int, classes: int) -> int:
    """Cell after cell."""
    return sum(yolo_channels(boxes, classes) for _ in product(range(side), range(side)))


def yolo2_channels(boxes: int, classes: int) -> int:
    """The numbers of one cell, written out: each box with classes of its own."""
    cell = [*product(range(boxes), (*_OF_BOX, *range(classes)))]
    return len(cell)


def yolo2_outputs(side: int, boxes: int, classes: int) -> int:
    """Cell after cell."""
    return sum(yolo2_channels(boxes, classes) for _ in product(range(side), range(side)))


def densenet_channels(k0: int, growth: int, layers: int, compression: Number = 1) -> int:
    """The maps of a block, joined layer after layer, and as many as the transition may keep."""
    maps = _grown(k0, growth, layers)
    return sum(1 for number in maps if number <= compression * len(maps))


def densenet_layer_input(k0: int, growth: int, layer: int) -> int:
    """The maps that are there before a layer adds its own."""
    return len(_grown(k0, growth, layer)) - growth


def _grown(k0: int, growth: int, layers: int) -> list[int]:
    """The maps of a block, numbered from 1."""
    maps = list(range(1, k0 + 1))
    for _ in range(layers):
        maps.extend(range(len(maps) + 1, len(maps) + growth + 1))
    return maps


def densenet_layers(depth: int) -> int:
    """Layer after layer given to the blocks in turn, until the depth is reached."""
    blocks = [0, 0, 0]
    weighted = ["first", "transition", "transition", "classifier"]
    while len(weighted) < depth:
        for block in range(3):
            weighted += ["1x1", "3x3"]
            blocks[block] += 1
    return min(blocks)


def densenet_connections(layers: int) -> int:
    """Each pair of a layer and something before it once; 0 is the input."""
    return sum(1 for layer in range(1, layers + 1) for _ in range(layer))


def separable_share(kernel: int, filters: int) -> Fraction:
    """The weights laid out that one input channel meets, in both."""
    places = list(product(range(kernel), range(kernel)))
    full = [*product(range(filters), places)]
    split = [*places, *range(filters)]
    return Fraction(len(split), len(full))


def _best_for_objects(hits: Sequence[int], positives: int) -> list[Fraction]:
    """For each object: the best precision at which it, and those before it, are found; else 0."""
    best = [Fraction(0)] * positives
    for rank in range(len(hits)):
        found = hits[: rank + 1].count(1)
        for number in range(found):
            best[number] = max(best[number], Fraction(found, rank + 1))
    return best


def average_precision(hits: Sequence[int], positives: int) -> Fraction:
    """The mean over the objects."""
    return Fraction(sum(_best_for_objects(tuple(hits), positives)), positives)


def average_precision_11(hits: Sequence[int], positives: int) -> Fraction:
    """The mean over eleven recalls; each is reached with a certain object, 0 with any detection."""
    best = _best_for_objects(tuple(hits), positives)
    tenths = range(10, 0, -1)
    reached_with = [
        next(n for n in range(positives) if 10 * (n + 1) >= t * positives) for t in tenths
    ]
    at_levels = [best[number] for number in reached_with] + [max(best)]
    return Fraction(sum(at_levels), 11)


SECOND_WAYS: Mapping[str, Callable[..., Any]] = {
    way.__name__: way
    for way in (
        iou, nms, nms_count, anchors, rpn_scores, rpn_offsets, rpn_outputs, roi_coordinates,
        roi_window, roi_bins, spp_length, yolo_channels, yolo_outputs, yolo2_channels,
        yolo2_outputs, densenet_channels, densenet_layer_input, densenet_layers,
        densenet_connections, average_precision, average_precision_11, separable_share,
    )
}  # fmt: skip
"""By the names of :data:`quizapp.calc.detection.CALCULATIONS`."""
