"""What holds of every box, list and block."""

from itertools import pairwise
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from quizapp.calc.detection import (
    average_precision,
    average_precision_11,
    densenet_channels,
    densenet_layer_input,
    iou,
    nms,
    roi_bins,
    roi_coordinates,
    roi_window,
    spp_length,
)
from tests.calc.detection.arguments import COUNT, FEW, box, detections, on_map, scored


@given(box(), box())
def test_overlap_is_symmetric_between_nothing_and_one_and_one_for_equal_boxes(
    one: Any, other: Any
) -> None:
    overlap = iou(one, other)
    assert overlap == iou(other, one)
    assert 0 <= overlap <= 1
    assert (overlap == 1) == (one == other)


@given(box(), box(), st.integers(-9, 9), st.integers(1, 5))
def test_overlap_stays_when_both_boxes_are_moved_or_scaled(
    one: Any, other: Any, shift: int, scale: int
) -> None:
    first, second = (tuple(edge * scale + shift for edge in each) for each in (one, other))
    assert iou(first, second) == iou(one, other)


@given(scored())
def test_what_is_kept_falls_in_score_and_does_not_overlap(given_: Any) -> None:
    boxes, scores, threshold = given_
    kept = nms(boxes, scores, threshold)
    ranked = [scores[place] for place in kept]
    assert ranked == sorted(ranked, reverse=True)
    for number, place in enumerate(kept):
        assert all(iou(boxes[place], boxes[other]) <= threshold for other in kept[:number])
    for place in set(range(len(boxes))) - set(kept):
        assert any(iou(boxes[place], boxes[other]) > threshold for other in kept)


@given(scored())
def test_suppressing_twice_changes_nothing(given_: Any) -> None:
    boxes, scores, threshold = given_
    kept = nms(boxes, scores, threshold)
    again = nms([boxes[n] for n in kept], [scores[n] for n in kept], threshold)
    assert again == tuple(range(len(kept)))


@given(on_map())
def test_the_window_of_a_region_lies_within_its_coordinates(given_: Any) -> None:
    left, top, right, bottom = roi_window(*given_)
    exact = roi_coordinates(*given_)
    assert exact[0] < left <= exact[0] + 1
    assert exact[1] < top <= exact[1] + 1
    assert exact[2] - 1 <= right < exact[2]
    assert exact[3] - 1 <= bottom < exact[3]


@given(COUNT, COUNT)
def test_bins_cover_the_map_without_a_gap(size: int, bins: int) -> None:
    laid = roi_bins(size, bins)
    assert laid[0][0] == 0
    assert laid[-1][1] == size
    for (_, end), (start, _) in pairwise(laid):
        assert end - 1 <= start <= end


@given(st.lists(FEW, max_size=4), st.lists(FEW, max_size=4), COUNT)
def test_the_levels_of_a_pyramid_add_up(some: list[int], others: list[int], channels: int) -> None:
    together = spp_length((*some, *others), channels)
    assert together == spp_length(some, channels) + spp_length(others, channels)


@given(COUNT, COUNT, FEW)
def test_a_block_is_one_layer_more_than_its_last_layer_sees(
    k0: int, growth: int, layers: int
) -> None:
    seen = densenet_layer_input(k0, growth, layers)
    assert densenet_channels(k0, growth, layers) == seen + growth


@given(detections())
def test_average_precision_is_a_share_and_one_only_for_all_objects_first(given_: Any) -> None:
    hits, positives = given_
    perfect = sum(hits) == positives and all(hits[:positives])
    for rule in (average_precision, average_precision_11):
        value = rule(hits, positives)
        assert 0 <= value <= 1
        assert (value == 1) == perfect


@given(detections(), st.integers(1, 3))
def test_misses_behind_the_last_hit_change_no_average_precision(given_: Any, misses: int) -> None:
    hits, positives = given_
    for rule in (average_precision, average_precision_11):
        assert rule((*hits, *[0] * misses), positives) == rule(hits, positives)


@given(detections())
def test_a_hit_found_earlier_never_lowers_the_area(given_: Any) -> None:
    hits, positives = given_
    late = next((n for n in range(1, len(hits)) if hits[n] > hits[n - 1]), None)
    assume(late is not None)
    place = int(late or 0)
    earlier = (*hits[: place - 1], 1, 0, *hits[place + 1 :])
    assert average_precision(earlier, positives) >= average_precision(hits, positives)
