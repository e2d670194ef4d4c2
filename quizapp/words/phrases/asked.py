"""What is said round a question of a kind of its own: tables, unknowns, cards, parts."""

from quizapp.words.languages import Text

PHRASES: dict[str, Text] = {
    "asked.table": Text(
        "Type {rows} rows, a line each: {columns}. Leave a cell open with -.",
        "{rows}줄로, 한 줄에 한 층씩 써 주세요: {columns}. 비워 둘 칸에는 -를 써요.",
    ),
    "asked.table-given": Text(
        "The rows up to {given} are filled in. Type the other {rows}, a line each: {columns}. "
        "Leave a cell open with -.",
        "{given}번째 줄까지는 채워져 있어요. 나머지 {rows}줄을 한 줄씩 입력해 주세요: {columns}. "
        "비워 둘 칸에는 -를 써요.",
    ),
    "asked.column-shape": Text("shape", "모양"),
    "asked.column-parameters": Text("parameters", "파라미터"),
    "asked.column-macs": Text("MACs", "MACs"),
    "asked.column-rf": Text("receptive field", "수용 영역"),
    "asked.unknowns": Text("Unknowns: {ranges}", "미지수: {ranges}"),
    "asked.turn-card": Text(
        "Recall it, then press enter to see the back.",
        "떠올려 보고, enter를 눌러 뒷면을 확인하세요.",
    ),
    "asked.back": Text("Back: {back}", "뒷면: {back}"),
    "asked.grade-card": Text(
        "1 forgotten, 2 hard, 3 good, 4 at once", "1 잊음, 2 어려움, 3 좋음, 4 바로 떠올림"
    ),
    "asked.part": Text("{name}: {given}, right: {right}", "{name}: {given}, 정답: {right}"),
    "asked.order-how": Text(
        "Pick the rows one after the other, the first first; again to take one back.",
        "맨 앞에 올 것부터 차례로 고르세요. 다시 고르면 취소돼요.",
    ),
    "asked.match-how": Text(
        "Arrows left and right choose what belongs to the row; a letter names it.",
        "좌우 화살표나 글자로 줄마다 짝을 고르세요.",
    ),
    "asked.cells-how": Text(
        "Enter goes to the next cell and, from the last, checks.",
        "enter로 다음 칸으로 가고, 마지막 칸에서 채점해요.",
    ),
    "asked.grade-how": Text(
        "How well did it come? A digit says so.", "얼마나 잘 떠올랐나요? 숫자로 골라 주세요."
    ),
    "asked.grade-1": Text("forgotten", "잊음"),
    "asked.grade-2": Text("hard", "어려움"),
    "asked.grade-3": Text("good", "좋음"),
    "asked.grade-4": Text("at once", "바로 떠올림"),
    "asked.open-rows": Text("Rows still open: {count}", "아직 고르지 않은 줄: {count}개"),
    "asked.head-shape": Text("shape", "모양"),
    "asked.head-parameters": Text("params", "파라미터"),
    "asked.head-macs": Text("MACs", "MACs"),
    "asked.head-rf": Text("RF", "수용 영역"),
}
