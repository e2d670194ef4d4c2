"""Korean of the errors that those meet who write banks."""

KOREAN_LINT: dict[str, str] = {
    "preview-no-terminal": (
        "미리 보려면 터미널이 필요합니다. 파이프에서는 `quizapp check`와 `quizapp generate`를 "
        "쓰십시오"
    ),
    "no-code": "{asked} 코드는 없습니다. 코드는 {first}부터 {last}까지 있습니다",
    "no-code-guess": "{asked} 코드는 없습니다. 비슷한 코드: {known}",
    "add-ids-to": "--add-ids에는 id를 써넣을 파일을 지정하십시오",
    "file-changed": (
        "그사이에 {path} 파일이 바뀌어 그대로 두었습니다. "
        "`quizapp check --add-ids {path}`를 다시 실행하십시오"
    ),
    "file-exists": "{path} 파일이 이미 있어 그대로 두었습니다. 다른 이름을 쓰십시오",
    "file-unwritten": "{path} 파일을 쓸 수 없습니다: {reason}",
    "file-unread": (
        "{path} 파일을 읽을 수 없습니다. `quizapp check {path}` 명령이 이유를 알려 줍니다"
    ),
    "ids-nowhere": (
        "{path} 파일의 {line}번째 줄에 id를 써넣을 자리를 찾지 못해 파일을 그대로 두었습니다"
    ),
    "bank-name": (
        "{name} 파일 이름으로는 문제 은행의 id를 만들 수 없습니다. "
        "convolution.yaml처럼 영문 소문자와 숫자를 쓰십시오"
    ),
}
