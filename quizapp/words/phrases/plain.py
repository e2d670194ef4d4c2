"""Phrases of the line mode."""

from quizapp.words.languages import Text

PHRASES: dict[str, Text] = {
    "plain.question": Text("Question {number} of {count}", "문제 {number}/{count}"),
    "plain.hint": Text("Hint {number} of {count}: {hint}", "힌트 {number}/{count}: {hint}"),
    "plain.no-more-hints": Text("No more hints.", "남은 힌트가 없어요."),
    "plain.skipped": Text("Skipped.", "건너뛰었어요."),
    "plain.undone": Text("Undone.", "되돌렸어요."),
    "plain.nothing-to-undo": Text("Nothing to undo.", "되돌릴 답이 없어요."),
    "plain.flagged": Text("Flagged.", "신고했어요."),
    "plain.summary": Text("Right: {right} of {count}", "정답: {count}문제 중 {right}문제"),
    "plain.missed": Text("Missed:", "틀린 문제:"),
    "plain.commands": Text(
        "Commands: :hint :skip :undo :flag :quit", "명령: :힌트 :건너뛰기 :되돌리기 :신고 :끝"
    ),
    "plain.row-of": Text("Row {number} of {count}: {layer}", "{number}/{count}번째 줄: {layer}"),
}
