"""Hints to what is neither calculated nor hinted at by its author."""

from quizapp.words.languages import Text

PHRASES: dict[str, Text] = {
    "hints.right-options": Text("Right options: {count}.", "맞는 선택지: {count}개"),
    "hints.not-this": Text("It is not: {option}", "이것은 아니에요: {option}"),
    "hints.solutions": Text(
        "Right answers in the range: {count}.", "범위 안의 정답은 {count}가지예요."
    ),
    "hints.one-value": Text("In one of them, {value}.", "그중 하나에서는 {value:이에요/예요}."),
    "hints.first-letter": Text(
        "It begins with “{letters}” and has {count} characters.",
        "“{letters}”로 시작하고 {count}자예요.",
    ),
    "hints.letters": Text("It begins with “{letters}”.", "“{letters}”로 시작해요."),
    "hints.first-item": Text("First comes: {item}", "맨 앞: {item}"),
    "hints.last-item": Text("Last comes: {item}", "맨 뒤: {item}"),
    "hints.pair": Text("{left} ↔ {right}", "{left} ↔ {right}"),
    "hints.lines": Text(
        "It prints {count} lines; the shape of the first: {shape}",
        "출력은 {count}줄이고, 첫 줄의 모양은 다음과 같아요: {shape}",
    ),
    "hints.first-line": Text("The first line: {line}", "첫 줄: {line}"),
    "hints.rows": Text("Row {number}: {row}", "{number}번째 줄: {row}"),
}
