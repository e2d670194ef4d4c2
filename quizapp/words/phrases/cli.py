"""Phrases of the command line."""

from quizapp.words.languages import Text

PHRASES: dict[str, Text] = {
    "cli.error": Text("quizapp: {message}", "quizapp: {message}"),
    "cli.bug": Text(
        "Something went wrong in quizapp itself; the details are in {path}",
        "quizapp 내부에서 오류가 났습니다. 자세한 내용은 {path} 파일에 있습니다",
    ),
    "cli.column-layer": Text("layer", "층"),
    "cli.column-output": Text("output", "출력"),
    "cli.column-parameters": Text("parameters", "파라미터"),
    "cli.column-share": Text("share", "비율"),
    "cli.column-layers": Text("layers", "층 수"),
    "cli.column-macs": Text("MACs", "MACs"),
    "cli.column-field": Text("sees", "수용 영역"),
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
}
