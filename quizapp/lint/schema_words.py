"""What an editor says of each key, in both languages' terms, and the questions it can write."""

from collections.abc import Mapping
from typing import Any

KEY_WORDS: Mapping[str, str] = {
    # a bank
    "bank": "The bank's identity: small letters, digits, hyphens. · 문제 은행의 id",
    "title": "What the bank is called. · 문제 은행의 제목",
    "topics": "Headings for questions, and what comes before each. · 주제와 선행 주제",
    "questions": "The questions. · 문제 목록",
    "needs": "Topics to be learned before. · 먼저 배울 주제",
    # any question
    "id": "Stays for good: history hangs on it. · 바꾸지 않는 id, 학습 기록이 여기에 걸린다",
    "aliases": "Former ids. · 예전 id",
    "kind": "May be left out: the other keys give it away. · 문제 유형, 생략 가능",
    "topic": "One of the bank's topics. · 주제",
    "level": "From 1, easy, to 4. · 난이도 1–4",
    "vary": "Variables, each with a list or a range such as 1..11..2. · 변수와 값",
    "let": "Names for what derives from the variables. · 변수에서 계산하는 이름",
    "levels": "Other values at some levels: {1: {k: [1, 3]}}. · 난이도별 변수 값",
    "where": "A condition on the variables. · 변수의 조건",
    "network": "Input and layers, each layer the PyTorch call. · 신경망(입력과 PyTorch 층)",
    "networks": "Several networks by name. · 이름을 붙인 여러 신경망",
    "show": "How the network is shown. · 신경망을 보이는 방식",
    "prompt": "What is asked; {k} and {2*k} are filled in, {k:을/를} with a particle. · 문제",
    "hint": "Given before the worked steps. · 힌트",
    "because": "Said after the answer: why. · 이유와 설명",
    "source": "Where it can be read. · 출처",
    "where_in_source": "The place in the source. · 출처 안의 위치",
    "convention": "How it is counted, where two ways are usual. · 세는 방식",
    "red_herring": "Variables meant to change nothing. · 일부러 둔, 답과 무관한 변수",
    # kinds
    "answer": "An expression: parameters(network), 2*k + 1. · 답을 계산하는 식",
    "as": "Offers the answer among the mistakes' answers. · 오답과 함께 보기로 내기",
    "tolerance": "How near counts: 1% or 0.05. · 허용 오차",
    "digits": "Significant digits that must agree. · 유효 숫자의 수",
    "mistakes": "Ways to get this question wrong, each an expression. · 이 문제만의 실수",
    "choices": "The options; at least one is right. · 선택지",
    "text": "What is read. · 텍스트",
    "correct": "True for a right option. · 정답이면 true",
    "unknowns": "What is looked for, and the values tried: {p: 0..5}. · 미지수와 값의 범위",
    "accept": "solve: a condition. text: the texts that count. · 조건식 또는 맞는 답의 목록",
    "term": "A row of the glossary; all its spellings count. · 용어집의 항목",
    "columns": "What is filled in for each layer. · 층마다 채울 열",
    "items": "In the right order, 3 to 9. · 올바른 순서의 항목 3–9개",
    "pairs": "What belongs together, 3 to 9. · 짝 3–9개",
    "left": "The numbered side. · 왼쪽",
    "right": "The lettered side. · 오른쪽",
    "front": "What is read first. · 카드의 앞면",
    "back": "What is recalled. · 카드의 뒷면",
    "language": "What the code is written in. · 코드의 언어",
    "code": "Never run while practising. · 연습 중에는 실행하지 않는 코드",
    "pinned": "What it printed; `quizapp pin FILE --run` writes this. · 기록된 출력",
    "output": "What the code printed. · 출력",
    "versions": "Of what printed it: {python: \"3.13\"}. · 실행한 버전",
    "sha256": "Of code and output, written by `quizapp pin`. · 코드와 출력의 해시",
    "by": "hand: nobody has run it. · 실행하지 않고 손으로 씀",
    # networks
    "input": "Channels, height, width, without the batch; or several by name. · 입력 모양",
    "zoo": "An architecture by name: vgg16. · 이름난 신경망",
    "until": "The part it ends with: layer2. · 마지막 부분의 이름",
    "layers": "Calls such as Conv2d(3, 64, 3, padding=1). · 층 목록",
    "layer": "A call that has a name or a feed. · 층 호출",
    "add": "Branches added; [] is the shortcut. · 더하는 가지",
    "mul": "Branches multiplied. · 곱하는 가지",
    "cat": "Branches joined along channels. · 이어 붙이는 가지",
    "dim": "The axis to join along, the batch counted. · 이어 붙이는 축",
    "repeat": "How often the layers are passed through. · 반복 횟수",
    "name": "What the node is called. · 노드 이름",
    "from": "What feeds it. · 입력으로 받는 노드",
    # conventions
    "bias": "Whether biases count. · 편향을 세는지",
    "batch_norm": "Whether running averages count. · 이동 평균도 세는지",
    "ops": "Multiply-accumulates, or twice as many FLOPs. · MACs 또는 그 두 배인 FLOPs",
    "rounding": "Whether sizes round down or up. · 크기의 내림과 올림",
    "library": "Whose way it is. · 어느 라이브러리나 논문의 방식인지",
    "en": "In English.",
    "ko": "한국어로.",
}  # fmt: skip
"""Shown when the pointer rests on a key."""

