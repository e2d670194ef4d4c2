"""What the errors of practising together say in Korean, by code."""

KOREAN_PEERS: dict[str, str] = {
    "round-step": "지금은 {step} 단계로 갈 수 없습니다. 할 수 있는 것: {possible}",
    "round-name-taken": "{name:은/는} 이미 참여하고 있습니다",
    "round-full": "한 모임에는 {most}명까지 참여할 수 있습니다",
    "round-nobody": "지금 없는 이름입니다: {name}. 지금 있는 사람: {people}",
    "round-not-asked": "지금은 {name}의 차례가 아닙니다",
    "round-unreadable": "읽을 수 없는 답이라 다시 묻습니다",
    "round-not-kept": (
        "{path} 파일에 쓸 수 없습니다({reason}). 라운드는 계속되지만 중간에 끊기면 "
        "처음부터 다시 시작해야 합니다"
    ),
    "round-elsewhere": ("이 모임은 다른 터미널에서 진행하고 있습니다. 그쪽을 먼저 닫으십시오"),
    "round-no-misses": (
        "고른 문제 가운데 틀린 적이 있는 문제가 없습니다. --misses를 빼면 여러 문제를 섞어 냅니다"
    ),
    "round-no-code": (
        "코드 출력을 묻는 문제가 없습니다. 문제 은행은 `quizapp list`로 확인하십시오"
    ),
    "round-no-cards": "카드 문제가 없습니다. 문제 은행은 `quizapp list`로 확인하십시오",
    "round-no-questions": "함께 풀 수 있는 문제가 없습니다. 다른 주제를 고르십시오",
    "code-garbled": (
        "코드가 아니거나 옮기는 중에 빠진 글자가 있습니다. 처음부터 끝까지 다시 복사하십시오"
    ),
    "code-stale": (
        "다른 투표의 코드입니다. 여기는 시드 {seed}, 라운드 {round}, {ballot}번째 답입니다. "
        "코드를 보낸 쪽의 시드와 라운드, 문제 은행이 같은지 확인하십시오"
    ),
    "peers-no-terminal": (
        "함께 풀려면 입력할 터미널이 필요합니다. 파이프에서는 `quizapp peers --plain`을 쓰십시오"
    ),
    "peers-no-seed": (
        "각자 자기 컴퓨터에서 풀 때는 모두 같은 시드를 써야 합니다. "
        "--seed에 서로 정한 수를 지정하십시오"
    ),
    "peers-not-apart": (
        "{kind} 라운드는 키보드 하나로만 할 수 있습니다. 각자 자기 컴퓨터에서 풀 때는 --topic이나 "
        "--code를 쓰거나 그대로 섞어서 푸십시오"
    ),
    "peers-count": "한 모임은 {least}명에서 {most}명까지입니다. 지정한 이름: {count}개",
    "peers-name": (
        "쓸 수 없는 이름입니다: {name}. 이름은 한 번씩만 쓰고, 폭이 1~{widest}칸이어야 하며, "
        "쌍점이나 마침표, 붙임표로 시작하거나 빗금이 들어가면 안 됩니다"
    ),
}
