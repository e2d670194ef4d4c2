"""What the command line's help and its usage errors say in Korean, by their English.

argparse words its errors itself and differs between versions of Python: what is not known here
stays in English.
"""

import re

HELP: dict[str, str] = {
    # argparse's own
    "positional arguments": "인자",
    "options": "옵션",
    "show this help message and exit": "이 도움말을 보여 주고 끝내기",
    "show program's version number and exit": "버전을 보여 주고 끝내기",
    # the program
    "A terminal gym for CNN arithmetic. Without a verb: the app.": (
        "터미널에서 하는 CNN 계산 연습. 명령 없이 실행하면 앱이 열립니다."
    ),
    "verbs": "명령",
    "the language spoken": "쓸 언어",
    "more banks: a file or a folder; may be repeated": (
        "더 쓸 문제 은행 파일이나 폴더. 여러 번 쓸 수 있음"
    ),
    "whose history": "누구의 학습 기록인지",
    "whose settings": "누구의 설정인지",
    "ask nothing": "묻지 않고 진행",
    "lines instead of screens": "화면 대신 줄 단위로",
    "the same seed asks the same questions": "시드가 같으면 같은 문제가 나옴",
    "an object a line": "한 줄에 객체 하나",
    "an object a line (always)": "한 줄에 객체 하나(항상)",
    "one object": "객체 하나",
    # practising
    "n questions, a score, and a look at what was missed": "문제 n개와 점수, 틀린 문제 다시 보기",
    "what is due today, then what is new": "오늘 복습할 문제, 그다음 새 문제",
    "a topic over and over, or a network of your own; moves no schedule": (
        "한 주제나 직접 고른 신경망을 거듭 연습. 복습 일정은 그대로"
    ),
    "a twin of each thing got wrong, until right in two sittings": (
        "틀린 문제를 숫자만 바꿔, 두 번의 학습에서 맞힐 때까지"
    ),
    "the flashcards that are due": "복습할 때가 된 플래시카드",
    "as many as you can in three minutes; moves no schedule": (
        "3분 동안 풀 수 있는 만큼. 복습 일정은 그대로"
    ),
    "how many questions": "문제 수",
    "how many questions (10)": "문제 수(10)",
    "ask about this one: an architecture's name, a YAML file, or layers": (
        "물어볼 신경망: 아키텍처 이름, YAML 파일, 또는 층"
    ),
    "with --network and layers": "--network에 층을 쓸 때",
    # in a group
    "rounds for two to six people: answer alone, talk, answer again": (
        "2~6명이 하는 라운드: 혼자 답하고, 이야기하고, 다시 답하기"
    ),
    "who takes part; with --apart, you first": "참가자. --apart에서는 본인이 먼저",
    "only questions of these; may be repeated": "이 가운데에서만 출제. 여러 번 쓸 수 있음",
    "what each of you missed, in turn": "각자 틀린 문제를 차례로",
    "what does this code print?": "코드의 출력 맞히기",
    "flashcards round the table": "돌아가며 플래시카드",
    "how many rounds (8)": "라운드 수(8)",
    "everyone at their own machine, with the same --seed and codes to paste in a chat": (
        "각자 자기 컴퓨터에서. --seed를 같게 주고 코드를 채팅에 붙여 넣음"
    ),
    # progress
    "what has come of it: retention, forecast, slips; or a class": (
        "학습 현황: 기억률, 예정, 실수. 또는 한 반 전체"
    ),
    "exported histories: a class": "내보낸 학습 기록: 한 반",
    "people without their names": "이름 없이",
    # banks
    "the banks and how many questions each has": "문제 은행과 문제 수",
    "is this bank any good?": "문제 은행 검사",
    "seeds tried where numbers are many (500)": "숫자가 많은 문제에서 시험할 시드 수(500)",
    "warnings count too": "경고도 오류로 침",
    "all warnings, not ten": "열 개까지가 아니라 모든 경고",
    "figures of templates and mistakes": "템플릿과 실수 통계",
    "write missing ids into the files": "빠진 id를 파일에 써 넣음",
    "what a code of check means, with a bad and a good example": (
        "check가 내는 코드의 뜻과 나쁜 예, 좋은 예"
    ),
    "a bank to start from, one question of each kind, and its schema": (
        "종류별 문제 하나씩으로 시작하는 문제 은행과 스키마"
    ),
    "a bank on the screen while you write it, read again at every save": (
        "쓰고 있는 문제 은행을 화면으로. 저장할 때마다 다시 읽음"
    ),
    "the first variant shown (1)": "처음 보여 줄 변형의 시드(1)",
    "the form of banks as a JSON Schema, for editors": (
        "편집기에서 쓸 문제 은행 형식의 JSON Schema"
    ),
    "variants of questions": "문제의 변형",
    "seeds a question": "문제마다 시드 수",
    "verdicts for submissions, one JSON object a line on stdin": (
        "표준 입력으로 받은 답의 채점. 한 줄에 JSON 객체 하나"
    ),
    "what the code of questions prints, run and written down": (
        "문제에 나오는 코드를 실행해 출력을 기록"
    ),
    "run, in a sandbox, what is not pinned": "기록되지 않은 코드를 샌드박스에서 실행",
    "with --run: run what is pinned, too": "--run과 함께: 기록된 코드도 실행",
    "the interpreter that has what code imports": "코드가 가져오는 모듈이 있는 인터프리터",
    # the calculator
    "shapes, parameters, MACs and receptive fields of a network": (
        "신경망의 모양, 파라미터, MACs, 수용 영역"
    ),
    "an architecture's name, layers, a YAML file, or - for stdin": (
        "아키텍처 이름, 층, YAML 파일, 또는 표준 입력을 뜻하는 -"
    ),
    "the input's shape, channels first": "입력의 모양. 채널이 먼저",
    "the arithmetic, of one layer or of the whole network": "한 층 또는 신경망 전체의 계산 과정",
    "as code, or drawn": "코드나 그림으로",
    "the diagram without box characters": "선 문자 없는 그림",
    "beside another network": "다른 신경망과 나란히",
    "the same table gone wrong: forgot-bias, padding-once …": (
        "실수가 들어간 같은 표: forgot-bias, padding-once …"
    ),
    # what is kept
    "what is set, and setting it: `settings retention 0.92`": (
        "설정 보기와 바꾸기: `settings retention 0.92`"
    ),
    "one of the names listed": "목록에 나오는 이름",
    "what to set it to": "새 값",
    "where banks and history lie": "문제 은행과 학습 기록의 위치",
    "the history: out, in, copied, forgotten": "학습 기록: 내보내기, 가져오기, 백업, 삭제",
    "the log as JSON lines": "전체 기록을 JSON 줄로",
    "to a file, not to standard output": "표준 출력이 아니라 이 파일로",
    "that person's rows only": "이 사람의 기록만",
    "adds the rows of an export, or - for standard input": ("내보낸 기록 더하기. -는 표준 입력"),
    "adds the rows of other histories, or of exports": "다른 학습 기록이나 내보낸 기록 더하기",
    "a copy as of now": "지금 상태의 백업",
    "to that file, not to the backups": "백업 폴더가 아니라 이 파일로",
    "removes a person for good": "한 사람의 기록을 영구히 삭제",
    "whom": "누구를",
    "fits the schedule to your own history, from 400 reviews on": (
        "복습 간격을 내 기록에 맞춤. 복습 400회부터"
    ),
    "back to the defaults": "기본값으로 되돌리기",
    "looks the history over, page by page": "학습 기록을 페이지마다 점검",
    "make again what is derived from it": "기록에서 계산해 둔 값을 다시 만들기",
    "add the newest good backup to it": "온전한 최신 백업을 합치기",
}
"""Texts of the help."""