_PROMPT = {"en": "$2", "ko": "$3"}

SNIPPETS: tuple[Mapping[str, Any], ...] = (
    {
        "label": "calculated",
        "description": "An answer from a network · 계산 문제",
        "body": {
            "id": "$1",
            "vary": {"k": [1, 3, 5]},
            "network": {"input": [3, 32, 32], "layers": ["Conv2d(3, 8, k)"]},
            "answer": "parameters(network)",
            "prompt": _PROMPT,
            "source": "$4",
        },
    },
    {
        "label": "choice",
        "description": "Options to choose from · 고르는 문제",
        "body": {
            "id": "$1",
            "prompt": _PROMPT,
            "choices": [
                {"text": {"en": "$4", "ko": "$5"}, "correct": True},
                {"text": {"en": "$6", "ko": "$7"}, "because": {"en": "$8", "ko": "$9"}},
            ],
            "source": "$10",
        },
    },
    {
        "label": "solve",
        "description": "Unknowns that fulfil a condition · 미지수 찾기",
        "body": {
            "id": "$1",
            "network": {"input": [3, 32, 32], "layers": ["Conv2d(3, 8, k, padding=p)"]},
            "unknowns": {"k": "1..7", "p": "0..3"},
            "accept": "height(network) == 32",
            "prompt": _PROMPT,
            "source": "$4",
        },
    },
    {
        "label": "trace",
        "description": "A table filled in layer by layer · 층별 표 채우기",
        "body": {
            "id": "$1",
            "network": {"input": [3, 32, 32], "layers": ["Conv2d(3, 8, 3)", "MaxPool2d(2)"]},
            "columns": ["shape", "parameters"],
            "source": "$2",
        },
    },
    {
        "label": "text",
        "description": "A word to be typed · 단어 쓰기",
        "body": {"id": "$1", "prompt": _PROMPT, "accept": ["$4"], "source": "$5"},
    },
    {
        "label": "order",
        "description": "Items put in order · 순서 맞추기",
        "body": {"id": "$1", "prompt": _PROMPT, "items": ["$4", "$5", "$6"], "source": "$7"},
    },
    {
        "label": "match",
        "description": "Pairs · 짝 맞추기",
        "body": {
            "id": "$1",
            "prompt": _PROMPT,
            "pairs": [
                {"left": "$4", "right": "$5"},
                {"left": "$6", "right": "$7"},
                {"left": "$8", "right": "$9"},
            ],
            "source": "$10",
        },
    },
    {
        "label": "card",
        "description": "A flashcard · 카드",
        "body": {"id": "$1", "front": _PROMPT, "back": {"en": "$4", "ko": "$5"}, "source": "$6"},
    },
    {
        "label": "output",
        "description": "What does this code print? · 출력 맞히기",
        "body": {
            "id": "$1",
            "code": "$2",
            "pinned": {"output": "$3", "by": "hand"},
            "source": "$4",
        },
    },
)
"""Whole questions that an editor offers to write."""
