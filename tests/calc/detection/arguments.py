"""Random arguments of every calculation."""

from fractions import Fraction

from hypothesis import strategies as st

COUNT = st.integers(1, 16)
FEW = st.integers(1, 6)
EDGE = st.one_of(st.integers(-12, 12), st.fractions(-6, 6, max_denominator=4))
SHARE = st.fractions(0, 1, max_denominator=12)
STRIDE = st.one_of(st.integers(1, 32), st.fractions(Fraction(1, 2), 8, max_denominator=3))


@st.composite
def box(draw: st.DrawFn) -> tuple[int | Fraction, ...]:
    """A box with an area."""
    left, right = sorted(draw(st.lists(EDGE, min_size=2, max_size=2, unique=True)))
    top, bottom = sorted(draw(st.lists(EDGE, min_size=2, max_size=2, unique=True)))
    return left, top, right, bottom


@st.composite
def scored(draw: st.DrawFn) -> tuple[object, ...]:
    """Boxes, a score each (some alike), and a threshold."""
    boxes = draw(st.lists(box(), max_size=7))
    scores = [draw(st.integers(0, 5)) for _ in boxes]
    return tuple(boxes), tuple(scores), draw(SHARE)


@st.composite
def on_map(draw: st.DrawFn) -> tuple[object, ...]:
    """A box of an image, at least two strides wide, and the stride."""
    stride = draw(STRIDE)
    left, top = draw(EDGE), draw(EDGE)
    width, height = (draw(st.integers(2, 9)) * stride + draw(SHARE) for _ in range(2))
    return (left, top, left + width, top + height), stride


@st.composite
def detections(draw: st.DrawFn) -> tuple[object, ...]:
    """Hits and misses, and at least as many objects as hits."""
    hits = draw(st.lists(st.integers(0, 1), max_size=14))
    return tuple(hits), draw(st.integers(max(1, sum(hits)), 20))


ARGUMENTS: dict[str, st.SearchStrategy[tuple[object, ...]]] = {
    "iou": st.tuples(box(), box()),
    "nms": scored(),
    "nms_count": scored(),
    "anchors": st.tuples(COUNT, COUNT, FEW, FEW),
    "rpn_scores": st.one_of(st.tuples(COUNT), st.tuples(COUNT, COUNT)),
    "rpn_offsets": st.tuples(COUNT),
    "rpn_outputs": st.one_of(st.tuples(COUNT), st.tuples(COUNT, COUNT)),
    "roi_coordinates": st.tuples(box(), STRIDE),
    "roi_window": on_map(),
    "roi_bins": st.tuples(COUNT, COUNT),
    "spp_length": st.tuples(st.lists(FEW, max_size=4).map(tuple), COUNT),
    "yolo_channels": st.tuples(FEW, COUNT),
    "yolo_outputs": st.tuples(COUNT, FEW, COUNT),
    "yolo2_channels": st.tuples(FEW, COUNT),
    "yolo2_outputs": st.tuples(COUNT, FEW, COUNT),
    "densenet_channels": st.one_of(
        st.tuples(COUNT, COUNT, st.integers(0, 12)),
        st.tuples(COUNT, COUNT, st.integers(0, 12), SHARE.filter(bool)),
    ),
    "densenet_layer_input": st.tuples(COUNT, COUNT, FEW),
    "densenet_layers": st.integers(1, 40).map(lambda layers: (4 + 6 * layers,)),
    "densenet_connections": st.tuples(COUNT),
    "average_precision": detections(),
    "average_precision_11": detections(),
    "separable_share": st.tuples(FEW, COUNT),
}
"""By the name of the calculation."""
