"""Segmentation and detection."""

from quizapp.words.glossary_term import Term
from quizapp.words.languages import Text

VISION: tuple[Term, ...] = (
    Term(
        ("semantic segmentation",),
        (
            "의미론적 분할",
            "의미 분할",
            "의미적 분할",
            "시맨틱 분할",
            "시맨틱 세그멘테이션",
            "시멘틱 세그멘테이션",
            "세만틱 세그멘테이션",
        ),
        unlike=("인스턴스 분할", "분류"),
    ),
    Term(
        ("instance segmentation",),
        ("인스턴스 분할", "개체 분할", "인스턴스 세그멘테이션"),
        unlike=("의미론적 분할",),
    ),
    Term(
        ("fully convolutional network", "FCN"),
        (
            "완전 합성곱 신경망",
            "완전 합성곱 네트워크",
            "완전 컨볼루션 네트워크",
            "풀리 컨볼루셔널 네트워크",
            "풀리 컨볼루션 네트워크",
        ),
        unlike=("완전 연결",),
    ),
    Term(
        ("convolutionalization",),
        ("합성곱화", "컨볼루션화", "컨볼루셔널라이제이션", "합성곱으로 바꾸기"),
    ),
    Term(
        ("transposed convolution", "conv transpose", "deconvolution", "up-convolution"),
        (
            "전치 합성곱",
            "전치 컨볼루션",
            "트랜스포즈드 컨볼루션",
            "역합성곱",
            "디컨볼루션",
            "업컨볼루션",
        ),
        remark=Text(
            "“Deconvolution” misleads: no convolution is undone.",
            "값의 역연산이 아니라서 “역합성곱”이라는 말은 오해를 낳아요.",
        ),
    ),
    Term(("upsampling",), ("업샘플링", "상향 표본화", "업스케일링")),
    Term(
        ("object detection",),
        ("객체 탐지", "객체 검출", "물체 탐지", "물체 검출", "오브젝트 디텍션"),
        unlike=("객체 인식", "분류"),
    ),
    Term(
        ("bounding box", "bbox"),
        ("바운딩 박스", "경계 상자", "경계 박스", "테두리 상자"),
        unlike=("앵커 박스",),
    ),
    Term(
        ("anchor box", "anchor"),
        ("앵커 박스", "앵커", "앵커 상자", "기준 상자"),
        unlike=("바운딩 박스",),
    ),
    Term(
        ("region proposal", "proposal"),
        ("영역 제안", "후보 영역", "영역 추천", "리전 프로포절", "리전 프로포잘"),
    ),
    Term(
        ("region proposal network", "RPN"),
        ("영역 제안 네트워크", "영역 제안 신경망", "영역 추천 네트워크", "리전 프로포절 네트워크"),
    ),
    Term(("selective search",), ("선택적 탐색", "선택적 검색", "셀렉티브 서치")),
    Term(
        ("RoI pooling", "region of interest pooling"),
        ("RoI 풀링", "관심 영역 풀링", "알오아이 풀링"),
        unlike=("RoI Align",),
    ),
    Term(("spatial pyramid pooling", "SPP"), ("공간 피라미드 풀링", "스페이셜 피라미드 풀링")),
    Term(
        ("intersection over union", "IoU", "Jaccard index"),
        (
            "IoU(합집합 대비 교집합)",
            "합집합 대비 교집합",
            "교집합 대 합집합 비",
            "합집합 분의 교집합",
            "자카드 지수",
        ),
        unlike=("Dice 계수",),
    ),
    Term(
        ("non-maximum suppression", "NMS", "non-max suppression"),
        ("비최댓값 억제", "비최대값 억제", "비최대 억제", "비최대치 억제", "논 맥시멈 서프레션"),
    ),
    Term(("precision",), ("정밀도",), unlike=("정확도", "accuracy", "재현율")),
    Term(("recall", "sensitivity"), ("재현율", "민감도"), unlike=("정밀도",)),
    Term(("average precision", "AP"), ("평균 정밀도",), unlike=("mAP", "정확도")),
)
