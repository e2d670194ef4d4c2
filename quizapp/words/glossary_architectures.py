"""The parts of the classic architectures, kinds of convolution, and counts."""

from quizapp.words.glossary_term import Term
from quizapp.words.languages import Text

ARCHITECTURES: tuple[Term, ...] = (
    Term(
        ("1×1 convolution", "1x1 conv", "pointwise convolution"),
        (
            "1×1 합성곱",
            "1x1 컨볼루션",
            "점별 합성곱",
            "포인트와이즈 합성곱",
            "포인트와이즈 컨볼루션",
        ),
    ),
    Term(
        ("channel reduction", "dimension reduction", "dimensionality reduction"),
        ("채널 축소", "채널 감소", "차원 축소", "차원 감소"),
    ),
    Term(
        ("bottleneck", "bottleneck block"),
        ("병목", "병목 구조", "병목 블록", "보틀넥", "바틀넥"),
        unlike=("병렬",),
    ),
    Term(("inception block", "inception module"), ("인셉션 블록", "인셉션 모듈")),
    Term(
        ("auxiliary classifier", "auxiliary head"),
        ("보조 분류기", "보조 분류 헤드", "옥질리어리 분류기"),
    ),
    Term(
        ("skip connection", "shortcut connection", "residual connection", "shortcut"),
        (
            "스킵 연결",
            "스킵 커넥션",
            "잔차 연결",
            "지름길 연결",
            "숏컷 연결",
            "쇼트컷 연결",
            "숏컷",
            "단축 연결",
            "건너뛰기 연결",
            "레지듀얼 커넥션",
        ),
    ),
    Term(("residual",), ("잔차", "레지듀얼", "나머지")),
    Term(
        ("identity mapping", "identity"), ("항등 사상", "항등 매핑", "항등 함수", "아이덴티티 매핑")
    ),
    Term(("projection shortcut",), ("투영 숏컷", "투영 지름길", "프로젝션 숏컷", "사영 숏컷")),
    Term(("dense block",), ("덴스 블록", "밀집 블록"), unlike=("밀집 층",)),
    Term(
        ("transition layer", "transition block"),
        ("전이 층", "전이 블록", "전환 층", "트랜지션 레이어", "트랜지션 블록"),
    ),
    Term(("growth rate",), ("성장률", "증가율", "그로스 레이트")),
    Term(("compression factor", "compression", "theta"), ("압축률", "압축 계수", "압축")),
    Term(
        ("concatenation", "concat"),
        ("이어 붙이기", "연접", "접합", "채널 방향 연결", "컨캣", "콘캣", "콘캐트", "컨캐터네이션"),
        unlike=("덧셈", "더하기"),
    ),
    Term(
        ("element-wise addition", "addition", "sum"),
        ("원소별 덧셈", "요소별 덧셈", "원소별 합", "더하기", "덧셈"),
        unlike=("이어 붙이기",),
    ),
    Term(
        ("grouped convolution", "group convolution"),
        ("그룹 합성곱", "그룹 컨볼루션", "그룹드 컨볼루션"),
    ),
    Term(
        ("depthwise convolution",),
        ("깊이별 합성곱", "뎁스와이즈 합성곱", "뎁스와이즈 컨볼루션", "채널별 합성곱"),
        unlike=("깊이별 분리 합성곱",),
    ),
    Term(
        ("depthwise separable convolution", "separable convolution"),
        (
            "깊이별 분리 합성곱",
            "깊이별 분리 가능 합성곱",
            "뎁스와이즈 분리 합성곱",
            "뎁스와이즈 세퍼러블 컨볼루션",
        ),
        unlike=("깊이별 합성곱",),
    ),
    Term(
        ("multiply-accumulate", "MAC", "MACs", "multiply-add"),
        ("곱셈-누산", "곱셈 누적", "곱셈 누산 연산", "곱누산"),
        unlike=("FLOPs",),
    ),
    Term(
        ("FLOPs", "floating-point operations"),
        ("부동소수점 연산 수", "부동 소수점 연산량", "플롭스"),
        remark=Text(
            "With a capital S, FLOPS are operations a second.",
            "S를 대문자로 쓴 FLOPS는 초당 연산 수예요.",
        ),
    ),
    Term(
        ("translation equivariance", "equivariance"),
        ("이동 등변성", "평행이동 등변성", "등변성"),
        unlike=("이동 불변성",),
    ),
    Term(
        ("translation invariance", "invariance"),
        ("이동 불변성", "평행이동 불변성", "불변성"),
        unlike=("이동 등변성",),
    ),
)
