"""What the errors say in Korean, by code.

The figures are those of the English sentence beside the code where the error is raised. Register:
합니다체, what is wrong first, then what to do.
"""

from quizapp.words.korean_errors_calc import KOREAN_CALC
from quizapp.words.korean_errors_detection import KOREAN_DETECTION
from quizapp.words.korean_errors_layers import KOREAN_LAYERS
from quizapp.words.korean_errors_questions import KOREAN_QUESTIONS
from quizapp.words.korean_errors_sequences import KOREAN_SEQUENCES

KOREAN: dict[str, str] = {
    **KOREAN_CALC,
    **KOREAN_DETECTION,
    **KOREAN_LAYERS,
    **KOREAN_QUESTIONS,
    **KOREAN_SEQUENCES,
    # words
    "template-empty-hole": (
        "중괄호 안이 비어 있습니다. 이름이나 식을 쓰십시오. "
        "중괄호를 그대로 출력하려면 '{{{{'와 '}}}}'로 씁니다"
    ),
    "template-never-closed": (
        "'{{'가 닫히지 않았습니다. '}}'로 닫으십시오. 중괄호를 그대로 출력하려면 '{{{{'로 씁니다"
    ),
    "template-never-opened": (
        "'}}'에 짝이 되는 여는 중괄호가 없습니다. 중괄호를 그대로 출력하려면 '}}}}'로 씁니다"
    ),
    "template-not-a-pair": (
        "쌍점 뒤의 '{pair}'에서 조사를 고를 수 없습니다. "
        "은/는처럼 두 조사를 빗금으로 나누어 쓰십시오"
    ),
    "unknown-language": "'{language}'에 맞는 언어가 없습니다. 쓸 수 있는 언어: {languages}",
    # history
    "history-damaged": (
        "{path} 파일이 손상되었습니다({reason}). 프로그램을 끝내고 파일을 다른 곳으로 옮기십시오. "
        "다음에 시작할 때 새 기록이 만들어집니다"
    ),
    "history-full": (
        "디스크가 가득 차서 {path} 파일에 더 쓸 수 없습니다. 디스크 공간을 확보하십시오"
    ),
    "history-io": (
        "{path} 파일을 읽거나 쓸 수 없습니다({reason}). 파일이 있는 디스크를 확인하십시오"
    ),
    "history-locked": (
        "다른 프로그램이 {path} 파일을 {seconds}초 넘게 잠그고 있습니다. 그 프로그램을 닫으십시오"
    ),
    "history-moved": (
        "학습 기록이 손상되어 새 기록을 시작했습니다. 이전 파일은 {aside}에 그대로 있습니다"
    ),
    "history-newer": (
        "{path} 파일은 더 새로운 quizapp에서 만든 것입니다"
        "(파일의 스키마 {found}, 이 프로그램이 아는 스키마 {known}). "
        "읽을 수는 있지만 아무것도 저장되지 않습니다. 새 버전을 설치하십시오"
    ),
    "history-no-file": (
        "{path} 경로에 있는 것은 파일이 아닙니다. 다른 곳으로 옮기거나 "
        "QUIZAPP_HOME에 다른 폴더를 지정하십시오"
    ),
    "history-off": (
        "열린 학습 기록이 없어 프로그램이 끝날 때까지만 보관됩니다. "
        "기록이 놓일 위치는 `quizapp where`로 확인하십시오"
    ),
    "history-old-sqlite": (
        "이 파이썬의 SQLite는 {found}이고, 학습 기록에는 {needed} 이상이 필요합니다. "
        "더 새로운 파이썬을 설치하십시오"
    ),
    "history-owner": (
        "{path} 파일의 소유자가 다른 사용자입니다. QUIZAPP_HOME에 본인의 폴더를 지정하십시오"
    ),
    "history-readonly": (
        "{path} 파일이나 그 폴더가 읽기 전용이라 쓸 수 없습니다. 둘 다 쓸 수 있게 하거나 "
        "QUIZAPP_HOME에 쓸 수 있는 폴더를 지정하십시오"
    ),
    "history-symlink": (
        "{path} 경로는 심볼릭 링크이며, 링크를 거쳐서는 학습 기록을 쓰지 않습니다. "
        "파일을 그 자리에 직접 두거나 QUIZAPP_HOME에 파일이 있는 폴더를 지정하십시오"
    ),
    "history-unreachable": (
        "{path} 파일을 열 수 없습니다({reason}). 폴더를 쓸 수 있게 하거나 "
        "QUIZAPP_HOME에 쓸 수 있는 폴더를 지정하십시오"
    ),
}
