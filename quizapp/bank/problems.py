"""What is wrong with a bank: the table of codes, and each problem at its place in a file."""

from typing import Literal

from quizapp.frozen import dataclass
from quizapp.words import Language, Template, Text, cell_width, plain_text

Severity = Literal["error", "warning"]

TITLES: dict[str, Text] = {
    # the file
    "B001": Text("The file cannot be read", "읽을 수 없는 파일"),
    "B002": Text("The file is too large", "너무 큰 파일"),
    "B003": Text("The file is not UTF-8", "UTF-8이 아닌 파일"),
    "B004": Text("A character that banks may not hold", "문제 은행에 쓸 수 없는 문자"),
    "B005": Text("Nested too deeply", "너무 깊은 중첩"),
    "B006": Text("Too many values", "너무 많은 값"),
    "B007": Text("A YAML anchor or alias", "YAML 앵커와 별칭"),
    "B008": Text("A YAML merge key", "YAML 병합 키"),
    "B009": Text("A YAML tag", "YAML 태그"),
    "B010": Text("A second YAML document", "두 번째 YAML 문서"),
    "B011": Text("A key written twice", "중복된 키"),
    "B012": Text("An unknown key", "알 수 없는 키"),
    "B013": Text("An empty file", "빈 파일"),
    "B014": Text("A key that is a list or a mapping", "목록이나 매핑으로 된 키"),
    "B015": Text("More problems than are listed", "다 나열하지 못한 문제점"),
    # YAML
    "B021": Text("Unquoted text that starts with a bracket", "괄호로 시작하는 따옴표 없는 텍스트"),
    "B022": Text(
        "Unquoted text that starts with a reserved character",
        "예약 문자로 시작하는 따옴표 없는 텍스트",
    ),
    "B023": Text("A ': ' inside unquoted text", "따옴표 없는 텍스트 안의 ': '"),
    "B024": Text("Unquoted text inside brackets", "괄호 안의 따옴표 없는 텍스트"),
    "B025": Text("Text cut off by ' #'", "' #'에서 잘린 텍스트"),
    "B026": Text("A tab where spaces belong", "공백 자리에 쓴 탭"),
    "B027": Text("A quote not closed where its text ends", "제때 닫히지 않은 따옴표"),
    "B028": Text("Brackets that make no pairs", "짝이 맞지 않는 괄호"),
    "B029": Text("Text that is no YAML", "YAML로 읽을 수 없는 텍스트"),
    "B030": Text("An unknown escape", "알 수 없는 이스케이프"),
    "B031": Text("No space after a colon", "쌍점 뒤에 빠진 공백"),
    "B032": Text("Indentation that fits nothing", "맞지 않는 들여쓰기"),
    "B033": Text("Text after a closing quote", "닫는 따옴표 뒤의 텍스트"),
    "B034": Text("A line without a key", "키가 없는 줄"),
    "B035": Text("A missing comma", "빠진 쉼표"),
    # keys, forms and ids
    "B041": Text("Something missing", "빠진 것"),
    "B042": Text("Another form than belongs here", "맞지 않는 형식"),
    "B043": Text("An id of another form", "형식에 맞지 않는 id"),
    "B044": Text("An id given twice", "중복된 id"),
    "B045": Text("Two banks with one id", "id가 같은 두 문제 은행"),
    "B046": Text("A word that means nothing here", "쓸 수 없는 값"),
    "B048": Text("A question that does not say what is asked", "무엇을 묻는지 알 수 없는 문제"),
    "B049": Text("Keys that do not go together", "함께 쓸 수 없는 키"),
    "B050": Text("A number out of bounds", "범위를 벗어난 수"),
    # variables and topics
    "B051": Text("A name that cannot be used", "쓸 수 없는 이름"),
    "B052": Text("A name given twice", "중복된 이름"),
    "B053": Text("Values that are neither list nor range", "목록도 범위도 아닌 값"),
    "B054": Text("A variable with too many values", "값이 너무 많은 변수"),
    "B055": Text("An unknown variable", "알 수 없는 변수"),
    "B056": Text("An unknown topic", "알 수 없는 주제"),
    "B057": Text("A topic described in two ways", "서로 다르게 설명된 주제"),
    "B058": Text("A folder without banks", "문제 은행이 없는 폴더"),
    # expressions
    "B061": Text("An expression that cannot be read", "읽을 수 없는 식"),
    "B062": Text("An unknown name in an expression", "식에 쓰인 알 수 없는 이름"),
    "B063": Text("A placeholder that cannot be filled", "채울 수 없는 자리"),
    "B064": Text("A number in place of an expression", "식 대신 쓰인 숫자"),
    "B065": Text("A number or shape written as people read it", "사람이 읽는 표기로 쓴 수나 모양"),
    # networks
    "B071": Text("A network that cannot be read", "읽을 수 없는 신경망"),
    "B072": Text("A layer that PyTorch refuses", "PyTorch가 거부하는 층"),
    # choices
    "B081": Text("Too few choices", "너무 적은 선택지"),
    "B082": Text("No right choice", "맞는 선택지가 없음"),
    # the other kinds
    "B083": Text("Too few or too many entries", "너무 적거나 많은 항목"),
    "B084": Text("Two entries that read alike", "똑같은 두 항목"),
    "B085": Text("A trace without its one network", "신경망이 하나가 아닌 trace"),
    "B086": Text("Too many answers to try", "너무 많은 답의 조합"),
    "B087": Text("An accept of another kind", "다른 유형의 accept"),
    "B088": Text("A term that the glossary does not have", "용어집에 없는 용어"),
    "B089": Text("Code whose output is not pinned", "출력이 기록되지 않은 코드"),
    "B090": Text("Code changed since its output was pinned", "기록한 뒤 바뀐 코드"),
    "B091": Text("An output written by hand", "손으로 쓴 출력"),
    "B092": Text("Pinned outputs without versions", "버전이 없는 출력"),
}
"""Every code and what it stands for, in a few words. A code is never given a second meaning."""

