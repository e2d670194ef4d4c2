"""Korean particles, chosen by the last sound of what stands before them.

The sound is found as the last syllable in which the word is read aloud: 100 ends in 백, ``Conv2d``
in 디, ``12.5%`` in 트. That syllable's final consonant decides.
"""

import re
from unicodedata import normalize

# Written the other way round as often as not; the form after a consonant comes first here.
_PAIRS = ("을/를", "이/가", "은/는", "으로/로", "과/와")
_AS_WRITTEN = {"/".join(reversed(pair.split("/"))): pair for pair in _PAIRS}

_DIGITS = "영일이삼사오육칠팔구"
_TENS = "십백천"
_MYRIADS = "만억조경해"
_SYMBOLS = {"%": "트", "²": "곱", "³": "곱"}
_LETTERS = dict(
    zip(
        "abcdefghijklmnopqrstuvwxyz",
        "이비씨디이프지치이이이엘엠엔오피큐알스티유이유스이지",
        strict=True,
    )
)
# Patterns are left as text: `re` compiles them at the first particle, not at every start.
# How English words end when written in Hangul; the first that fits decides, and an ending that
# is not here is open (stride 스트라이드, filter 필터, weight 웨이트, Softmax 소프트맥스).
_ENDINGS = (
    (r"bit$", "트"),  # 비트, unlike 유닛
    (r"px$", "셀"),  # 픽셀
    (r"l$|le$", "을"),  # 커널, 모듈, 샘플
    (r"m$|[aeiou]me$", "음"),  # 놈, 세임
    (r"n$|[aeiou]ne$", "은"),  # 플래튼, 파이프라인
    (r"ng$", "응"),  # 패딩
    (r"ck$|ook$|[aio]c$", "윽"),  # 블록, 로직
    (r"(^|[^aeiou])[aeiou][bpt]$|out$|group$|type$", "읍"),  # 스텝, 드롭아웃
)
_OPEN_ENDING = "으"

_RATIO = r"(?<![\w./])(\d[\d,]*)\s*/\s*\d[\d,]*$"
_DECIMAL = r"\d\.\d*(\d)$"
_INTEGER = r"(?:\d{1,3}(?:,\d{3})+|\d+)$"
_LATIN = r"[A-Za-z]+$"
_FARTHEST = 200
"""Characters looked back over: no word is longer, and a typed megabyte stays cheap."""


def particle(word: str, pair: str) -> str:
    """The one of a `pair` such as ``을/를`` that fits after `word`: after a consonant the first.

    After ㄹ, 으로/로 and what begins with it is 로. A bracket that follows a word, and closing
    quotes, are not read: ``수용 영역(receptive field)`` ends in 역. Where no sound is found both
    forms are given, as print does: ``을(를)``, ``(으)로``.
    """
    closed, opened = _AS_WRITTEN.get(pair, pair).split("/")
    syllable = _last_syllable(word)
    if syllable is None:
        head = closed.removesuffix(opened)
        return f"{closed}({opened})" if head == closed else f"({head}){opened}"
    final = (ord(syllable) - ord("가")) % 28
    is_rieul = final == (ord("갈") - ord("가"))
    return opened if final == 0 or (is_rieul and closed.startswith("으로")) else closed


def _last_syllable(word: str) -> str | None:
    """A Hangul syllable with the final sound of `word` read aloud; None where it has no sound."""
    read = _without_aside(normalize("NFC", word[-_FARTHEST:]))
    if not read:
        return None
    if match := re.search(_RATIO, read, re.ASCII):  # 1/2 is 이분의 일: the numerator comes last
        return _last_of_integer(match[1].replace(",", ""))
    if match := re.search(_DECIMAL, read, re.ASCII):  # decimals are read digit by digit
        return _DIGITS[int(match[1])]
    if match := re.search(_INTEGER, read, re.ASCII):
        return _last_of_integer(match[0].replace(",", ""))
    if match := re.search(_LATIN, read):
        return _last_of_latin(match[0])
    return _SYMBOLS.get(read[-1], read[-1])


def _without_aside(text: str) -> str:
    """`text` without what follows its last sound: quotes, stops, a bracket after a word."""
    while text and not _is_read(text[-1]):
        before = text[: _opening(text)].rstrip() if text.endswith(")") else ""
        text = before if before and _is_read(before[-1]) else text[:-1]
    return text


def _is_read(char: str) -> bool:
    return "가" <= char <= "힣" or (char.isascii() and char.isalnum()) or char in _SYMBOLS


def _opening(text: str) -> int:
    """The place of the bracket that the last character of `text` closes; 0 where none does."""
    depth = 0
    for place in range(len(text) - 1, -1, -1):
        depth += (text[place] == ")") - (text[place] == "(")
        if depth == 0:
            return place
    return 0


def _last_of_integer(digits: str) -> str:
    significant = digits.rstrip("0")
    zeros = len(digits) - len(significant)
    if not significant:
        return _DIGITS[0]
    if zeros == 0:
        return _DIGITS[int(digits[-1])]
    if zeros < 4:
        return _TENS[zeros - 1]
    return _MYRIADS[min(zeros // 4, len(_MYRIADS)) - 1]


def _last_of_latin(letters: str) -> str:
    """By letter names for one letter and for capitals (``RPN``), by its spelling for a word."""
    if len(letters) == 1 or letters[-2:].isupper():
        return _LETTERS[letters[-1].lower()]
    word = letters.lower()
    return next(
        (syllable for ending, syllable in _ENDINGS if re.search(ending, word)), _OPEN_ENDING
    )
