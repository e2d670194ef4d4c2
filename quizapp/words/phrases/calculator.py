"""Phrases of the calculator screen, and of the one on which a number is changed."""

from quizapp.words.languages import Text

PHRASES: dict[str, Text] = {
    "calculator.title": Text("Calculator", "계산기"),
    "calculator.input": Text("input", "입력"),
    "calculator.layers": Text("layers", "층"),
    "calculator.placeholder": Text(
        "Layers as in PyTorch, one a line", "PyTorch처럼 한 줄에 한 층씩 써요"
    ),
    "calculator.shape-unreadable": Text(
        "The input is a shape such as 3x224x224.", "입력은 3x224x224 같은 모양으로 써요."
    ),
    "calculator.shape-empty": Text(
        "Every side of the input is at least 1.", "입력의 각 변은 1 이상이어야 해요."
    ),
    "calculator.total": Text(
        "total  {output}   parameters {parameters}   MACs {macs}   sees {field}",
        "합계  {output}   파라미터 {parameters}   MACs {macs}   수용 영역 {field}",
    ),
    "calculator.total-so-far": Text(
        "so far  {output}   parameters {parameters}   MACs {macs}   sees {field}",
        "여기까지  {output}   파라미터 {parameters}   MACs {macs}   수용 영역 {field}",
    ),
    "calculator.gone-wrong": Text("* gone wrong: {way}.", "* 실수한 값이에요: {way}."),
    "calculator.nothing": Text("Nothing to draw yet.", "아직 그릴 것이 없어요."),
    "calculator.this": Text("this one", "이 신경망"),
    "calculator.kept": Text("as it was", "바꾸기 전"),
    "calculator.view-table": Text("table", "표"),
    "calculator.view-sees": Text("what a unit sees", "한 칸이 보는 영역"),
    "calculator.view-shares": Text("parameters by layer", "층별 파라미터"),
    "calculator.view-diagram": Text("diagram", "구조도"),
    "calculator.view-torch": Text("PyTorch", "PyTorch"),
    "calculator.view-keras": Text("Keras", "Keras"),
    "calculator.view-compare": Text("side by side", "나란히 비교"),
    "calculator.load-title": Text("Load which network?", "어느 신경망을 불러올까요?"),
    "calculator.compare-title": Text("Compare with which?", "어느 것과 비교할까요?"),
    "calculator.mistake-title": Text("Which slip?", "어떤 실수를 넣어 볼까요?"),
    "calculator.compare-kept": Text("this one, as it stands now", "지금 이대로의 신경망"),
    "calculator.compare-none": Text("nothing", "비교하지 않기"),
    "calculator.mistake-none": Text("none: the true numbers", "실수 없이 맞는 값 보기"),
    "calculator.filter": Text(
        "type to narrow; a digit or enter takes one",
        "글자로 좁히고 숫자나 enter로 골라요",
    ),
    "calculator.found": Text("{number} of {count}", "{number}/{count}"),
    "calculator.none-found": Text("Nothing is called that.", "그런 이름은 없어요."),
    # what if
    "calculator.what-if": Text("What if?", "숫자를 바꾸면?"),
    "calculator.what-if-keys": Text(
        "up and down choose a number, left and right change it",
        "위아래로 숫자를 고르고 좌우로 바꿔요",
    ),
    "calculator.answer": Text("answer: {change}", "답: {change}"),
    "calculator.no-answer": Text("no answer: {reason}", "답이 없어요. {reason}"),
}
