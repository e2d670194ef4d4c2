"""What the verbs that keep the history say."""

from quizapp.words.languages import Text

PHRASES: dict[str, Text] = {
    "keeping.fitted": Text(
        "Fitted to {count} rated reviews: the loss is {loss} where the defaults have {before}. "
        "All cards follow now; `quizapp optimize --forget` goes back.",
        "평가된 복습 {count}회에 맞췄습니다. 손실은 {loss}이고 기본값으로는 {before}입니다. "
        "이제 모든 카드가 새 값을 따릅니다. `quizapp optimize --forget`으로 되돌릴 수 있습니다.",
    ),
    "keeping.not-better": Text(
        "The defaults foretell {count} rated reviews as well (loss {before}, fitted {loss}); they "
        "stay.",
        "평가된 복습 {count}회는 기본값으로도 잘 예측되어(손실 {before}, 맞춘 값 {loss}) "
        "기본값을 그대로 씁니다.",
    ),
    "keeping.defaults-back": Text("The defaults hold again", "다시 기본값을 씁니다"),
    "keeping.offer-fit": Text(
        "There are enough reviews to fit the schedule to you: `quizapp optimize`",
        "복습 간격을 내 기억에 맞출 만큼 기록이 쌓였어요: `quizapp optimize`",
    ),
    "keeping.exported": Text("{path}: rows written: {count}", "{path}: 기록 {count}개를 썼습니다"),
    "keeping.added": Text(
        "rows read: {read}, new: {new}, known already: {known}",
        "읽은 기록 {read}개, 새 기록 {new}개, 이미 있던 기록 {known}개",
    ),
    "keeping.differing": Text(
        "known rows that are otherwise in the file: {count}; those of this history stay",
        "이미 있지만 파일에서는 내용이 다른 기록: {count}개. 이 학습 기록의 것을 그대로 둡니다",
    ),
    "keeping.backed-up": Text("backup: {path}", "백업: {path}"),
    "keeping.forget-warning": Text(
        "Everything {name} ever answered will be deleted, from the backups too. Nothing brings it "
        "back. What was exported elsewhere is not touched.",
        "{name}의 모든 답이 백업에서까지 지워지며 되돌릴 수 없습니다. "
        "다른 곳으로 내보낸 파일은 그대로 남습니다.",
    ),
    "keeping.forget-question": Text("Type the name to go on: ", "계속하려면 이름을 입력하십시오: "),
    "keeping.forgotten": Text("{name} is forgotten", "{name}의 기록을 지웠습니다"),
    "keeping.not-forgotten": Text("Nothing was deleted", "아무것도 지우지 않았습니다"),
    "keeping.left": Text(
        "{path} is damaged and may still hold answers of {name}; delete it yourself if you can do "
        "without it",
        "{path} 파일은 손상되어 {name}의 답이 남아 있을 수 있습니다. 필요 없으면 직접 지우십시오",
    ),
    "keeping.no-history": Text(
        "{path}: there is no history yet", "{path}: 아직 학습 기록이 없습니다"
    ),
    "keeping.sound": Text(
        "{path}: all pages are sound; rows: {count}",
        "{path}: 모든 페이지가 온전합니다. 기록 {count}개",
    ),
    "keeping.derived-equal": Text(
        "What is derived from the log equals a rebuild", "계산해 둔 값이 다시 계산한 값과 같습니다"
    ),
    "keeping.derived-rebuilt": Text(
        "What is derived from the log has been rebuilt", "계산해 둔 값을 다시 만들었습니다"
    ),
    "keeping.backups": Text(
        "backups: {count}, the newest good one: {path}", "백업 {count}개, 온전한 최신 백업: {path}"
    ),
    "keeping.no-backups": Text("backups: none that is good", "백업: 온전한 것이 없습니다"),
    "keeping.aside": Text(
        "{path}: a damaged history that was moved aside", "{path}: 옮겨 둔 손상된 학습 기록"
    ),
    "keeping.restore-warning": Text(
        "What can be read of damaged files, and the newest good backup ({path}), will be added to "
        "the history. Nothing is removed from it.",
        "손상된 파일에서 읽을 수 있는 기록과 온전한 최신 백업({path})을 학습 기록에 합칩니다. "
        "지워지는 것은 없습니다.",
    ),
    "keeping.restore-question": Text("Go on? (y/n) ", "계속할까요? (y/n) "),
    "keeping.restored": Text("rows brought back: {count}", "되살린 기록: {count}개"),
    "keeping.not-restored": Text("Nothing was changed", "아무것도 바꾸지 않았습니다"),
}
