"""Heads of detectors, overlaps and pyramids (group K): arithmetic without a network."""

from quizapp.mistakes.mistake import Mistake
from quizapp.words import Text

_FIRST = frozenset({"yolo_channels", "yolo_outputs"})
_SECOND = frozenset({"yolo2_channels", "yolo2_outputs"})
_SCORES = frozenset({"rpn_scores", "rpn_outputs"})
_CLASSES = Text("whose the class scores are", "클래스 점수가 붙는 곳")

DETECTING: tuple[Mistake, ...] = (
    Mistake(
        "class-scores-per-box",
        {"yolo.channels": lambda numbers, boxes, classes: boxes * (numbers + classes)},
        _FIRST,
        step=_CLASSES,
        way=Text("class scores for each box", "박스마다 클래스 점수"),
        right_way=Text("one set of class scores a cell", "칸마다 클래스 점수 한 벌"),
        named=Text(
            "{answer} could count the {classes} class scores for each of the {boxes} boxes; in "
            "YOLO's first version the boxes of a cell share them.",
            "{answer:은/는} 박스 {boxes}개마다 클래스 점수 {classes}개를 세었을 때 나오는 값이에요."
            " YOLO의 첫 버전에서는 한 칸의 박스가 점수를 함께 써요.",
        ),
    ),
    Mistake(
        "class-scores-per-cell",
        {"yolo2.channels": lambda numbers, boxes, classes: numbers * boxes + classes},
        _SECOND,
        step=_CLASSES,
        way=Text("one set of class scores a cell", "칸마다 클래스 점수 한 벌"),
        right_way=Text("class scores for each box", "박스마다 클래스 점수"),
        named=Text(
            "{answer} could count the {classes} class scores once a cell; with anchors each of the "
            "{boxes} boxes has its own.",
            "{answer:은/는} 클래스 점수 {classes}개를 칸마다 한 번만 세었을 때 나오는 값이에요. "
            "앵커 박스를 쓰면 박스 {boxes}개에 점수가 따로 있어요.",
        ),
    ),
    Mistake(
        "four-numbers-a-box",
        {"yolo.numbers_of_box": lambda: 4, "yolo2.numbers_of_box": lambda: 4},
        _FIRST | _SECOND,
        step=Text("the numbers of one box", "박스 하나의 수"),
        way=Text("its place and size", "위치와 크기"),
        right_way=Text("its place, its size and its confidence", "위치, 크기, 신뢰도"),
        named=Text(
            "{answer} could count four numbers for each of the {boxes} boxes; besides x, y, width "
            "and height a box has a confidence.",
            "{answer:은/는} 박스 {boxes}개에 수를 네 개씩 세었을 때 나오는 값이에요. "
            "박스에는 x, y, 너비, 높이 말고 신뢰도도 있어요.",
        ),
    ),
    Mistake(
        "one-score-an-anchor",
        {"rpn.scores": lambda k, _classes: k},
        _SCORES,
        step=Text("the scores of an anchor", "앵커 하나의 점수"),
        way=Text("one score", "점수 하나"),
        right_way=Text("object and background, one score each", "객체와 배경에 점수 하나씩"),
        named=Text(
            "{answer} could count one score for each of the {k} anchors; the paper's softmax takes "
            "two, object and background.",
            "{answer:은/는} 앵커 {k}개에 점수를 하나씩 세었을 때 나오는 값이에요. "
            "논문의 소프트맥스는 객체와 배경에 점수를 하나씩 써요.",
        ),
    ),
    Mistake(
        "scores-by-class",
        {"rpn.scores": lambda k, classes: 2 * k if classes == 1 else k * classes},
        _SCORES,
        step=Text("the scores of an anchor", "앵커 하나의 점수"),
        way=Text("a score for each class", "클래스마다 점수"),
        right_way=Text("object or background, whatever the class", "클래스와 상관없이 객체와 배경"),
        named=Text(
            "{answer} could count a score for each of {classes} classes; a region proposal network "
            "says only whether there is an object.",
            "{answer:은/는} 클래스 {classes}개마다 점수를 세었을 때 나오는 값이에요. "
            "영역 제안 네트워크는 객체가 있는지만 말해요.",
        ),
    ),
    Mistake(
        "overlap-counted-twice",
        {"iou.union": lambda one, other, _both: one + other},
        frozenset({"iou"}),
        step=Text("the area of the union", "합집합의 넓이"),
        way=Text("both areas added", "두 넓이의 합"),
        right_way=Text("both areas less their overlap", "두 넓이의 합에서 겹친 넓이를 뺀 값"),
        named=Text(
            "{answer} could be the overlap over both areas added; what lies in both boxes is in "
            "that sum twice.",
            "{answer:은/는} 겹친 넓이를 두 넓이의 합으로 나누었을 때 나오는 값이에요. "
            "그 합에는 겹친 부분이 두 번 들어 있어요.",
        ),
    ),
    Mistake(
        "levels-not-squared",
        {"spp.bins_of_level": lambda side: side},
        frozenset({"spp_length"}),
        step=Text("the bins of one level", "한 단계의 칸 수"),
        way=Text("one side of the grid", "격자의 한 변"),
        right_way=Text("all cells of the grid", "격자의 모든 칸"),
        named=Text(
            "{answer} could add up the sides of the grids; a level has as many bins as its grid "
            "has cells, the square of its side.",
            "{answer:은/는} 격자의 한 변을 그대로 더했을 때 나오는 값이에요. "
            "한 단계의 칸 수는 한 변의 제곱이에요.",
        ),
    ),
)
