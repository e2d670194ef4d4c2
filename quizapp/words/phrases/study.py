"""Phrases of sittings over days, and of the look at what came of them."""

from quizapp.words.languages import Text

PHRASES: dict[str, Text] = {
    "study.question-open": Text("Question {number}", "문제 {number}"),
    "study.more-commands": Text(
        "Also: :example :retire :signature, and after a wrong answer :was NUMBER or :not",
        "그 밖에: :예시 :그만 :서명, 틀린 답 뒤에는 :원인 번호 또는 :아니요",
    ),
    "study.new": Text(
        "New. :example shows one worked out, with other numbers.",
        "처음 나온 문제예요. :예시를 입력하면 다른 숫자로 푼 예를 볼 수 있어요.",
    ),
    "study.example": Text("A worked example:", "풀이 예시:"),
    "study.no-example": Text(
        "There is no example with other numbers.", "다른 숫자로 된 예시가 없어요."
    ),
    "study.which": Text(
        "Which was it? It costs nothing: :was {first} to :was {last}, or :not",
        "어느 것이었나요? 점수와는 무관해요. :원인 {first}~:원인 {last} 또는 :아니요",
    ),
    "study.noted": Text("Noted.", "기록했어요."),
    "study.nothing-to-settle": Text(
        "The last answer names no slip.", "마지막 답에 추정한 실수가 없어요."
    ),
    "study.retired": Text(
        "Put away: this question is not asked again.", "이 문제는 이제 나오지 않아요."
    ),
    "study.taken-up": Text("Going on where you left off.", "지난번에 멈춘 곳부터 이어서 해요."),
    "study.sprint": Text(
        "Three minutes, as many as you can. Nothing here moves the schedule.",
        "3분 동안 풀 수 있는 만큼 풀어요. 복습 일정은 바뀌지 않아요.",
    ),
    "study.time-is-up": Text("Time is up.", "시간이 다 됐어요."),
    "study.none-study": Text(
        "Nothing is due today, and nothing new is left for today.",
        "오늘은 복습할 문제도 새로 배울 문제도 없어요.",
    ),
    "study.none-cards": Text("No card is due today.", "오늘 복습할 카드가 없어요."),
    "study.none-mistakes": Text(
        "Nothing to put right: everything missed came right in two sittings since.",
        "바로잡을 문제가 없어요. 틀린 문제를 모두 두 번의 학습에서 다시 맞혔어요.",
    ),
    "study.progress": Text("Progress of {profile}", "{profile}의 학습 현황"),
    "study.streak": Text("Streak: {count} d", "연속 학습: {count}일"),
    "study.due-now": Text("Due now: {count}", "지금 복습할 문제: {count}개"),
    "study.answers": Text(
        "Answers: {answers}, right: {right}, minutes: {minutes}",
        "답 {answers}개, 정답 {right}개, {minutes}분",
    ),
    "study.retention": Text(
        "Remembered when due: {true} (expected {predicted}, wanted {desired})",
        "복습 때 기억한 비율: {true} (예상 {predicted}, 목표 {desired})",
    ),
    "study.no-retention": Text(
        "Remembered when due: too few answers yet", "복습 때 기억한 비율: 아직 답이 적어요"
    ),
    "study.last-days": Text("Answers a day, the last {count} days", "최근 {count}일의 하루 답 수"),
    "study.gone": Text(
        "Questions answered before that are in no bank now: {count}. They are not asked; their "
        "answers are kept.",
        "지금 문제 은행에 없는 예전 문제: {count}개. 출제되지 않지만 기록은 그대로 남아 있어요.",
    ),
    "study.forecast": Text("Due in the days to come", "앞으로 복습할 문제"),
    "study.calendar": Text("Calendar", "달력"),
    "study.by-topic": Text("By topic", "주제별"),
    "study.ready": Text("{ready} of {count}", "{ready}/{count}"),
    "study.slips": Text("Slips to watch", "조심할 실수"),
    "study.slips-made": Text("Slips made", "나온 실수"),
    "study.nothing-yet": Text("No answers yet.", "아직 답이 없어요."),
    "study.class": Text(
        "People: {people}, answers: {answers}, right: {share}",
        "{people}명, 답 {answers}개, 정답률 {share}",
    ),
    "study.class-head": Text("topic × slip, how often", "주제 × 실수, 횟수"),
    "study.class-people": Text("people: {count}", "{count}명"),
    "study.no-slips": Text("No slips are known.", "알려진 실수가 없어요."),
    "study.person": Text("person {number}", "학습자 {number}"),
    "study.skipped-lines": Text(
        "{path}: lines that could not be read: {count}", "{path}: 읽을 수 없는 줄 {count}개"
    ),
    "study.own-shape": Text(
        "Layer {number}, {layer}, gets {shape}. What shape leaves it?",
        "{number}번째 층 {layer}에 {shape} 입력이 들어와요. 출력 모양은 무엇인가요?",
    ),
    "study.own-parameters": Text(
        "Layer {number}, {layer}: how many parameters does it learn?",
        "{number}번째 층 {layer}의 파라미터는 모두 몇 개인가요?",
    ),
    "study.own-macs": Text(
        "Layer {number}, {layer}, gets {shape}. How many multiply-accumulates does it take?",
        "{number}번째 층 {layer}에 {shape} 입력이 들어와요. 곱셈-누산은 모두 몇 번인가요?",
    ),
    "study.own-field": Text(
        "One unit after layer {number}, {layer}: how many input pixels across does it see?",
        "{number}번째 층 {layer} 뒤의 유닛 하나는 입력 픽셀을 한 방향으로 몇 개까지 보나요?",
    ),
    "study.own-what-if": Text(
        "Layer {number} is {layer}. If its kernel_size were {k}, how many parameters would it "
        "learn?",
        "{number}번째 층은 {layer}예요. kernel_size가 {k}라면 파라미터는 모두 몇 개인가요?",
    ),
    "study.own-total": Text(
        "How many parameters does the whole network learn?",
        "네트워크 전체의 파라미터는 모두 몇 개인가요?",
    ),
}
