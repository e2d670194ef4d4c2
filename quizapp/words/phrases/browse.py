"""Phrases of looking through banks, and of the preview for those who write them."""

from quizapp.words.languages import Text

PHRASES: dict[str, Text] = {
    "browse.title": Text("Questions", "문제 둘러보기"),
    "browse.count": Text("{found} of {count}", "{count}개 중 {found}개"),
    "browse.left-out": Text(
        "… {count} more: type another word", "… {count}개 더: 단어를 더 입력하세요"
    ),
    "browse.how": Text(
        "words of the key, topic or prompt; kind:solve, level:2",
        "이름, 주제, 문제의 낱말, kind:solve, level:2로 찾기",
    ),
    "browse.at": Text("{kind} · level {level}", "{kind} · 난이도 {level}"),
    "browse.seed": Text("seed {seed}", "시드 {seed}"),
    "browse.solution": Text("Solution", "풀이"),
    "browse.mistakes": Text("Known wrong answers", "알려진 오답"),
    "browse.hints": Text("Hints", "힌트"),
    "browse.convention": Text("convention: {said}", "기준: {said}"),
    "browse.source": Text("source: {source}", "출처: {source}"),
    "browse.both-ways": Text("both ways: {value}", "두 방식 모두: {value}"),
    "browse.ways-differ": Text(
        "one way: {first}, the other: {second}", "한 방식: {first}, 다른 방식: {second}"
    ),
    "browse.solutions": Text("solutions", "정답인 값"),
    "browse.checking": Text("checking …", "검사하고 있어요 …"),
    "browse.sound": Text(
        "✓ Nothing is wrong with it, as far as {seeds} seeds tell.",
        "✓ 시드 {seeds}개로 살펴본 바로는 잘못된 곳이 없어요.",
    ),
    "browse.as-before": Text(
        "The question cannot be read now; what stands below is as it was before.",
        "지금은 이 문제를 읽을 수 없어요. 아래는 그 전의 내용이에요.",
    ),
}
