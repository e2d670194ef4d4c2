"""Phrases of the command line."""

from quizapp.words.languages import Text

PHRASES: dict[str, Text] = {
    "cli.error": Text("quizapp: {message}", "quizapp: {message}"),
    "cli.bug": Text(
        "Something went wrong in quizapp itself; the details are in {path}",
        "quizapp 내부에서 오류가 났습니다. 자세한 내용은 {path} 파일에 있습니다",
    ),
    "cli.grade-seed": Text("a whole number", "정수"),
    "cli.grade-level": Text("a whole number from 1 to 4", "1부터 4까지의 정수"),
    "cli.grade-submission": Text("a string or a number", "문자열이나 수"),
    "cli.column-layer": Text("layer", "층"),
    "cli.column-output": Text("output", "출력"),
    "cli.column-parameters": Text("parameters", "파라미터"),
    "cli.column-share": Text("share", "비율"),
    "cli.column-layers": Text("layers", "층 수"),
    "cli.column-macs": Text("MACs", "MACs"),
    "cli.column-field": Text("sees", "수용 영역"),
    "cli.other-revision": Text(
        "{question} has changed since: this is what the same seed gives now",
        "그 뒤로 {question} 문제가 바뀌었습니다. 같은 시드로 지금 나오는 변형입니다",
    ),
    "cli.other-generator": Text(
        "variants are now chosen by generator {now}, the signature is of generator {then}",
        "지금의 변형 생성기는 {now}판이고 서명은 {then}판의 것입니다",
    ),
    "cli.written": Text("written: {path}", "만든 파일: {path}"),
    "cli.schema-kept": Text(
        "kept as it was: {path}; `quizapp schema` prints the present one",
        "그대로 둔 파일: {path}. 지금의 스키마는 `quizapp schema`가 출력합니다",
    ),
    "cli.id-added": Text("{path}: id: {id}", "{path}: id: {id}"),
    "cli.no-rows": Text(
        "{path}: no answers are in it; `quizapp history export` writes such files",
        "{path}: 답이 하나도 없습니다. 이런 파일은 `quizapp history export`로 만듭니다",
    ),
    "cli.own-network": Text("A network of one's own", "직접 고른 신경망"),
    "cli.total": Text("total", "합계"),
    "cli.questions": Text("questions: {count}", "문제 {count}개"),
    "cli.macs-note": Text(
        "MACs are multiply-accumulates of one example, without biases; FLOPs are twice as many.",
        "MACs는 입력 하나에 대한 곱셈-누산 수(편향 제외)이고, FLOPs는 그 두 배입니다.",
    ),
    "cli.gone-wrong": Text(
        "The same table gone wrong ({id}): {way}.", "이렇게 계산하면({id}): {way}."
    ),
    "cli.steps-parameters": Text("parameters", "파라미터"),
    "cli.steps-macs": Text("multiply-accumulates", "곱셈-누산"),
    "cli.steps-output_shape": Text("output shape", "출력 모양"),
    "cli.steps-receptive_field": Text("receptive field", "수용 영역"),
    "cli.where-shipped": Text("shipped banks  {path}", "기본 문제 은행  {path}"),
    "cli.where-user": Text("your banks     {path}", "내 문제 은행    {path}"),
    "cli.where-listed": Text("QUIZAPP_BANKS  {path}", "QUIZAPP_BANKS   {path}"),
    "cli.where-history": Text("history        {path}", "학습 기록       {path}"),
    "cli.where-settings": Text("settings       {path}", "설정            {path}"),
    "cli.where-kept": Text("banks as read  {path}", "읽어 둔 은행    {path}"),
    "cli.pin-none": Text(
        "{file}: no question asks what code prints", "{file}: 코드의 출력을 묻는 문제가 없습니다"
    ),
    "cli.pin-pinned": Text("{name}: pinned", "{name}: 기록됨"),
    "cli.pin-by-hand": Text("{name}: written by hand", "{name}: 손으로 씀"),
    "cli.pin-stale": Text(
        "{name}: stale, changed since it was pinned", "{name}: 기록한 뒤 코드나 출력이 바뀜"
    ),
    "cli.pin-unpinned": Text("{name}: not pinned", "{name}: 기록되지 않음"),
}
