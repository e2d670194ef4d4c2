"""Phrases of ``quizapp check``."""

from quizapp.words.languages import Text

PHRASES: dict[str, Text] = {
    "lint.numbers": Text(
        "the languages name different numbers: {en} / {ko}",
        "두 언어에 나오는 수가 다릅니다: {en} / {ko}",
    ),
    "lint.same-options": Text("two options read the same", "똑같이 읽히는 보기가 있습니다"),
    "lint.wrong-is-right": Text(
        "a known wrong answer is the right one", "오답으로 알려진 값이 정답과 같습니다"
    ),
    "lint.reads-same": Text(
        "two variants read the same and have different answers (seed {seed}): the prompt leaves "
        "out a number that matters",
        "똑같이 읽히는데 답이 다른 변형이 있습니다(시드 {seed}). 필요한 수가 문제에 빠져 있습니다",
    ),
    "lint.constant": Text(
        "the answer is always {answer}; vary something it depends on",
        "답이 언제나 {answer}입니다. 답을 바꾸는 변수를 두십시오",
    ),
    "lint.more-warnings": Text(
        "warnings not shown: {count} ({codes}); --all shows them",
        "경고가 {count}개 더 있습니다({codes}). --all로 모두 볼 수 있습니다",
    ),
    "lint.sum": Text(
        "files: {files}, questions: {questions}, errors: {errors}, warnings: {warnings}",
        "파일 {files}개, 문제 {questions}개: 오류 {errors}개, 경고 {warnings}개",
    ),
}
