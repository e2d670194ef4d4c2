"""Korean for what can be wrong with code that is run, and with the sandbox it is run in."""

KOREAN_EXCHANGE: dict[str, str] = {
    "no-python": (
        "{python:을/를} 파이썬 인터프리터로 실행할 수 없습니다({reason}). "
        "--python PATH로 다른 인터프리터를 지정하십시오"
    ),
    "pin-changed": "그사이에 {file} 파일이 바뀌었습니다. 다시 실행하십시오",
    "pin-characters": "문제 은행에 쓸 수 없는 문자를 출력합니다: {char}",
    "pin-fails": "코드가 오류로 끝납니다: {reason}",
    "pin-file": "파일부터 바로잡으십시오: {problem}",
    "pin-in-braces": ("출력을 기록하려면 문제를 중괄호 없이, 키마다 한 줄씩 쓰십시오"),
    "pin-language": (
        "실행할 수 있는 언어는 파이썬뿐입니다({language} 코드는 실행하지 않습니다). "
        "출력을 직접 쓰고 `by: hand`를 붙이십시오"
    ),
    "pin-layout": (
        "이런 모양으로 쓴 문제는 고칠 수 없어 아무것도 기록하지 않았습니다. "
        "code:와 pinned:를 각각 새 줄에, 공백으로 들여 쓰십시오"
    ),
    "pin-long-code": "{most}바이트가 넘는 코드는 실행하지 않습니다",
    "pin-not-utf-8": "UTF-8이 아닌 바이트를 출력합니다: {byte}",
    "pin-prints-much": "{most}바이트가 넘게 출력합니다",
    "pin-runs-differ": (
        "실행할 때마다 출력이 달라집니다({line}번째 줄: {one}, {other}). "
        "난수, 시각, 메모리 주소, 집합의 순서에 좌우되는 부분을 빼십시오"
    ),
    "pin-runs-long": "{seconds}초가 지나도 끝나지 않습니다",
    "pin-silent": "아무것도 출력하지 않아 물을 것이 없습니다",
    "pin-takes-cpu": "프로세서 시간을 {seconds}초 넘게 씁니다",
    "pin-unwritable": "{file} 파일에 쓸 수 없습니다({reason})",
    "sandbox-forbidden": (
        "이 시스템에서는 bubblewrap이 샌드박스를 만들 수 없습니다({reason}). "
        "일반 사용자의 사용자 네임스페이스를 허용하거나"
        "(`sysctl kernel.unprivileged_userns_clone=1`, "
        "우분투에서는 `kernel.apparmor_restrict_unprivileged_userns=0`) "
        "컨테이너 밖에서 실행하십시오"
    ),
    "sandbox-linux": (
        "코드는 리눅스에만 있는 bubblewrap 샌드박스에서 실행합니다. "
        "리눅스에서 `quizapp pin`을 실행하거나, 출력을 직접 쓰고 `by: hand`를 붙이십시오"
    ),
    "sandbox-missing": (
        "코드는 샌드박스에서만 실행하는데, 설치되지 않은 것이 있습니다({packages}). "
        "`apt install {packages}`, `dnf install {packages}`, `pacman -S {packages}` 가운데 "
        "맞는 명령으로 설치하십시오"
    ),
}
