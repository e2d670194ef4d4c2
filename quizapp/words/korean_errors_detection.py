"""Errors of detection arithmetic in Korean, by code."""

KOREAN_DETECTION: dict[str, str] = {
    "above-zero": "{name}에는 0보다 큰 수를 써야 합니다. 지금 값은 {number}입니다",
    "box": (
        "바운딩 박스는 x1 < x2, y1 < y2인 (x1, y1, x2, y2)로 써야 합니다. 지금 값은 {box}입니다"
    ),
    "compression": ("압축률은 0보다 크고 1보다 크지 않아야 합니다. 지금 값은 {compression}입니다"),
    "count-reach": "결과가 {most:을/를} 넘습니다",
    "densenet-depth": (
        "DenseNet-BC의 층 수는 10, 16, 22처럼 6씩 늘어납니다. 지금 값은 {depth}입니다"
    ),
    "hits": "탐지 결과는 1이나 0으로 쓰고, 1의 개수는 객체 수 {positives}개를 넘을 수 없습니다",
    "nms-scores": (
        "바운딩 박스 {boxes}개에는 점수도 {boxes}개가 필요합니다. 지금은 {scores}개입니다"
    ),
    "roi-between": "바운딩 박스가 특징 맵의 두 칸 사이에 놓여 해당하는 칸이 없습니다",
    "whole-number": "{name}에는 {least} 이상의 정수를 써야 합니다. 지금 값은 {number}입니다",
}
