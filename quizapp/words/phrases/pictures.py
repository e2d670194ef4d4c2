"""Phrases in and under pictures."""

from quizapp.words.languages import Text

PHRASES: dict[str, Text] = {
    "pictures.weekdays": Text("Mon Tue Wed Thu Fri Sat Sun", "월 화 수 목 금 토 일"),
    "pictures.months": Text(
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
        "1월 2월 3월 4월 5월 6월 7월 8월 9월 10월 11월 12월",
    ),
    "pictures.growth": Text("What one unit sees of the input", "한 칸이 보는 입력 영역"),
    "pictures.kernel": Text("A window slides over the map", "특징 맵 위를 움직이는 커널"),
    "pictures.diagram": Text("The network and its shapes", "신경망과 출력 모양"),
    "pictures.shares": Text("Where the parameters are", "층별 파라미터 비율"),
    "pictures.step": Text("{number} of {count}", "{number}/{count}"),
    "pictures.pixel": Text("One place of the input.", "입력의 한 칸이에요."),
    "pictures.sees": Text(
        "A unit after {call} sees {size} of the input; the next one starts {stride} further on.",
        "{call} 뒤의 한 칸은 입력에서 {size}만큼 보고, 옆 칸은 {stride}칸 옮겨 간 곳을 봐요.",
    ),
    "pictures.coarse": Text(
        "A sign stands for {count}×{count} pixels.", "기호 하나가 {count}×{count} 픽셀이에요."
    ),
    "pictures.growth-signs": Text(
        "{before} seen a layer before   {new} seen since   {padded} padding",
        "{before} 앞 층까지 보던 곳   {new} 새로 보이는 곳   {padded} 패딩",
    ),
    "pictures.window": Text(
        "{call} on {sizes}: it takes rows {rows} and columns {columns}.",
        "{call}, 크기 {sizes}인 맵: 행 {rows}, 열 {columns} 위치를 덮어요.",
    ),
    "pictures.window-in-row": Text(
        "{call} on {sizes}: it takes the places {columns}.",
        "{call}, 길이 {sizes}인 맵: 위치 {columns:을/를} 덮어요.",
    ),
    "pictures.kernel-signs": Text(
        "{taken} the window   {padding} padding   {made} made before",
        "{taken} 커널이 덮은 곳   {padding} 패딩   {made} 이미 구한 출력",
    ),
    "pictures.none": Text(
        "There is nothing to draw here before the answer.",
        "답하기 전에 볼 수 있는 그림이 없어요.",
    ),
}
