"""Korean for what can be wrong with questions, names and command lines."""

KOREAN_QUESTIONS: dict[str, str] = {
    "few-distractors": (
        "{question}: 시드 {seed}에서는 보기를 만들 만한 실수가 두 가지가 되지 않습니다"
    ),
    "grade-line": (
        '{number}번째 줄이 {{"id": "bank/question", "seed": 1, "level": 1, '
        '"submission": "73728"}} 같은 객체가 아닙니다'
    ),
    "grade-key": "{number}번째 줄: `{key}`에는 {form:을/를} 쓰십시오. {value:은/는} 쓸 수 없습니다",
    "grade-question": (
        "{number}번째 줄: {key:이라는/라는} 문제가 없습니다. "
        "`quizapp list`로 문제 은행을 볼 수 있습니다"
    ),
    "in-file": "{file}: {reason}",
    "kept-question": (
        "{file}에 남아 있는 {question:은/는} 문제로 읽을 수 없습니다. 그 파일을 지우십시오"
    ),
    "input-shape": "--input에는 3,224,224 같은 모양을 주십시오. {text:은/는} 모양이 아닙니다",
    "network-empty": "{file}: 아직 내용이 없습니다. `input:`과 `layers:`를 쓰십시오",
    "network-file": "네트워크를 읽을 수 없습니다: {reason}",
    "no-draw": "{question}: 시드 {seed}로 {tries}번 뽑아도 `where`에 맞는 값이 없습니다",
    "not-again": "{question}: 그때의 화면을 다시 만들 수 없습니다: {fault}",
    "not-solved": "{question}: 그때의 문제를 만족하는 값이 이제 없습니다",
    "no-draw-fault": (
        "{question}: 시드 {seed}로 {tries}번 뽑아도 답이 나오는 값이 없습니다: {fault}"
    ),
    "no-file": "{path} 파일이 없습니다",
    "unreadable-file": "{path} 파일을 읽을 수 없습니다({reason})",
    "input-of-named": (
        "{name:은/는} 입력 모양이 정해져 있습니다. --input은 층이나 파일과 함께 쓰십시오"
    ),
    "no-input-shape": "층에는 입력 모양이 필요합니다: --input 3,224,224",
    "no-mistake": "{id:이라는/라는} 실수가 없습니다. {guess:을/를} 쓰려던 것입니까?",
    "no-mistake-known": "{id:이라는/라는} 실수가 없습니다. 있는 실수: {ids}",
    "no-questions": "낼 문제가 없습니다. `quizapp check`로 까닭을 볼 수 있습니다",
    "no-such-bank": (
        "{name:이라는/라는} 문제 은행이나 문제, 주제가 없습니다. `quizapp list`로 볼 수 있습니다"
    ),
    "no-such-bank-guess": (
        "{name:이라는/라는} 문제 은행이나 문제, 주제가 없습니다. {guess:을/를} 쓰려던 것입니까?"
    ),
    "no-terminal": (
        "화면을 띄우려면 터미널이 필요합니다. 파이프에서는 `quizapp quiz --plain`을 쓰십시오"
    ),
    "nothing-derived": (
        "{layer:이라는/라는} 이름으로는 계산할 층이 없습니다. 표에서 층을 볼 수 있습니다"
    ),
    "proof-solution": (
        "{question} 문제(시드 {seed}): 한 방법은 {values} 값을 받아들이고 "
        "다른 방법은 받아들이지 않습니다. 이 문제는 내지 않습니다"
    ),
    "proof": (
        "{question}, 시드 {seed}: 한 방법으로는 {first}, 다른 방법으로는 {second:이/가} 나와서 "
        "문제를 내지 않습니다"
    ),
    "what-if-where": "문제에는 `{condition}` 조건에 맞는 숫자만 나옵니다",
}
