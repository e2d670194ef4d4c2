"""What the errors of the history and the settings say in Korean, by code."""

KOREAN_HISTORY: dict[str, str] = {
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
    "backup-no-file": (
        "{path} 경로에 있는 것은 파일이 아닙니다. `--to`에 그 안의 파일 이름까지 지정하십시오"
    ),
    "backup-no-folder": (
        "{folder} 폴더가 없습니다. 폴더를 만들거나 `--to`에 다른 파일을 지정하십시오"
    ),
    "doctor-damaged": (
        "{path} 파일이 손상되었습니다({reason}). `quizapp doctor --restore`를 실행하면 읽을 수 "
        "있는 기록을 건지고 온전한 최신 백업을 합칩니다"
    ),
    "doctor-differs": (
        "기록에서 계산해 둔 값이 다시 계산한 값과 다릅니다(다른 곳 {count}군데, 첫 번째: {first}). "
        "`quizapp doctor --rebuild`로 다시 만드십시오"
    ),
    "doctor-loose": (
        "{path} 경로를 다른 사용자도 읽을 수 있습니다(권한 {mode}). "
        "`chmod go= {path}`로 본인만 쓰게 하십시오"
    ),
    "doctor-no-backup": "{path} 기록의 온전한 백업이 없습니다. 합칠 것이 없습니다",
    "export-unwritable": (
        "{path} 파일에 쓸 수 없습니다({reason}). `--to`에 다른 파일을 지정하십시오"
    ),
    "history-damaged": (
        "{path} 파일이 손상되었습니다({reason}). 프로그램을 끝내고 `quizapp doctor --restore`를 "
        "실행하면 읽을 수 있는 기록을 건집니다"
    ),
    "history-foreign": "{path} 파일은 데이터베이스이지만 quizapp의 학습 기록이 아닙니다",
    "history-itself": "{path} 파일이 바로 이 학습 기록입니다. 다른 기록을 지정하십시오",
    "history-line": "{place}: {fault}. 아무것도 가져오지 않았습니다",
    "history-moved-backup": (
        "학습 기록이 손상되어 새 기록을 시작했습니다. 이전 파일은 {aside}에 그대로 있습니다. "
        "`quizapp doctor --restore`를 실행하면 {backup}에 있는 기록을 되살립니다"
    ),
    "history-not-a-file": "{path} 경로에 있는 것은 파일이 아닙니다",
    "history-nothing-there": "{path} 파일이 없습니다",
    "line-encoding": "이 줄은 UTF-8이 아닙니다",
    "line-json": "이 줄은 `quizapp history export`가 쓰는 것과 같은 JSON 객체가 아닙니다",
    "line-long": "이 줄은 {longest}바이트를 넘습니다",
    "no-profile": "{name}에 해당하는 프로필이 없습니다. 있는 프로필: {names}",
    "profile-name": (
        "'{name}'은 프로필 이름으로 쓸 수 없습니다. 1~{widest}칸이어야 하고, 마침표나 붙임표로 "
        "시작하지 않으며, 빗금과 제어 문자가 없어야 합니다"
    ),
    "row-choice": "{field} 값은 다음 가운데 하나여야 합니다: {names}",
    "row-json": "저장된 값이 JSON이 아닙니다",
    "row-mapping": (
        "{field} 값은 문자열, 유한한 수, 목록, 객체로만 된 객체여야 하고, "
        "{deepest}단계보다 깊지 않아야 합니다"
    ),
    "row-missing": "{field} 항목이 없습니다",
    "row-moment": "{field} 값은 2026-03-01T09:00:00.123Z 같은 UTC 시각이어야 합니다",
    "row-name": "{field} 값은 제어 문자가 없는 1~{longest}자의 문자열이어야 합니다",
    "row-names": "{field} 값은 짧은 문자열의 목록이어야 합니다",
    "row-profile": ("{field} 값은 빗금과 제어 문자가 없는 1~{widest}칸의 이름이어야 합니다"),
    "row-text": "{field} 값은 문자열이어야 합니다",
    "row-whole": "{field} 값은 {low}부터 {high}까지의 정수여야 합니다",
    "optimize-few": (
        "평가된 복습이 {least}회 이상이어야 값을 맞출 수 있습니다. 지금은 {count}회입니다"
    ),
    "optimize-missing": (
        "최적화 도구가 설치되어 있지 않습니다. `pip install 'quizapp[optimize]'`로 설치하십시오"
    ),
    "optimize-nothing": "이 기록에서는 쓸 만한 값이 나오지 않아 기본값을 그대로 씁니다",
    "setting-name": "{name:이라는/라는} 설정이 없습니다. 있는 설정: {names}",
    "setting-name-guess": ("{name:이라는/라는} 설정이 없습니다. {guess:을/를} 쓰려던 것입니까?"),
    "setting-value": (
        "{name} 설정에는 {value:을/를} 쓸 수 없습니다. 쓸 수 있는 값: {form}"
        "(`기본값`을 쓰면 처음 값으로 돌아갑니다)"
    ),
    "settings-broken": (
        "설정 파일이 JSON 객체가 아니어서 아무것도 설정하지 않은 것으로 봅니다. "
        "파일은 {aside}에 그대로 있습니다"
    ),
    "settings-not-set": (
        "{path} 파일에 쓸 수 없어({reason}) 아무것도 설정하지 않았습니다. 쓸 수 있게 하거나 "
        "QUIZAPP_HOME에 본인의 폴더를 지정하십시오"
    ),
    "settings-unreachable": (
        "{path} 파일을 읽을 수 없어({reason}) 아무것도 설정하지 않은 것으로 봅니다"
    ),
    "settings-unwritable": (
        "{path} 파일에 쓸 수 없습니다({reason}). 설정은 프로그램이 끝날 때까지만 유지됩니다"
    ),
    "settings-value": "{path}: `{name}`에 쓸 수 없는 값이 있어 기본값을 씁니다",
}
