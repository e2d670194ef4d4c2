"""Layers and their numbers, and how networks learn."""

from quizapp.words.glossary_term import Term
from quizapp.words.languages import Text

LAYERS: tuple[Term, ...] = (
    Term(
        ("convolution", "conv"),
        ("합성곱", "컨볼루션", "컨벌루션", "콘볼루션", "콘벌루션", "합성곱 연산"),
        unlike=("합성",),
    ),
    Term(
        ("convolutional neural network", "CNN", "convnet"),
        ("합성곱 신경망", "컨볼루션 신경망", "컨볼루셔널 뉴럴 네트워크"),
    ),
    Term(("convolutional layer", "conv layer"), ("합성곱 층", "컨볼루션 레이어")),
    Term(("cross-correlation",), ("교차 상관", "상호 상관", "교차 상관 연산", "크로스 코릴레이션")),
    Term(("kernel", "filter"), ("커널", "필터")),
    Term(("channel",), ("채널", "채널 수")),
    Term(
        ("feature map", "activation map"),
        ("특징 맵", "특성 맵", "피처 맵", "특징 지도", "활성화 맵"),
    ),
    Term(("layer",), ("층",)),
    Term(
        ("parameter", "params"),
        ("파라미터", "매개변수", "패러미터", "모수"),
        unlike=("하이퍼파라미터",),
    ),
    Term(
        ("hyperparameter",),
        ("하이퍼파라미터", "초매개변수", "하이퍼 매개변수"),
        unlike=("파라미터",),
    ),
    Term(("weight",), ("가중치", "웨이트")),
    Term(("bias",), ("편향", "바이어스", "절편"), unlike=("편차",)),
    Term(
        ("weight sharing", "parameter sharing"), ("가중치 공유", "파라미터 공유", "매개변수 공유")
    ),
    Term(("stride",), ("스트라이드", "보폭")),
    Term(("padding", "zero padding"), ("패딩", "제로 패딩", "덧대기")),
    Term(
        ("dilation", "dilation rate"), ("팽창률", "확장률", "팽창 계수", "다일레이션", "딜레이션")
    ),
    Term(
        ("dilated convolution", "atrous convolution"),
        (
            "팽창 합성곱",
            "확장 합성곱",
            "팽창 컨볼루션",
            "확장 컨볼루션",
            "다일레이티드 컨볼루션",
            "딜레이티드 컨볼루션",
            "아트러스 컨볼루션",
            "아트로스 컨볼루션",
        ),
        unlike=("전치 합성곱",),
    ),
    Term(
        ("receptive field", "RF"), ("수용 영역", "수용장", "수용야", "수용 필드", "리셉티브 필드")
    ),
    Term(
        ("effective stride", "jump", "cumulative stride"),
        ("누적 스트라이드", "유효 스트라이드", "유효 보폭", "점프"),
    ),
    Term(("pooling", "subsampling"), ("풀링",)),
    Term(("max pooling",), ("최대 풀링", "맥스 풀링", "최댓값 풀링", "최대값 풀링")),
    Term(
        ("average pooling", "avg pooling", "mean pooling"),
        ("평균 풀링", "애버리지 풀링", "에버리지 풀링", "평균값 풀링"),
        unlike=("전역 평균 풀링",),
    ),
    Term(
        ("global average pooling", "GAP"),
        ("전역 평균 풀링", "글로벌 평균 풀링", "글로벌 애버리지 풀링"),
        unlike=("평균 풀링",),
    ),
    Term(("flatten",), ("펼치기", "평탄화", "플래튼", "플래트닝", "1차원으로 펼치기")),
    Term(
        ("fully connected layer", "FC layer", "dense layer", "linear layer"),
        ("완전 연결 층", "전결합 층", "밀집 층", "덴스 레이어", "풀리 커넥티드 레이어", "선형 층"),
        unlike=("완전 합성곱",),
    ),
    Term(("activation function",), ("활성화 함수", "활성 함수", "액티베이션 함수")),
    Term(("activation",), ("활성값", "활성화 값", "활성화")),
    Term(("dropout",), ("드롭아웃", "드랍아웃")),
    Term(
        ("batch normalization", "batch norm", "BN"),
        ("배치 정규화", "배치 노멀라이제이션", "배치 놈"),
        unlike=("배치 규제",),
    ),
    Term(
        ("data augmentation",),
        ("데이터 증강", "데이터 증식", "데이터 확장", "데이터 어그멘테이션", "데이터 오그멘테이션"),
    ),
    Term(("overfitting",), ("과적합", "과대적합", "오버피팅"), unlike=("성능 저하 문제",)),
    Term(
        ("degradation problem", "degradation"),
        ("성능 저하 문제", "성능 저하", "열화 문제", "퇴화 문제", "디그레이데이션"),
        unlike=("과적합", "기울기 소실"),
    ),
    Term(
        ("vanishing gradient", "gradient vanishing"),
        (
            "기울기 소실",
            "그레이디언트 소실",
            "그래디언트 소실",
            "그라디언트 소실",
            "경사 소실",
            "배니싱 그래디언트",
            "배니싱 그레이디언트",
        ),
        unlike=("포화",),
    ),
    Term(("saturation",), ("포화", "세츄레이션", "새추레이션"), unlike=("기울기 소실",)),
    Term(
        ("training error", "train error"),
        ("훈련 오차", "학습 오차", "훈련 오류", "학습 오류", "훈련 에러", "학습 에러"),
        unlike=("테스트 오차",),
    ),
    Term(
        ("depth", "number of layers"),
        ("깊이", "층 수", "뎁스"),
        remark=Text(
            "Of a network it is the number of layers; of a feature map, the number of channels.",
            "네트워크의 깊이는 층 수이고, 특징 맵의 깊이는 채널 수를 뜻해요.",
        ),
    ),
)
