"""What the errors say in Korean, by code.

The figures are those of the English sentence beside the code where the error is raised. Register:
합니다체, what is wrong first, then what to do.
"""

from quizapp.words.korean_errors_calc import KOREAN_CALC
from quizapp.words.korean_errors_detection import KOREAN_DETECTION
from quizapp.words.korean_errors_exchange import KOREAN_EXCHANGE
from quizapp.words.korean_errors_history import KOREAN_HISTORY
from quizapp.words.korean_errors_layers import KOREAN_LAYERS
from quizapp.words.korean_errors_lint import KOREAN_LINT
from quizapp.words.korean_errors_peers import KOREAN_PEERS
from quizapp.words.korean_errors_questions import KOREAN_QUESTIONS
from quizapp.words.korean_errors_sequences import KOREAN_SEQUENCES

KOREAN: dict[str, str] = {
    **KOREAN_CALC,
    **KOREAN_DETECTION,
    **KOREAN_EXCHANGE,
    **KOREAN_HISTORY,
    **KOREAN_LAYERS,
    **KOREAN_LINT,
    **KOREAN_PEERS,
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
    "output-unwritable": "출력을 쓸 수 없습니다({reason}). 공간이 있는 곳으로 출력을 보내십시오",
    "unknown-language": "'{language}'에 맞는 언어가 없습니다. 쓸 수 있는 언어: {languages}",
}