_KINDS = {"int": "정수"}
_ERRORS: tuple[tuple[str, str], ...] = (
    (r"argument (?P<name>.+?): (?P<fault>.+)", "{name}: {fault}"),
    (r"the following arguments are required: (?P<names>.+)", "빠진 인자가 있습니다: {names}"),
    (r"unrecognized arguments: (?P<names>.+)", "알 수 없는 인자입니다: {names}"),
    (r"not allowed with argument (?P<name>.+)", "{name} 옵션과 함께 쓸 수 없습니다"),
    (r"expected one argument", "값을 하나 쓰십시오"),
    (r"expected at least one argument", "값을 하나 이상 쓰십시오"),
    (r"expected at most one argument", "값은 하나까지만 쓰십시오"),
    (r"ignored explicit argument (?P<value>.+)", "값을 받지 않는 옵션입니다: {value}"),
    (
        r"ambiguous option: (?P<option>.+) could match (?P<names>.+)",
        "{option} 옵션은 여러 가지로 읽힙니다: {names}",
    ),
    (r"invalid (?P<kind>\w+) value: (?P<value>.+)", "{kind} 값이 아닙니다: {value}"),
    (
        r"invalid choice: (?P<value>.+), maybe you meant (?P<near>.+)\? \(choose (?P<names>.+)\)",
        "쓸 수 없는 값입니다: {value}. {near} 값을 쓰려던 것입니까?",
    ),
    (
        r"invalid choice: (?P<value>.+) \(choose from (?P<names>.+)\)",
        "쓸 수 없는 값입니다: {value} (쓸 수 있는 값: {names})",
    ),
    (r"a whole number from 1 to 100,000 belongs here", "1부터 100,000까지의 정수를 쓰십시오"),
)


def in_korean(message: str) -> str:
    """An error of argparse in Korean; as it is where it is none of those known here."""
    for pattern, korean in _ERRORS:
        match = re.fullmatch(pattern, message, re.DOTALL)
        if match is not None:
            found = match.groupdict()
            if "fault" in found:
                found["fault"] = in_korean(found["fault"])
            if "kind" in found:
                found["kind"] = _KINDS.get(found["kind"], found["kind"])
            return korean.format_map(found)
    return message
