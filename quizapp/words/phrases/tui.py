"""Phrases of the full-screen face."""

from quizapp.words.languages import Text

PHRASES: dict[str, Text] = {
    "tui.hint": Text("hint", "힌트"),
    "tui.skip": Text("skip", "건너뛰기"),
    "tui.undo": Text("undo", "되돌리기"),
    "tui.flag": Text("flag", "신고"),
    "tui.quit": Text("quit", "끝내기"),
    "tui.check": Text("check", "확인"),
    "tui.next": Text("next", "다음"),
    "tui.menu": Text("menu", "메뉴"),
    "tui.arithmetic-is-fine": Text("{example} is fine", "{example}처럼 계산식을 그대로 써도 돼요"),
    "tui.too-small": Text(
        "This needs a terminal of {columns}×{rows} or more.",
        "터미널 크기가 {columns}×{rows} 이상이어야 해요.",
    ),
}