_WIDEST_EXCERPT = 100


@dataclass(frozen=True, slots=True)
class Fault:
    """One way for a bank to be wrong: its code, and the sentence with holes for its figures."""

    code: str
    sentence: Text
    severity: Severity = "error"


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault at its place in a file."""

    file: str
    """The file as it was named by whoever asked."""
    line: int
    """From 1."""
    column: int
    """In characters, from 1."""
    code: str
    severity: Severity
    message: Text
    """One line without forbidden characters."""

    def line_text(self, language: Language) -> str:
        """``questions/pooling.yaml:14:9: error[B012]: …``, the form that editors take apart.

        The word of severity is English in every language for their sake.
        """
        place = f"{one_line(self.file)}:{self.line}:{self.column}"
        return f"{place}: {self.severity}[{self.code}]: {self.message.in_language(language)}"

    @property
    def said(self) -> Text:
        """The line in both languages."""
        return Text(self.line_text("en"), self.line_text("ko"))

    def excerpt(self, source_line: str) -> list[str]:
        """The source line behind its number, and below it a caret under the column."""
        start = self.column - 1
        first = max(0, start - _WIDEST_EXCERPT // 2) if len(source_line) > _WIDEST_EXCERPT else 0
        last = first + _WIDEST_EXCERPT
        head = "…" if first else ""
        before = head + one_line(source_line[first:start])
        after = one_line(source_line[start:last]) + ("…" if last < len(source_line) else "")
        number = f"{self.line:>5} | "
        gutter = " " * (len(number) - 2) + "| "
        return [number + before + after, gutter + " " * cell_width(before) + "^"]


class Findings:
    """The problems of one file, gathered while it is read.

    What stands at one place under one code is one problem, an error rather than a warning. Past
    `limit` problems the rest is only counted, in a last problem that says so.
    """

    def __init__(self, file: str, limit: int | None = None) -> None:
        self.file = file
        self._limit = limit
        self._found: dict[tuple[int, int, str], Problem] = {}
        self._uncounted = 0

    def add(self, fault: Fault, line: int, column: int, /, **figures: object) -> None:
        """Note `fault` at its place; `figures` fill the holes of its sentence."""
        key = (line, column, fault.code)
        known = self._found.get(key)
        if known is not None and (known.severity == "error" or fault.severity == "warning"):
            return
        if known is None and self._limit is not None and len(self._found) >= self._limit:
            self._uncounted += 1
            return
        message = filled(fault.sentence, figures)
        self._found[key] = Problem(self.file, line, column, fault.code, fault.severity, message)

    def problems(self) -> tuple[Problem, ...]:
        """All of them, in the order of their places."""
        found = [self._found[key] for key in sorted(self._found)]
        if self._uncounted:
            message = filled(_UNLISTED.sentence, {"count": self._uncounted})
            last = found[-1]
            found.append(
                Problem(self.file, last.line, last.column, _UNLISTED.code, "error", message)
            )
        return tuple(found)


_UNLISTED = Fault(
    "B015",
    Text(
        "more problems in this file, not listed: {count}; fix these first",
        "이 파일에는 나열하지 않은 문제점이 더 있습니다(개수: {count}). 위의 것부터 고치십시오",
    ),
)


def filled(sentence: Text, figures: dict[str, object]) -> Text:
    """`sentence` in both languages with its holes filled; text among the figures is made plain."""
    plain = {
        name: one_line(figure) if isinstance(figure, str) else figure
        for name, figure in figures.items()
    }

    def in_one(source: str) -> str:
        return Template.parse(source).fill(lambda hole: plain[hole.source])

    return Text(in_one(sentence.en), in_one(sentence.ko))


def one_line(text: str) -> str:
    """`text` without forbidden characters, breaks and tabs shown as one space each."""
    return plain_text(text).replace("\n", " ").replace("\t", " ")
