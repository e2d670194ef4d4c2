"""Values that papers and their programs print, and some worked by hand."""

from fractions import Fraction

import pytest

from quizapp.calc.detection import (
    IOU,
    ROI_ROUNDED,
    RPN_OF_TORCHVISION,
    anchors,
    average_precision,
    average_precision_11,
    densenet_channels,
    densenet_connections,
    densenet_layer_input,
    densenet_layers,
    iou,
    nms,
    nms_comparisons,
    nms_count,
    roi_bins,
    roi_coordinates,
    roi_window,
    rpn_offsets,
    rpn_outputs,
    rpn_scores,
    separable_share,
    spp_length,
    yolo2_channels,
    yolo2_outputs,
    yolo_channels,
    yolo_outputs,
)


def test_nine_anchors_take_eighteen_scores_and_thirty_six_offsets() -> None:
    assert (rpn_scores(9), rpn_offsets(9), rpn_outputs(9)) == (18, 36, 54)
    assert rpn_outputs(9, rules=RPN_OF_TORCHVISION) == 9 + 36


def test_a_map_of_about_2400_places_has_about_twenty_thousand_anchors() -> None:
    assert anchors(40, 60, 3, 3) == 2_400 * 9


def test_a_pyramid_of_fifty_bins_is_12800_long() -> None:
    assert spp_length((1, 2, 3, 6), 256) == 50 * 256 == 12_800
    assert spp_length((6, 3, 2, 1), 256) == 12_800
    assert spp_length((1, 2, 4), 256) == 5_376


def test_yolo_gives_thirty_numbers_a_cell_and_its_second_version_125() -> None:
    assert yolo_channels(2, 20) == 30
    assert yolo_outputs(7, 2, 20) == 7 * 7 * 30
    assert yolo2_channels(5, 20) == 125
    assert yolo2_outputs(13, 5, 20) == 13 * 13 * 125


@pytest.mark.parametrize(
    ("k0", "layers", "block"), [(64, 6, 256), (128, 12, 512), (256, 24, 1024), (512, 16, 1024)]
)
def test_blocks_of_densenet_121_grow_as_published(k0: int, layers: int, block: int) -> None:
    assert densenet_channels(k0, 32, layers) == block
    assert densenet_channels(k0, 32, layers, Fraction(1, 2)) == block // 2


def test_a_layer_of_a_dense_block_sees_what_came_before_it() -> None:
    assert densenet_layer_input(48, 24, 1) == 48
    assert densenet_layer_input(48, 24, 8) == 216
    assert densenet_channels(48, 24, 8) == 240


def test_a_densenet_bc_of_a_hundred_layers_has_sixteen_in_each_block() -> None:
    assert [densenet_layers(depth) for depth in (100, 190, 250)] == [16, 31, 41]


def test_eight_layers_have_thirty_six_connections() -> None:
    assert densenet_connections(8) == 36


def test_a_separable_convolution_keeps_an_eighth_to_a_ninth_of_the_work() -> None:
    assert separable_share(3, 40) == Fraction(1, 40) + Fraction(1, 9)
    assert Fraction(1, 9) < separable_share(3, 512) < Fraction(1, 8)


def test_a_transition_rounds_down() -> None:
    assert densenet_channels(33, 12, 4, Fraction(1, 2)) == 40


def test_two_squares_that_share_a_quarter_overlap_by_a_seventh() -> None:
    assert iou((0, 0, 4, 4), (2, 2, 6, 6)) == Fraction(4, 28)
    assert iou((0, 0, 4, 4), (4, 0, 8, 4)) == 0
    assert iou((0, 0, Fraction(1, 2), 1), (0, 0, 1, 1)) == Fraction(1, 2)


def test_counting_pixels_at_both_ends_gives_pascals_overlap() -> None:
    pascal = IOU.with_(side=lambda low, high: high - low + 1)
    assert iou((0, 0, 3, 3), (2, 2, 5, 5), pascal) == Fraction(4, 28)
    assert iou((0, 0, 3, 3), (4, 0, 7, 3), pascal) == 0


BOXES = ((0, 0, 10, 10), (1, 0, 11, 10), (5, 0, 15, 10), (20, 20, 30, 30))
SCORES = (8, 9, 7, 1)


def test_suppression_keeps_the_best_of_those_that_overlap() -> None:
    assert nms(BOXES, SCORES, Fraction(1, 2)) == (1, 2, 3)
    assert nms(BOXES, SCORES, Fraction(2, 5)) == (1, 3)
    assert nms_count(BOXES, SCORES, Fraction(2, 5)) == 2


def test_an_overlap_at_the_threshold_is_kept() -> None:
    assert iou(BOXES[0], BOXES[1]) == Fraction(9, 11)
    assert nms(BOXES[:2], SCORES[:2], Fraction(9, 11)) == (1, 0)


def test_of_equal_scores_the_first_box_wins() -> None:
    assert nms(BOXES[:2], (5, 5), Fraction(1, 2)) == (0,)


def test_a_box_struck_out_strikes_out_no_other() -> None:
    # The third lies over the first too far, and the first is gone by then.
    row = ((0, 0, 10, 10), (3, 0, 13, 10), (6, 0, 16, 10))
    assert nms(row, (2, 3, 1), Fraction(1, 2)) == (1,)
    assert nms(row, (3, 2, 1), Fraction(1, 2)) == (0, 2)


def test_comparisons_say_which_box_met_which_and_how_it_ended() -> None:
    first, second, *_ = nms_comparisons(BOXES, SCORES, Fraction(1, 2))
    assert first == (0, 1, Fraction(9, 11), True)
    assert second == (2, 1, Fraction(6, 14), False)


def test_regions_are_divided_by_the_stride_and_rounded_by_no_one_or_by_each_in_its_way() -> None:
    box = (17, 32, 200, 300)
    assert roi_coordinates(box, 16) == (Fraction(17, 16), 2, Fraction(25, 2), Fraction(75, 4))
    # The centres 32, 48 … 192 and 48, 64 … 288 lie inside.
    assert roi_window(box, 16) == (2, 3, 12, 18)
    assert roi_window(box, 16, ROI_ROUNDED) == (1, 2, 13, 19)


def test_bins_round_outwards_and_may_share_a_place() -> None:
    assert roi_bins(12, 6) == ((0, 2), (2, 4), (4, 6), (6, 8), (8, 10), (10, 12))
    assert roi_bins(7, 3) == ((0, 3), (2, 5), (4, 7))
    assert roi_bins(2, 4) == ((0, 1), (0, 1), (1, 2), (1, 2))


def test_average_precision_by_both_rules() -> None:
    hits = (1, 0, 1, 0, 1)
    # Precisions 1, 1/2, 2/3, 1/2, 3/5; three of four objects are found.
    assert average_precision(hits, 4) == (1 + Fraction(2, 3) + Fraction(3, 5)) / 4
    levels = 3 * 1 + 3 * Fraction(2, 3) + 2 * Fraction(3, 5)
    assert average_precision_11(hits, 4) == levels / 11


def test_a_late_run_of_hits_lifts_the_precision_before_it() -> None:
    hits = (0, 0, 1, 1, 1)
    assert average_precision(hits, 3) == Fraction(3, 5)
    assert average_precision_11(hits, 3) == Fraction(3, 5)


def test_finding_nothing_is_worth_nothing() -> None:
    for rule in (average_precision, average_precision_11):
        assert rule((), 3) == rule((0, 0), 3) == 0
