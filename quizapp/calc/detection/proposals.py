"""Proposals: anchors, what a region proposal network says of them, and regions on feature maps."""

from collections.abc import Callable, Sequence

from quizapp.calc.detection.boxes import Box, require_box
from quizapp.calc.detection.table import (
    N,
    RuleTable,
    quotient,
    require_above_zero,
    require_whole,
    within_reach,
)
from quizapp.errors import ExpressionError
from quizapp.frozen import dataclass


@dataclass(frozen=True, slots=True)
class AnchorRules(RuleTable):
    """Ren et al., *Faster R-CNN* (arXiv:1506.01497), §3.1.1: W·H·k anchors, 9 at each place."""

    anchors_at_place: Callable[[N, N], N] = lambda scales, ratios: scales * ratios
    places: Callable[[N, N], N] = lambda height, width: height * width
    total: Callable[[N, N], N] = lambda places, each: places * each


ANCHORS = AnchorRules()


def anchors(height: N, width: N, scales: N, ratios: N, rules: AnchorRules = ANCHORS) -> N:
    """Anchors of one image: so many scales and ratios at every place of a feature map."""
    named = {"height": height, "width": width, "scales": scales, "ratios": ratios}
    for name, number in named.items():
        require_whole(name, number)
    at_place = rules.anchors_at_place(scales, ratios)
    return within_reach(rules.total(rules.places(height, width), at_place))


@dataclass(frozen=True, slots=True)
class RpnRules(RuleTable):
    """*Faster R-CNN* (arXiv:1506.01497), §3.1: 2k scores and 4k offsets for k anchors a place."""

    scores: Callable[[N, N], N] = lambda k, _classes: 2 * k
    """Object or not, whatever the classes: two numbers for a softmax, one for a logistic."""
    offsets: Callable[[N], N] = lambda k: 4 * k
    total: Callable[[N, N], N] = lambda scores, offsets: scores + offsets


RPN = RpnRules()
RPN_OF_TORCHVISION = RPN.with_(scores=lambda k, _classes: k)
"""One score an anchor, as a footnote of the paper allows: k + 4k channels."""


def rpn_scores(k: N, classes: N = 1, rules: RpnRules = RPN) -> N:
    """Channels that say whether an anchor holds an object, of whichever of the classes."""
    require_whole("k", k)
    require_whole("classes", classes)
    return within_reach(rules.scores(k, classes))


def rpn_offsets(k: N, rules: RpnRules = RPN) -> N:
    """Channels that say where the box of an anchor lies."""
    require_whole("k", k)
    return within_reach(rules.offsets(k))


def rpn_outputs(k: N, classes: N = 1, rules: RpnRules = RPN) -> N:
    """All channels that a region proposal network gives at one place, for k anchors."""
    return rules.total(rpn_scores(k, classes, rules), rpn_offsets(k, rules))


@dataclass(frozen=True, slots=True)
class RoiRules(RuleTable):
    """From the image to a feature map whose strides come to S.

    ``projected`` is He et al., *Mask R-CNN* (arXiv:1703.06870), §3, which rounds nothing;
    ``first`` and ``last`` are He et al., *SPPNet* (arXiv:1406.4729), appendix A: the first and
    last place of the map whose centre, S·x, lies within the window.
    """

    projected: Callable[[N, N], N] = quotient
    first: Callable[[N, N], N] = lambda edge, stride: edge // stride + 1
    last: Callable[[N, N], N] = lambda edge, stride: -(-edge // stride) - 1


ROI = RoiRules()


def _rounded(edge: N, stride: N) -> N:
    return (2 * edge + stride) // (2 * stride)


ROI_ROUNDED = ROI.with_(first=_rounded, last=_rounded)
"""[x/S] at both ends, halves up, as Girshick's *Fast R-CNN* (arXiv:1504.08083) rounds."""


def roi_coordinates(box: Box, stride: N, rules: RoiRules = ROI) -> tuple[N, ...]:
    """A box of the image in units of the feature map, exact."""
    require_box(box)
    require_above_zero("stride", stride)
    return tuple([rules.projected(edge, stride) for edge in box])


def roi_window(box: Box, stride: N, rules: RoiRules = ROI) -> tuple[N, ...]:
    """The places of a feature map that a box takes: first column and row, last column and row.

    Raises ExpressionError where it falls between two places.
    """
    require_box(box)
    require_above_zero("stride", stride)
    left, top, right, bottom = box
    window = (
        rules.first(left, stride), rules.first(top, stride),
        rules.last(right, stride), rules.last(bottom, stride),
    )  # fmt: skip
    for place in window:
        within_reach(max(place, -place))
    if window[0] > window[2] or window[1] > window[3]:
        raise ExpressionError("roi-between", "the box falls between two places of the feature map")
    return window


@dataclass(frozen=True, slots=True)
class BinRules(RuleTable):
    """*SPPNet* (arXiv:1406.4729), appendix A: bin i of n covers ⌊(i − 1)w/n⌋ … ⌈i·w/n⌉."""

    start: Callable[[N, N, N], N] = lambda number, size, bins: number * size // bins
    end: Callable[[N, N, N], N] = lambda number, size, bins: -(-((number + 1) * size) // bins)


BINS = BinRules()


def roi_bins(size: N, bins: int, rules: BinRules = BINS) -> tuple[tuple[N, N], ...]:
    """Where the bins lie along ``size`` places of a feature map: first place, and first behind."""
    require_whole("size", size)
    require_whole("bins", bins)
    within_reach(size * bins)
    return tuple(
        [(rules.start(n, size, bins), rules.end(n, size, bins)) for n in range(bins)],
    )


@dataclass(frozen=True, slots=True)
class SppRules(RuleTable):
    """*SPPNet* (arXiv:1406.4729), §2.2: kM numbers for M bins and k filters, whatever the size."""

    bins_of_level: Callable[[N], N] = lambda side: side * side
    all_bins: Callable[[Sequence[N]], N] = sum
    length: Callable[[N, N], N] = lambda bins, channels: bins * channels


SPP = SppRules()


def spp_length(levels: Sequence[N], channels: N, rules: SppRules = SPP) -> N:
    """Length of a spatial pyramid's output; ``levels`` are the sides of its grids: (1, 2, 3, 6)."""
    for level in levels:
        require_whole("level", level)
    require_whole("channels", channels)
    bins = rules.all_bins([rules.bins_of_level(level) for level in levels])
    return within_reach(rules.length(bins, channels))
