"""What ``check`` finds in a question, and the table of its codes."""

from quizapp.bank import Severity
from quizapp.frozen import dataclass
from quizapp.words import Text

Path = tuple[str | int, ...]

TITLES: dict[str, Text] = {
    # every variant
    "Q001": Text("Two ways of computing that disagree", "두 방식의 계산 결과가 다름"),
    "Q002": Text("A question without a variant", "변형을 만들 수 없는 문제"),
    "Q003": Text("An expression without a value", "값이 없는 식"),
    "Q004": Text("Other numbers in the other language", "언어에 따라 다른 수"),
    "Q005": Text("Two options that read the same", "똑같이 읽히는 보기"),
    "Q006": Text("A wrong answer that is right", "정답과 같은 오답"),
    "Q007": Text("A prompt that leaves a number out", "필요한 수가 빠진 문제"),
    "Q008": Text("An answer that never changes", "변하지 않는 답"),
    "Q009": Text("A variable that changes nothing", "아무것도 바꾸지 않는 변수"),
    "Q010": Text("A red herring that matters", "답을 바꾸는 red_herring"),
    "Q011": Text("A condition that seldom holds", "거의 성립하지 않는 조건"),
    "Q012": Text("A value that no variant shows", "어느 변형에도 나오지 않는 값"),
    "Q013": Text("A right option with a favourite place", "자리가 치우친 정답"),
    "Q014": Text("A right option with a favourite rank", "크기 순서가 치우친 정답"),
    "Q015": Text("A line that does not evaluate", "값이 나오지 않는 풀이 줄"),
    # as it is written
    "Q021": Text("No source", "없는 출처"),
    "Q022": Text("A wrong choice that is not explained", "설명이 없는 오답 선택지"),
    "Q023": Text("A language that is missing", "빠진 언어"),
    "Q024": Text("A network that nobody uses", "쓰이지 않는 신경망"),
    "Q025": Text("A right choice that is much longer", "유난히 긴 정답"),
    "Q026": Text("“All of the above”", "‘모두 맞다’ 선택지"),
    "Q027": Text("A typed number that is wrong", "계산과 다른 숫자"),
    "Q028": Text("A fixed particle behind a number", "수 뒤에 고정된 조사"),
}
"""Every code of a question that loads and is not well made. A code never changes its meaning."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong with a question."""

    code: str
    message: Text
    severity: Severity = "error"
    path: Path = ()
    """The part of the question at fault: keys, and numbers of items from 0."""
    offset: int | None = None
    """Where in the text of that part."""
