"""Phrases of ``quizapp check``."""

from quizapp.words.languages import Text

PHRASES: dict[str, Text] = {
    "lint.numbers": Text(
        "the languages name different numbers: {en} / {ko}",
        "두 언어에 나오는 수가 다릅니다: {en} / {ko}",
    ),
    "lint.same-options": Text("two options read the same", "똑같이 읽히는 보기가 있습니다"),
    "lint.wrong-is-right": Text(
        "a known wrong answer is the right one", "오답으로 알려진 값이 정답과 같습니다"
    ),
    "lint.seed": Text("seed {seed}", "시드 {seed}"),
    "lint.seed-at-level": Text("level {level}, seed {seed}", "{level}단계, 시드 {seed}"),
    "lint.reads-same": Text(
        "two variants read the same in '{spoken}' and have different answers ({apart}): "
        "the prompt leaves out a number that matters",
        "'{spoken}' 문장이 똑같이 읽히는데 답이 다른 변형이 있습니다({apart}). "
        "필요한 수가 문제에 빠져 있습니다",
    ),
    "lint.constant": Text(
        "the answer is always {answer}; vary something it depends on",
        "답이 언제나 {answer}입니다. 답을 바꾸는 변수를 두십시오",
    ),
    "lint.idle": Text(
        "`{name}` changes nothing that is right; use it, drop it, or write 'red_herring: [{name}]'",
        "`{name}` 변수는 답을 바꾸지 않습니다. 쓰거나 지우고, 일부러 두었다면 "
        "'red_herring: [{name}]'을 쓰십시오",
    ),
    "lint.herring": Text(
        "`{name}` is a red herring, and yet it changes what is right",
        "red_herring에 쓴 `{name}` 변수가 답을 바꿉니다",
    ),
    "lint.seldom": Text(
        "`where` holds for {share} of the combinations; narrow `vary` so that more of them do",
        "`where` 조건을 채우는 조합이 {share}뿐입니다. `vary`의 값을 좁혀 더 많이 남기십시오",
    ),
    "lint.never-shown": Text(
        "`{name}` is never {values}: no variant shows it",
        "`{name}` 변수의 값 가운데 어느 변형에도 나오지 않는 것이 있습니다: {values}",
    ),
    "lint.place": Text(
        "the right option stands in place {place} in {share} of the variants",
        "변형의 {share}에서 정답이 {place}번 자리에 놓입니다",
    ),
    "lint.smallest": Text("smallest", "작은"),
    "lint.largest": Text("largest", "큰"),
    "lint.rank": Text(
        "in {share} of the variants the right option is number {rank} from the {side}; "
        "who knows that need not calculate",
        "변형의 {share}에서 정답이 {rank}번째로 {side} 수라 계산하지 않고도 고를 수 있습니다",
    ),
    "lint.line": Text(
        "a line of the solution, {line}, does not come to {value}",
        "풀이의 {line} 줄을 계산하면 {value:이/가} 나오지 않습니다",
    ),
    "lint.no-line": Text(
        "a hint or a line of the solution has no value: {reason}",
        "힌트나 풀이 한 줄의 값이 나오지 않습니다: {reason}",
    ),
    "lint.no-source": Text(
        "'source:' is missing: where can a learner read this?",
        "'source:' 키가 없습니다. 학습자가 확인할 출처를 쓰십시오",
    ),
    "lint.no-because": Text(
        "this choice is wrong, and 'because:' does not say why",
        "틀린 선택지인데 이유를 설명하는 'because:'가 없습니다",
    ),
    "lint.no-en": Text(
        "the text is not written in English; add 'en:'",
        "영어 텍스트가 없습니다. 'en:'을 더하십시오",
    ),
    "lint.no-ko": Text(
        "the text is not written in Korean; add 'ko:'",
        "한국어 텍스트가 없습니다. 'ko:'를 더하십시오",
    ),
    "lint.particle": Text(
        "the particle {particle} is fixed behind a number; write {{{hole}:{pair}}}",
        "수 뒤에 조사 '{particle}'가 고정되어 있습니다. {{{hole}:{pair}}}처럼 쓰십시오",
    ),
    "lint.unused-network": Text(
        "`{name}` is neither asked nor shown; delete it, or show it",
        "`{name}` 신경망은 묻지도 보이지도 않습니다. 지우거나 보이게 하십시오",
    ),
    "lint.longer": Text(
        "the right choice is {width} columns long, the longest wrong one {longest}: "
        "its length gives it away",
        "정답의 길이가 {width}칸이고 가장 긴 오답은 {longest}칸이라, 길이만 보고 고를 수 있습니다",
    ),
    "lint.catch-all": Text(
        "a choice about the other choices; say what is right, or allow several right ones",
        "다른 선택지를 가리키는 선택지입니다. 맞는 것을 쓰거나 정답을 여럿 두십시오",
    ),
    "lint.typed": Text(
        "says {typed}, the calculator {value}: {why}",
        "텍스트에는 {typed}, 계산하면 {value}입니다. {why}",
    ),
    "lint.example-bad": Text("A bank that has it:", "이 문제가 있는 예:"),
    "lint.example-good": Text("One that has not:", "문제가 없는 예:"),
    "lint.no-example": Text(
        "It takes more than a small text to show this.", "짧은 텍스트로는 보일 수 없는 경우입니다."
    ),
    "lint.report-nothing": Text("no calculated template", "계산 문제가 없습니다"),
    "lint.report-templates": Text(
        "Calculated templates, up to {seeds} seeds each; before choosing variants, and after:",
        "계산 문제별 시드 최대 {seeds}개, 변형을 고르기 전과 고른 뒤:",
    ),
    "lint.report-template": Text("template", "문제"),
    "lint.report-masked_before": Text("masked", "가려짐"),
    "lint.report-masked": Text("after", "고른 뒤"),
    "lint.report-tying_before": Text("tying", "겹침"),
    "lint.report-tying": Text("after", "고른 뒤"),
    "lint.report-reveals": Text("reveals", "드러내는 실수"),
    "lint.report-all": Text("all", "전체"),
    "lint.report-never-shown": Text(
        "{question}: `{name}` never shown: {values}",
        "{question}: `{name}` 나오지 않는 값: {values}",
    ),
    "lint.report-grid": Text(
        "Mistakes and topics, how many templates reveal each:",
        "실수와 주제, 각 칸은 그 실수를 드러내는 문제 수:",
    ),
    "lint.report-never-revealed": Text(
        "no template reveals: {mistakes}", "어느 문제도 드러내지 않는 실수: {mistakes}"
    ),
    "lint.report-random_named": Text(
        "random wrong numbers within ±50 % of answers over 1,000 that a slip is named for: "
        "{share} ({count} of {of})",
        "1,000보다 큰 정답의 ±50% 안에서 고른 무작위 오답에 실수를 댄 비율: {share}({count}/{of})",
    ),
    "lint.report-random_named_small": Text(
        "the same of smaller answers: {share} ({count} of {of})",
        "더 작은 정답에서의 같은 비율: {share}({count}/{of})",
    ),
    "lint.report-alone": Text(
        "single mistakes named alone: {share} ({count} of {of})",
        "실수 하나를 정확히 짚은 비율: {share}({count}/{of})",
    ),
    "lint.report-in_a_tie": Text(
        "single mistakes named in a tie: {share} ({count} of {of})",
        "실수 하나를 겹치는 것들과 함께 짚은 비율: {share}({count}/{of})",
    ),
    "lint.more-warnings": Text(
        "warnings not shown: {count} ({codes}); --all shows them",
        "경고가 {count}개 더 있습니다({codes}). --all로 모두 볼 수 있습니다",
    ),
    "lint.sum": Text(
        "files: {files}, questions: {questions}, errors: {errors}, warnings: {warnings}",
        "파일 {files}개, 문제 {questions}개: 오류 {errors}개, 경고 {warnings}개",
    ),
}
