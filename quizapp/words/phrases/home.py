"""Phrases of the home screen and of the first run."""

from quizapp.words.languages import Text

PHRASES: dict[str, Text] = {
    "home.today": Text("{day} {month}", "{month} {day}일"),
    "home.streak": Text("streak {count} d", "연속 {count}일"),
    "home.due": Text("due {count}", "복습 {count}"),
    "home.new": Text("new {count}", "새 문제 {count}"),
    "home.minutes": Text("about {count} min", "약 {count}분"),
    "home.last-days": Text("last {count} days", "최근 {count}일"),
    "home.study-now": Text("Study now", "지금 학습하기"),
    "home.nothing-due": Text(
        "Nothing is due. Ten mixed questions", "복습할 문제가 없어요. 섞어서 열 문제 풀기"
    ),
    "home.go-on": Text("Go on: {verb}, {done} of {count}", "이어서 하기: {verb} {done}/{count}"),
    "home.go-on-open": Text(
        "Go on: {verb}, answered {done}", "이어서 하기: {verb}, 푼 문제 {done}"
    ),
    "home.taste": Text("Try {count} questions", "{count}문제 맛보기"),
    "home.first-1": Text(
        "Answer, read why, come back when it says so.",
        "답하고, 풀이를 읽고, 알려 주는 날에 다시 풀어요.",
    ),
    "home.first-2": Text("Numbers are new each time.", "숫자는 매번 새로 나와요."),
    "home.first-3": Text("Nothing leaves this machine.", "기록은 이 컴퓨터 밖으로 나가지 않아요."),
    "home.head-topic": Text("Topic", "주제"),
    "home.head-due": Text("due", "복습"),
    "home.head-new": Text("new", "새것"),
    "home.head-ready": Text("ready", "준비"),
    "home.head-slip": Text("a slip to watch", "조심할 실수"),
    "home.ready": Text("{ready} of {count}", "{ready}/{count}"),
    "home.never-met": Text("new", "새 주제"),
    "home.entry-count": Text("{name} ({count})", "{name} ({count})"),
    "home.entry-topic": Text("Today: {topic}", "오늘: {topic}"),
    "home.verb-study": Text("study", "학습"),
    "home.verb-quiz": Text("quiz", "퀴즈"),
    "home.verb-drill": Text("drill", "연습"),
    "home.verb-mistakes": Text("mistakes", "틀린 문제"),
    "home.verb-cards": Text("cards", "카드"),
    "home.verb-sprint": Text("sprint", "3분 도전"),
}
